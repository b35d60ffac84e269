"""Do people come back?

Formula: delegates of the last round who are present at this one / delegates of the last round, for
each pair of rounds that follow each other on record (a note says where another was held between)
and one party; heads, deputies and experts apart, by their role at the earlier round. A series;
descriptive: more is not better.

Unknown, and so in the bounds: a person absent from a list that is not known to be complete
(`not_assessed` where it is known to be incomplete, `not_looked` where nobody said), presence that
is not known, delegates that are withheld. A person whose presence at the earlier round is not
known may not belong to the count.

Source: the 2006 assessment of the Canada-China dialogue, on participants who keep changing. When
not to use it: as a mark of quality (the same person of low rank every year gives 100 %), or about
one named official. Outside the desk and assessor views counts of persons below five are not
printed, with enough others (where few came anew, the pair is told in steps of five), and no list of
persons.
"""

from collections.abc import Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.masks import is_small
from headway.domain.parties import Person
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.disclosure import is_inside, pairs_too_small, persons_told
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of, sum_of_bounds
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.room import absence, attendance_of, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import (
    delegation_of,
    gaps_between,
    gaps_in,
    lowered,
    name_of,
    not_known_by_name,
    pairs_of_rounds,
    round_title,
    titled,
)
from headway.phrases import phrase, phrase_as, phrases, say

MEASURE = Measure(
    name="retention",
    version="2",
    kind="series",
    title=phrase("Delegates who came again"),
    question=phrase("Do people come back?"),
    formula=phrase("delegates of the last round present at this one / delegates of the last round"),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a mark of quality, or about one named official"),
    both_sides=phrase(
        "Each party's own delegations, compared with its own delegation the round before."
    ),
    rests_on=(Delegate, Attendance),
)

