"""Was knowledge passed on?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

PEOPLE = "\n".join(f"Person p{n} name=P{n} party=a" for n in range(1, 7)) + "\n"


def leads(notes, role="deputy"):
    return "".join(
        f"Delegate a{n} round=r1 party=a person=p{n} role={role} handover_note={note}\n"
        for n, note in enumerate(notes, 1)
    )


FIVE = leads(("yes", "yes", "no", "not_looked", "no", "no"))

DRAWN = (
    Drawn(
        "five left, one came again",
        PEOPLE
        + FIVE
        + """
Delegate b6 round=r2 party=a person=p6 role=expert
Attendance t round=r2 party=a list_complete=yes
""",
        party="a",
        sentence="2 of 5 heads and deputies of Ardenia who left have a hand-over note filed; 1 is "
        "unknown, so between 40 % and 60 %.",
        bounds=(0.4, 0.6),
        counts={"left": 5, "note_filed": 2, "no_note": 2, "unknown": 1},
        parts={
            "Round 1 to round 2": "2 of 5 heads and deputies of Ardenia at round 1 who left before "
            "round 2 have a hand-over note filed; 1 is unknown, so between 40 % and 60 %."
        },
    ),
    Drawn(
        "one delegate of the second round is not named and may be one of them",
        PEOPLE
        + leads(("yes", "no", "no", "no", "no"))
        + "Attendance t round=r2 party=a size_stated=1",
        party="a",
        sentence="1 of 5 heads and deputies of Ardenia who left has a hand-over note filed; 5 may "
        "not belong to the count, so between 0 % and 25 %.",
        bounds=(0.0, 0.25),
    ),
    Drawn(
        "the other side, of whom nobody is listed",
        FIVE.replace("party=a", "party=a"),
        party="b",
        sentence="0 heads and deputies of Belmark who left are in the record.",
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("handover", drawn)


def figure(corpus):
    return measure("handover", corpus, Ask("d", "a"))


def lead(name, person, note, present="yes", round="r1"):
    return values_of(
        f"Delegate {name} round={round} party=a person={person} role=deputy "
        f"handover_note={note} present={present}"
    )


def test_bounds_equal_all_completions():
    fixed = [
        *values_of(SIDES + PEOPLE + "Attendance t round=r2 party=a list_complete=yes"),
        *lead("a1", "p1", "yes"),
        *lead("a2", "p2", "no"),
        *lead("a3", "p3", "yes"),
    ]
    unknown = [
        *lead("a4", "p4", "no", "not_looked"),
        *lead("a5", "p5", "withheld"),
        *lead("b3", "p3", "no", "no_evidence", "r2"),
    ]
    choices = [
        [lead("a4", "p4", "no", code) for code in ("yes", "no")],
        [lead("a5", "p5", code) for code in ("yes", "no")],
        [lead("b3", "p3", "no", code, "r2") for code in ("yes", "no")],
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_bounds_equal_all_completions_of_a_withheld_delegate():
    fixed = [
        *values_of(SIDES + PEOPLE + "Attendance t round=r2 party=a list_complete=yes"),
        *lead("a1", "p1", "yes"),
        *lead("a2", "p2", "no"),
        *lead("a3", "p3", "no"),
    ]
    unknown = values_of("Withholding w item=Delegate/x noun=Delegate round=r2 dialogue=d")
    choices = [[values_of(f"Delegate x round=r2 party=a person=p{n}") for n in (1, 2, 3, 6)]]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_small_counts_are_not_printed_outside():
    told = figure(corpus_of(public(SIDES + DRAWN[0].table), view="public"))
    assert told.sentence == ("1 pair of rounds of Ardenia; the counts are too small to be printed.")
    assert (told.items, told.counts, told.bounds) == ((), (), None)
    assert all((p.items, p.counts, p.bounds) == ((), (), None) for p in told.parts)
