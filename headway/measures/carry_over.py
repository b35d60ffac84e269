"""Was anything dropped between two rounds?

Formula: concerns open at round t that were taken up or explicitly closed at round t + 1 / concerns
open at round t, over all pairs of rounds, for the concerns one party raised. Open at t: raised or
taken up at or before t, as far as is on record, and not closed since. A step `dropped` is an
explicit note that a concern was not taken up; it stays open.

Unknown, and so in the bounds: all that was open before a round that is not on record, as the
numbers of the rounds tell, or of which nobody noted any step (`not_looked`), and steps that are
withheld. What was open before such a round and is not named since may have been closed there; it
may not belong to the count, like a concern that is open only if a withheld step says so.

Source: the EU's guidelines on human rights dialogues (2001), which ask for continuity; UPR Info's
follow-up studies, where 16 % is the comparator. When not to use it: taking up is not progress, and
closing a concern may be right or wrong; the figure only says that nothing vanished silently.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod

from headway.domain.assessments import Withholding
from headway.domain.concerns import Concern, Raising
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of, sum_of_bounds
from headway.measures.hidden import hidden, item_of, may_be_raised_by
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import (
    OPENING,
    concerns_of,
    gaps_between,
    gaps_in,
    is_noted,
    lowered,
    missing_before,
    name_of,
    pairs_of_rounds,
    round_title,
    rounds_of,
    steps_at,
    titled,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="carry_over",
    version="2",
    kind="rate",
    title=phrase("Concerns carried over"),
    question=phrase("Was anything dropped between one round and the next?"),
    formula=phrase(
        "open concerns of round t taken up or explicitly closed at t + 1 / open concerns of t"
    ),
    source=phrase("EU guidelines on human rights dialogues (2001); UPR Info's follow-up studies"),
    not_when=phrase("as a sign of progress: a concern may be taken up every year and never move"),
    both_sides=phrase(
        "The concerns each party raised, followed from round to round in the same way."
    ),
    rests_on=(Concern, Raising),
    leading=2,
)

TAKEN = frozenset({"raised", "taken_up", "closed"})


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all pairs of rounds, one part a pair; `round` asks for one second round."""
    pairs = [p for p in pairs_of_rounds(corpus, ask.dialogue) if ask.round in (None, p[1].id)]
    parts = tuple(_pair(corpus, ask, before, after) for before, after in pairs)
    items = tuple(item for part in parts for item in part.items)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        _words(name_of(corpus, ask.party)),
        bounds=total_bounds(corpus, ask, pairs, parts),
        counts=(("pairs_of_rounds", float(len(parts))), *_counts(items)),
        parts=parts,
        notes=gaps_in(corpus, pairs),
    )


def _pair(corpus: Corpus, ask: Ask, before: Round, after: Round) -> Figure:
    rounds = rounds_of(corpus, ask.dialogue)
    until = rounds[: rounds.index(before) + 1]
    missing = missing_before(corpus, ask.dialogue)
    found = (
        _item(corpus, concern, until, after, missing)
        for concern in concerns_of(corpus, ask.dialogue, ask.party)
    )
    items = (*(item for item in found if item), *_withheld_concerns(corpus, ask))
    first, second = round_title(before), round_title(after)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} concern of {party} open after {before}",
                "{count} concerns of {party} open after {before}",
            ),
            AT_THE_NEXT if after.id in missing else AT_A_ROUND,
            {
                "party": name_of(corpus, ask.party),
                "before": lowered(first),
                "after": lowered(second),
            },
        ),
        bounds=_loosened(corpus, ask, after, bounds_of(items)),
        counts=_counts(items),
        title=say("{first} to {second}", first=first, second=lowered(second)),
        round=after.id,
        notes=gaps_between(corpus, before, after),
    )


AT_A_ROUND = phrases(
    "{count} of {all} was taken up or closed at {after}",
    "{count} of {all} were taken up or closed at {after}",
)
AT_THE_NEXT = phrases(
    "{count} of {all} was taken up or closed at the next round",
    "{count} of {all} were taken up or closed at the next round",
)


