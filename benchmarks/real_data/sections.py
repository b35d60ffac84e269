"""Figures of one set of real data, written between two markers of the page on real data."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.real_data.running import Ran
from benchmarks.real_data.telling import pages_table, table, written_into
from headway.measures.recommended import Row

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tried-on-real-data.md"

__all__ = ["as_rows", "measure", "pages_table", "plain", "ran_of", "steps_table", "table"]


def measure(
    name: str,
    needed: Path | None,
    measured: Callable[[Path, Path], dict[str, Any]],
    told: Callable[[dict[str, Any]], str],
) -> None:
    """The command of one set: measure, print, and with --write-docs rewrite its block.

    `measured(data, folder)` gives the figures as data, `told` turns them into Markdown; `needed`
    is what must be there below the folder of real data, None for what is generated.
    """
    options = argparse.ArgumentParser(prog=f"python -m benchmarks.real_data.{name}")
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options.add_argument("--keep", type=Path, help="folder for the record, which then stays")
    options.add_argument("--write-docs", action="store_true", help=f"rewrite {PAGE.name}")
    chosen = options.parse_args()
    if needed is not None and not (chosen.data / needed).exists():
        sys.exit(f"{needed} is not there; say where the real data are with --data")
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        found = measured(chosen.data, folder)
    found["machine"] = {"cores": os.cpu_count(), "python": platform.python_version()}
    found["machine"]["load"] = round(os.getloadavg()[0], 1)
    figures = told(found)
    print(json.dumps(found, ensure_ascii=False, indent=1), figures, sep="\n")
    if chosen.write_docs:
        PAGE.write_text(written_into(PAGE.read_text("utf-8"), name, figures), "utf-8")


def steps_table(found: dict[str, Any], steps: Iterable[tuple[str, Ran]]) -> str:
    """One line on the machine, then wall, CPU seconds and peak memory of each step."""
    machine = found["machine"]
    rows: list[Sequence[Any]] = [
        [f"`{name}`", ran.wall, ran.cpu, max(ran.peak_gb, ran.tree_gb) * 1000]
        for name, ran in steps
    ]
    heads = ["what", "wall s", "CPU s", "peak MB"]
    return (
        f"{machine['cores']} cores, Python {machine['python']}, load {machine['load']};"
        f" starting Python is in each line.\n\n{table(heads, rows)}"
    )


def as_rows(rows: Iterable[Row]) -> list[list[Any]]:
    """Lines of `headway recommendations` as data: what, how many, and how many of each position."""
    return [[" · ".join(row.told), row.count, dict(row.positions)] for row in rows]


def plain(ran: Ran) -> dict[str, Any]:
    """What a step took and told, as data."""
    return asdict(ran)


def ran_of(step: dict[str, Any]) -> Ran:
    """The same back."""
    return Ran(**step)
