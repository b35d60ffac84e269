"""Records, as the acts on assessments need them: with a derived folder of their own."""

import pytest

from tests.records import *  # noqa: F403


@pytest.fixture
def shelf(record, tmp_path, monkeypatch):
    """An empty record in use, whose findings are kept in a folder of the test."""
    monkeypatch.setenv("HEADWAY_DERIVED", str(tmp_path / "derived"))
    return record
