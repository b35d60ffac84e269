"""Measure folding and the exact layer on the UN General Debate corpus.

    python -m benchmarks.reuse [--parquet PATH] [--sizes 4,25,all] [--runs 3]
    python -m benchmarks.reuse edited [--data FOLDER] [--seed 11] [--each 40]

`edited` plants edited passages and says how many a search finds (see `planted`); the rest
measures time and memory.

Each line is a process of its own: wall and CPU seconds (median of the runs), peak memory. The
calibration says what this machine does on plain work, so that figures of two machines can be
compared. The suffix array is the truth for exact runs and is itself timed.
"""

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.reuse import planted
from benchmarks.reuse.tasks import TASKS

DEFAULT = Path(__file__).parents[3] / "shared/data/ungdc/ungdc-1946-2024.parquet"


def measured(task: str, parquet: Path, size: str, runs: int) -> list[dict]:
    """The lines of one task, each the median of some runs, alternating with nothing else."""
    found: list[list[dict]] = []
    for _ in range(runs):
        command = [sys.executable, "-m", "benchmarks.reuse.tasks", task, str(parquet), size]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found.append([json.loads(line) for line in done.stdout.splitlines()])
    return [
        {
            **lines[0],
            **{
                key: statistics.median(line[key] for line in lines) for key in ("wall", "cpu", "gb")
            },
        }
        for lines in zip(*found, strict=True)
    ]


def main() -> None:
    if sys.argv[1:2] == ["edited"]:
        planted.main(sys.argv[2:])
        return
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--parquet", type=Path, default=DEFAULT)
    options.add_argument("--sizes", default="4,25,all")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    if not chosen.parquet.exists():
        sys.exit(f"{chosen.parquet} is not there; say where the corpus is with --parquet")
    print(f"{'size':>5} {'what':34} {'wall s':>8} {'CPU s':>8} {'peak GB':>8}  found")
    for task in TASKS:
        for size in ["-"] if task == "calibration" else chosen.sizes.split(","):
            if task == "suffix_array" and size == "all":
                continue  # its pairs are enumerated in plain Python here
            for line in measured(task, chosen.parquet, size, chosen.runs):
                print(
                    f"{size:>5} {line['what']:34} {line['wall']:8.2f} {line['cpu']:8.2f}"
                    f" {line['gb']:8.2f}  {line['found']}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
