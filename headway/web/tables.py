"""Tables of a page: plain data, shown in HTML, in the JSON twin and as safe CSV."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from headway.domain.errors import BadValue
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
    empty: str = "Nothing is on record.",
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
        "empty": empty,
        "note": note,
    }


def cut(full: Table, query: Mapping[str, str]) -> Table:
    """The rows of a long table that one page shows, chosen by `?<name>_page=2`."""
    pages = max(1, -(-full["total"] // ROWS_A_PAGE))
    number = page_number(query.get(f"{full['name']}_page", "1"))
    if number > pages:
        raise BadValue(f"the table {full['name']} has no page {number}; it ends at {pages}")
    start = (number - 1) * ROWS_A_PAGE
    rows = full["rows"][start : start + ROWS_A_PAGE]
    return full | {
        "rows": rows,
        "first": start + 1 if rows else 0,
        "last": start + len(rows),
        "page": number,
        "pages": pages,
    }


def page_number(given: str) -> int:
    """A page number from an address; BadValue unless it is a whole number from 1."""
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 10**6):
        raise BadValue(f"{given!r} is no page number; write a whole number from 1")
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
