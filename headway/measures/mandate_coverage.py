"""Did a body that owns the policy take part?

Formula: agenda items with at least one owner of theirs in the room / agenda items, of those on a
concern about the party, whose policy it is. Strict: the mean over items of owners present / owners
named. Beside it: is the body that leads the delegation itself an owner? Owners are the bodies of
the party with a mandate `owns` on a concern of the item that was in force at the round. Items that
were not agreed are left out. One person not known by name is of one body only.

Unknown, and so in the bounds: items for which the register names no owner (`not_looked`), owners
not on a list that is not known to be complete, delegates whose body is not known, mandates and
delegates that are withheld, and what hangs on a disputed owner.

Source: the 2006 assessment of the Canada-China dialogue, on the wrong people in the room. When not
to use it: presence is not influence; and a register made after the round can be made to fit, so
its mandates carry sources and dates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from headway.domain.concerns import Concern
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Body, Mandate
from headway.domain.rounds import AgendaItem, Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.room import absence, unnamed
from headway.measures.sentences import Words, between
from headway.measures.threads import (
    agenda_of,
    body_name,
    body_of,
    delegation_of,
    head_of,
    name_of,
    round_title,
    rounds_of,
    titled,
)
from headway.phrases import listing, phrase, phrase_as, phrases, say, says

MEASURE = Measure(
    name="mandate_coverage",
    version="1",
    kind="register",
    title=phrase("Owners of the policy in the room"),
    question=phrase("Did a body that owns the policy take part?"),
    formula=phrase(
        "agenda items with an owner present / agenda items; strict: owners present / named"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a measure of influence: an owner in the room may have nothing to say"),
    both_sides=phrase(
        "Each party's own register of owners against its own delegation, item by item."
    ),
    rests_on=(AgendaItem, Mandate, Delegate, Attendance),
    leading=4,
)


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner of an agenda item: its body, whether somebody contests it, whether it came."""

    body: str
    disputed: bool
    present: Code


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds; parts: strict, the leading body, then one a round."""
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    per_round = [(r, _seats(corpus, ask, r)) for r in rounds]
    seats = [seat for _, found in per_round for seat in found]
    each = (
        _figure(corpus, ask, found, title=round_title(r), round=r.id)
        for r, found in per_round
        if found
    )
    return _figure(
        corpus,
        ask,
        seats,
        parts=(
            _strict(corpus, ask, seats),
            _leading(corpus, ask, seats),
            *(each if ask.round is None else ()),
        ),
    )


@dataclass(frozen=True, slots=True)
class Seat:
    """An agenda item at its round, with the owners of one party."""

    item: AgendaItem
    round: Round
    owners: tuple[Owner, ...]
    withheld_owners: int


def _seats(corpus: Corpus, ask: Ask, round: Round) -> list[Seat]:
    return [
        Seat(
            item,
            round,
            owners_of(corpus, ask.party, item, round),
            _withheld_mandates(corpus, ask.dialogue, concerns_about(corpus, item, ask.party)),
        )
        for item in agenda_of(corpus, round.id)
        if item.agreed != "no" and concerns_about(corpus, item, ask.party)
    ]


def concerns_about(corpus: Corpus, item: AgendaItem, party: str) -> tuple[str, ...]:
    """The concerns of an agenda item that are about a party: its own policy, which it may own."""
    found = (corpus.get(Concern, concern) for concern in item.concerns)
    return tuple(c.id for c in found if c and c.about == party)


def _withheld_mandates(corpus: Corpus, dialogue: str, concerns: Sequence[str]) -> int:
    found = (w.id for c in concerns for w in hidden(corpus, Mandate, dialogue, concern=c))
    return len(set(found))


# -- who owns, who came ------------------------------------------------------------------------


def owners_of(corpus: Corpus, party: str, item: AgendaItem, round: Round) -> tuple[Owner, ...]:
    """The party's owners of the concerns of an agenda item at a round, one a body, by id."""
    firm: dict[str, bool] = {}
    for concern in concerns_about(corpus, item, party):
        for mandate in corpus.having(Mandate, "concern", concern):
            body = corpus.get(Body, mandate.body)
            if body and body.party == party and _owns(mandate, round):
                firm[body.id] = firm.get(body.id, False) or not mandate.disputed
    return tuple(
        Owner(body, not firm[body], presence(corpus, party, body, round)) for body in sorted(firm)
    )


