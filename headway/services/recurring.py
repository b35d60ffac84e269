"""What recurs in a record, for one view: by side, by dialogue, in replies to certain questions."""

from collections.abc import Sequence
from typing import Any

from headway.domain.concerns import Link
from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue, Party
from headway.domain.statements import Rendering, Statement
from headway.reuse import deliveries_of, formulae_of
from headway.reuse.recurring import DAYS, Recurrences, Recurring, recurring


def find_recurring(
    corpus: Corpus,
    *,
    side: str | None = None,
    dialogue: str | None = None,
    asked: Sequence[str] = (),
    days: int = DAYS,
) -> Recurrences:
    """The sentences each side of a Corpus said on `days` days or more.

    `side` and `dialogue` are ids; `asked` keeps only replies to questions that hold one of these
    words, whatever their case. NotFound when there is no such side or dialogue.
    """
    if side is not None:
        corpus.one(Party, side)
    if dialogue is not None:
        corpus.one(Dialogue, dialogue)
    replies = replies_to(corpus, asked) if asked else None
    chosen = [
        one
        for one in deliveries_of(corpus)
        if side in (None, one.side)
        and dialogue in (None, one.dialogue)
        and (replies is None or one.statement in replies)
    ]
    return recurring(chosen, corpus.text, days, formulae=formulae_of(corpus))


def replies_to(corpus: Corpus, words: Sequence[str]) -> frozenset[str]:
    """Ids of the statements linked as answers to a question that holds one of these words."""
    wanted = [word.casefold() for word in words if word.strip()]
    asked = {
        rendering.statement
        for rendering in corpus.all(Rendering)
        if rendering.text and _is_question(corpus, rendering.statement)
        if any(word in corpus.text(rendering.text).casefold() for word in wanted)
    }
    return frozenset(
        link.origin
        for link in corpus.all(Link)
        if link.relation == "answers" and link.target in asked
    )


def _is_question(corpus: Corpus, statement: str) -> bool:
    found = corpus.get(Statement, statement)
    return found is not None and found.kind == "question"


def words_of(corpus: Corpus, one: Recurring) -> str:
    """The sentence as it was said first."""
    rendering = corpus.one(Rendering, one.first.rendering)
    return " ".join(corpus.text(rendering.text or "")[one.first.begin : one.first.end].split())


def to_plain(corpus: Corpus, found: Recurrences) -> dict[str, Any]:
    """What recurs as data: counts first, then each sentence with its days and places."""
    return {
        "days": found.days,
        "texts": found.texts,
        "sentences": dict(found.sentences),
        "said_again": {side: found.said(side) for side in found.sentences},
        "not_assessed": dict(found.not_assessed),
        "versions": dict(found.versions),
        "found": [
            {
                "side": one.side,
                "language": one.language,
                "kind": one.kind,
                "days": one.days,
                "times": len(one.said),
                "tokens": one.tokens,
                "bits": one.bits,
                "first_on": str(one.first.delivered_on),
                "last_on": str(one.last.delivered_on),
                "words": words_of(corpus, one),
                "statements": [said.statement for said in one.said],
            }
            for one in found.found
        ],
    }
