"""Dates as sources give them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.dates import PartialDate, known_by
from headway.domain.errors import BadValue

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2002", date(2002, 1, 1), date(2002, 12, 31)),
        ("2002-11", date(2002, 11, 1), date(2002, 11, 30)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2002-11-04", date(2002, 11, 4), date(2002, 11, 4)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_what_a_partial_date_may_mean(text, earliest, latest):
    day = PartialDate(text)
    assert (day.earliest, day.latest, day.year) == (earliest, latest, earliest.year)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "02",
        "2002-",
        "2002-13",
        "2002-00",
        "2002-11-31",
        "2001-02-29",
        "2002-11-04T00:00",
        "2002-11-04\n",
        " 2002",
        "2002/11",
        "20021104",
        "0000",
        "２００２",
        "2002-1-4",
    ],
)
def test_anything_else_is_refused_with_how_to_mend_it(text):
    with pytest.raises(BadValue, match="YYYY-MM-DD"):
        PartialDate(text)


@given(DAYS, st.integers(1, 3))
def test_the_span_of_a_partial_date_holds_every_day_it_was_cut_from(day, parts):
    cut = PartialDate("-".join(day.isoformat().split("-")[:parts]))
    assert cut.earliest <= day <= cut.latest
    assert PartialDate(str(cut)) == cut


@given(DAYS, DAYS)
def test_days_sort_as_text_in_their_order(one, other):
    texts = PartialDate(one.isoformat()), PartialDate(other.isoformat())
    assert (texts[0] < texts[1]) == (one < other)


@given(DAYS)
def test_a_year_sorts_before_its_months_and_days(day):
    text = day.isoformat()
    assert PartialDate(text[:4]) < PartialDate(text[:7]) < PartialDate(text)


def test_known_only_when_the_whole_span_is_over():
    assert not known_by(PartialDate("2002"), date(2002, 12, 30))
    assert known_by(PartialDate("2002"), date(2002, 12, 31))
    assert known_by(date(2002, 5, 1), date(2002, 5, 1))
    assert not known_by(date(2002, 5, 1) + timedelta(days=1), date(2002, 5, 1))
