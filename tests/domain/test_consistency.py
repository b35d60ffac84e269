"""What does not add up is flagged with the same id every time, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.consistency import CHECKS, flags
from headway.domain.corpus import Corpus, project
from headway.domain.nouns import NOUNS
from headway.domain.shape import from_plain
from headway.domain.views import Viewer

DIALOGUE = {"id": "d", "title": {"en": "T"}, "parties": []}


def corpus(*rows, view="assessor"):
    viewer = Viewer(view, frozenset({"x"}))
    values = [from_plain(NOUNS[noun], data) for noun, data in rows]
    return Corpus(project(values, viewer), viewer)


def a_round(number, began, **more):
    return (
        "Round",
        {"id": f"r{number}", "dialogue": "d", "number": number, "began_on": began} | more,
    )


def a_point(point, at, party="a", **more):
    return (
        "Point",
        {"id": point, "round": at, "party": party, "summary": "The visit is asked for"} | more,
    )


def summaries(*rows):
    return {flag.id: flag.summary for flag in flags(corpus(*rows))}


def test_the_puzzle_of_the_rounds():
    years = [1997, 1998, 1999, 2000, 2002, 2003, 2004, 2005]
    rounds = [a_round(number, str(year)) for number, year in enumerate(years, 1)]
    dialogue = DIALOGUE | {"rounds_stated": 9, "began_on": "1997"}
    assert summaries(("Dialogue", dialogue), *rounds) == {
        "flag-rounds-stated-Dialogue-d": (
            "9 rounds stated, 8 on file, in 8 years from 1997 to 2005; none on file for 2001."
        )
    }
    assert summaries(("Dialogue", dialogue | {"rounds_stated": 8}), *rounds) == {}


def test_stated_rounds_without_any_on_file():
    assert summaries(("Dialogue", DIALOGUE | {"rounds_stated": 1})) == {
        "flag-rounds-stated-Dialogue-d": "1 round stated, 0 on file."
    }


def test_numbers_that_stand_twice_or_are_left_out():
    again = ("Round", a_round(2, "2002")[1] | {"id": "again"})
    rows = (
        ("Dialogue", DIALOGUE),
        a_round(2, "2002"),
        again,
        a_round(4, "2004"),
        a_round(6, "2006"),
    )
    assert summaries(*rows) == {
        "flag-number-twice-Round-again": "2 rounds on file with the number 2.",
        "flag-numbers-absent-Dialogue-d": (
            "No round on file with the numbers 3 and 5, between others that are."
        ),
    }
    wide = summaries(("Dialogue", DIALOGUE), a_round(1, "2001"), a_round(2**62, "2002"))
    assert "2 to 4611686018427387903" in wide["flag-numbers-absent-Dialogue-d"]


def test_rounds_without_a_number_are_not_compared():
    bare = [("Round", {"id": f"x{n}", "dialogue": "d", "began_on": "2001"}) for n in range(3)]
    assert summaries(("Dialogue", DIALOGUE), *bare) == {}


@pytest.mark.parametrize(
    ("rows", "flag", "summary"),
    [
        (
            [a_round(1, "2003"), a_round(2, "2002-05")],
            "flag-rounds-order-Round-r2",
            "Round 2 began 2002-05, before round 1, which began 2003.",
        ),
        (
            [a_round(1, "2003-05-07", ended_on="2003-05-06")],
            "flag-ended-on-early-Round-r1",
            "ended_on (2003-05-06) is before began_on (2003-05-07).",
        ),
        (
            [
                a_round(1, "2003-05-07", ended_on="2003-05-08"),
                (
                    "Statement",
                    {"id": "s", "title": {"en": "S"}, "kind": "opening", "round": "r1"}
                    | {"delivered_on": "2003-06"},
                ),
            ],
            "flag-said-outside-Statement-s",
            "Dated 2003-06, outside of its round (2003-05-07 to 2003-05-08).",
        ),
        (
            [
                a_round(1, "2003"),
                ("Delegate", {"id": "a", "round": "r1", "person": "p", "party": "q"}),
                ("Delegate", {"id": "b", "round": "r1", "person": "p", "party": "q"}),
                ("Attendance", {"id": "t", "round": "r1", "party": "q", "size_stated": 1}),
            ],
            "flag-delegates-many-Attendance-t",
            "2 delegates on file, 1 stated.",
        ),
        (
            [("Asking", {"id": "k", "dialogue": "d", "group": "g", "asked": 2, "answered": 3})],
            "flag-answers-many-Asking-k",
            "3 of 2 answered.",
        ),
        (
            [
                (
                    "Observation",
                    {"id": "o", "indicator": "i", "on": "2001", "printed": "5"}
                    | {"number": 5, "low": 6},
                )
            ],
            "flag-bounds-Observation-o",
            "The number 5 is outside of its own bounds.",
        ),
        (
            [
                a_round(1, "2003-05"),
                (
                    "Question",
                    {"id": "q", "concern": "c", "round": "r1", "asked_by": "a"}
                    | {"asked_of": "b", "summary": "?"},
                ),
                ("Reply", {"id": "y", "question": "q", "kind": "general", "given_on": "2003-04"}),
            ],
            "flag-reply-early-Reply-y",
            "Given 2003-04, before the round of its question (2003-05).",
        ),
        (
            [
                (
                    "Rendering",
                    {"id": "n", "statement": "s", "language": "en", "kind": "original"}
                    | {"fidelity": "note", "available_on": "2003", "reviewed_on": "2002"},
                )
            ],
            "flag-reviewed-early-Rendering-n",
            "Reviewed 2002, before it was there (2003).",
        ),
        (
            [
                a_round(1, "2003"),
                a_round(2, "2004"),
                a_point("p", "r1", made_before="yes", earlier_round="r2"),
            ],
            "flag-point-not-earlier-Point-p",
            "Marked as made before, at a round that was not earlier (r2).",
        ),
        (
            [
                a_round(1, "2003"),
                a_round(2, "2004"),
                a_point("o", "r1", "b"),
                a_point("p", "r2", made_before="yes", earlier_point="o"),
            ],
            "flag-point-of-another-Point-p",
            "Marked as made before by the same side; that point is another side's.",
        ),
        (
            [
                ("Effort", {"id": "e", "round": "r", "party": "a", "cost": 5.0, "currency": "$"}),
                ("Effort", {"id": "f", "round": "r", "party": "a", "cost": 5.0, "currency": "CAD"}),
            ],
            "flag-currency-Effort-e",
            "The currency '$' is no code of three capital letters, such as CAD.",
        ),
    ],
)
def test_dates_and_counts_that_cannot_be(rows, flag, summary):
    values = [from_plain(NOUNS[noun], data) for noun, data in [("Dialogue", DIALOGUE), *rows]]
    by_noun = {}
    for value in values:
        by_noun.setdefault(type(value).__name__, {})[value.id] = value
    assert {f.id: f.summary for f in flags(Corpus(by_noun))} == {flag: summary}


def test_partial_dates_are_only_flagged_when_certain():
    rows = (("Dialogue", DIALOGUE), a_round(1, "2003-05", ended_on="2003"), a_round(2, "2003"))
    assert summaries(*rows) == {}


def test_a_round_outside_of_its_dialogue():
    dialogue = DIALOGUE | {"began_on": "2002", "ended_on": "2004"}
    found = summaries(("Dialogue", dialogue), a_round(1, "2001-12"), a_round(2, "2005"))
    assert found == {
        "flag-round-outside-Round-r1": "Began 2001-12, before its dialogue began (2002).",
        "flag-round-outside-Round-r2": "Began 2005, after its dialogue ended (2004).",
    }


def test_a_flag_is_for_no_more_people_than_what_it_was_seen_from():
    odd = {"ended_on": "1999"}
    wide = corpus(("Dialogue", DIALOGUE), a_round(1, "2001", label="public", **odd))
    narrow = corpus(("Dialogue", DIALOGUE), a_round(1, "2001", label="assessor", **odd))
    assert [flag.label for flag in flags(wide)] == ["desk"]
    assert [flag.label for flag in flags(narrow)] == ["assessor"]
    both = (a_round(1, "2003", label="assessor"), a_round(2, "2002", label="named:x"))
    assert flags(corpus(("Dialogue", DIALOGUE), *both)) == ()


def test_long_ids_are_shortened_and_stay_apart():
    rows = [a_round(1, "2001", ended_on="1999")[1] | {"id": "r" * 119 + end} for end in "ab"]
    found = flags(corpus(("Dialogue", DIALOGUE), *[("Round", row) for row in rows]))
    long = [flag.id for flag in found if "ended-on" in flag.id]
    assert len(set(long)) == 2 and all(len(one) <= 120 for one in long)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1990, 2010)), max_size=8))
def test_the_order_of_values_changes_nothing(rows):
    rounds = [("Round", a_round(n, str(y))[1] | {"id": f"r{i}"}) for i, (n, y) in enumerate(rows)]
    dialogue = ("Dialogue", DIALOGUE | {"rounds_stated": 5})
    found = flags(corpus(dialogue, *rounds))
    assert found == flags(corpus(*reversed(rounds), dialogue))
    assert len({flag.id for flag in found}) == len(found)
    assert len(CHECKS) == len(set(CHECKS))
