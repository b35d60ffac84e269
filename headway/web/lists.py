"""Lists a reader filters and sorts by address alone: plain links and one plain form, no script.

    lists.listed(look, "undertakings", "Undertakings", found, COLUMNS)

answers `?sort=due` and `?sort=-due`, `?text=visit`, `?by=yunlin`, `?from=2004&to=2005-06`,
`?rows=50` and `?page=2`. Where a page has several lists, all but the first begin these names
with their own (`progress_sort`). Whatever else stands in the address is kept.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.phrases import say
from headway.web import addresses, cells, tables
from headway.web.look import Look

Raw = str | int | float | None | tuple[str, ...]
"""What a row is sorted and chosen by: a text, a number, a date as ISO text, several texts."""

ROWS = (50, 100, 200)
ROWS_AT_FIRST = 100
MOST_CHOICES = 400
NONE = "-"
"""The choice that stands for rows which give nothing in a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how a row shows, and what it is sorted and chosen by.

    Without `raw` a column is not sorted by. `choice` names a raw value for readers and makes the
    column one to choose from; `choices` are all values there can be, where that is known
    beforehand, in their order. A `period` column is one of days; a `wide` one holds sentences.
    """

    key: str
    label: str
    cell: Callable[[Any], Any]
    raw: Callable[[Any], Raw] | None = None
    choice: Callable[[str], str] | None = None
    choices: tuple[str, ...] = ()
    period: bool = False
    wide: bool = False


def listed(
    look: Look,
    name: str,
    caption: str,
    values: Iterable[Any],
    columns: Sequence[Column],
    *,
    haystack: Callable[[Any], str] | None = None,
    first: bool = True,
    empty: str = "",
    note: str = "",
) -> tables.Table:
    """The rows an address asks for, in its order, with the form and the links to ask otherwise.

    `values` stand in the order shown when nothing is asked for; `haystack` gives the words a
    search goes through. BadValue names a parameter that cannot be understood.
    """
    asked = _Asked(look.query, "" if first else f"{name}_", tuple(columns), haystack)
    choice = _Choice(asked, list(values))
    found = asked.sorted(choice.rows())
    full = tables.table(name, caption, [], (), empty=empty, note=note)
    return full | {
        "columns": [asked.heading(column) for column in columns],
        "rows": tables.Rows(found, [(column.key, column.cell) for column in columns]),
        "total": len(found),
        "first": 1 if found else 0,
        "paging": {"parameter": f"{asked.prefix}page", "rows": asked.rows},
        "list": _controls(asked, choice, len(found)),
    }


class _Asked:
    """What an address asks of one list."""

    def __init__(
        self,
        query: Mapping[str, str],
        prefix: str,
        columns: tuple[Column, ...],
        haystack: Callable[[Any], str] | None,
    ) -> None:
        self.query, self.prefix, self.columns, self.haystack = query, prefix, columns, haystack
        self.choosing = tuple(c for c in columns if c.choice is not None and c.raw is not None)
        self.dated = next((c for c in columns if c.period and c.raw is not None), None)
        self.text = self._given("text").strip() if haystack else ""
        self.sort = self._sort()
        self.begin, self.end = self._day("from"), self._day("to")
        self.rows = self._rows()
        self.chosen = {c.key: self._choice(c) for c in self.choosing}

    # -- reading the address --------------------------------------------------------------

    def _given(self, name: str) -> str:
        return self.query.get(f"{self.prefix}{name}", "")

    def _sort(self) -> str:
        given = self._given("sort")
        names = [c.key for c in self.columns if c.raw is not None]
        if given and given.removeprefix("-") not in names:
            raise BadValue(
                say(
                    "This list cannot be sorted by “{given}”; choose one of {names}, "
                    "with - in front for the other way round.",
                    given=given[:40],
                    names=", ".join(names),
                )
            )
        return given

    def _day(self, name: str) -> PartialDate | None:
        given = self._given(name).strip() if self.dated else ""
        if not given:
            return None
        try:
            return PartialDate(given)
        except BadValue as error:
            raise BadValue(
                say(
                    "“{given}” is no day; write {name} as 2005, 2005-06 or 2005-06-30.",
                    given=given[:40],
                    name=f"{self.prefix}{name}",
                )
            ) from error

    def _rows(self) -> int:
        given = self._given("rows")
        if given and given not in map(str, ROWS):
            raise BadValue(
                say(
                    "A page of this list has {numbers} rows, not “{given}”.",
                    numbers=", ".join(map(str, ROWS)),
                    given=given[:40],
                )
            )
        return int(given or ROWS_AT_FIRST)

    def _choice(self, column: Column) -> str:
        given = self._given(column.key)
        if given and column.choices and given not in (*column.choices, NONE):
            raise BadValue(
                say(
                    "“{given}” is no choice for {name}; choose one of {names}.",
                    given=given[:40],
                    name=f"{self.prefix}{column.key}",
                    names=", ".join(column.choices),
                )
            )
        return given

    # -- which rows, in which order -------------------------------------------------------

    def tests(self) -> dict[str, Callable[[Any], bool]]:
        """What a row must pass, by the name of the filter; only filters that are asked for."""
        found: dict[str, Callable[[Any], bool]] = {}
        for column in self.choosing:
            wanted = self.chosen[column.key]
            if wanted:
                found[column.key] = _having(column, wanted)
        if self.begin or self.end:
            found["period"] = self._is_in_period
        if self.text and self.haystack:
            found["text"] = _holding(_folded(self.text).split(), self.haystack)
        return found

    def _is_in_period(self, value: Any) -> bool:
        """Whether a day that may be partial can lie in the period; one not known does not."""
        day = _raw(self.dated, value) if self.dated else None
        if not isinstance(day, str) or not day:
            return False
        begin, _, end = day.partition("/")
        first, last = PartialDate(begin).earliest, PartialDate(end or begin).latest
        return (self.begin is None or last >= self.begin.earliest) and (
            self.end is None or first <= self.end.latest
        )

    def sorted(self, values: list[Any]) -> list[Any]:
        """The rows in the order asked for; what is not known comes last either way."""
        column = next((c for c in self.columns if c.key == self.sort.removeprefix("-")), None)
        if not self.sort or column is None:
            return values
        keyed = [(_key(_raw(column, value)), value) for value in values]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0] or (0, 0.0, ""), reverse=self.sort.startswith("-"))
        return [v for _, v in known] + [v for key, v in keyed if key is None]

    # -- what a reader can ask ------------------------------------------------------------

    def heading(self, column: Column) -> dict[str, Any]:
        """A column's head: its label, how it is sorted now, and where the next sorting is."""
        head: dict[str, Any] = {"key": column.key, "label": column.label, "wide": column.wide}
        if column.raw is None:
            return head
        now = self.sort if self.sort.removeprefix("-") == column.key else ""
        after = f"-{column.key}" if now == column.key else column.key
        state = "none" if not now else "descending" if now.startswith("-") else "ascending"
        return head | {
            "sort": state,
            "href": self._address(sort=after),
        }

    def _address(self, **changes: str) -> str:
        named = {f"{self.prefix}{key}": value for key, value in changes.items()}
        return addresses.same_page(self.query, **{f"{self.prefix}page": ""} | named)


