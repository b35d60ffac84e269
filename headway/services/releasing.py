"""Release: a person's decision lets facts and measures out to a view."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from headway.domain.assessments import Release
from headway.domain.corpus import project
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict, NotPermitted
from headway.domain.ids import AnyId, any_id, split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.values import Value
from headway.domain.views import Viewer, may_see
from headway.domain.wording import Wording
from headway.record import log, tables
from headway.record.log import Write
from headway.record.tables import Row
from headway.services.facts import row_named, unused_id
from headway.services.permissions import Actor, may, may_write

ReleasedView = Literal["public", "counterpart", "oversight"]


def release(
    *,
    view: ReleasedView,
    title: Mapping[str, str],
    items: Sequence[AnyId],
    decided_by: str,
    author: str,
    by: Actor,
    at: datetime,
    measures: Sequence[str] = (),
    version: str = "1",
    release_id: str | None = None,
    dialogue: str | None = None,
) -> int:
    """Writes the release and gives its items the label of the view; returns the log position.

    `Noun/*` names all of a noun that carry the label already and relabels none; with `dialogue` the
    measures are those of that one. The versions let out are the current ones; earlier ones stay as
    they were. BadInput when a fact would stay hidden because it needs another, Conflict when it
    was let out to a view beside this one.
    """
    if not may(by, "release"):
        raise NotPermitted(f"{by.id} may not release anything; ask the desk")
    today = PartialDate(at.astimezone(UTC).date().isoformat())
    with log.writing():
        rows = [row_named(item) for item in items if not _is_all(item)]
        writes = [write for row in rows if (write := _let_out(row, view, by)) is not None]
        decision = Release(
            id=release_id or unused_id(f"release-{view}-{today}", "Release"),
            label=view,
            view=view,
            title=Wording(title),
            author=author,
            version=version,
            released_on=today,
            decided_by=decided_by,
            dialogue=dialogue,
            items=tuple(items),
            measures=tuple(measures),
        )
        if tables.read_one("Release", decision.id) is not None:
            raise Conflict(f"there is a release {decision.id!r} already; choose another id")
        position = log.append(
            act="release", actor=by.id, at=at, writes=[*writes, Write(decision, today)]
        )
        _check_seen([row.value for row in rows], view)
    return position


def _is_all(item: AnyId) -> bool:
    noun, value_id = split_any_id(item)
    return value_id == "*" and noun in NOUNS


def _let_out(row: Row, view: ReleasedView, by: Actor) -> Write | None:
    value, viewer = row.value, Viewer(view)
    name = any_id(type(value).__name__, value.id)
    if not may_write(by, value.label):
        raise NotPermitted(f"{by.id} may not release {name}; ask who may see it")
    if may_see((value.label,), viewer):
        return None
    if value.label in ("counterpart", "oversight") and view != "public":
        raise Conflict(f"{name} was let out to {value.label}; release it to public, which both see")
    return Write(replace(value, label=view), row.known_on)


def _check_seen(values: Sequence[Value], view: ReleasedView) -> None:
    seen = project((row.value for row in tables.read_all()), Viewer(view))
    for value in values:
        noun = type(value).__name__
        if value.id not in seen.get(noun, {}):
            raise BadInput(
                f"{any_id(noun, value.id)} needs facts that the {view} view does not see;"
                " release those with it"
            )
