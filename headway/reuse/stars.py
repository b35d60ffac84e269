"""Stars: for each passage its first delivery, the previous one and counts, instead of all pairs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse import star_kernel as cols
from headway.reuse.order import Order
from headway.reuse.relations import relations
from headway.reuse.runs import Runs

OWN, OTHERS, MEETING = 0, 1, 2
_POOL_OF: Final = np.array([-1, -1, -1, -1, MEETING, OWN, OWN, OTHERS], np.int8)


@dataclass(frozen=True, slots=True, eq=False)
class Stars:
    """One row a passage (int32, columns of `star_kernel`), by text, begin and length."""

    table: npt.NDArray[Any]

    def __len__(self) -> int:
        return len(self.table)

    @property
    def text(self) -> npt.NDArray[Any]:
        """Number of the text."""
        return self.table[:, cols.TEXT]

    @property
    def begin(self) -> npt.NDArray[Any]:
        """First token inside the text."""
        return self.table[:, cols.BEGIN]

    @property
    def length(self) -> npt.NDArray[Any]:
        """Tokens."""
        return self.table[:, cols.LENGTH]

    @property
    def sides(self) -> npt.NDArray[Any]:
        """Different sides that delivered it before or at the same time, this one included."""
        return self.table[:, cols.SIDES]

    def count(self, relation: int) -> npt.NDArray[Any]:
        """Deliveries that stand in that relation and contain the passage."""
        return self.table[:, cols.RELATION + relation]

    def pool(self, pool: int, column: int) -> npt.NDArray[Any]:
        """One column of the own side's, the other sides' or the meeting's earlier deliveries."""
        return self.table[:, cols.POOLS + pool * cols.POOL_WIDTH + column]


def stars_of(blocks: Iterable[Runs], order: Order, loops: Any = None) -> Stars:
    """The stars of all runs; `loops` is the compiled module or None."""
    scratch = scratch_of(order)
    tables = [np.empty((0, cols.WIDTH), np.int32)]
    stamp = 0
    for runs in blocks:
        if len(runs):
            tables.append(_stars_of_block(runs, order, scratch, stamp, loops))
            stamp += len(tables[-1]) + 1
    return Stars(np.concatenate(tables))


def scratch_of(order: Order) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Arrays in which `filled` notes what it has seen: deliveries, and sides."""
    return (
        np.full(len(order.rank) + 1, -1, np.int64),
        np.full(int(order.side.max(initial=0)) + 2, -1, np.int64),
    )


def _stars_of_block(
    runs: Runs, order: Order, scratch: tuple[Any, Any], stamp: int, loops: Any
) -> npt.NDArray[Any]:
    return filled(runs, relations(order, runs), order, order.side, scratch, stamp, loops)


def filled(
    runs: Runs,
    kinds: npt.NDArray[np.int8],
    order: Order,
    side: npt.NDArray[Any],
    scratch: tuple[Any, Any],
    stamp: int,
    loops: Any,
) -> npt.NDArray[Any]:
    """The table of the stars of runs whose relations are given; `side` by text and by other."""
    columns: list[npt.NDArray[Any]] = [
        runs.text,
        runs.begin,
        runs.length,
        runs.other,
        runs.other_begin,
        kinds,
        _POOL_OF,
    ]
    times = [order.from_day, order.to_day, order.from_place, order.to_place, order.meeting]
    table = np.empty((len(runs), cols.WIDTH), np.int32)
    if loops is not None:
        fill, mark = loops.fill_stars, loops.mark_shared_firsts
        count = fill(*columns, side, order.rank, *scratch, stamp, table)
        mark(*columns[:4], *columns[5:], *times, table[:count])
        return table[:count].copy()
    rows = _filled_plainly(columns, times, side, order, scratch, stamp, table.tolist())
    return np.array(rows, np.int32).reshape(-1, cols.WIDTH)


def _filled_plainly(
    columns: list[npt.NDArray[Any]],
    times: list[npt.NDArray[Any]],
    side: npt.NDArray[Any],
    order: Order,
    scratch: tuple[Any, Any],
    stamp: int,
    rows: list[list[int]],
) -> list[list[int]]:
    """The same loops uncompiled, on lists, which plain Python reads several times faster."""
    fill: Any = cols.fill_stars
    mark: Any = cols.mark_shared_firsts
    plain = [column.tolist() for column in columns]
    filled = fill(*plain, side.tolist(), order.rank.tolist(), *scratch, stamp, rows)
    rows = rows[:filled]
    mark(*plain[:4], *plain[5:], *(time.tolist() for time in times), rows)
    return rows
