"""The log: appending entries, reading what they touched, the root of its tree."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from headway.domain import merkle
from headway.domain.commitments import (
    KEY_BYTES,
    commitment,
    content_bytes,
    data_text,
    entry_leaf,
)
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.history import Key, Touch
from headway.domain.shape import to_plain
from headway.domain.values import Value
from headway.record import tables
from headway.record.models import SPAN, LogContent, LogEntry, LogTouch
from headway.record.tables import Row

_ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Write:
    """A value to be written, and when its content was known."""

    value: Value
    known_on: PartialDate


@dataclass(frozen=True, slots=True)
class Content:
    """What one touch wrote and the key of its commitment; `data` is JSON text."""

    noun: str
    id: str
    label: str
    known_on: str
    data: str
    key: bytes

    def commitment(self) -> bytes:
        """The keyed commitment to this content (32 bytes)."""
        content = content_bytes(
            noun=self.noun,
            id=self.id,
            label=self.label,
            known_on=self.known_on,
            data=self.data,
        )
        return commitment(self.key, content)


def moment(at: datetime) -> str:
    """A moment as the log writes it: ISO 8601 in UTC, to the second, ending in `Z`."""
    if at.tzinfo is None:
        raise BadInput(f"the moment {at} has no time zone; give one, such as UTC")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def position() -> int:
    """How many entries the log has; the place of the last one."""
    last = LogEntry.objects.order_by("-position").values_list("position", flat=True).first()
    return last or 0


def leaves() -> list[bytes]:
    """The leaf hashes of all entries, in order."""
    stored = LogEntry.objects.order_by("position").values_list("leaf", flat=True)
    return [bytes.fromhex(leaf) for leaf in stored]


def root() -> bytes:
    """The root of the RFC 6962 tree over all entries (32 bytes)."""
    return merkle.root(leaves())


@contextmanager
def writing() -> Iterator[None]:
    """One transaction in which nobody else writes; readers go on reading what was there."""
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite begins every transaction so
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {LogEntry._meta.db_table} IN EXCLUSIVE MODE")
        yield


# -- appending --------------------------------------------------------------------------------


def append(
    *,
    act: str,
    actor: str,
    at: datetime,
    writes: Sequence[Write],
    erases: dict[str, Any] | None = None,
) -> int:
    """Writes one entry and, where it is the latest knowledge, the tables; returns its position.

    Belongs into a transaction with whatever else the act does. A later-loaded but earlier-known
    version goes to the log only.
    """
    contents = [_content(write) for write in writes]
    at_position = append_contents(
        act=act, actor=actor, at=moment(at), contents=contents, erases=erases
    )
    write_tables([Row(w.value, w.known_on, at_position) for w in writes])
    return at_position


def _content(write: Write) -> Content:
    value = write.value
    return Content(
        type(value).__name__,
        value.id,
        value.label,
        str(write.known_on),
        data_text(to_plain(value)),
        secrets.token_bytes(KEY_BYTES),
    )


def append_contents(
    *,
    act: str,
    actor: str,
    at: str,
    contents: Sequence[Content | None],
    commitments: Sequence[bytes] | None = None,
    erases: dict[str, Any] | None = None,
) -> int:
    """Writes one entry of the log and no table; a None is the place of an erased content.

    `commitments` are computed from the contents unless given; `erases` says what the act erases.
    """
    if len(contents) >= SPAN:
        raise BadInput(f"one act writes fewer than {SPAN:,} values; bring them in parts")
    if commitments is None:
        commitments = [content.commitment() for content in contents if content is not None]
    place = position() + 1
    leaf = entry_leaf(
        position=place, act=act, actor=actor, at=at, commitments=commitments, erases=erases
    )
    erased = None if erases is None else data_text(erases)
    with connection.cursor() as cursor:
        cursor.execute(_insert(LogEntry), [place, act, actor, at, leaf.hex(), erased])
        touches = [(place * SPAN + n, one.hex()) for n, one in enumerate(commitments)]
        cursor.executemany(_insert(LogTouch), touches)
        rows = [
            (place * SPAN + n, c.noun, c.id, c.label, c.known_on, c.data, c.key.hex())
            for n, c in enumerate(contents)
            if c is not None
        ]
        cursor.executemany(_insert(LogContent), rows)
    return place


def _insert(model: type[LogEntry] | type[LogTouch] | type[LogContent]) -> str:
    columns = [str(field.column) for field in model._meta.concrete_fields]
    marks = ", ".join(["%s"] * len(columns))
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    return f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})"  # noqa: S608


def write_tables(rows: Sequence[Row]) -> None:
    """Writes those rows that are later knowledge than what the tables hold."""
    latest: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (type(row.value).__name__, row.value.id)
        before = latest.get(key)
        if before is None or _age(row) >= _age(before):
            latest[key] = row
    there = tables.known(latest)
    newer = [
        row
        for key, row in latest.items()
        if key not in there or _age(row) > (there[key][0].latest, there[key][1])
    ]
    tables.write(newer)


def _age(row: Row) -> tuple[object, int]:
    return (row.known_on.latest, row.position)


# -- reading ----------------------------------------------------------------------------------


def touches(noun: str | None = None, value_id: str | None = None) -> Iterator[Touch]:
    """The touches whose content was not erased, in the order of the log."""
    rows = LogContent.objects.order_by("touch_id")
    if noun is not None:
        rows = rows.filter(noun=noun, value_id=value_id)
    yield from _read(rows)


def _read(rows: QuerySet[LogContent]) -> Iterator[Touch]:
    listed = rows.values_list("touch_id", "noun", "value_id", "label", "known_on", "data")
    for number, kind, one, label, known_on, data in listed.iterator(chunk_size=2000):
        yield Touch(number // SPAN, number % SPAN, kind, one, label, PartialDate(known_on), data)


def versions_of(keys: Iterable[Key]) -> dict[Key, list[Touch]]:
    """All versions of each of the values, in the order of the log."""
    found: dict[Key, list[Touch]] = {key: [] for key in keys}
    ids = sorted({value_id for _, value_id in found})
    if not position():
        return found
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        part = ids[start : start + _ASKED_AT_ONCE]
        for touch in _read(LogContent.objects.filter(value_id__in=part).order_by("touch_id")):
            if touch.key in found:
                found[touch.key].append(touch)
    return found
