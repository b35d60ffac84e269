"""Whose agenda is it?

Formula: agenda items proposed by a party / agenda items; beside it, of the items it proposed, how
many were agreed, refused (by anybody) and reached at the round.

Unknown, and so in the bounds: items of which nobody noted who proposed them, outcomes that are an
unknown code, items that are withheld. An item without a known proposer may or may not belong to
those a party proposed. An item that was not agreed and that nobody is known to have refused is
not known to be refused.

Source: the 2006 assessment of the Canada-China dialogue, on who sets the agenda. When not to use
it: as a share of influence. An item may be proposed by one side to please the other, and three
small items are not worth more than a large one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import AgendaItem, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import agenda_of, name_of, round_title, rounds_of, titled
from headway.phrases import phrase, phrase_as, phrases, say

MEASURE = Measure(
    name="agenda_items",
    version="1",
    kind="rate",
    title=phrase("Items on the agenda"),
    question=phrase("Whose agenda is it?"),
    formula=phrase(
        "agenda items proposed by the party / items; agreed, refused and reached beside it"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a share of influence: items differ in weight"),
    both_sides=phrase("The items each party proposed, with the same three outcomes."),
    rests_on=(AgendaItem,),
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The share proposed; parts: what became of these items, then the share round by round."""
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    found = [item for round in rounds for item in agenda_of(corpus, round.id)]
    kept = _withheld(corpus, ask, ask.round)
    outcomes = tuple(_outcome(corpus, ask, found, kept, outcome) for outcome in OUTCOMES)
    by_round = tuple(_of_round(corpus, ask, round) for round in rounds)
    return rate(
        MEASURE,
        corpus,
        ask,
        (*(_proposed(ask, item) for item in found), *kept),
        _words(corpus, ask),
        counts=_counts([_proposed(ask, item) for item in found], kept),
        parts=(*outcomes, *(part for part in by_round if part.items)),
    )


def _words(corpus: Corpus, ask: Ask) -> Words:
    return Words(
        phrases("{count} agenda item", "{count} agenda items"),
        phrases(
            "{count} of {all} was proposed by {party}", "{count} of {all} were proposed by {party}"
        ),
        {"party": name_of(corpus, ask.party)},
    )


def _of_round(corpus: Corpus, ask: Ask, round: Round) -> Figure:
    items = [_proposed(ask, item) for item in agenda_of(corpus, round.id)]
    kept = _withheld(corpus, ask, round.id)
    return rate(
        MEASURE,
        corpus,
        ask,
        (*items, *kept),
        _words(corpus, ask),
        counts=_counts(items, kept),
        title=round_title(round),
        round=round.id,
    )


def _withheld(corpus: Corpus, ask: Ask, round: str | None) -> list[Item]:
    found = hidden(corpus, AgendaItem, ask.dialogue, round=round)
    return [item_of(w, say("an agenda item")) for w in found]


def _proposed(ask: Ask, item: AgendaItem) -> Item:
    ref, title = any_id("AgendaItem", item.id), titled(item.title)
    if item.proposed_by is None:
        return Item(
            ref, "not_looked", say("{title}: proposer not known", title=title), "proposer_not_known"
        )
    own = item.proposed_by == ask.party
    return Item(ref, "yes" if own else "no", title, "own" if own else "of_the_other_side")


def _counts(items: Sequence[Item], kept: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    return (
        ("items", float(len(items) + len(kept))),
        ("proposed", float(sum(1 for i in items if i.code == "yes"))),
        ("proposer_not_known", float(sum(1 for i in items if i.code == "not_looked"))),
        ("withheld", float(len(kept))),
    )


# -- what became of the items proposed ---------------------------------------------------------


def _agreed(item: AgendaItem) -> Code:
    return item.agreed


def _refused(item: AgendaItem) -> Code:
    if item.refused_by is not None:
        return "yes"
    if item.agreed == "yes":
        return "no"
    return "not_looked" if item.agreed == "no" else item.agreed


def _reached(item: AgendaItem) -> Code:
    return item.reached


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: its code, its title, what is said where it is so and where not."""

    code_of: Callable[[AgendaItem], Code]
    title: str
    did: tuple[str, str]
    yes: str
    no: str


OUTCOMES = (
    Outcome(
        _agreed,
        phrase_as("agenda items", "Agreed"),
        phrases("{count} of {all} was agreed", "{count} of {all} were agreed"),
        phrase("{title}: agreed"),
        phrase("{title}: not agreed"),
    ),
    Outcome(
        _refused,
        phrase_as("agenda items", "Refused"),
        phrases("{count} of {all} was refused", "{count} of {all} were refused"),
        phrase("{title}: refused"),
        phrase("{title}: not refused"),
    ),
    Outcome(
        _reached,
        phrase_as("agenda items", "Reached"),
        phrases("{count} of {all} was reached", "{count} of {all} were reached"),
        phrase("{title}: reached"),
        phrase("{title}: not reached"),
    ),
)


def _outcome(
    corpus: Corpus,
    ask: Ask,
    found: Sequence[AgendaItem],
    kept: Sequence[Item],
    outcome: Outcome,
) -> Figure:
    items = []
    for item in found:
        if item.proposed_by in (None, ask.party):
            code, unsure = outcome.code_of(item), item.proposed_by is None
            words = _became(item, outcome, code)
            ref = any_id("AgendaItem", item.id)
            items.append(Item(ref, code, words, code, optional=unsure))
    words_of = Words(
        phrases(
            "{count} agenda item proposed by {party}", "{count} agenda items proposed by {party}"
        ),
        outcome.did,
        {"party": name_of(corpus, ask.party)},
    )
    return rate(MEASURE, corpus, ask, (*items, *kept), words_of, title=say(outcome.title))


def _became(item: AgendaItem, outcome: Outcome, code: Code) -> str:
    title = titled(item.title)
    if code in UNKNOWN_CODES:
        return say("{title}: not known", title=title)
    if code == "not_applicable":
        return say("{title}: not applicable", title=title)
    return say(outcome.yes if code == "yes" else outcome.no, title=title)
