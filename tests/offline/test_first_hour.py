"""The page "The first hour" leads from three Word minutes to a draft assessment, word for word."""

import sys
from pathlib import Path

import pytest

from tests.offline.walk import PAGE, blocks, walk

HEADWAY = Path(sys.executable).with_name("headway")
pytestmark = pytest.mark.process


def check(steps, folder):
    """What a reader has at the end of the hour."""
    printed = {step.command: step.printed for step in steps}
    loaded = printed["headway load our.headway practice --write"]
    assert "3 Round" in loaded and "38 Statement" in loaded and loaded.endswith("written.\n")
    typed = printed["headway load our.headway practice/typed.xlsx --write"]
    assert "14 Question" in typed and "6 Undertaking" in typed and typed.endswith("written.\n")
    measured = printed["headway measure our.headway"]
    assert "2 of 5 questions put to Norvanne were answered on point (40 %)." in measured
    assert "2 of 9 questions put to Keldara were answered on point (22 %)." in measured
    assert "raised 3, answered 2" in measured
    more = printed["headway measure our.headway --all"]
    assert "memory_of_concern" in more and len(more) > 2 * len(measured)
    draft = (folder / "draft.md").read_text(encoding="utf-8")
    assert "Norvanne" in draft and "Keldara" in draft and draft.count("[[to be written") > 5
    assert "2 of 9 questions put to Keldara were answered on point (22 %)." in draft
    assert "Nobody looked" in draft and "Found by machine, not reviewed" in draft
    assert (folder / "round-4.docx").is_file() and (folder / "round-3.docx").is_file()


def test_every_step_of_the_page_works(tmp_path):
    check(walk(HEADWAY, tmp_path, PAGE.read_text(encoding="utf-8")), tmp_path)


def test_a_page_that_misspells_a_command_is_caught(tmp_path):
    page = PAGE.read_text(encoding="utf-8").replace("headway load our", "headway laod our", 1)
    with pytest.raises(AssertionError, match="laod"):
        walk(HEADWAY, tmp_path, page)


def test_the_page_holds_what_the_walk_needs():
    languages = [language for language, _ in blocks(PAGE.read_text(encoding="utf-8"))]
    assert languages.count("csv") == 1 and languages.count("sh") >= 6
