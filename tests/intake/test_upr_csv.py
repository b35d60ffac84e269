"""A table of recommendations: line ends, columns, names, positions; its contents are invented."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Source
from headway.domain.undertakings import Position, Recommendation
from headway.intake import Setting, choose, upr_csv
from headway.intake.states import state_called, states
from headway.intake.upr_forum import position_called, sessions
from tests.intake.upr_checks import HEAD, ROWS, check_rows, table_text


def written(folder, text, name="recommendations.csv"):
    path = folder / name
    path.write_bytes(text.encode())
    return path


def one_row(folder, **cells):
    row = dict(zip(HEAD, ROWS[0], strict=True)) | cells
    return upr_csv.read(written(folder, table_text([tuple(row.values())], tuple(row))))


@pytest.mark.parametrize("line_end", ["\r", "\n", "\r\n"])
def test_line_ends_make_no_difference(line_end):
    check_rows(upr_csv.read, ROWS, line_end)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_separators_make_no_difference(tmp_path, delimiter):
    draft = upr_csv.read(written(tmp_path, table_text(delimiter=delimiter)))
    assert len(draft.corpus().all(Recommendation)) == len(ROWS)


STATES = st.sampled_from(["Norway", "Chad", "Peru"])
TEXTS = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=20)
LINES = st.tuples(
    STATES, TEXTS, STATES, st.sampled_from(["Accepted", "Noted", ""]),
    st.just("5"), st.sampled_from(["Justice", "Justice,Detention"]), st.just("6"),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["\r", "\n", "\r\n"]))
def test_every_line_is_one_recommendation(rows, line_end):
    check_rows(upr_csv.read, rows, line_end)


def test_a_session_is_a_round_of_the_forum(tmp_path):
    corpus = upr_csv.read(written(tmp_path, table_text())).corpus()
    (forum,) = corpus.all(Dialogue)
    assert forum.kind == "forum" and set(forum.parties) == {"norway", "chad", "peru"}
    fifth, sixth = corpus.all(Round)
    assert (fifth.number, fifth.began_on, fifth.ended_on) == (5, "2009-05", None)
    assert (sixth.number, sixth.began_on, sixth.ended_on) == (6, "2009-11", "2009-12")
    assert {str(one.made_on) for one in corpus.all(Recommendation)} == {"2009-05", "2009-11"}


def test_who_asked_together_is_one_recommendation_by_both(tmp_path):
    corpus = one_row(tmp_path, From="Chad, Czech Republic").corpus()
    (asked,) = corpus.all(Recommendation)
    assert asked.by == "Chad; Czechia"
    assert {one.id for one in corpus.all(Party)} == {"norway", "chad", "czechia"}


def test_a_comma_inside_a_name_parts_nothing(tmp_path):
    (asked,) = (
        one_row(tmp_path, From="Fund for Lights, Horns and Bells").corpus().all(Recommendation)
    )
    assert asked.by == "Fund for Lights, Horns and Bells"


@pytest.mark.parametrize("nobody", ["", "&#40;Unknown&#41;"])
def test_nobody_named(tmp_path, nobody):
    draft = one_row(tmp_path, From=nobody)
    (asked,) = draft.corpus().all(Recommendation)
    assert asked.by == "not stated" and draft.report.counts["by nobody named"] == 1


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Accepted", "supported"),
        ("Supported", "supported"),
        ("Partially accepted", "partly_supported"),
        ("Rejected", "noted"),
        ("Pending", "none"),
        ("Perhaps", None),
    ],
)
def test_words_for_positions(word, code):
    assert position_called(word) == code


def test_what_was_concluded_is_told(tmp_path):
    draft = upr_csv.read(written(tmp_path, table_text()))
    assert any("'Rejected' is taken as noted (1 times)" in line for line in draft.notes)


def test_parties_of_the_record_are_used(tmp_path):
    draft = upr_csv.read(written(tmp_path, table_text()), None, {"NOR": "n", "Chad": "c"})
    assert {one.to for one in draft.corpus().all(Recommendation)} == {"n", "c"}
    assert [one.id for one in draft.corpus().all(Party)] == ["peru"]


def test_the_file_is_the_source_of_every_value(tmp_path):
    path = written(tmp_path, table_text())
    draft = upr_csv.read(path)
    (source,) = draft.corpus().all(Source)
    assert draft.originals[source.original] == (path.name, path.read_bytes())
    for known in draft.known:
        if not isinstance(known.value, Source | Party):
            assert known.value.sources == (source.id,)


def test_ids_do_not_depend_on_the_order_of_lines(tmp_path):
    def ids(rows):
        draft = upr_csv.read(written(tmp_path, table_text(rows)))
        return {one.id for one in draft.corpus().all(Recommendation)}

    assert ids(ROWS) == ids(ROWS[::-1])


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Text": " "}, "there is no text"),
        ({"To": ""}, "which State was under review"),
        ({"Response": "Perhaps"}, "position: 'Perhaps' is not understood"),
        ({"Action": "7"}, "is no number from 1 to 5"),
        ({"Session": "spring"}, "session: 'spring' is no number"),
        ({"Session": "9" * 5_000}, "is no number from 1 to 999"),
    ],
)
def test_a_bad_line_is_complained_of_by_its_number(tmp_path, cells, message):
    (complaint,) = one_row(tmp_path, **cells).complaints
    assert complaint.line == 2 and message in complaint.message


def test_a_line_that_is_too_long(tmp_path):
    draft = upr_csv.read(written(tmp_path, table_text([*ROWS, (*ROWS[0], "more")])))
    assert draft.complaints[0].line == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("To,Text\rNorway,Build.\r", "no column for by"),
        (table_text([]), "holds no recommendation"),
        ('To,From,Text\r"Norway', "no table that can be read"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path, text, message):
    with pytest.raises(BadInput, match=message):
        upr_csv.read(written(tmp_path, text))


def test_other_names_of_columns(tmp_path):
    head = ("State under Review", "Recommendation", "Recommending State", "Position of the State")
    path = written(tmp_path, table_text([("Norway", "Build.", "Chad", "Supported")], head, "\n"))
    assert choose(path).kind == "upr_csv"
    corpus = upr_csv.read(path, Setting(language="en")).corpus()
    assert len(corpus.all(Recommendation)) == len(corpus.all(Position)) == 1


def test_a_draft_is_a_sound_bundle(tmp_path):
    draft = upr_csv.read(written(tmp_path, table_text()))
    folder = write(tmp_path / "b", draft.known, {}, dict(draft.originals), Info(draft.title))
    assert read(folder).complaints == ()


def test_the_calendar_goes_on_in_order():
    held = list(sessions().values())
    assert [one.number for one in held] == list(range(1, len(held) + 1))
    assert all(one.ended_on < two.began_on for one, two in pairwise(held))


def test_every_month_of_the_calendar_has_its_source_or_says_that_none_was_seen():
    held = list(sessions().values())
    unseen = [one.number for one in held if one.seen_in in ("no_evidence", "not_looked")]
    assert len(held) - len(unseen) == 37
    for one in held:
        assert one.seen_in and "\t" not in one.seen_in
        assert ("no source was seen" in one.comment) == (one.number in unseen)
        assert one.seen_in in one.comment or one.number in unseen


def test_a_round_says_where_its_month_is_from(tmp_path):
    corpus = upr_csv.read(written(tmp_path, table_text())).corpus()
    for one in corpus.all(Round):
        assert one.comment == sessions()[one.number].comment


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("St Kitts & Nevis", "KNA"),
        ("Saint Vincent and the Grenadines", "VCT"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Cote d'Ivoire", "CIV"),
        ("DPR Korea", "PRK"),
        ("Turkey", "TUR"),
        ("Niger", "NER"),
    ],
)
def test_names_of_states_as_lists_have_them(name, code):
    assert state_called(name).code == code


def test_no_name_of_a_state_is_taken_from_it():
    for state in states().values():
        if not state.note or "withdrawn" not in state.note:
            assert state_called(state.code) == state
