"""Folding many texts: one after the other, or in several processes above a size.

The processes are plain children of this module, not `multiprocessing`: that would run the
caller's script again in each of them, or fork a process that holds threads and connections.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import IO, Final

from headway.text.folding import Folded, fold

_SIZE_FOR_PROCESSES: Final = 20_000_000
_BATCH: Final = 2_000_000
_CHILD: Final = "from headway.text.batches import answer; answer()"


def fold_all(texts: Sequence[str], processes: int | None = None) -> Iterator[Folded]:
    """Every text folded, in order; the same as calling `fold` on each.

    Below 20 million characters this runs here; above, in `processes` of them (default: one
    a core). Results come as they are ready, so a caller can show progress.
    """
    workers = processes or os.cpu_count() or 1
    if workers == 1 or sum(map(len, texts)) < _SIZE_FOR_PROCESSES:
        yield from map(fold, texts)
        return
    free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    children = [_child() for _ in range(workers)]
    for child in children:
        free.put(child)
    try:
        with ThreadPoolExecutor(workers) as pool:
            for batch in pool.map(lambda part: _ask(free, part), _batches(texts)):
                yield from batch
    finally:
        for child in children:
            _end(child)


def _child() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def _ask(free: "SimpleQueue[subprocess.Popen[bytes]]", texts: list[str]) -> list[Folded]:
    child = free.get()
    try:
        _send(child.stdin, texts)
        return _receive(child.stdout)
    except (EOFError, OSError, pickle.UnpicklingError):  # it was ended from outside: fold here
        return [fold(text) for text in texts]
    finally:
        free.put(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            stream.close()
    child.wait()


def _send(stream: IO[bytes] | None, content: object) -> None:
    assert stream is not None
    pickle.dump(content, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> list[Folded]:
    assert stream is not None
    folded: list[Folded] = pickle.load(stream)  # noqa: S301 - from our own child only
    return folded


def answer() -> None:
    """What a child does: folds the batches it is sent until there are no more."""
    while True:
        try:
            texts = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent only
        except EOFError:
            return
        _send(sys.stdout.buffer, [fold(text) for text in texts])


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
