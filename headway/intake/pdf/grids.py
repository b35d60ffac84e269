"""Tables drawn with rules: which words stand in which cell."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from headway.intake.pdf.lines import joined, rows_of
from headway.intake.pdf.pages import PdfPage, Rule, Word

_NEAR = 3.0
_SHORTEST = 8.0
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its box, and the words of its cells row by row, each cell as its lines."""

    x0: float
    y0: float
    x1: float
    y1: float
    rows: tuple[tuple[tuple[str, ...], ...], ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside."""
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        return self.x0 - 1 <= x <= self.x1 + 1 and self.y0 - 1 <= y <= self.y1 + 1


def grids_of(page: PdfPage) -> tuple[Grid, ...]:
    """The tables of a page from top to bottom; a frame around one text is none."""
    across = [r for r in page.rules if r.x1 - r.x0 >= _SHORTEST and r.y1 - r.y0 < _NEAR]
    down = [r for r in page.rules if r.y1 - r.y0 >= _SHORTEST and r.x1 - r.x0 < _NEAR]
    found = []
    for own_across, own_down in _connected(across, down):
        grid = _grid(page.words, own_across, own_down)
        if grid is not None:
            found.append(grid)
    apart: list[Grid] = []
    for grid in sorted(found, key=lambda one: (one.y0, one.x0)):
        if not any(_overlap(grid, other) for other in apart):
            apart.append(grid)
    return tuple(apart)


def _overlap(one: Grid, other: Grid) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules across and down that meet, group by group."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    left = list(down)
    for rule in across:
        groups.append(([rule], []))
    for rule in left:
        met = [group for group in groups if any(_meet(one, rule) for one in group[0])]
        if not met:
            continue
        met[0][1].append(rule)
        for other in met[1:]:
            met[0][0].extend(other[0])
            met[0][1].extend(other[1])
            groups.remove(other)
    return [group for group in groups if len(group[0]) > 1 and len(group[1]) > 1]


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.x0 - _NEAR <= down.x0 <= across.x1 + _NEAR
        and down.y0 - _NEAR <= across.y0 <= down.y1 + _NEAR
    )


def _grid(words: Sequence[Word], across: list[Rule], down: list[Rule]) -> Grid | None:
    xs, ys = _merged([one.x0 for one in down]), _merged([one.y0 for one in across])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2 or len(xs) < 3:
        return None
    if (len(xs) - 1) * (len(ys) - 1) > MOST_CELLS:
        return None
    rows = []
    inside = sorted((w for w in words if xs[0] - 1 <= (w.x0 + w.x1) / 2 <= xs[-1] + 1), key=_middle)
    for top, bottom in pairwise(ys):
        middle = (top + bottom) / 2
        begin, end = (bisect_left(inside, y, key=_middle) for y in (top, bottom))
        own = inside[begin:end]
        edges = [x for x in xs if _drawn(down, x, middle)] or [xs[0], xs[-1]]
        rows.append(_cells(own, edges))
    kept = tuple(row for row in rows if any(row))
    filled = sum(1 for row in kept for cell in row if cell)
    return Grid(xs[0], ys[0], xs[-1], ys[-1], kept) if filled > 1 else None


def _middle(word: Word) -> float:
    return (word.y0 + word.y1) / 2


def _drawn(down: list[Rule], x: float, y: float) -> bool:
    return any(abs(one.x0 - x) <= _NEAR and one.y0 - _NEAR <= y <= one.y1 + _NEAR for one in down)


def _cells(words: list[Word], edges: list[float]) -> tuple[tuple[str, ...], ...]:
    cells: list[list[Word]] = [[] for _ in range(max(1, len(edges) - 1))]
    for word in words:
        middle = (word.x0 + word.x1) / 2
        place = sum(middle >= edge for edge in edges[1:-1])
        cells[place].append(word)
    return tuple(tuple(joined(row) for row in rows_of(cell)) for cell in cells)


def _merged(places: list[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept
