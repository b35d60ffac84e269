"""How old is the last search behind `no evidence`?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of

TABLE = """
Concern c1 raised_by=a about=b title="Lawyers"
Concern c2 raised_by=a about=b title="Press"
Concern c3 raised_by=b about=a title="Prisons"
Search s1 concern=c1 rung=acted by=X on=2002-01-01 where=Y
Search s2 concern=c1 rung=acted by=X on=2004-03-01 where=Y
Search s3 concern=c1 rung=changed by=X on=2002-05-01 where=Y
Search s4 concern=c2 rung=acted by=X on=2003 where=Y
Search s5 concern=c2 rung=changed by=X on=2002 where=Y
Search s6 concern=c2 rung=undertaking by=X on=2002-01-31 where=Y
Search s7 concern=c3 rung=acted by=X on=2004-05-01 where=Y
Search s8 concern=c3 rung=changed by=X on=2004-05-01 where=Y
Evidence e8 concern=c3 rung=changed bearing=for origin=N
"""

DRAWN = (
    Drawn(
        "the last search counts; one day is known to the year only",
        TABLE,
        party="a",
        as_of="2004-05-31",
        sentence="3 of 5 claims without evidence on concerns raised by Ardenia were last searched "
        "for more than 365 days ago; 1 is unknown, so between 60 % and 80 %.",
        bounds=(0.6, 0.8),
        counts={"claims": 5, "older": 3, "median_days_least": 517, "median_days_most": 761},
    ),
    Drawn(
        "the other side; where evidence was found the claim is not counted",
        TABLE,
        party="b",
        as_of="2004-05-31",
        sentence="0 of 1 claim without evidence on concerns raised by Belmark was last searched "
        "for more than 365 days ago.",
        bounds=(0.0, 0.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("search_age", drawn)


def figure(corpus):
    return measure("search_age", corpus, Ask("d", "a"))


def build(values):
    from datetime import date

    from headway.domain.corpus import Corpus, project
    from headway.domain.views import Viewer

    return Corpus(values=project(values, Viewer("desk")), as_of=date(2004, 5, 31))


def test_bounds_equal_all_completions():
    line = "Search s4 concern=c2 rung=acted by=X on={} where=Y"
    fixed = values_of(SIDES + TABLE.replace(line.format("2003"), ""))
    choices = [[values_of(line.format(day)) for day in ("2003-01-01", "2003-08-01", "2003-12-31")]]
    check_corpus_bounds(figure, build, fixed, values_of(line.format("2003")), choices)


def test_a_withheld_search_may_be_newer():
    table = SIDES + TABLE + "Withholding w item=Search/x noun=Search dialogue=d"
    bounds = figure(corpus_of(table, as_of="2004-05-31")).bounds
    assert (bounds.low, bounds.high) == (0.4, 0.8)
