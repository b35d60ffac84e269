"""What a token is: rules that the plain and the fast folding share.

A token is an unbroken run of letters and digits, or one ideograph. Hyphens and apostrophes part
words (state-of-the-art is four tokens, l'homme two, and so is people's: any other rule would
have to know the language); at the end of a line a hyphen does not, the two halves are one word
again. 1,000 and 1.000 and 1 000 are the same two tokens, whatever the language.
"""

import re
from functools import lru_cache
from typing import Final

from headway.text.characters import (
    HYPHENS,
    IGNORED,
    NEWLINES,
    SOFT_HYPHEN,
    kind_of,
    normal_form,
)

Span = tuple[int, int]
# A first half that keeps its hyphen at the end of a line: self-determination, non-interference.
_FIRST_HALVES: Final = (
    "self non well ex vice all so long short high low far co inter anti pro post pre multi"
    " sous demi mi contre vis avant après arrière peut est quelques elle eux lui"
)
_KEEPS_HYPHEN: Final = frozenset(_FIRST_HALVES.split())
_LINE_BREAK: Final = re.compile(
    rf"[{re.escape(HYPHENS)}{SOFT_HYPHEN}]{SOFT_HYPHEN}*[ \t]*(?:\r\n|[{NEWLINES}])[ \t]*"
)

HASH_PRIME: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1


def is_broken_word(text: str, left: Span, right: Span) -> bool:
    """Whether two pieces are the halves of one word, broken at the end of a line."""
    return (
        _LINE_BREAK.fullmatch(text, left[1], right[0]) is not None
        and text[right[0]].islower()
        and normal_form(text[slice(*left)]) not in _KEEPS_HYPHEN
    )


def key_of(word: str) -> str:
    """The folded form of one token, given the characters it covers in the original text."""
    if word.isascii() and word.isalnum():
        return word.lower()
    word = _LINE_BREAK.sub("", word)
    word = "".join(c for c in word if kind_of(c) != IGNORED)
    return normal_form(word)


@lru_cache(maxsize=1 << 16)
def token_id(key: str) -> int:
    """The 64-bit number engines get for a folded token; the same in every process and version.

    A polynomial over the code points, then the finaliser of splitmix64. Two of a million
    different words collide with a chance of about 3 in 100 million.
    """
    value, power = 0, 1
    for character in key:
        value = (value + (ord(character) + 1) * power) & _MASK
        power = (power * HASH_PRIME) & _MASK
    return _finish(value)


def _finish(value: int) -> int:
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)
