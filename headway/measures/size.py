"""Is the delegation getting smaller?

Formula: rounds to which a party sent fewer delegates than to the round before / rounds after the
first. The size itself is told round by round: the size a source states, else the delegates listed
as present, whatever their role. The round before is the one before on record; a note says where
another was held between.

Unknown, and so in the bounds: listed persons whose presence is not known, lists that are not known
to be complete (the size has no upper end then), a stated size below the number listed as present
(it lies between the two), delegates that are withheld where no size is stated.

Source: the 2006 assessment of the Canada-China dialogue, on fewer staff. When not to use it: as a
verdict. A smaller delegation may hold more of the right people; see `mandate_coverage`. Outside
the desk and assessor views sizes are told in steps of five, so that no small count can be found by
subtracting.
"""

from math import inf

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.disclosure import band, is_inside
from headway.measures.falling import Level, falling
from headway.measures.figure import FEWEST_FOR_A_RATE, Ask, Figure
from headway.measures.hidden import hidden
from headway.measures.room import absence, attendance_of, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import delegation_of, name_of
from headway.phrases import number, phrase, phrases, say, says

MEASURE = Measure(
    name="size",
    version="1",
    kind="series",
    title=phrase("Size of the delegation"),
    question=phrase("Is the delegation getting smaller?"),
    formula=phrase("rounds with fewer delegates than the round before / rounds after the first"),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on fewer staff"),
    not_when=phrase("as a verdict: a smaller delegation may hold more of the right people"),
    both_sides=phrase(
        "Each party's own delegations, compared with its own delegation the round before."
    ),
    rests_on=(Delegate, Attendance),
)


SMALLER = phrases(
    "{count} of {all} had a smaller delegation than the round before",
    "{count} of {all} had a smaller delegation than the round before",
)
SMALLER_IN_STEPS = phrases(
    "{count} of {all} had a smaller delegation than the round before, in steps of five",
    "{count} of {all} had a smaller delegation than the round before, in steps of five",
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rounds with fewer delegates than before, and the size at each round (parts)."""
    name = name_of(corpus, ask.party)
    inside = is_inside(corpus)
    words = Words(
        phrases("{count} later round of {party}", "{count} later rounds of {party}"),
        SMALLER if inside else SMALLER_IN_STEPS,
        {"party": name},
    )
    return falling(
        MEASURE,
        corpus,
        ask,
        lambda round: _level(corpus, ask, round) if inside else _banded(corpus, ask, round),
        words,
        step=1.0,
    )


def size_of(corpus: Corpus, round: str, party: str) -> tuple[float, float]:
    """The fewest and the most delegates of a party at a round."""
    listed = delegation_of(corpus, round, party)
    sure = sum(1 for d in listed if d.present == "yes")
    maybe = sum(1 for d in listed if d.present in UNKNOWN_CODES)
    found = attendance_of(corpus, round, party)
    if found is not None and found.size_stated is not None:
        return (found.size_stated, max(sure, found.size_stated))
    more = unnamed(corpus, round, party)
    return (sure, inf if more is None else sure + maybe + more)


def _span(corpus: Corpus, ask: Ask, round: Round) -> tuple[float, float]:
    low, high = size_of(corpus, round.id, ask.party)
    found = attendance_of(corpus, round.id, ask.party)
    if found is not None and found.size_stated is not None:
        return (low, high)
    return (low, high + len(hidden(corpus, Delegate, ask.dialogue, round=round.id)))


def _code(corpus: Corpus, ask: Ask, round: Round) -> Code:
    if hidden(corpus, Delegate, ask.dialogue, round=round.id):
        return "withheld"
    listed = delegation_of(corpus, round.id, ask.party)
    unsure = sorted(d.present for d in listed if d.present in UNKNOWN_CODES)
    code = unsure[0] if unsure else absence(corpus, round.id, ask.party)
    return code if code in UNKNOWN_CODES else "not_assessed"


def _level(corpus: Corpus, ask: Ask, round: Round) -> Level:
    low, high = _span(corpus, ask, round)
    code = "yes" if low == high else _code(corpus, ask, round)
    told = _told(low, high)
    sentence = say("{delegates} of {party} came", delegates=told, party=name_of(corpus, ask.party))
    counts = (("at_least", low), *((("at_most", high),) if high < inf else ()))
    return Level(any_id("Round", round.id), low, high, code, told, sentence, counts)


def _told(low: float, high: float) -> str:
    if low == high:
        return says("{count} delegate", "{count} delegates", low)
    if high == inf:
        return say("{count} or more delegates", count=number(low))
    return say("{first} to {last} delegates", first=number(low), last=number(high))


# -- outside the desk and the assessor ----------------------------------------------------------


def _banded(corpus: Corpus, ask: Ask, round: Round) -> Level:
    """The size as the number of its step of five, which is all that is compared outside."""
    low, high = _span(corpus, ask, round)
    first, last = low // FEWEST_FOR_A_RATE, high // FEWEST_FOR_A_RATE if high < inf else inf
    code = "yes" if first == last else _code(corpus, ask, round)
    told = say("{number} delegates", number=band(low))
    if first != last:
        told = say("{count} or more delegates", count=number(first * FEWEST_FOR_A_RATE))
    sentence = say("{delegates} of {party} came", delegates=told, party=name_of(corpus, ask.party))
    return Level(any_id("Round", round.id), first, last, code, told, sentence)
