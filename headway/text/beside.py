"""Which paragraphs of a text stand beside which of its translation, told by their lengths.

After Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (Computational
Linguistics 19, 1993), over paragraphs: one beside one, two merged into one, one parted into two,
or one that has no counterpart; the cheapest way through both texts. What both sides of a step state
alike (numbers, days, names: `stated`) makes it cheaper. A paragraph wholly in brackets (`[Official
translation]`) is a remark on the text and takes no part.
"""

import math
import re
from collections.abc import Sequence
from typing import Final

Span = tuple[int, int]
Facts = frozenset[str]
Beside = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of paragraphs of one text and those of the other that stand beside them."""

_BLANK: Final = re.compile(r"\n[ \t\r]*\n")
_LINE: Final = re.compile(r"[^\r\n]*\S[^\r\n]*")
_BLOCK: Final = re.compile(r"\S(?:.*?\S)??(?=\s*(?:\n[ \t\r]*\n|\Z))", re.DOTALL)
_REMARK: Final = re.compile(r"\s*(?:\[.*\]|［.*］|\(.*\)|（.*）|【.*】)\s*", re.DOTALL)

_MOVES: Final = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.05, (1, 2): 0.05}
_SPREAD: Final = 6.8
"""Variance of the length of a translation, per character: the figure of the paper."""
_MOST: Final = 25.0
_REACH: Final = 40
_ALONE: Final = 3.0
_MOST_FACTS: Final = 4


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs: parted by blank lines, or by line breaks where there are none."""
    if _BLANK.search(text.strip()):
        return [found.span() for found in _BLOCK.finditer(text)]
    return [found.span() for found in _LINE.finditer(text)]


def is_remark(text: str) -> bool:
    """Whether a paragraph stands wholly in brackets."""
    return _REMARK.fullmatch(text) is not None


def beside(
    one: Sequence[str],
    other: Sequence[str],
    stated: tuple[Sequence[Facts], Sequence[Facts]] | None = None,
) -> list[Beside]:
    """The paragraphs of two texts side by side, in order; every place that takes part once."""
    left = [n for n, text in enumerate(one) if not is_remark(text)]
    right = [n for n, text in enumerate(other) if not is_remark(text)]
    alike = (
        ([stated[0][n] for n in left], [stated[1][n] for n in right])
        if stated
        else ([frozenset()] * len(left), [frozenset()] * len(right))
    )
    lengths = ([len(one[n].strip()) for n in left], [len(other[n].strip()) for n in right])
    ways = _ways(*lengths, *alike)
    found: list[Beside] = []
    i, j = len(left), len(right)
    while (i, j) != (0, 0):
        di, dj = ways[i, j]
        found.append((tuple(left[i - di : i]), tuple(right[j - dj : j])))
        i, j = i - di, j - dj
    return found[::-1]


def _ways(
    one: Sequence[int], other: Sequence[int], said: Sequence[Facts], there: Sequence[Facts]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The last step of the cheapest way to each pair of places near the diagonal."""
    ratio = sum(other) / sum(one) if sum(one) and sum(other) else 1.0
    cost = {(0, 0): 0.0}
    ways: dict[tuple[int, int], tuple[int, int]] = {}
    slope = len(other) / max(len(one), 1)
    reach = _REACH + abs(len(other) - len(one))
    for i in range(len(one) + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - reach), min(len(other), middle + reach) + 1):
            best: tuple[float, tuple[int, int]] | None = None
            for (di, dj), share in _MOVES.items():
                before = cost.get((i - di, j - dj))
                if before is None or (i, j) == (0, 0):
                    continue
                if di and dj:
                    length = _cost(sum(one[i - di : i]) * ratio, sum(other[j - dj : j]), ratio)
                    length += _unlike(said[i - di : i], there[j - dj : j])
                else:
                    length = _ALONE
                total = before - math.log(share) + length
                if best is None or total < best[0]:
                    best = (total, (di, dj))
            if best is not None:
                cost[i, j], ways[i, j] = best
    return ways


def _unlike(said: Sequence[Facts], there: Sequence[Facts]) -> float:
    """Less than nothing where both state the same, more where one states what the other lacks."""
    here, beside_it = frozenset().union(*said), frozenset().union(*there)
    shared = len(here & beside_it)
    return min(len(here) - shared, _MOST_FACTS) - 2.0 * min(shared, _MOST_FACTS)


def _cost(expected: float, length: float, ratio: float) -> float:
    """How unlikely it is, as a negative logarithm, that these lengths say the same."""
    mean = (expected + length) / 2
    if not mean:
        return 0.0
    off = abs(length - expected) / math.sqrt(_SPREAD * mean * max(ratio, 1 / ratio, 1.0))
    tail = math.erfc(off / math.sqrt(2))
    return min(_MOST, -math.log(tail)) if tail > 0 else _MOST
