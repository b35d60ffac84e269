"""Files that mean harm are refused in one sentence, fast, and take no memory to speak of."""

import json
import subprocess
import sys

import pytest

from tests.intake.bombs import BOMBS, MOST_SECONDS

pytestmark = [pytest.mark.process, pytest.mark.slow]
HARMLESS = {"word_outside", "page_spans", "page_of_tables", "page_of_notes", "page_hidden"}
HARMLESS |= {"pdf_scattered"}
"""What may be read, because what it asks for is left out, or is read as fast as any page."""


@pytest.fixture(scope="module")
def ends():
    ran = subprocess.run(
        [sys.executable, "-m", "tests.intake.bombs"], capture_output=True, text=True, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    return {told["bomb"]: told for told in map(json.loads, ran.stdout.splitlines())}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(ends, name):
    told = ends[name]
    assert told["end"] in {"refused", "complaints"} | ({"read"} if name in HARMLESS else set()), (
        told
    )
    assert told["told"]
    if told["end"] != "read":
        assert told["seconds"] < MOST_SECONDS
