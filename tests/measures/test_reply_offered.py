"""Were findings about a party offered to it for reply before release?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build

BASE = """
Concern c1 raised_by=a about=b title="Lawyers"
Concern c2 raised_by=b about=a title="Prisons"
Assessment z title="Ten years" author=X published_on=2003-01-10
"""
TABLE = (
    BASE
    + """
Judgement j1 about=Concern/c1 assessment=z summary="Not answered"
Judgement j2 about=Dialogue/d assessment=z summary="Yearly rounds were held"
Judgement j3 about=Concern/c1 assessment=z summary="Law changed"
Judgement j4 about=Concern/c1 assessment=z summary="Practice did not"
Judgement j5 about=Round/r1 assessment=z summary="No owner came"
Judgement j6 about=Concern/c2 assessment=z summary="No visits"
Judgement j7 about=Concern/c1 summary="Not released"
Answer a1 about=Judgement/j1 party=b offered_on=2002-11-01
Answer a2 about=Judgement/j2 party=b offered_on=2002-11-01
Answer a3 about=Judgement/j3 party=b offered_on=2003
Answer a4 about=Judgement/j4 party=b offered_on=2003-02-01
Answer a6 about=Judgement/j6 party=a given_on=2002-12-01
"""
)

DRAWN = (
    Drawn(
        "in time, in a year only, too late, not at all; one that was not released",
        TABLE,
        party="b",
        sentence="2 of 5 released judgements about Belmark were offered to it for reply before "
        "release; 1 is unknown, so between 40 % and 60 %.",
        bounds=(0.4, 0.6),
        counts={"judgements": 5, "offered": 2, "not_offered": 2},
    ),
    Drawn(
        "the other side; what is about both counts for either",
        TABLE,
        party="a",
        sentence="1 of 3 released judgements about Ardenia was offered to it for reply before "
        "release.",
        bounds=(0.3333, 0.3333),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("reply_offered", drawn)


def test_bounds_equal_all_completions():
    line = "Answer a3 about=Judgement/j3 party=b offered_on={}\n"
    fixed = values_of(SIDES + TABLE.replace(line.format("2003"), ""))
    unknown = values_of(line.format("2003") + "Withholding w item=Answer/x noun=Answer dialogue=d")
    choices = [
        [values_of(line.format(day)) for day in ("2003-01-02", "2003-06-01")],
        [
            values_of(f"Answer x about=Judgement/{judgement} party={party} offered_on=2002-12-01")
            for judgement in ("j4", "j5")
            for party in "ab"
        ],
    ]
    check_corpus_bounds(
        lambda corpus: measure("reply_offered", corpus, Ask("d", "b")),
        build,
        fixed,
        unknown,
        choices,
    )
