"""Dated counts of a party's staff as series: what is known at each time, and how often it fell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from headway.domain.capacity import Staffing
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.values import Code
from headway.measures.falling import falls_between
from headway.measures.figure import Bounds, Item
from headway.measures.threads import body_name, has_come
from headway.phrases import Said, day_words, listing, number, phrase_as, say, says

SMALLEST = 1e-6
"""The smallest fall of full-time equivalents; persons and posts fall by whole ones."""

WHY = Said(
    {
        "no_evidence": phrase_as("code", "looked, found nothing"),
        "not_looked": phrase_as("code", "nobody looked"),
        "withheld": phrase_as("code", "withheld"),
        "not_assessed": phrase_as("code", "cannot be said"),
    }
)
"""Why a number is missing, in words."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of the staff at one time: between `low` and `high`, from these counts."""

    low: float
    high: float
    code: Code
    counts: tuple[Staffing, ...]

    @property
    def is_open(self) -> bool:
        """Whether no count of this time has a number."""
        return self.high == inf


@dataclass(frozen=True, slots=True)
class Series:
    """The places of one division that count the same, in order of their days."""

    body: str
    division: str
    counted_as: str
    places: tuple[Place, ...]

    @property
    def step(self) -> float:
        """The smallest fall there can be."""
        ends = [end for p in self.places for end in (p.low, p.high) if end < inf]
        whole = self.counted_as != "full_time_equivalents"
        return 1.0 if whole and all(end == int(end) for end in ends) else SMALLEST


def series_of(corpus: Corpus, party: str, until: Round | None = None) -> tuple[Series, ...]:
    """The counts of a party's staff, one series a division and thing counted, by their first day.

    Counts of days that overlap are one place. `until` leaves out what is later than a round.
    """
    last = (until.ended_on or until.began_on).latest if until else None
    lines: dict[tuple[str, str, str], list[Staffing]] = {}
    for count in corpus.having(Staffing, "party", party):
        if has_come(count.on, corpus) and (last is None or count.on.earliest <= last):
            lines.setdefault((count.body, count.division, count.counted_as), []).append(count)
    found = [Series(*key, places=_places(counts)) for key, counts in lines.items()]
    return tuple(sorted(found, key=lambda s: (s.places[0].counts[0].on, s.body, s.counted_as)))


def _places(counts: Sequence[Staffing]) -> tuple[Place, ...]:
    groups: list[list[Staffing]] = []
    for count in sorted(counts, key=lambda c: (c.on.earliest, c.on.latest, c.id)):
        if groups and count.on.earliest <= max(c.on.latest for c in groups[-1]):
            groups[-1].append(count)
        else:
            groups.append([count])
    return tuple(_place(tuple(group)) for group in groups)


def _place(counts: tuple[Staffing, ...]) -> Place:
    known = [count.staff for count in counts if count.staff is not None]
    if not known:
        return Place(0.0, inf, counts[0].why_unknown or "not_looked", counts)
    low, high = min(known), max(known)
    return Place(low, high, "yes" if low == high else "not_assessed", counts)


# -- how often it fell -------------------------------------------------------------------------


def falls_of(line: Series) -> Bounds:
    """The fewest and the most places of a series that are lower than the one before."""
    levels = [(place.low, place.high) for place in line.places]
    least, most = falls_between(levels, line.step)
    total = len(levels) - 1
    return Bounds.between((least, total - least), (most, total - most), total)


def items_of(line: Series) -> tuple[Item, ...]:
    """Every place but the first, held against the one before."""
    return tuple(_item(line, before, after) for before, after in pairwise(line.places))


def _item(line: Series, before: Place, after: Place) -> Item:
    ref = any_id("Staffing", after.counts[0].id)
    words = say(
        "{day}: {now}; before: {before}",
        day=days_told(after),
        now=told(line, after),
        before=told(line, before),
    )
    if after.high < before.low:
        return Item(ref, "yes", words, "lower")
    if after.low >= before.high:
        return Item(ref, "no", words, "not_lower")
    code = after.code if after.code != "yes" else before.code
    return Item(ref, code if code != "yes" else "not_assessed", words, "unknown")


# -- in words ----------------------------------------------------------------------------------


def told(line: Series, place: Place) -> str:
    """How many there were at a place, in words."""
    if place.is_open:
        return say("number not known ({why})", why=WHY[place.code])
    most = counted(line.counted_as, place.high)
    if place.low == place.high:
        return most
    return say("{first} to {last}", first=number(place.low), last=most)


def counted(counted_as: str, count: float) -> str:
    """So many persons, posts or full-time equivalents."""
    if counted_as == "posts":
        return says("{count} post", "{count} posts", count)
    if counted_as == "full_time_equivalents":
        return says("{count} full-time equivalent", "{count} full-time equivalents", count)
    return says("{count} person", "{count} persons", count)


def days_told(place: Place) -> str:
    """The days of a place in words, each once."""
    return listing([day_words(day) for day in dict.fromkeys(str(c.on) for c in place.counts)])


def unit_told(corpus: Corpus, line: Series) -> str:
    """The division of a series and its body."""
    body = body_name(corpus, line.body)
    return say("{body}, {division}", body=body, division=line.division) if line.division else body


def sentence_of(corpus: Corpus, line: Series, place: Place) -> str:
    """One count with its day and its division, counts first."""
    unit, day = unit_told(corpus, line), days_told(place)
    if place.is_open:
        why = WHY[place.code]
        return say("0 counts with a number ({why}): {unit}, {day}.", why=why, unit=unit, day=day)
    return say("{count}: {unit}, {day}.", count=told(line, place), unit=unit, day=day)
