"""What every test may use. No network, no clock, warnings are errors (see pyproject.toml)."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SLOW_PLACES = (
    "tests/broken/",
    "tests/assessments/",
    "tests/phrases/test_catalogues.py",
    "tests/intake/test_minutes.py",
    "tests/intake/test_minutes_there_and_back.py",
    "tests/reuse/test_edited_passages.py",
    "tests/services/test_acts.py",
    "tests/measures/test_all.py",
    "tests/measures/test_manual.py",
    "tests/web/test_counted.py",
    "tests/web/test_sight.py",
)
"""Whole files and folders that stay out of make check: twins, documents, acts one by one."""
SHARED_DATA = Path(os.environ.get("HEADWAY_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))


def pytest_collection_modifyitems(items):
    """Some places are slow; tests on real data skip only where the data are absent."""
    for item in items:
        if item.nodeid.startswith(SLOW_PLACES):
            item.add_marker(pytest.mark.slow)
    if SHARED_DATA.is_dir():
        return
    absent = pytest.mark.skip(
        reason=f"real data are not at {SHARED_DATA.name}: not part of Headway"
    )
    for item in items:
        if "realdata" in item.keywords:
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data (only for tests marked realdata)."""
    return SHARED_DATA


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the project."""
    return REPOSITORY
