"""How often had the delegates been there before?

Formula: delegates present at a round who had been present at no earlier round on record / delegates
present; beside it the earlier rounds of the middle delegate (the median). The headline is the
latest round; each round after the first is a part; heads, deputies and experts apart.
Descriptive: more is not better.

Unknown, and so in the bounds: delegates whose presence at the round is not known (they may not
belong to the count), persons not listed at an earlier round whose list is not known to be complete,
or where an earlier round is not on record, as the numbers of the rounds tell; delegates counted but
not named, delegates that are withheld.

Source: the 2006 assessment of the Canada-China dialogue, on participants who keep changing. When
not to use it: as a mark of quality, about one named official, or where the record begins in the
middle of a dialogue whose rounds have no numbers. Outside the desk and assessor views the size in
steps of five and the median are told, no count and no list of persons.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Person
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.disclosure import band, is_inside
from headway.measures.figure import FEWEST_FOR_A_RATE, Ask, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure, rate
from headway.measures.room import absence, attendance_of, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import (
    delegation_of,
    lowered,
    name_of,
    not_on_record_before,
    round_title,
    rounds_of,
    titled,
)
from headway.phrases import number, phrase, phrase_as, phrases, say, says

MEASURE = Measure(
    name="experience",
    version="2",
    kind="series",
    title=phrase("Delegates at their first round"),
    question=phrase("How often had the delegates been there before?"),
    formula=phrase(
        "delegates present with no earlier round on record / delegates present; median beside"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase(
        "as a mark of quality, about one official, or where early rounds are not on record"
    ),
    both_sides=phrase("Each party's own delegates, followed through its own delegations."),
    rests_on=(Delegate, Attendance),
)

ROLES = (
    (
        "head",
        phrase_as("role", "Heads"),
        phrases("{count} head of {party}", "{count} heads of {party}"),
    ),
    (
        "deputy",
        phrase_as("role", "Deputies"),
        phrases("{count} deputy of {party}", "{count} deputies of {party}"),
    ),
    (
        "expert",
        phrase_as("role", "Experts"),
        phrases("{count} expert of {party}", "{count} experts of {party}"),
    ),
)
NEW = phrases(
    "{count} of {all} had been at no earlier round",
    "{count} of {all} had been at no earlier round",
)
LATER = phrases(
    "{count} delegate of {party} at a later round", "{count} delegates of {party} at a later round"
)
THERE = phrases("{count} delegate of {party} at {round}", "{count} delegates of {party} at {round}")
AWAY = frozenset({"no", "not_applicable"})


@dataclass(frozen=True, slots=True)
class Past:
    """A delegate with the fewest and the most earlier rounds the person can have been at."""

    item: Item
    role: str
    least: int
    most: int


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The latest round after the first (or the one asked for), with a part a round."""
    rounds = rounds_of(corpus, ask.dialogue)
    parts = tuple(
        _round(corpus, ask, rounds[:n], here)
        for n, here in enumerate(rounds)
        if n and ask.round in (None, here.id)
    )
    if not parts:
        return rate(MEASURE, corpus, ask, (), Words(LATER, NEW, _named(corpus, ask)))
    return replace(parts[-1], parts=parts, title="", round=ask.round)


def _named(corpus: Corpus, ask: Ask, **more: str) -> dict[str, str]:
    return {"party": name_of(corpus, ask.party), **more}


def _round(corpus: Corpus, ask: Ask, before: Sequence[Round], here: Round) -> Figure:
    listed = [d for d in delegation_of(corpus, here.id, ask.party) if d.present not in AWAY]
    missing = not_on_record_before([*before, here])
    pasts = [_past(corpus, delegate, before, missing) for delegate in listed]
    items = (*(p.item for p in pasts), *_others(corpus, ask, here))
    title = round_title(here)
    if not is_inside(corpus):
        notes = _missing_note(missing)
        return replace(_for_outside(corpus, ask, here, pasts, len(items)), notes=notes)
    loose = _withheld_before(corpus, ask, before)
    roles = (_role(corpus, ask, pasts, role, here, loose) for role in ROLES)
    told = rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(THERE, NEW, _named(corpus, ask, round=lowered(title))),
        bounds=bounds_of(items).loosened(yes=loose),
        counts=(*_counts(items), *_medians(pasts)),
        parts=tuple(role for role in roles if role.items),
        title=title,
        round=here.id,
        notes=(say("Descriptive: more is not better."), *_missing_note(missing)),
    )
    middle = _middle(pasts)
    return (
        replace(told, sentence=say("{first} {second}", first=told.sentence, second=middle))
        if middle
        else told
    )


