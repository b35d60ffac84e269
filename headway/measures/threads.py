"""Ways through a Corpus that measures and pages share: rounds in order, what was open, who came."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from headway.domain.assessments import Flag, Withholding
from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.parties import Body, Dialogue, Party, Person
from headway.domain.rounds import AgendaItem, Delegate, Round
from headway.domain.shape import shapes
from headway.domain.statements import Statement
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.phrases import say, says, spoken

PLANNED = frozenset({"due_on", "scheduled_release_on", "until", "retired_on"})
"""Fields that hold a day to come; they do not tell how far a record reaches."""

OF_THE_RECORD: frozenset[type[Value]] = frozenset({Flag, Withholding})
"""Nouns that say something of the record itself; their days do not tell how far it reaches."""

OPENING = frozenset({"raised", "taken_up"})


# -- days --------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def today(corpus: Corpus) -> date | None:
    """The day figures are made for: `as_of`, else the latest day anything in the corpus happened.

    None for a corpus without dates. Planned days (deadlines, scheduled releases) do not count, nor
    does the day on which something in the record was flagged or withheld.
    """
    if corpus.as_of is not None:
        return corpus.as_of
    days = (
        day
        for group in corpus.values.values()
        for value in group.values()
        if type(value) not in OF_THE_RECORD
        for day in _days(value)
    )
    return max((day.earliest for day in days), default=None)


def _days(value: Value) -> Iterable[PartialDate]:
    for shape in shapes(type(value)):
        if shape.kind == "date" and shape.name not in PLANNED:
            day = getattr(value, shape.name)
            if day is not None:
                yield day


def has_come(day: PartialDate | None, corpus: Corpus) -> bool:
    """Whether a day (or an unknown one) is not later than the day figures are made for."""
    now = today(corpus)
    return day is None or now is None or day.earliest <= now


# -- names -------------------------------------------------------------------------------------


def titled(wording: Wording) -> str:
    """A wording as the language spoken now has it, else as it was made."""
    return wording.within(spoken())


def name_of(corpus: Corpus, party: str | None) -> str:
    """The name of a party as the record has it, else its id."""
    found = corpus.get(Party, party)
    return titled(found.name) if found else (party or say("nobody named"))


def body_name(corpus: Corpus, body: str | None) -> str:
    """The name of a body as the record has it, else its id."""
    found = corpus.get(Body, body)
    return titled(found.name) if found else (body or say("no body named"))


def parties_of(corpus: Corpus, dialogue: str) -> tuple[str, ...]:
    """The ids of the parties of a dialogue, in the order it names them."""
    return corpus.one(Dialogue, dialogue).parties


def other_parties(corpus: Corpus, dialogue: str, party: str) -> tuple[str, ...]:
    """The ids of all parties of a dialogue but one."""
    return tuple(p for p in parties_of(corpus, dialogue) if p != party)


def other_side(corpus: Corpus, dialogue: str, party: str) -> str:
    """The name of the other party, or `the other parties` where there are several."""
    others = other_parties(corpus, dialogue, party)
    return name_of(corpus, others[0]) if len(others) == 1 else say("the other parties")


# -- rounds ------------------------------------------------------------------------------------


def rounds_of(corpus: Corpus, dialogue: str) -> tuple[Round, ...]:
    """The rounds of a dialogue that have begun, by day; not every round has a number."""
    found = corpus.having(Round, "dialogue", dialogue)
    held = (r for r in found if has_come(r.began_on, corpus))
    return tuple(sorted(held, key=lambda r: (r.began_on, r.number or 0, r.id)))


def round_title(round: Round) -> str:
    """`Round 3`, or `Round of 2001-10` where no source gives it a number."""
    if round.number is not None:
        return say("Round {number}", number=round.number)
    return say("Round of {day}", day=round.began_on)


def lowered(title: str) -> str:
    """A title as it stands inside a sentence: `round 3`."""
    return title[:1].lower() + title[1:]


def not_known_by_name(round: Round, count: int) -> str:
    """A note that so many delegates at a round are counted and not named."""
    return says(
        "At {round} {count} delegate is not known by name.",
        "At {round} {count} delegates are not known by name.",
        count,
        round=lowered(round_title(round)),
    )


def missing_before(corpus: Corpus, dialogue: str) -> Mapping[str, int]:
    """Rounds before which, as the numbers tell, others were held that are not on record.

    The id of each, with how many these are at most. A round without a number takes the place of
    one; where more are missing than that, nobody knows between which of the rounds.
    """
    rounds = rounds_of(corpus, dialogue)
    numbered = [(place, r.number) for place, r in enumerate(rounds) if r.number is not None]
    found = {}
    for (place, number), (later_place, later) in pairwise(numbered):
        missing = (later - number) - (later_place - place)
        if missing > 0:
            found.update({r.id: missing for r in rounds[place + 1 : later_place + 1]})
    return found


def not_on_record_before(rounds: Sequence[Round]) -> int:
    """How many rounds before the last of these, as their numbers tell, are not on record."""
    numbered = (r.number - 1 - place for place, r in enumerate(rounds) if r.number is not None)
    return max([0, *numbered])


def is_noted(corpus: Corpus, round: str) -> bool:
    """Whether anybody noted at all what was raised at a round."""
    return bool(corpus.having(Raising, "round", round))


def gap_between(before: Round, after: Round) -> tuple[str, ...]:
    """A note where the numbers of two rounds do not follow each other."""
    if before.number is None or after.number is None or after.number == before.number + 1:
        return ()
    return (
        say(
            "The numbers do not follow each other: {first}, then {second}.",
            first=before.number,
            second=after.number,
        ),
    )


def gaps_between(corpus: Corpus, *rounds: Round) -> tuple[str, ...]:
    """A note, told once, wherever the numbers say that a round between these is not on record."""
    found: list[str] = []
    for before, after in pairwise(rounds):
        found += gap_between(before, after)
        unsure = before.number is None or after.number is None
        if unsure and after.id in missing_before(corpus, after.dialogue):
            found.append(say("By their numbers more rounds were held here than are on record."))
    return tuple(dict.fromkeys(found))


def gaps_in(corpus: Corpus, pairs: Sequence[tuple[Round, Round]]) -> tuple[str, ...]:
    """The notes on gaps of pairs of rounds that follow each other on record."""
    rounds = [*(before for before, _ in pairs[:1]), *(after for _, after in pairs)]
    return gaps_between(corpus, *rounds)


def pairs_of_rounds(corpus: Corpus, dialogue: str) -> tuple[tuple[Round, Round], ...]:
    """Each round with the next one on record."""
    rounds = rounds_of(corpus, dialogue)
    return tuple(pairwise(rounds))


def agenda_of(corpus: Corpus, round: str) -> tuple[AgendaItem, ...]:
    """The agenda of a round in its order."""
    return tuple(
        sorted(corpus.having(AgendaItem, "round", round), key=lambda item: (item.order, item.id))
    )


# -- statements --------------------------------------------------------------------------------


def statements_of_round(corpus: Corpus, round: str) -> tuple[Statement, ...]:
    """What was said or tabled at a round, in order of delivery."""
    return tuple(sorted(corpus.having(Statement, "round", round), key=order_of_delivery))


def statements_of_dialogue(corpus: Corpus, dialogue: str) -> tuple[Statement, ...]:
    """What was said or tabled in a dialogue, in order of delivery."""
    found = (s for s in corpus.all(Statement) if belongs_to(corpus, s, dialogue))
    return tuple(sorted(found, key=order_of_delivery))


def belongs_to(corpus: Corpus, statement: Statement, dialogue: str) -> bool:
    """Whether a statement was made in a dialogue: that of its round, else the one it names."""
    round = corpus.get(Round, statement.round)
    named = round.dialogue if round else statement.dialogue
    return named == dialogue and has_come(statement.delivered_on, corpus)


def order_of_delivery(statement: Statement) -> tuple[str, int, int, str]:
    """The key that puts statements in order of delivery."""
    return (statement.delivered_on, statement.session, statement.sequence, statement.id)


# -- concerns and questions --------------------------------------------------------------------


def concerns_of(corpus: Corpus, dialogue: str, raised_by: str | None = None) -> tuple[Concern, ...]:
    """The concerns of a dialogue, all or those of one raising party."""
    found = corpus.having(Concern, "dialogue", dialogue)
    return tuple(c for c in found if raised_by is None or c.raised_by == raised_by)


def steps_at(corpus: Corpus, concern: str, round: str) -> frozenset[str]:
    """What happened to a concern at a round: the steps of its Raisings there."""
    found = corpus.having(Raising, "concern", concern)
    return frozenset(r.step for r in found if r.round == round)


def is_open_after(corpus: Corpus, concern: str, rounds: Iterable[Round]) -> bool:
    """Whether a concern is open after the last of these rounds: raised and not closed since.

    A step `dropped` leaves it open: nobody closed it. Closing wins over raising at one round.
    """
    open_now = False
    for round in rounds:
        steps = steps_at(corpus, concern, round.id)
        open_now = "closed" not in steps and (open_now or bool(steps & OPENING))
    return open_now


def open_concerns(
    corpus: Corpus, dialogue: str, raised_by: str | None = None, after: str | None = None
) -> tuple[Concern, ...]:
    """The concerns open after a round (by id; after the last one by default)."""
    rounds = _until(rounds_of(corpus, dialogue), after)
    return tuple(
        c for c in concerns_of(corpus, dialogue, raised_by) if is_open_after(corpus, c.id, rounds)
    )


def _until(rounds: tuple[Round, ...], last: str | None) -> tuple[Round, ...]:
    if last is None:
        return rounds
    end = next((n for n, r in enumerate(rounds) if r.id == last), -1)
    return rounds[: end + 1]


def questions_to(corpus: Corpus, dialogue: str, asked_of: str) -> tuple[Question, ...]:
    """The questions put to a party in a dialogue, in order of the rounds."""
    return tuple(
        q
        for round in rounds_of(corpus, dialogue)
        for q in corpus.having(Question, "round", round.id)
        if q.asked_of == asked_of
    )


def replies_to(corpus: Corpus, question: str) -> tuple[Reply, ...]:
    """The replies to a question as read by persons, earlier ones first, undated ones before."""
    found = (r for r in corpus.having(Reply, "question", question) if has_come(r.given_on, corpus))
    return tuple(sorted(found, key=lambda r: (_day_of(corpus, r), r.id)))


def _day_of(corpus: Corpus, reply: Reply) -> str:
    round = corpus.get(Round, reply.round)
    return reply.given_on or (round.began_on if round else "")


# -- who was in the room -----------------------------------------------------------------------


def delegation_of(corpus: Corpus, round: str, party: str) -> tuple[Delegate, ...]:
    """The delegates listed for a party at a round, one a person, by id."""
    found = {d.person: d for d in corpus.having(Delegate, "round", round) if d.party == party}
    return tuple(sorted(found.values(), key=lambda d: d.id))


def body_of(corpus: Corpus, delegate: Delegate) -> str | None:
    """The body a delegate came for: as listed at that round, else the person's own."""
    if delegate.body is not None:
        return delegate.body
    person = corpus.get(Person, delegate.person)
    return person.body if person else None


def head_of(corpus: Corpus, round: str, party: str) -> Delegate | None:
    """The head of a delegation, or None where none is listed as present."""
    heads = (d for d in delegation_of(corpus, round, party) if d.role == "head")
    return next((d for d in heads if d.present == "yes"), None)
