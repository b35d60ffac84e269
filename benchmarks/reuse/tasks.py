"""What is measured, each task run in a process of its own by `benchmarks.reuse`."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from headway.domain.dates import PartialDate
from headway.reuse import Delivery, FastEngine, Settings, find
from headway.reuse.runs import Texts
from headway.text import Folded, fold_all


class Clock:
    """Prints one line of JSON for each thing done between two marks."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.wall, self.cpu = time.perf_counter(), cpu_seconds()

    def stop(self, what: str, found: str = "") -> None:
        """Print what took place since the last start."""
        line = {
            "what": what,
            "wall": time.perf_counter() - self.wall,
            "cpu": cpu_seconds() - self.cpu,
            "gb": peak_gb(),
            "found": found,
        }
        print(json.dumps(line), flush=True)
        self.start()


def cpu_seconds() -> float:
    """CPU seconds of this process and of those it has ended."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def peak_gb() -> float:
    """Peak resident memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def speeches(parquet: Path, size: str) -> list[dict]:
    """Whole speeches spread over all years, about so many megabytes of them, or all."""
    rows = pq.read_table(parquet).to_pylist()
    if size == "all":
        return rows
    step = max(1, round(sum(len(row["text"]) for row in rows) / (float(size) * 1e6)))
    return rows[::step]


def calibration(parquet: Path, size: str) -> None:
    """Plain work: sorting, copying, hashing strings."""
    numbers = np.random.default_rng(1).integers(0, 1 << 62, 8_000_000)
    clock = Clock()
    np.sort(numbers)
    clock.stop("calibration: sort 8 M integers")
    for _ in range(10):
        numbers.copy()
    clock.stop("calibration: copy 64 MB ten times")
    words = {}
    for number in range(2_000_000):
        words[str(number)] = number
    clock.stop("calibration: 2 M words in a dict")


def folding(parquet: Path, size: str) -> None:
    """From strings to numbered tokens."""
    texts = [row["text"] for row in speeches(parquet, size)]
    clock = Clock()
    tokens = sum(len(one) for one in fold_all(texts))
    clock.stop("folding", f"{tokens:,} tokens of {sum(map(len, texts)) / 1e6:.1f} M characters")


def folded(parquet: Path, size: str) -> list[Folded]:
    """The folded texts, not timed."""
    return list(fold_all([row["text"] for row in speeches(parquet, size)]))


def exact(parquet: Path, size: str) -> None:
    """Runs from folded integers: seeds, then extension."""
    texts = Texts.of([one.ids for one in folded(parquet, size)])
    FastEngine(0).runs(Texts.of([np.arange(50, dtype=np.uint64)] * 2), 12)  # loads the kernel
    clock = Clock()
    for at_least in (20, 12):
        count = sum(len(runs) for runs in FastEngine(0).runs(texts, at_least)) // 2
        clock.stop(f"runs of >= {at_least} tokens", f"{count:,} pairs")


def whole(parquet: Path, size: str) -> None:
    """Everything after folding: passages, classes, clusters, coverage."""
    rows = speeches(parquet, size)
    texts = {row["id"]: row["text"] for row in rows}
    held = dict(zip(texts, fold_all(list(texts.values())), strict=True))
    deliveries = [
        Delivery(
            id=row["id"],
            text=row["id"],
            language="en",
            side=row["country"],
            delivered_on=PartialDate(str(row["year"])),
            dialogue="general-debate",
            meeting=str(row["year"]),
        )
        for row in rows
    ]
    clock = Clock()
    for at_least, edits in ((20, None), (12, None), (12, Settings().edits)):
        chosen = Settings(at_least=at_least, edits=edits)
        reuse = find(deliveries, texts, chosen, folded=held)
        layers = "both layers" if edits else "exact layer"
        clock.stop(f"{layers}, >= {at_least} tokens", f"{len(reuse):,} passages")
        count = sum(1 for _ in reuse.passage_rows())
        clock.stop(f"rows for a database, >= {at_least}", f"{count:,} rows")


def suffix_array(parquet: Path, size: str) -> None:
    """The truth for exact runs by another road, and whether the engine agrees."""
    from tests.reuse.suffix_array import maximal_pairs

    texts = Texts.of([one.ids for one in folded(parquet, size)])
    for at_least in (20, 12):
        clock = Clock()
        truth = maximal_pairs(texts, at_least)
        runs = FastEngine(0).runs(texts, at_least)
        found = {row for block in runs for row in block.rows()}
        word = "equal" if found == truth else f"{len(found ^ truth)} differ"
        clock.stop(f"suffix array, >= {at_least} tokens", f"{len(truth) // 2:,} pairs, {word}")


TASKS: dict[str, Callable[[Path, str], None]] = {
    "calibration": calibration,
    "folding": folding,
    "exact": exact,
    "whole": whole,
    "suffix_array": suffix_array,
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
