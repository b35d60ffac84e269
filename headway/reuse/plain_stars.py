"""Stars written for the eye: the reference the loops of `star_kernel` are compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from headway.reuse.deliveries import Delivery
from headway.reuse.order import is_earlier, order_of
from headway.reuse.runs import Runs

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlainStar:
    """One passage: who delivered it, as sets of delivery numbers; see `Stars`."""

    text: int
    begin: int
    length: int
    own_rounds: frozenset[int]
    own_elsewhere: frozenset[int]
    others: frozenset[int]
    meeting: frozenset[int]
    meeting_earlier: frozenset[int]
    concurrent: frozenset[int]
    later: frozenset[int]
    is_refrain: bool

    def sides(self, deliveries: Sequence[Delivery]) -> int:
        """Different sides that delivered it before or at the same time, this one included."""
        others = self.own_rounds | self.own_elsewhere | self.others
        others |= self.meeting | self.meeting_earlier | self.concurrent
        return len({deliveries[at].side for at in (*others, self.text)})


def first_of(deliveries: Sequence[Delivery], numbers: frozenset[int]) -> tuple[int, int, bool]:
    """First and previous of some deliveries, -1 for none; whether another may be as early."""
    rank = order_of(deliveries).rank.tolist()
    if not numbers:
        return -1, -1, False
    ordered = sorted(numbers, key=lambda at: rank[at])
    first = ordered[0]
    shared = any(not is_earlier(deliveries[first], deliveries[at]) for at in ordered[1:])
    return first, ordered[-1], shared


def plain_stars(blocks: Sequence[Runs], deliveries: Sequence[Delivery]) -> list[PlainStar]:
    """The star of every distinct passage of the runs, by text, begin and length."""
    rows = [row for runs in blocks for row in runs.rows()]
    return [_star(passage, rows, deliveries) for passage in sorted({row[:3] for row in rows})]


def _star(passage: Row, rows: Sequence[Row], deliveries: Sequence[Delivery]) -> PlainStar:
    text, begin, length = passage
    here = deliveries[text]
    containing = [
        row for row in rows
        if row[0] == text and row[1] <= begin and row[1] + row[2] >= begin + length
    ]  # fmt: skip
    found: dict[str, set[int]] = {name: set() for name in PlainStar.__slots__[3:-1]}
    for _, _, _, other, _ in containing:
        if other != text:
            found[_relation(here, deliveries[other])].add(other)
    is_refrain = any(row[3] == text and row[4] < row[1] for row in containing)
    named: dict[str, Any] = {name: frozenset(numbers) for name, numbers in found.items()}
    return PlainStar(text=text, begin=begin, length=length, is_refrain=is_refrain, **named)


def _relation(here: Delivery, there: Delivery) -> str:
    same_meeting = bool(here.meeting) and here.meeting == there.meeting
    if is_earlier(here, there):
        return "later"
    if same_meeting:
        return "meeting_earlier" if is_earlier(there, here) else "meeting"
    if not is_earlier(there, here):
        return "concurrent"
    if here.side != there.side:
        return "others"
    in_round = bool(there.dialogue) and bool(there.meeting)
    in_dialogue = here.dialogue in ("", there.dialogue)
    return "own_rounds" if in_round and in_dialogue else "own_elsewhere"
