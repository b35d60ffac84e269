"""Edited passages: the alignments of one text gathered to places, with their stars and families."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.reuse import edit_kernel as kernel
from headway.reuse import relations as rel
from headway.reuse import star_kernel as cols
from headway.reuse.alignments import Alignments, joined
from headway.reuse.order import Order
from headway.reuse.runs import Runs
from headway.reuse.stars import Stars, filled, scratch_of

Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class EditedStars:
    """Stars of edited passages, one row a passage, and what an exact star cannot tell.

    `matched` to `run_tenths` (see `Alignments`) and `longer`, the tokens of the longer side, are
    of the closest alignment, an earlier one where there is any. `first_tokens` and
    `previous_tokens` are the lengths of the places in those deliveries, one column a pool.
    `root` is the passage whose family a passage is of.
    """

    stars: Stars
    matched: Column
    longest: Column
    tenths: Column
    run_tenths: Column
    longer: Column
    first_tokens: Column
    previous_tokens: Column
    root: Column

    def __len__(self) -> int:
        return len(self.stars)

    def where(self, chosen: npt.NDArray[np.bool_]) -> "EditedStars":
        """The rows of a mask; a passage whose root is left out is its own."""
        number = np.cumsum(chosen) - 1
        kept = np.where(chosen[self.root], number[self.root], number)
        return EditedStars(
            Stars(self.stars.table[chosen]),
            self.matched[chosen],
            self.longest[chosen],
            self.tenths[chosen],
            self.run_tenths[chosen],
            self.longer[chosen],
            self.first_tokens[chosen],
            self.previous_tokens[chosen],
            kept[chosen],
        )


def both_ways(found: Alignments) -> Alignments:
    """Each alignment from both of its texts."""
    mirrored = Alignments(
        found.other, found.other_begin, found.other_end, found.text, found.begin, found.end,
        found.matched, found.longest, found.tenths, found.run_tenths,
    )  # fmt: skip
    return joined([found, mirrored])


def edited_stars(found: Alignments, order: Order, loops: Any) -> EditedStars:
    """The passages of alignments between deliveries, given once each."""
    rows = both_ways(found)
    kinds = rel.relations(order, _as_runs(rows, rows.begin, rows.end))
    is_earlier = kinds >= rel.MEETING_EARLIER
    by_strength = np.lexsort(
        (rows.other_begin, order.rank[rows.other], -rows.matched, ~is_earlier, rows.text)
    )
    rows, kinds = rows.where(by_strength), kinds[by_strength]
    group, heads = gathered(rows, loops)
    # One row a delivery and group, the closest first.
    strength = np.arange(len(rows))
    in_group = np.lexsort((strength, rows.other, group))
    rows, kinds, group = rows.where(in_group), kinds[in_group], group[in_group]
    head = np.empty(len(rows), np.int64)
    head[in_group] = np.arange(len(rows))
    heads = head[heads]
    begin, end = rows.begin[heads], rows.end[heads]
    text = rows.text[heads]
    count = len(order.rank)
    runs = _as_runs(rows, begin[group], end[group], group + count)
    side = np.concatenate((order.side, order.side[text])).astype(np.int32)
    table = filled(runs, kinds, order, side, scratch_of(order), 0, loops)
    table = table.reshape(-1, cols.WIDTH)
    table[:, cols.TEXT] = text
    stars = Stars(table)
    longer = np.maximum(rows.end - rows.begin, rows.other_end - rows.other_begin)
    return EditedStars(
        stars=stars,
        matched=rows.matched[heads],
        longest=rows.longest[heads],
        tenths=rows.tenths[heads],
        run_tenths=rows.run_tenths[heads],
        longer=longer[heads],
        first_tokens=_tokens_at(rows, group, stars, cols.FIRST, count),
        previous_tokens=_tokens_at(rows, group, stars, cols.PREVIOUS, count),
        root=_roots(rows, group, kinds, stars, order),
    )


def gathered(rows: Alignments, loops: Any) -> tuple[Column, Column]:
    """The group of each row and the leading row of each group; rows of a text stand together."""
    heads, group = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    if loops is not None:
        count = loops.gather(rows.text, rows.begin, rows.end, heads, group)
        return group, heads[:count]
    listed = [column.tolist() for column in (rows.text, rows.begin, rows.end, heads, group)]
    count = kernel.gather(*listed)
    return np.array(listed[4], np.int64), np.array(listed[3][:count], np.int64)


def _as_runs(rows: Alignments, begin: Column, end: Column, text: Column | None = None) -> Runs:
    columns = (rows.text if text is None else text, begin, end - begin, rows.other)
    held = [np.ascontiguousarray(column, np.int32) for column in (*columns, rows.other_begin)]
    return Runs(*held)


def _tokens_at(rows: Alignments, group: Column, stars: Stars, which: int, count: int) -> Column:
    """Lengths of the places a star names, one column a pool; 0 where it names none."""
    lengths = rows.other_end - rows.other_begin
    key = group * count + rows.other
    _, first = np.unique(key, return_index=True)
    keys = key[first]
    columns = []
    for pool in range(3):
        there = stars.pool(pool, which).astype(np.int64)
        wanted = np.arange(len(stars)) * count + np.maximum(there, 0)
        at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
        columns.append(np.where(there >= 0, lengths[first][at] if len(keys) else 0, 0))
    return np.stack(columns, axis=1)


def _roots(rows: Alignments, group: Column, kinds: Column, stars: Stars, order: Order) -> Column:
    """For each passage the one its family begins with: follow the earliest delivery, and so on."""
    rank, other_rank = order.rank[rows.text], order.rank[rows.other]
    comes_before = (other_rank < rank) | ((rows.text == rows.other) & (kinds == rel.SAME_TEXT))
    number = np.flatnonzero(comes_before)
    number = number[np.lexsort((rows.other_begin[number], other_rank[number], group[number]))]
    _, first = np.unique(group[number], return_index=True)
    begins = np.searchsorted(stars.text, np.arange(len(order.rank) + 1)).tolist()
    begin = stars.begin.tolist()
    end = (stars.begin + stars.length).tolist()
    parent = list(range(len(stars)))
    for at in number[first].tolist():
        there, low, high = int(rows.other[at]), int(rows.other_begin[at]), int(rows.other_end[at])
        near = range(begins[there], begins[there + 1])
        best = max(near, key=lambda one: min(high, end[one]) - max(low, begin[one]), default=-1)
        if best < 0:
            continue
        shared = min(high, end[best]) - max(low, begin[best])
        if 2 * shared >= max(high - low, end[best] - begin[best]):
            parent[int(group[at])] = best
    return np.array([_top(parent, at) for at in range(len(parent))], np.int64)


def _top(parent: Sequence[int], at: int) -> int:
    seen = {at}
    while parent[at] not in seen:
        at = parent[at]
        seen.add(at)
    return at


def beside_verbatim(
    edited: EditedStars,
    starts: Column,
    verbatim: Stars,
    since: Column,
    said_before: npt.NDArray[np.bool_],
    edited_since: Column,
) -> Column:
    """Tokens of each edited passage beside the one verbatim passage that tells most of it.

    Only a verbatim passage counts that is traced back as far: `since` and `edited_since` are the
    ranks of the deliveries they are traced back to (-1 for none); `said_before` marks those that
    say where their words were said before.
    """
    told = np.flatnonzero(said_before & (since >= 0))
    begins = starts[verbatim.text[told]] + verbatim.begin[told]
    # Passages of a text ascend by begin, but a long one may reach over many that follow.
    first = np.searchsorted(begins, starts[edited.stars.text])
    lows = starts[edited.stars.text] + edited.stars.begin
    highs = lows + edited.stars.length
    after = np.searchsorted(begins, highs)
    begin = begins.tolist()
    end = (begins + verbatim.length[told]).tolist()
    traced = since[told].tolist()
    rows = zip(
        first.tolist(), after.tolist(), lows.tolist(), highs.tolist(), edited_since.tolist(),
        strict=True,
    )  # fmt: skip
    return np.array(
        [
            high - low - max(
                (min(high, end[at]) - max(low, begin[at])
                 for at in range(one, last) if traced[at] <= reach and end[at] > low),
                default=0,
            )
            for one, last, low, high, reach in rows
        ],
        np.int64,
    )  # fmt: skip
