"""Texts with passages planted in them: taken from an earlier text, edited, set into a later one.

Every draw comes from a seed. Nothing is set into a passage that is used, so that the spans stay
those that were written down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Final

from headway.domain.errors import BadValue
from headway.text import fold, sentences

RATES: Final = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4)
"""Shares of tokens that are substituted (half of them), deleted or inserted (a quarter each)."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted passage: text numbers and code points of where it is from and where it went."""

    rate: float
    source: int
    source_span: Span
    target: int
    target_span: Span


@dataclass(frozen=True, slots=True)
class Planted:
    """Texts in order of delivery, and what was planted in them."""

    texts: tuple[str, ...]
    plants: tuple[Plant, ...]


@dataclass(slots=True)
class _Draft:
    """A plant before other insertions have moved it."""

    rate: float
    source: int
    span: Span
    target: int
    at: int
    words: str


def plant(
    texts: Sequence[str],
    *,
    seed: int,
    each: int = 40,
    rates: Sequence[float] = RATES,
    tokens: Span = (40, 80),
) -> Planted:
    """`each` passages of `tokens` length for every rate, set into the texts given in order.

    A text gives or takes a passage only where it is long enough; edits draw their words from
    all texts. Chinese is edited two ideographs at a time, as its words are.
    """
    draw = Random(seed)
    spans = [_tokens(text) for text in texts]
    words = [text[b:e] for text, held in zip(texts, spans, strict=True) for b, e in held]
    places = [[end for _, end in sentences(text)] for text in texts]
    drafts: list[_Draft] = []
    used: dict[int, list[Span]] = {}
    for rate in rates:
        made, tries = 0, 0
        while made < each:
            tries += 1
            if tries > 2000 * each:
                raise BadValue(f"no room for {each} passages at {rate}; give longer texts")
            size = draw.randint(*tokens)
            source = draw.randrange(len(texts) - 1)
            target = draw.randrange(source + 1, len(texts))
            if len(spans[source]) < size + 20 or not places[target]:
                continue
            first = draw.randrange(len(spans[source]) - size)
            span = spans[source][first][0], spans[source][first + size - 1][1]
            at = draw.choice(places[target])
            if _is_taken(used.get(source, []), span) or _is_taken(used.get(target, []), (at, at)):
                continue
            used.setdefault(source, []).append(span)
            used.setdefault(target, []).append((at, at))
            pieces = [texts[source][b:e] for b, e in spans[source][first : first + size]]
            drafts.append(_Draft(rate, source, span, target, at, edited(pieces, rate, words, draw)))
            made += 1
    return _set_in(texts, drafts)


def _tokens(text: str) -> list[Span]:
    folded = fold(text)
    return list(zip(folded.begins.tolist(), folded.ends.tolist(), strict=True))


def _is_taken(spans: list[Span], span: Span) -> bool:
    return any(begin <= span[1] and span[0] <= end for begin, end in spans)


def edited(words: Sequence[str], rate: float, stock: Sequence[str], draw: Random) -> str:
    """The words with a share of them substituted, deleted or joined by others from `stock`."""
    is_chinese = sum("\u4e00" <= word[0] <= "\u9fff" for word in words) * 2 > len(words)
    step = 2 if is_chinese else 1
    parts: list[str] = []
    for at in range(0, len(words), step):
        chunk = list(words[at : at + step])
        other = draw.randrange(len(stock) - step)
        new = list(stock[other : other + step])
        choice = draw.random() / rate if rate else 1.0
        if choice < 0.5:
            chunk = new
        elif choice < 0.75:
            chunk = []
        elif choice < 1.0:
            chunk = chunk + new
        parts += chunk
    return ("" if is_chinese else " ").join(parts)


def _set_in(texts: Sequence[str], drafts: Sequence[_Draft]) -> Planted:
    """The texts with all drafts in their places, and where everything stands then."""
    by_text: dict[int, list[_Draft]] = {}
    for draft in drafts:
        by_text.setdefault(draft.target, []).append(draft)
    whole: list[str] = []
    placed: dict[int, Span] = {}
    for number, text in enumerate(texts):
        parts, last, length = [], 0, 0
        for draft in sorted(by_text.get(number, []), key=lambda one: one.at):
            parts += [text[last : draft.at], "\n", draft.words, "\n"]
            length += draft.at - last + 1
            placed[id(draft)] = length, length + len(draft.words)
            length += len(draft.words) + 1
            last = draft.at
        whole.append("".join([*parts, text[last:]]))
    plants = tuple(
        Plant(d.rate, d.source, _moved(d.span, by_text.get(d.source, [])), d.target, placed[id(d)])
        for d in drafts
    )
    return Planted(tuple(whole), plants)


def _moved(span: Span, insertions: Sequence[_Draft]) -> Span:
    shift = sum(len(one.words) + 2 for one in insertions if one.at <= span[0])
    return span[0] + shift, span[1] + shift


# -- texts to plant into -----------------------------------------------------------------------


def invented_texts(seed: int, count: int = 40, words: int = 1500) -> list[str]:
    """Texts of invented words, some common and most rare (Zipf), in sentences; nothing repeats."""
    draw = Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "el")]
    stock = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(12_000)]
    weights = [1 / (rank + 3) for rank in range(len(stock))]
    return [
        ". ".join(
            " ".join(draw.choices(stock, weights, k=draw.randint(12, 30))).capitalize()
            for _ in range(words // 20)
        )
        + "."
        for _ in range(count)
    ]


def bigram_texts(texts: Sequence[str], seed: int, characters: int) -> list[str]:
    """Texts drawn from the pairs of words of others, where nothing is repeated but by chance."""
    draw = Random(seed)
    follow: dict[str, list[str]] = {}
    for text in texts:
        words = text.split()
        for one, after in pairwise(words):
            follow.setdefault(one, []).append(after)
    firsts = sorted(follow)
    made: list[str] = []
    size = 0
    while size < characters:
        words = [draw.choice(firsts)]
        while len(words) < 2500:
            words.append(draw.choice(follow.get(words[-1]) or firsts))
        made.append(" ".join(words))
        size += len(made[-1])
    return made
