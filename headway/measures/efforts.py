"""What a round took a party: days of work and cost as each source states them, never added up."""

from collections.abc import Sequence

from headway.domain.capacity import Effort
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure
from headway.measures.staff_counts import WHY
from headway.measures.threads import lowered, name_of, round_title
from headway.phrases import listing, number, say, says


def effort_at(about: Measure, corpus: Corpus, ask: Ask, round: Round) -> Figure:
    """What is on record of the days and the cost of one round, as a part of a figure."""
    efforts = efforts_of(corpus, round.id, ask.party)
    withheld = hidden(corpus, Effort, ask.dialogue, round=round.id)
    items = (
        *(item for effort in efforts for item in _items(effort)),
        *(item_of(w, say("what a round took")) for w in withheld if w.round == round.id),
    )
    known = [t for e in efforts for t in (days_told(e), cost_told(e)) if t]
    sentence = say(
        "{what} on record for {party} at {round}.",
        what=listing(known) or say("0 figures of days or cost"),
        party=name_of(corpus, ask.party),
        round=lowered(round_title(round)),
    )
    return figure(
        about,
        corpus,
        ask,
        sentence,
        counts=_counts(efforts),
        items=items,
        title=round_title(round),
        round=round.id,
    )


def efforts_of(corpus: Corpus, round: str, party: str) -> tuple[Effort, ...]:
    """What sources state of the effort of a party for a round, by id."""
    found = (e for e in corpus.having(Effort, "round", round) if e.party == party)
    return tuple(sorted(found, key=lambda e: e.id))


def days_told(effort: Effort) -> str:
    """`142 person-days`, or nothing where they are not known."""
    if effort.person_days is None:
        return ""
    return says("{count} person-day", "{count} person-days", effort.person_days)


def cost_told(effort: Effort) -> str:
    """`87,300 CAD`, or nothing where the cost is not known."""
    if effort.cost is None:
        return ""
    amount = number(effort.cost)
    if not effort.currency:
        return say("{amount} in a currency nobody noted", amount=amount)
    return say("{amount} {currency}", amount=amount, currency=effort.currency)


def _counts(efforts: Sequence[Effort]) -> tuple[tuple[str, float], ...]:
    """How many figures there are, not their sums: sources may cover the same thing twice."""
    days = sum(1 for e in efforts if e.person_days is not None)
    cost = sum(1 for e in efforts if e.cost is not None)
    return (("figures_of_days", float(days)), ("figures_of_cost", float(cost)))


def _items(effort: Effort) -> tuple[Item, ...]:
    ref = any_id("Effort", effort.id)
    found = []
    for words, why, missing in (
        (days_told(effort), effort.days_unknown, say("person-days")),
        (cost_told(effort), effort.cost_unknown, say("cost")),
    ):
        code = "yes" if words else why or "not_looked"
        if not words:
            words = say("{what}: {why}", what=missing, why=WHY[code])
        if effort.covers:
            words = say("{what} ({covers})", what=words, covers=effort.covers)
        found.append(Item(ref, code, words, code))
    return tuple(found)
