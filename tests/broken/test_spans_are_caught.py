"""The checks the folding passes fail for each folding that is broken on purpose."""

from collections.abc import Callable

import pytest

from headway.text import fold
from tests.broken.spans import BROKEN_FOLDINGS
from tests.text.span_checks import check_any_text, check_spans


def test_the_checks_pass_for_the_folding_the_broken_ones_are_made_of() -> None:
    check_spans(fold)


@pytest.mark.parametrize("broken", BROKEN_FOLDINGS, ids=lambda broken: broken.__name__)
def test_a_broken_folding_is_caught(broken: Callable[[str], object]) -> None:
    with pytest.raises((AssertionError, ValueError, IndexError)):
        check_any_text(broken)
