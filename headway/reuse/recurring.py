"""What recurs: the sentences a side said on several days, courtesy told from substance.

Whole answers at a press desk hardly ever repeat; sentences do. A sentence is compared as it is
folded: punctuation, case and traditional characters make no difference, any other word does.
"""

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.reuse import background as backgrounds
from headway.reuse import formulae as formula_table
from headway.reuse.background import Background
from headway.reuse.deliveries import Delivery
from headway.reuse.formulae import FormulaPattern, formula_tokens
from headway.reuse.settings import Settings
from headway.text import FOLDING_VERSION, fold, sentences

METHOD: Final = "recurring-1"
DAYS: Final = 3

Kind = Literal["substance", "common_words", "notice", "courtesy", "title", "template"]
KINDS: tuple[Kind, ...] = ("substance", "common_words", "notice", "courtesy", "title", "template")
_BY_PATTERN: tuple[Kind, ...] = ("notice", "courtesy", "title", "template")

TextSource = Mapping[str, str] | Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """One place where a sentence stands: code points [begin, end) of a rendering, and its day."""

    rendering: str
    statement: str
    begin: int
    end: int
    delivered_on: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A sentence that one side said on several days.

    `days` counts days that are certainly different; `said` holds every place in order of day.
    `bits` is the information of its rare tokens outside of formulae. `kind` is a finding of a
    table of patterns and of word counts, not a judgement: `notice` (reports seen, nothing to
    say, ask elsewhere), `courtesy`, `title`, `template`, `common_words` (too few telling words
    to know it by), else `substance`.
    """

    side: str
    language: str
    days: int
    tokens: int
    bits: float
    kind: Kind
    said: tuple[Said, ...]

    @property
    def first(self) -> Said:
        """Where it was said first, as far as the record goes."""
        return self.said[0]

    @property
    def last(self) -> Said:
        """Where it was said last."""
        return self.said[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrences:
    """What recurs on `days` days or more, most days first, out of how many sentences.

    `sentences` counts by side all that were looked at, `not_assessed` texts by reason.
    """

    days: int
    found: tuple[Recurring, ...]
    texts: int
    sentences: Mapping[str, int]
    not_assessed: Mapping[str, int]
    versions: Mapping[str, str]

    def said(self, side: str | None = None, kind: Kind | None = None) -> int:
        """How many of the sentences looked at are such that recur."""
        return sum(
            len(one.said)
            for one in self.found
            if side in (None, one.side) and kind in (None, one.kind)
        )


def recurring(
    deliveries: Iterable[Delivery],
    texts: TextSource,
    days: int = DAYS,
    *,
    formulae: Sequence[FormulaPattern] = (),
    background: Background | None = None,
    settings: Settings | None = None,
) -> Recurrences:
    """The sentences of each side said on `days` days or more, in the words of the speaker.

    Notes, readouts and texts without a side are counted as not assessed. A day given as a month
    or a year counts as another day only where it cannot be the same. Raises BadValue when `days`
    is under 2.
    """
    if days < 2:
        raise BadValue(f"days is {days}; what recurs was said on 2 days or more")
    read = texts if callable(texts) else texts.__getitem__
    held = _Held(read)
    for delivery in deliveries:
        why = _why_not(delivery)
        if why:
            held.not_assessed[why] += 1
        else:
            held.add(delivery)
    chosen = background or backgrounds.shipped()
    found = [
        one
        for language, group in held.recurring(days).items()
        for one in _weighed(language, group, formulae, chosen, settings or Settings())
    ]
    found.sort(key=lambda one: (-one.days, one.first.delivered_on, one.first.rendering))
    return Recurrences(
        days=days,
        found=tuple(found),
        texts=held.texts,
        sentences=dict(held.sentences),
        not_assessed=dict(held.not_assessed),
        versions={
            "method": METHOD,
            "folding": FOLDING_VERSION,
            "background": chosen.version,
            "formulae": f"{formula_table.shipped()[0]}, {press_formulae()[0]}",
        },
    )


@lru_cache(maxsize=1)
def press_formulae() -> tuple[str, tuple[FormulaPattern, ...]]:
    """Version and patterns of the table for press conferences (English, French, Chinese)."""
    text = files("headway.reuse").joinpath("press_formulae.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = (line.split("\t") for line in lines[1:])
    return lines[0].split("\t")[1], tuple(FormulaPattern(r[0], r[2], r[1]) for r in rows)


def days_apart(days: Iterable[PartialDate]) -> int:
    """The largest number of the (partial) days that are certainly different days."""
    count, until = 0, None
    for day in sorted(set(days), key=lambda one: (one.latest, one.earliest)):
        if until is None or day.earliest > until:
            count, until = count + 1, day.latest
    return count


def _why_not(delivery: Delivery) -> str:
    if delivery.is_compared:
        return ""
    if not delivery.side:
        return "no side is named"
    return f"{delivery.fidelity}: not the speaker's own words" if delivery.text else "no text"


class _Held:
    """All sentences of all texts as digests and places; words are read again where they recur."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self.texts = 0
        self.sentences: Counter[str] = Counter()
        self.not_assessed: Counter[str] = Counter()
        self._read = read
        self._deliveries: list[Delivery] = []
        self._digests = bytearray()
        self._places = array("q")  # delivery, begin, end of each sentence

    def add(self, delivery: Delivery) -> None:
        """Every sentence of a text that holds a word."""
        text = self._read(delivery.text)
        folded = fold(text)
        number = len(self._deliveries)
        self._deliveries.append(delivery)
        self.texts += 1
        for begin, end in sentences(text):
            first, after = np.searchsorted(folded.begins, [begin, end]).tolist()
            if after <= first:
                continue
            ids = folded.ids[first:after]
            self._digests += hashlib.blake2b(ids.tobytes(), digest_size=16).digest()
            self._places.extend((number, begin, end))
            self.sentences[delivery.side] += 1

    def recurring(self, days: int) -> dict[str, list[tuple[Recurring, npt.NDArray[np.uint64]]]]:
        """Those said on so many days, by language, not yet weighed, with their tokens."""
        found: dict[str, list[tuple[Recurring, npt.NDArray[np.uint64]]]] = {}
        for group in self._alike(days):
            places = [self._said(*place) for place in group]
            apart = days_apart(place.delivered_on for place in places)
            if apart < days:
                continue
            delivery, begin, end = group[0]
            of = self._deliveries[delivery]
            ids = fold(self._read(of.text)[begin:end]).ids
            one = Recurring(
                side=of.side,
                language=of.base_language,
                days=apart,
                tokens=len(ids),
                bits=0.0,
                kind="substance",
                said=tuple(sorted(places, key=lambda p: (p.delivered_on, p.rendering, p.begin))),
            )
            found.setdefault(of.base_language, []).append((one, ids))
        return dict(sorted(found.items()))

    def _alike(self, fewest: int) -> Iterator[list[list[int]]]:
        """Places of equal sentences of one side in one language, `fewest` or more of them."""
        places = np.frombuffer(self._places, np.int64).reshape(-1, 3)
        digests = np.frombuffer(bytes(self._digests), np.uint64).reshape(-1, 2)
        speakers: dict[tuple[str, str], int] = {}
        codes = [
            speakers.setdefault((d.base_language, d.side), len(speakers)) for d in self._deliveries
        ]
        speaking = np.asarray(codes, np.int64)[places[:, 0]] if len(places) else places[:, 0]
        order = np.lexsort((digests[:, 1], digests[:, 0], speaking))
        keys = (speaking[order], digests[order, 0], digests[order, 1])
        changes = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
        starts = np.concatenate([[0], np.flatnonzero(changes) + 1, [len(order)]])
        for first, after in pairwise(starts.tolist()):
            if after - first >= fewest:
                yield places[order[first:after]].tolist()

    def _said(self, delivery: int, begin: int, end: int) -> Said:
        of = self._deliveries[delivery]
        return Said(of.id, of.statement, begin, end, of.delivered_on)


