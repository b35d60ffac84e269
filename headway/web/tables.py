"""Tables of a page: plain data, shown in HTML, in the JSON twin and as safe CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, overload

from headway.domain.errors import BadValue
from headway.phrases import say
from headway.web import addresses
from headway.web.cells import as_line

ROWS_A_PAGE = 200
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")

Table = dict[str, Any]


def table(
    name: str,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Mapping[str, Any]],
    *,
    empty: str = "",
    note: str = "",
) -> Table:
    """A table as plain data; `empty` is what a reader is told when it has no rows."""
    found = [dict(row) for row in rows]
    return {
        "name": name,
        "caption": caption,
        "columns": [{"key": key, "label": label} for key, label in columns],
        "rows": found,
        "total": len(found),
        "first": 1 if found else 0,
        "empty": empty or say("Nothing is on record."),
        "note": note,
    }


class Rows(Sequence[dict[str, Any]]):
    """The rows of a long table, each made only when it is asked for."""

    def __init__(
        self, values: Sequence[Any], makers: Sequence[tuple[str, Callable[[Any], Any]]]
    ) -> None:
        self._values, self._makers = values, makers

    @property
    def values(self) -> Sequence[Any]:
        """What the rows are made of, in their order."""
        return self._values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, place: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(place, slice):
            return [self._row(value) for value in self._values[place]]
        return self._row(self._values[place])

    def _row(self, value: Any) -> dict[str, Any]:
        return {key: make(value) for key, make in self._makers}


def cut(full: Table, query: Mapping[str, str]) -> Table:
    """The rows of a long table that one page shows, chosen by its page number in the address.

    The number is `?page=2` for the list of a page, else `?<name>_page=2`.
    """
    paging = full.get("paging", {"parameter": f"{full['name']}_page", "rows": ROWS_A_PAGE})
    parameter, most = paging["parameter"], paging["rows"]
    pages = max(1, -(-full["total"] // most))
    number = page_number(query.get(parameter) or "1")
    if number > pages:
        raise BadValue(
            say(
                "The table {table} has no page {page}; it ends at {pages}.",
                table=full["name"],
                page=number,
                pages=pages,
            )
        )
    start = (number - 1) * most
    rows = list(full["rows"][start : start + most])
    return full | {
        "rows": rows,
        "first": start + 1 if rows else 0,
        "last": start + len(rows),
        "page": number,
        "pages": pages,
        "earlier": _turned(query, parameter, number - 1, pages),
        "later": _turned(query, parameter, number + 1, pages),
    }


def _turned(query: Mapping[str, str], parameter: str, number: int, pages: int) -> str:
    """The address of another page of a table; nothing where there is none."""
    if not 0 < number <= pages:
        return ""
    return addresses.same_page(query, **{parameter: str(number)})


def whole(full: Table) -> Table:
    """All rows of a table, as its twins give them."""
    rows = list(full["rows"])
    first = 1 if rows else 0
    return full | {
        "rows": rows,
        "first": first,
        "last": len(rows),
        "page": 1,
        "pages": 1,
        "earlier": "",
        "later": "",
    }


def page_number(given: str) -> int:
    """A page number from an address; BadValue unless it is a whole number from 1."""
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 10**6):
        raise BadValue(
            say("“{given}” is no page number; write a whole number from 1.", given=given[:40])
        )
    return int(given)


def as_csv(full: Table) -> str:
    """The whole table as CSV that no spreadsheet will run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(column["label"]) for column in full["columns"]])
    for row in full["rows"]:
        writer.writerow([harmless(as_line(row.get(c["key"]))) for c in full["columns"]])
    return out.getvalue()


def harmless(cell: str) -> str:
    """The cell with a quote in front where a spreadsheet would read a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell
