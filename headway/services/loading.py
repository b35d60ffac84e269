"""Load: values become facts of the record, all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db import DatabaseError

from headway.bundle.lines import Complaint, Complaints, Known
from headway.domain.assessments import Flag
from headway.domain.consistency import flags as flags_of
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import Conflict, NotPermitted
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.record import corpora, documents, log, tables
from headway.record.log import Write
from headway.services.checking import check, documents_of
from headway.services.permissions import Actor, may
from headway.services.planning import Plan, plan

Report = Callable[[str, int, int], None]
"""A progress callback: what is being done, how much of it is done, how much there is."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load wrote, or would write; with complaints it wrote nothing.

    `new`, `changed` and `unchanged` count values by noun; `texts` and `originals` count
    documents stored; `position` is the entry written, or None.
    """

    new: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    texts: int = 0
    originals: int = 0
    flags: tuple[Flag, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    position: int | None = None
    dry_run: bool = False

    @property
    def written(self) -> bool:
        """Whether the log has a new entry."""
        return self.position is not None


def load(
    *,
    values: Iterable[Known],
    by: Actor,
    at: datetime,
    texts: Mapping[str, str] | None = None,
    originals: Mapping[str, tuple[str, bytes]] | None = None,
    dry_run: bool = False,
    progress: Report | None = None,
) -> LoadReport:
    """Writes the values with the documents they name, as one entry, and says what became of them.

    `texts` maps SHA-256 to a text, `originals` to a file name and bytes. What is there already
    writes nothing: loading twice adds no entry. With complaints, or on a dry run, nothing is
    written at all. NotPermitted when the actor may not load.
    """
    if not may(by, "load"):
        raise NotPermitted(f"{by.id} may not load values; ask the keeper of the record")
    report = progress or _silent
    brought = list(values)
    texts, originals = texts or {}, originals or {}
    arriving = frozenset(texts) | frozenset(originals)
    today = PartialDate(at.astimezone(UTC).date().isoformat())
    found = _examine(brought, by, today, arriving, report)
    if found.complaints or dry_run or not found.plan.writes:
        return _report(found, dry_run=dry_run)
    stored = _stage(brought, texts, originals, report)
    try:
        with log.writing():
            if log.position() != found.position:  # somebody wrote in between
                found = _examine(brought, by, today, arriving, report)
            if found.complaints or not found.plan.writes:
                return _report(found, stored=stored)
            position = _append(found, by, at, today, report)
    except DatabaseError as error:
        raise Conflict(f"nothing was loaded, the database refused it: {error}") from error
    return _report(found, stored=stored, position=position)


def held_for(by: Actor) -> Corpus:
    """What the record has of what a load may change: all that the actor may write under.

    NotPermitted when the actor may not load.
    """
    if not may(by, "load"):
        raise NotPermitted(f"{by.id} may not load values; ask the keeper of the record")
    lists = tables.named_lists() if by.role == "keeper" else by.viewer.lists
    return corpora.corpus(Viewer(by.viewer.view, lists))


def _silent(what: str, done: int, total: int) -> None:
    return None


@dataclass(slots=True)
class _Examined:
    position: int
    plan: Plan
    flags: tuple[Flag, ...]
    complaints: tuple[Complaint, ...]


def _examine(
    brought: Sequence[Known],
    by: Actor,
    today: PartialDate,
    arriving: frozenset[str],
    report: Report,
) -> _Examined:
    report("comparing", 0, len(brought))
    position = log.position()
    made = plan(brought, today)
    complaints = Complaints()
    check(made, by, arriving, complaints)
    found = () if complaints.kept or not made.writes else _new_flags(made, today)
    report("comparing", len(brought), len(brought))
    return _Examined(position, made, found, complaints.all())


def _new_flags(made: Plan, today: PartialDate) -> tuple[Flag, ...]:
    """The flags that the record does not have yet, once the plan is carried out."""
    after = _after(made)
    there = after.get("Flag", {})
    found = flags_of(Corpus(values=after, viewer=Viewer("assessor")))
    return tuple(
        replace(flag, found_on=today)
        for flag in found
        if getattr(there.get(flag.id), "summary", None) != flag.summary
    )


def _after(made: Plan) -> dict[str, dict[str, Value]]:
    """The current values as they will be, by noun and id."""
    latest = {_key(row.value): (row.known_on.latest, row.value) for row in tables.read_all()}
    for known, known_on in made.writes:
        before = latest.get(_key(known.value))
        if before is None or known_on.latest >= before[0]:
            latest[_key(known.value)] = (known_on.latest, known.value)
    found: dict[str, dict[str, Value]] = {}
    for (noun, value_id), (_, value) in sorted(latest.items()):
        found.setdefault(noun, {})[value_id] = value
    return found


def _key(value: Value) -> tuple[str, str]:
    return (type(value).__name__, value.id)


def _stage(
    brought: Sequence[Known],
    texts: Mapping[str, str],
    originals: Mapping[str, tuple[str, bytes]],
    report: Report,
) -> tuple[int, int]:
    wanted = documents_of(brought)
    total = len(wanted["text"]) + len(wanted["original"])
    report("storing texts and originals", 0, total)
    stored = (
        documents.stage_texts(texts, sorted(wanted["text"])),
        documents.stage_originals(originals, sorted(wanted["original"])),
    )
    report("storing texts and originals", total, total)
    return stored


def _append(found: _Examined, by: Actor, at: datetime, today: PartialDate, report: Report) -> int:
    writes = [Write(known.value, known_on) for known, known_on in found.plan.writes]
    writes += [Write(flag, today) for flag in found.flags]
    report("writing", 0, len(writes))
    position = log.append(act="load", actor=by.id, at=at, writes=writes)
    report("writing", len(writes), len(writes))
    return position


def _report(
    found: _Examined,
    *,
    stored: tuple[int, int] = (0, 0),
    position: int | None = None,
    dry_run: bool = False,
) -> LoadReport:
    return LoadReport(
        new=dict(found.plan.new),
        changed=dict(found.plan.changed),
        unchanged=dict(found.plan.unchanged),
        texts=stored[0],
        originals=stored[1],
        flags=found.flags,
        complaints=found.complaints,
        position=position,
        dry_run=dry_run,
    )
