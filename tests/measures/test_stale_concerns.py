"""What is raised again and again with no change?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

FOUR = (
    SIDES
    + """
Round r3 dialogue=d number=3 began_on=2003-05-10
Round r4 dialogue=d number=4 began_on=2004-05-10
"""
)


def raised(concern, rounds, by="a"):
    about = "b" if by == "a" else "a"
    lines = [f"Concern {concern} raised_by={by} about={about} title={concern.upper()}"]
    lines += [f"Raising {concern}{r} concern={concern} round=r{r} step=taken_up" for r in rounds]
    return "\n".join(lines) + "\n"


TABLE = (
    raised("c1", (1, 2, 3))
    + raised("c2", (1, 2, 3))
    + raised("c3", (2, 3, 4))
    + raised("c4", (1, 2, 4))
    + raised("c5", (1, 2, 3))
    + raised("c6", (1, 2, 3), "b")
    + """
Search s1 concern=c1 rung=acted by=X on=2004-01 where=Y
Search s2 concern=c2 rung=acted by=X on=2004-01 where=Y
Evidence e2 concern=c2 rung=acted bearing=for origin=N event_on=2002-09-01
Search s3 concern=c3 rung=acted by=X on=2004-06 where=Y
Evidence e3 concern=c3 rung=changed bearing=for origin=N event_on=2001-09-01
"""
)

DRAWN = (
    Drawn(
        "no change found, a change, an earlier change, two rounds in a row, nobody looked",
        TABLE,
        party="a",
        sides=FOUR,
        sentence="2 of 5 concerns raised by Ardenia were raised in 3 or more successive rounds "
        "with no change on record; 1 is unknown, so between 40 % and 60 %.",
        bounds=(0.4, 0.6),
        counts={"concerns": 5, "no_change": 2, "change": 1, "fewer_rounds": 1, "not_looked": 1},
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sides=FOUR,
        sentence="0 of 1 concern raised by Belmark was raised in 3 or more successive rounds "
        "with no change on record; 1 is unknown.",
        bounds=(0.0, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("stale_concerns", drawn)


def figure(corpus):
    return measure("stale_concerns", corpus, Ask("d", "a"))


SEARCHED = "Search s1 concern=c1 rung=acted by=X on=2004-01 where=Y\n"


def test_bounds_equal_all_completions():
    fixed = values_of(FOUR + TABLE.replace(raised("c5", (1, 2, 3)), ""))
    step = "Withholding w1 item=Raising/c43 noun=Raising dialogue=d concern=c4 round=r3\n"
    seen = "Search s4 concern=c4 rung=acted by=X on=2005 where=Y\n"
    evidence = "Withholding w2 item=Evidence/e1 noun=Evidence dialogue=d concern=c1\n"
    choices = [
        [
            values_of(f"{seen}Raising c43 concern=c4 round=r3 step={s}")
            for s in ("taken_up", "dropped")
        ],
        [
            values_of(f"Evidence e1 concern=c1 rung=acted bearing=for origin=N event_on={day}")
            for day in ("2000", "2002-09")
        ],
    ]
    check_corpus_bounds(figure, build, fixed, values_of(seen + step + evidence), choices)


def test_a_change_without_a_day_leaves_it_open():
    table = FOUR + raised("c1", (1, 2, 3)) + SEARCHED
    undated = "Evidence e1 concern=c1 rung=acted bearing=for origin=N"
    assert figure(corpus_of(table)).items[0].code == "yes"
    assert figure(corpus_of(table + undated)).items[0].code == "not_assessed"


def test_a_reply_that_was_read_is_a_look():
    table = (
        FOUR
        + raised("c1", (1, 2, 3))
        + """
Question q concern=c1 round=r2 asked_by=a asked_of=b
Reply p question=q kind=general given_on=2002-05-10
"""
    )
    assert figure(corpus_of(table)).items[0].code == "yes"


def test_a_withheld_step_on_no_named_concern_loosens():
    table = FOUR + TABLE + "Withholding w item=Raising/x noun=Raising dialogue=d"
    bounds = figure(corpus_of(table)).bounds
    assert (bounds.low, bounds.high) == (0.2, 0.8)


# -- rounds that are not on record: tests/truth/gaps-by-hand.md ---------------------------------

GAP = FOUR.replace("number=4", "number=5").replace("number=3", "number=4")


def codes(table, sides=GAP):
    items = figure(corpus_of(sides + table)).items
    return {item.ref.partition("/")[2]: item.code for item in items}


def test_three_rounds_with_one_between_that_is_not_on_record():
    table = (
        raised("c1", (1, 2, 3, 4))
        + raised("c2", (1, 3))
        + raised("c3", (2, 4))
        + raised("c4", (3,))
    )
    assert codes(table) == {"c1": "not_looked", "c2": "no", "c3": "no", "c4": "no"}
    assert codes(table, FOUR)["c1"] == "not_looked"
    assert codes(table + SEARCHED, FOUR)["c1"] == "yes"
    assert codes(table + SEARCHED)["c1"] == "not_looked"


def test_a_change_between_the_rounds_on_record_is_one_whatever_came_between():
    table = raised("c1", (1, 2, 3, 4)) + SEARCHED
    change = "Evidence e rung=acted bearing=for origin=N concern=c1 event_on="
    assert codes(table + change + "2002-09") == {"c1": "not_looked"}  # not in the run from 4 to 5
    later = "\nEvidence f rung=acted bearing=for origin=N concern=c1 event_on=2003-09"
    earlier = "\nEvidence g rung=acted bearing=for origin=N concern=c1 event_on=2001-09"
    assert codes(table + change + "2002-09" + later + earlier) == {"c1": "no"}


def test_a_round_of_which_nobody_noted_anything_may_have_raised_it():
    assert codes(raised("c1", (1, 2))) == {"c1": "not_looked"}
    other = raised("c6", (3, 4), "b")
    assert codes(raised("c1", (1, 2)) + other, FOUR) == {"c1": "no"}
    assert codes(raised("c1", (1, 2)), FOUR) == {"c1": "not_looked"}


def test_a_number_that_cannot_be_takes_no_time():
    table = raised("c1", (1, 2, 3, 4))
    assert codes(table, FOUR.replace("number=4", "number=2000000000")) == {"c1": "not_looked"}
