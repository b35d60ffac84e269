"""The rows of a list of delegates: people, and the headings of groups they stand under."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from headway.domain.errors import BadInput
from headway.intake.delegates import roles
from headway.intake.delegates.heads import (
    HEAD_ROWS,
    NAMES,
    PRIVATE,
    WITHOUT_PLACE,
    Heads,
    columns_of,
    heads_of,
    text_of,
)
from headway.intake.fields import Fields
from headway.intake.plain_text import read_content
from headway.intake.tables import rows_of
from headway.intake.workbook.grids import MAX_BYTES, MAX_ROWS, Cell, Grid, is_empty, read_grids
from headway.intake.workbook.hidden import hidden_in

MAX_CELL = 500


@dataclass(frozen=True, slots=True)
class Group:
    """A heading that stands alone in its row: it speaks of a side, a role or a body."""

    sheet: str
    row: int
    text: str
    kind: Literal["side", "role", "body", "other"]


@dataclass(frozen=True, slots=True)
class Person:
    """One row of people: its cells by our names of the columns."""

    sheet: str
    row: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class List:
    """One sheet as a list: the lines above its headings, then groups and people in order."""

    sheet: str
    above: tuple[str, ...]
    entries: list[Group | Person]


@dataclass(slots=True)
class Lists:
    """All lists of a file, its bytes, and what was found on the way."""

    content: bytes
    lists: list[List] = field(default_factory=list)
    fields: Fields = field(default_factory=lambda: Fields(NAMES, WITHOUT_PLACE | PRIVATE))
    filled: int = 0
    others: list[str] = field(default_factory=list)
    hidden: tuple[str, ...] = ()


def read_lists(path: Path) -> Lists:
    """Every sheet that names people; BadInput when none does."""
    grids_are_sheets = path.suffix.casefold() not in (".csv", ".tsv", ".txt")
    if not grids_are_sheets:
        content, lines = rows_of(path, MAX_BYTES, MAX_ROWS)
        grids: Sequence[Grid] = (Grid(path.stem, tuple(tuple(line) for line in lines)),)
    else:
        grids = read_grids(path)
        content = read_content(path, MAX_BYTES)
    found = Lists(content)
    for grid in grids:
        heads = heads_of(grid.rows, found.fields)
        if heads is None:
            if any(not is_empty(cell) for row in grid.rows for cell in row):
                found.others.append(grid.name)
            continue
        found.lists.append(_list(grid, heads, found))
    if not found.lists:
        raise BadInput(
            f"{path.name} has no row of headings with a column for names and another for post,"
            f" body, role or side among its first {HEAD_ROWS} rows"
        )
    if grids_are_sheets:
        found.hidden = hidden_in(path, frozenset(one.sheet for one in found.lists))
    return found


def _list(grid: Grid, heads: Heads, found: Lists) -> List:
    rows = _filled(grid, heads, found)
    for place, cell in enumerate(grid.rows[heads.row]):
        if place not in heads.columns and not is_empty(cell):
            found.fields.take({text_of(cell): "there"})
    above = [text_of(cell) for row in grid.rows[: heads.row] for cell in row if not is_empty(cell)]
    entries = list(_entries(grid.name, rows, heads, found.fields))
    return List(grid.name, (*above, grid.name), entries)


def _filled(grid: Grid, heads: Heads, found: Lists) -> list[list[Cell]]:
    """The rows, with what is said once for several rows written into each of them.

    Cells merged over several rows are filled in every column; of the columns for side and round
    blank cells are too, in rows of people.
    """
    rows = [list(row) for row in grid.rows]
    for (top, left), (bottom, right) in grid.merged:
        if left == right and top > heads.row and left in heads.columns:
            for number in range(top + 1, min(bottom, len(rows) - 1) + 1):
                if left < len(rows[number]) and is_empty(rows[number][left]):
                    rows[number][left] = rows[top][left]
    repeated = [p for p, name in heads.columns.items() if name in ("side", "code", "round")]
    for place in repeated:
        last: Cell = ""
        for row in rows[heads.row + 1 :]:
            filled = sum(not is_empty(cell) for cell in row)
            if place < len(row) and not is_empty(row[place]):
                last = row[place]
            elif filled > 1 and place < len(row) and not is_empty(last):
                if heads.columns[place] != "round" and _has_side(heads, row):
                    continue
                row[place] = last
                found.filled += 1
    return rows


def _has_side(heads: Heads, row: Sequence[Cell]) -> bool:
    """Whether another column of the row says the side, so that a blank repeats nothing."""
    return any(
        name in ("side", "code") and place < len(row) and not is_empty(row[place])
        for place, name in heads.columns.items()
    )


def _entries(
    sheet: str, rows: list[list[Cell]], heads: Heads, fields: Fields
) -> Iterator[Group | Person]:
    columns = heads.columns
    for number, row in enumerate(rows):
        if number <= heads.row:
            continue
        there = [(place, text_of(cell)[:MAX_CELL]) for place, cell in enumerate(row)]
        there = [(place, text) for place, text in there if text]
        if not there or _is_heading_again(row, columns, fields):
            continue
        cells = {columns[place]: text for place, text in there if place in columns}
        group = _group(sheet, number, there, columns)
        if group is not None:
            yield group
        elif cells:
            yield Person(sheet, number + 1, cells)


def _is_heading_again(row: Sequence[Cell], columns: Mapping[int, str], fields: Fields) -> bool:
    """Whether the headings are printed once more, as on a new page."""
    return len(columns_of(row, fields)) >= max(2, len(columns) - 1)


def _group(
    sheet: str, number: int, there: list[tuple[int, str]], columns: Mapping[int, str]
) -> Group | None:
    """The heading that a row is when it holds one text alone; None for a row of a person."""
    if len({text for _, text in there}) > 1:
        return None
    place, text = there[0]
    is_role = roles.role_in(text) is not None
    if roles.is_group(text) and not is_role:
        return Group(sheet, number + 1, text, "side")
    if is_role or roles.role_in(text, is_role=True) is not None:
        return Group(sheet, number + 1, text, "role")
    if roles.body_kind(text) != "other" and columns.get(place) != "side":
        return Group(sheet, number + 1, text, "body")
    return None if columns.get(place) in ("name", "family") else _other(sheet, number, text)


def _other(sheet: str, number: int, text: str) -> Group:
    return Group(sheet, number + 1, text, "other")
