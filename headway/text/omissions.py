"""Numbers, days, names and agreed terms of a text that its translation does not state.

Looked for paragraph beside paragraph: a number that the translation has elsewhere is no
counterpart. What may be said otherwise counts as said (see `mentions`), and nothing is looked for
that is often said in other words (one, first, both). So a place that is told is worth a look, and
a place that is not told may still be wrong: an eight read as a five is found, an eight in the
wrong sentence is not.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from headway.text.beside import Beside, beside, paragraphs
from headway.text.facts import Fact, Kind, Mention
from headway.text.mentions import READ, base, facts, mentions, plain

_ENDINGS: Final = "(?:s|es|x)?"
_LETTER: Final = r"[a-zA-Z\u00c0-\u024f]"


@dataclass(frozen=True, slots=True)
class Known:
    """A name or term with its forms: `find` in the source, `accept` in the translation.

    A form in Latin letters must stand as whole words; a name in just these letters, a term in
    small or capital ones and in the plural too.
    """

    key: Fact
    kind: Kind
    find: tuple[str, ...]
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """A place [begin, end) of the source, in its paragraph (from 1), of which parts are absent.

    `absent` holds for each part the facts of which one was looked for; `beside` tells whether
    any paragraph of the translation stands beside.
    """

    begin: int
    end: int
    kind: Kind
    paragraph: int
    absent: tuple[frozenset[Fact], ...]
    beside: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What was looked for, by kind, and what was not found, in order."""

    looked_for: tuple[tuple[Kind, int], ...]
    omissions: tuple[Omission, ...]

    @property
    def places(self) -> int:
        """How many places of the source were looked for."""
        return sum(count for _, count in self.looked_for)


KINDS: Final[tuple[Kind, ...]] = ("number", "date", "name", "term")


def is_read(language: str) -> bool:
    """Whether numbers and days are read in a language (BCP 47)."""
    return base(language) in READ


def compare(
    source: str,
    rendering: str,
    languages: tuple[str, str],
    known: Sequence[Known] = (),
    pairs: Sequence[Beside] | None = None,
) -> Compared:
    """What the source states and the rendering does not; KeyError for a language not read.

    `languages` are those of the source and of the rendering; `pairs` says which paragraphs (lines
    that hold something, from 0) stand beside each other where that is known.
    """
    said, there = plain(source, languages[0]), plain(rendering, languages[1])
    folded = said.casefold()
    known = [k for k in known if any(f.split()[0].casefold() in folded for f in k.find)]
    spans, others = _spans(said, there, by_lines=pairs is not None)
    texts = [there[begin:end] for begin, end in others]
    looked = [_looked_for(said[b:e], languages[0], known) for b, e in spans]
    stated = [facts(text, languages[1]) | _named(text, known) for text in texts]
    if pairs is None:
        held = [frozenset().union(*(m.facts for m in found)) for found in looked]
        pairs = beside([said[b:e] for b, e in spans], texts, (held, stated))
    counts = dict.fromkeys(KINDS, 0)
    found: list[Omission] = []
    for n, (left, right) in enumerate(pairs):
        near = right or _near(pairs, n)
        across = frozenset().union(*(stated[place] for place in near))
        for place in left:
            for mention in looked[place]:
                counts[mention.kind] += 1
                absent = tuple(need for need in mention.needs if not need & across)
                if absent and not _is_kept(mention, said[slice(*spans[place])], texts, near):
                    at = (spans[place][0] + mention.begin, spans[place][0] + mention.end)
                    found.append(Omission(*at, mention.kind, place + 1, absent, bool(right)))
    return Compared(tuple(counts.items()), tuple(found))


def _spans(
    one: str, other: str, *, by_lines: bool
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    if by_lines:
        line = re.compile(r"[^\r\n]*\S[^\r\n]*")
        return ([m.span() for m in line.finditer(one)], [m.span() for m in line.finditer(other)])
    return paragraphs(one), paragraphs(other)


def _is_kept(mention: Mention, text: str, others: Sequence[str], near: Sequence[int]) -> bool:
    """Whether a day stands in the translation in the very words of the source, as in a title."""
    words = text[mention.begin : mention.end]
    return mention.kind == "date" and any(words in others[place] for place in near)


def _near(rows: Sequence[Beside], at: int) -> tuple[int, ...]:
    """The paragraphs before and after a place that has none beside it."""
    before = next((right for _, right in reversed(rows[:at]) if right), ())
    after = next((right for _, right in rows[at + 1 :] if right), ())
    return (*before, *after)


def _looked_for(text: str, language: str, known: Iterable[Known]) -> list[Mention]:
    """What a paragraph states, each thing once; numbers inside a name belong to the name."""
    names = _names_in(text, known)
    told = [
        m
        for m in mentions(text, language)
        if not m.weak and not any(n.begin < m.end and m.begin < n.end for n in names)
    ]
    once: dict[tuple[Kind, str], Mention] = {}
    for mention in told:
        once.setdefault((mention.kind, text[mention.begin : mention.end].casefold()), mention)
    for mention in names:
        once.setdefault((mention.kind, min(mention.facts)), mention)
    return sorted(once.values(), key=lambda mention: (mention.begin, mention.kind))


def _names_in(text: str, known: Iterable[Known]) -> list[Mention]:
    """Names and terms, the longest form first; a shorter name inside a longer one is none."""
    forms = [(form, one) for one in known for form in one.find]
    found: list[Mention] = []
    for form, one in sorted(forms, key=lambda pair: -len(pair[0])):
        for match in _pattern(form, one.kind).finditer(text):
            clash = any(m.begin < match.end() and match.start() < m.end for m in found)
            if not clash:
                needs = (frozenset({one.key}),)
                found.append(Mention(match.start(), match.end(), one.kind, needs))
    return found


def _named(text: str, known: Iterable[Known]) -> frozenset[Fact]:
    folded = text.casefold()
    return frozenset(
        one.key for one in known if any(form.casefold() in folded for form in one.accept)
    )


@lru_cache(maxsize=4096)
def _pattern(form: str, kind: Kind) -> re.Pattern[str]:
    words = r"[\s\u00a0\u202f]+".join(re.escape(word) for word in form.split())
    if not re.search(r"[a-z]", form, re.IGNORECASE):
        return re.compile(words)
    if kind == "term":
        return re.compile(rf"(?<!{_LETTER}){words}{_ENDINGS}(?!{_LETTER})", re.IGNORECASE)
    return re.compile(rf"(?<!{_LETTER}){words}(?!{_LETTER})")
