"""Which named constraint a row would break, worked out without asking the database.

The constraints are those of the models; here they are read as three-valued conditions (a
comparison with nothing is unknown, and unknown is not refused), so that a complaint can name
the line. The database enforces them all the same; a test holds the two against each other.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.db.models import CheckConstraint, F, Func, Q
from django.db.models.functions import Left

from headway.domain.shape import noun_named, shapes
from headway.domain.values import Value
from headway.record.tables import model_of

Truth = bool | None


def broken(value: Value) -> tuple[str, ...]:
    """The names of the constraints that the value's row would break."""
    noun = type(value).__name__
    row = {shape.name: getattr(value, shape.name) for shape in shapes(type(value))}
    return tuple(name for name, rule in _rules(noun) if _holds(rule, row) is False)


@cache
def _rules(noun: str) -> tuple[tuple[str, Q], ...]:
    return tuple(
        (constraint.name, constraint.condition)
        for constraint in model_of(noun)._meta.constraints
        if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q)
    )


@cache
def fields_of(noun: str, constraint: str) -> tuple[str, ...]:
    """The fields of the noun that a constraint speaks of."""
    found = set(_names(dict(_rules(noun))[constraint]))
    return tuple(s.name for s in shapes(noun_named(noun)) if s.name in found)


def _names(rule: Q) -> list[str]:
    found: list[str] = []
    for child in rule.children:
        found += _names(child) if isinstance(child, Q) else [_field(child)]
    return found


def _field(child: Any) -> str:
    return str(child[0]).partition("__")[0]


def _holds(rule: Q, row: Mapping[str, Any]) -> Truth:
    parts = [
        _holds(child, row) if isinstance(child, Q) else _compare(child, row)
        for child in rule.children
    ]
    found = _any(parts) if rule.connector == Q.OR else _all(parts)
    if rule.negated and found is not None:
        return not found
    return found


def _any(parts: list[Truth]) -> Truth:
    if True in parts:
        return True
    return None if None in parts else False


def _all(parts: list[Truth]) -> Truth:
    if False in parts:
        return False
    return None if None in parts else True


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "": lambda mine, other: mine == other,
    "exact": lambda mine, other: mine == other,
    "in": lambda mine, other: mine in other,
    "gte": lambda mine, other: mine >= other,
    "lte": lambda mine, other: mine <= other,
    "startswith": lambda mine, other: str(mine).startswith(other),
}


def _compare(child: Any, row: Mapping[str, Any]) -> Truth:
    name, _, comparison = child[0].partition("__")
    mine, other = row[name], _meant(child[1], row)
    if comparison == "isnull":
        return (mine is None) is other
    if mine is None or other is None:
        return None
    return _COMPARISONS[comparison](mine, other)


def _meant(other: Any, row: Mapping[str, Any]) -> Any:
    if isinstance(other, F):
        return row[_source(other)]
    if isinstance(other, Left):
        return _left(other, row)
    return other


def _left(function: Func, row: Mapping[str, Any]) -> str | None:
    source, length = function.source_expressions
    content = row[_source(source)]
    return None if content is None else str(content)[: _constant(length)]


def _source(expression: Any) -> str:
    return str(expression.name)


def _constant(expression: Any) -> int:
    return int(expression.value)
