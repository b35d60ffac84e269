"""All nouns of the record by name, found once in the modules that define them."""

from headway.domain import (
    assessments,
    capacity,
    concerns,
    evidence,
    parties,
    points,
    rounds,
    statements,
    undertakings,
)
from headway.domain.values import Value

SUBJECTS = (
    parties,
    rounds,
    capacity,
    statements,
    concerns,
    points,
    undertakings,
    evidence,
    assessments,
)


def _collect() -> dict[str, type[Value]]:
    found: dict[str, type[Value]] = {}
    for module in SUBJECTS:
        for name, thing in vars(module).items():
            if isinstance(thing, type) and issubclass(thing, Value) and thing is not Value:
                found[name] = thing
    return found


NOUNS: dict[str, type[Value]] = _collect()
"""Class name to class, in the order of definition."""
