"""Notes at the foot of a column, and the small raised numbers that refer to them."""

import re
from collections.abc import Sequence

from headway.intake.pdf.columns import Flow
from headway.intake.pdf.lines import Line
from headway.intake.pdf.pages import PdfPage, Word

_SMALLER = 0.93
_RAISED = 0.8
_MOST_WORDS = 4_000
_MARK = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})\]?[.):]?\s*(?=\S)")
_NUMBER = re.compile(r"\d{1,3}|[*†‡§]{1,3}")


def marked(page: PdfPage, body: float) -> tuple[PdfPage, int]:
    """The page with its raised small numbers in square brackets, and how many there are."""
    words: list[Word] = []
    number = 0
    few = len(page.words) <= _MOST_WORDS
    for word in page.words:
        small = few and word.size <= _RAISED * body and _NUMBER.fullmatch(word.text)
        if small and _is_raised(word, page.words, body):
            word = word._replace(text=f"[{word.text}]")
            number += 1
        words.append(word)
    changed = PdfPage(page.number, page.width, page.height, tuple(words), page.rules, page.pictures)
    return changed, number


def _is_raised(word: Word, words: Sequence[Word], body: float) -> bool:
    """Whether a word of the running text stands right before it, at a lower foot."""
    return any(
        abs(word.x0 - one.x1) < 0.25 * body
        and one.size > word.size * 1.2
        and one.y0 - body * 0.6 < word.y0 < one.y1 - word.size * 0.8
        for one in words
    )


def parted(flow: Flow, body: float) -> tuple[Flow, list[list[Line]]]:
    """A flow without the notes at its foot, and each note as its lines."""
    lines = flow.lines
    begin = len(lines)
    while begin and lines[begin - 1].size <= body * _SMALLER and not lines[begin - 1].row:
        begin -= 1
    while begin < len(lines) and not _MARK.match(lines[begin].text):
        begin += 1
    notes: list[list[Line]] = []
    for line in lines[begin:]:
        if _MARK.match(line.text) and _next(line, notes):
            notes.append([line])
        else:
            notes[-1].append(line)
    return Flow(lines[:begin], flow.table, flow.speaking), notes


def _next(line: Line, notes: list[list[Line]]) -> bool:
    """Whether a line that begins with a number begins a note, rather than going on with one."""
    if not notes:
        return True
    before, now = _number(notes[-1][0].text), _number(line.text)
    return now is None or before is None or now == before + 1


def _number(text: str) -> int | None:
    found = re.match(r"\[?(\d{1,3})", text)
    return int(found.group(1)) if found else None


def text_of(note: Sequence[Line]) -> str:
    """A note as one line, its number in square brackets first."""
    whole = ""
    for line in note:
        broken = whole.endswith("-") and line.text[:1].islower()
        whole = whole[:-1] + line.text if broken else f"{whole} {line.text}".strip()
    found = _MARK.match(whole)
    return f"[{found.group(1)}] {whole[found.end() :]}" if found else whole
