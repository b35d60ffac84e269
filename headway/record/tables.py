"""Between frozen values and rows: the tables hold the current state, the fold of the log.

Rows are written with plain SQL in one statement a noun: a record of 35,000 values loads in
seconds. Columns are those of the models, values come from `domain.shape`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from headway.domain.commitments import data_text
from headway.domain.dates import PartialDate
from headway.domain.history import Key, Touch, value_of
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, canonical, noun_named, references, shapes
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.record.models import Fact

_WRITTEN = ("known_on", "log_position")
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A current value, when it was known, and the entry of the log that wrote it."""

    value: Value
    known_on: PartialDate
    position: int


@cache
def model_of(noun: str) -> type[Fact]:
    """The model of a noun by its name."""
    model = apps.get_model("record", noun)
    if not issubclass(model, Fact):
        raise LookupError(f"{noun} has no table")
    return model


@cache
def nouns_in_order() -> tuple[str, ...]:
    """All nouns, each after those its rows refer to."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in NOUNS:
        needs = (s.refers_to for s in references(noun_named(name)) if not s.many)
        sorter.add(name, *(str(n) for n in needs if n not in ("*", name)))
    return tuple(sorter.static_order())


@cache
def columns_of(noun: str) -> tuple[str, ...]:
    """The columns of a noun's table: its fields in order, then what wrote the row."""
    meta = model_of(noun)._meta
    names = [shape.name for shape in shapes(noun_named(noun))]
    columns = {field.name: str(field.column) for field in meta.concrete_fields}
    return tuple(columns[name] for name in (*names, *_WRITTEN))


# -- a value as cells and back ----------------------------------------------------------------


def cells_of(row: Row) -> list[Any]:
    """The cells of a row, in the order of `columns_of`."""
    value = row.value
    cells = [_cell(getattr(value, shape.name)) for shape in shapes(type(value))]
    return [*cells, str(row.known_on), row.position]


def _cell(content: Any) -> Any:
    if isinstance(content, tuple):
        return data_text(list(content))
    if isinstance(content, Wording):
        return data_text(dict(content))
    return str(content) if isinstance(content, PartialDate) else content


def _reader(shape: Shape) -> Callable[[Any], Any] | None:
    if shape.many:
        return tuple
    readers: dict[str, Callable[[Any], Any]] = {"wording": Wording, "date": _day}
    return readers.get(shape.kind)


@cache
def _day(text: str) -> PartialDate:
    return PartialDate(text)


def read(noun: str) -> Iterator[Row]:
    """All current rows of a noun, by id."""
    return _read(noun, None)


def read_one(noun: str, value_id: str) -> Row | None:
    """The current row of one value, or None."""
    return next(_read(noun, value_id), None)


def _read(noun: str, value_id: str | None) -> Iterator[Row]:
    kind = noun_named(noun)
    fields = shapes(kind)
    names = {field.name: field.attname for field in model_of(noun)._meta.concrete_fields}
    attributes = [names[shape.name] for shape in fields]
    readers = [(s.name, _reader(s)) for s in fields]
    rows = model_of(noun)._default_manager.order_by("id")
    if value_id is not None:
        rows = rows.filter(id=value_id)
    for row in rows.values_list(*attributes, *_WRITTEN).iterator(chunk_size=2000):
        contents = {
            name: reader(cell) if reader is not None and cell is not None else cell
            for (name, reader), cell in zip(readers, row, strict=False)
        }
        yield Row(kind(**contents), _day(row[-2]), row[-1])


def read_all() -> Iterator[Row]:
    """All current rows of all nouns."""
    for noun in NOUNS:
        yield from read(noun)


def named_lists() -> frozenset[str]:
    """The named lists that the label of any current value is of."""
    found: set[str] = set()
    for noun in NOUNS:
        rows = model_of(noun)._default_manager.filter(label__startswith="named:")
        found.update(rows.values_list("label", flat=True).distinct())
    return frozenset(label.removeprefix("named:") for label in found)


def known(keys: Iterable[Key]) -> dict[Key, tuple[PartialDate, int]]:
    """For those of the keys that have a row: when it was known, which entry wrote it."""
    found: dict[Key, tuple[PartialDate, int]] = {}
    by_noun: dict[str, list[str]] = {}
    for noun, value_id in keys:
        by_noun.setdefault(noun, []).append(value_id)
    for noun, ids in by_noun.items():
        for start in range(0, len(ids), _BATCH):
            rows = model_of(noun)._default_manager.filter(id__in=ids[start : start + _BATCH])
            for value_id, known_on, position in rows.values_list("id", *_WRITTEN):
                found[noun, value_id] = (_day(known_on), position)
    return found


# -- writing ----------------------------------------------------------------------------------


def write(rows: Sequence[Row]) -> None:
    """Writes rows in the order of references; a row that is there already is replaced."""
    by_noun: dict[str, list[Row]] = {}
    for row in rows:
        by_noun.setdefault(type(row.value).__name__, []).append(row)
    for noun in nouns_in_order():
        if noun in by_noun:
            _execute_many(_upsert(noun), [cells_of(row) for row in by_noun[noun]])


def _upsert(noun: str) -> str:
    columns = [connection.ops.quote_name(column) for column in columns_of(noun)]
    marks = ", ".join(["%s"] * len(columns))
    sets = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    return (
        f"INSERT INTO {model_of(noun)._meta.db_table} ({', '.join(columns)})"  # noqa: S608
        f" VALUES ({marks}) ON CONFLICT ({columns[0]}) DO UPDATE SET {sets}"
    )


def _execute_many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def remove(noun: str, value_id: str) -> None:
    """Removes one current row; whatever refers to it must be gone."""
    model_of(noun)._default_manager.filter(id=value_id)._raw_delete("default")


def rows_of(folded: dict[Key, Touch]) -> list[Row]:
    """The rows that a fold of the log stands for."""
    return [Row(value_of(t), t.known_on, t.position) for t in folded.values()]


def rebuild(folded: dict[Key, Touch]) -> None:
    """Empties the tables and fills them from a fold of the log, in one transaction."""
    with transaction.atomic():
        for noun in reversed(nouns_in_order()):
            model_of(noun)._default_manager.all()._raw_delete("default")
        write(rows_of(folded))


def canonical_tables() -> bytes:
    """All current rows as bytes in one form only, to compare two records."""
    rows = [[type(r.value).__name__, *cells_of(r)] for r in read_all()]
    return canonical(rows)
