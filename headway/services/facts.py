"""Finding the facts that an act is about."""

from headway.domain.errors import NotFound
from headway.domain.ids import AnyId, split_any_id
from headway.domain.nouns import NOUNS
from headway.record import tables
from headway.record.tables import Row


def row_named(reference: AnyId) -> Row:
    """The current row of `Noun/id`; NotFound when there is none."""
    noun, value_id = split_any_id(reference)
    if noun not in NOUNS:
        raise NotFound(f"{reference!r} names no fact; write it as Noun/id")
    found = tables.read_one(noun, value_id)
    if found is None:
        raise NotFound(f"there is no {noun} {value_id!r} in the record; look at its list")
    return found


def unused_id(stem: str, noun: str) -> str:
    """An id that counts only values of its own stem, so that it tells nothing of others."""
    taken = {row.value.id for row in tables.read(noun)}
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
