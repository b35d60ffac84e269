"""The checks every engine passes fail for each engine that is broken on purpose."""

import pytest

from headway.reuse import MemoryEngine
from tests.broken.engines import BROKEN_ENGINES
from tests.reuse.engine_checks import check_engine


def test_the_checks_pass_for_the_engine_the_broken_ones_are_made_of() -> None:
    check_engine(MemoryEngine(), examples=20)


@pytest.mark.parametrize("broken", BROKEN_ENGINES, ids=lambda broken: broken.__name__)
def test_a_broken_engine_is_caught(broken: type) -> None:
    with pytest.raises(AssertionError):
        check_engine(broken())
