"""The checks every engine of the edited layer passes fail for each that is broken on purpose."""

import pytest

from headway.reuse.edits import FastEdits
from tests.broken.edits import BROKEN_EDITS
from tests.reuse.edit_checks import check_edits


def test_the_checks_pass_for_the_engine_the_broken_ones_are_made_of() -> None:
    check_edits(FastEdits(compile_from=10**12), examples=20)


@pytest.mark.parametrize("broken", BROKEN_EDITS, ids=lambda broken: broken.__name__)
def test_a_broken_engine_of_the_edited_layer_is_caught(broken: type) -> None:
    with pytest.raises(AssertionError):
        check_edits(broken(), examples=60)
