"""The checks of readers and finders fail for each that is broken on purpose."""

import pytest

from headway.intake import qa_jsonl
from headway.reuse.recurring import recurring
from tests.broken.dialogue_data import BROKEN_QA, BROKEN_RECURRING
from tests.intake.qa_checks import check_turns
from tests.reuse.recurring_checks import EXAMPLE, NOTICE, STOCK, check_recurring

TURNS = [("Ms. Berg", "Why?", "Because."), ("Ms. Berg", "And now?", "Later.")]
TWO_DAYS = [("bland", day, NOTICE) for day in (1, 1, 2)]
PLAN = [*EXAMPLE, *TWO_DAYS, ("aland", 0, STOCK)]


def test_the_checks_pass_for_what_the_broken_ones_are_made_of():
    check_turns(qa_jsonl.read, TURNS)
    check_recurring(recurring, PLAN)


@pytest.mark.parametrize("broken", BROKEN_QA, ids=lambda one: one.__name__)
def test_a_broken_reader_is_caught(broken):
    with pytest.raises(AssertionError):
        check_turns(broken, TURNS)


@pytest.mark.parametrize("broken", BROKEN_RECURRING, ids=lambda one: one.__name__)
def test_a_broken_finder_is_caught(broken):
    with pytest.raises(AssertionError):
        check_recurring(broken, PLAN)
