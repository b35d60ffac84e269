"""What an engine must find, written so that a broken one can be put through the same checks."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.reuse.runs import Texts

Row = tuple[int, ...]

# Few different tokens make refrains, overlaps and repeated letters; blocks make long runs.
TOKENS = st.one_of(
    st.lists(st.integers(1, 2), max_size=30),
    st.lists(st.integers(1, 60), max_size=40),
    st.just([7] * 25),
)
BLOCKS = st.lists(st.sampled_from([[1] * 9, list(range(10, 40)), list(range(20, 45)), [3, 4, 5]]))
TEXTS = st.lists(
    st.one_of(TOKENS, BLOCKS.map(lambda blocks: [token for block in blocks for token in block])),
    max_size=5,
)


def rows_of(engine: Any, texts: list[list[int]], at_least: int) -> list[Row]:
    """All runs an engine finds, in its order."""
    arrays = [np.array(text, np.uint64) for text in texts]
    return [row for runs in engine.runs(Texts.of(arrays), at_least) for row in runs.rows()]


def brute(texts: list[list[int]], at_least: int) -> list[Row]:
    """Maximal runs by following every diagonal of every pair of texts, once more and elsewhere."""
    rows = []
    for text, one in enumerate(texts):
        for other, two in enumerate(texts):
            for shift in range(-len(one) + 1, len(two)):
                if text == other and shift == 0:
                    continue
                rows += [(text, b, n, other, b + shift) for b, n in _diagonal(one, two, shift)]
    return sorted(row for row in rows if row[2] >= at_least)


def _diagonal(one: list[int], two: list[int], shift: int) -> list[tuple[int, int]]:
    found = []
    begin = None
    for place in range(max(0, -shift), min(len(one), len(two) - shift) + 1):
        inside = place < min(len(one), len(two) - shift)
        if inside and one[place] == two[place + shift]:
            begin = place if begin is None else begin
        elif begin is not None:
            found.append((begin, place - begin))
            begin = None
    return found


def check_known(engine: Any) -> None:
    """Traps that engines of the field have fallen into."""
    script = list(range(100, 125))
    refrain = [1, *script, 2, 3, *script, 4]
    assert (0, 1, 25, 0, 28) in rows_of(engine, [refrain], 12), "a refrain inside one speech"
    many = [[1000 + at, *script, 2000 + at] for at in range(130)]
    assert len(rows_of(engine, many, 20)) == 130 * 129, "repeated more often than any cap"
    same = [script, script]
    assert rows_of(engine, same, 12) == [(0, 0, 25, 1, 0), (1, 0, 25, 0, 0)], "equal texts"
    assert rows_of(engine, [[], script, []], 12) == [], "empty texts"
    twenty = [[1, *script[:20], 2], [3, *script[:20], 4]]
    assert len(rows_of(engine, twenty, 20)) == 2, "a run of just the length asked for"
    assert rows_of(engine, twenty, 21) == [], "a run one too short"


def check_agrees_with_brute_force(engine: Any, examples: int) -> None:
    """Row for row what brute force finds, on whatever Hypothesis draws."""

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @given(TEXTS, st.sampled_from([2, 3, 12, 20]))
    def run(texts: list[list[int]], at_least: int) -> None:
        assert rows_of(engine, texts, at_least) == brute(texts, at_least)

    run()


def check_engine(engine: Any, examples: int = 60) -> None:
    """All checks of an engine."""
    check_known(engine)
    check_agrees_with_brute_force(engine, examples)
