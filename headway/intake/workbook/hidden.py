"""Rows and sheets that a workbook hides: they are read like the others, and a report says so."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import python_calamine

from headway.bundle.files import READ_ERRORS, Files, open_files

_PIECE, _OVERLAP = 1024**2, 512
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]{0,400}?\bhidden="(?:1|true)"')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ERRORS = (*READ_ERRORS, ElementTree.ParseError, LookupError, ValueError, RuntimeError)
_MOST_NAMED = 20


def hidden_in(path: Path, sheets: frozenset[str]) -> tuple[str, ...]:
    """A sentence for each of these sheets that is hidden, or has hidden rows.

    The workbook has been read before, within its bounds; what cannot be told is passed over.
    """
    return (*_hidden_sheets(path, sheets), *_hidden_rows(path, sheets))


def _hidden_sheets(path: Path, sheets: frozenset[str]) -> Iterator[str]:
    with python_calamine.load_workbook(path) as book:
        for one in book.sheets_metadata:
            if one.name in sheets and one.visible != python_calamine.SheetVisibleEnum.Visible:
                yield f"The sheet {one.name!r} is hidden; it was read like the others."


def _hidden_rows(path: Path, sheets: frozenset[str]) -> Iterator[str]:
    try:
        files = open_files(path)
        counts = Counter(_rows_of_ods(files) if "content.xml" in files.sizes else _rows(files))
    except (*_ERRORS, zipfile.LargeZipFile):
        return
    for name, number in counts.most_common(_MOST_NAMED):
        if name in sheets and number:
            yield f"{number} rows of the sheet {name!r} are hidden; they were read like the others."


def _rows(files: Files) -> dict[str, int]:
    paths = {}
    with files.open("xl/_rels/workbook.xml.rels") as file:
        for one in ElementTree.parse(file).getroot():  # noqa: S314 - expat bounds entities
            target = one.get("Target", "").lstrip("/").removeprefix("xl/")
            paths[one.get("Id")] = f"xl/{target}"
    found = {}
    with files.open("xl/workbook.xml") as file:
        for one in ElementTree.parse(file).getroot().iter():  # noqa: S314 - as above
            own = next((value for key, value in one.attrib.items() if key.endswith("}id")), None)
            if one.tag.endswith("}sheet") and paths.get(own) in files.sizes:
                found[one.get("name", "")] = _count(files, paths[own])
    return found


def _count(files: Files, name: str) -> int:
    number, left = 0, b""
    with files.open(name) as file:
        while piece := file.read(_PIECE):
            text = left + piece
            ends = [one.end() for one in _ROW.finditer(text)]
            number += len(ends)
            left = text[max(ends[-1] if ends else 0, len(text) - _OVERLAP) :]
    return number


def _rows_of_ods(files: Files) -> dict[str, int]:
    found: dict[str, int] = {}
    name = ""
    with files.open("content.xml") as file:
        for event, element in ElementTree.iterparse(  # noqa: S314 - expat bounds entities
            file, events=("start", "end")
        ):
            if element.tag == f"{_TABLE}table" and event == "start":
                name = element.get(f"{_TABLE}name", "")
            elif element.tag == f"{_TABLE}table-row" and event == "end":
                if element.get(f"{_TABLE}visibility") in ("collapse", "filter") and len(element):
                    filled = any(len(cell) for cell in element)
                    found[name] = found.get(name, 0) + filled
                element.clear()
    return found
