"""How much of a delegation is the same as the last one?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

PEOPLE = "\n".join(f"Person p{n} name=P{n} party=a" for n in range(1, 21)) + "\n"
FIRST = PEOPLE + "\n".join(f"Delegate a{n} round=r1 party=a person=p{n}" for n in range(1, 5))
LISTED = (
    FIRST
    + """
Delegate b1 round=r2 party=a person=p1
Delegate b2 round=r2 party=a person=p2
Delegate b5 round=r2 party=a person=p5
"""
)
COMPLETE = """
Attendance t1 round=r1 party=a list_complete=yes
Attendance t2 round=r2 party=a list_complete=yes
"""

DRAWN = (
    Drawn(
        "complete lists",
        LISTED + COMPLETE,
        party="a",
        sentence="2 of 5 persons in the delegations of Ardenia at round 1 and round 2 were in "
        "both (40 %).",
        bounds=(0.4, 0.4),
        counts={"persons": 5, "in_both": 2, "left": 2, "joined": 1, "unknown": 0},
    ),
    Drawn(
        "one delegate of the second round is not named",
        LISTED
        + """
Attendance t1 round=r1 party=a list_complete=yes
Attendance t2 round=r2 party=a size_stated=4
""",
        party="a",
        sentence="2 of 5 persons in the delegations of Ardenia at round 1 and round 2 were in "
        "both; 2 are unknown (at most 1 of them can count), so between 40 % and 60 %.",
        bounds=(0.4, 0.6),
    ),
    Drawn(
        "the other side, of whom nobody is listed",
        LISTED,
        party="b",
        sentence="0 persons in the delegations of Belmark at round 1 and round 2 are in the "
        "record.",
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("stability", drawn)


def figure(corpus):
    return measure("stability", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    fixed = values_of(SIDES + LISTED + COMPLETE)
    lines = [
        f"Delegate {name} round={round} party=a person={person} present="
        for name, round, person in (
            ("x1", "r2", "p3"),
            ("x2", "r1", "p6"),
            ("x3", "r2", "p6"),
            ("x4", "r2", "p7"),
        )
    ]
    unknown = values_of("\n".join(f"{line}withheld" for line in lines))
    choices = [[values_of(line + code) for code in ("yes", "no")] for line in lines]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_bounds_equal_all_completions_of_a_withheld_delegate():
    fixed = values_of(SIDES + LISTED + COMPLETE)
    unknown = values_of("Withholding w item=Delegate/x noun=Delegate round=r2 dialogue=d")
    choices = [
        [
            values_of(f"Delegate x round=r2 party={party} person={person}")
            for person in ("p3", "p4", "p9")
            for party in "ab"
        ]
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def delegates(round, people):
    return (
        "".join(f"Delegate {round}x{n} round={round} party=a person=p{n}\n" for n in people)
        + f"Attendance t{round} round={round} party=a list_complete=yes\n"
    )


def test_outside_small_counts_and_lists_of_persons_are_left_out():
    few = public(SIDES + PEOPLE + delegates("r1", range(1, 11)) + delegates("r2", range(3, 13)))
    told = figure(corpus_of(few, view="public"))
    assert told.sentence == (
        "10 to 14 persons in the two delegations of Ardenia; the other counts are too small to be "
        "printed."
    )
    assert (told.items, told.counts, told.bounds) == ((), (), None)
    many = public(SIDES + PEOPLE + delegates("r1", range(1, 12)) + delegates("r2", range(6, 18)))
    told = figure(corpus_of(many, view="public"))
    assert told.sentence.startswith("6 of 17 persons") and told.items == ()
