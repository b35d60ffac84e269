"""Was anything dropped between two rounds?

Formula: concerns open at round t that were taken up or explicitly closed at round t + 1 / concerns
open at round t, over all pairs of rounds, for the concerns one party raised. Open at t: raised or
taken up at or before t and not closed since. A step `dropped` is an explicit note that a concern
was not taken up; it stays open.

Unknown, and so in the bounds: pairs whose second round has no step for any concern in the record
(`not_looked`), and steps that are withheld. A concern that is open only if a withheld step says so
may not belong to the count.

Source: the EU's guidelines on human rights dialogues (2001), which ask for continuity; UPR Info's
follow-up studies, where 16 % is the comparator. When not to use it: taking up is not progress, and
closing a concern may be right or wrong; the figure only says that nothing vanished silently.
"""

from collections import Counter
from collections.abc import Sequence
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
    gap_between,
    lowered,
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
    version="1",
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
    )


def _pair(corpus: Corpus, ask: Ask, before: Round, after: Round) -> Figure:
    rounds = rounds_of(corpus, ask.dialogue)
    until = rounds[: rounds.index(before) + 1]
    looked = bool(corpus.having(Raising, "round", after.id))
    found = (
        _item(corpus, concern, until, after, looked)
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
            phrases(
                "{count} of {all} was taken up or closed at {after}",
                "{count} of {all} were taken up or closed at {after}",
            ),
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
        notes=gap_between(before, after),
    )


def _words(name: str) -> Words:
    return Words(
        phrases(
            "{count} concern of {party} open after a round",
            "{count} concerns of {party} open after a round",
        ),
        phrases(
            "{count} of {all} was taken up or closed at the next round",
            "{count} of {all} were taken up or closed at the next round",
        ),
        {"party": name},
    )


def _item(
    corpus: Corpus, concern: Concern, until: Sequence[Round], after: Round, looked: bool
) -> Item | None:
    states = _may_be_open(corpus, concern.id, until)
    if True not in states:
        return None
    ref, title, unsure = any_id("Concern", concern.id), titled(concern.title), False in states
    steps = steps_at(corpus, concern.id, after.id)
    if steps & TAKEN:
        step = "closed" if "closed" in steps else "taken_up"
        return Item(ref, "yes", title, step, optional=unsure)
    if _is_withheld_at(corpus, concern.id, after):
        return Item(ref, "withheld", title, "withheld")
    if not looked:
        return Item(ref, "not_looked", title, "not_looked")
    step = "dropped" if "dropped" in steps else "not_taken_up"
    return Item(ref, "no", title, step, optional=unsure)


def _may_be_open(corpus: Corpus, concern: str, until: Sequence[Round]) -> set[bool]:
    """Whether the concern is open after these rounds; both where a withheld step decides it."""
    states = {False}
    for round in until:
        steps = steps_at(corpus, concern, round.id)
        if "closed" in steps:
            states = {False}
        elif steps & OPENING:
            states = {True}
        if _is_withheld_at(corpus, concern, round):
            states |= {False} if "closed" in steps else {True, False}
    return states


def _is_withheld_at(corpus: Corpus, concern: str, round: Round) -> bool:
    found = hidden(corpus, Raising, round.dialogue, round=round.id, concern=concern)
    return any(w.concern == concern for w in found)


# -- over all pairs ----------------------------------------------------------------------------

MOST_COMPLETIONS = 10_000
"""Beyond so many ways of completing withheld steps each pair of rounds is completed on its own."""

Completed = tuple[float, float, float]
"""Yes, no and not looked at, over all pairs, of one way of completing withheld steps."""


def total_bounds(
    corpus: Corpus, ask: Ask, pairs: Sequence[tuple[Round, Round]], parts: Sequence[Figure]
) -> Bounds:
    """The bounds over all pairs: one withheld step is completed once, in every pair it touches.

    A step that closes a concern at one round takes it from the count of the next.
    """
    apart = sum_of_bounds(part.bounds for part in parts if part.bounds)
    withheld = [c.id for c in concerns_of(corpus, ask.dialogue, ask.party) if _hidden(corpus, c)]
    ways = [_completions(corpus, concern, pairs) for concern in withheld]
    count = prod(len(way) for way in ways)
    if not withheld or not 0 < count <= MOST_COMPLETIONS:
        return apart
    items = [item for part in parts for item in part.items]
    rest = bounds_of(i for i in items if i.ref.partition("/")[2] not in withheld)
    loose = apart.unknown - bounds_of(items).unknown
    fixed = (rest.yes, rest.no, rest.unknown)
    sums = (_added([fixed, *way]) for way in product(*ways))
    totals = [way for way in sums if sum(way)] or [(0.0, 0.0, 0.0)]  # a rate needs an item
    lows = [(yes, no + unknown) for yes, no, unknown in totals]
    highs = [(yes + unknown, no) for yes, no, unknown in totals]
    whole = Bounds.between(min(lows, key=_share), max(highs, key=_share), apart.items)
    return whole.loosened(no=loose)


def _added(parts: Sequence[Completed]) -> Completed:
    return (sum(p[0] for p in parts), sum(p[1] for p in parts), sum(p[2] for p in parts))


def _share(ends: tuple[float, float]) -> float:
    return ends[0] / sum(ends) if sum(ends) else 0.0


def _hidden(corpus: Corpus, concern: Concern) -> list[Withholding]:
    found = hidden(corpus, Raising, concern.dialogue, concern=concern.id)
    return [w for w in found if w.concern == concern.id]


def _completions(
    corpus: Corpus, concern: str, pairs: Sequence[tuple[Round, Round]]
) -> set[Completed]:
    """What one concern adds to the count, for every way its withheld steps may read.

    Empty where there are too many ways.
    """
    rounds = [pairs[0][0], *(after for _, after in pairs)]
    steps = [(r.id, step) for r in rounds for step in ("taken_up", "closed", "dropped")]
    withheld = _hidden(corpus, corpus.one(Concern, concern))
    choices = [[s for s in steps if w.round in (None, s[0])] or [("", "")] for w in withheld]
    if prod(len(choice) for choice in choices) > MOST_COMPLETIONS:
        return set()
    return {_walk(corpus, concern, rounds, way) for way in product(*choices)}


def _walk(
    corpus: Corpus, concern: str, rounds: Sequence[Round], way: Sequence[tuple[str, str]]
) -> Completed:
    count = {"yes": 0.0, "no": 0.0, "not_looked": 0.0}
    is_open = False
    for round in rounds:
        steps = steps_at(corpus, concern, round.id) | {s for r, s in way if r == round.id}
        if is_open and round is not rounds[0]:
            looked = bool(steps) or bool(corpus.having(Raising, "round", round.id))
            code = "yes" if steps & TAKEN else "no" if looked else "not_looked"
            count[code] += 1
        is_open = "closed" not in steps and (is_open or bool(steps & OPENING))
    return (count["yes"], count["no"], count["not_looked"])


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
