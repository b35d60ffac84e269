"""`headway minutes` as people call it: empty, from a record, and read back into it."""

import subprocess
import sys

import pytest

from headway.cli import main
from tests.intake.minutes import fill

pytestmark = [pytest.mark.process, pytest.mark.slow]


def headway(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "headway", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_minutes_go_in_and_come_out_and_change_nothing(tmp_path):
    fill(tmp_path / "round 7.docx")
    assert headway(tmp_path, "init", "my.headway").returncode == 0
    written = headway(tmp_path, "load", "my.headway", "round 7.docx", "--write")
    assert written.returncode == 0 and "1 Round" in written.stdout, written.stdout
    made = headway(tmp_path, "minutes", "again.docx", "--from", "my.headway", "--round", "r7")
    assert made.returncode == 0, made.stderr
    loaded = headway(tmp_path, "load", "my.headway", "again.docx", "--write")
    assert "new: nothing" in loaded.stdout and "changed: nothing" in loaded.stdout
    assert headway(tmp_path, "verify", "my.headway").returncode == 0


def test_what_does_not_fit_together_is_refused(tmp_path, capsys):
    for words, code, told in (
        (["minutes", str(tmp_path / "x.docx")], 0, ""),
        (["minutes", str(tmp_path / "x.docx")], 5, "is there already"),
        (["minutes", str(tmp_path / "y.docx"), "--round", "r7"], 2, "go together"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert (ended.value.code or 0) == code and told in capsys.readouterr().err
