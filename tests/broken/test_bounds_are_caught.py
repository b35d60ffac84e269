"""The checks of bounds fail for each way of counting that is broken on purpose."""

import pytest

from headway.measures import Ask, capacity, measure, repeated_points
from headway.measures.figure import Item, bounds_of
from tests.broken.bounds import BROKEN_BOUNDS, BROKEN_MARKS, BROKEN_SERIES, forgetful
from tests.measures import test_repeated_points
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


POINTS = """
Point p1 round=r2 party=a made_before=yes
Point p2 round=r2 party=a made_before=no
"""
HIDDEN_POINT = "Withholding w item=Point/x noun=Point dialogue=d round=r2"
STAFF = """
Body ba party=a
Staffing s1 body=ba party=a on=2001 staff=5
Staffing s3 body=ba party=a on=2003 staff=5
"""
NOT_COUNTED = "Staffing s2 body=ba party=a on=2002"


def check(run, name):
    if name == "repeated_points":
        ways = [values_of(f"Point x round=r2 party=a made_before={c}") for c in ("yes", "no")]
        fixed, unknown = values_of(SIDES + POINTS), values_of(HIDDEN_POINT)
        check_corpus_bounds(run, build, fixed, unknown, [ways])
    elif name == "capacity":
        ways = [values_of(f"{NOT_COUNTED} staff={n}") for n in range(8)]
        check_corpus_bounds(run, build, values_of(SIDES + STAFF), values_of(NOT_COUNTED), [ways])
    elif name == "answer_rate":
        fixed, unknown = values_of(SIDES + QUESTIONS), values_of(WITHHELD)
        check_corpus_bounds(run, build, fixed, unknown, [HIDDEN])
    else:
        unknown = values_of("Withholding w item=Delegate/x noun=Delegate round=r2")
        here = [values_of(f"Delegate x round=r2 party={p} person=p2") for p in "ab"]
        check_corpus_bounds(run, build, values_of(SIDES + DELEGATES), unknown, [here])


@pytest.mark.parametrize(
    ("name", "party"),
    [("answer_rate", "b"), ("retention", "a"), ("repeated_points", "a"), ("capacity", "a")],
)
def test_the_check_of_a_corpus_passes_for_the_measure(name, party):
    check(lambda corpus: measure(name, corpus, Ask("d", party)), name)


@pytest.mark.parametrize(
    ("name", "party", "noun"),
    [
        ("answer_rate", "b", "Withholding"),
        ("answer_rate", "b", "Reply"),
        ("retention", "a", "Withholding"),
        ("retention", "a", "Attendance"),
        ("repeated_points", "a", "Withholding"),
    ],
)
def test_a_measure_that_forgets_something_is_caught(name, party, noun):
    with pytest.raises(AssertionError):
        check(forgetful(name, party, noun), name)


@pytest.mark.parametrize("broken", BROKEN_SERIES, ids=lambda broken: broken.__name__)
def test_a_series_that_forgets_what_is_not_known_is_caught(broken, monkeypatch):
    monkeypatch.setattr(capacity, "falls_of", broken)
    with pytest.raises(AssertionError):
        check(lambda corpus: measure("capacity", corpus, Ask("d", "a")), "capacity")


@pytest.mark.parametrize("broken", BROKEN_MARKS, ids=lambda broken: broken.__name__)
def test_a_mark_read_wrongly_is_caught(broken, monkeypatch):
    monkeypatch.setattr(repeated_points, "_code", broken)
    with pytest.raises(AssertionError):
        test_repeated_points.test_a_no_needs_every_earlier_round_on_record(
            1, 3, ("not_applicable", "not_assessed")
        )
