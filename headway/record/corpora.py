"""What a viewer may know of the record: the Corpus, the versions of one value.

Permission is always that of now, also where a past day is asked for: a version is shown only
if both its own label and the label its value has now allow it. A release labels the version it
lets out and no earlier one.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock

from django.db import connection

from headway.domain.corpus import Corpus, among, project
from headway.domain.dates import PartialDate
from headway.domain.history import Key, Touch, fold, supersedes, value_of
from headway.domain.masks import under_terms_of
from headway.domain.values import Value
from headway.domain.views import DEFAULT_LABEL, Viewer, may_see
from headway.record import documents, log, tables
from headway.record.models import LogEntry

_KEPT = 8
_Place = tuple[str, int, Viewer, date | None]

_cache: OrderedDict[_Place, Corpus] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a value: what it was, from when it was known, which act wrote it and when.

    `at` is the moment of loading (ISO 8601, UTC), `actor` an opaque id.
    """

    value: Value
    known_on: PartialDate
    position: int
    act: str
    actor: str
    at: str


def position() -> int:
    """How many entries the log has."""
    return log.position()


def root() -> bytes:
    """The root of the log's tree (32 bytes)."""
    return log.root()


def corpus(viewer: Viewer, as_of: date | None = None) -> Corpus:
    """Everything the viewer may know, as of the end of a day (None: everything known now).

    The last few are kept in this process. `position` is that of the whole log: it is for keys
    of stored findings and is never shown to a view that must not count hidden entries.
    """
    store = ":".join(str(connection.settings_dict[part]) for part in ("HOST", "PORT", "NAME"))
    place = (store, log.position(), viewer, as_of)
    with _lock:
        if place in _cache:
            _cache.move_to_end(place)
            return _cache[place]
    made = _read(viewer, as_of)
    with _lock:
        _cache[place[0], made.position, viewer, as_of] = made
        while len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return made


def forget() -> None:
    """Drops the corpora kept in this process."""
    with _lock:
        _cache.clear()


def _read(viewer: Viewer, as_of: date | None) -> Corpus:
    while True:  # each query sees a state of its own: begin again if an act came between
        before = log.position()
        values = list(_current() if as_of is None else _known_by(as_of, viewer))
        if log.position() == before:
            break
    return Corpus(
        values=project(values, viewer, whole=as_of is None),
        viewer=viewer,
        as_of=as_of,
        position=before,
        text=documents.text,
    )


def _current() -> Iterator[Value]:
    for row in tables.read_all():
        yield row.value


def _known_by(as_of: date, viewer: Viewer) -> Iterator[Value]:
    touches = list(log.touches())
    now = fold(touches)
    labels = _labels_of_versions(touches)
    for key, touch in fold(touches, as_of).items():
        value = under_terms_of(value_of(now[key]), value_of(touch), viewer.view)
        yield _under(value, (now[key].label, labels[key, touch.known_on]), viewer)


def _labels_of_versions(touches: list[Touch]) -> dict[tuple[Key, PartialDate], str]:
    """The label each version has now: a later entry may have given the same version another."""
    latest: dict[tuple[Key, PartialDate], Touch] = {}
    for touch in touches:
        place = (touch.key, touch.known_on)
        if place not in latest or supersedes(touch, latest[place]):
            latest[place] = touch
    return {place: touch.label for place, touch in latest.items()}


def _under(value: Value, labels: tuple[str, ...], viewer: Viewer) -> Value:
    """The value under that of its labels which the viewer may not see, if there is one."""
    hidden = next((label for label in labels if not may_see((label,), viewer)), labels[-1])
    return replace(value, label=hidden)


def history_of(viewer: Viewer, noun: str, value_id: str) -> tuple[Version, ...]:
    """The versions of one value that the viewer may see now, oldest knowledge first.

    Empty when the viewer may not see the value as it is now, or there is none. A version that
    needs what the viewer may not see is left out, mentions of such are emptied. Positions and
    actors are told only to views that see the desk's facts.
    """
    seen = {
        (n, i): value for n, group in corpus(viewer).values.items() for i, value in group.items()
    }
    if (noun, value_id) not in seen:
        return ()
    touches = list(log.touches(noun, value_id))
    labels = _labels_of_versions(touches)
    ordered = sorted(touches, key=lambda t: (t.known_on.latest, t.position, t.order))
    allowed = [t for t in ordered if may_see((t.label, labels[t.key, t.known_on]), viewer)]
    entries = LogEntry.objects.in_bulk([touch.position for touch in allowed])
    found: list[Version] = []
    for touch in allowed:
        version = under_terms_of(seen[noun, value_id], value_of(touch), viewer.view)
        value = among(version, seen, viewer)
        if value is not None:
            found.append(_version(value, touch, entries[touch.position], viewer))
    return tuple(found)


def _version(value: Value, touch: Touch, entry: LogEntry, viewer: Viewer) -> Version:
    inside = may_see((DEFAULT_LABEL,), viewer)
    return Version(
        value,
        touch.known_on,
        touch.position if inside else 0,
        entry.act,
        entry.actor if inside else "",
        entry.at,
    )