def _words(name: str) -> Words:
    return Words(
        phrases(
            "{count} concern of {party} open after a round",
            "{count} concerns of {party} open after a round",
        ),
        AT_THE_NEXT,
        {"party": name},
    )


def _item(
    corpus: Corpus,
    concern: Concern,
    until: Sequence[Round],
    after: Round,
    missing: Mapping[str, int],
) -> Item | None:
    states = may_be_open(corpus, concern.id, until, missing)
    if True not in states:
        return None
    ref, title, unsure = any_id("Concern", concern.id), titled(concern.title), False in states
    if after.id in missing:
        return Item(ref, "not_looked", title, "not_looked")
    steps = steps_at(corpus, concern.id, after.id)
    if steps & TAKEN:
        step = "closed" if "closed" in steps else "taken_up"
        return Item(ref, "yes", title, step, optional=unsure)
    if _is_withheld_at(corpus, concern.id, after):
        return Item(ref, "withheld", title, "withheld")
    if not is_noted(corpus, after.id):
        return Item(ref, "not_looked", title, "not_looked")
    step = "dropped" if "dropped" in steps else "not_taken_up"
    return Item(ref, "no", title, step, optional=unsure)


def may_be_open(
    corpus: Corpus, concern: str, until: Iterable[Round], missing: Mapping[str, int]
) -> set[bool]:
    """Whether the concern is open after these rounds; both where nobody can tell.

    A withheld step decides it, or the concern may have been closed at a round that is not on
    record (before one of those in `missing`) or of which no step is.
    """
    states = {False}
    for round in until:
        if round.id in missing:
            states |= {False}
        steps = steps_at(corpus, concern, round.id)
        if "closed" in steps:
            states = {False}
        elif steps & OPENING:
            states = {True}
        elif not is_noted(corpus, round.id):
            states |= {False}
        if _is_withheld_at(corpus, concern, round):
            states |= {False} if "closed" in steps else {True, False}
    return states


def _is_withheld_at(corpus: Corpus, concern: str, round: Round) -> bool:
    found = hidden(corpus, Raising, round.dialogue, round=round.id, concern=concern)
    return any(w.concern == concern for w in found)


# -- over all pairs ----------------------------------------------------------------------------

MOST_COMPLETIONS = 10_000
"""Beyond so many ways of completing withheld steps each pair of rounds is completed on its own."""

Completed = tuple[float, float]
"""Yes and no over all pairs, of one way of completing what is not known."""


def total_bounds(
    corpus: Corpus, ask: Ask, pairs: Sequence[tuple[Round, Round]], parts: Sequence[Figure]
) -> Bounds:
    """The bounds over all pairs: one unknown step is completed once, in every pair it touches.

    A step that closes a concern at one round takes it from the count of the next.
    """
    apart = sum_of_bounds(part.bounds for part in parts if part.bounds)
    counted = {after.id for _, after in pairs}
    concerns = concerns_of(corpus, ask.dialogue, ask.party)
    ways = [_completions(corpus, concern, counted) for concern in concerns]
    if not all(ways):
        return apart
    items = [item for part in parts for item in part.items]
    kept = bounds_of(item for item in items if item.ref.startswith("Withholding/")).unknown
    totals: set[Completed] = {(0.0, 0.0)}
    for way in ways:
        totals = corners({(yes + more, no + less) for yes, no in totals for more, less in way})
    lows = [(yes, no + kept) for yes, no in totals if yes + no + kept]
    highs = [(yes + kept, no) for yes, no in totals if yes + no + kept]
    if not lows:
        return apart
    low = min(lows, key=lambda ends: (_share(ends), -sum(ends)))
    high = max(highs, key=lambda ends: (_share(ends), sum(ends)))
    loose = apart.unknown - bounds_of(items).unknown
    return Bounds.between(low, high, apart.items).loosened(no=loose)


