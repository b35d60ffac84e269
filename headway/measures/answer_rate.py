"""Were questions answered on point?

Formula: replies judged `answered` / questions put to the party; the other kinds apart (partial,
general statement, refused, deferred, none). A reply given later counts at the round of asking,
from the day it is known. A question with any undisputed reading `answered` is answered.

Unknown, and so in the bounds: questions nobody has read a reply to (`not_looked`), questions and
replies that are withheld, and readings that are disputed or differ between readers.

Source: FIDH (2004) and the 2006 assessment of the Canada-China dialogue, on concerns put again and
again without reply; bounds are worst-case bounds over the unknown. When not to use it: it counts
readings by persons, so it says nothing where nobody has read the replies; it does not weigh easy
questions against hard ones, so two parties who were asked different things cannot be ranked by it.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.concerns import Question, Reply
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of, may_be_about
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import (
    name_of,
    questions_to,
    replies_to,
    round_title,
    rounds_of,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="answer_rate",
    version="1",
    kind="rate",
    title=phrase("Questions answered"),
    question=phrase("Were questions answered on point?"),
    formula=phrase(
        "questions with a reply judged answered / questions put; every other kind apart"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue; FIDH (2004)"),
    not_when=phrase("where nobody read the replies, or to rank parties asked different things"),
    both_sides=phrase("The questions put to each party, read with the same six kinds of reply."),
    rests_on=(Question, Reply),
    leading=1,
)

KINDS = ("answered", "partial", "general", "refused", "deferred", "none")


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds (or the one asked for), with one part a round of asking."""
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    questions = [
        q for q in questions_to(corpus, ask.dialogue, ask.party) if ask.round in (None, q.round)
    ]
    parts = (
        ()
        if ask.round
        else tuple(
            _figure(corpus, ask, [q for q in questions if q.round == r.id], r) for r in rounds
        )
    )
    main = _figure(corpus, ask, questions, rounds[0] if ask.round and rounds else None, parts)
    return main


def _figure(
    corpus: Corpus,
    ask: Ask,
    questions: Sequence[Question],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    read = [_item(corpus, q) for q in questions]
    items = (*read, *_withheld_questions(corpus, ask, round))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        _words(name_of(corpus, ask.party)),
        bounds=_loosened(corpus, ask, bounds_of(items), questions, read),
        counts=_counts(items),
        parts=tuple(part for part in parts if part.items),
        title=round_title(round) if round else "",
        round=round.id if round else None,
        notes=_readers(corpus, questions),
    )


def _readers(corpus: Corpus, questions: Sequence[Question]) -> tuple[str, ...]:
    """Whether the replies were read by one person, which a reader of the figure must know."""
    found = {r.read_by for q in questions for r in replies_to(corpus, q.id)} - {""}
    return (say("Read by one person."),) if len(found) == 1 else ()


def _words(name: str) -> Words:
    return Words(
        phrases("{count} question put to {party}", "{count} questions put to {party}"),
        phrases(
            "{count} of {all} was answered on point", "{count} of {all} were answered on point"
        ),
        {"party": name},
    )


def _item(corpus: Corpus, question: Question) -> Item:
    ref = any_id("Question", question.id)
    replies = replies_to(corpus, question.id)
    if not replies:
        return Item(ref, "not_looked", question.summary, "not_looked")
    kind, conflicting = _reading(replies)
    code: Code = "yes" if kind == "answered" else "no"
    return Item(ref, code, question.summary, kind, conflicting=conflicting)


def _reading(replies: Sequence[Reply]) -> tuple[str, bool]:
    """The kind that counts, and whether readers differ on whether it is an answer."""
    firm = [r for r in replies if not r.disputed and not _is_read_otherwise(r, replies)]
    if any(reply.kind == "answered" for reply in firm):
        return "answered", False
    return replies[-1].kind, len(firm) < len(replies)


def _is_read_otherwise(reply: Reply, replies: Sequence[Reply]) -> bool:
    answered = reply.kind == "answered"
    return any(
        _occasion(r) == _occasion(reply) and (r.kind == "answered") != answered for r in replies
    )


def _occasion(reply: Reply) -> tuple[str | None, ...]:
    return (reply.given_on, reply.round, reply.statement)


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter("disputed" if i.conflicting else i.category for i in items)
    kinds = [(kind, float(found[kind])) for kind in (*KINDS, "disputed", "not_looked", "withheld")]
    return (("questions", float(len(items))), *kinds)


def _withheld_questions(corpus: Corpus, ask: Ask, round: Round | None) -> list[Item]:
    """Withheld questions that may have been put to this party (at this round)."""
    found = hidden(corpus, Question, ask.dialogue, round=round.id if round else None)
    return [item_of(w, say("a question")) for w in found if may_be_about(corpus, w, ask.party)]


def _loosened(
    corpus: Corpus, ask: Ask, bounds: Bounds, questions: Sequence[Question], items: Sequence[Item]
) -> Bounds:
    """A withheld reply may have answered a question that is read as not answered so far."""
    unanswered = {
        q.id: q.concern
        for q, i in zip(questions, items, strict=True)
        if i.code == "no" and not i.conflicting
    }
    reached = 0
    for reply in sorted(hidden(corpus, Reply, ask.dialogue), key=lambda w: w.concern is None):
        hit = next((q for q, c in unanswered.items() if reply.concern in (None, c)), None)
        if hit is not None:
            reached += 1
            del unanswered[hit]
    return bounds.loosened(no=reached)
