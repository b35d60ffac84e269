"""The highest protective marking of what a page shows."""

from collections.abc import Iterable

_LADDER = (
    "unclassified",
    "official",
    "protected a",
    "protected b",
    "restricted",
    "protected c",
    "confidential",
    "secret",
    "top secret",
)


def highest(markings: Iterable[str]) -> str:
    """The highest known marking; markings nobody can rank stand beside it, in order."""
    known: list[str] = []
    foreign: list[str] = []
    for marking in markings:
        (known if marking.lower() in _LADDER else foreign).append(marking)
    top = max(known, key=lambda marking: _LADDER.index(marking.lower()), default="")
    return " · ".join(part for part in (top, *sorted(foreign)) if part)
