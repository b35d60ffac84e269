"""Did the asking side ask for something one could do?

Formula: questions and asks of action category 5 / all that a party put to the other side. The
categories are those used for recommendations of the Universal Periodic Review: 1 ask others for
help, 2 continue, 3 consider, 4 a general element of action (promote, strengthen),
5 a specific action (adopt, ratify, abolish, release, investigate); all five are told apart.

Unknown, and so in the bounds: asks whose category nobody has read (`not_looked`), asks that are
withheld (by whom a withheld ask was put is not known).

Source: the action categories of Edward McMahon and UPR Info. When not to use it: as a mark of
quality. A question of fact asks for an answer and no action; it has no category and is best left
so. One reader's categories are one reader's: print who read them.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.concerns import Question
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import name_of, round_title, rounds_of
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="specificity",
    version="1",
    kind="rate",
    title=phrase("Asks for a specific action"),
    question=phrase("Did the asking side ask for something one could do?"),
    formula=phrase(
        "asks of action category 5 / asks put to the other side; categories 1 to 5 apart"
    ),
    source=phrase("the action categories of Edward McMahon and UPR Info"),
    not_when=phrase("as a mark of quality: a question of fact asks for no action"),
    both_sides=phrase("What each party asked of the other, read with the same five categories."),
    rests_on=(Question,),
)

CATEGORIES = (1, 2, 3, 4, 5)
SPECIFIC = 5


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds (or the one asked for), with one part a round."""
    rounds = [r for r in rounds_of(corpus, ask.dialogue) if ask.round in (None, r.id)]
    asked = {round.id: _asked(corpus, ask, round) for round in rounds}
    parts = (_figure(corpus, ask, asked[round.id], round) for round in rounds)
    every = [question for group in asked.values() for question in group]
    return _figure(
        corpus, ask, every, None, tuple(part for part in parts if part.items and not ask.round)
    )


def _asked(corpus: Corpus, ask: Ask, round: Round) -> list[Question]:
    return [q for q in corpus.having(Question, "round", round.id) if q.asked_by == ask.party]


def _figure(
    corpus: Corpus,
    ask: Ask,
    asked: Sequence[Question],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    where = round.id if round else ask.round
    items = (*(_item(question) for question in asked), *_withheld(corpus, ask, where))
    name = name_of(corpus, ask.party)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} ask of {party}", "{count} asks of {party}"),
            phrases(
                "{count} of {all} was for a specific action",
                "{count} of {all} were for a specific action",
            ),
            {"party": name},
        ),
        counts=_counts(items),
        parts=parts,
        title=round_title(round) if round else "",
        round=where,
    )


def _item(question: Question) -> Item:
    ref, category = any_id("Question", question.id), question.action_category
    if category is None:
        return Item(ref, "not_looked", question.summary, "not_looked")
    if category not in CATEGORIES:
        return Item(ref, "not_assessed", question.summary, "not_assessed")
    code: Code = "yes" if category == SPECIFIC else "no"
    return Item(ref, code, question.summary, f"category_{category}")


def _withheld(corpus: Corpus, ask: Ask, round: str | None) -> list[Item]:
    found = hidden(corpus, Question, ask.dialogue, round=round)
    return [item_of(w, say("an ask")) for w in found]


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    kinds = (*(f"category_{c}" for c in CATEGORIES), "not_looked", "not_assessed", "withheld")
    return (("asks", float(len(items))), *((kind, float(found[kind])) for kind in kinds))
