"""A copy of a filled workbook with every complaint shown in its cell, and all listed in front."""

from collections.abc import Mapping
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from headway.intake.workbook import lists
from headway.intake.workbook.contents import plain_text
from headway.intake.workbook.faults import Fault
from headway.intake.workbook.grids import Cell, Grid, is_empty
from headway.intake.workbook.labels import needed
from headway.intake.workbook.looks import Looks, width
from headway.intake.workbook.matching import Found, is_passed_over
from headway.intake.workbook.reading import Examined, examine
from headway.intake.workbook.rows import Rows
from headway.intake.workbook.sheets import SHEETS, laid_out
from headway.intake.workbook.words import LANGUAGES, folded, word
from headway.intake.workbook.writing import (
    FIRST_ROW,
    HEADING_ROW,
    LEAST_ROWS,
    MORE_ROWS,
    add_choices,
    new_book,
    write_as,
    write_cell,
    write_frame,
    write_welcome,
)

_LONGEST_NAME = 31
_NOT_IN_NAMES = frozenset("[]:*?/\\")
_MAX_COMMENT = 2_000


def mark(path: str | Path, target: str | Path) -> Examined:
    """Read a workbook and write a copy of it that shows what was not understood, and where.

    The copy has the cells of the original at their places, in the looks of ours; complaints
    are comments on coloured cells, and a sheet in front lists them. It reads like the original.
    Raises Conflict when the copy is there already, BadInput when the original is no workbook.
    """
    examined = examine(path)
    with new_book(Path(target)) as book:
        _Copy(book, examined).write()
    return examined


