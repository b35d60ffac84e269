"""The names and agreed terms of a record as they may stand in two of its languages."""

from collections.abc import Iterator
from functools import lru_cache

from headway.domain.corpus import Corpus
from headway.domain.parties import Body, Party, Person
from headway.domain.statements import Term
from headway.domain.wording import Wording
from headway.text import names
from headway.text.mentions import base
from headway.text.omissions import Known


@lru_cache(maxsize=8)
def known_names(corpus: Corpus, dialogue: str, languages: tuple[str, str]) -> tuple[Known, ...]:
    """Persons, bodies, parties and agreed terms with a form in both languages (BCP 47).

    A person's name is the same in all languages of Latin letters; other names and the terms are
    looked for only where the record has them in both languages.
    """
    one, other = (base(language) for language in languages)
    found = [*_persons(corpus, one, other), *_others(corpus, one, other)]
    return (*found, *_terms(corpus, dialogue, one, other))


def _within(wording: Wording, language: str) -> str | None:
    """The wording in that very language, whatever its script or country."""
    return next((text for tag, text in wording.items() if base(tag) == language), None)


def _latin(wording: Wording) -> str | None:
    return next((text for tag, text in wording.items() if base(tag) not in ("zh", "ja")), None)


def _persons(corpus: Corpus, one: str, other: str) -> Iterator[Known]:
    for person in corpus.all(Person):
        chinese = _within(person.name, "zh")
        family_first = chinese is not None and "·" not in chinese
        forms = [
            chinese if language == "zh" else _within(person.name, language) or _latin(person.name)
            for language in (one, other)
        ]
        if forms[0] and forms[1]:
            find, _ = names.person(forms[0], family_first=family_first)
            _, accept = names.person(forms[1], family_first=family_first)
            yield Known(f"name:Person/{person.id}", "name", find, accept)


def _others(corpus: Corpus, one: str, other: str) -> Iterator[Known]:
    for body in corpus.all(Body):
        here, there = _within(body.name, one), _within(body.name, other)
        if here and there:
            yield Known(f"name:Body/{body.id}", "name", names.body(here)[0], names.body(there)[1])
    for party in corpus.all(Party):
        here, there = _within(party.name, one), _within(party.name, other)
        if here and there:
            find, accept = names.party(here, one)[0], names.party(there, other)[1]
            yield Known(f"name:Party/{party.id}", "name", find, accept)


def _terms(corpus: Corpus, dialogue: str, one: str, other: str) -> Iterator[Known]:
    for term in corpus.having(Term, "dialogue", dialogue):
        here, there = _within(term.wording, one), _within(term.wording, other)
        if term.status == "agreed" and here and there:
            yield Known(f"term:Term/{term.id}", "term", (here,), (there,))
