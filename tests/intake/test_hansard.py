"""Reports of the Canadian House: statements, two texts each, paragraph beside paragraph."""

import pytest

from headway.domain.concerns import Link
from headway.domain.errors import BadInput
from headway.domain.paragraphs import numbers_in
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import AgendaItem, Round
from headway.domain.statements import Rendering, Source, Statement
from headway.intake import choose, read_any
from headway.intake.hansard import read
from tests.intake.sittings import both, english, french, pair, report

S = "ca-hansard-50-1-7"


def held(draft, noun):
    return {one.value.id: one.value for one in draft.known if type(one.value) is noun}


def texts(draft):
    """Text and kind of every rendering by statement and language."""
    return {
        (one.statement, one.language): (draft.text(one.text), one.kind)
        for one in held(draft, Rendering).values()
        if one.text
    }


def check_pair(read, folder):
    """What the invented sitting says; every reader of it is held to this."""
    draft = read(pair(folder))
    assert draft.complaints == ()
    found = texts(draft)
    assert found[f"{S}-71-1", "en"] == ("We visited 12 prisons.", "original")
    assert found[f"{S}-71-1", "fr"] == ("Nous avons visité 12 prisons.", "official_translation")
    assert found[f"{S}-71-2", "en"] == ("I say it in French now.", "official_translation")
    assert found[f"{S}-71-2", "fr"] == ("Je le dis maintenant en français.", "original")
    assert found[f"{S}-72", "en"][0] == "Does the member agree?"
    assert found[f"{S}-73", "en"] == ("Agreed, on 12 terms.", "original")
    assert len(found) == 10
    statements = held(draft, Statement)
    assert [
        (one.id, one.kind) for one in sorted(statements.values(), key=lambda s: s.sequence)
    ] == [
        (f"{S}-p", "paper"),
        (f"{S}-71-1", "intervention"),
        (f"{S}-71-2", "intervention"),
        (f"{S}-72", "intervention"),
        (f"{S}-73", "intervention"),
    ]
    assert dict(statements[f"{S}-72"].title) == {"en": "The Speaker", "fr": "Le Président"}
    assert statements[f"{S}-71-1"].speaker == statements[f"{S}-73"].speaker == "ca-900"
    return draft


def test_a_sitting_in_two_languages(tmp_path):
    draft = check_pair(read, tmp_path)
    (round_,), (dialogue,) = held(draft, Round).values(), held(draft, Dialogue).values()
    assert (round_.began_on, dialogue.kind, dialogue.parties) == (
        "2031-03-04",
        "forum",
        ("canada",),
    )
    assert dict(held(draft, Person)["ca-900"].name) == {"en": "Ms. Ana Roy", "fr": "Mme Ana Roy"}
    (item,) = held(draft, AgendaItem).values()
    assert dict(item.title) == {"en": "Prisons (invented)", "fr": "Les prisons (inventé)"}
    assert {one.agenda_item for one in held(draft, Statement).values()} == {None, item.id}
    assert set(held(draft, Source)) == {f"{S}-en", f"{S}-fr"} and len(draft.originals) == 2
    assert held(draft, Link) == {}
    assert draft.report.counts["paragraphs in both languages"] == 5
    assert any("1 notes on procedure" in one for one in draft.report.left_out)


def test_the_language_spoken_is_told_only_where_the_report_tells_it(tmp_path):
    draft = read(pair(tmp_path))
    found = texts(draft)
    assert found[f"{S}-p", "en"][1] == found[f"{S}-p", "fr"][1] == "official_translation"
    assert held(draft, Statement)[f"{S}-p"].comment.startswith("The report does not say")


def test_every_paragraph_keeps_its_official_number(tmp_path):
    draft = read(pair(tmp_path))
    numbers = {"en": [], "fr": []}
    for one in held(draft, Rendering).values():
        lines = draft.text(one.text).split("\n")
        found = numbers_in(one.place, len(lines))
        assert len(found) == len(lines)
        numbers[one.language] += found
    assert numbers["en"] == numbers["fr"] == ["1", "2", "3", "4", "5"]


def test_a_folder_and_either_file_are_the_same_sitting(tmp_path):
    folder = both(tmp_path)
    assert choose(folder).kind == choose(folder / "50-1-7-fr.xml").kind == "hansard"
    one, two, three = (
        read_any(path).known
        for path in (folder, folder / "50-1-7-en.xml", folder / "50-1-7-fr.xml")
    )
    assert one == two == three


def test_a_language_alone_is_told(tmp_path):
    draft = read(english(tmp_path))
    assert draft.complaints == () and {language for _, language in texts(draft)} == {"en"}
    assert "50-1-7-en.xml: no French file lies beside it." in draft.report.decided


def test_a_paragraph_without_counterpart_is_kept_and_told(tmp_path):
    french(tmp_path, without=("3", "5"))
    draft = read(english(tmp_path))
    found = texts(draft)
    assert (f"{S}-71-2", "fr") not in found and (f"{S}-71-2", "en") in found
    missing = held(draft, Rendering)[f"{S}-71-2-fr"]
    assert (missing.text, missing.available) == (None, "no_evidence")
    assert any(
        "2 paragraphs of 50-1-7-en.xml have no counterpart" in o for o in draft.report.decided
    )


def test_what_cannot_be_laid_together_is_complained_of(tmp_path):
    more = '<ParaText id="2">Again.</ParaText>\n<ParaText>No number.</ParaText>'
    draft = read(english(tmp_path, more=more))
    told = [str(one) for one in draft.complaints]
    assert any("paragraph 2 stands twice" in one and ", line " in one for one in told)
    assert any("has no number (id)" in one for one in told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s.replace("<Hansard ", "<Hansarts ").replace("</Hansard>", "</Hansarts>"),
         "begins with <Hansarts>"),
        (lambda s: s.replace('xml:lang="EN"', ""), "English or French"),
        (lambda s: s.replace("MetaNumberNumber", "X"), "which parliament"),
        (lambda s: s.replace("MetaDateNumYear", "X"), "the day of the sitting"),
        (lambda s: s[:900], "no well-formed XML"),
        (lambda s: s.replace("<Hansard", '<!DOCTYPE x [<!ENTITY a "b">]><Hansard', 1),
         "declares a document type"),
    ],
)  # fmt: skip
def test_refusals(tmp_path, change, told):
    path = tmp_path / "x.xml"
    path.write_text(change(report("en")), "utf-8")
    with pytest.raises(BadInput, match=told):
        read(path)


def test_the_same_language_twice_is_refused(tmp_path):
    folder = both(tmp_path)
    (folder / "copy.xml").write_text(report("en"), "utf-8")
    with pytest.raises(BadInput, match="the same sitting in the same language"):
        read(folder)


def test_two_sittings_in_a_folder_stay_two(tmp_path):
    folder = both(tmp_path)
    (folder / "51-1-7-en.xml").write_text(report("en", parliament=51), "utf-8")
    draft = read(folder)
    assert len(held(draft, Round)) == 2 and draft.report.counts["sittings"] == 2
