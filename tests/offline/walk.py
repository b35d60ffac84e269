"""Walks docs/first-hour.md as a reader would: every command, with the practice files."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "first-hour.md"
PRACTICE = ROOT / "headway" / "examples" / "minutes"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One command of the page, and what it printed."""

    command: str
    printed: str


def blocks(page: str) -> list[tuple[str, str]]:
    """The language and content of every code block of a page, in order."""
    return _BLOCK.findall(page)


def walk(headway: Path, folder: Path, page: str, *before: str) -> list[Step]:
    """Run all `sh` blocks in a folder that holds `practice`; a `csv` block is the manifest.

    `before` stands in front of every command, such as what closes the network. Raises
    AssertionError with what was printed when a command fails.
    """
    if not (folder / "practice").exists():
        shutil.copytree(PRACTICE, folder / "practice")
    steps = []
    for language, content in blocks(page):
        if language == "csv":
            (folder / "practice" / "manifest.csv").write_text(content, encoding="utf-8")
        elif language == "sh":
            steps += [_run(headway, folder, line, before) for line in content.splitlines()]
    return steps


def _run(headway: Path, folder: Path, line: str, before: tuple[str, ...]) -> Step:
    words, _, into = line.partition(" > ")
    name, *arguments = words.split()
    assert name == "headway", f"the page runs {name!r}, which a reader may not have"
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [*before, str(headway), *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    if into:
        (folder / into).write_text(done.stdout, encoding="utf-8")
    return Step(line, done.stdout)
