"""Checks of the log itself: no gaps, every leaf and commitment recomputed, erasures accounted."""

import json
from collections.abc import Iterator

from headway.domain.commitments import commitment, content_bytes, entry_leaf
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.history import Touch
from headway.domain.shape import from_plain, noun_named
from headway.record.erasures import number as number_of
from headway.record.models import SPAN
from headway.record.verifying.stored import StoredContent, StoredEntry, StoredLog


def check(stored: StoredLog) -> Iterator[str]:
    """One sentence for everything about entries, commitments and erasures that is not as it was."""
    yield from _check_entries(stored)
    yield from _check_contents(stored)
    yield from _check_erasures(stored)


def leaves(stored: StoredLog) -> list[bytes]:
    """The leaf hashes of the entries, each recomputed from what the entry holds."""
    commitments = _by_entry(stored)
    return [_leaf(entry, commitments.get(entry.position, [])) for entry in stored.entries]


def _by_entry(stored: StoredLog) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for number in sorted(stored.commitments):
        touch = (number % SPAN, stored.commitments[number])
        found.setdefault(number // SPAN, []).append(touch)
    return found


def _leaf(entry: StoredEntry, touches: list[tuple[int, str]]) -> bytes:
    try:
        return entry_leaf(
            position=entry.position,
            act=entry.act,
            actor=entry.actor,
            at=entry.at,
            commitments=[bytes.fromhex(one) for _, one in touches],
            erases=None if entry.erases is None else json.loads(entry.erases),
        )
    except ValueError:  # no hex, or no JSON: certainly not what was written
        return b"\x00" * 32


def _check_entries(stored: StoredLog) -> Iterator[str]:
    commitments = _by_entry(stored)
    for expected, entry in enumerate(stored.entries, start=1):
        if entry.position != expected:
            yield f"The log has no entry {expected}; entry {entry.position} stands in its place."
            break
    for entry in stored.entries:
        touches = commitments.pop(entry.position, [])
        if [order for order, _ in touches] != list(range(len(touches))):
            yield f"Entry {entry.position} has lost a touch or has one too many."
        if _leaf(entry, touches).hex() != entry.leaf:
            yield f"Entry {entry.position} does not give its leaf: it was changed."
    for position in commitments:
        yield f"There are touches of an entry {position} that the log does not have."


def _check_contents(stored: StoredLog) -> Iterator[str]:
    for number, content in stored.contents.items():
        expected = stored.commitments.get(number)
        if expected is None or _commitment(content) != expected:
            yield f"Touch {_place(number)} does not hold what it committed to: it was changed."


def _commitment(content: StoredContent) -> str:
    try:
        key = bytes.fromhex(content.key)
        said = content_bytes(
            noun=content.noun,
            id=content.id,
            label=content.label,
            known_on=content.known_on,
            data=content.data,
        )
        return commitment(key, said).hex()
    except (ValueError, BadInput):
        return ""


def _check_erasures(stored: StoredLog) -> Iterator[str]:
    erased = _erased(stored)
    for number in stored.commitments.keys() - stored.contents.keys() - erased.keys():
        yield f"The content of touch {_place(number)} is gone, and no entry erased it."
    for number in erased.keys() & stored.contents.keys():
        yield f"Touch {_place(number)} was erased and has a content."
    for number in erased.keys() | stored.erasures.keys():
        if erased.get(number) != stored.erasures.get(number):
            yield f"The tombstone of touch {_place(number)} is not what its entry says."


def _erased(stored: StoredLog) -> dict[int, tuple[int, str]]:
    """Each erased touch with the entry that erased it and the category, as the leaves have it."""
    found: dict[int, tuple[int, str]] = {}
    for entry in stored.entries:
        if entry.erases is None:
            continue
        category, places = _said(entry.erases)
        for number in places:
            found[number] = (entry.position, category)
    return found


def _said(erases: str) -> tuple[str, list[int]]:
    """Category and touches of an erasure; nothing where it cannot be read: its leaf tells."""
    try:
        said = json.loads(erases)
        return str(said["category"]), [number_of(place) for place in said["touches"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return "", []


def _place(number: int) -> str:
    return f"{number % SPAN + 1} of entry {number // SPAN}"


def touches(stored: StoredLog, damaged: list[str]) -> list[Touch]:
    """The touches that can be read, in the order of the log; a sentence for each that cannot."""
    found: list[Touch] = []
    for number in sorted(stored.contents):
        content = stored.contents[number]
        try:
            found.append(_touch(number, content))
        except (ValueError, BadInput) as error:
            damaged.append(f"Touch {_place(number)} cannot be read: {error}.")
    return found


def _touch(number: int, content: StoredContent) -> Touch:
    data = json.loads(content.data)
    value = from_plain(noun_named(content.noun), data)
    if (value.id, value.label) != (content.id, content.label):
        raise BadInput("its id or label is not that of its data")
    return Touch(
        number // SPAN,
        number % SPAN,
        content.noun,
        content.id,
        content.label,
        PartialDate(content.known_on),
        data,
    )
