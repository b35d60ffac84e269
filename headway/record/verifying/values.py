"""Checks of the tables: that they are the fold of the log, whole, and let out by a decision."""

from collections.abc import Iterator

from headway.domain.assessments import Release
from headway.domain.history import Key, Touch, value_of
from headway.domain.ids import any_id, split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, references
from headway.domain.values import Value
from headway.record import tables
from headway.record.releases import Named
from headway.record.tables import Row
from headway.record.verifying.stored import rows


def check(folded: dict[Key, Touch]) -> Iterator[str]:
    """One sentence for everything about the current values that is not as it should be."""
    expected = {key: Row(value_of(t), t.known_on, t.position) for key, t in folded.items()}
    yield from _check_tables(expected)
    values = {key: row.value for key, row in expected.items()}
    yield from _check_references(values)
    yield from _check_releases(values)


def _check_tables(expected: dict[Key, Row]) -> Iterator[str]:
    wanted: dict[str, dict[str, list[object]]] = {}
    for (noun, value_id), row in expected.items():
        wanted.setdefault(noun, {})[value_id] = tables.cells_of(row)
    for noun in NOUNS:
        yield from _check_table(noun, wanted.get(noun, {}))


def _check_table(noun: str, wanted: dict[str, list[object]]) -> Iterator[str]:
    model = tables.model_of(noun)
    columns = [str(field.column) for field in model._meta.concrete_fields]
    order = [columns.index(column) for column in tables.columns_of(noun)]
    found = {row[0]: [row[place] for place in order] for row in rows(model)}
    for value_id in wanted.keys() - found.keys():
        yield f"{noun}/{value_id} is in the log and not in its table."
    for value_id in found.keys() - wanted.keys():
        yield f"{noun}/{value_id} is in its table and not in the log."
    for value_id in wanted.keys() & found.keys():
        if found[value_id] != wanted[value_id]:
            yield f"{noun}/{value_id} stands otherwise in its table than in the log."


def _check_references(values: dict[Key, Value]) -> Iterator[str]:
    for (noun, value_id), value in values.items():
        for shape in references(type(value)):
            content = getattr(value, shape.name)
            for part in content if shape.many else (content,):
                if part is not None and not _leads_somewhere(shape, part, values):
                    yield f"{noun}/{value_id} names {part!r} as {shape.name}, which is not there."


def _leads_somewhere(shape: Shape, reference: str, values: dict[Key, Value]) -> bool:
    if shape.refers_to != "*":
        return (str(shape.refers_to), reference) in values
    target = split_any_id(reference)
    return target in values or (target[1] == "*" and target[0] in NOUNS)


def _check_releases(values: dict[Key, Value]) -> Iterator[str]:
    named = Named(value for value in values.values() if isinstance(value, Release))
    for (noun, value_id), value in values.items():
        if not named.lets_out(value):
            name = any_id(noun, value_id)
            yield f"{name} is labelled {value.label} and no release to that view names it."
