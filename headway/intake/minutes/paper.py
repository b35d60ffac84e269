"""A filled template as it stands: its tables cell by cell, and the words below them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.domain.errors import BadInput
from headway.intake.docx import open_body, text_under
from headway.intake.docx_lines import below, blocks, is_fallback
from headway.intake.minutes.words import is_word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_ROWS, MAX_CELLS = 20_000, 64
"""So many rows may all tables have together, and so many cells a row."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Tables in order, paragraphs that stand between them, and the words (None without them).

    `words` is what stands below the heading of the words, a line a paragraph; `not_read` says
    what is hidden or stands at the edge of pages.
    """

    content: bytes
    tables: tuple[Rows, ...]
    between: tuple[str, ...]
    words: str | None
    not_read: tuple[str, ...] = ()


@dataclass(slots=True)
class _Collected:
    tables: list[Rows] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    lines: list[str] | None = None
    rows: int = 0


def read_paper(path: Path) -> Paper:
    """What stands in a document; BadInput when it is none or breaks a bound."""
    opened = open_body(path)
    body = opened.body
    _empty_placeholders(body)
    found = _Collected()
    _collect(body, found)
    words = None if found.lines is None else "\n".join(found.lines).strip("\n")
    for text in (words or "", *found.between, *(c for t in found.tables for r in t for c in r)):
        if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
            raise BadInput(f"{path.name} holds characters that cannot be stored")
    tables, between = tuple(found.tables), tuple(found.between)
    return Paper(opened.content, tables, between, words, opened.told())


def _empty_placeholders(body: Any) -> None:
    """What a content control shows while nothing was chosen is no entry."""
    for sign in list(body.iter(f"{_W}showingPlcHdr")):
        if sign.get(f"{_W}val", "1") in ("0", "false"):
            continue
        holder = next((one for one in sign.iterancestors() if one.tag == f"{_W}sdt"), None)
        for text in list(holder.iter(f"{_W}t")) if holder is not None else ():
            text.text = ""


def _collect(element: Any, found: _Collected) -> None:
    for child in blocks(element):
        if found.lines is not None:
            found.lines.extend(_lines(child))
        elif child.tag == f"{_W}tbl":
            found.tables.append(_rows(child, found))
        else:
            text = text_under(child)
            if is_word(text, "text", "words"):
                found.lines = []
            elif text.strip():
                found.between.append(text)


def _lines(block: Any) -> Iterator[str]:
    """The lines of the words: explanations of the template are not among them."""
    for paragraph in block.iter(f"{_W}p"):
        if not is_fallback(paragraph):
            text = text_under(paragraph)
            if not is_word(text, "text", "words_how", "words_example"):
                yield text


def _rows(table: Any, found: _Collected) -> Rows:
    rows = []
    for row in below(table, "tr"):
        found.rows += 1
        if found.rows > MAX_ROWS:
            raise BadInput(f"its tables have more than {MAX_ROWS:,} rows; split the minutes")
        rows.append(tuple(_cells(row)))
    return tuple(rows)


def _cells(row: Any) -> Iterator[str]:
    """The texts of a row; a cell over several columns is followed by empty ones."""
    number = 0
    for cell in below(row, "tc"):
        span = next(cell.iter(f"{_W}gridSpan"), None)
        written = span.get(f"{_W}val", "1") if span is not None else "1"
        wide = int(written) if written.isascii() and written.isdecimal() else 1
        number += min(max(wide, 1), MAX_CELLS)
        if number > MAX_CELLS:
            return
        paragraphs = (p for p in cell.iter(f"{_W}p") if not is_fallback(p))
        yield "\n".join(text_under(p) for p in paragraphs)
        yield from [""] * (min(wide, MAX_CELLS) - 1)