class _Copy:
    def __init__(self, book: xlsxwriter.Workbook, examined: Examined) -> None:
        self._book, self._examined = book, examined
        self._looks = Looks(book)
        self._language = examined.match.language
        self._found = {id(one.grid): one for one in examined.match.found}
        self._names: dict[str, str] = {}

    def write(self) -> None:
        """The list of complaints, then every sheet, then the lists behind the drop-downs."""
        front = self._book.add_worksheet(self._name(word("sheet", "complaints", self._language)))
        made = [(grid, self._add(grid)) for grid in self._examined.grids if not _is_ours(grid)]
        for grid, sheet in made:
            if _is_welcome(grid):
                write_welcome(sheet, self._looks, self._language)
            else:
                self._copy(grid, sheet)
        self._offer({id(grid): sheet for grid, sheet in made})
        self._list(front)
        front.activate()

    def _add(self, grid: Grid) -> Worksheet:
        sheet = self._book.add_worksheet(self._name(grid.name))
        self._names[grid.name] = sheet.get_name()
        found = self._found.get(id(grid))
        if found is not None:
            sheet.set_tab_color(self._looks.tab(found.sheet))
        return sheet

    def _name(self, name: str) -> str:
        """A name that XLSX allows and that no sheet of the copy has yet."""
        base = "".join("_" if c in _NOT_IN_NAMES or not c.isprintable() else c for c in name)
        base = base.strip("' ")[:_LONGEST_NAME] or "_"
        taken = {folded(one.get_name()) for one in self._book.worksheets()}
        number, free = 1, base
        while folded(free) in taken or folded(free) == "history":
            number += 1
            free = f"{base[: _LONGEST_NAME - 5]}_{number}"
        return free

    # -- cells ---------------------------------------------------------------------------------

    def _copy(self, grid: Grid, sheet: Worksheet) -> None:
        found = self._found.get(id(grid))
        faults = self._faults_of(grid)
        framed = found is not None and _is_framed(found)
        if found is not None:
            if framed:
                write_frame(sheet, found.sheet, self._looks, self._language)
            self._dress(found, sheet, {place for _, place in faults})
        for number, row in enumerate(grid.rows):
            if framed and number < FIRST_ROW:
                continue
            for place, cell in enumerate(row):
                if not is_empty(cell) and (number, place) not in faults:
                    self._cell(found, sheet, number, place, cell)
        for (number, place), messages in faults.items():
            row = grid.rows[number] if number < len(grid.rows) else ()
            content = _kept(row[place]) if place < len(row) else ""
            write_as(sheet, number, place, content, self._looks.wrong)
            text = "\n".join(messages)[:_MAX_COMMENT]
            sheet.write_comment(number, place, text, {"x_scale": 2, "y_scale": 1.5})

    def _faults_of(self, grid: Grid) -> Mapping[tuple[int, int], list[str]]:
        found: dict[tuple[int, int], list[str]] = {}
        for fault in self._examined.faults.kept:
            if fault.sheet == grid.name:
                place = (fault.row, max(fault.column, 0))
                found.setdefault(place, []).append(fault.message)
        return found

    def _cell(
        self, found: Found | None, sheet: Worksheet, number: int, place: int, cell: Cell
    ) -> None:
        known = found.columns.get(place) if found else None
        below = found is None or number > found.heading_row
        if found is None or (below and not self._explains(found, number)):
            write_cell(sheet, number, place, _kept(cell), self._looks, known[1] if known else None)
        elif number == found.heading_row and known:
            band = found.sheet.blocks.index(known[0])
            heading = self._looks.heading(band, needed(known[1]))
            sheet.write_string(number, place, plain_text(cell), heading)
        else:
            look = self._looks.help if below else self._looks.about
            sheet.write_string(number, place, plain_text(cell), look)

    def _explains(self, found: Found, number: int) -> bool:
        return is_passed_over(found, found.grid.rows[number])

    def _dress(self, found: Found, sheet: Worksheet, wrong: set[int]) -> None:
        """Widths, heights and what is folded away, as in an empty workbook."""
        for place, (_, column) in found.columns.items():
            folding = {} if column.shown or place in wrong else {"level": 1, "hidden": True}
            sheet.set_column(place, place, width(column), self._looks.data(column), folding)
        sheet.set_column(0, 0, 11)
        sheet.freeze_panes(found.heading_row + 1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    # -- drop-downs and the list ---------------------------------------------------------------

    def _offer(self, sheets: Mapping[int, Worksheet]) -> None:
        """Drop-downs, where every sheet of ours is there and as it was written."""
        found = self._examined.match.found
        whole = {one.sheet.key for one in found} == {sheet.key for sheet in SHEETS}
        as_written = {one.language for one in found} == {self._language} and all(
            _is_as_written(one) and self._names[one.grid.name] == one.grid.name for one in found
        )
        if not whole or not as_written:
            return
        rows = Rows({sheet.key: () for sheet in SHEETS}, {})
        last = {one.sheet.key: max(LEAST_ROWS, len(one.grid.rows) + MORE_ROWS) for one in found}
        offered = lists.write(self._book, self._language, last, rows)
        for one in found:
            add_choices(sheets[id(one.grid)], one.sheet, offered, last[one.sheet.key])

    def _list(self, front: Worksheet) -> None:
        heads = ("sheet", "column", "complaint", "found")
        for place, (key, wide) in enumerate(zip(heads, (24, 30, 80, 30), strict=True)):
            front.set_column(place, place, wide)
            heading = self._looks.heading(0, True)
            front.write_string(0, place, word("text", key, self._language), heading)
        for number, fault in enumerate(self._examined.faults.kept, 1):
            self._list_one(front, number, fault)
        front.freeze_panes(1, 0)
        front.set_landscape()
        front.fit_to_pages(1, 0)

    def _list_one(self, front: Worksheet, number: int, fault: Fault) -> None:
        name = self._names.get(fault.sheet, fault.sheet)
        cell = fault.address if fault.column >= 0 else f"A{fault.row + 1}"
        quoted = name.replace("'", "''")
        front.write_url(number, 0, f"internal:'{quoted}'!{cell}", string=f"{name} {fault.address}")
        front.write_string(number, 1, fault.heading, self._looks.plain)
        front.write_string(number, 2, fault.message, self._looks.plain)
        front.write_string(number, 3, self._content(fault), self._looks.plain)

    def _content(self, fault: Fault) -> str:
        grid = next(one for one in self._examined.grids if one.name == fault.sheet)
        row = grid.rows[fault.row] if fault.row < len(grid.rows) else ()
        return plain_text(row[fault.column])[:200] if 0 <= fault.column < len(row) else ""


def _kept(cell: Cell) -> str | int | float:
    """A cell as it is written again: numbers and truths as such, all else as the text it shows."""
    return cell if isinstance(cell, (int, float)) and abs(cell) < 1e300 else plain_text(cell)


def _is_as_written(one: Found) -> bool:
    places = {place: column for place, _, column in laid_out(one.sheet)}
    same = {place: column for place, (_, column) in one.columns.items()} == places
    return one.heading_row == HEADING_ROW and same


def _is_framed(one: Found) -> bool:
    """Whether all that stands above the entries is as it was written."""
    above = one.grid.rows[HEADING_ROW + 1 : FIRST_ROW]
    return _is_as_written(one) and all(is_passed_over(one, row) for row in above)


def _is_ours(grid: Grid) -> bool:
    """Whether a sheet is one that the copy writes anew: the list of complaints, the lists."""
    names = (word("sheet", key, lang) for key in ("complaints", "lists") for lang in LANGUAGES)
    return folded(grid.name) in map(folded, names)


def _is_welcome(grid: Grid) -> bool:
    return any(folded(grid.name) == folded(word("text", "welcome", lang)) for lang in LANGUAGES)
