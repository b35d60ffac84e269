"""Lines joined to paragraphs, over line ends, columns and pages; words broken by hyphens."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from headway.intake.pdf.columns import Flow
from headway.intake.pdf.lines import Line, is_han
from headway.intake.speakers import is_speaker, labelled
from headway.intake.turns import split_turns

_END = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]）」』]*(?:\[\d{1,3}\])*\Z")
_ITEM = re.compile(
    r"(?:[•●○▪◦–—*]|-|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]"
    r"|[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|第.{1,4}[条章节])\s?(?=\S)"
)
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u2010]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SEPARATED = re.compile(r"\s?[:：—–]")
_LARGER = 1.08
_TAIL = 80
"""The end of a line is told by so many characters, however long the line is."""


@dataclass(slots=True)
class Paragraphs:
    """Paragraphs so far, and what was done to make them; `body` is the size of running text.

    `bold` and `headings` number the paragraphs that are a line in bold, or in larger letters.
    """

    body: float
    words: Counter[str]
    done: list[str] = field(default_factory=list)
    broken: int = 0
    over: int = 0
    marked: int = 0
    bold: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)
    _before: Line | None = None
    _right: float = 0.0
    _leading: float = 0.0
    _left: float = 0.0

    def take(self, flow: Flow) -> None:
        """The lines of one flow; its first line may go on with what stood before."""
        if not flow.lines:
            return
        self._leading = _leading(flow.lines)
        before = self._right
        self._left = min(line.x0 for line in flow.lines)
        right = max(line.x1 for line in flow.lines)
        for number, line in enumerate(flow.lines):
            line = self._labelled(line)
            self._right = before if number == 0 else right
            joins = self._goes_on(line) if number else self._goes_on_over(line)
            if joins:
                self.over += number == 0
                self.bold.discard(len(self.done) - 1)
                self._join(line.text)
            else:
                self._tell_form(line)
                self.done.append(line.text)
            self._before = line
        self._right = right

    def begins(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where the paragraphs begin that are bold or headings, and those that are headings."""
        alone, ends, at = set[int](), set[int](), 0
        for number, paragraph in enumerate(self.done):
            if number in self.headings:
                ends.add(at)
            if number in self.headings or number in self.bold:
                alone.add(at)
            at += len(paragraph) + 1
        return frozenset(alone), frozenset(ends)

    def _tell_form(self, line: Line) -> None:
        if line.size > self.body * _LARGER and not line.row:
            self.headings.add(len(self.done))
        elif line.bold >= len(line.text) > 0 and not line.row:
            self.bold.add(len(self.done))

    def _labelled(self, line: Line) -> Line:
        """A line that begins with a speaker in bold gets the sign of a label."""
        bare = line.text[: line.bold].rstrip(" :：") if line.bold else ""
        rest = line.text[len(bare) :]
        if not bare or line.row or _SEPARATED.match(rest) or not is_speaker(bare):
            return line
        self.marked += 1
        return line.moved(text=labelled(bare, rest.strip()))

    def _goes_on(self, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        before = self._before
        if before is None or self._begins(line) or not self._alike(before, line):
            return False
        heading = line.size if line.size > self.body * _LARGER else 0.0
        if line.y0 - before.y0 > 1.35 * max(self._leading, heading):
            return False
        size = max(line.size, 1.0)
        indented = line.x0 - max(self._left, before.x0) > 0.9 * size
        if indented and not _ITEM.match(before.text):
            return False
        # What would have stood in the line above, had the line not been ended on purpose.
        first = line.text.split(maxsplit=1)[0]
        wide = size if is_han(first) else (line.x1 - line.x0) * len(first) / len(line.text)
        if _HYPHEN.search(before.text[-_TAIL:]) and first[0].islower():
            return True
        slack = size if _END.search(before.text[-_TAIL:]) else 4 * size
        return before.x1 + wide + slack > self._right

    def _goes_on_over(self, line: Line) -> bool:
        """Whether a column or page begins in the middle of a paragraph."""
        before = self._before
        if before is None or self._begins(line) or not self._alike(before, line):
            return False
        if before.text.startswith("[") or _END.search(before.text[-_TAIL:]):
            return False
        if before.size > self.body * _LARGER:
            return False
        full = before.x1 >= self._right - 8 * before.size
        return full and (
            line.text[:1].islower() or is_han(line.text[:1]) or line.x0 - self._left < before.size
        )

    def _alike(self, before: Line, line: Line) -> bool:
        if before.row or line.row:
            return False
        heads = [one.size > self.body * _LARGER for one in (before, line)]
        bold = [one.bold >= len(one.text) > 0 for one in (before, line)]
        near = abs(before.size - line.size) <= 0.12 * max(before.size, line.size)
        return heads[0] == heads[1] and bold[0] == bold[1] and near

    def _begins(self, line: Line) -> bool:
        return bool(_ITEM.match(line.text)) or _starts_turn(line.text)

    def _join(self, text: str) -> None:
        before = self.done[-1]
        hyphen = _HYPHEN.search(before[-_TAIL:])
        if hyphen and text[:1].islower():
            self.broken += 1
            first = _WORD.match(text)
            rest = first.group() if first else ""
            if self._keeps_hyphen(hyphen.group(1), rest):
                self.done[-1] = before + text
            else:
                self.done[-1] = before[:-1] + text
        else:
            divided = before.endswith(("-", "\u2010", "/")) and text[:1].isalnum()
            close = divided or (is_han(before[-1:]) and is_han(text[:1]))
            self.done[-1] = before + text if close else f"{before} {text}"

    def _keeps_hyphen(self, first: str, rest: str) -> bool:
        """Whether the document writes the word with its hyphen elsewhere, and not without."""
        with_it = self.words[f"{first}-{rest}".casefold()]
        return with_it > self.words[f"{first}{rest}".casefold()]


def _starts_turn(text: str) -> bool:
    turns = split_turns(f"{text} x")
    return bool(turns) and turns[0].line == 1


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in points."""
    steps = [
        after.y0 - before.y0
        for before, after in pairwise(lines)
        if 0 < after.y0 - before.y0 < 4 * max(before.size, 1.0)
    ]
    close = sorted(steps)[: max(1, (len(steps) * 3) // 4)]
    return median(close) if close else 1.2 * lines[0].size


def words_of(texts: Sequence[str]) -> Counter[str]:
    """How often each word stands in lines, those at a line's end that a hyphen breaks left out."""
    counts: Counter[str] = Counter()
    for text in texts:
        found = _WORD.findall(text)
        if text.endswith(("-", "\u2010")) and found:
            found.pop()
        counts.update(word.replace("\u2010", "-").casefold() for word in found)
    return counts
