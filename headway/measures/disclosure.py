"""Small counts of persons, cases and answers: what a view outside the house may read (rule 9).

`desk` and `assessor` read everything. Elsewhere a count from 1 to 4 is not printed, and enough
other counts with it that it cannot be found by subtracting. Replies of a government to questions
are no answers in this sense: these are answers of persons who were asked.
"""

from collections.abc import Sequence

from headway.domain.corpus import Corpus
from headway.measures.figure import FEWEST_FOR_A_RATE

INSIDE = frozenset({"desk", "assessor"})


def is_inside(corpus: Corpus) -> bool:
    """Whether the viewer may read small counts and lists of persons."""
    return corpus.viewer.view in INSIDE


def is_small(count: float) -> bool:
    """Whether a count is too small to be printed outside: 1 to 4."""
    return 0 < count < FEWEST_FOR_A_RATE


def suppressed(cells: Sequence[float]) -> frozenset[int]:
    """The places in a row of counts, whose total is printed, that must not be printed.

    Every small count; then the next smallest ones, until what is left out adds up to five or
    more over at least two counts. Where that cannot be reached, everything.
    """
    out = {place for place, count in enumerate(cells) if is_small(count)}
    if not out:
        return frozenset()
    rest = sorted((p for p in range(len(cells)) if p not in out), key=lambda p: (cells[p], p))
    rest.sort(key=lambda p: cells[p] == 0)  # a nought hides nothing: take it last
    while rest and (len(out) < 2 or sum(cells[p] for p in out) < FEWEST_FOR_A_RATE):
        out.add(rest.pop(0))
    return frozenset(out)
