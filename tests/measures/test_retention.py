"""Do people come back?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

PEOPLE = "\n".join(f"Person p{n} name=P{n} party=a" for n in range(1, 9))
FIRST = (
    "\n"
    + PEOPLE
    + """
Delegate a1 round=r1 party=a person=p1 role=head
Delegate a2 round=r1 party=a person=p2 role=deputy
Delegate a3 round=r1 party=a person=p3 role=expert
Delegate a4 round=r1 party=a person=p4
Delegate a5 round=r1 party=a person=p5
"""
)

DRAWN = (
    Drawn(
        "a complete list",
        FIRST
        + """
Delegate b1 round=r2 party=a person=p1 role=deputy
Delegate b2 round=r2 party=a person=p4
Delegate b3 round=r2 party=a person=p6 role=head
Attendance t round=r2 party=a list_complete=yes
""",
        party="a",
        sentence=("2 of 5 persons in a delegation of Ardenia came again to the next round (40 %)."),
        bounds=(0.4, 0.4),
        parts={
            "Round 1 to round 2": "2 of 5 persons in the delegation of Ardenia at round 1 came "
            "again to round 2 (40 %)."
        },
    ),
    Drawn(
        "a list known to be incomplete",
        FIRST
        + """
Delegate b1 round=r2 party=a person=p1
Delegate b2 round=r2 party=a person=p2 present=no
Attendance t round=r2 party=a list_complete=no
""",
        party="a",
        sentence=(
            "1 of 5 persons in a delegation of Ardenia came again to the next round; "
            "3 are unknown, so between 20 % and 80 %."
        ),
        bounds=(0.2, 0.8),
        counts={"came_again": 1, "did_not": 1, "unknown": 3},
    ),
    Drawn(
        "nobody said whether the list is complete",
        FIRST + "Delegate b1 round=r2 party=a person=p1",
        party="a",
        sentence=(
            "1 of 5 persons in a delegation of Ardenia came again to the next round; "
            "4 are unknown, so between 20 % and 100 %."
        ),
        bounds=(0.2, 1.0),
    ),
    Drawn(
        "the size was stated, one delegate is not named",
        FIRST
        + """
Attendance s round=r1 party=a size_stated=6
Delegate b1 round=r2 party=a person=p1
Attendance t round=r2 party=a list_complete=yes
""",
        party="a",
        sentence=(
            "1 of 6 persons in a delegation of Ardenia came again to the next round; "
            "1 is unknown, so between 17 % and 33 %."
        ),
        bounds=(0.1667, 0.3333),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("retention", drawn)


def test_heads_deputies_and_experts_apart():
    corpus = corpus_of(SIDES + DRAWN[0].table)
    pair = measure("retention", corpus, Ask("d", "a")).parts[0]
    assert [(p.title, p.sentence) for p in pair.parts] == [
        ("Heads", "1 of 1 head of the delegation of Ardenia came again to round 2."),
        ("Deputies", "0 of 1 deputy of the delegation of Ardenia came again to round 2."),
        ("Experts", "0 of 1 expert of the delegation of Ardenia came again to round 2."),
    ]


def figure(corpus):
    return measure("retention", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    fixed = values_of(
        SIDES
        + PEOPLE
        + """
Delegate a1 round=r1 party=a person=p1
Delegate a2 round=r1 party=a person=p2
Delegate b1 round=r2 party=a person=p1
Delegate b3 round=r2 party=a person=p3
Attendance t round=r2 party=a list_complete=yes
"""
    )
    unknown = values_of(
        """
Delegate a3 round=r1 party=a person=p3 present=not_looked
Delegate a4 round=r1 party=a person=p4 present=withheld
Delegate b2 round=r2 party=a person=p2 present=no_evidence
"""
    )
    choices = [
        [values_of(f"Delegate {d} round={r} party=a person={p} present={c}") for c in ("yes", "no")]
        for d, r, p in (("a3", "r1", "p3"), ("a4", "r1", "p4"), ("b2", "r2", "p2"))
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_bounds_equal_all_completions_of_withheld_delegates():
    fixed = values_of(
        SIDES
        + PEOPLE
        + """
Delegate a1 round=r1 party=a person=p1
Delegate a2 round=r1 party=a person=p2
Delegate a3 round=r1 party=a person=p3
Delegate b1 round=r2 party=a person=p1
Attendance t round=r2 party=a list_complete=yes
"""
    )
    unknown = values_of("Withholding w item=Delegate/x noun=Delegate round=r2 dialogue=d")
    choices = [
        [
            values_of(f"Delegate x round=r2 party={party} person={person}")
            for person in ("p2", "p3", "p7")
            for party in "ab"
        ]
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_small_counts_are_not_printed_outside():
    figure = measure(
        "retention", corpus_of(public(SIDES + DRAWN[0].table), view="public"), Ask("d", "a")
    )
    assert figure.sentence == (
        "1 pair of rounds of Ardenia; the counts are too small to be printed."
    )
    assert figure.items == () and figure.counts == () and figure.bounds is None
    (pair,) = figure.parts
    assert pair.sentence == (
        "5 persons in the earlier delegation of Ardenia; how many came again is too small a "
        "count to be printed."
    )
    assert pair.items == () and pair.parts == () and pair.bounds is None


def test_rounds_that_are_not_on_record_are_told_with_the_whole_and_with_the_pair():
    table = SIDES.replace("number=2", "number=4") + PEOPLE + DRAWN[0].table
    told = "The numbers do not follow each other: 1, then 4."
    for view in ("desk", "public"):
        found = measure("retention", corpus_of(public(table), view=view), Ask("d", "a"))
        assert told in found.notes
        assert told in found.parts[0].notes
