"""The checks of bounds fail for each way of counting that is broken on purpose."""

import pytest

from headway.measures import Ask, measure
from headway.measures.figure import Item, bounds_of
from tests.broken.bounds import BROKEN_BOUNDS, forgetful
from tests.measures.completions import check_bounds, check_corpus_bounds
from tests.measures.drawn import SIDES, values_of
from tests.measures.worlds import build

ITEMS = (
    Item("Concern/1", "yes"),
    Item("Concern/2", "no", weight=2.0),
    Item("Concern/3", "not_looked"),
    Item("Concern/4", "withheld"),
    Item("Concern/5", "no_evidence"),
    Item("Concern/6", "no", conflicting=True),
    Item("Concern/7", "not_applicable"),
    Item("Concern/8", "yes", optional=True),
)


def test_the_check_passes_for_the_bounds_the_broken_ones_are_made_of():
    check_bounds(bounds_of, ITEMS)


@pytest.mark.parametrize("broken", BROKEN_BOUNDS, ids=lambda broken: broken.__name__)
def test_broken_bounds_are_caught(broken):
    with pytest.raises(AssertionError):
        check_bounds(broken, ITEMS)


QUESTIONS = """
Concern c raised_by=a about=b
Question q1 concern=c round=r1 asked_by=a asked_of=b
Question q2 concern=c round=r1 asked_by=a asked_of=b
Reply p1 question=q1 kind=answered
Reply p2 question=q2 kind=refused
"""
WITHHELD = "Withholding w item=Question/y noun=Question dialogue=d"
HIDDEN = [
    values_of(f"Question y concern=c round=r2 asked_by=a asked_of=b\nReply z question=y kind={k}")
    for k in ("answered", "none")
]
DELEGATES = """
Person p1
Person p2
Delegate d1 round=r1 party=a person=p1
Delegate d2 round=r1 party=a person=p2
Delegate d3 round=r2 party=a person=p1
Attendance t round=r2 party=a list_complete=yes
"""


def check(run, name):
    if name == "answer_rate":
        fixed, unknown = values_of(SIDES + QUESTIONS), values_of(WITHHELD)
        check_corpus_bounds(run, build, fixed, unknown, [HIDDEN])
    else:
        unknown = values_of("Withholding w item=Delegate/x noun=Delegate round=r2")
        here = [values_of(f"Delegate x round=r2 party={p} person=p2") for p in "ab"]
        check_corpus_bounds(run, build, values_of(SIDES + DELEGATES), unknown, [here])


@pytest.mark.parametrize(("name", "party"), [("answer_rate", "b"), ("retention", "a")])
def test_the_check_of_a_corpus_passes_for_the_measure(name, party):
    check(lambda corpus: measure(name, corpus, Ask("d", party)), name)


@pytest.mark.parametrize(
    ("name", "party", "noun"),
    [
        ("answer_rate", "b", "Withholding"),
        ("answer_rate", "b", "Reply"),
        ("retention", "a", "Withholding"),
        ("retention", "a", "Attendance"),
    ],
)
def test_a_measure_that_forgets_something_is_caught(name, party, noun):
    with pytest.raises(AssertionError):
        check(forgetful(name, party, noun), name)
