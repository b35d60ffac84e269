"""The log as the history: what each entry touched, and what was known when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.shape import from_plain, noun_named
from headway.domain.values import Value

Key = tuple[str, str]
"""Noun name and id."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One value as one log entry wrote it.

    `known_on` is when the keeper learned it; `data` is None once it was lawfully erased.
    """

    position: int
    order: int
    noun: str
    id: str
    label: str
    known_on: PartialDate
    data: dict[str, Any] | None

    @property
    def key(self) -> Key:
        """Noun and id."""
        return (self.noun, self.id)


def fold(touches: Iterable[Touch], as_of: date | None = None) -> dict[Key, Touch]:
    """The latest knowledge of every value as of a day (inclusive; None means everything).

    Later knowledge wins over earlier, whatever the order of loading; of equal dates the later
    log entry wins. Erased values are absent.
    """
    latest: dict[Key, Touch] = {}
    for touch in touches:
        if as_of is not None and touch.known_on.latest > as_of:
            continue
        before = latest.get(touch.key)
        if before is None or supersedes(touch, before):
            latest[touch.key] = touch
    return {key: touch for key, touch in latest.items() if touch.data is not None}


def supersedes(touch: Touch, before: Touch) -> bool:
    """Whether a touch is later knowledge than another of the same value."""
    return (touch.known_on.latest, touch.position, touch.order) > (
        before.known_on.latest,
        before.position,
        before.order,
    )


def value_of(touch: Touch) -> Value:
    """The frozen value that a touch wrote; BadValue if it was erased or does not fit."""
    return from_plain(noun_named(touch.noun), touch.data or {})
