"""The suite's own checks catch every broken bundle, and each check catches something."""

import pytest

from tests.broken.bundles import BROKEN
from tests.bundle.checks import CHECKS


def caught_by(carrier, folder):
    """The names of the checks that fail."""
    found = []
    for check in CHECKS:
        own = folder / check.__name__
        own.mkdir()
        try:
            check(carrier, own)
        except AssertionError:
            found.append(check.__name__)
    return found


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_bundle_is_caught(tmp_path, what):
    assert caught_by(BROKEN[what], tmp_path) != []


def test_every_check_catches_something(tmp_path):
    found = set()
    for number, carrier in enumerate(BROKEN.values()):
        (tmp_path / str(number)).mkdir()
        found.update(caught_by(carrier, tmp_path / str(number)))
    assert found == {check.__name__ for check in CHECKS}