def _weighed(
    language: str,
    group: list[tuple[Recurring, npt.NDArray[np.uint64]]],
    own: Sequence[FormulaPattern],
    background: Background,
    settings: Settings,
) -> Iterator[Recurring]:
    """The sentences of one language with their bits and what kind they are."""
    tokens = np.concatenate([ids for _, ids in group])
    numbers = np.repeat(np.arange(len(group)), [len(ids) for _, ids in group])
    patterns = [
        one
        for one in (*formula_table.shipped()[1], *press_formulae()[1], *own)
        if one.language == language
    ]
    inside = {
        kind: formula_tokens(tokens, numbers, [one for one in patterns if one.why == kind])
        for kind in _BY_PATTERN
    }
    anywhere = np.logical_or.reduce(list(inside.values()))
    bits = np.where(anywhere, 0, background.rare_bits(language, tokens))
    weights = np.bincount(numbers, bits, len(group)).tolist()
    shares: dict[Kind, Any] = {
        kind: np.bincount(numbers, one, len(group)) / np.bincount(numbers, minlength=len(group))
        for kind, one in inside.items()
    }
    for at, (one, _) in enumerate(group):
        kind = next((k for k in _BY_PATTERN if shares[k][at] >= settings.formula_share), None)
        if kind is None:
            kind = "common_words" if weights[at] < settings.formula_bits else "substance"
        yield replace(one, bits=round(weights[at], 1), kind=kind)
