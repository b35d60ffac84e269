"""Rounds not on record: the figures of gaps-by-hand.md, on the record of a real dialogue."""

from functools import cache
from pathlib import Path

import pytest

from headway.bundle import read
from headway.domain.corpus import Corpus
from headway.domain.views import Viewer
from headway.measures import Ask, measure

CANADA_CHINA = Path(__file__).parents[2] / "headway/examples/canada_china"
UNKNOWN = {"canada": 3, "china": 1}


@cache
def corpus() -> Corpus:
    """The whole example, as its desk sees it."""
    return read(CANADA_CHINA).corpus(Viewer("desk"), None)


@pytest.mark.parametrize("party", UNKNOWN)
@pytest.mark.parametrize("name", ["carry_over", "stale_concerns"])
def test_nobody_knows_what_happened_at_rounds_that_are_not_on_record(name: str, party: str) -> None:
    found = measure(name, corpus(), Ask("canada-china", party))
    assert [item.code for item in found.items] == ["not_looked"] * UNKNOWN[party]
    assert found.bounds is not None
    assert (found.bounds.low, found.bounds.high) == (0.0, 1.0)


def test_the_gap_is_told_at_both_pairs_of_rounds() -> None:
    parts = measure("carry_over", corpus(), Ask("canada-china", "canada")).parts
    assert ["more rounds were held" in " ".join(part.notes) for part in parts] == [True, True]
