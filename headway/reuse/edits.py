"""The engine of the edited layer that is used: telling seeds, dense diagonals, runs, alignments.

numpy and plain loops below a size; above it the same loops compiled, on every core. A seed's
hash may collide with another's; the run around it is read token by token, so none slips in.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse import edit_kernel as kernel
from headway.reuse.alignments import TENTHS, Aligned, Alignments, EditRules, joined
from headway.reuse.background import RARE_BITS
from headway.reuse.fast import load_loops, parts_of
from headway.reuse.runs import Texts
from headway.reuse.seeds import Seeds, grouped, hash_grams

_PARTS: Final = 64
_ROOM: Final = 1 << 20
_COUNTERS: Final = 1 << 18

Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class FastEdits:
    """Exact like `PlainEdits`, in time about linear in the texts plus what they share.

    `compile_from`: tokens from which numba is imported; 0 always, a huge number never.
    """

    compile_from: int = 400_000

    def align(self, texts: Texts, tenths: Column, rules: EditRules) -> Aligned:
        """See `EditEngine.align`."""
        loops = load_loops(len(texts.tokens) >= self.compile_from)
        find_seeds = telling_seeds if loops is None else _telling_compiled(loops)
        seeds = grouped(texts, *find_seeds(texts, tenths, rules))
        work = _Work(texts, tenths, seeds, rules, loops)
        if not len(seeds.places):
            return Aligned(joined([]), 0)
        if loops is None:
            found = [work.part(0, len(texts))]
        else:
            parts = parts_of(np.searchsorted(seeds.places, texts.starts), _PARTS)
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                found = list(pool.map(lambda part: work.part(*part), parts))
        return Aligned(joined([one[0] for one in found]), sum(one[1] for one in found))


def telling_seeds(
    texts: Texts, tenths: Column, rules: EditRules
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Hashes and places of all seeds that tell enough, places ascending."""
    hashes, places = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    least = round(rules.seed_bits * TENTHS)
    for text in range(len(texts)):
        start, stop = int(texts.starts[text]), int(texts.starts[text + 1])
        grams = hash_grams(texts[text], rules.seed)
        if not len(grams):
            continue
        told = np.zeros(stop - start + 1, np.int64)
        np.cumsum(tenths[start:stop], out=told[1:])
        tells = np.flatnonzero(told[rules.seed :] - told[: -rules.seed] >= least)
        hashes.append(grams[tells])
        places.append(tells + start)
    return np.concatenate(hashes), np.concatenate(places)


