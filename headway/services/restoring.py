"""Restore: the log of a bundle becomes an empty record; same entries, same keys, same root."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import DatabaseError

from headway.bundle.log import Entry, LogTouch
from headway.domain.commitments import data_text
from headway.domain.errors import Conflict, LogBroken, NotPermitted
from headway.domain.history import fold
from headway.record import documents, erasures, log, tables, verification
from headway.record.log import Content
from headway.record.models import Text
from headway.services.permissions import Actor, may


@dataclass(frozen=True, slots=True)
class Restored:
    """How many entries the record now has, and the root of their tree in hex."""

    position: int
    root: str


def restore(
    *,
    entries: Iterable[Entry],
    texts: Mapping[str, str],
    originals: Mapping[str, tuple[str, bytes]],
    by: Actor,
) -> Restored:
    """Writes the entries brought and none of its own; the record then verifies, or stays empty.

    Conflict when the record is not empty, LogBroken when what was brought does not verify.
    """
    if not may(by, "restore"):
        raise NotPermitted(f"{by.id} may not restore a record; ask its keeper")
    if log.position() or Text.objects.exists():
        raise Conflict("the record is not empty; restore into a new one, made by `headway init`")
    documents.stage_texts(texts, texts)
    documents.stage_originals(originals, originals)
    try:
        with log.writing():
            for entry in entries:
                _write(entry)
            tables.rebuild(fold(log.touches()))
            found = verification.verify()
            if not found.sound:
                raise LogBroken(f"nothing was restored: {found.findings[0]}")
    except DatabaseError as error:
        raise LogBroken(f"nothing was restored, the log does not fit: {error}") from error
    return Restored(found.position, found.root)


def _write(entry: Entry) -> None:
    if entry.position != log.position() + 1:
        raise LogBroken(f"entry {entry.position} is out of order; export the record again")
    position = log.append_contents(
        act=entry.act,
        actor=entry.actor,
        at=entry.at,
        contents=[_content(touch) for touch in entry.touches],
        commitments=[touch.commitment for touch in entry.touches],
        erases=entry.erases,
    )
    if entry.erases is not None:
        places = [erasures.number(place) for place in entry.erases["touches"]]
        erasures.record(position, "touch", places, entry.erases["category"])


def _content(touch: LogTouch) -> Content | None:
    if touch.data is None:
        return None
    return Content(
        touch.noun,
        touch.id,
        touch.label,
        str(touch.known_on),
        data_text(touch.data),
        touch.key,
    )