class _Choice:
    """Which rows of a list pass which filter: each row is asked once."""

    def __init__(self, asked: _Asked, everything: Sequence[Any]) -> None:
        self.everything = everything
        self.passed = {
            name: [passes(value) for value in everything] for name, passes in asked.tests().items()
        }
        self.failed = [row.count(False) for row in zip(*self.passed.values(), strict=True)]

    def rows(self) -> list[Any]:
        """The rows that pass every filter, in their order."""
        if not self.passed:
            return list(self.everything)
        return [v for v, n in zip(self.everything, self.failed, strict=True) if n == 0]

    def without(self, name: str) -> list[bool]:
        """Whether each row passes every filter but that one."""
        if not self.passed:
            return [True] * len(self.everything)
        own = self.passed.get(name)
        if own is None:
            return [n == 0 for n in self.failed]
        return [n == (not ok) for n, ok in zip(self.failed, own, strict=True)]


# -- the form --------------------------------------------------------------------------------


def _controls(asked: _Asked, choice: _Choice, found: int) -> dict[str, Any]:
    """The form of a list, with how many rows each choice would leave."""
    own = {"text", "from", "to", "rows", "page", *(c.key for c in asked.choosing)}
    mine = {f"{asked.prefix}{key}" for key in own}
    offers = (_offer(asked, column, choice) for column in asked.choosing)
    return {
        "all": len(choice.everything),
        "found": found,
        "filtered": bool(choice.passed),
        "undated": _undated(asked, choice.everything),
        "sort": asked.sort,
        "kept": [
            {"name": name, "value": value}
            for name, value in addresses.pairs(asked.query)
            if name not in mine
        ],
        "clear": addresses.same_page(asked.query, **dict.fromkeys(sorted(mine), "")),
        "text": {"name": f"{asked.prefix}text", "value": asked.text} if asked.haystack else None,
        "choices": [offer for offer in offers if offer is not None],
        "period": _period(asked),
        "rows": _rows_field(asked, len(choice.everything)),
    }


