"""Alerts on the quality of the data: texts of one meeting that cannot both be what they say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from headway.reuse.deliveries import Delivery
from headway.reuse.order import Order
from headway.reuse.runs import Runs, Texts
from headway.reuse.settings import Settings


@dataclass(frozen=True, slots=True)
class Alert:
    """Two deliveries of one meeting by different speakers share `share` of the shorter text.

    One of them is probably misfiled; both are kept out of every claim until someone looks.
    """

    one: str
    other: str
    shared_tokens: int
    share: float


def alerts_of(
    blocks: Iterable[Runs],
    texts: Texts,
    deliveries: Sequence[Delivery],
    order: Order,
    settings: Settings,
) -> tuple[Alert, ...]:
    """Pairs of one meeting, by different speakers or sides, that overlap almost wholly.

    Texts too short to be assessed are left out: two courtesies may well be the same.
    """
    spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for runs in blocks:
        for one, begin, length, other, _ in _that_may_be_whole(runs, texts, order, settings).rows():
            if _speakers_differ(deliveries[one], deliveries[other]):
                spans[one, other].append((begin, begin + length))
    found = []
    for (one, other), parts in sorted(spans.items()):
        shorter = min(len(texts[one]), len(texts[other]))
        shared = _covered(parts)
        is_whole = shared >= settings.same_text_share * shorter >= 1
        if is_whole and shorter >= settings.assessed_from and _is_chosen(one, other, texts):
            alert = Alert(deliveries[one].id, deliveries[other].id, shared, shared / shorter)
            found.append(alert)
    return tuple(found)


def _that_may_be_whole(runs: Runs, texts: Texts, order: Order, settings: Settings) -> Runs:
    """Runs between texts of one meeting that add up to enough of the shorter, overlaps included."""
    meeting = order.meeting
    held = runs.where(
        (meeting[runs.text] >= 0)
        & (meeting[runs.text] == meeting[runs.other])
        & np.not_equal(runs.text, runs.other)
    )
    sizes = np.diff(texts.starts)
    shorter = np.minimum(sizes[held.text], sizes[held.other])
    _, pair = np.unique(held.text * np.int64(len(texts)) + held.other, return_inverse=True)
    together = np.bincount(pair, weights=held.length)[pair]
    return held.where(together >= settings.same_text_share * shorter)


def _is_chosen(one: int, other: int, texts: Texts) -> bool:
    """The pair is reported once, from the shorter text's side."""
    return (len(texts[one]), one) < (len(texts[other]), other)


def _speakers_differ(one: Delivery, other: Delivery) -> bool:
    named = bool(one.speaker) and bool(other.speaker)
    return one.side != other.side or (named and one.speaker != other.speaker)


def _covered(spans: list[tuple[int, int]]) -> int:
    total, reach = 0, 0
    for begin, end in sorted(spans):
        total += max(0, end - max(begin, reach))
        reach = max(reach, end)
    return total
