"""A cell as the content of a field, and a field as the text of a cell; one is the other's inverse.

Written texts use three signs: `;` between the parts of a list, a line break between languages,
and a backslash before one of these where it is part of the text itself.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from math import isfinite
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.shape import Shape
from headway.domain.wording import Wording
from headway.intake.dates import parse_date, two_days
from headway.intake.workbook.grids import Cell
from headway.intake.workbook.labels import code_of, code_word, codes

NONE = "-"
_DASHES = frozenset("-–—−")
_YEARS = range(1000, 3000)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_TAGGED = re.compile(r"\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\s*[:：]\s?(.*)", re.DOTALL)
_MAX_SHOWN = 60


def plain_text(cell: Cell) -> str:
    """What a cell shows, as a text; whole numbers lose their decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    return str(cell)


def is_none(text: str) -> bool:
    """Whether a text is the dash that says: explicitly nothing."""
    return text.strip() in _DASHES


# -- reading -----------------------------------------------------------------------------------


def content_of(noun: str, shape: Shape, cell: Cell) -> Any:
    """The content of a field that is no wording and names nothing; BadValue says how to mend it."""
    if codes(noun, shape):
        return _code(noun, shape, cell)
    if shape.kind == "date":
        return str(day_of(cell))
    if shape.kind in ("integer", "number"):
        return _number(shape, cell)
    text = plain_text(cell)
    if shape.many:
        return [] if is_none(text) else list(parts_of(text))
    if is_none(text) and shape.default:
        return ""
    return text.strip() if shape.name in ("id", "language", "country") else text


def _code(noun: str, shape: Shape, cell: Cell) -> Any:
    text = plain_text(cell)
    if shape.name == "label" and text.strip().startswith("named:"):
        return text.strip()
    code = code_of(noun, shape, text)
    if code is None:
        offered = ", ".join(code_word(noun, shape, one, "en") for one in codes(noun, shape))
        raise BadValue(f"{_shown(text)} is not one of the list: {offered}")
    return code == "yes" if shape.kind == "boolean" else code


def _number(shape: Shape, cell: Cell) -> int | float:
    number: int | float | None = None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        number = cell
    elif isinstance(cell, str):
        number = _parsed(cell.strip().replace(",", "."))
    if number is None or not isfinite(number):
        raise BadValue(f"{_shown(plain_text(cell))} is not a number; write digits only")
    if shape.kind == "number":
        return float(number)
    if number != int(number) or abs(number) >= 2**63:
        raise BadValue(f"{_shown(plain_text(cell))} is not a whole number")
    return int(number)


def _parsed(text: str) -> int | float | None:
    if re.fullmatch(r"[+-]?\d{1,20}", text, re.ASCII):
        return int(text)
    pattern = r"[+-]?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?"
    return float(text) if re.fullmatch(pattern, text, re.ASCII | re.I) else None


def day_of(cell: Cell) -> PartialDate:
    """The partial date a cell means: a date of Excel, a year, ISO, or written out in words.

    Raises BadValue where a day and a month could be exchanged, and for anything else.
    """
    if isinstance(cell, (date, datetime)):
        return PartialDate(f"{cell.year:04d}-{cell.month:02d}-{cell.day:02d}")
    text = plain_text(cell).strip()
    if not isinstance(cell, str):
        if text.isdecimal() and int(text) in _YEARS:
            return PartialDate(text)
        raise BadValue(f"{_shown(text)} is a number and no date; write it as 2002-11-04")
    return _iso(text) or _in_words(text)


def _iso(text: str) -> PartialDate | None:
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return PartialDate(text)
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    return PartialDate(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))


def _in_words(text: str) -> PartialDate:
    if both := two_days(text):
        raise BadValue(f"{_shown(text)} can mean two days; write {' or '.join(both)}")
    found = parse_date(text) if len(text) < 100 else None
    if found is None or found.until is not None or found.note:
        raise BadValue(f"{_shown(text)} is not a date; write 2002-11-04, 2002-11 or 2002")
    return found.began_on


def _shown(text: str) -> str:
    return repr(text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "...")


def parts_of(text: str) -> Iterator[str]:
    """The parts of a list, without the blanks around them."""
    part = ""
    for token in [*_LISTED.findall(text), ";"]:
        if token not in (";", "；", "\n"):
            part += _unescaped(token)
            continue
        if part.strip():
            yield part.strip()
        part = ""


def wording_of(main: Cell, others: Cell, language: str) -> dict[str, str]:
    """One text a language: the main one in the language of the workbook, then the others."""
    found: dict[str, str] = {}
    text = plain_text(main)
    if text.strip():
        found[language] = text
    for line in plain_text(others).split("\n"):
        if not line.strip():
            continue
        tagged = _TAGGED.fullmatch(line)
        if tagged is None:
            raise BadValue(f"{_shown(line)} names no language; write fr: ... or zh: ...")
        if tagged[1] in found:
            raise BadValue(f"there are two texts for {tagged[1]!r}; keep one")
        found[tagged[1]] = _unescaped(tagged[2])
    return found


_ESCAPED = re.compile(r"\\([\\;；nr])")
_LISTED = re.compile(r"\\[\\;；nr]|[;；\n]|[^\\;；\n]+|\\")
_SIGNS = {"\\": "\\", ";": ";", "；": "；", "n": "\n", "r": "\r"}


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS[found[1]], text)


# -- writing -----------------------------------------------------------------------------------

_IN_LISTS, _IN_LINES = "\\;；\n\r", "\\\n\r"


def text_of(noun: str, shape: Shape, content: Any, language: str) -> str | int | float:
    """The cell that reads back as this content of a field that is no wording; empty for nothing.

    Codes are written as words of the language, dates as texts, since some lack a day.
    """
    if codes(noun, shape):
        return _code_text(noun, shape, content, language)
    if content is None:
        return ""
    if shape.many:
        return "; ".join(_escaped(part, _IN_LISTS) for part in content)
    if shape.kind in ("integer", "number"):
        return _number_text(content)
    if content == "" and shape.default:
        return NONE
    return str(content)


def _number_text(number: int | float) -> str | int | float:
    """A number, or its digits as text where a spreadsheet would round it (beyond 15 digits)."""
    return number if float(f"{number:.15G}") == number else repr(number)


def _code_text(noun: str, shape: Shape, content: Any, language: str) -> str:
    if content is None:
        return ""
    if shape.kind == "boolean":
        if content == shape.default:
            return ""
        return code_word(noun, shape, "yes" if content else "no", language)
    if shape.name == "label" and content == shape.default:
        return ""
    return code_word(noun, shape, str(content), language)


def wording_texts(content: Wording | None, language: str) -> tuple[str, str]:
    """The main cell and the cell of the other languages that read back as this wording."""
    if content is None:
        return "", ""
    pairs = list(content.items())
    main = ""
    if pairs[0][0] == language:
        main, pairs = pairs[0][1], pairs[1:]
    return main, "\n".join(f"{tag}: {_escaped(text, _IN_LINES)}" for tag, text in pairs)


def _escaped(text: str, signs: str) -> str:
    back = {"\n": "\\n", "\r": "\\r"}
    return "".join(back.get(c, "\\" + c) if c in signs else c for c in text)