def _telling_compiled(loops: Any) -> Callable[[Texts, Column, EditRules], tuple[Column, Column]]:
    """The same, compiled; of seeds that stand once most are left out, which saves memory."""

    def find(texts: Texts, tenths: Column, rules: EditRules) -> tuple[Column, Column]:
        least = round(rules.seed_bits * TENTHS)
        seen = np.zeros(1 << max(16, (2 * len(texts.tokens)).bit_length()), np.uint8)
        nothing = np.empty(0, np.uint64), np.empty(0, np.int64)
        given = texts.tokens, texts.starts, tenths
        loops.choose_telling(*given, 0, len(texts), rules.seed, least, seen, *nothing)
        found = [nothing]
        for first, last in parts_of(texts.starts, _PARTS):
            room = int(texts.starts[last] - texts.starts[first]) + 1
            hashes, places = np.empty(room, np.uint64), np.empty(room, np.int64)
            count = loops.choose_telling(
                *given, first, last, rules.seed, least, seen, hashes, places
            )
            found.append((hashes[:count].copy(), places[:count].copy()))
        del seen
        return np.concatenate([one[0] for one in found]), np.concatenate([o[1] for o in found])

    return find


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """What is made once and read by every part."""

    texts: Texts
    tenths: Column
    seeds: Seeds
    rules: EditRules
    loops: Any

    def part(self, first: int, last: int) -> tuple[Alignments, int]:
        """The alignments of the texts [first, last), and seeds too common there."""
        found: list[Alignments] = []
        too_common = 0
        for begin, pair, here, there, common in self._candidates(first, last):
            too_common += common
            found.append(self._aligned(*self._dense(begin, pair, here, there)))
        return joined(found), too_common

    # -- candidates --------------------------------------------------------------------------

    def _candidates(
        self, first: int, last: int
    ) -> Iterator[tuple[int, Column, Column, Column, int]]:
        """Blocks of (first text, pair, here, there, seeds too common), by text and place."""
        if self.loops is None:
            yield first, *self._candidates_by_numpy()
            return
        first_seeds = np.searchsorted(self.seeds.places, self.texts.starts)
        counts = np.zeros(_COUNTERS, np.int32)
        room = _ROOM
        seeds, rules = self.seeds, self.rules
        while first < last:
            pair, here, there = (np.empty(room, np.int64) for _ in range(3))
            count, after, common = self.loops.sift(
                self.texts.starts, seeds.places, seeds.groups, seeds.group_starts, seeds.members,
                seeds.member_texts, first_seeds, first, last, rules.most_earlier, rules.band,
                rules.fewest_seeds, rules.apart, counts, pair, here, there,
            )  # fmt: skip
            if after == first:
                room *= 4
                continue
            yield first, pair[:count], here[:count], there[:count], common
            first = after

    def _candidates_by_numpy(self) -> tuple[Column, Column, Column, int]:
        seeds, rules = self.seeds, self.rules
        low = seeds.group_starts[seeds.groups]
        # Members ascend, so the place itself stands behind those that are earlier.
        sizes = np.diff(seeds.group_starts)
        turn = np.empty(len(seeds.members), np.int64)
        turn[:] = np.arange(len(seeds.members)) - np.repeat(seeds.group_starts[:-1], sizes)
        by_place = np.argsort(seeds.members, kind="stable")
        earlier = turn[by_place]
        is_common = earlier > rules.most_earlier
        earlier = np.where(is_common, 0, earlier)
        total = int(earlier.sum())
        own = np.repeat(np.arange(len(seeds.places)), earlier)
        step = np.arange(total) - np.repeat(np.cumsum(earlier) - earlier, earlier)
        member = low[own] + step
        here, there = seeds.places[own], seeds.members[member]
        text = np.searchsorted(self.texts.starts, here, side="right") - 1
        other = seeds.member_texts[member].astype(np.int64)
        kept = (text != other) | (here - there >= rules.apart)
        pair = text * len(self.texts) + other
        return pair[kept], here[kept], there[kept], int(is_common.sum())

    def _dense(
        self, first: int, pair: Column, here: Column, there: Column
    ) -> tuple[Column, Column, Column]:
        """Candidates of dense diagonals, by pair, diagonal and place."""
        starts, count = self.texts.starts, len(self.texts)
        longest = int(np.diff(starts).max()) + self.rules.band
        diagonal = here - starts[pair // count] - there + starts[pair % count] + longest
        key = (pair - first * count) * (2 * longest) + diagonal
        order = np.argsort(key, kind="stable")
        pair, here, there, diagonal = pair[order], here[order], there[order], diagonal[order]
        # As `sift` counts them: diagonals of one pair in bands from nought.
        band = (diagonal - longest) // self.rules.band
        is_new = np.ones(len(band), np.bool_)
        is_new[1:] = (band[1:] != band[:-1]) | (pair[1:] != pair[:-1])
        begins = np.flatnonzero(is_new)
        sizes = np.diff(np.append(begins, len(band)))
        with_next = sizes.copy()
        meets = (band[begins[1:]] == band[begins[:-1]] + 1) & (
            pair[begins[1:]] == pair[begins[:-1]]
        )
        with_next[:-1] += np.where(meets, sizes[1:], 0)
        best = with_next.copy()
        best[1:] = np.maximum(best[1:], np.where(meets, with_next[:-1], 0))
        chosen = np.repeat(best >= self.rules.fewest_seeds, sizes)
        return pair[chosen], here[chosen], there[chosen]

    # -- alignments --------------------------------------------------------------------------

    def _aligned(self, pair: Column, here: Column, there: Column) -> Alignments:
        if not len(pair):
            return joined([])
        count = len(self.texts)
        number = np.cumsum(np.append(0, pair[1:] != pair[:-1]))
        texts = np.stack((pair // count, pair % count), axis=1)
        runs = self._runs(number, texts, here, there)
        runs = runs[np.lexsort((runs[:, kernel.THERE], runs[:, kernel.HERE], runs[:, kernel.PAIR]))]
        pair_starts = np.searchsorted(runs[:, kernel.PAIR], np.arange(int(number[-1]) + 2))
        pair_texts = texts[np.searchsorted(number, np.arange(int(number[-1]) + 1))]
        return self._chained(runs, pair_starts, pair_texts)

    def _runs(self, number: Column, texts: Column, here: Column, there: Column) -> Column:
        columns = (number, texts[:, 0], texts[:, 1], here, there)
        if self.loops is not None:
            runs = np.empty((len(here), 4), np.int64)
            held = tuple(np.ascontiguousarray(column) for column in columns)
            return runs[: self.loops.runs_of_candidates(*self._read(), *held, runs)]
        rows = [[0, 0, 0, 0] for _ in range(len(here))]
        listed = [column.tolist() for column in columns]
        plainly: Any = kernel.runs_of_candidates
        kept = plainly(*self._read(), *listed, rows)
        return np.array(rows[:kept], np.int64).reshape(-1, 4)

    def _read(self) -> tuple[Any, Any]:
        """Tokens and starts as the loops read them fastest."""
        if self.loops is not None:
            return self.texts.tokens, self.texts.starts
        return self.texts.tokens.tolist(), self.texts.starts.tolist()

    def _chained(self, runs: Column, pair_starts: Column, pair_texts: Column) -> Alignments:
        rules = self.rules
        limits = (
            round(RARE_BITS * TENTHS), rules.cut, rules.reach, rules.at_least, rules.beyond,
            round(rules.bits * TENTHS), round(rules.rest_bits * TENTHS),
            round(rules.price * TENTHS),
            round(rules.similarity * 1000),
        )  # fmt: skip
        width = max(rules.gap, rules.reach) + 1
        tokens, starts = self._read()
        first, last, room = 0, len(pair_texts), max(64, len(pair_texts))
        found = [np.empty((0, 11), np.int64)]
        align: Any = kernel.align_runs if self.loops is None else self.loops.align_runs
        while first < last:
            work: tuple[Any, ...] = tuple(np.empty(len(runs), np.int64) for _ in range(5))
            given: tuple[Any, ...] = (self.tenths, starts, runs, pair_starts, pair_texts)
            row: Any = np.zeros(width, np.int64)
            rows: Any = np.empty((room, 11), np.int64)
            if self.loops is None:
                work = tuple(column.tolist() for column in work)
                given = tuple(g.tolist() if isinstance(g, np.ndarray) else g for g in given)
                row, rows = row.tolist(), rows.tolist()
            written, after = align(
                tokens, *given, first, limits, rules.gap, rules.skew, *work, row, rows
            )
            found.append(np.array(rows[:written], np.int64).reshape(-1, 11))
            if after == first:
                room *= 4
            first = after
        return Alignments.of_rows(np.concatenate(found)[:, :10])
