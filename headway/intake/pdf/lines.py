"""Words of a page as lines: what stands at one height, and what is far enough apart in it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from headway.intake.pdf.pages import Word

_TIGHT = 0.06
_HAN = re.compile(r"[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words in one line; `bold` are the letters it begins with in bold, `size` the commonest.

    A `row` is a line that stands for itself: a row of a table.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: int = 0
    row: bool = False
    page: int = 0

    def moved(self, **changes: object) -> "Line":
        """The line with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


Row = list[Word]
"""Words at one height from left to right."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words gathered by height, from top to bottom; raised and lowered ones with their line."""
    rows: list[Row] = []
    heads: list[Word] = []
    for word in sorted(words, key=lambda one: ((one.y0 + one.y1) / 2, one.x0)):
        middle = (word.y0 + word.y1) / 2
        for number in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            head = heads[number]
            own = (head.y0 + head.y1) / 2
            level = head.y0 < middle < head.y1 and word.y0 < own < word.y1
            if level or _raised(word, head):
                rows[number].append(word)
                if word.size > head.size * 1.2:
                    heads[number] = word
                break
        else:
            rows.append([word])
            heads.append(word)
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _raised(word: Word, head: Word) -> bool:
    """Whether a small word stands beside a larger one, a little above or below its middle."""
    small, large = sorted((word, head), key=lambda one: one.size)
    middle = (small.y0 + small.y1) / 2
    return small.size < large.size * 0.8 and large.y0 < middle < large.y1


def line_of(row: Sequence[Word], page: int = 0) -> Line:
    """One line of words that stand at one height."""
    size = Counter({word.size: 0 for word in row})
    for word in row:
        size[word.size] += len(word.text)
    text = joined(row)
    bold = 0
    for word in row:
        if not word.bold:
            break
        bold += len(word.text) + 1
    return Line(
        text=text,
        x0=row[0].x0,
        y0=min(word.y0 for word in row),
        x1=max(word.x1 for word in row),
        y1=max(word.y1 for word in row),
        size=size.most_common(1)[0][0],
        bold=min(bold, len(text)),
        page=page,
    )


def joined(row: Sequence[Word]) -> str:
    """The words of a line with blanks between them; none between ideographs close together."""
    text = ""
    before: Word | None = None
    for word in row:
        if before is not None and not _touch(before, word):
            text += " "
        text += word.text
        before = word
    return text


def _touch(one: Word, other: Word) -> bool:
    gap = other.x0 - one.x1
    tall = max(one.size, other.size)
    if _HAN.match(one.text[-1]) and _HAN.match(other.text[0]):
        return gap < 0.6 * tall
    return gap < _TIGHT * tall


def segments(row: Sequence[Word], gap: float) -> list[list[Word]]:
    """The words of a line in groups that stand so far apart, in points."""
    groups: list[list[Word]] = []
    reached = 0.0
    for word in row:
        if groups and word.x0 - reached < gap:
            groups[-1].append(word)
            reached = max(reached, word.x1)
        else:
            groups.append([word])
            reached = word.x1
    return groups


def is_han(text: str) -> bool:
    """Whether a text begins or ends with a character of Chinese writing, as asked: any of it."""
    return _HAN.search(text) is not None
