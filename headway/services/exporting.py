"""Export: the whole history for restoring, or what one view sees for giving away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from headway.bundle.bundles import Info
from headway.bundle.lines import Known
from headway.bundle.log import Entry, LogTouch
from headway.domain.assessments import Withholding
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import NotPermitted
from headway.domain.ids import any_id
from headway.domain.masks import INSIDE
from headway.domain.parties import Dialogue
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.record import corpora, documents, tables
from headway.record.models import SPAN, LogContent, LogEntry, LogErasure
from headway.record.models import LogTouch as TouchRow
from headway.services.permissions import Actor, may, may_give

T = TypeVar("T")
ORIGINAL = "original"
"""The field of every noun that names an original file."""


@dataclass(frozen=True, slots=True)
class History:
    """A whole record: its log, the current values as lines, its texts and originals."""

    info: Info
    entries: tuple[Entry, ...]
    known: tuple[Known, ...]
    texts: Mapping[str, str]
    originals: Mapping[str, tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What one view sees of a record: values, the texts and originals they name, no log."""

    info: Info
    values: tuple[Value, ...]
    texts: Mapping[str, str]
    originals: Mapping[str, tuple[str, bytes]]


def export(*, by: Actor) -> History:
    """The whole record with the keys of its commitments; whoever has it has everything."""
    if not may(by, "export"):
        raise NotPermitted(f"{by.id} may not export the whole record; ask its keeper")
    corpus = corpora.corpus(Viewer("assessor"))
    rows = tables.read_all()
    return History(
        info=_info(corpus),
        entries=tuple(_entries()),
        known=tuple(Known(row.value, row.known_on) for row in rows),
        texts=documents.Texts(),
        originals=documents.Originals(),
    )


def export_view(*, viewer: Viewer, by: Actor, originals: bool = False) -> Excerpt:
    """Only what the viewer sees now, without a log: sizes and roots would tell of the rest.

    A withholding keeps its place and does not say which item it withholds (`Noun/*`). Outside, the
    original files stay behind unless they are asked for: a label was given to what was read out of
    them, and they may hold deleted words, comments and names under black boxes.
    """
    if not may(by, "export_view") or not may_give(by, viewer):
        raise NotPermitted(f"{by.id} may not hand on what the {viewer.view} view sees")
    corpus = corpora.corpus(viewer)
    whole = originals or viewer.view in INSIDE
    given = (_given(value) for group in corpus.values.values() for value in group.values())
    values = tuple(given if whole else (_without_original(value) for value in given))
    return Excerpt(
        info=_info(corpus),
        values=values,
        texts=_only(documents.Texts(), values, "text"),
        originals=_only(documents.Originals(), values, ORIGINAL),
    )


def _given(value: Value) -> Value:
    if isinstance(value, Withholding):
        return replace(value, item=any_id(value.noun, "*"))
    return value


def _without_original(value: Value) -> Value:
    gone: dict[str, Any] = {ORIGINAL: None} if getattr(value, ORIGINAL, None) else {}
    return replace(value, **gone)


def _only(held: Mapping[str, T], values: tuple[Value, ...], field: str) -> Mapping[str, T]:
    named = {getattr(value, field, None) for value in values} - {None}
    return {one: held[one] for one in sorted(map(str, named))}


def _info(corpus: Corpus) -> Info:
    dialogues = corpus.all(Dialogue)
    title = dialogues[0].title if len(dialogues) == 1 else Wording({"en": "A record of Headway"})
    return Info(
        title=title,
        invented=any(one.invented for one in dialogues),
        trial=any(one.trial for one in dialogues),
    )


# -- the log ----------------------------------------------------------------------------------


def _entries() -> Iterator[Entry]:
    contents = _contents()
    erased = dict(LogErasure.objects.filter(kind="touch").values_list("target", "category"))
    touches: dict[int, list[LogTouch]] = {}
    for number, commitment in TouchRow.objects.order_by("number").values_list():
        touch = contents.get(number) or LogTouch(b"", erased=erased.get(number, ""))
        touches.setdefault(number // SPAN, []).append(
            replace(touch, commitment=bytes.fromhex(commitment))
        )
    for row in LogEntry.objects.order_by("position"):
        yield Entry(
            row.position,
            row.act,
            row.actor,
            row.at,
            tuple(touches.get(row.position, ())),
            row.erases,
        )


def _contents() -> dict[int, LogTouch]:
    rows = LogContent.objects.order_by("touch_id").values_list(
        "touch_id", "noun", "value_id", "label", "known_on", "data", "key"
    )
    return {
        number: LogTouch(
            b"", noun, value_id, label, PartialDate(known_on), data, bytes.fromhex(key)
        )
        for number, noun, value_id, label, known_on, data, key in rows.iterator(chunk_size=2000)
    }
