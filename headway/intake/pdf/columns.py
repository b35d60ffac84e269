"""The lines of a page in reading order: columns one after the other, tables row by row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from headway.intake.pdf.lines import Line, Row, is_han, joined, line_of, rows_of, segments
from headway.intake.pdf.pages import Word
from headway.intake.speakers import is_speaker, labelled

_GUTTER = 0.6
_CELL_GAP = 1.5
_COLUMN_ROWS = 3
_TABLE_ROWS = 2
_SIDE = 0.3
_MOST_ROWS, _MOST_GAPS = 400, 12
"""A page with more lines is no page that anybody set in columns."""

_NUMBERED = re.compile(
    r"[\[(]?(?:\d{1,3}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[a-zA-Z])?[\]).]*|[•●○▪–—*·-]"
)


@dataclass(slots=True)
class Flow:
    """Lines of one column from top to bottom; a page is a list of them in reading order."""

    lines: list[Line]
    table: bool = False
    speaking: int = 0


def flows_of(words: Sequence[Word], page: int, depth: int = 0) -> list[Flow]:
    """The flows of words that no ruled table holds."""
    rows = rows_of(words)
    flows: list[Flow] = []
    plain: list[Line] = []
    at = 0
    while at < len(rows):
        run = _best_run(rows, at) if depth < 4 and len(rows) <= _MOST_ROWS else None
        if run is None:
            plain.append(line_of(rows[at], page))
            at += 1
            continue
        if plain:
            flows.append(Flow(plain))
            plain = []
        flows.extend(_run_flows(rows[at : run.end], run, page, depth))
        at = run.end
    if plain:
        flows.append(Flow(plain))
    return flows


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows up to `end` that a gap divides; `both` of them have words on each side of it."""

    end: int
    begin: float
    until: float
    both: int
    columns: bool


def _best_run(rows: list[Row], at: int) -> _Run | None:
    left = min(row[0].x0 for row in rows)
    right = max(_right(row) for row in rows)
    runs = [_run(rows, at, *gap) for gap in _gaps(rows[at], left, right)[:_MOST_GAPS]]
    sound = [one for one in runs if one is not None]
    return max(sound, key=lambda one: (one.columns, one.both, one.until - one.begin), default=None)


def _right(row: Row) -> float:
    return max(word.x1 for word in row)


def _gaps(row: Row, left: float, right: float) -> list[tuple[float, float]]:
    """Where nothing stands in a row: between its words, and at its side if it ends early."""
    gaps = []
    reached = row[0].x1
    for word in row[1:]:
        if word.x0 - reached >= _GUTTER * word.size:
            gaps.append((reached, word.x0))
        reached = max(reached, word.x1)
    width = right - left
    if right - reached >= _SIDE * width:
        gaps.append((reached, right))
    if row[0].x0 - left >= _SIDE * width:
        gaps.append((left, row[0].x0))
    return gaps


def _run(rows: list[Row], at: int, begin: float, until: float) -> _Run | None:
    """The rows that a gap divides, as it is narrowed by each; None when they are no columns."""
    end, last = at + 1, at + 1
    while end < len(rows):
        row = rows[end]
        if row[0].y0 - max(word.y1 for word in rows[end - 1]) > 2.0 * row[0].size:
            break
        narrowed = _narrowed(row, begin, until)
        if narrowed is None:
            break
        begin, until = narrowed
        end += 1
        if _right(row) > until - 1:
            last = end
    end = _trimmed(rows, last, end)
    body = rows[at:end]
    left = [[word for word in row if word.x1 <= begin + 1] for row in body]
    right = [[word for word in row if word.x0 >= until - 1] for row in body]
    if not any(left) or not any(right) or _only_numbers([row for row in left if row]):
        return None
    both = sum(1 for one, other in zip(left, right, strict=True) if one and other)
    columns = _is_text(left, body) and _is_text(right, body)
    wide = until - begin >= _CELL_GAP * body[0][0].size
    begun = bool(left[0] and right[0])
    table = both >= _TABLE_ROWS and wide and begun and not (_long(left) and _long(right))
    return _Run(end, begin, until, both, columns) if columns or table else None


def _trimmed(rows: list[Row], last: int, end: int) -> int:
    """Without what follows the right column at a distance and is nearer to what stands below."""
    below = _distance(rows, end) if end < len(rows) else None
    for number in range(last, end):
        above = _distance(rows, number)
        if above > 0.6 * rows[number][0].size and below is not None and below <= above:
            return number
    return end


def _distance(rows: list[Row], number: int) -> float:
    """From the foot of the row above to the head of a row, in points."""
    return rows[number][0].y0 - max(word.y1 for word in rows[number - 1])


def _narrowed(row: Row, begin: float, until: float) -> tuple[float, float] | None:
    """The gap as this row leaves it, or None when its words stand in it."""
    size = row[0].size
    for words in segments(row, _GUTTER * size):
        first, last = words[0].x0, _right(words)
        if first <= begin:
            begin = max(begin, last)
        elif first < until:
            until = first
    return (begin, until) if until - begin >= _GUTTER * size * 0.8 else None


def _only_numbers(rows: list[Row]) -> bool:
    return all(_NUMBERED.fullmatch(joined(row)) for row in rows)


def _is_text(side: list[Row], body: list[Row]) -> bool:
    """Whether one side is a column of running text: several words a line, lines that fill it."""
    full = [row for row in side if row]
    if len(full) < _COLUMN_ROWS:
        return False
    left, right = min(row[0].x0 for row in full), max(row[-1].x1 for row in full)
    whole = max(row[-1].x1 for row in body) - min(row[0].x0 for row in body)
    filled = median((row[-1].x1 - row[0].x0) / max(1.0, right - left) for row in full)
    return right - left >= 0.2 * whole and filled >= 0.6 and _words_a_line(full) >= 3


def _words_a_line(rows: list[Row]) -> float:
    return median(
        len(joined(row)) / 2 if is_han(joined(row)) else len(joined(row).split()) for row in rows
    )


def _long(side: list[Row]) -> bool:
    full = [row for row in side if row]
    return bool(full) and _words_a_line(full) >= 6


def _run_flows(rows: list[Row], run: _Run, page: int, depth: int) -> list[Flow]:
    if run.columns:
        middle = (run.begin + run.until) / 2
        left = [word for row in rows for word in row if word.x0 < middle]
        right = [word for row in rows for word in row if word.x0 >= middle]
        return [*flows_of(left, page, depth + 1), *flows_of(right, page, depth + 1)]
    return [_table(rows, run, page)]


def _table(rows: list[Row], run: _Run, page: int) -> Flow:
    """Rows as lines with cells by tabs; a row without a first cell goes on with the one above."""
    found: list[Line] = []
    speaking = 0
    for row in rows:
        line = line_of(row, page)
        first = row[0].x0 < run.begin + 1
        cells = [joined(one) for one in segments(row, _CELL_GAP * 0.8 * row[0].size)]
        label = cells[0].rstrip(" :：")
        if first and len(cells) > 1 and is_speaker(label):
            speaking += 1
            text = labelled(label, " ".join(cells[1:]))
        else:
            text = "\t".join(cells)
        if first or not found:
            found.append(line.moved(text=text, row=True))
        else:
            joint = "" if is_han(found[-1].text[-1:]) and is_han(text[:1]) else " "
            found[-1] = found[-1].moved(text=found[-1].text + joint + text, y1=line.y1)
    return Flow(found, True, speaking)
