"""What an assessment is written from: one view of a record on one day, with its figures."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from headway.assessments.words import word
from headway.domain.assessments import Assessment
from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue, Party
from headway.domain.shape import canonical
from headway.domain.values import UNKNOWN_CODES
from headway.measures import figure_to_plain, registered
from headway.measures.figure import Bounds, Figure
from headway.phrases import number, percent

Standing = Literal["known", "unknown", "few", "nothing"]


@dataclass(frozen=True, slots=True)
class LogState:
    """Size and root of a record's log; only for views that may know how much there is.

    `root_at` is the root the log had at an earlier size, None where it was never that long.
    """

    position: int
    root: str
    root_at: Callable[[int], str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """A Corpus, the dialogue and all its figures, and the language to write in."""

    corpus: Corpus
    dialogue: Dialogue
    figures: tuple[Figure, ...]
    language: str = "en"
    assessment: str = ""
    log: LogState | None = None

    @property
    def view(self) -> str:
        """The name of the view."""
        return self.corpus.viewer.view

    @property
    def as_of(self) -> date | None:
        """The day the figures are of."""
        return self.corpus.as_of

    @property
    def sides(self) -> tuple[Party, ...]:
        """Both parties; the one that works in the language of the text stands first."""
        found = [self.corpus.get(Party, party) for party in self.dialogue.parties]
        base = self.language.split("-")[0]
        return tuple(sorted(filter(None, found), key=lambda p: not _speaks(p, base)))

    def name(self, party: str | None) -> str:
        """A party's name in the language of the text."""
        found = self.corpus.get(Party, party)
        return found.name.within(self.language) if found else ""

    def noun(self) -> Assessment | None:
        """The assessment as the record holds it, if it does."""
        return self.corpus.get(Assessment, self.assessment)

    def of(self, measure: str) -> tuple[Figure, ...]:
        """The figures of a measure, one a side, in the order of the sides."""
        by_party = {f.party: f for f in self.figures if f.measure == measure and f.round is None}
        return tuple(by_party[p.id] for p in self.sides if p.id in by_party)

    def measures(self) -> tuple[str, ...]:
        """The measures there are figures of, the leading ones first."""
        there = {figure.measure for figure in self.figures}
        return tuple(name for name in registered() if name in there)

    def standing(self, measure: str) -> Standing:
        """What the figures of a measure say: the side of which most is known decides."""
        return best(_standing(figure) for figure in self.of(measure))

    def sum(self) -> str:
        """SHA-256 over all figures of the dialogue as plain data: equal or not equal."""
        plain = [figure_to_plain(figure) for figure in self.figures]
        return hashlib.sha256(canonical(plain)).hexdigest()

    def number(self, path: str) -> str | None:
        """The live number of a path `measure/party/what` or `measure@round/party/what`."""
        figure, what = self._found(path)
        return _number(figure, what) if figure else None

    def _found(self, path: str) -> tuple[Figure | None, str]:
        measure, _, rest = path.partition("/")
        party, _, what = rest.partition("/")
        name, _, round_id = measure.partition("@")
        whole = next((f for f in self.of(name) if f.party == party), None)
        if whole and round_id:
            return next((p for p in whole.parts if p.round == round_id), None), what
        return whole, what


def best(standings: Iterable[Standing]) -> Standing:
    """The one that says most."""
    found = set(standings)
    order: tuple[Standing, ...] = ("known", "unknown", "few", "nothing")
    return next((one for one in order if one in found), "nothing")


def is_closed(figure: Figure) -> bool:
    """Whether the counts of a figure are too small to be printed for its view."""
    return _standing(figure) == "few"


def _speaks(party: Party, language: str) -> bool:
    return any(one.split("-")[0] == language for one in party.languages)


def _standing(figure: Figure) -> Standing:
    if figure.items:
        known = any(i.code not in (*UNKNOWN_CODES, "not_applicable") for i in figure.items)
        return "known" if known else "unknown"
    if any(count for _, count in figure.counts) or (figure.bounds and figure.bounds.n):
        return "known"
    parts = best(_standing(part) for part in figure.parts) if figure.parts else "few"
    counted = figure.counts or figure.bounds is not None
    return "nothing" if counted and parts == "few" else parts


def _number(figure: Figure, what: str) -> str | None:
    if what == "sentence":
        return figure.sentence
    counts = dict(figure.counts)
    if what in counts:
        return number(counts[what])
    bounds = figure.bounds
    if bounds is None or bounds.low is None or bounds.high is None:
        return None
    if what in ("low", "high"):
        return percent(getattr(bounds, what)) if bounds.rate_may_be_shown else None
    return number(getattr(bounds, what)) if what in ("yes", "no", "unknown", "n") else None


def span(bounds: Bounds | None, language: str) -> str:
    """The bounds in words, empty where no rate may be shown."""
    if bounds is None or bounds.low is None or bounds.high is None or not bounds.rate_may_be_shown:
        return ""
    low, high = percent(bounds.low), percent(bounds.high)
    return low if low == high else word("between", language).format(low=low, high=high)
