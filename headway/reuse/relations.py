"""How an earlier or later delivery stands to the one that is looked at."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse.order import Order
from headway.reuse.runs import Runs

FURTHER_ON: Final = -1
"""A later place of the same text: what stands here first is no refrain yet."""
SAME_TEXT: Final = 0
LATER: Final = 1
CONCURRENT: Final = 2
MEETING: Final = 3
MEETING_EARLIER: Final = 4
OWN_ROUND: Final = 5
OWN_ELSEWHERE: Final = 6
OTHER_SIDE: Final = 7
RELATIONS: Final = 8


def is_before(
    order: Order, one: npt.NDArray[Any], other: npt.NDArray[Any]
) -> npt.NDArray[np.bool_]:
    """Element by element: delivery `one` certainly came before delivery `other`."""
    apart = order.to_day[one] < order.from_day[other]
    same_days = (order.from_day[one] == order.from_day[other]) & (
        order.to_day[one] == order.to_day[other]
    )
    in_turn = order.to_place[one] < order.from_place[other]
    result: npt.NDArray[np.bool_] = apart | (
        same_days & _in_one_meeting(order, one, other) & in_turn
    )
    return result


def relations(order: Order, runs: Runs) -> npt.NDArray[np.int8]:
    """What the other delivery of each run is to the one it is in: a constant above (int8)."""
    here, there = runs.text, runs.other
    earlier, later = is_before(order, there, here), is_before(order, here, there)
    in_meeting = _in_one_meeting(order, here, there)
    is_own = (order.side[here] == order.side[there]) & (order.side[here] >= 0)
    in_dialogue = (
        ((order.dialogue[here] == order.dialogue[there]) | (order.dialogue[here] < 0))
        & (order.dialogue[there] >= 0)
        & (order.meeting[there] >= 0)
    )
    chosen = np.select(
        [
            (here == there) & (runs.other_begin > runs.begin),
            here == there,
            later,
            in_meeting & earlier,
            in_meeting,
            ~earlier,
            is_own & in_dialogue,
            is_own,
        ],
        [
            FURTHER_ON,
            SAME_TEXT,
            LATER,
            MEETING_EARLIER,
            MEETING,
            CONCURRENT,
            OWN_ROUND,
            OWN_ELSEWHERE,
        ],
        OTHER_SIDE,
    )
    return chosen.astype(np.int8)


def _in_one_meeting(
    order: Order, one: npt.NDArray[Any], other: npt.NDArray[Any]
) -> npt.NDArray[np.bool_]:
    result: npt.NDArray[np.bool_] = (order.meeting[one] >= 0) & (
        order.meeting[one] == order.meeting[other]
    )
    return result
