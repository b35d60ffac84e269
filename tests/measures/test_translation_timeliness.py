"""Was it there in both languages in time?"""

from datetime import date

import pytest

from headway.measures import Ask, measure
from headway.measures.translation_timeliness import working_days_before
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build


def text(name, language, day, more=""):
    kind = "original" if language == "en" else "official_translation"
    on = f" available_on={day}" if day else ""
    return (
        f"Rendering {name}-{language} statement={name} language={language} kind={kind}"
        f" fidelity=paper_as_read{on}{more}\n"
    )


def paper(name, chinese, more=""):
    return (
        f"Statement {name} party=a round=r1 kind=paper delivered_on=2001-05-10 {more}\n"
        + text(name, "en", "2001-03-01")
        + chinese
    )


TABLE = (
    paper("s1", text("s1", "zh", "2001-04-20"), "due_on=2001-04-15")
    + paper("s2", text("s2", "zh", "2001-04-27"), "due_on=2001-04-30")
    + paper("s3", text("s3", "zh", "2001-04"))
    + paper("s4", text("s4", "zh", "", " available=no"))
    + paper("s5", "")
)

DRAWN = (
    Drawn(
        "in time, late, a month only, not translated, not noted",
        TABLE,
        party="a",
        sentence="1 of 5 papers due of Ardenia was there in both languages 10 working days before "
        "the round; 2 are unknown, so between 20 % and 60 %.",
        bounds=(0.2, 0.6),
        counts={"papers_due": 5, "in_time": 1, "late_or_missing": 2, "unknown": 2},
        parts={
            "By the day agreed": "1 of 2 papers due of Ardenia was there in both languages by the "
            "day agreed."
        },
    ),
    Drawn(
        "the other side, which owed none",
        TABLE,
        party="b",
        sentence="0 papers due of Belmark are in the record.",
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("translation_timeliness", drawn)


def test_bounds_equal_all_completions():
    fixed = values_of(SIDES + TABLE.replace(text("s3", "zh", "2001-04"), ""))
    unknown = values_of(
        text("s3", "zh", "2001-04")
        + "Withholding w item=Statement/s6 noun=Statement dialogue=d round=r1"
    )
    choices = [
        [values_of(text("s3", "zh", day)) for day in ("2001-04-02", "2001-04-30")],
        [values_of(paper("s6", text("s6", "zh", day))) for day in ("2001-04-02", "2001-04-30")],
        [values_of(text("s5", "zh", day)) for day in ("2001-04-02", "2001-04-30")],
    ]
    check_corpus_bounds(
        lambda corpus: measure("translation_timeliness", corpus, Ask("d", "a")),
        build,
        fixed,
        unknown,
        choices,
    )


def test_working_days():
    assert working_days_before(date(2001, 5, 10), 10) == date(2001, 4, 26)
    assert working_days_before(date(2001, 5, 7), 1) == date(2001, 5, 4)
