"""Do people come back?"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        "5 to 9 persons in the earlier delegation of Ardenia; how many came again, did not or came "
        "anew is too small a count to be printed."
    )
    assert pair.items == () and pair.parts == () and pair.bounds is None


def test_rounds_that_are_not_on_record_are_told_with_the_whole_and_with_the_pair():
    table = SIDES.replace("number=2", "number=4") + PEOPLE + DRAWN[0].table
    told = "The numbers do not follow each other: 1, then 4."
    for view in ("desk", "public"):
        found = measure("retention", corpus_of(public(table), view=view), Ask("d", "a"))
        assert told in found.notes
        assert told in found.parts[0].notes


# -- small counts cannot be found by subtracting ------------------------------------------------

ROUNDS = ("r1", "r2", "r3")
THREE_PUBLIC = SIDES + "Round r3 dialogue=d number=3 began_on=2003-05-10\n"


def public_figures(delegations):
    """What the public is told of delegations, each a set of numbers of persons."""
    everybody = sorted(set().union(*delegations))
    lines = [f"Person p{n} name=P{n} party=a" for n in everybody]
    for round, people in zip(ROUNDS, delegations, strict=True):
        lines += [f"Delegate {round}x{n} round={round} party=a person=p{n}" for n in sorted(people)]
        lines.append(f"Attendance t{round} round={round} party=a list_complete=yes")
    corpus = corpus_of(public(THREE_PUBLIC + "\n".join(lines)), view="public")
    return [measure(name, corpus, Ask("d", "a")) for name in ("retention", "stability")]


def check_nothing_small_is_found(delegations):
    """Those who joined are no small count, whether two rounds or two measures are subtracted."""
    told, stable = public_figures(delegations)
    pairs = [dict(part.counts) for part in told.parts]
    sizes = [pair.get("delegates") for pair in pairs]
    for here, pair in enumerate(pairs):
        later = sizes[here + 1] if here + 1 < len(sizes) else None
        if pair and later is not None:
            assert not 0 < later - pair["came_again"] < 5
        either = re.match(r"(\d+) persons", stable.parts[here].sentence)
        if pair and either:
            assert not 0 < int(either[1]) - pair["delegates"] < 5


def test_who_joined_is_not_found_by_subtracting():
    first, second = set(range(1, 11)), {1, 2, 3, 4, 5, 11, 12}
    delegations = [first, second, second | set(range(13, 18))]
    check_nothing_small_is_found(delegations)
    told, stable = public_figures(delegations)
    assert told.parts[0].counts == () and told.parts[1].counts != ()
    assert told.parts[0].sentence.startswith("10 to 14 persons in the earlier delegation")
    assert stable.parts[0].sentence.startswith("10 to 14 persons in the two delegations")
    assert told.counts == ()


PERSONS = st.sets(st.integers(1, 24), min_size=5, max_size=18)


@given(st.lists(PERSONS, min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_nothing_small_is_found_whoever_came(delegations):
    check_nothing_small_is_found(delegations)
