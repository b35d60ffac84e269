"""What a reader makes of a foreign file: values not yet in any record, with a report."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from headway.bundle.lines import Complaint, Known
from headway.domain.corpus import Corpus, project
from headway.domain.errors import NotFound
from headway.domain.views import Viewer
from headway.domain.wording import Wording

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader understood and what not.

    `counts` says how many of what were understood, `decided` what the reader concluded for
    itself (an encoding, a language) and a person should look at, `left_out` what it knows and has
    no place for, and why. `not_understood` is what must be mended, or said otherwise, before
    anything of the draft is written: where, and why.
    """

    reader: str
    counts: Mapping[str, int]
    decided: tuple[str, ...] = ()
    not_understood: tuple[Complaint, ...] = ()
    left_out: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The report as sentences, counts first; of long lists the first ones and how many more."""
        counted = ", ".join(f"{number:,} {what}" for what, number in self.counts.items())
        return (
            f"Read as {self.reader}: {counted or 'nothing'}.",
            *_shown(self.decided),
            *_shown(self.left_out),
            *_shown([str(complaint) for complaint in self.not_understood]),
        )


def _shown(sentences: Sequence[str]) -> tuple[str, ...]:
    if len(sentences) <= SHOWN:
        return tuple(sentences)
    return (*sentences[:SHOWN], f"{len(sentences) - SHOWN:,} more like these.")


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """Values, texts (by SHA-256) and originals (hash to name and bytes) read from foreign files.

    Nothing of it is in a record before a person has looked at the report and loaded it.
    """

    title: Wording
    known: tuple[Known, ...]
    texts: Mapping[str, str]
    originals: Mapping[str, tuple[str, bytes]]
    report: Report

    @property
    def complaints(self) -> tuple[Complaint, ...]:
        """What was not understood."""
        return self.report.not_understood

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader understood and concluded, as sentences; complaints are not among them."""
        return replace(self.report, not_understood=()).lines()

    def corpus(self, viewer: Viewer | None = None) -> Corpus:
        """The draft as a Corpus, so that methods can be tried on it before it is loaded."""
        viewer = viewer or Viewer("desk")
        values = project([one.value for one in self.known], viewer)
        return Corpus(values=values, viewer=viewer, text=self.text)

    def text(self, text_hash: str) -> str:
        """One text of the draft; NotFound when it has none of that hash."""
        try:
            return self.texts[text_hash]
        except KeyError:
            raise NotFound(f"this draft holds no text {text_hash}") from None


@dataclass(slots=True)
class Holder:
    """Texts and originals collected by hash while a file is read."""

    texts: dict[str, str] = field(default_factory=dict)
    originals: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def keep_text(self, text: str) -> str:
        """Keep a text; its hash."""
        text_hash = hashlib.sha256(text.encode()).hexdigest()
        self.texts[text_hash] = text
        return text_hash

    def keep_original(self, name: str, content: bytes) -> str:
        """Keep an original; its hash."""
        original_hash = hashlib.sha256(content).hexdigest()
        self.originals[original_hash] = (name, content)
        return original_hash


_NOT_ID = re.compile(r"[^\w.-]+")


def id_from(text: str, fallback: str = "x") -> str:
    """An id made of a text: its letters and digits, lower case, at most 80 characters."""
    name = _NOT_ID.sub("-", text.casefold()).replace("_", "-").strip("-.")
    kept = "".join(c for c in name if c.isalnum() or c in "-.")[:80].strip("-.")
    return kept or fallback
