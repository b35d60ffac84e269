"""Small counts of persons, cases and answers: what a view outside the house may read (rule 9).

`desk` and `assessor` read everything. Elsewhere a count from 1 to 4 is not printed, and enough
other counts with it that it cannot be found by subtracting. Replies of a government to questions
are no answers in this sense: these are answers of persons who were asked.
"""

from headway.domain.corpus import Corpus
from headway.measures.figure import FEWEST_FOR_A_RATE

INSIDE = frozenset({"desk", "assessor"})


def is_inside(corpus: Corpus) -> bool:
    """Whether the viewer may read small counts and lists of persons."""
    return corpus.viewer.view in INSIDE


def is_small(count: float) -> bool:
    """Whether a count is too small to be printed outside: 1 to 4."""
    return 0 < count < FEWEST_FOR_A_RATE
