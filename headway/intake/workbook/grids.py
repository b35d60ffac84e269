"""The cells of an XLSX or ODS file, within bounds that are checked before anything is unpacked."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree

import python_calamine

from headway.bundle.files import READ_ERRORS, Files, open_files
from headway.domain.errors import BadInput

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell may hold; an empty one holds an empty text or None."""

MAX_BYTES = 100 * 1024**2
MAX_UNPACKED = 200 * 1024**2
MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 50_000, 1_000, 5_000_000
_PIECE = 1024**2
_CELL = re.compile(rb'<(?:\w+:)?(?:c|row)\s[^>]{0,400}?\br="([A-Z]{0,4})(\d{1,10})"')
_OVERLAP = 512
_XML_ERRORS = (ElementTree.ParseError, LookupError, ValueError)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as it stands: rows from the first row and column of the sheet on.

    `merged` gives the first and last (row, column) of cells that are one, from 0.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All sheets of a workbook; BadInput when it is none, is locked or breaks a bound."""
    _check_bounds(path)
    try:
        with python_calamine.load_workbook(path) as book:
            return tuple(_grid(book, name) for name in book.sheet_names)
    except python_calamine.PasswordError:
        raise BadInput(f"{path.name} is locked by a password; save it without one") from None
    except (python_calamine.CalamineError, *READ_ERRORS, ValueError, OverflowError) as error:
        raise BadInput(f"{path.name} cannot be read as a workbook: {error}") from None


def _grid(book: python_calamine.CalamineWorkbook, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    end = sheet.end
    if end is not None:
        _check_extent(f"sheet {name!r}", end[0] + 1, end[1] + 1)
    rows = sheet.to_python(skip_empty_area=False)
    merged = tuple(sheet.merged_cell_ranges or ())
    return Grid(name, tuple(tuple(row) for row in rows), merged)


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds nothing, or only blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


# -- bounds ------------------------------------------------------------------------------------


def _check_bounds(path: Path) -> None:
    if path.is_dir():
        raise BadInput(f"{path.name} is a folder and no workbook; name the file")
    files = open_files(path)
    if path.stat().st_size > MAX_BYTES or sum(files.sizes.values()) > MAX_UNPACKED:
        raise BadInput(f"{path.name} is too large for a workbook; split it")
    try:
        for name in files.sizes:
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _check_xlsx_sheet(files, name)
            elif name == "content.xml":
                _check_ods(files, name)
    except (*READ_ERRORS, *_XML_ERRORS, RuntimeError, zipfile.LargeZipFile) as error:
        raise BadInput(f"{path.name} cannot be read as a workbook: {error}") from None


def _check_xlsx_sheet(files: Files, name: str) -> None:
    rows = columns = 0
    for letters, digits in _addresses(files, name):
        rows = max(rows, int(digits))
        columns = max(columns, _number_of(letters))
        _check_extent(name, rows, columns)


def _addresses(files: Files, name: str) -> Iterator[tuple[bytes, bytes]]:
    left = b""
    with files.open(name) as file:
        while piece := file.read(_PIECE):
            text = left + piece
            for found in _CELL.finditer(text):
                yield found.group(1), found.group(2)
            left = text[-_OVERLAP:]


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_ods(files: Files, name: str) -> None:
    """Repeated cells and rows of ODS are unpacked one by one, so their sum is bounded first."""
    rows = above = cells = 0
    with files.open(name) as file:
        for _, element in ElementTree.iterparse(file):  # noqa: S314 - expat bounds entities
            if element.tag == f"{_TABLE}table":
                rows = above = 0
            elif element.tag == f"{_TABLE}table-row":
                above += _repeated(element, "number-rows-repeated")
                width = _width(element)
                if width:
                    rows, cells, above = rows + above, cells + width * above, 0
                    _check_extent("a sheet", rows, width)
                    _check_extent("the workbook", 1, 1, cells)
                element.clear()


def _width(row: ElementTree.Element) -> int:
    """The columns of a row up to its last cell that holds something."""
    width = last = 0
    for cell in row:
        width += _repeated(cell, "number-columns-repeated")
        if cell.get(f"{_OFFICE}value-type") or len(cell):
            last = width
    return last


def _repeated(element: ElementTree.Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else 1


def _check_extent(what: str, rows: int, columns: int, cells: int = 0) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or max(rows * columns, cells) > MAX_CELLS:
        raise BadInput(
            f"{what} reaches to row {rows:,} and column {columns:,}, too far for a workbook;"
            " delete what stands far out"
        )
