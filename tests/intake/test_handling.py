"""Every option of a load is honoured or refused by every reader; labels and markings stay."""

from dataclasses import replace

import pytest

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.domain.views import Viewer
from headway.intake import Setting, read_any
from headway.intake.formats import FORMATS, OPTIONS
from tests.intake.damage import READERS
from tests.intake.test_documents import MINUTES, text_file

SAID = {
    "dialogue": "other",
    "round": "other-09",
    "party": "keldara",
    "delivered_on": PartialDate("2019-03-04"),
    "language": "nl",
    "kind": "speech",
    "fidelity": "readout",
    "title": "Otherwise",
    "label": "named:few",
    "marking": "CONFIDENTIAL",
    "originator": "Estravane",
}
ALL = Viewer("assessor", frozenset({"few"}))
NEEDED = {"qa_jsonl": {"round": {"dialogue": "other"}}, "popolo": {"dialogue": {"party": "e"}}}
"""What must be said along with an option, in the readers where it means nothing alone."""

ROWS = {one.kind: one for one in FORMATS}
SEEDS = {one.kind: one for one in READERS}


def read(reader, path, **said):
    setting = replace(reader.setting or Setting(), **said)
    return read_any(path, {}, setting, reader.kind, reader.record)


def outcome(reader, path, **said):
    """The values and complaints, or the sentence of a refusal that is about the content."""
    try:
        draft = read(reader, path, **said)
    except BadInput as error:
        assert "has no use for it" not in str(error)
        return str(error)
    return values(draft), draft.complaints


def values(draft):
    return [one.value for one in draft.known]


def test_the_table_names_every_field_a_person_can_fill():
    assert set(SAID) == set(OPTIONS)
    assert {one.kind for one in FORMATS} == set(SEEDS)


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("kind", ROWS)
def test_every_option_is_honoured_or_refused(tmp_path, kind, name):
    reader = SEEDS[kind]
    path = reader.seeds[0](tmp_path)
    along = NEEDED.get(kind, {}).get(name, {})
    if name in ROWS[kind].hears:
        assert outcome(reader, path, **along, **{name: SAID[name]}) != outcome(
            reader, path, **along
        )
    else:
        with pytest.raises(BadInput, match=f"leave {OPTIONS[name]} out"):
            read(reader, path, **{name: SAID[name]})


@pytest.mark.parametrize("kind", ["qa_jsonl", "akoma_ntoso", "parlamint", "plain_text"])
def test_words_are_as_close_as_somebody_says(tmp_path, kind):
    reader = SEEDS[kind]
    path = reader.seeds[0](tmp_path)
    for said in ("note", "verbatim"):
        found = [v for v in values(read(reader, path, fidelity=said)) if isinstance(v, Rendering)]
        assert found and {one.fidelity for one in found} == {said}


def test_a_round_of_the_record_says_of_which_dialogue_it_is(tmp_path):
    held = Round(id="d-07", dialogue="d", began_on=PartialDate("2002"))
    record = Corpus(values={"Round": {held.id: held}})
    for one in values(read_any(text_file(tmp_path), {}, Setting(round="d-07"), record=record)):
        if isinstance(one, Statement):
            assert (one.dialogue, one.round) == ("d", "d-07")


def test_a_round_of_another_dialogue_is_refused(tmp_path):
    held = Round(id="d-07", dialogue="d", began_on=PartialDate("2002"))
    record = Corpus(values={"Round": {held.id: held}})
    with pytest.raises(BadInput, match="'d-07' is a round of 'd' and not of 'e'"):
        read_any(text_file(tmp_path), {}, Setting(round="d-07", dialogue="e"), record=record)


def test_a_side_may_be_said_by_its_name(tmp_path):
    draft = read_any(text_file(tmp_path), {"Norvanne": "nv"}, Setting(party="norvanne"))
    assert next(v for v in values(draft) if isinstance(v, Statement)).party == "nv"


def test_a_label_that_is_none_is_refused(tmp_path):
    with pytest.raises(BadValue, match="is not a label"):
        read_any(text_file(tmp_path), {}, Setting(label="secret"))


def marked_record(path, **handling):
    draft = read_any(path, {}, Setting(**handling))
    return draft, draft.corpus(ALL)


def test_what_is_new_is_marked_and_sides_are_not(tmp_path):
    draft, _ = marked_record(
        text_file(tmp_path), label="assessor", marking="SECRET", originator="A"
    )
    for one in values(draft):
        told = (one.label, one.marking, one.originator)
        assert told == (("desk", "", "") if isinstance(one, Party) else ("assessor", "SECRET", "A"))


@pytest.mark.parametrize("label", ["assessor", "named:few"])
def test_loading_again_takes_no_label_and_no_marking_away(tmp_path, label):
    draft, record = marked_record(text_file(tmp_path), label=label, marking="SECRET")
    again = read_any(text_file(tmp_path), record=record)
    assert values(again) == values(draft)


def test_a_turn_put_in_later_is_kept_as_close_as_the_others(tmp_path):
    _, record = marked_record(text_file(tmp_path), label="assessor", marking="SECRET")
    longer = text_file(tmp_path, f"{MINUTES}\nMr. Li (China): One more word.\n")
    draft = read_any(longer, record=record)
    new = [one for one in values(draft) if record.get(type(one), one.id) is None]
    assert len(new) == 2
    assert {(one.label, one.marking) for one in new} == {("assessor", "SECRET")}


def test_a_label_that_a_release_gave_is_left_to_the_release(tmp_path):
    draft, record = marked_record(text_file(tmp_path), label="public")
    assert {v.label for v in record.all(Statement)} == {"public"}
    again = read_any(text_file(tmp_path), record=record)
    assert {v.label for v in values(again)} == {"desk"}
    assert len(values(again)) == len(values(draft))


@pytest.mark.parametrize(("name", "given"), [("round", "d-08"), ("dialogue", "e")])
def test_what_the_record_does_not_have_is_refused_in_one_sentence(tmp_path, name, given):
    held = Round(id="d-07", dialogue="d", began_on=PartialDate("2002"))
    record = Corpus(values={"Round": {held.id: held}})
    with pytest.raises(BadInput, match=f"the record has no {name} '{given}'") as refused:
        read_any(text_file(tmp_path), {}, Setting(**{name: given}), record=record)
    assert ("it has d-07" in str(refused.value)) == (name == "round")
