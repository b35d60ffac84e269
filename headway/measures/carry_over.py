"""Was anything dropped between two rounds?

Formula: concerns open at round t that were taken up or explicitly closed at round t + 1 / concerns
open at round t, over all pairs of rounds, for the concerns one party raised. Open at t: raised or
taken up at or before t and not closed since. A step `dropped` is an explicit note that a concern
was not taken up; it stays open.

Unknown, and so in the bounds: pairs whose second round has no step for any concern in the record
(`not_looked`), and steps that are withheld. A concern that is open only if a withheld step says
so may not belong to the count.

Source: MEASURES.md, D; research R8 (the comparator there: 16 % in the UPR). When not to use it:
taking up is not progress, and closing a concern may be right or wrong; the figure only says that
nothing vanished silently.
"""

from collections import Counter
from collections.abc import Sequence

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
)

MEASURE = Measure(
    name="carry_over",
    version="1",
    kind="rate",
    title="Concerns carried over",
    question="Was anything dropped between one round and the next?",
    formula="open concerns of round t taken up or explicitly closed at t + 1 / open concerns of t",
    source="MEASURES.md D; research R8",
    not_when="as a sign of progress: a concern may be taken up every year and never move",
    both_sides="The concerns each party raised, followed from round to round in the same way.",
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
        _words(name_of(corpus, ask.party), "the next round"),
        bounds=sum_of_bounds(part.bounds for part in parts if part.bounds),
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
        _words(name_of(corpus, ask.party), lowered(second), f"open after {lowered(first)}"),
        bounds=_loosened(corpus, ask, after, bounds_of(items)),
        counts=_counts(items),
        title=f"{first} to {lowered(second)}",
        round=after.id,
        notes=gap_between(before, after),
    )


def _words(name: str, where: str, when: str = "open after a round") -> Words:
    return Words(
        f"concern of {name} {when}",
        f"concerns of {name} {when}",
        f"was taken up or closed at {where}",
        f"were taken up or closed at {where}",
    )


def _item(
    corpus: Corpus, concern: Concern, until: Sequence[Round], after: Round, looked: bool
) -> Item | None:
    states = _may_be_open(corpus, concern.id, until)
    if True not in states:
        return None
    ref, title, unsure = any_id("Concern", concern.id), str(concern.title), False in states
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


def _withheld_concerns(corpus: Corpus, ask: Ask) -> list[Item]:
    found = hidden(corpus, Concern, ask.dialogue)
    return [item_of(w, "a concern") for w in found if may_be_raised_by(corpus, w, ask.party)]


def _loosened(corpus: Corpus, ask: Ask, after: Round, bounds: Bounds) -> Bounds:
    """A withheld step that names no concern may have taken up one that seems left aside."""
    found = hidden(corpus, Raising, ask.dialogue, round=after.id)
    return bounds.loosened(no=sum(1 for w in found if w.concern is None))


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    kinds = ("taken_up", "closed", "dropped", "not_taken_up", "not_looked", "withheld")
    return (("open", float(len(items))), *((kind, float(found[kind])) for kind in kinds))
