"""What was lawfully erased: counted, with category, moment and actor; never what it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from headway.record.models import SPAN, LogContent, LogEntry, LogErasure, Original, Text
from headway.record.tables import model_of


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One act of erasure: how many versions, texts and originals went, why, when and by whom."""

    position: int
    category: str
    at: str
    by: str
    versions: int
    texts: int
    originals: int


def place(number: int) -> str:
    """A touch's place in the log as an entry's `erases` names it: `position.order`."""
    return f"{number // SPAN}.{number % SPAN}"


def number(place: str) -> int:
    """The number of the touch at a place."""
    position, _, order = place.partition(".")
    return int(position) * SPAN + int(order)


def tombstones() -> tuple[Tombstone, ...]:
    """All acts of erasure, in the order of the log."""
    entries = LogEntry.objects.filter(erases__isnull=False).order_by("position")
    return tuple(
        Tombstone(
            entry.position,
            entry.erases["category"],
            entry.at,
            entry.actor,
            len(entry.erases["touches"]),
            entry.erases["texts"],
            entry.erases["originals"],
        )
        for entry in entries
    )


def record(position: int, kind: str, targets: Iterable[int], category: str) -> None:
    """Names what an entry erases; only then do the triggers let it go."""
    for target in targets:
        LogErasure.objects.create(entry_id=position, kind=kind, target=target, category=category)


def erase(position: int, kind: str, targets: Iterable[int], category: str) -> None:
    """Names what an entry erases and erases it: contents, texts or originals by number."""
    wanted = list(targets)
    record(position, kind, wanted, category)
    if kind == "touch":
        LogContent.objects.filter(touch_id__in=wanted)._raw_delete("default")
    elif kind == "text":
        Text.objects.filter(number__in=wanted)._raw_delete("default")
    else:
        Original.objects.filter(number__in=wanted)._raw_delete("default")


def scrub(noun: str) -> None:
    """Rewrites the store so that nothing erased lingers in free space; outside transactions only.

    `noun` is that of the value that went. On PostgreSQL its write-ahead log and its backups keep
    what they hold until they are renewed.
    """
    if connection.vendor == "postgresql":
        tables = (model_of(noun), LogContent, Text, Original)
        statements = [f"VACUUM FULL {model._meta.db_table}" for model in tables]
    else:
        statements = ["VACUUM"]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
