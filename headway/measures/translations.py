"""The translations of what a party said in a dialogue: texts that are no originals."""

from collections.abc import Iterator
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.statements import Rendering, Statement
from headway.domain.values import UNKNOWN_CODES
from headway.measures.figure import Ask, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.threads import statements_of_dialogue
from headway.phrases import say

MADE = frozenset({"yes", *UNKNOWN_CODES})


def translations_of(corpus: Corpus, ask: Ask) -> Iterator[tuple[Statement, Rendering]]:
    """Every translation, interpretation and working translation, in order of delivery.

    Those known not to exist (or not to be needed) are left out; those of which nobody knows
    whether they exist are in.
    """
    for statement in statements_of_dialogue(corpus, ask.dialogue):
        if statement.party == ask.party and ask.round in (None, statement.round):
            for rendering in corpus.having(Rendering, "statement", statement.id):
                if rendering.kind != "original" and rendering.available in MADE:
                    yield statement, rendering


def withheld_texts(corpus: Corpus, ask: Ask) -> list[Item]:
    """Withheld texts, and withheld statements, which may have been translated."""
    texts = hidden(corpus, Rendering, ask.dialogue, round=ask.round)
    statements = hidden(corpus, Statement, ask.dialogue, round=ask.round)
    told = [item_of(w, say("a text")) for w in texts]
    told += [item_of(w, say("a statement")) for w in statements]
    return [replace(item, optional=True) for item in told]


def source_of(corpus: Corpus, rendering: Rendering) -> Rendering | None:
    """The original text a translation was made from, in another language; None if none is held."""
    texts = corpus.having(Rendering, "statement", rendering.statement)
    own = _base(rendering.language)
    return next(
        (r for r in texts if r.kind == "original" and r.text and _base(r.language) != own), None
    )


def _base(language: str) -> str:
    return language.split("-")[0].lower()
