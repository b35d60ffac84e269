"""Debates in Akoma Ntoso: speeches, questions and answers, by whom, in which language."""

import pytest

from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import AgendaItem, Round
from headway.domain.statements import Rendering, Statement
from headway.intake import Setting, choose, read_any
from headway.intake.akoma_ntoso import read
from tests.intake.debates import THREE, TWO, akoma

S = "es-debate-2031-03-04-7-main"


def held(draft, noun):
    return {one.value.id: one.value for one in draft.known if type(one.value) is noun}


def check_debate(read, folder, namespace=THREE):
    """What the invented debate says; every reader of it is held to this."""
    draft = read(akoma(folder, namespace))
    assert draft.complaints == ()
    said = sorted(held(draft, Statement).values(), key=lambda one: one.sequence)
    renderings = {one.statement: one for one in held(draft, Rendering).values()}
    assert [
        (one.id, one.kind, renderings[one.id].language, draft.text(renderings[one.id].text))
        for one in said
    ] == [
        (f"{S}-sp1", "intervention", "en", "The sitting is open.\nWe have one item."),
        (f"{S}-q1", "question", "en", "Who may visit?"),
        (f"{S}-a1-1", "reply", "en", "Families may."),
        (f"{S}-a1-2", "reply", "fr", "Les familles, et les avocats."),
        (f"{S}-sp2", "intervention", "en", "Hear, hear."),
    ]
    assert [str(one.title) for one in said][:3] == ["Ms Dahl, Chairperson", "Mr Brandt", "Ms Dahl"]
    assert [one.speaker for one in said] == [
        "debates-es-dahl",
        "debates-es-brandt",
        "debates-es-dahl",
        "debates-es-dahl",
        None,
    ]
    assert said[1].addressee == "Mira Dahl"
    items = held(draft, AgendaItem)
    assert [items[one.agenda_item].title["en"] for one in said] == [
        "Prisons",
        "Visits",
        "Visits",
        "Visits",
        "Prisons",
    ]
    return draft


@pytest.mark.parametrize(
    "namespace", [THREE, TWO, "http://www.akomantoso.org/1.0", f"{THREE}/CSD13"]
)
def test_a_debate_in_every_version(tmp_path, namespace):
    draft = check_debate(read, tmp_path, namespace)
    (round_,), (dialogue,) = held(draft, Round).values(), held(draft, Dialogue).values()
    assert (round_.began_on, dialogue.kind) == ("2031-03-04", "forum")
    assert str(round_.title) == "Debates of the Assembly (invented)"
    assert {str(one.name) for one in held(draft, Person).values()} == {"Mira Dahl", "Oskar Brandt"}
    told = " ".join(draft.report.left_out)
    assert "1 narratives" in told and "1 scenes" in told and "1 remarks" in told
    assert draft.report.counts["speeches of somebody the files do not list"] == 1


def test_it_is_told_by_its_first_element(tmp_path):
    assert choose(akoma(tmp_path)).kind == "akoma_ntoso"
    assert read_any(akoma(tmp_path)).report.reader == "debate in Akoma Ntoso"


def test_a_translation_is_no_original(tmp_path):
    for sign, kind in (
        (
            '<FRBRtranslation href="#x" fromLanguage="fra" authoritative="true"/>',
            "official_translation",
        ),
        ('<FRBRtranslation href="#x" fromLanguage="fra"/>', "working_translation"),
    ):
        draft = read(akoma(tmp_path, translation=sign))
        assert {one.kind for one in held(draft, Rendering).values()} == {kind}


def test_several_languages_of_the_file_are_told(tmp_path):
    draft = read(akoma(tmp_path, translation='<FRBRlanguage language="fra"/>'))
    assert any("several languages (en, fr)" in one for one in draft.report.decided)


def test_what_is_known_of_it_counts(tmp_path):
    draft = read(akoma(tmp_path), Setting(dialogue="d", round="r7", party="Estravane"))
    assert held(draft, Dialogue) == {} and held(draft, Round) == {}
    assert {(s.dialogue, s.round, s.party) for s in held(draft, Statement).values()} == {
        ("d", "r7", "estravane")
    }


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s.replace("<debate ", "<act ").replace("</debate>", "</act>"), "holds <act>"),
        (lambda s: s.replace("2031-03-04", "some day").replace("4 March 2031", ""),
         "does not say its day"),
        (lambda s: s[:700], "no well-formed XML"),
    ],
)  # fmt: skip
def test_refusals(tmp_path, change, told):
    path = akoma(tmp_path)
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(BadInput, match=told):
        read(path)


def test_a_debate_without_speeches_is_complained_of(tmp_path):
    path = akoma(tmp_path)
    text = path.read_text("utf-8")
    begin, end = text.index("<debateSection"), text.index("</debateBody>")
    path.write_text(text[:begin] + text[end:], "utf-8")
    assert "nobody says anything" in str(read(path).complaints[0])
