"""A bundle that was read: its values, texts, log and complaints, and the Corpus it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from headway.bundle.lines import Complaint, Known
from headway.bundle.log import Entry, LogHead, touches_of
from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate
from headway.domain.errors import NotFound
from headway.domain.history import Touch, fold, value_of
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.domain.wording import Wording

NOT_DATED = PartialDate("9999-12-31")
"""Stands for the day of loading where a line states none and nobody said which day that is."""


@dataclass(frozen=True, slots=True)
class Info:
    """What `bundle.json` says: title, whether invented or on trial, a note, the head of the log."""

    title: Wording
    invented: bool = False
    trial: bool = False
    note: str = ""
    log: LogHead | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A whole record as plain files.

    `known` are the lines in the order of the vocabulary; `texts` (hash to text) and `originals`
    (hash to name and bytes) are read on demand; `entries` is the log or None; `complaints` are
    everything that was not understood, and what they name is not in `known`.
    """

    info: Info
    known: tuple[Known, ...]
    texts: Mapping[str, str]
    originals: Mapping[str, tuple[str, bytes]]
    entries: tuple[Entry, ...] | None = None
    complaints: tuple[Complaint, ...] = ()

    def corpus(
        self,
        viewer: Viewer = Viewer("desk"),  # noqa: B008 - frozen
        as_of: date | None = None,
        loaded_on: date | None = None,
    ) -> Corpus:
        """What the viewer may know of this bundle as of a day (None: everything).

        From the log where there is one, else from the lines. A line without `known_on` is known
        from `loaded_on`; without that it is known to no past day.
        """
        if self.entries is not None:
            values = _of_log(self.entries, as_of)
        else:
            values = of_lines(self.known, as_of, loaded_on)
        return Corpus(
            values=project(values, viewer, whole=as_of is None and not self.complaints),
            viewer=viewer,
            as_of=as_of,
            position=len(self.entries or ()),
            text=self.text,
        )

    def text(self, text_hash: str) -> str:
        """One text of the bundle; NotFound when it holds none of that hash."""
        try:
            return self.texts[text_hash]
        except KeyError:
            raise NotFound(f"this bundle holds no text {text_hash}") from None


def _of_log(entries: Sequence[Entry], as_of: date | None) -> list[Value]:
    return [value_of(touch) for touch in fold(touches_of(entries), as_of).values()]


def of_lines(
    known: Sequence[Known], as_of: date | None = None, loaded_on: date | None = None
) -> list[Value]:
    """The latest knowledge of every value among the lines as of a day."""
    undated = PartialDate(loaded_on.isoformat()) if loaded_on else NOT_DATED
    touches = (
        Touch(
            position=place,
            order=0,
            noun=type(one.value).__name__,
            id=one.value.id,
            label=one.value.label,
            known_on=one.known_on or undated,
            data={},
        )
        for place, one in enumerate(known)
    )
    return [known[touch.position].value for touch in fold(touches, as_of).values()]
