"""What recurs, as rows of the derived folder by dialogue, and read again from them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from headway.domain.corpus import Corpus
from headway.domain.statements import Statement
from headway.reuse.recurring import Recurrences, Recurring
from headway.services.recurring import words_of


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a sentence stands: code points [begin, end) of a rendering, and its day."""

    rendering: str
    statement: str
    begin: int
    end: int
    delivered_on: str


@dataclass(frozen=True, slots=True)
class StoredRecurring:
    """A sentence that a side said on several days, as it was found; `said` is in order of day.

    `key` is the same as long as side, language and words are; `kind` is one of
    `headway.reuse.recurring.KINDS`. It stands with every dialogue and forum it was said in.
    """

    key: str
    side: str
    language: str
    kind: str
    days: int
    words: str
    said: tuple[Place, ...]


def recurring_rows(corpus: Corpus, found: Recurrences) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Dialogue, number and plain sentence: one row a sentence for each dialogue it was said in."""
    for number, one in enumerate(found.found):
        plain = _plain(corpus, one)
        for dialogue in dict.fromkeys(_dialogue(corpus, said.statement) for said in one.said):
            if dialogue:
                yield dialogue, number, plain


def recurring_report(found: Recurrences) -> dict[str, Any]:
    """What was looked at: days asked for, texts, sentences by side, texts left out by reason."""
    return {
        "days": found.days,
        "texts": found.texts,
        "sentences": dict(found.sentences),
        "not_assessed": dict(found.not_assessed),
        "versions": dict(found.versions),
    }


def read_recurring(plain: dict[str, Any]) -> StoredRecurring:
    """A sentence from its plain form."""
    return StoredRecurring(**plain | {"said": tuple(Place(*said) for said in plain["said"])})


def _plain(corpus: Corpus, one: Recurring) -> dict[str, Any]:
    words = words_of(corpus, one)
    told = "\n".join([one.side, one.language, words])
    return {
        "key": hashlib.blake2b(told.encode(), digest_size=6).hexdigest(),
        "side": one.side,
        "language": one.language,
        "kind": one.kind,
        "days": one.days,
        "words": words,
        "said": [[s.rendering, s.statement, s.begin, s.end, str(s.delivered_on)] for s in one.said],
    }


def _dialogue(corpus: Corpus, statement: str) -> str:
    found = corpus.get(Statement, statement)
    return (found.dialogue or "") if found else ""
