"""The checks of lists and of what outside is read catch everything broken on purpose."""

import pytest

from headway.domain import corpus
from headway.web import lists
from tests.broken import lists as broken_lists
from tests.domain import test_capacity
from tests.web import test_lists, test_sight
from tests.web.conftest import site  # noqa: F401 - the same fixture

CHECKS = (
    test_lists.test_a_list_shows_the_rows_that_fit_and_no_other,
    test_lists.test_sorting_is_stable_and_what_is_not_known_comes_last,
    test_lists.test_the_number_beside_a_choice_is_what_choosing_it_leaves,
    test_lists.test_rows_without_a_day_are_left_out_of_a_period_and_counted,
    test_lists.test_numbers_stand_in_their_order,
)


CAUGHT = (AssertionError, ExceptionGroup)
"""One failing check, or several that hypothesis found at once."""


def all_checks():
    for check in CHECKS:
        check()


@pytest.mark.slow
@pytest.mark.parametrize("broken", broken_lists.KEYS, ids=lambda one: one.__name__)
def test_a_broken_order_is_caught(broken, monkeypatch):
    monkeypatch.setattr(lists, "_key", broken)
    with pytest.raises(CAUGHT):
        all_checks()


@pytest.mark.slow
@pytest.mark.parametrize("broken", broken_lists.CHOICES, ids=lambda one: one[2].__name__)
def test_a_broken_choice_is_caught(broken, monkeypatch):
    monkeypatch.setattr(*broken)
    with pytest.raises(CAUGHT):
        all_checks()


@pytest.mark.parametrize("broken", broken_lists.MASKS, ids=lambda one: one.__name__)
def test_a_broken_mask_is_caught(broken, site, monkeypatch):  # noqa: F811 - the fixture
    monkeypatch.setattr(corpus, "masked", broken)
    with pytest.raises(AssertionError):
        test_sight.test_what_is_not_attributable_stands_under_no_side_outside("public", site)
        test_sight.test_small_numbers_of_people_asked_are_not_told_outside("public", site)


@pytest.mark.parametrize("counted_as", ["posts", "full_time_equivalents"])
def test_a_mask_that_forgets_a_way_of_counting_staff_is_caught(counted_as, monkeypatch):
    monkeypatch.setattr(corpus, "masked", broken_lists.small_staff_stays)
    with pytest.raises(AssertionError):
        test_capacity.test_a_small_number_is_not_told_outside("public", 3, counted_as)