def _undated(asked: _Asked, everything: Sequence[Any]) -> int:
    """How many rows a period leaves out because nobody knows their day."""
    if not asked.dated or not (asked.begin or asked.end):
        return 0
    return sum(1 for value in everything if not _raw(asked.dated, value))


def _offer(asked: _Asked, column: Column, choice: _Choice) -> dict[str, Any] | None:
    """The values of a column with the rows each would leave; None where there is no choice."""
    name, wanted = column.choice, asked.chosen[column.key]
    if name is None:
        return None
    counts: Counter[str] = Counter()
    known: set[str] = {wanted} if wanted else set()
    for value, fits in zip(choice.everything, choice.without(column.key), strict=True):
        parts = _several(column, value)
        known.update(parts)
        if fits:
            counts.update(parts)
    if (len(known) < 2 and not wanted) or len(known) > MOST_CHOICES:
        return None
    order = {value: place for place, value in enumerate(column.choices)}
    labels = {v: name(v) if v != NONE else cells.not_given() for v in known}
    ordered = sorted(known, key=lambda v: (v == NONE, order.get(v, 0), _folded(labels[v]), v))
    return {
        "name": f"{asked.prefix}{column.key}",
        "label": column.label,
        "options": [
            {"value": v, "label": labels[v], "count": counts[v], "chosen": v == wanted}
            for v in ordered
        ],
    }


def _period(asked: _Asked) -> dict[str, Any] | None:
    if asked.dated is None:
        return None
    return {
        "label": asked.dated.label,
        "from": {"name": f"{asked.prefix}from", "value": str(asked.begin or "")},
        "to": {"name": f"{asked.prefix}to", "value": str(asked.end or "")},
    }


def _rows_field(asked: _Asked, most: int) -> dict[str, Any] | None:
    if most <= ROWS[0]:
        return None
    return {
        "name": f"{asked.prefix}rows",
        "options": [{"value": str(n), "chosen": n == asked.rows} for n in ROWS],
    }


# -- raw values ------------------------------------------------------------------------------


def _raw(column: Column, value: Any) -> Raw:
    return column.raw(value) if column.raw else None


def _several(column: Column, value: Any) -> tuple[str, ...]:
    """A row's values in a column as the form writes them; `NONE` where it has none."""
    raw = _raw(column, value)
    if isinstance(raw, tuple):
        return tuple(dict.fromkeys(raw)) or (NONE,)
    return (str(raw),) if raw not in (None, "") else (NONE,)


def _key(raw: Raw) -> tuple[int, float, str] | None:
    """What a raw value is sorted by: numbers, then texts; None where nothing is known."""
    if isinstance(raw, tuple):
        raw = "\n".join(raw)
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        return (1, 0.0, _folded(raw))
    return (0, float(raw), "")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _having(column: Column, wanted: str) -> Callable[[Any], bool]:
    """A test whether a row has that value in a column."""
    return lambda value: wanted in _several(column, value)


def _holding(parts: Sequence[str], haystack: Callable[[Any], str]) -> Callable[[Any], bool]:
    """A test whether the words of a row hold all these parts."""

    def holds(value: Any) -> bool:
        text = _folded(haystack(value))
        return all(part in text for part in parts)

    return holds