def _owns(mandate: Mandate, round: Round) -> bool:
    """Whether a mandate to own was in force at a round, as far as its days tell."""
    last = (round.ended_on or round.began_on).latest
    return (
        mandate.relation == "owns"
        and (mandate.since is None or mandate.since.earliest <= last)
        and (mandate.until is None or mandate.until.latest >= round.began_on.earliest)
    )


def presence(corpus: Corpus, party: str, body: str, round: Round) -> Code:
    """Whether a body of a party was in the room at a round, as far as the list tells."""
    delegates = delegation_of(corpus, round.id, party)
    codes = {d.present for d in delegates if body_of(corpus, d) == body}
    if "yes" in codes:
        return "yes"
    unknown = sorted(codes & UNKNOWN_CODES)
    if unknown:
        return unknown[0]
    if hidden(corpus, Delegate, round.dialogue, round=round.id):
        return "withheld"
    code = absence(corpus, round.id, party)
    return "not_assessed" if code == "no" and _bodiless(corpus, delegates) else code


def _bodiless(corpus: Corpus, delegates: Iterable[Delegate]) -> int:
    """Delegates who may have come for any body."""
    return sum(
        1
        for d in delegates
        if body_of(corpus, d) is None and d.present != "no" and d.role != "interpreter"
    )


# -- at least one ------------------------------------------------------------------------------


def _figure(
    corpus: Corpus,
    ask: Ask,
    seats: Sequence[Seat],
    *,
    parts: tuple[Figure, ...] = (),
    title: str = "",
    round: str | None = None,
) -> Figure:
    name = name_of(corpus, ask.party)
    words = Words(
        phrases("{count} agenda item", "{count} agenda items"),
        phrases(
            "{count} of {all} had a body of {party} that owns the policy in the room",
            "{count} of {all} had a body of {party} that owns the policy in the room",
        ),
        {"party": name},
    )
    kept = hidden(corpus, AgendaItem, ask.dialogue, round=round or ask.round)
    items = (
        *(_item(corpus, seat) for seat in seats),
        *(item_of(w, say("an agenda item")) for w in kept),
    )
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        words,
        bounds=_bounds(corpus, ask, seats, items),
        counts=(
            ("agenda_items", float(len(items))),
            ("owner_present", float(sum(1 for i in items if _settled(i, "yes")))),
            ("no_owner_present", float(sum(1 for i in items if _settled(i, "no")))),
            ("no_owner_named", float(sum(1 for s in seats if not s.owners))),
        ),
        parts=parts,
        title=title,
        round=round,
    )


def _bounds(corpus: Corpus, ask: Ask, seats: Sequence[Seat], items: Sequence[Item]) -> Bounds:
    """The bounds of the items: one person not known by name is of one body only."""
    bounds = bounds_of(items)
    for round in dict.fromkeys(seat.round for seat in seats):
        doubtful = [
            _doubtful(seat)
            for seat, item in zip(seats, items, strict=False)
            if seat.round is round and item.category == "presence_unknown"
        ]
        surplus = len(doubtful) - _most_reached(doubtful, _free(corpus, ask, round))
        bounds = replace(bounds, unknown=bounds.unknown - surplus, no=bounds.no + surplus)
    return bounds


def _doubtful(seat: Seat) -> frozenset[str]:
    return frozenset(o.body for o in seat.owners if o.present != "no")


def _free(corpus: Corpus, ask: Ask, round: Round) -> int | None:
    """How many delegates may have come for any body; None where nobody can tell."""
    delegates = delegation_of(corpus, round.id, ask.party)
    missing = unnamed(corpus, round.id, ask.party)
    unsure = any(d.present in UNKNOWN_CODES for d in delegates)
    if missing is None or unsure or hidden(corpus, Delegate, ask.dialogue, round=round.id):
        return None
    return missing + _bodiless(corpus, delegates)


def _most_reached(doubtful: Sequence[frozenset[str]], free: int | None) -> int:
    """How many items so many delegates can have covered at most, each for one body."""
    bodies = sorted(set().union(*doubtful))
    if free is None or free >= len(bodies):
        return len(doubtful)
    return max(sum(1 for s in doubtful if s & set(c)) for c in combinations(bodies, free))


def _settled(item: Item, code: str) -> bool:
    return item.code == code and not item.conflicting


