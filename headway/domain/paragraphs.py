"""Official numbers of paragraphs, by which texts of one statement are laid beside each other.

A rendering says them in its `place`, one for each paragraph (line that holds something) of its
text, in order.
"""

from collections.abc import Sequence

_WORD = "paragraphs "


def place_of(numbers: Sequence[str]) -> str:
    """The `place` of a rendering whose paragraphs bear these numbers."""
    return _WORD + " ".join(numbers) if numbers else ""


def numbers_in(place: str, count: int) -> tuple[str, ...]:
    """The numbers a `place` gives to so many paragraphs; none unless each has one of its own."""
    if not place.startswith(_WORD):
        return ()
    found = tuple(place.removeprefix(_WORD).split())
    return found if len(found) == count == len(set(found)) else ()


def aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Places in two lists of numbers side by side; None where a number has no counterpart.

    Each place occurs once; those of `one` stand in order, and so do those of `other` as far as
    both lists agree on the order.
    """
    there = {number: place for place, number in enumerate(other)}
    shared = set(one) & set(there)
    rows: list[tuple[int | None, int | None]] = []
    done: set[int] = set()
    after = 0
    for place, number in enumerate(one):
        if number not in shared:
            rows.append((place, None))
            continue
        while after < there[number]:
            if other[after] not in shared and after not in done:
                rows.append((None, after))
                done.add(after)
            after += 1
        rows.append((place, there[number]))
        done.add(there[number])
    rows.extend((None, place) for place in range(len(other)) if place not in done)
    return rows
