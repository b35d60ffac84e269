"""The checks of assessments catch every way to draft and to renew that was broken on purpose."""

import pytest

from headway.assessments.renewing import renew
from tests.assessments import checks, small
from tests.broken import assessments


def known():
    return small.public(small.TABLE)


def stale():
    """A manuscript of yesterday, with line breaks of the author, and the basis of today."""
    text = small.completed(small.basis(known()))
    return text.replace(
        "Words of the author.", "Words of the author,  \nand more.\n", 1
    ), small.basis([*known(), *small.values_of("Reply y9 question=q2 kind=answered label=public")])


def test_the_real_ones_pass():
    checks.check_draft_hides(small.drafted)
    checks.check_draft_keeps_terms(small.drafted)
    checks.check_both_sides(small.drafted)
    checks.check_swap(small.drafted, known())
    checks.check_renew_keeps(renew, *stale())


@pytest.mark.parametrize("basis", assessments.LEAKING, ids=lambda one: one.__name__)
def test_a_draft_that_leaks_a_withheld_remark_is_caught(basis):
    with pytest.raises(AssertionError):
        checks.check_draft_hides(small.drafted, basis)


@pytest.mark.parametrize("draft", assessments.NAMING, ids=lambda one: one.__name__)
def test_a_draft_beyond_the_terms_of_a_remark_is_caught(draft):
    with pytest.raises(AssertionError):
        checks.check_draft_keeps_terms(draft)


@pytest.mark.parametrize("draft", assessments.ONE_SIDED, ids=lambda one: one.__name__)
def test_a_draft_of_one_side_is_caught(draft):
    with pytest.raises(AssertionError):
        checks.check_both_sides(draft)


@pytest.mark.parametrize("draft", assessments.UNEVEN, ids=lambda one: one.__name__)
def test_a_draft_that_treats_the_sides_unevenly_is_caught(draft):
    with pytest.raises(AssertionError):
        checks.check_swap(draft, known())


@pytest.mark.parametrize("broken", assessments.RENEWING, ids=lambda one: one.__name__)
def test_a_renewal_that_eats_words_or_keeps_old_figures_is_caught(broken):
    with pytest.raises(AssertionError):
        checks.check_renew_keeps(broken, *stale())
