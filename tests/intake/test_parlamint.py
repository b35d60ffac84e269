"""Debates in TEI: a corpus with what it includes, one debate alone, an annotated one."""

import pytest

from headway.domain.errors import BadInput
from headway.domain.parties import Body, Person
from headway.domain.rounds import AgendaItem, Round
from headway.domain.statements import Rendering, Statement
from headway.intake import choose, read_any
from headway.intake.parlamint import read
from tests.intake.debates import NAME, annotated, corpus, debate

S = "parlamint-es-2031-03-04-7"


def held(draft, noun):
    return {one.value.id: one.value for one in draft.known if type(one.value) is noun}


def said(draft):
    """Id, language and words of every statement in order."""
    renderings = {one.statement: one for one in held(draft, Rendering).values()}
    ordered = sorted(held(draft, Statement).values(), key=lambda one: one.sequence)
    return [
        (one.id, renderings[one.id].language, draft.text(renderings[one.id].text))
        for one in ordered
    ]


def check_corpus(read, folder):
    """What the invented corpus says; every reader of it is held to this."""
    draft = read(corpus(folder))
    assert draft.complaints == ()
    assert said(draft) == [
        (f"{S}-u1", "en", "The sitting is open.\nWe have one item."),
        (f"{S}-u2-1", "en", "Who may visit, then?"),
        (f"{S}-u2-2", "fr", "Je le dis en français."),
        (f"{S}-u3", "en", "Hear, hear."),
    ]
    people = held(draft, Person)
    assert {i: (str(p.name), p.body) for i, p in people.items()} == {
        "parlamint-es-dahlmira": ("Mira Dahl", "parlamint-es-group.south"),
        "parlamint-es-brandtoskar": ("Oskar Brandt", None),
    }
    statements = sorted(held(draft, Statement).values(), key=lambda one: one.sequence)
    assert [str(one.title) for one in statements] == [
        "Mira Dahl (chair)",
        "Oskar Brandt",
        "Oskar Brandt",
        "A voice",
    ]
    assert statements[3].speaker is None
    return draft


def test_a_corpus_with_its_files(tmp_path):
    draft = check_corpus(read, tmp_path)
    (round_,), (item,) = held(draft, Round).values(), held(draft, AgendaItem).values()
    assert round_.began_on == "2031-03-04" and dict(round_.title) == {
        "en": "Sitting 7",
        "fr": "Séance 7",
    }
    assert str(item.title) == "Prisons"
    assert [str(one.name) for one in held(draft, Body).values()] == ["South"]
    assert not any("1961" in repr(one.value) for one in draft.known)
    told = " ".join(draft.report.left_out)
    assert "2 notes" in told and "1 sounds" in told


def test_a_folder_or_its_root_are_the_same(tmp_path):
    root = corpus(tmp_path)
    assert choose(tmp_path).kind == choose(root).kind == "parlamint"
    assert read_any(tmp_path).known == read_any(root).known


def test_one_debate_alone_and_with_its_lists_beside(tmp_path):
    alone = read(debate(tmp_path))
    assert alone.complaints == () and held(alone, Person) == {}
    assert len(said(alone)) == 4
    root = corpus(tmp_path)
    beside = read(root.parent / "2031" / f"{NAME}.xml")
    assert {str(one.name) for one in held(beside, Person).values()} == {"Mira Dahl", "Oskar Brandt"}


def test_an_annotated_debate_is_read_as_plain_words(tmp_path):
    draft = read(annotated(tmp_path))
    assert (f"{S}-u2-1", "en", "Who may visit, then?") in said(draft)
    assert draft.report.counts["annotated utterances read as plain words"] == 1


def test_a_translation_by_machine_is_told(tmp_path):
    draft = read(debate(tmp_path, name="ParlaMint-ES-en_2031-03-04-7"))
    assert {one.kind for one in held(draft, Rendering).values()} == {"working_translation"}
    assert any("by machine" in one for one in draft.report.decided)


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("../outside.xml", "leads out of the folder"),
        ("/etc/passwd", "leads out of the folder"),
        ("https://example.invalid/x.xml", "leads out of the folder"),
        ("missing.xml", "there is no file 'missing.xml'"),
        ("", "leads out of the folder"),
        ("ParlaMint-ES-listPerson.xml", "holds no debate"),
    ],
)
def test_what_a_corpus_includes_stays_in_its_folder(tmp_path, href, told):
    draft = read(corpus(tmp_path, more=f'<xi:include href="{href}"/>'))
    assert any(told in str(one) for one in draft.complaints)
    assert len(said(draft)) == 4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s.replace("<TEI ", "<TAI ").replace("</TEI>", "</TAI>"), "it begins with <TAI>"),
        (lambda s: s.replace("2031-03-04\">", "x\">").replace("4.3.2031", ""),
         "does not say its day"),
        (lambda s: s[:400], "no well-formed XML"),
    ],
)  # fmt: skip
def test_refusals(tmp_path, change, told):
    path = debate(tmp_path)
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(BadInput, match=told):
        read(path)