def corners(points: set[Completed]) -> set[Completed]:
    """The corners of the hull of these points, for no share lies beyond those of the corners.

    It keeps a record of a thousand concerns from being completed in a million ways. Andrew's
    monotone chain (1979).
    """
    ordered = sorted(points)
    found: set[Completed] = set()
    for line in (ordered, ordered[::-1]):
        side: list[Completed] = []
        for point in line:
            while len(side) > 1 and not _turns_left(side[-2], side[-1], point):
                side.pop()
            side.append(point)
        found.update(side)
    return found


def _turns_left(one: Completed, other: Completed, third: Completed) -> bool:
    ahead, aside = (other[0] - one[0], third[1] - one[1]), (other[1] - one[1], third[0] - one[0])
    return ahead[0] * ahead[1] - aside[0] * aside[1] > 0


def _share(ends: tuple[float, float]) -> float:
    return ends[0] / sum(ends)


def _hidden(corpus: Corpus, concern: Concern) -> list[Withholding]:
    found = hidden(corpus, Raising, concern.dialogue, concern=concern.id)
    return [w for w in found if w.concern == concern.id]


def _completions(corpus: Corpus, concern: Concern, counted: set[str]) -> set[Completed]:
    """What one concern adds to the count of these rounds, for every way it may have gone.

    Empty where there are too many ways.
    """
    rounds = rounds_of(corpus, concern.dialogue)
    steps = [(r.id, step) for r in rounds for step in ("taken_up", "closed", "dropped")]
    withheld = _hidden(corpus, concern)
    choices = [[s for s in steps if w.round in (None, s[0])] or [("", "")] for w in withheld]
    if prod(len(choice) for choice in choices) > MOST_COMPLETIONS:
        return set()
    missing = missing_before(corpus, concern.dialogue)
    ways = (_walk(corpus, concern.id, rounds, missing, way, counted) for way in product(*choices))
    return set().union(*ways)


Walked = tuple[bool, float, float]
"""Whether the concern is open, and how often it was taken up and how often not until now."""


def _walk(
    corpus: Corpus,
    concern: str,
    rounds: Sequence[Round],
    missing: Mapping[str, int],
    way: Sequence[tuple[str, str]],
    counted: set[str],
) -> set[Completed]:
    walked: set[Walked] = {(False, 0.0, 0.0)}
    for round in rounds:
        held = steps_at(corpus, concern, round.id)
        steps = held | {step for at, step in way if at == round.id}
        codes = _codes(round, steps, bool(steps) or is_noted(corpus, round.id), missing)
        count = round.id in counted
        walked = {
            (
                "closed" not in steps and (bool(steps & OPENING) or (is_open and not ended)),
                yes + (is_open and count and taken),
                no + (is_open and count and not taken),
            )
            for is_open, yes, no in walked
            for taken, ended in codes
        }
    return {(yes, no) for _, yes, no in walked}


def _codes(
    round: Round, steps: frozenset[str], noted: bool, missing: Mapping[str, int]
) -> Sequence[tuple[bool, bool]]:
    """The ways an open concern may go at a round: taken up or not, closed unseen or not."""
    if round.id in missing:  # the next round is not this one
        return ((True, False), (True, True), (False, False), (False, True))
    if not noted:
        return ((True, False), (True, True), (False, False))
    return ((bool(steps & TAKEN), False),)


# -- what is withheld without a concern, and the counts ----------------------------------------


def _withheld_concerns(corpus: Corpus, ask: Ask) -> list[Item]:
    found = hidden(corpus, Concern, ask.dialogue)
    return [item_of(w, say("a concern")) for w in found if may_be_raised_by(corpus, w, ask.party)]


def _loosened(corpus: Corpus, ask: Ask, after: Round, bounds: Bounds) -> Bounds:
    """A withheld step that names no concern may have taken up one that seems left aside."""
    found = hidden(corpus, Raising, ask.dialogue, round=after.id)
    return bounds.loosened(no=sum(1 for w in found if w.concern is None))


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    kinds = ("taken_up", "closed", "dropped", "not_taken_up", "not_looked", "withheld")
    return (("open", float(len(items))), *((kind, float(found[kind])) for kind in kinds))
