"""The check of bounds fails for each broken count of how people found translations."""

import pytest

from tests.broken.reviewers import BROKEN_REVIEWERS
from tests.measures.completions import check_corpus_bounds
from tests.measures.test_translation_quality import check_quality_bounds, figure


def test_the_check_passes_for_the_measure_itself():
    check_quality_bounds(figure, check_corpus_bounds)


@pytest.mark.parametrize("name", BROKEN_REVIEWERS)
def test_a_broken_count_is_caught(name):
    with pytest.raises(AssertionError):
        check_quality_bounds(BROKEN_REVIEWERS[name], check_corpus_bounds)