def _missing_note(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        says(
            "By their numbers {count} earlier round is not on record.",
            "By their numbers {count} earlier rounds are not on record.",
            count,
        ),
    )


def _withheld_before(corpus: Corpus, ask: Ask, before: Sequence[Round]) -> int:
    found = (w for r in before for w in hidden(corpus, Delegate, ask.dialogue, round=r.id))
    return len({w.id for w in found})


def _past(corpus: Corpus, delegate: Delegate, before: Sequence[Round], missing: int) -> Past:
    codes = [_presence(corpus, delegate, round) for round in before]
    unknown = sorted(code for code in codes if code in UNKNOWN_CODES)
    least = codes.count("yes")
    doubt: Code = unknown[0] if unknown else "not_looked"
    unsure = len(unknown) + missing
    code: Code = "no" if least else doubt if unsure else "yes"
    person = corpus.get(Person, delegate.person)
    name = titled(person.name) if person else delegate.person
    item = Item(
        any_id("Delegate", delegate.id),
        code,
        name,
        "been_before" if least else "unknown" if unsure else "first_time",
        optional=delegate.present in UNKNOWN_CODES,
    )
    return Past(item, delegate.role, least, least + unsure)


def _presence(corpus: Corpus, delegate: Delegate, round: Round) -> Code:
    found = delegation_of(corpus, round.id, delegate.party)
    there = next((d for d in found if d.person == delegate.person), None)
    if there is None:
        return absence(corpus, round.id, delegate.party)
    return "no" if there.present in AWAY else there.present


def _others(corpus: Corpus, ask: Ask, here: Round) -> list[Item]:
    """Delegates counted but not named, and delegates withheld."""
    kept = [
        item_of(w, say("a delegate")) for w in hidden(corpus, Delegate, ask.dialogue, round=here.id)
    ]
    found = attendance_of(corpus, here.id, ask.party)
    if found is None:
        return kept
    ref = any_id("Attendance", found.id)
    item = Item(ref, "not_looked", say("a delegate counted but not named"), "unknown")
    return [*[item] * (unnamed(corpus, here.id, ask.party) or 0), *kept]


def _role(
    corpus: Corpus,
    ask: Ask,
    pasts: Sequence[Past],
    role: tuple[str, str, tuple[str, str]],
    here: Round,
    loose: int,
) -> Figure:
    kind, title, all_of_them = role
    items = tuple(past.item for past in pasts if past.role == kind)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(all_of_them, NEW, _named(corpus, ask)),
        bounds=bounds_of(items).loosened(yes=loose),
        counts=_counts(items),
        title=say(title),
        round=here.id,
    )


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    firm = [item.code for item in items if not item.optional]
    first, been = firm.count("yes"), firm.count("no")
    return (
        ("delegates", float(len(items))),
        ("first_time", float(first)),
        ("been_before", float(been)),
        ("unknown", float(len(items) - first - been)),
    )


# -- the middle delegate -----------------------------------------------------------------------


def _medians(pasts: Sequence[Past]) -> tuple[tuple[str, float], ...]:
    """The lowest and the highest median over the delegates named and certainly present."""
    sure = [past for past in pasts if not past.item.optional]
    if not sure:
        return ()
    return (
        ("median_least", float(median(past.least for past in sure))),
        ("median_most", float(median(past.most for past in sure))),
    )


def _middle(pasts: Sequence[Past]) -> str:
    found = [value for _, value in _medians(pasts)]
    if not found:
        return ""
    span = number(found[0])
    if found[1] != found[0]:
        span = say("{first} to {last}", first=span, last=number(found[1]))
    return says(
        "The middle one of those named had been at {span} earlier round.",
        "The middle one of those named had been at {span} earlier rounds.",
        found[1],
        span=span,
    )


def _for_outside(corpus: Corpus, ask: Ask, here: Round, pasts: Sequence[Past], size: int) -> Figure:
    title = round_title(here)
    sentence = say(
        "{number} delegates of {party} at {round}.",
        number=band(size),
        party=name_of(corpus, ask.party),
        round=lowered(title),
    )
    if not _is_few(pasts):
        sentence = say("{first} {second}", first=sentence, second=_middle(pasts))
    return figure(MEASURE, corpus, ask, sentence, title=title, round=here.id)


def _is_few(pasts: Sequence[Past]) -> bool:
    """Whether a median would tell of fewer than five persons."""
    return sum(1 for past in pasts if not past.item.optional) < FEWEST_FOR_A_RATE
