"""Order of delivery: what was certainly said before what.

A day known to the month only is an interval; two deliveries whose intervals overlap are
concurrent, neither first. Inside one meeting and one interval, session and sequence decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse.deliveries import Delivery

_SESSION: Final = 1 << 16
"""More places than one session has."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Deliveries as integers (int32 arrays, one element a delivery).

    `from_day`, `to_day` the earliest and latest day; `from_place`, `to_place` the place inside
    a meeting (equal but where the sequence is unknown); `meeting`, `dialogue` -1 for none;
    `rank` a linear order that agrees with every certain one.
    """

    from_day: npt.NDArray[Any]
    to_day: npt.NDArray[Any]
    from_place: npt.NDArray[Any]
    to_place: npt.NDArray[Any]
    meeting: npt.NDArray[Any]
    dialogue: npt.NDArray[Any]
    side: npt.NDArray[Any]
    rank: npt.NDArray[Any]


def is_earlier(one: Delivery, other: Delivery) -> bool:
    """Whether one delivery certainly came before the other."""
    if one.delivered_on.latest < other.delivered_on.earliest:
        return True
    same_time = one.delivered_on == other.delivered_on
    same_meeting = bool(one.meeting) and one.meeting == other.meeting
    if not (same_time and same_meeting):
        return False
    if one.session != other.session:
        return one.session < other.session
    return 0 < one.sequence < other.sequence


def order_of(deliveries: Sequence[Delivery]) -> Order:
    """The same order as integers, for the engines."""
    days = np.array(
        [
            (d.delivered_on.earliest.toordinal(), d.delivered_on.latest.toordinal())
            for d in deliveries
        ],
        np.int32,
    ).reshape(-1, 2)
    places = np.array([_places(delivery) for delivery in deliveries], np.int32).reshape(-1, 2)
    meeting = _numbered([d.meeting for d in deliveries])
    ids = _numbered([d.id for d in deliveries])
    by_time = np.lexsort((ids, places[:, 1], places[:, 0], meeting, days[:, 1], days[:, 0]))
    rank = np.empty(len(deliveries), np.int32)
    rank[by_time] = np.arange(len(deliveries), dtype=np.int32)
    return Order(
        from_day=np.ascontiguousarray(days[:, 0]),
        to_day=np.ascontiguousarray(days[:, 1]),
        from_place=np.ascontiguousarray(places[:, 0]),
        to_place=np.ascontiguousarray(places[:, 1]),
        meeting=meeting,
        dialogue=_numbered([d.dialogue for d in deliveries]),
        side=_numbered([d.side for d in deliveries]),
        rank=rank,
    )


def _places(delivery: Delivery) -> tuple[int, int]:
    """First and last place inside a meeting that this delivery may have had."""
    base = delivery.session * _SESSION
    if delivery.sequence == 0:
        return base + 1, base + _SESSION - 1
    return base + delivery.sequence, base + delivery.sequence


def _numbered(names: Sequence[str]) -> npt.NDArray[Any]:
    """Names as numbers in sorted order; -1 for the empty name."""
    numbers = {name: number for number, name in enumerate(sorted(set(names) - {""}))}
    return np.array([numbers.get(name, -1) for name in names], np.int32)
