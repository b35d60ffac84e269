"""Numbers in English and French texts, in digits and in words, with where they stand.

    numbers("vingt mille personnes, soit 12,5 %", "fr")     # 20000 and 25/2

A table of our own and not a library: the libraries that were looked at turn a text into another
text or a whole phrase into a number, and none says where a number stood or what else it may mean.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from headway.text.facts import Mention, numeral, numerals

_SPACED: Final = re.compile(r"[ \t\u00a0\u202f]*[-\u2010\u2011]?[ \t\r\n\u00a0\u202f]*")
_TOKEN: Final = {
    "en": re.compile(
        r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"|[^\W\d_]+"
    ),
    "fr": re.compile(
        r"(?P<digits>\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
        r"|[^\W\d_]+"
    ),
}


@dataclass(frozen=True)
class _Words:
    """The number words of a language; `weak` ones are counterparts and nothing else."""

    units: dict[str, int]
    tens: dict[str, int]
    hundreds: frozenset[str]
    scales: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, int]
    weak: dict[str, tuple[Fraction, ...]]
    joiner: str
    after_joiner: frozenset[str] = field(default_factory=frozenset)


def _counted(words: str, start: int = 1, step: int = 1) -> dict[str, int]:
    return {w: start + step * n for n, word in enumerate(words.split()) for w in word.split("/")}


def _weak(told: str) -> dict[str, tuple[Fraction, ...]]:
    pairs = (pair.split("=") for pair in told.split())
    return {
        word: tuple(Fraction(value) for value in values.split(","))
        for names, values in pairs
        for word in names.split("/")
    }


_EN_UNITS: Final = _counted(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_EN_ORDINALS: Final = _counted(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth",
    3,
) | _counted(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
    20,
    10,
)
_EN: Final = _Words(
    units=_EN_UNITS,
    tens=_counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
    hundreds=frozenset({"hundred"}),
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
            "mn": 10**6, "bn": 10**9, "tn": 10**12},
    ordinals=_EN_ORDINALS
    | {f"{word}ly": n for word, n in _EN_ORDINALS.items()}
    | {"first": 1, "second": 2, "thousandth": 1000},
    parts={"halves": 2, "quarters": 4} | {f"{w}s": n for w, n in _EN_ORDINALS.items()},
    weak=_weak(
        "one/ones/single/once/first/firstly=1 second/seconds/secondly/twice/both/double/doubled"
        "/couple/pair/two-fold/either=2 triple/tripled/thrice/trio=3 half=1/2"
        " quarter/quarters=1/4,4,15 zero/nought/nil=0 dozen/dozens=12 score/scores=20"
        " decade/decades=10 century/centuries=100 fortnight=14,2,15 hundreds=100"
        " thousands=1000 millions=1000000 billions=1000000000 thirds=3,1/3 tens=10"
        " halved=1/2,2 quadruple=4 midnight=0,24,12 noon=12"
    ),
    joiner="and",
)  # fmt: skip
_FR_UNITS: Final = _counted(
    "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_FR_TENS: Final = (
    _counted("vingt/vingts trente quarante cinquante soixante septante", 20, 10)
    | {"huitante": 80, "octante": 80, "nonante": 90}
)  # fmt: skip


def _ordinal(word: str) -> str:
    stem = {"cinq": "cinqu", "neuf": "neuv"}.get(word, word.removesuffix("e"))
    return f"{stem}ième"


_FR_ORDINALS: Final = {
    _ordinal(word): value
    for word, value in {**_FR_UNITS, **_FR_TENS, "cent": 100, "mille": 1000}.items()
    if word not in ("une", "vingts")
}
_FR: Final = _Words(
    units=_FR_UNITS,
    tens=_FR_TENS,
    hundreds=frozenset({"cent", "cents"}),
    scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9,
            "milliards": 10**9, "md": 10**9, "mds": 10**9, "billion": 10**12, "billions": 10**12},
    ordinals=_FR_ORDINALS | {f"{word}ment": n for word, n in _FR_ORDINALS.items()},
    parts={"tiers": 3, "quarts": 4} | {f"{w}s": n for w, n in _FR_ORDINALS.items()},
    weak=_weak(
        "un/une/premier/première/premiers/premières/seul/seule/unique=1"
        " second/seconde/secondes/seconds/double/doublé/doubler/couple/paire/bi=2"
        " triple/triples/triplé/trimestre/trimestres=3 tiers=1/3,3 demi/demie/moitié/mi=1/2,2"
        " quart/quarts=1/4,4,15 zéro/nul=0 huitaine=8,7 neuvaine=9 dizaine/dizaines=10"
        " décennie/décennies=10 douzaine/douzaines=12 quatorzaine=14 quinzaine=15,14,2"
        " vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60"
        " centaine/centaines/siècle/siècles=100 millier/milliers=1000 semestre=6,1/2"
        " midi=12 minuit=0,24,12"
    ),
    joiner="et",
    after_joiner=frozenset({"un", "une", "onze", "unième", "onzième"}),
)  # fmt: skip
_WITH_ET: Final = frozenset({20, 30, 40, 50, 60, 70, 90})
_WORDS: Final = {"en": _EN, "fr": _FR}
_IN_MILLIONS: Final = re.compile(r"[ \u00a0]?[mM]\b")
"""£125m, 125 M€: millions, or metres."""
_ROMAN: Final = re.compile(
    r"\b(?=[IVXLC]{2,})(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:e|ème|ième)?\b"
)


@dataclass(frozen=True, slots=True)
class _Token:
    begin: int
    end: int
    word: str
    value: Fraction | None


def numbers(text: str, language: str) -> list[Mention]:
    """The numbers of an English or French text in order; KeyError for another language."""
    words = _WORDS[language]
    tokens = [_token(found, language) for found in _TOKEN[language].finditer(text)]
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention, at = _mention(text, tokens, at, words)
        if mention is not None:
            found.append(mention)
    found.extend(_roman(text))
    return sorted(found, key=lambda mention: mention.begin)


def _token(found: re.Match[str], language: str) -> _Token:
    digits = found["digits"]
    value = _in_digits(digits, language) if digits else None
    return _Token(found.start(), found.end(), found.group().lower(), value)


def _in_digits(digits: str, language: str) -> Fraction:
    if language == "fr":
        digits = re.sub(r"[ .\u00a0\u202f](?=\d{3})", "", digits).replace(",", ".")
    return Fraction(re.sub(r"[ ,\u00a0\u202f]", "", digits))


def _mention(text: str, tokens: list[_Token], at: int, words: _Words) -> tuple[Mention | None, int]:
    """The number that begins at a token, if one does, and the token to go on with."""
    first = tokens[at]
    read = _read(text, tokens, at, words)
    if read is None:
        told = words.weak.get(first.word)
        return _stands(first, first, numerals(told), weak=True) if told else None, at + 1
    value, after, is_ordinal = read
    last = tokens[after - 1]
    if after < len(tokens) and not is_ordinal and _is_joined(text, last, tokens[after]):
        below = words.parts.get(tokens[after].word)
        if below:
            return _fraction(first, tokens[after], value, below), after + 1
    values = (value, 1 / value) if is_ordinal and 3 <= value <= 10 else (value,)
    if last.value is not None and _IN_MILLIONS.match(text, last.end):
        values = (value, value * 10**6)
    weak = after == at + 1 and _is_weak(text, tokens, at, words)
    return _stands(first, last, numerals(values), weak=weak), after


def _stands(first: _Token, last: _Token, facts: frozenset[str], *, weak: bool) -> Mention:
    return Mention(first.begin, last.end, "number", (facts,), weak)


def _fraction(first: _Token, last: _Token, above: Fraction, below: int) -> Mention:
    """Two thirds: the same fraction, or both its numbers."""
    whole = numeral(Fraction(above, below))
    needs = (frozenset({whole, numeral(above)}), frozenset({whole, numeral(below)}))
    return Mention(first.begin, last.end, "number", needs)


def _is_weak(text: str, tokens: list[_Token], at: int, words: _Words) -> bool:
    token = tokens[at]
    if token.value is not None:
        return token.value <= 1
    if token.word == "neuf":  # nine, or new: it is nine before something in the plural
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        is_nine = following is not None and following.word[-1] in "sx"
        return not (is_nine and following is not None and _is_joined(text, token, following))
    if token.word in ("cent", "cents"):
        return at > 0 and tokens[at - 1].word == "pour"
    return token.word in words.weak


def _is_joined(text: str, one: _Token, other: _Token) -> bool:
    return _SPACED.fullmatch(text, one.end, other.begin) is not None


def _read(
    text: str, tokens: list[_Token], at: int, words: _Words
) -> tuple[Fraction, int, bool] | None:
    """The value of the number beginning at a token, the token after it, whether an ordinal."""
    total, current, limit = Fraction(0), None, None
    place, is_ordinal = at, False
    while place < len(tokens) and not is_ordinal:
        token = tokens[place]
        if place > at and not _is_joined(text, tokens[place - 1], token):
            break
        if token.word == words.joiner:
            if place == at or not _goes_on(text, tokens, place, words, current):
                break
            place += 1
            token = tokens[place]
        scale = words.scales.get(token.word)
        if scale is not None:
            if limit is not None and scale >= limit:
                break
            total, current, limit = total + (1 if current is None else current) * scale, None, scale
        else:
            added = _added(token, current, words, is_first=place == at or current is None)
            if added is None:
                break
            current, is_ordinal = added, token.word in words.ordinals
            if token.value is not None:  # after digits only a scale may follow
                place += 1
                if place < len(tokens) and _is_joined(text, token, tokens[place]):
                    scale = words.scales.get(tokens[place].word)
                    if scale is not None and (limit is None or scale < limit):
                        continue
                break
        place += 1
    if place == at:
        return None
    return total + (current or 0), place, is_ordinal


def _goes_on(
    text: str, tokens: list[_Token], place: int, words: _Words, current: Fraction | None
) -> bool:
    """Whether a number goes on after `and` or `et`: a hundred and five, vingt et un."""
    if place + 1 >= len(tokens) or not _is_joined(text, tokens[place], tokens[place + 1]):
        return False
    following = tokens[place + 1].word
    if words.after_joiner:
        return following in words.after_joiner and current is not None and current % 100 in _WITH_ET
    is_counted = following in words.units or following in words.tens or following in words.ordinals
    return is_counted and (current is None or current % 100 == 0)


def _added(
    token: _Token, current: Fraction | None, words: _Words, *, is_first: bool
) -> Fraction | None:
    """The part of a number below a thousand with one more word; None where it does not fit."""
    if token.value is not None:
        return token.value if current is None else None
    if token.word in words.hundreds:
        if current is None:
            return Fraction(100)
        return current * 100 if 1 < current < 100 else (Fraction(100) if current == 1 else None)
    value = words.units.get(token.word) or words.ordinals.get(token.word)
    tens = words.tens.get(token.word)
    if value is None and tens is None:
        return None
    number = Fraction(tens if tens is not None else value or 0)
    if current is None:
        return number
    rest = current % 100
    if rest == 0:
        return current + number
    if tens is not None:
        return current + 76 if tens == 20 and rest == 4 and words is _FR else None
    return current + number if _fits(int(rest), int(number), words) else None


def _fits(rest: int, unit: int, words: _Words) -> bool:
    if words is _FR and rest in (60, 80):
        return unit < 20
    if words is _FR and rest == 10:
        return unit in (7, 8, 9)
    return rest >= 20 and rest % 10 == 0 and unit < 10


_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(text: str) -> list[Mention]:
    """Roman numerals of two letters and more: centuries, kings, chapters; never looked for."""
    found = []
    for match in _ROMAN.finditer(text):
        if not match[1]:  # letters that make no numeral, such as VL
            continue
        values = [_ROMAN_VALUES[letter] for letter in match[1]]
        pairs = zip(values, [*values[1:], 0], strict=True)
        value = sum(-one if one < after else one for one, after in pairs)
        found.append(Mention(match.start(), match.end(), "number", (numerals((value,)),), True))
    return found
