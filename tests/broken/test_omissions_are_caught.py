"""The checks of omissions fail for each reader that is broken on purpose."""

import pytest

from headway.text.omissions import compare
from tests.broken.omissions import BROKEN_READERS
from tests.text.omission_checks import check_all


def test_the_checks_pass_for_the_reader_the_broken_ones_are_made_of():
    check_all(compare)


@pytest.mark.parametrize("broken", BROKEN_READERS, ids=lambda broken: broken.__name__)
def test_a_broken_reader_is_caught(broken):
    with pytest.raises((AssertionError, ValueError)):
        check_all(broken)
