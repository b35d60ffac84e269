"""The log as it lies in the store, unparsed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from headway.record.models import LogContent, LogEntry, LogErasure, LogTouch
from headway.record.models.fields import PlainJSON


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """One row of the entries; `erases` is JSON text or None."""

    position: int
    act: str
    actor: str
    at: str
    leaf: str
    erases: str | None


@dataclass(frozen=True, slots=True)
class StoredContent:
    """One row of the contents; `data` is JSON text, `key` hex."""

    number: int
    noun: str
    id: str
    label: str
    known_on: str
    data: str
    key: str


@dataclass(frozen=True, slots=True)
class StoredLog:
    """The whole log: entries in order, commitments (hex) and contents by number, erasures."""

    entries: tuple[StoredEntry, ...]
    commitments: dict[int, str]
    contents: dict[int, StoredContent]
    erasures: dict[int, tuple[int, str]]


def read_log() -> StoredLog:
    """Everything the log tables hold; `erasures` maps a touch to its entry and category."""
    entries = tuple(StoredEntry(*row) for row in rows(LogEntry))
    contents = {row[0]: StoredContent(*row) for row in rows(LogContent)}
    erasures = {
        target: (entry, category)
        for _, entry, kind, target, category in _erasure_rows()
        if kind == "touch"
    }
    return StoredLog(entries, dict(rows(LogTouch)), contents, erasures)


def _erasure_rows() -> Iterator[Sequence[Any]]:
    fields = ("id", "entry_id", "kind", "target", "category")
    yield from LogErasure.objects.order_by("id").values_list(*fields)


def rows(model: type[models.Model]) -> Iterator[Any]:
    """All rows of a table as plain cells in the order of its fields, JSON as text."""
    fields = model._meta.concrete_fields
    chosen = ", ".join(_chosen(field) for field in fields)
    order = connection.ops.quote_name(str(fields[0].column))
    sql = f"SELECT {chosen} FROM {model._meta.db_table} ORDER BY {order}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql)
        while part := cursor.fetchmany(2000):
            yield from part


def _chosen(field: "models.Field[Any, Any]") -> str:
    column = connection.ops.quote_name(str(field.column))
    return f"CAST({column} AS text)" if isinstance(field, PlainJSON) else column
