"""Runs one task as a process of its own and watches it: seconds, and memory of its whole tree."""

import json
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EVERY = 0.25
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a task took, in parts, and what it told. `tree_gb` is memory with its children."""

    task: str
    wall: float
    cpu: float
    peak_gb: float
    tree_gb: float
    parts: tuple[dict[str, Any], ...]
    told: dict[str, Any] = field(default_factory=dict)


def run(task: str, *arguments: str | Path, module: str = "tasks") -> Ran:
    """Runs `benchmarks.real_data.MODULE TASK ...`; CalledProcessError when it fails."""
    command = [sys.executable, "-m", f"benchmarks.real_data.{module}", task, *map(str, arguments)]
    before, began = _children(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watch = _Watch(process.pid)
    out, _ = process.communicate()
    wall, cpu = time.perf_counter() - began, _children() - before
    tree = watch.end()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    *parts, told = [json.loads(line) for line in out.splitlines()]
    return Ran(task, wall, cpu, told.pop("peak_gb"), tree, tuple(parts), told)


def _children() -> float:
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime + use.ru_stime


class _Watch(threading.Thread):
    """Looks every quarter of a second at the memory of a process and all below it (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._highest, self._done = pid, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        """Looks until it is told to end."""
        while not self._done.wait(_EVERY):
            self._highest = max(self._highest, sum(map(_memory_gb, _tree(self._pid))))

    def end(self) -> float:
        """Stop looking; the highest sum seen, in GB."""
        self._done.set()
        self.join()
        return self._highest


def _tree(pid: int) -> list[int]:
    """A process and all below it; empty where it has ended."""
    found, new = [], [pid]
    while new:
        one = new.pop()
        found.append(one)
        for listed in Path(f"/proc/{one}/task").glob("*/children"):
            new += map(int, _read(listed).split())
    return found


def _memory_gb(pid: int) -> float:
    """Memory of one process, pages shared with others counted by share."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1e6
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""