ROLES = (
    (
        "head",
        phrase_as("role", "Heads"),
        phrases(
            "{count} head of the delegation of {party}",
            "{count} heads of the delegation of {party}",
        ),
    ),
    (
        "deputy",
        phrase_as("role", "Deputies"),
        phrases(
            "{count} deputy of the delegation of {party}",
            "{count} deputies of the delegation of {party}",
        ),
    ),
    (
        "expert",
        phrase_as("role", "Experts"),
        phrases(
            "{count} expert of the delegation of {party}",
            "{count} experts of the delegation of {party}",
        ),
    ),
)
CAME_AGAIN = phrases(
    "{count} of {all} came again to {after}", "{count} of {all} came again to {after}"
)
STAYED_AWAY = frozenset({"no", "not_applicable"})


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The series over all pairs of rounds (parts), with the sum over them; `round`: the later."""
    pairs = [p for p in pairs_of_rounds(corpus, ask.dialogue) if ask.round in (None, p[1].id)]
    parts = tuple(_pair(corpus, ask, before, after) for before, after in pairs)
    items = tuple(item for part in parts for item in part.items)
    total = rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} person in a delegation of {party}",
                "{count} persons in a delegation of {party}",
            ),
            phrases(
                "{count} of {all} came again to the next round",
                "{count} of {all} came again to the next round",
            ),
            {"party": name_of(corpus, ask.party)},
        ),
        bounds=sum_of_bounds(part.bounds for part in parts if part.bounds),
        counts=_counts(items),
        parts=parts,
        notes=(say("Descriptive: more is not better."), *gaps_in(corpus, pairs)),
    )
    return total if is_inside(corpus) else _for_outside(corpus, ask, total, pairs)


def _pair(corpus: Corpus, ask: Ask, before: Round, after: Round) -> Figure:
    listed = [
        d for d in delegation_of(corpus, before.id, ask.party) if d.present not in STAYED_AWAY
    ]
    seen = [_item(corpus, delegate, after) for delegate in listed]
    missing = [
        item_of(w, say("a delegate"))
        for w in hidden(corpus, Delegate, ask.dialogue, round=before.id)
    ]
    title = say(
        "{first} to {second}", first=round_title(before), second=lowered(round_title(after))
    )
    roles = (_role(corpus, ask, listed, seen, role, after) for role in ROLES)
    items = (*seen, *_unnamed(corpus, before, ask.party), *missing)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} person in the delegation of {party} at {before}",
                "{count} persons in the delegation of {party} at {before}",
            ),
            CAME_AGAIN,
            {
                "party": name_of(corpus, ask.party),
                "before": lowered(round_title(before)),
                "after": lowered(round_title(after)),
            },
        ),
        bounds=_bounds(corpus, ask, after, items),
        counts=_counts(items),
        parts=tuple(role for role in roles if role.items),
        title=title,
        round=after.id,
        notes=(*gaps_between(corpus, before, after), *_unnamed_note(corpus, after, ask.party)),
    )


def _unnamed_note(corpus: Corpus, after: Round, party: str) -> tuple[str, ...]:
    count = unnamed(corpus, after.id, party)
    if not count:
        return ()
    return (not_known_by_name(after, count),)


def _unnamed(corpus: Corpus, round: Round, party: str) -> list[Item]:
    """Delegates whom a stated size counts and no list names."""
    found = attendance_of(corpus, round.id, party)
    if found is None:
        return []
    ref = any_id("Attendance", found.id)
    item = Item(ref, "not_looked", say("a delegate counted but not named"), "unnamed")
    return [item] * (unnamed(corpus, round.id, party) or 0)


def _item(corpus: Corpus, delegate: Delegate, after: Round) -> Item:
    code = _presence(corpus, delegate, after)
    person = corpus.get(Person, delegate.person)
    name = titled(person.name) if person else delegate.person
    unsure = delegate.present in UNKNOWN_CODES
    return Item(any_id("Delegate", delegate.id), code, name, delegate.role, optional=unsure)


def _presence(corpus: Corpus, delegate: Delegate, after: Round) -> Code:
    again = next(
        (d for d in delegation_of(corpus, after.id, delegate.party) if d.person == delegate.person),
        None,
    )
    if again is not None:
        return "no" if again.present in STAYED_AWAY else again.present
    return absence(corpus, after.id, delegate.party)


def _role(
    corpus: Corpus,
    ask: Ask,
    listed: Sequence[Delegate],
    seen: Sequence[Item],
    role: tuple[str, str, tuple[str, str]],
    after: Round,
) -> Figure:
    kind, title, all_of_them = role
    items = tuple(i for d, i in zip(listed, seen, strict=True) if d.role == kind)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            all_of_them,
            CAME_AGAIN,
            {"party": name_of(corpus, ask.party), "after": lowered(round_title(after))},
        ),
        bounds=_bounds(corpus, ask, after, items),
        counts=_counts(items),
        title=say(title),
        round=after.id,
    )


def _bounds(corpus: Corpus, ask: Ask, after: Round, items: Sequence[Item]) -> Bounds:
    """The bounds of a pair: no more can have come again than came unnamed or withheld."""
    bounds = bounds_of(items)
    here = {d.person for d in delegation_of(corpus, after.id, ask.party)}
    may_come = unnamed(corpus, after.id, ask.party)
    absent = [i for i in items if _is_missing(corpus, i, here)]
    if may_come is not None and not any(i.optional for i in absent):
        surplus = max(len(absent) - may_come, 0)
        bounds = replace(bounds, unknown=bounds.unknown - surplus, no=bounds.no + surplus)
    return bounds.loosened(no=len(hidden(corpus, Delegate, after.dialogue, round=after.id)))


def _is_missing(corpus: Corpus, item: Item, here: set[str]) -> bool:
    """Whether the item is a person of whom only the incomplete later list leaves doubt."""
    delegate = corpus.get(Delegate, item.ref.partition("/")[2])
    return item.code == "not_assessed" and delegate is not None and delegate.person not in here


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    came = sum(1 for i in items if i.code == "yes" and not i.optional)
    stayed = sum(1 for i in items if i.code == "no" and not i.optional)
    unknown = len(items) - came - stayed
    return (
        ("delegates", float(len(items))),
        ("came_again", float(came)),
        ("did_not", float(stayed)),
        ("unknown", float(unknown)),
    )


# -- outside the desk and the assessor ----------------------------------------------------------


def _for_outside(
    corpus: Corpus, ask: Ask, total: Figure, pairs: Sequence[tuple[Round, Round]]
) -> Figure:
    """The series without lists of persons, without roles, without counts from 1 to 4."""
    parts = tuple(
        _part_for_outside(corpus, ask, part, after)
        for part, (_, after) in zip(total.parts, pairs, strict=True)
    )
    closed = [part for part, shown in zip(total.parts, parts, strict=True) if not shown.bounds]
    if not closed or _is_safe_total(closed):
        return replace(total, items=(), parts=parts)
    sentence = pairs_too_small(len(parts), name_of(corpus, ask.party))
    return figure(MEASURE, corpus, ask, sentence, parts=parts, notes=total.notes)


def _part_for_outside(corpus: Corpus, ask: Ask, part: Figure, after: Round) -> Figure:
    counts = dict(part.counts)
    joined = _size(corpus, ask, after) - counts["came_again"]
    if not any(is_small(count) for count in (*counts.values(), joined)):
        return replace(part, items=(), parts=())
    sentence = say(
        "{persons} in the earlier delegation of {party}; how many came again, did not or came "
        "anew is too small a count to be printed.",
        persons=persons_told(counts["delegates"]),
        party=name_of(corpus, ask.party),
    )
    return figure(
        MEASURE, corpus, ask, sentence, title=part.title, round=part.round, notes=part.notes
    )


def _size(corpus: Corpus, ask: Ask, round: Round) -> int:
    """How many the next pair counts at this round: who came anew is what is left of them."""
    listed = delegation_of(corpus, round.id, ask.party)
    there = sum(1 for delegate in listed if delegate.present not in STAYED_AWAY)
    kept = hidden(corpus, Delegate, ask.dialogue, round=round.id)
    return there + (unnamed(corpus, round.id, ask.party) or 0) + len(kept)


def _is_safe_total(closed: Sequence[Figure]) -> bool:
    """Whether what the total tells of the parts left out is itself no small count."""
    if len(closed) < 2:
        return False
    sums = [
        sum(dict(part.counts)[name] for part in closed)
        for name in ("came_again", "did_not", "unknown")
    ]
    return not any(is_small(count) for count in sums)
