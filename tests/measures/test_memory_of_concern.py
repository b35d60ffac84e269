"""Does anyone present remember?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

THREE = (
    SIDES
    + """
Round r3 dialogue=d number=3 began_on=2003-05-10
Person p1 name=P1 party=a
Person p2 name=P2 party=a
Person p3 name=P3 party=a
Person p4 name=P4 party=b
Concern c1 raised_by=a about=b title="Lawyers"
Concern c2 raised_by=a about=b title="Press"
Concern c3 raised_by=b about=a title="Prisons"
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r2 step=raised
Raising s3 concern=c3 round=r1 step=raised
Raising s4 concern=c3 round=r2 step=closed
"""
)
LISTS = """
Delegate a1 round=r1 party=a person=p1
Delegate a2 round=r2 party=a person=p2
Delegate a3 round=r3 party=a person=p2
Attendance t1 round=r1 party=a list_complete=yes
Attendance t2 round=r2 party=a list_complete=yes
Attendance t3 round=r3 party=a list_complete=yes
"""

DRAWN = (
    Drawn(
        "one there when it was raised, one closed, one that nobody saw raised",
        LISTS,
        party="a",
        sides=THREE,
        sentence="1 of 2 concerns open at round 3 had a delegate of Ardenia present who was there "
        "for it before.",
        bounds=(0.5, 0.5),
        counts={"open": 2, "somebody_was_there": 1, "nobody_was_there": 1},
        parts={
            "Round 2": "0 of 2 concerns open at round 2 had a delegate of Ardenia present who was "
            "there for it before."
        },
    ),
    Drawn(
        "answered at a round somebody attended",
        LISTS
        + """
Question q concern=c1 round=r1 asked_by=a asked_of=b
Reply p question=q kind=general round=r2 given_on=2002-05-10
""",
        party="a",
        sides=THREE,
        sentence="2 of 2 concerns open at round 3 had a delegate of Ardenia present who was there "
        "for it before.",
        bounds=(1.0, 1.0),
    ),
    Drawn(
        "the other side, of whom one delegate is listed and no list is complete",
        "Delegate b1 round=r1 party=b person=p4\nDelegate b3 round=r3 party=b person=p4",
        party="b",
        sides=THREE,
        sentence="1 of 2 concerns open at round 3 had a delegate of Belmark present who was there "
        "for it before; 1 is unknown.",
        bounds=(0.5, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("memory_of_concern", drawn)


def figure(corpus):
    return measure("memory_of_concern", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    more = "Concern c4 raised_by=b about=a title=Courts\nRaising s5 concern=c4 round=r2 step=raised"
    fixed = values_of(THREE + LISTS + more)
    lines = [
        f"Delegate {name} round={round} party=a person={person} present="
        for name, round, person in (("x1", "r3", "p1"), ("x2", "r1", "p3"), ("x3", "r3", "p3"))
    ]
    unknown = values_of("\n".join(f"{line}not_looked" for line in lines))
    choices = [[values_of(line + code) for code in ("yes", "no")] for line in lines]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_a_withheld_delegate_may_have_been_there():
    table = THREE + LISTS + "Withholding w item=Delegate/x noun=Delegate dialogue=d round=r3"
    bounds = figure(corpus_of(table)).bounds
    assert (bounds.low, bounds.high) == (0.5, 1.0)


def test_no_rounds_but_one():
    assert figure(corpus_of(SIDES.replace("Round r2", "#"))).sentence.startswith("0 concerns")


# -- rounds that are not on record --------------------------------------------------------------


def code_at_round_3(sides, more=""):
    items = figure(corpus_of(sides + LISTS + more)).items
    return {item.ref.partition("/")[2]: (item.code, item.optional) for item in items}


def test_it_may_have_been_answered_at_a_round_that_is_not_on_record():
    assert code_at_round_3(THREE)["c1"] == ("no", False)
    gap = THREE.replace("number=3", "number=4")
    assert code_at_round_3(gap)["c1"] == ("not_looked", True)


def test_it_may_have_been_closed_at_a_round_that_is_not_on_record():
    gap = THREE.replace("number=3", "number=4").replace("number=2", "number=3")
    there = "Delegate a4 round=r3 party=a person=p1"
    assert code_at_round_3(gap, there)["c1"] == ("yes", True)
    again = "\nRaising s5 concern=c1 round=r2 step=taken_up"
    assert code_at_round_3(gap, there + again)["c1"] == ("yes", False)
