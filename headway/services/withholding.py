"""Withhold: a person's decision discloses that a fact exists and is not shown."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast, get_args, get_type_hints

from headway.domain.assessments import Withholding
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, NotPermitted
from headway.domain.ids import AnyId
from headway.domain.values import Value
from headway.domain.views import DEFAULT_LABEL, Viewer, check_label, may_see
from headway.record import log, tables
from headway.record.log import Write
from headway.record.tables import Row
from headway.services.facts import row_named, unused_id
from headway.services.permissions import Actor, may, may_write

CATEGORIES: tuple[str, ...] = get_args(get_type_hints(Withholding)["category"])


def withhold(
    *,
    item: AnyId,
    category: str,
    label: str,
    decided_by: str,
    by: Actor,
    at: datetime,
    withholding_id: str | None = None,
) -> int:
    """Discloses to a view (`label`) that a fact exists and is not shown; returns the position.

    Its noun, category, dialogue, round and concern are disclosed where that view sees these;
    the item never is. A fact that the view could see is taken back to the desk.
    """
    if not may(by, "withhold"):
        raise NotPermitted(f"{by.id} may not withhold anything; ask the desk")
    if category not in CATEGORIES:
        raise BadInput(f"{category!r} is no category; use one of {', '.join(CATEGORIES)}")
    check_label(label)
    today = PartialDate(at.astimezone(UTC).date().isoformat())
    with log.writing():
        row = row_named(item)
        if not may_write(by, row.value.label):
            raise NotPermitted(f"{by.id} may not withhold {item}; ask who may see it")
        decision = Withholding(
            id=withholding_id or unused_id(f"withheld-{label.replace(':', '-')}", "Withholding"),
            label=label,
            item=item,
            noun=type(row.value).__name__,
            category=cast(Any, category),
            decided_on=today,
            decided_by=decided_by,
            dialogue=_dialogue(row.value),
            round=getattr(row.value, "round", None),
            concern=getattr(row.value, "concern", None),
        )
        writes = [*_taken_back(row, label), Write(decision, today)]
        return log.append(act="withhold", actor=by.id, at=at, writes=writes)


def _taken_back(row: Row, label: str) -> list[Write]:
    viewer = Viewer(label) if not label.startswith("named:") else Viewer()
    if not may_see((row.value.label,), viewer) or label == DEFAULT_LABEL:
        return []
    return [Write(replace(row.value, label=DEFAULT_LABEL), row.known_on)]


def _dialogue(value: Value) -> str | None:
    """The dialogue a value is about, itself or by the round or concern it names."""
    named: str | None = getattr(value, "dialogue", None)
    for field, noun in (("round", "Round"), ("concern", "Concern")):
        reference = getattr(value, field, None)
        if named is None and reference is not None:
            row = tables.read_one(noun, reference)
            named = getattr(row.value, "dialogue", None) if row else None
    return named
