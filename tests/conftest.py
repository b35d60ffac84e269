"""What every test may use. No network, no clock, warnings are errors (see pyproject.toml)."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED_DATA = Path(os.environ.get("HEADWAY_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))


def pytest_collection_modifyitems(items):
    """Tests on real data skip with a printed reason only where the data are absent."""
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
