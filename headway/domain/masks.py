"""What a view outside the house reads of a remark or a count it may see: never who can be found.

Rule 9 and the terms of attribution: a remark that may not be attributed has outside no side, group
or listener and only its year; what was said in confidence and not by name has only its month, for
a diary would tell the rest. Small numbers of people asked, answering or on a staff have no number.
"""

from dataclasses import replace
from typing import Any, TypeVar

from headway.domain.capacity import Staffing
from headway.domain.dates import PartialDate
from headway.domain.statements import Asking, Remark
from headway.domain.values import Value

INSIDE = frozenset({"desk", "assessor"})
"""The views of those who keep the record and who assess it; all others are outside."""

FEWEST_TOLD = 5
"""A count of persons below this is not told outside."""

IN_CONFIDENCE = frozenset({"interview", "talks", "corridor", "form"})
"""Settings of a remark that are not open to all."""

_YEAR, _MONTH = len("2003"), len("2003-02")

V = TypeVar("V", bound=Value)


def masked(value: V, view: str) -> V:
    """The value as that view may read it; most are the same for all."""
    if view in INSIDE:
        return value
    if isinstance(value, Remark):
        return replace(value, **_untold(value))
    if isinstance(value, Asking) and is_telling(value):
        return replace(value, asked=None, answered=None)
    if isinstance(value, Staffing) and value.staff is not None and is_small(value.staff):
        return replace(value, staff=None, why_unknown="withheld")
    return value


def _untold(remark: Remark) -> dict[str, Any]:
    """The fields of a remark that read otherwise outside."""
    year, month = (remark.said_on and PartialDate(remark.said_on[:n]) for n in (_YEAR, _MONTH))
    if is_unattributable(remark):
        nobody = {"party": None, "group": "", "said_to": "", "words": "", "quotable": False}
        return nobody | {"said_on": year}
    in_confidence = remark.setting in IN_CONFIDENCE and remark.terms != "named"
    return {"said_on": month} if in_confidence else {}


def under_terms_of(now: Value, value: V, view: str) -> V:
    """A past version of a value, outside under the terms of attribution that hold now."""
    if view not in INSIDE and is_unattributable(now) and isinstance(value, Remark):
        return replace(value, terms="not_attributable")
    return value


def is_unattributable(value: Value) -> bool:
    """Whether the value is a remark of which outside nobody may know from whom it is."""
    return isinstance(value, Remark) and value.terms == "not_attributable"


def is_telling(asking: Asking) -> bool:
    """Whether a number of an asking, or their difference, is a small count of persons."""
    asked, answered = asking.asked or 0, asking.answered or 0
    return is_small(asked) or is_small(answered) or is_small(asked - answered)


def is_small(count: float) -> bool:
    """Whether a count is too small to be told outside: 1 to 4."""
    return 0 < count < FEWEST_TOLD
