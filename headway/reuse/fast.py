"""The engine that is used: winnowed seeds, extended to maximal runs.

numpy and plain loops below a size; above it the same loops compiled, on every core.
"""

import importlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse import kernel
from headway.reuse.runs import Runs, Texts
from headway.reuse.seeds import Seeds, chosen, grouped
from headway.reuse.settings import scheme_for

_FIRST_ROWS: Final = 1 << 16
_PARTS: Final = 32


@dataclass(frozen=True, slots=True)
class FastEngine:
    """Exact like `MemoryEngine`, in time linear in the texts plus the runs found.

    `compile_from`: tokens from which numba is imported; 0 always, a huge number never.
    """

    compile_from: int = 400_000

    def runs(self, texts: Texts, at_least: int) -> Iterable[Runs]:
        """See `Engine.runs`; seeds are found once, runs again at each iteration."""
        loops = load_loops(len(texts.tokens) >= self.compile_from)
        k, w = scheme_for(at_least)
        if loops is None:
            seeds = grouped(texts, *chosen(texts, k, w))
        else:
            seeds = grouped(texts, *_chosen_compiled(loops, texts, k, w))
        return _Extension(texts, seeds, at_least, loops)


def load_loops(is_large: bool) -> Any:
    """The module of compiled loops, or None where the plain ones serve."""
    # By name: a small record must never pay for importing numba.
    return importlib.import_module("headway.reuse.compiled") if is_large else None


def _chosen_compiled(
    loops: Any, texts: Texts, k: int, w: int
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    def choose(part: tuple[int, int]) -> tuple[Any, Any]:
        room = int(texts.starts[part[1]] - texts.starts[part[0]])
        hashes, places = np.empty(room, np.uint64), np.empty(room, np.int64)
        count = loops.choose_seeds(texts.tokens, texts.starts, *part, k, w, hashes, places)
        return hashes[:count].copy(), places[:count].copy()

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(choose, parts_of(texts.starts, _PARTS)))
    hashes = np.concatenate([np.empty(0, np.uint64), *(part[0] for part in found)])
    places = np.concatenate([np.empty(0, np.int64), *(part[1] for part in found)])
    seen = np.zeros(1 << max(16, (8 * len(hashes)).bit_length()), np.uint8)
    kept = loops.drop_unique(hashes, places, seen)
    return hashes[:kept], places[:kept]


def parts_of(weights: npt.NDArray[Any], count: int) -> list[tuple[int, int]]:
    """Ranges of texts of about equal weight; `weights` is cumulative, one longer than texts."""
    aims = np.linspace(0, int(weights[-1]), count + 1)
    cuts = np.unique(np.searchsorted(weights, aims, side="left"))
    cuts[-1] = len(weights) - 1
    cuts[0] = 0
    pairs = zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
    return [(first, last) for first, last in pairs if first < last]


@dataclass(frozen=True, slots=True, eq=False)
class _Extension:
    """Runs of prepared seeds, a block at a time; iterating again extends again."""

    texts: Texts
    seeds: Seeds
    at_least: int
    loops: Any

    def __iter__(self) -> Iterator[Runs]:
        is_seed = np.zeros(len(self.texts.tokens) + 1, np.uint8)
        is_seed[self.seeds.places] = 1
        first_seeds = np.searchsorted(self.seeds.places, self.texts.starts)
        if self.loops is None:
            yield from self._extend(
                _plain_arguments(self, is_seed, first_seeds), 0, len(self.texts)
            )
            return
        seeds = self.seeds
        arguments = (
            self.texts.tokens, self.texts.starts, seeds.places, seeds.groups, seeds.group_starts,
            seeds.members, seeds.member_texts, is_seed, first_seeds,
        )  # fmt: skip
        parts = parts_of(first_seeds, _PARTS) if len(seeds.places) else []
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for blocks in pool.map(lambda part: list(self._extend(arguments, *part)), parts):
                yield from blocks

    def _extend(self, arguments: tuple[Any, ...], first: int, last: int) -> Iterator[Runs]:
        extend: Any = kernel.extend_seeds if self.loops is None else self.loops.extend_seeds
        room = _FIRST_ROWS
        while first < last:
            rows = np.empty((room, 5), np.int32)
            written, first = extend(*arguments, self.at_least, first, last, rows)
            if written:
                yield Runs.of_rows(rows[:written])
            elif first < last:
                room *= 4


def _plain_arguments(
    extension: _Extension, is_seed: npt.NDArray[Any], first_seeds: npt.NDArray[Any]
) -> tuple[Any, ...]:
    """The same arrays as lists: plain loops read those several times faster."""
    seeds = extension.seeds
    arrays = (
        extension.texts.tokens, extension.texts.starts, seeds.places, seeds.groups,
        seeds.group_starts, seeds.members, seeds.member_texts, is_seed, first_seeds,
    )  # fmt: skip
    return tuple(array.tolist() for array in arrays)
