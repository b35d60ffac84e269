"""What stands on pages beside their words: running heads and feet, page numbers, margins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headway.intake.pdf.lines import joined, rows_of
from headway.intake.pdf.pages import PdfPage, Word

_EDGE = 0.13
_MOST_ROWS = 4
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|/]*(?:page|p\.|seite|第)?\s*(?:\d{1,4}|[ivxl]{1,7})\s*"
    r"(?:(?:of|/|de|sur|von|共)\s*\d{1,4}|页|頁)?[\s\-–—|/页頁]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """Pages without furniture, and how many lines of which kind were set aside."""

    pages: tuple[PdfPage, ...]
    running: int
    numbers: int
    turned: int


def cleared(pages: Sequence[PdfPage]) -> Cleared:
    """The pages without what repeats at their edges, without page numbers and turned words."""
    upright = [replace(p, words=tuple(w for w in p.words if not w.turned)) for p in pages]
    turned = sum(len(p.words) - len(u.words) for p, u in zip(pages, upright, strict=True))
    edges = [_edge_rows(page) for page in upright]
    repeated = _repeated(edges, len(pages))
    running = numbers = 0
    kept = []
    for page, rows in zip(upright, edges, strict=True):
        gone: set[Word] = set()
        for side in rows:
            for key, row in side:
                text = joined(row)
                if key in repeated and len(pages) > 1:
                    running += 1
                elif _PAGE_NUMBER.fullmatch(text) and _is_number(text, page.number, len(pages)):
                    numbers += 1
                else:
                    break
                gone.update(row)
        kept.append(replace(page, words=tuple(w for w in page.words if w not in gone)))
    return Cleared(tuple(kept), running, numbers, turned)


Key = tuple[str, int]
Rows = list[tuple[Key, list[Word]]]


def _edge_rows(page: PdfPage) -> tuple[Rows, Rows]:
    """The rows from the upper and from the lower edge inwards, with what tells them.

    That is their words without numbers, and their height on the page.
    """
    top, bottom = page.height * _EDGE, page.height * (1 - _EDGE)
    upper = rows_of(word for word in page.words if word.y1 <= top)[:_MOST_ROWS]
    lower = rows_of(word for word in page.words if word.y0 >= bottom)[-_MOST_ROWS:]
    return [(_key(row), row) for row in upper], [(_key(row), row) for row in reversed(lower)]


def _key(row: list[Word]) -> Key:
    text = _NUMBERS.sub("#", joined(row).casefold())
    return text, round(row[0].y1 / 6)


def _repeated(edges: list[tuple[Rows, Rows]], pages: int) -> set[Key]:
    """What stands at the same height on two pages of few, or on a third of many.

    Left and right pages may differ, and so a third is enough. A line of a number alone must be
    one of page numbers, and is looked at by itself.
    """
    seen: Counter[Key] = Counter()
    for upper, lower in edges:
        for text, height in dict((*upper, *lower)):
            seen.update((text, near) for near in (height - 1, height, height + 1))
    least = max(2, pages // 3)
    return {
        key for key, count in seen.items() if count >= least and any(c.isalpha() for c in key[0])
    }


def _is_number(text: str, number: int, pages: int) -> bool:
    """Whether a number at an edge can be that of the page: roman, or within its range."""
    found = _NUMBERS.search(text)
    return found is None or abs(int(found.group()) - number) <= max(50, pages)
