"""Was knowledge passed on?

Formula: heads and deputy heads of a delegation who were not present at the next round and have a
hand-over note filed / heads and deputy heads who were not present at the next round, over all pairs
of rounds, one part a pair.

Unknown, and so in the bounds: notes nobody has looked for, leads whose presence at either round is
not known, leads missing from a list that is not known to be complete (they may not belong to the
count; of a known number of unnamed persons no more can have come again), delegates that are
withheld. Each pair of rounds is completed on its own.

Source: the 2006 assessment of the Canada-China dialogue, on participants who keep changing. When
not to use it: as a figure about the persons who left. Outside the desk and assessor views a pair
with any count of persons from 1 to 4 is not printed, and no list of persons.
"""

from collections.abc import Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Person
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES
from headway.measures.about import Measure
from headway.measures.disclosure import closed_outside, is_inside, pairs_too_small
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of, sum_of_bounds
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.room import absence, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import (
    delegation_of,
    gaps_between,
    lowered,
    name_of,
    pairs_of_rounds,
    round_title,
    titled,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="handover",
    version="2",
    kind="rate",
    title=phrase("Hand-over notes of those who left"),
    question=phrase("Was knowledge passed on?"),
    formula=phrase(
        "departing heads and deputies with a hand-over note / departing heads and deputies"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about the persons who left"),
    both_sides=phrase(
        "Each party's own heads and deputies; for the other side often only `not_looked`."
    ),
    rests_on=(Delegate, Attendance),
)

LEADS = frozenset({"head", "deputy"})
AWAY = frozenset({"no", "not_applicable"})


NOTE = phrases(
    "{count} of {all} has a hand-over note filed", "{count} of {all} have a hand-over note filed"
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all pairs of rounds, with one part a pair; `round`: the later one."""
    pairs = [p for p in pairs_of_rounds(corpus, ask.dialogue) if ask.round in (None, p[1].id)]
    parts = tuple(_pair(corpus, ask, before, after) for before, after in pairs)
    items = tuple(item for part in parts for item in part.items)
    name = name_of(corpus, ask.party)
    total = rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} head or deputy of {party} who left",
                "{count} heads and deputies of {party} who left",
            ),
            NOTE,
            {"party": name},
        ),
        bounds=sum_of_bounds(part.bounds for part in parts if part.bounds),
        counts=_counts(items),
        parts=parts,
    )
    if is_inside(corpus):
        return total
    where = say("of {party} led and left", party=name)
    shown = tuple(closed_outside(corpus, part, where) for part in parts)
    if all(part.bounds for part in shown):
        return replace(closed_outside(corpus, total, where), parts=shown)
    sentence = pairs_too_small(len(parts), name)
    return figure(MEASURE, corpus, ask, sentence, parts=shown)


def _pair(corpus: Corpus, ask: Ask, before: Round, after: Round) -> Figure:
    leads = [d for d in delegation_of(corpus, before.id, ask.party) if d.role in LEADS]
    read = [item for lead in leads if (item := _item(corpus, lead, after))]
    missing = hidden(corpus, Delegate, ask.dialogue, round=before.id)
    items = (*read, *(item_of(w, say("a delegate")) for w in missing))
    first, second = round_title(before), lowered(round_title(after))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} head or deputy of {party} at {before} who left before {after}",
                "{count} heads and deputies of {party} at {before} who left before {after}",
            ),
            NOTE,
            {"party": name_of(corpus, ask.party), "before": lowered(first), "after": second},
        ),
        bounds=_bounds(corpus, ask, after, items),
        counts=_counts(items),
        title=say("{first} to {second}", first=first, second=second),
        round=after.id,
        notes=gaps_between(corpus, before, after),
    )


def _item(corpus: Corpus, lead: Delegate, after: Round) -> Item | None:
    """A lead who left, or may have left; None for one who did not lead or came again."""
    if lead.present in AWAY:
        return None
    again = next(
        (d for d in delegation_of(corpus, after.id, lead.party) if d.person == lead.person), None
    )
    code = again.present if again else absence(corpus, after.id, lead.party)
    if again is None and code == "no" and hidden(corpus, Delegate, after.dialogue, round=after.id):
        code = "withheld"
    if code == "yes":
        return None
    unsure = lead.present in UNKNOWN_CODES or code in UNKNOWN_CODES
    person = corpus.get(Person, lead.person)
    name = titled(person.name) if person else lead.person
    kind = "listed" if again or lead.present in UNKNOWN_CODES else "not_listed"
    ref = any_id("Delegate", lead.id)
    return Item(ref, lead.handover_note, name, kind, optional=unsure)


def _bounds(corpus: Corpus, ask: Ask, after: Round, items: Sequence[Item]) -> Bounds:
    """Of those not listed at the later round no more can have come than came unnamed."""
    bounds = bounds_of(items)
    may_come = unnamed(corpus, after.id, ask.party)
    if may_come is None:
        return bounds
    may_come += len(hidden(corpus, Delegate, ask.dialogue, round=after.id))
    loose = [i for i in items if i.optional and i.category == "not_listed"]
    yes = max(sum(1 for i in loose if i.code == "yes") - may_come, 0)
    no = max(sum(1 for i in loose if i.code == "no") - may_come, 0)
    return replace(
        bounds,
        yes=bounds.yes + yes,
        optional_yes=bounds.optional_yes - yes,
        no=bounds.no + no,
        optional_no=bounds.optional_no - no,
    )


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    counted = [item for item in items if item.code != "not_applicable"]
    filed = sum(1 for i in counted if i.code == "yes" and not i.optional)
    none = sum(1 for i in counted if i.code == "no" and not i.optional)
    return (
        ("left", float(len(counted))),
        ("note_filed", float(filed)),
        ("no_note", float(none)),
        ("unknown", float(len(counted) - filed - none)),
    )
