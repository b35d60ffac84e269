"""The way from a record to a file that is sent, as a user walks it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from headway.library import example
from tests.assessments.example import EDITION, text_file

pytestmark = pytest.mark.process

HEADWAY = str(Path(sys.executable).with_name("headway"))


def run(*words, code=0):
    """Runs a command; its output."""
    ended = subprocess.run([HEADWAY, *map(str, words)], capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr, ended.stderr
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


def test_from_a_draft_to_a_file(tmp_path):
    record, file = tmp_path / "ours.headway", tmp_path / "ours.md"
    run("init", record)
    run("load", record, example("invented"), "--write")
    drafted = ("assessment", "draft", record, file, "--dialogue", "estravane-yuanlan")
    assert "places marked" in run(*drafted)
    assert "is there already" in run(*drafted, code=5)
    assert "ours.md, line" in run("assessment", "check", file, record, code=2)
    file.write_text(
        file.read_text("utf-8").replace("| **Rounds** | 9", "| **Rounds** | 8"), "utf-8"
    )
    assert "renewed: basis" in run("assessment", "renew", record, file)
    assert json.loads(run("assessment", "check", text_file(), record, "--json")) == []
    refused = run(
        "assessment", "release", record, EDITION, "--to", "public", "--decided-by", "x", code=2
    )
    assert "draft one with --view public" in refused
    out = tmp_path / "out.docx"
    run("assessment", "write", record, "nine-years", out, "--view", "counterpart")
    assert out.read_bytes().startswith(b"PK")
    hidden = run("assessment", "write", record, "nine-years", "x.md", "--view", "public", code=2)
    assert "there is no Assessment" in hidden


def test_what_is_no_manuscript_is_refused_in_a_sentence(tmp_path):
    record, file = tmp_path / "empty.headway", tmp_path / "a.md"
    run("init", record)
    file.write_bytes(b"\xff\xfe\x00")
    assert "a.md is not UTF-8" in run("assessment", "check", file, record, code=2)
    file.write_bytes(b"# Hello\n")
    assert "a.md, line 1" in run("assessment", "check", file, record, code=2)
    assert "name the dialogue" in run("assessment", "draft", record, tmp_path / "x.md", code=2)
    assert not (tmp_path / "x.md").exists()
