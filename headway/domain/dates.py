"""Dates as sources give them: a year, a month or a day."""

import calendar
import re
from datetime import date

from headway.domain.errors import BadValue

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


class PartialDate(str):
    """An ISO 8601 date that may lack its day or its month: `2002`, `2002-11`, `2002-11-04`.

    Sorted as text it stands at its earliest day. Raises BadValue for anything else.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> "PartialDate":
        found = _PATTERN.match(text)
        if found is None or not _is_real(found):
            raise BadValue(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        return super().__new__(cls, text)

    @property
    def earliest(self) -> date:
        """The first day this date may mean."""
        parts = [int(part) for part in self.split("-")]
        return date(*[*parts, 1, 1][:3])

    @property
    def latest(self) -> date:
        """The last day this date may mean."""
        parts = [int(part) for part in self.split("-")]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
        return date(parts[0], month, day)

    @property
    def year(self) -> int:
        """The year, which every partial date has."""
        return int(self[:4])


def _is_real(found: re.Match[str]) -> bool:
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def known_by(known_on: PartialDate | date, as_of: date) -> bool:
    """Whether something known on a (partial) date was certainly known at the end of `as_of`."""
    last = known_on.latest if isinstance(known_on, PartialDate) else known_on
    return last <= as_of
