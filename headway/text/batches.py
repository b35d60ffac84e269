"""Folding many texts: one after the other, or in several processes above a size."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from headway.text.folding import Folded, fold

_SIZE_FOR_PROCESSES: Final = 20_000_000
_BATCH: Final = 2_000_000


def fold_all(texts: Sequence[str], processes: int | None = None) -> Iterator[Folded]:
    """Every text folded, in order; the same as calling `fold` on each.

    Below 20 million characters this runs here; above, in `processes` of them (default: one
    a core). Results come as they are ready, so a caller can show progress.
    """
    workers = processes or os.cpu_count() or 1
    if workers == 1 or sum(map(len, texts)) < _SIZE_FOR_PROCESSES:
        yield from map(fold, texts)
        return
    # Spawned, not forked: the caller may hold threads or a database connection.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for batch in pool.map(_fold_batch, _batches(texts)):
            yield from batch


def _fold_batch(texts: list[str]) -> list[Folded]:
    return [fold(text) for text in texts]


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
