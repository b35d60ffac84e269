"""Who proposes, who puts off, and how long does it take?

Formula: postponements and cancellations made by a party / all postponements and cancellations.
Beside it: rounds held / rounds agreed, and for each round the days from the first proposal to the
last agreement before it and from there to its first day. Where a day is known to the month or the
year only, the days are told as a span.

Unknown, and so in the bounds: steps of which nobody noted who made them, steps that are withheld
(one may be of another kind), agreements that name no round.

Source: the 2006 assessment of the Canada-China dialogue, on dragging feet. When not to use it: as
blame. A side may put off a round for an election or an earthquake; the reasons stand beside the
steps.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id
from headway.domain.rounds import Arrangement, Round
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.sentences import Words
from headway.measures.threads import has_come, lowered, name_of, round_title, rounds_of
from headway.phrases import listing, number, phrase, phrases, say, says

MEASURE = Measure(
    name="arrangements",
    version="1",
    kind="rate",
    title=phrase("How rounds came about"),
    question=phrase("Who proposes, who puts off, and how long does it take?"),
    formula=phrase(
        "postponements and cancellations by the party / all; days to agree and to hold beside"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on dragging feet"),
    not_when=phrase("as blame: the reasons stand beside the steps"),
    both_sides=phrase(
        "The steps each party made, counted in the same way; days are those of both."
    ),
    rests_on=(Arrangement, Round),
)

PUT_OFF = {
    "postponed": phrase("postponement on {day}"),
    "cancelled": phrase("cancellation on {day}"),
}


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The share put off; parts: rounds held of those agreed, then the days to each round."""
    steps = _steps(corpus, ask)
    found = [step for step in steps if step.step in PUT_OFF]
    kept = [
        item_of(w, say("a step"))
        for w in hidden(corpus, Arrangement, ask.dialogue, round=ask.round)
    ]
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    return rate(
        MEASURE,
        corpus,
        ask,
        (*(_item(ask, step) for step in found), *kept),
        Words(
            phrases(
                "{count} postponement or cancellation", "{count} postponements and cancellations"
            ),
            phrases(
                "{count} of {all} was made by {party}", "{count} of {all} were made by {party}"
            ),
            {"party": name_of(corpus, ask.party)},
        ),
        counts=_counts(ask, steps),
        parts=(_held(corpus, ask, steps, kept), *(_days(corpus, ask, steps, r) for r in rounds)),
    )


def _steps(corpus: Corpus, ask: Ask) -> list[Arrangement]:
    found = corpus.having(Arrangement, "dialogue", ask.dialogue)
    come = (s for s in found if has_come(s.on, corpus) and ask.round in (None, s.round))
    return sorted(come, key=lambda s: (s.on, s.id))


def _item(ask: Ask, step: Arrangement) -> Item:
    ref = any_id("Arrangement", step.id)
    words = say(PUT_OFF[step.step], day=step.on)
    if step.reason:
        words = say("{what}: {why}", what=words, why=step.reason)
    if step.by is None:
        return Item(ref, "not_looked", say("{what}; by whom is not known", what=words), step.step)
    return Item(ref, "yes" if step.by == ask.party else "no", words, step.step)


def _counts(ask: Ask, steps: Sequence[Arrangement]) -> tuple[tuple[str, float], ...]:
    own = Counter(str(step.step) for step in steps if step.by == ask.party)
    kinds = ("proposed", "agreed", "postponed", "cancelled")
    unknown = sum(1 for step in steps if step.by is None)
    return (*((kind, float(own[kind])) for kind in kinds), ("by_unknown", float(unknown)))


# -- rounds held of those agreed ---------------------------------------------------------------


def _held(corpus: Corpus, ask: Ask, steps: Sequence[Arrangement], kept: Sequence[Item]) -> Figure:
    agreed = {s.round or s.id: s for s in steps if s.step == "agreed"}
    items = tuple(_held_item(corpus, steps, step) for step in agreed.values())
    words = Words(
        phrases("{count} round agreed", "{count} rounds agreed"),
        phrases("{count} of {all} was held", "{count} of {all} were held"),
    )
    return rate(MEASURE, corpus, ask, (*items, *kept), words, title=say("Rounds held"))


def _held_item(corpus: Corpus, steps: Sequence[Arrangement], agreed: Arrangement) -> Item:
    """Whether the round agreed last on that day was held; `agreed` is its last agreement."""
    ref = any_id("Arrangement", agreed.id)
    round = corpus.get(Round, agreed.round)
    if round is None:
        return Item(
            ref, "not_looked", say("agreed on {day}: no round is named", day=agreed.on), "not_known"
        )
    words = round_title(round)
    if any(s.step == "cancelled" and s.round == round.id and s.on >= agreed.on for s in steps):
        return Item(ref, "no", say("{round}: cancelled", round=words), "cancelled")
    if has_come(round.began_on, corpus):
        return Item(ref, "yes", words, "held")
    return Item(ref, "not_applicable", say("{round}: still to come", round=words), "to_come")


# -- days to a round ---------------------------------------------------------------------------


_TO_AGREE = phrases("{span} days from proposed to agreed", "{span} days from proposed to agreed")
_TO_HOLD = phrases("{span} days from agreed to held", "{span} days from agreed to held")


def _days(corpus: Corpus, ask: Ask, steps: Sequence[Arrangement], round: Round) -> Figure:
    own = [step for step in steps if step.round == round.id]
    proposed = next((s.on for s in own if s.step == "proposed"), None)
    agreed = next((s.on for s in reversed(own) if s.step == "agreed"), None)
    put_off = sum(1 for s in own if s.step == "postponed")
    told = []
    counts: list[tuple[str, float]] = [("postponed", float(put_off))]
    for key, days, start, end in (
        ("from_proposed_to_agreed", _TO_AGREE, proposed, agreed),
        ("from_agreed_to_held", _TO_HOLD, agreed, round.began_on),
    ):
        if start is not None and end is not None:
            low, high = days_between(start, end)
            told.append(says(*days, high, span=_span(low, high)))
            counts += [(f"{key}_least", float(low)), (f"{key}_most", float(high))]
    title = round_title(round)
    sentence = say("{spans} for {round}.", spans=listing(told), round=lowered(title))
    if not told:
        sentence = say("0 of 2 spans of days are known for {round}.", round=lowered(title))
    return figure(MEASURE, corpus, ask, sentence, counts=tuple(counts), title=title, round=round.id)


def days_between(start: PartialDate, end: PartialDate) -> tuple[int, int]:
    """The fewest and the most days from one (partial) date to another; never below nought."""
    low = (end.earliest - start.latest).days
    high = (end.latest - start.earliest).days
    return (max(low, 0), max(high, 0))


def _span(low: int, high: int) -> str:
    if low == high:
        return number(low)
    return say("{first} to {last}", first=number(low), last=number(high))
