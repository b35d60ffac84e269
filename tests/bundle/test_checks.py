"""The bundle keeps every promise that `checks` puts into words."""

import pytest

from tests.bundle.checks import CHECKS, Carrier


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_bundle_keeps_its_promises(tmp_path, check):
    check(Carrier(), tmp_path)
