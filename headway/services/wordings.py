"""How a value is called and what words it holds, for lists, search and links."""

from collections.abc import Callable

from headway.domain.assessments import Assessment, Edition
from headway.domain.capacity import Effort, Staffing
from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.parties import Body, Party
from headway.domain.rounds import Round
from headway.domain.shape import shapes
from headway.domain.statements import Rendering, Statement
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.measures.threads import round_title
from headway.phrases import day_words, noun_words, say

_NAMING_FIELDS = ("title", "name", "summary", "wording", "pattern", "expected", "place_name")
_NOT_WORDS = {"id", "label", "marking", "language", "text", "original", "address", "country"}
LONGEST_TITLE = 120


def title_of(value: Value, corpus: Corpus, language: str = "en") -> str:
    """A short name of a value in a language: its title, else its noun and id."""
    if isinstance(value, Rendering):
        statement = corpus.get(Statement, value.statement)
        return title_of(statement, corpus, language) if statement else value.id
    if isinstance(value, Edition):
        assessment = corpus.get(Assessment, value.assessment)
        return (
            f"{title_of(assessment, corpus, language) if assessment else value.id}, {value.version}"
        )
    if isinstance(value, (Staffing, Effort)):
        return say(", ").join(_capacity(value, corpus, language))
    for name in _NAMING_FIELDS:
        content = getattr(value, name, None)
        if content:
            words = content.within(language) if isinstance(content, Wording) else str(content)
            return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1] + "…"
    return f"{noun_words(type(value).__name__)} {value.id}"


def _capacity(value: Staffing | Effort, corpus: Corpus, language: str) -> list[str]:
    if isinstance(value, Staffing):
        body = corpus.get(Body, value.body)
        named = title_of(body, corpus, language) if body else value.body
        return [value.division or named, day_words(value.on)]
    at, party = corpus.get(Round, value.round), corpus.get(Party, value.party)
    sides = [title_of(party, corpus, language)] if party else []
    return [noun_words("Effort"), *sides, round_title(at) if at else value.round]


def body_of(value: Value, text: Callable[[str], str]) -> str:
    """All the words of a value, its text included; what search looks through."""
    parts: list[str] = []
    for shape in shapes(type(value)):
        if shape.kind not in ("text", "wording") or shape.refers_to or shape.name in _NOT_WORDS:
            continue
        content = getattr(value, shape.name)
        if isinstance(content, Wording):
            parts += content.values()
        elif content:
            parts += content if isinstance(content, tuple) else [content]
    if isinstance(value, (Rendering, Edition)) and value.text:
        parts.append(_text_or_nothing(value.text, text))
    return "\n".join(parts)


def _text_or_nothing(text_hash: str, text: Callable[[str], str]) -> str:
    try:
        return text(text_hash)
    except NotFound:
        return ""
