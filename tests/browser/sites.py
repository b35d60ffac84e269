"""The example record behind the real server, and a browser to look at it with."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COMMAND = [sys.executable, "-c", "from headway.cli import main; main()"]
SECONDS_TO_START = 60


def make_record(folder: Path) -> Path:
    """The record of both examples, analysed."""
    record = folder / "demo.headway"
    subprocess.run([*COMMAND, "demo", str(record)], check=True, capture_output=True)
    return record


@contextmanager
def served(record: Path, view: str) -> Iterator[str]:
    """The address of a server over the record for one view, for as long as it is needed."""
    port = _free_port()
    command = [*COMMAND, "serve", str(record), "--view", view, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(base: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(SECONDS_TO_START * 10):
        assert process.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(base, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def chromium(playwright: Playwright) -> Browser:
    """Debian's Chromium, without a window and without calls of its own."""
    path = shutil.which("chromium")
    assert path, "Chromium is not installed; apt-get install chromium"
    return playwright.chromium.launch(executable_path=path, args=CHROMIUM)
