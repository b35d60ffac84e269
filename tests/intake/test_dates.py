"""Dates as people write them: what is read, what is left alone, what is said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.dates import PartialDate
from headway.intake.dates import find_dates, parse_date, two_days
from tests.intake.growth import grows_with_length

READ = [
    ("4-8 November 2002", "2002-11-04", "2002-11-08"),
    ("November 4–8, 2002", "2002-11-04", "2002-11-08"),
    ("du 4 au 8 novembre 2002", "2002-11-04", "2002-11-08"),
    ("2002年11月4日至8日", "2002-11-04", "2002-11-08"),
    ("2002年11月4日至12月8日", "2002-11-04", "2002-12-08"),
    ("28 June - 2 July 1999", "1999-06-28", "1999-07-02"),
    ("28 December - 2 January 2000", "1999-12-28", "2000-01-02"),
    ("28 June 1999 to 2 July 2000", "1999-06-28", "2000-07-02"),
    ("November-December 2001", "2001-11", "2001-12"),
    ("2002年11月4日", "2002-11-04", None),
    ("二〇〇二年十一月四日", "2002-11-04", None),
    ("2002 年 11 月", "2002-11", None),
    ("le 4 novembre 2002", "2002-11-04", None),
    ("le 1er mars 2003", "2003-03-01", None),
    ("November 4, 2002", "2002-11-04", None),
    ("the 4th of November 2002", "2002-11-04", None),
    ("Sept. 2004", "2004-09", None),
    ("May 2003", "2003-05", None),
    ("2002-11-04", "2002-11-04", None),
    ("2002", "2002", None),
    ("04.11.2002", "2002-11-04", None),
    ("4.11.2002", "2002-11-04", None),
    ("2002/11/4", "2002-11-04", None),
    ("2002.11.04", "2002-11-04", None),
    ("2002-11-4", "2002-11-04", None),
    ("15/06/2021", "2021-06-15", None),
    ("6/15/2021", "2021-06-15", None),
    ("15-06-2021", "2021-06-15", None),
    ("5/5/2021", "2021-05-05", None),
    ("15-Jun-2021", "2021-06-15", None),
    ("15-juin-2021", "2021-06-15", None),
]


@pytest.mark.parametrize(("text", "began", "until"), READ)
def test_a_date_is_read(text, began, until):
    (found,) = find_dates(f"« {text} »")
    assert (found.began_on, found.until, found.note) == (began, until, "")
    assert f"« {text} »"[found.begin : found.end] == found.written


@pytest.mark.parametrize(
    ("text", "began", "note"),
    [
        ("autumn 2005", "2005", "is a season; read as the year 2005"),
        ("automne 2005", "2005", "is a season"),
        ("2002年秋", "2002", "is a season"),
        ("31 June 2001", "2001-06", "there is no day 31 in month 6 of 2001"),
        ("30 février 2001", "2001-02", "there is no day 30"),
        ("8-4 November 2002", "2002-11-08", "ends before it begins"),
    ],
)
def test_what_was_lost_is_said(text, began, note):
    found = parse_date(text)
    assert found.began_on == began and note in found.note


@pytest.mark.parametrize(
    "text",
    [
        "4/11/2002",
        "4-11-2002",
        "31/13/2002",
        "1.2.2002.5",
        "14/2002/11",
        "19–21 November",
        "A/57/292",
        "1,997",
        "1997/8",
        "20021104",
        "十二月",
        "",
    ],
)
def test_what_may_mean_two_things_or_no_day_is_left_alone(text):
    assert find_dates(text) == () and parse_date(text) is None


def test_a_spreadsheets_time_of_day_is_passed_over():
    assert parse_date("2021-06-15 00:00:00").began_on == "2021-06-15"
    assert parse_date("15.06.2021 00:00").began_on == "2021-06-15"


@pytest.mark.parametrize(("text", "twice"), [("4/11/2002", True), ("4-11-2002", True),
    ("15/06/2021", False), ("4.11.2002", False), ("", False), ("31/13/2002", False)])  # fmt: skip
def test_a_day_that_may_be_two_is_told_from_none(text, twice):
    assert bool(two_days(text)) == twice


@pytest.mark.parametrize(
    ("text", "near", "began", "until"),
    [
        ("in London on 19–21 November.", "2001-12-18", "2001-11-19", "2001-11-21"),
        ("in Beijing on 15 May.", "2002-07-11", "2002-05-15", None),
        ("on 12 December", "2002-01-15", "2001-12-12", None),
        ("November 19-21", "2001-12-18", "2001-11-19", "2001-11-21"),
        ("11月19日", "2001-12", "2001-11-19", None),
        ("31 June", "2001-12", "2001-06", None),
    ],
)
def test_days_without_a_year_are_read_near_a_day(text, near, began, until):
    (found,) = find_dates(text, PartialDate(near))
    assert (found.began_on, found.until) == (began, until) and found.note
    assert find_dates(text) == ()


def test_a_month_in_iso_form_is_a_date_where_nothing_else_stands():
    assert parse_date(" 2002-11 ").began_on == "2002-11"
    assert parse_date("2002-13") is None and parse_date("2002-11-31") is None


def test_a_sentence_is_no_date_but_holds_one():
    text = "The third round was held on 11 September 2013, after that of 2012."
    assert parse_date(text) is None
    assert [one.began_on for one in find_dates(text)] == ["2013-09-11", "2012"]


pieces = st.sampled_from(
    [
        "4",
        "31",
        "2002",
        "May",
        " ",
        "-",
        "–",
        "to",
        "novembre",
        "年",
        "月",
        "日",
        "十",
        "二",
        "秋",
        ",",
        "1er",
    ]
)


@given(st.lists(pieces, max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_is_read_without_fault(text):
    end = 0
    assert len(find_dates(text, PartialDate("2002"))) >= len(find_dates(text))
    for found in find_dates(text):
        assert end <= found.begin < found.end <= len(text)
        assert found.until is None or found.until.latest >= found.began_on.earliest
        end = found.end


@pytest.mark.parametrize(
    "piece", ["4 ", "4.", "4/4/", "2002/", "May ", "1999 - ", "一", "2002年", "4 May" + " " * 999]
)
def test_long_texts_take_no_longer_than_their_length(piece):
    assert grows_with_length(find_dates, piece * (400 if len(piece) < 99 else 3))
