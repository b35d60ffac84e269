"""Decisions have one form, are short, and name only what is there."""

import re
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "adr"
DECISIONS = sorted(FOLDER.glob("*.md"))
HEADINGS = ["## Context", "## Decision", "## Consequences"]


def test_they_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda p: p.stem)
def test_a_decision_has_the_form_of_all(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(path.name[:4])}. ")
    assert date.fromisoformat(re.findall(r"^Date: (.+)$", text, re.M)[0])
    assert re.search(r"^Status: (accepted|superseded by \d+)$", text, re.M)
    assert re.findall(r"^## .+$", text, re.M) == HEADINGS
    assert 200 <= len(text.split()) <= 350


@pytest.mark.parametrize("path", DECISIONS, ids=lambda p: p.stem)
def test_the_files_it_names_are_there(path, repository):
    text = path.read_text(encoding="utf-8")
    if "Status: superseded" in text:
        return
    for named in re.findall(r"`(headway/[\w/.]+)`", text):
        assert (repository / named).exists(), named