def _item(corpus: Corpus, seat: Seat) -> Item:
    ref = any_id("AgendaItem", seat.item.id)
    words = say("{what}: {why}", what=titled(seat.item.title), why=_told(corpus, seat.owners))
    firm = [o.present for o in seat.owners if not o.disputed]
    disputed = [o.present for o in seat.owners if o.disputed]
    if "yes" in firm:
        return Item(ref, "yes", words, "owner_present")
    if seat.withheld_owners:
        return Item(ref, "withheld", words, "withheld")
    if not seat.owners:
        return Item(ref, "not_looked", words, "no_owner_named")
    if "yes" in disputed or not firm:
        code: Code = "yes" if "yes" in disputed else "no"
        return Item(ref, code, words, "disputed_owner", conflicting=True)
    unknown = sorted(c for c in (*firm, *disputed) if c in UNKNOWN_CODES)
    if unknown:
        return Item(ref, unknown[0], words, "presence_unknown")
    return Item(ref, "no", words, "no_owner_present")


def _told(corpus: Corpus, owners: Sequence[Owner]) -> str:
    if not owners:
        return say("no owner is named in the register")
    return listing([_told_of(corpus, owner) for owner in owners])


THERE = {
    "yes": phrase_as("body", "present"),
    "no": phrase_as("body", "not present"),
    "": phrase_as("body", "presence not known"),
}


def _told_of(corpus: Corpus, owner: Owner) -> str:
    there = say(THERE.get(owner.present, THERE[""]))
    name = body_name(corpus, owner.body)
    if owner.disputed:
        return say("{body} ({there}, ownership disputed)", body=name, there=there)
    return say("{what} ({why})", what=name, why=there)


# -- beside it: strict, and the leading body ---------------------------------------------------


def _strict(corpus: Corpus, ask: Ask, seats: Sequence[Seat]) -> Figure:
    """The mean over items of owners present / owners named, with its lowest and highest value."""
    spans = [_share(seat) for seat in seats]
    low, high = sum(s[0] for s in spans), sum(s[1] for s in spans)
    bounds = Bounds(low, len(spans) - high, high - low, len(spans))
    named = sum(len(seat.owners) for seat in seats)
    present = sum(1 for s in seats for o in s.owners if o.present == "yes")
    main = says(
        "{count} of {all} was in the room for {party}",
        "{count} of {all} were in the room for {party}",
        present,
        all=says("{count} owner named by item", "{count} owners named by item", named),
        party=name_of(corpus, ask.party),
    )
    span = between(bounds)
    return figure(
        MEASURE,
        corpus,
        ask,
        say("{main}; as a mean over items {span}.", main=main, span=span)
        if span
        else say("{main}.", main=main),
        bounds=bounds,
        counts=(("owners_named", float(named)), ("owners_present", float(present))),
        items=tuple(_item(corpus, seat) for seat in seats),
        title=say("Strict"),
    )


def _share(seat: Seat) -> tuple[float, float]:
    """The lowest and highest share of owners present that the register and the list allow."""
    firm = [o.present for o in seat.owners if not o.disputed]
    disputed = [o.present for o in seat.owners if o.disputed]
    if not firm:
        return (0.0, 1.0)
    more = seat.withheld_owners
    maybe = sum(1 for code in disputed if code != "no")
    most = sum(1 for code in firm if code != "no") + maybe + more
    absent = sum(1 for code in disputed if code != "yes")
    least = firm.count("yes")
    return (least / (len(firm) + absent + more), most / (len(firm) + maybe + more))


def _leading(corpus: Corpus, ask: Ask, seats: Sequence[Seat]) -> Figure:
    name = name_of(corpus, ask.party)
    words = Words(
        phrases("{count} agenda item", "{count} agenda items"),
        phrases(
            "{count} of {all} was owned by the body that led the delegation of {party}",
            "{count} of {all} were owned by the body that led the delegation of {party}",
        ),
        {"party": name},
    )
    items = tuple(_led(corpus, ask, seat) for seat in seats)
    return rate(MEASURE, corpus, ask, items, words, title=say("The leading body"))


def _led(corpus: Corpus, ask: Ask, seat: Seat) -> Item:
    ref, title = any_id("AgendaItem", seat.item.id), titled(seat.item.title)
    head = head_of(corpus, seat.round.id, ask.party)
    body = body_of(corpus, head) if head else None
    if body is None:
        return Item(
            ref, "not_looked", say("{title}: the leading body is not known", title=title), "unknown"
        )
    words = say("{title}: led by {body}", title=title, body=body_name(corpus, body))
    own = next((o for o in seat.owners if o.body == body), None)
    if own is not None:
        return Item(ref, "yes", words, "owner", conflicting=own.disputed)
    if seat.withheld_owners:
        return Item(ref, "withheld", words, "withheld")
    if not seat.owners:
        return Item(ref, "not_looked", words, "no_owner_named")
    return Item(ref, "no", words, "not_an_owner")
