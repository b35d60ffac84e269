"""Measures that forget what is not on record are noticed."""

import pytest

from headway.measures import carry_over, memory_of_concern, retention, stale_concerns
from tests.measures import (
    test_carry_over,
    test_memory_of_concern,
    test_retention,
    test_stale_concerns,
)


def nothing_is_missing(corpus, dialogue):
    """Takes the next round on file for the next round."""
    return {}


def all_is_noted(corpus, round):
    """Takes a round of which nobody noted anything for one at which nothing was raised."""
    return True


def as_it_is_counted(corpus, ask, round):
    """Looks at each count alone, not at what is left when it is taken from another."""
    return 100


GAP = next(one for one in test_carry_over.DRAWN if "not on record" in one.title)


@pytest.mark.parametrize(
    ("module", "name", "broken", "check"),
    [
        (carry_over, "missing_before", nothing_is_missing, lambda: test_carry_over.test_drawn(GAP)),
        (
            carry_over,
            "is_noted",
            all_is_noted,
            test_carry_over.test_bounds_equal_all_completions_of_a_round_in_the_middle_nobody_looked_at,
        ),
        (
            stale_concerns,
            "missing_before",
            nothing_is_missing,
            test_stale_concerns.test_three_rounds_with_one_between_that_is_not_on_record,
        ),
        (
            stale_concerns,
            "is_noted",
            all_is_noted,
            test_stale_concerns.test_a_round_of_which_nobody_noted_anything_may_have_raised_it,
        ),
        (
            memory_of_concern,
            "missing_before",
            nothing_is_missing,
            test_memory_of_concern.test_it_may_have_been_answered_at_a_round_that_is_not_on_record,
        ),
        (
            retention,
            "_size",
            as_it_is_counted,
            test_retention.test_who_joined_is_not_found_by_subtracting,
        ),
    ],
)
def test_it_is_caught(module, name, broken, check, monkeypatch):
    check()
    monkeypatch.setattr(module, name, broken)
    with pytest.raises(AssertionError):
        check()
