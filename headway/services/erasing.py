"""Erase: what the law says must go goes, in every version, and leaves a counted tombstone."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from headway.domain.errors import BadInput, Conflict, NotPermitted
from headway.domain.history import Key
from headway.domain.ids import any_id, split_any_id
from headway.domain.shape import Shape, references
from headway.record import corpora, derived, erasures, log, tables
from headway.record.log import Write
from headway.record.models import SPAN, Original, Text
from headway.record.tables import Row
from headway.services.facts import row_named
from headway.services.permissions import Actor, may

CATEGORIES = (
    "protection_of_persons",
    "consent_withdrawn",
    "court_order",
    "data_protection",
    "other",
)


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: versions of the value, texts and originals nothing else names; by which entry."""

    position: int
    versions: int
    texts: int
    originals: int


def erase(*, noun: str, value_id: str, category: str, by: Actor, at: datetime) -> Erased:
    """Erases every version of a value, with its keys and its documents; the log verifies on.

    Mentions of it in other values are emptied by the same entry. Conflict when another value
    needs it: that one has to be erased first. What was derived from the record is deleted too.
    """
    if not may(by, "erase"):
        raise NotPermitted(f"{by.id} may not erase anything; ask the keeper of the record")
    if category not in CATEGORIES:
        raise BadInput(f"{category!r} is no lawful category; use one of {', '.join(CATEGORIES)}")
    with log.writing():
        row_named(any_id(noun, value_id))
        erased = _erase((noun, value_id), category, by, at)
    erasures.scrub(noun)
    corpora.forget()
    derived.forget(os.environ.get("HEADWAY_RECORD", ""))
    return erased


def _erase(key: Key, category: str, by: Actor, at: datetime) -> Erased:
    mentions = list(_without_mentions(key))
    touches = [touch.position * SPAN + touch.order for touch in log.touches(*key)]
    hashes = _documents_of_only(key)
    targets = {
        "touch": touches,
        "text": list(Text.objects.filter(hash__in=hashes).values_list("number", flat=True)),
        "original": list(Original.objects.filter(hash__in=hashes).values_list("number", flat=True)),
    }
    erases: dict[str, Any] = {
        "category": category,
        "touches": [erasures.place(number) for number in touches],
        "texts": len(targets["text"]),
        "originals": len(targets["original"]),
    }
    position = log.append(act="erase", actor=by.id, at=at, writes=mentions, erases=erases)
    for kind, numbers in targets.items():
        erasures.erase(position, kind, numbers, category)
    tables.remove(*key)
    return Erased(position, len(touches), len(targets["text"]), len(targets["original"]))


def _without_mentions(key: Key) -> Iterator[Write]:
    """Those other values that mention this one, without the mention."""
    for row in tables.read_all():
        value = row.value
        if (type(value).__name__, value.id) == key:
            continue
        changes = dict(_changes(row, key))
        if changes:
            yield Write(replace(value, **changes), row.known_on)


def _changes(row: Row, key: Key) -> Iterator[tuple[str, Any]]:
    for shape in references(type(row.value)):
        content = getattr(row.value, shape.name)
        if shape.many:
            kept = tuple(part for part in content if _target(shape, part) != key)
            if kept != content:
                yield shape.name, kept
        elif content is not None and _target(shape, content) == key:
            if shape.required:
                name = any_id(type(row.value).__name__, row.value.id)
                raise Conflict(f"{name} needs {any_id(*key)}; erase {name} first")
            yield shape.name, None


def _target(shape: Shape, reference: str) -> Key:
    return split_any_id(reference) if shape.refers_to == "*" else (str(shape.refers_to), reference)


def _documents_of_only(key: Key) -> list[str]:
    """Hashes of texts and originals that no other value names in any version."""
    own: set[str] = set()
    others: set[str] = set()
    for touch in log.touches():
        named = {str((touch.data or {}).get(name)) for name in ("text", "original")} - {"None"}
        (own if touch.key == key else others).update(named)
    return sorted(own - others)
