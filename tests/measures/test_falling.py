"""Falls of a level from round to round: the ends equal those of all completions."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.measures.falling import falls_between

SPANS = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda pair: tuple(sorted(pair)))


@given(st.lists(SPANS, max_size=5))
def test_the_ends_equal_all_completions(levels):
    ways = product(*(range(low, high + 1) for low, high in levels))
    falls = [sum(1 for a, b in pairwise(way) if b < a) for way in ways]
    assert falls_between(levels, 1.0) == (min(falls), max(falls))


@pytest.mark.parametrize(
    ("levels", "ends"),
    [
        ([], (0, 0)),
        ([(3, 3)], (0, 0)),
        ([(5, 5), (0, float("inf")), (5, 5)], (0, 1)),
        ([(5, 5), (0, float("inf")), (3, 3)], (1, 2)),
    ],
)
def test_without_an_upper_end(levels, ends):
    assert falls_between(levels, 1e-6) == ends
