"""The day a page counts for: the one in the address, else the one on the clock."""

from datetime import UTC, date, datetime
from typing import Literal

from headway.domain.dates import PartialDate
from headway.phrases import say, says
from headway.web import cells
from headway.web.look import Look

SOON_DAYS = 90

Due = Literal["past", "soon", "later", "none"]


def clock() -> date:
    """Today, as this machine has it; pages read the clock nowhere else."""
    return datetime.now(UTC).astimezone().date()


def counted_on(look: Look) -> date:
    """The day deadlines are held against: that of the look, else today."""
    return look.corpus.as_of or clock()


def in_words(look: Look) -> str:
    """That day in words."""
    return cells.day_words(PartialDate(counted_on(look).isoformat()))


def due(day: PartialDate | None, on: date) -> Due:
    """Whether a deadline is past, comes within 90 days, later, or was never set.

    A deadline known to the month or the year only is past when all of it is.
    """
    if day is None:
        return "none"
    if day.latest < on:
        return "past"
    return "soon" if (day.earliest - on).days <= SOON_DAYS else "later"


def late_by(day: PartialDate, on: date) -> int:
    """How many days after the last day it may mean a deadline is."""
    return (on - day.latest).days


def apart(due_on: PartialDate, there_on: PartialDate) -> tuple[int, int]:
    """The fewest and the most days from a deadline to the day something was there."""
    return (
        (there_on.earliest - due_on.latest).days,
        (there_on.latest - due_on.earliest).days,
    )


def apart_words(low: int, high: int) -> str:
    """Days after a deadline in words: "3 days late", "5 days early", "on the day"."""
    if low == high:
        return _side(low)
    return say("between {low} and {high}", low=_side(low), high=_side(high))


def _side(days: int) -> str:
    if days == 0:
        return say("on the day")
    if days > 0:
        return says("{count} day late", "{count} days late", days)
    return says("{count} day early", "{count} days early", -days)
