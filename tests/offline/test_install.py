"""The offline folder installs and runs with the network closed; a damaged one is refused."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline.test_first_hour import check
from tests.offline.walk import PAGE, ROOT, walk

pytestmark = [pytest.mark.slow, pytest.mark.process]
CLOSED = ("unshare", "-rn")
"""Runs a command where there is no network at all (Linux)."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("offline") / "headway-offline"
    subprocess.run([sys.executable, "-m", "offline", str(made)], cwd=ROOT, check=True, timeout=600)
    return made


def install(folder, place):
    """The installer with the network closed, started by the Python below our environment."""
    python = Path(sys.base_prefix) / "bin" / "python3"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON", "VIRTUAL"))}
    return subprocess.run(
        [*CLOSED, str(python), str(folder / "install.py"), str(place)],
        capture_output=True, text=True, timeout=300, env=kept,
    )  # fmt: skip


def test_nothing_is_reached_where_the_network_is_closed():
    ask = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    tried = subprocess.run([*CLOSED, sys.executable, "-c", ask], capture_output=True, text=True)
    assert tried.returncode and "unreachable" in tried.stderr


def test_the_first_hour_with_the_network_closed(folder, tmp_path):
    done = install(folder, tmp_path / "here")
    assert done.returncode == 0, done.stderr
    assert "Done." in done.stdout and "guide/first-hour.html" in done.stdout
    shutil.copytree(folder / "practice", tmp_path / "practice")
    headway = tmp_path / "here" / "bin" / "headway"
    check(walk(headway, tmp_path, PAGE.read_text(encoding="utf-8"), *CLOSED), tmp_path)
    pages = {page.name: page.read_text(encoding="utf-8") for page in (folder / "guide").iterdir()}
    assert "headway init our.headway" in pages["first-hour.html"]
    for page in pages.values():
        assert "<script" not in page and "src=" not in page
        assert set(re.findall(r'href="([\w-]+\.html)', page)) <= pages.keys()


@pytest.mark.parametrize("harm", ["damaged", "missing", "without sums"])
def test_a_damaged_folder_is_refused_before_anything_is_installed(folder, tmp_path, harm):
    other = tmp_path / "copied"
    shutil.copytree(folder, other, copy_function=os.link)
    wheel = sorted((other / "wheels").iterdir())[3]
    if harm == "damaged":
        content = bytearray(wheel.read_bytes())
        content[len(content) // 2] ^= 1
        wheel.unlink()
        wheel.write_bytes(bytes(content))
    else:
        (wheel if harm == "missing" else other / "SHA256SUMS").unlink()
    done = install(other, tmp_path / "here")
    assert done.returncode and "copy the whole folder again" in done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "here").exists()
