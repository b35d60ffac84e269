"""Who proposes, who puts off, and how long does it take?"""

import pytest

from headway.domain.dates import PartialDate
from headway.measures import Ask, measure
from headway.measures.arrangements import days_between
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build

TABLE = """
Round r3 dialogue=d number=3 began_on=2003-05-10
Arrangement s1 dialogue=d round=r1 step=proposed by=a on=2001-01-10
Arrangement s2 dialogue=d round=r1 step=agreed by=b on=2001-03-10
Arrangement s3 dialogue=d round=r2 step=proposed by=a on=2001-11
Arrangement s4 dialogue=d round=r2 step=agreed by=b on=2002-02-01
Arrangement s5 dialogue=d round=r2 step=postponed by=b on=2002-02-20 reason="a holiday"
Arrangement s6 dialogue=d round=r2 step=postponed by=a on=2002-03-01
Arrangement s7 dialogue=d round=r2 step=agreed by=b on=2002-04-10
Arrangement s8 dialogue=d step=agreed by=a on=2002-12-01
Arrangement s9 dialogue=d step=cancelled on=2003-01-01
Arrangement t1 dialogue=d step=cancelled by=b on=2003-02-01
Arrangement t2 dialogue=d step=postponed by=b on=2003-03-01
"""

DRAWN = (
    Drawn(
        "steps to three rounds; of one cancellation nobody noted by whom",
        TABLE,
        party="a",
        sentence="1 of 5 postponements and cancellations was made by Ardenia; 1 is unknown, so "
        "between 20 % and 40 %.",
        bounds=(0.2, 0.4),
        counts={"proposed": 2, "agreed": 1, "postponed": 1, "cancelled": 0, "by_unknown": 1},
        parts={
            "Rounds held": "2 of 3 rounds agreed were held; 1 is unknown.",
            "Round 1": "59 days from proposed to agreed and 61 days from agreed to held for "
            "round 1.",
            "Round 2": "131 to 160 days from proposed to agreed and 30 days from agreed to held "
            "for round 2.",
            "Round 3": "0 of 2 spans of days are known for round 3.",
        },
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sentence="3 of 5 postponements and cancellations were made by Belmark; 1 is unknown, so "
        "between 60 % and 80 %.",
        bounds=(0.6, 0.8),
        counts={"proposed": 0, "agreed": 3, "postponed": 2, "cancelled": 1},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("arrangements", drawn)


def figure(corpus):
    return measure("arrangements", corpus, Ask("d", "a"))


def step(name, words):
    return values_of(f"Arrangement {name} dialogue=d on=2002-01-01 {words}")


def test_bounds_equal_all_completions():
    fixed = [
        *values_of(SIDES),
        *step("s1", "step=postponed by=a"),
        *step("s2", "step=cancelled by=b"),
    ]
    unknown = [
        *step("s3", "step=postponed"),
        *values_of("Withholding w item=Arrangement/s4 noun=Arrangement dialogue=d"),
    ]
    choices = [
        [step("s3", f"step=postponed by={party}") for party in "ab"],
        [step("s4", f"step={kind} by={by}") for kind in ("postponed", "proposed") for by in "ab"],
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_a_round_that_was_agreed_and_cancelled_was_not_held():
    table = SIDES + (
        "Arrangement s1 dialogue=d round=r2 step=agreed by=a on=2002-01-01\n"
        "Arrangement s2 dialogue=d round=r2 step=cancelled by=b on=2002-02-01"
    )
    held = figure(build(values_of(table))).parts[0]
    assert held.sentence == "0 of 1 round agreed was held."


def test_days_of_partial_dates():
    assert days_between(PartialDate("2001-02"), PartialDate("2001-03-01")) == (1, 28)
