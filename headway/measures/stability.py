"""How much of a delegation is the same as the last one?

Formula: persons named and present at both of two successive rounds / persons named and present at
either (the Jaccard index), for one party. The headline is the latest pair of rounds; each pair is
a part. Descriptive: more is not better.

Unknown, and so in the bounds: a person absent from a list that is not known to be complete,
presence that is not known, delegates that are withheld. Where it is known how many came unnamed, no
more than these can have been at both. Persons counted but not named are told in a note only.

Source: Jaccard (1901); the 2006 assessment of the Canada-China dialogue. When not to use it: as a
mark of quality, or about one named official. Outside the desk and assessor views a pair with any
count of persons from 1 to 4 is not printed, and no list of persons.
"""

from collections.abc import Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Person
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.disclosure import closed_outside, is_inside
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden
from headway.measures.rates import rate
from headway.measures.room import absence, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import (
    delegation_of,
    gaps_between,
    lowered,
    name_of,
    not_known_by_name,
    pairs_of_rounds,
    round_title,
    titled,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="stability",
    version="2",
    kind="series",
    title=phrase("Delegates the same as last time"),
    question=phrase("How much of a delegation is the same as the last one?"),
    formula=phrase("persons present at both of two successive rounds / persons present at either"),
    source=phrase("Jaccard (1901); the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a mark of quality, or about one named official"),
    both_sides=phrase(
        "Each party's own delegations, compared with its own delegation the round before."
    ),
    rests_on=(Delegate, Attendance),
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The latest pair of rounds (or that ending at the round asked for), with a part a pair."""
    pairs = [p for p in pairs_of_rounds(corpus, ask.dialogue) if ask.round in (None, p[1].id)]
    parts = tuple(_pair(corpus, ask, before, after) for before, after in pairs)
    if not parts:
        words = Words(
            phrases(
                "{count} person in two successive delegations of {party}",
                "{count} persons in two successive delegations of {party}",
            ),
            IN_BOTH,
            {"party": name_of(corpus, ask.party)},
        )
        return rate(MEASURE, corpus, ask, (), words)
    return replace(parts[-1], parts=parts, title="", round=ask.round)


IN_BOTH = phrases("{count} of {all} was in both", "{count} of {all} were in both")


def _pair(corpus: Corpus, ask: Ask, before: Round, after: Round) -> Figure:
    items = _items(corpus, ask.party, before, after)
    first, second = lowered(round_title(before)), lowered(round_title(after))
    told = rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} person in the delegations of {party} at {before} and {after}",
                "{count} persons in the delegations of {party} at {before} and {after}",
            ),
            IN_BOTH,
            {"party": name_of(corpus, ask.party), "before": first, "after": second},
        ),
        bounds=_bounds(corpus, ask, before, after, items),
        counts=_counts(items),
        title=say("{first} to {second}", first=round_title(before), second=second),
        round=after.id,
        notes=(
            say("Descriptive: more is not better."),
            *gaps_between(corpus, before, after),
            *(_unnamed_notes(corpus, ask, before, after) if is_inside(corpus) else ()),
        ),
    )
    where = say("in the two delegations of {party}", party=name_of(corpus, ask.party))
    return closed_outside(corpus, told, where)


def _unnamed_notes(corpus: Corpus, ask: Ask, *rounds: Round) -> list[str]:
    counts = [(r, unnamed(corpus, r.id, ask.party)) for r in rounds]
    return [not_known_by_name(r, n) for r, n in counts if n]


def _items(corpus: Corpus, party: str, before: Round, after: Round) -> tuple[Item, ...]:
    then, now = (_presence(corpus, r, party) for r in (before, after))
    items = []
    for person in sorted({**then, **now}):
        one = then.get(person) or absence(corpus, before.id, party)
        other = now.get(person) or absence(corpus, after.id, party)
        item = _item(corpus, person, one, other)
        if item is not None:
            side = "both" if person in then and person in now else ""
            items.append(replace(item, category=side or ("left" if person in then else "joined")))
    return tuple(items)


def _presence(corpus: Corpus, round: Round, party: str) -> dict[str, Code]:
    found = delegation_of(corpus, round.id, party)
    return {d.person: "no" if d.present == "not_applicable" else d.present for d in found}


def _item(corpus: Corpus, person: str, one: Code, other: Code) -> Item | None:
    """A person present at both, at one or perhaps at none; None who was certainly at none."""
    codes = (one, other)
    found = corpus.get(Person, person)
    name = titled(found.name) if found else person
    unknown = [code for code in codes if code in UNKNOWN_CODES]
    ref = any_id("Person", person)
    if not unknown:
        return (
            Item(ref, "yes" if codes == ("yes", "yes") else "no", name) if "yes" in codes else None
        )
    if "no" in codes:
        return Item(ref, "no", name, optional=True)
    return Item(ref, unknown[0], name, optional=len(unknown) == 2)


def _bounds(corpus: Corpus, ask: Ask, before: Round, after: Round, items: Sequence[Item]) -> Bounds:
    """No more can have been at both than came unnamed; a withheld delegate may be anybody."""
    bounds = bounds_of(items)
    for kind, round in (("left", after), ("joined", before)):
        may_come = unnamed(corpus, round.id, ask.party)
        absent = [i for i in items if i.category == kind and i.code in UNKNOWN_CODES]
        if may_come is not None and not any(i.optional for i in absent):
            surplus = max(len(absent) - may_come, 0)
            bounds = replace(bounds, unknown=bounds.unknown - surplus, no=bounds.no + surplus)
    kept = len(
        {w.id for r in (before, after) for w in hidden(corpus, Delegate, ask.dialogue, round=r.id)}
    )
    if not kept:
        return bounds
    more = min(float(kept), bounds.no)
    low = (bounds.yes, bounds.no + bounds.unknown + bounds.optional_no + kept)
    high = (bounds.yes + bounds.unknown + bounds.optional_yes + more, bounds.no - more)
    return Bounds.between(low, high, bounds.items)


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    firm = [item for item in items if not item.optional]
    stayed = sum(1 for item in firm if item.code == "yes")
    left = sum(1 for item in firm if item.code == "no" and item.category == "left")
    joined = sum(1 for item in firm if item.code == "no" and item.category == "joined")
    return (
        ("persons", float(len(items))),
        ("in_both", float(stayed)),
        ("left", float(left)),
        ("joined", float(joined)),
        ("unknown", float(len(items) - stayed - left - joined)),
    )
