"""Has a side fewer people for this, and what does a round take?

Formula: dated counts of the people in a party's division for human rights that are lower than the
count before / counts after the first; every count is told with its day, and every round with the
person-days and the cost that are on record for it. A count is compared only with counts of the
same division that count the same (persons, posts, full-time equivalents). Days and amounts are
told as each source states them: never added up, for sources cover different things, and amounts
never converted or put together across currencies.

Unknown, and so in the bounds: counts that nobody made, found or told (any number, the same one for
the count before and the count after); counts of overlapping days that differ, which are one place
in the series between the lowest and the highest; counts that are withheld, each of which may turn
one comparison. Outside the desk and assessor views a number of staff from 1 to 4 is not told and
counts as withheld.

Source: the 2006 assessment of the Canada-China dialogue, on fewer staff and a drain of time. When
not to use it: to say what a division is able to do, why it shrank, or that the dialogue was the
reason; to compare two sides, which count differently; to divide a cost by what came of a round.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from headway.domain.assessments import Withholding
from headway.domain.capacity import Effort, Staffing
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.measures.about import Measure
from headway.measures.efforts import effort_at
from headway.measures.figure import Ask, Bounds, Figure, Item, sum_of_bounds
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.sentences import Words
from headway.measures.staff_counts import (
    Place,
    Series,
    days_told,
    falls_of,
    items_of,
    sentence_of,
    series_of,
    told,
)
from headway.measures.threads import name_of, rounds_of
from headway.phrases import number, phrase, phrases, say, says

MEASURE = Measure(
    name="capacity",
    version="1",
    kind="series",
    title=phrase("Staff, days and cost"),
    question=phrase("Has a side fewer people for this, and what does a round take?"),
    formula=phrase(
        "counts of staff lower than the count before / counts after the first; days and cost by "
        "round beside them"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on fewer staff"),
    not_when=phrase(
        "to say why a division shrank or what it is able to do, or to compare two sides' numbers"
    ),
    both_sides=phrase(
        "Each party's own division against its own earlier counts; its own days and cost."
    ),
    rests_on=(Staffing, Effort),
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The counts lower than the count before; a part each count of staff, then a part each round.

    With a round asked for: the counts until its last day, and what that round took.
    """
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    series = series_of(corpus, ask.party, rounds[0] if ask.round and rounds else None)
    withheld = hidden(corpus, Staffing, ask.dialogue)
    items = tuple(item for line in series for item in items_of(line))
    lost = () if items else _pairs_of_their_own(withheld, bool(series))
    efforts = [effort_at(MEASURE, corpus, ask, round) for round in rounds]
    found = rate(
        MEASURE,
        corpus,
        ask,
        (*items, *lost),
        _words(name_of(corpus, ask.party)),
        bounds=_bounds(series, len(withheld), len(lost)),
        counts=_counts(series, items, efforts),
        parts=(
            *(_part(corpus, ask, line, place) for line in series for place in line.places),
            *(part for part in efforts if part.items),
        ),
        notes=_notes(corpus, ask, series, len(withheld) - len(lost)),
    )
    both = say("{staff} {rounds}", staff=found.sentence, rounds=_rounds_told(efforts))
    return replace(found, sentence=both)


def _words(name: str) -> Words:
    return Words(
        phrases(
            "{count} later count of the staff of {party}",
            "{count} later counts of the staff of {party}",
        ),
        phrases(
            "{count} of {all} was lower than the count before",
            "{count} of {all} were lower than the count before",
        ),
        {"party": name},
    )


def _pairs_of_their_own(withheld: Sequence[Withholding], one_is_known: bool) -> tuple[Item, ...]:
    """Withheld counts where nothing else can be compared: each after the first of all is a pair."""
    spare = withheld if one_is_known else withheld[1:]
    return tuple(item_of(w, say("a count of staff")) for w in spare)


def _bounds(series: Sequence[Series], withheld: int, lost: int) -> Bounds:
    """The falls that the counts allow; a withheld count may turn one comparison either way."""
    found = sum_of_bounds(falls_of(line) for line in series)
    if not found.items:
        return Bounds(yes=0.0, no=0.0, unknown=float(lost), items=lost)
    return found.loosened(yes=float(withheld), no=float(withheld))


def _part(corpus: Corpus, ask: Ask, line: Series, place: Place) -> Figure:
    ref, day = any_id("Staffing", place.counts[0].id), days_told(place)
    return figure(
        MEASURE,
        corpus,
        ask,
        sentence_of(corpus, line, place),
        counts=() if place.is_open else (("at_least", place.low), ("at_most", place.high)),
        items=(Item(ref, place.code, told(line, place), place.code),),
        title=day,
    )


def _counts(
    series: Sequence[Series], items: Sequence[Item], efforts: Sequence[Figure]
) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    return (
        ("counts_of_staff", float(sum(len(line.places) for line in series))),
        *((kind, float(found[kind])) for kind in ("lower", "not_lower", "unknown")),
        ("rounds", float(len(efforts))),
        ("rounds_with_days", float(_having(efforts, "figures_of_days"))),
        ("rounds_with_cost", float(_having(efforts, "figures_of_cost"))),
    )


def _having(efforts: Sequence[Figure], name: str) -> int:
    return sum(1 for part in efforts if dict(part.counts)[name] > 0)


def _rounds_told(efforts: Sequence[Figure]) -> str:
    return says(
        "Of {count} round the person-days are on record for {days}, a cost for {cost}.",
        "Of {count} rounds the person-days are on record for {days}, a cost for {cost}.",
        len(efforts),
        days=number(_having(efforts, "figures_of_days")),
        cost=number(_having(efforts, "figures_of_cost")),
    )


def _notes(corpus: Corpus, ask: Ask, series: Sequence[Series], withheld: int) -> tuple[str, ...]:
    found = []
    if len(series) > 1:
        found.append(
            says(
                "{count} series: other divisions, or other things counted, are not compared.",
                "{count} series: other divisions, or other things counted, are not compared.",
                len(series),
            )
        )
    if withheld > 0:
        found.append(
            says(
                "{count} count of staff is withheld; it may be of either side.",
                "{count} counts of staff are withheld; they may be of either side.",
                withheld,
            )
        )
    lost = sum(1 for w in hidden(corpus, Effort, ask.dialogue) if w.round is None)
    if lost:
        found.append(
            says(
                "{count} figure of days or cost is withheld; it may be of any round.",
                "{count} figures of days or cost are withheld; they may be of any round.",
                lost,
            )
        )
    return tuple(found)
