"""What the library offers beside values and measures: reuse on a Corpus, and opening a record.

Only `open` loads Django, and only when it is called.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.views import Viewer
from headway.reuse import CanonText, Reuse, canon_of, deliveries_of, find, formulae_of

Report = Callable[[str, int, int], None]


def find_reuse(
    corpus: Corpus, canon: Iterable[CanonText] = (), report: Report | None = None
) -> Reuse:
    """Every passage that a side of this record delivered before, word for word or edited.

    What matches a legal text of the record, or one of `canon`, is quotation and not script.
    """
    quoted = (*canon_of(corpus), *canon)
    return find(
        deliveries_of(corpus),
        corpus.text,
        canon=quoted,
        formulae=formulae_of(corpus),
        progress=report,
    )


def example(name: str) -> Path:
    """The folder of an example bundle that ships: `invented` or `canada_china`."""
    folder = Path(str(resources.files("headway"))) / "examples" / name
    if not (folder / "bundle.json").exists():
        known = sorted(p.parent.name for p in folder.parent.glob("*/bundle.json"))
        raise NotFound(f"there is no example {name!r}; there are {', '.join(known)}")
    return folder


@dataclass(frozen=True, slots=True)
class Record:
    """A record that is open in this process; only one can be at a time."""

    url: str

    def corpus(self, viewer: Viewer | None = None, as_of: date | None = None) -> Corpus:
        """What a viewer may know of it (the desk by default), as of a day or of now."""
        from headway.record import corpora

        return corpora.corpus(viewer or Viewer(), as_of)

    def analyse(
        self,
        viewer: Viewer | None = None,
        as_of: date | None = None,
        *,
        canon: Iterable[CanonText] = (),
        again: bool = False,
        report: Report | None = None,
    ) -> bool:
        """Finds reuse, computes all measures, renews the search; False if all was current."""
        from headway.services import analysis

        return analysis.analyse(
            viewer or Viewer(), as_of, canon=tuple(canon), again=again, report=report
        )


def open(record: str | Path) -> Record:
    """Opens a record (a file, or postgres://...); RecordUnsafe when it cannot be trusted."""
    url = str(record)
    os.environ["HEADWAY_RECORD"] = url
    from headway.record import setup

    setup.open_record(url)
    return Record(url)
