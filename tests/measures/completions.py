"""Bounds by brute force: every way of completing what is unknown, and the lowest and highest."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pytest

from headway.domain.corpus import Corpus
from headway.domain.values import UNKNOWN_CODES, Value
from headway.measures.figure import Bounds, Figure, Item

Choice = Sequence[Iterable[Value]]
"""What one unknown may turn out to be: for each possibility the values that replace it."""


def completions_of_items(items: Sequence[Item]) -> Iterable[list[Item]]:
    """All ways of completing items: unknown ones yes or no, optional ones in or out."""
    ways = []
    for item in items:
        unknown = item.conflicting or item.code in UNKNOWN_CODES
        if item.code == "not_applicable":
            known = [[]]
        elif unknown:
            known = [[_known(item, "yes")], [_known(item, "no")]]
        else:
            known = [[_known(item, item.code)]]
        ways.append([*known, []] if item.optional and item.code != "not_applicable" else known)
    for way in itertools.product(*ways):
        yield [item for group in way for item in group]


def _known(item: Item, code: str) -> Item:
    return replace(item, code=code, conflicting=False, optional=False)


def rate_of(items: Sequence[Item]) -> float | None:
    """The plain rate of items that are all known."""
    total = sum(item.weight for item in items)
    return sum(i.weight for i in items if i.code == "yes") / total if total else None


def check_bounds(bounds_of: Callable[[Sequence[Item]], Bounds], items: Sequence[Item]) -> None:
    """Asserts that a bounds function gives exactly the ends of all completions."""
    rates = [rate_of(way) for way in completions_of_items(items)]
    defined = [rate for rate in rates if rate is not None]
    found = bounds_of(items)
    if not defined:
        assert (found.low, found.high) == (None, None)
        return
    assert found.low == pytest.approx(min(defined)), "low"
    assert found.high == pytest.approx(max(defined)), "high"


def check_corpus_bounds(
    figure_of: Callable[[Corpus], Figure],
    build: Callable[[Iterable[Value]], Corpus],
    fixed: Sequence[Value],
    unknown: Sequence[Value],
    choices: Sequence[Choice],
) -> None:
    """Asserts that a figure's bounds equal the ends over all completed corpora.

    `unknown` stands in the record as it is; each of `choices` lists what one unknown thing may
    turn out to be. Every completed corpus must give a rate without doubt.
    """
    found = figure_of(build([*fixed, *unknown])).bounds
    assert found is not None
    rates = []
    for way in itertools.product(*choices):
        bounds = figure_of(build([*fixed, *(value for group in way for value in group)])).bounds
        assert bounds is not None
        assert bounds.low == bounds.high, "a completed corpus leaves nothing open"
        if bounds.low is not None:
            rates.append(bounds.low)
    assert found.low == pytest.approx(min(rates)), "low"
    assert found.high == pytest.approx(max(rates)), "high"
