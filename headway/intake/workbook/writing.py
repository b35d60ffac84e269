"""Writes the workbook: a welcome page, one sheet a subject, and lists for the drop-downs.

Every cell is written as what it is, never as a formula that came from outside.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from headway.bundle.lines import Known
from headway.domain.errors import BadInput, Conflict
from headway.intake.workbook import lists
from headway.intake.workbook.grids import Cell
from headway.intake.workbook.labels import example, explanation, headings, needed
from headway.intake.workbook.looks import ROW_HEIGHTS, Looks, width
from headway.intake.workbook.rows import Rows, rows_of
from headway.intake.workbook.sheets import SHEETS, Column, Sheet, laid_out
from headway.intake.workbook.words import check_language, word

TITLE_ROW, BAND_ROW, HEADING_ROW, HELP_ROW, EXAMPLE_ROW, FIRST_ROW = range(6)
LEAST_ROWS, MORE_ROWS = 500, 200
MAX_CELL = 32_767
NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - XLSX knows no time zones
"""Stands for the moment of writing, so that the same workbook gives the same bytes."""

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


@dataclass(frozen=True, slots=True)
class Written:
    """Where a workbook was written, and how many values of which nouns have no place in it."""

    path: Path
    left_out: Mapping[str, int]


def write_workbook(
    path: str | Path, *, language: str = "en", known: Iterable[Known] = ()
) -> Written:
    """Write a workbook, empty or filled with values; reading it gives the same values again.

    Raises Conflict when the file is there already, BadValue for a language without words,
    BadInput when a text is too long for a cell or the disk refuses.
    """
    check_language(language)
    rows = rows_of(known, SHEETS, language)
    write_rows(path, language, rows)
    return Written(Path(path), rows.left_out)


def write_rows(path: str | Path, language: str, rows: Rows) -> None:
    """Write a workbook with rows of cells, whether or not they mean anything; errors as above."""
    with new_book(Path(path)) as book:
        _Writer(book, language, rows).write()


class new_book:
    """A new XLSX at a path that is not there yet; nothing is left behind when it fails."""

    def __init__(self, path: Path) -> None:
        if path.exists():
            raise Conflict(f"{path.name} is there already; choose another name")
        if path.suffix.casefold() != ".xlsx":
            raise BadInput(f"{path.name!r} should end in .xlsx; that is what is written")
        self._path = path
        self._book = xlsxwriter.Workbook(str(path), _OPTIONS)
        self._book.set_properties({"author": "Headway", "created": NO_MOMENT})

    def __enter__(self) -> xlsxwriter.Workbook:
        return self._book

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            return
        try:
            self._book.close()
        except (OSError, XlsxWriterException) as error:
            raise BadInput(f"{self._path.name} cannot be written: {error}") from None


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, language: str, rows: Rows) -> None:
        self._book, self._language, self._rows = book, language, rows
        self._looks = Looks(book)

    def write(self) -> None:
        """Welcome page first, then the sheets, then the lists they choose from."""
        welcome = self._book.add_worksheet(word("text", "welcome", self._language))
        write_welcome(welcome, self._looks, self._language)
        made = {sheet.key: self._add(sheet) for sheet in SHEETS}
        last = {key: self._last_row(key) for key in made}
        offered = lists.write(self._book, self._language, last, self._rows)
        for sheet in SHEETS:
            write_frame(made[sheet.key], sheet, self._looks, self._language)
            self._write_rows(made[sheet.key], sheet)
            add_choices(made[sheet.key], sheet, offered, last[sheet.key])
        welcome.activate()

    def _add(self, sheet: Sheet) -> Worksheet:
        made = self._book.add_worksheet(word("sheet", sheet.key, self._language))
        made.set_tab_color(self._looks.tab(sheet))
        return made

    def _last_row(self, key: str) -> int:
        return FIRST_ROW + max(LEAST_ROWS, len(self._rows.by_sheet[key]) + MORE_ROWS) - 1

    def _write_rows(self, made: Worksheet, sheet: Sheet) -> None:
        places = {(b.noun, *c.key): (place, c) for place, b, c in laid_out(sheet)}
        for number, row in enumerate(self._rows.by_sheet[sheet.key], FIRST_ROW):
            for key, content in row.items():
                place, column = places[key]
                write_cell(made, number, place, content, self._looks, column)


def write_cell(
    made: Worksheet,
    row: int,
    place: int,
    content: str | int | float,
    looks: Looks,
    column: Column | None = None,
) -> None:
    """One cell: numbers as numbers, all else as text, whatever it begins with.

    Raises BadInput when the text is longer than a cell can hold.
    """
    quoted = isinstance(content, str) and content[:1] in _RISKY
    write_as(made, row, place, content, looks.data(column, quoted=quoted))


def write_as(made: Worksheet, row: int, place: int, content: Cell, look: Format) -> None:
    """One cell in a given look; errors as above."""
    if isinstance(content, bool):
        made.write_boolean(row, place, content, look)
    elif isinstance(content, (int, float)):
        made.write_number(row, place, content, look)
    else:
        text = str(content)
        if len(text.encode("utf-16-le")) // 2 > MAX_CELL:
            said = f"a text of {len(text):,} characters is too long for a cell: {text[:40]!r}"
            raise BadInput(said)
        made.write_string(row, place, text, look)


_RISKY = frozenset("=+-@\t\r\n")


# -- what stands above the rows ----------------------------------------------------------------


def write_frame(made: Worksheet, sheet: Sheet, looks: Looks, language: str) -> None:
    """Title, bands, headings, explanations and the example row; frozen below the headings."""
    for row, height in enumerate(ROW_HEIGHTS):
        made.set_row(row, height)
    made.set_column(0, 0, 11, looks.mark)
    made.write_string(HEADING_ROW, 0, word("text", "row", language), looks.heading(0, False))
    made.write_string(HELP_ROW, 0, word("text", "help", language), looks.help)
    made.write_string(EXAMPLE_ROW, 0, word("text", "example", language), looks.example)
    made.write_string(TITLE_ROW, 0, word("sheet", sheet.key, language), looks.title)
    made.write_string(TITLE_ROW, 2, word("about", sheet.key, language), looks.about)
    names = headings(sheet, language)
    for place, block, column in laid_out(sheet):
        band = sheet.blocks.index(block)
        made.set_column(place, place, width(column), looks.data(column), _folding(column))
        title = word("block", block.noun, language) if _opens(sheet, place) else ""
        made.write_string(BAND_ROW, place, title, looks.band(band))
        heading = looks.heading(band, needed(column))
        made.write_string(HEADING_ROW, place, names[place - 1], heading)
        made.write_string(HELP_ROW, place, explanation(column, language), looks.help)
        made.write_string(EXAMPLE_ROW, place, example(column, language), looks.example)
    made.freeze_panes(FIRST_ROW - 2, 1)
    made.outline_settings(True, True, False)
    made.set_landscape()
    made.fit_to_pages(1, 0)
    made.repeat_rows(HEADING_ROW)


def _opens(sheet: Sheet, place: int) -> bool:
    held = {p: b for p, b, _ in laid_out(sheet)}
    return held.get(place - 1) is not held[place]


def _folding(column: Column) -> dict[str, int | bool]:
    return {} if column.shown else {"level": 1, "hidden": True}


def add_choices(made: Worksheet, sheet: Sheet, offered: lists.Offered, last: int) -> None:
    """Drop-downs below the headings: codes are kept to, references may also be typed."""
    for place, block, column in laid_out(sheet):
        name = offered.codes.get((block.noun, column.shape.name))
        strict = column.shape.name != "label"
        if column.part == "others" or column.shape.name == "known_on":
            continue
        if name is None and column.shape.refers_to:
            name, strict = offered.values.get(column.shape.refers_to), False
        if name is not None:
            rule = {
                "validate": "list",
                "source": f"={name}",
                "show_error": strict,
                "error_type": "stop",
            }
            made.data_validation(FIRST_ROW, place, last, place, rule)


# -- the welcome page --------------------------------------------------------------------------


def write_welcome(made: Worksheet, looks: Looks, language: str) -> None:
    """How to fill the workbook in, and a way to every sheet."""
    made.hide_gridlines(2)
    made.set_column(0, 0, 3)
    made.set_column(1, 1, 34)
    made.set_column(2, 2, 96)
    made.set_row(1, 34)
    made.write_string(1, 1, word("text", "welcome", language), looks.welcome)
    row = 3
    for number in range(1, 8):
        made.set_row(row, 34)
        made.merge_range(row, 1, row, 2, word("text", f"how{number}", language), looks.how)
        row += 1
    made.merge_range(row, 1, row, 2, word("text", "colour", language), looks.how)
    for sheet in SHEETS:
        row += 1 if sheet is not SHEETS[0] else 2
        title = word("sheet", sheet.key, language)
        made.set_row(row, 32)
        made.write_url(row, 1, f"internal:'{title}'!A1", looks.link(sheet), string=title)
        made.write_string(row, 2, word("about", sheet.key, language), looks.how)
    made.set_landscape()
    made.fit_to_pages(1, 0)
