"""What each character is for the folding, and what it becomes when it folds alone.

The table is filled as characters are met: the first text in a new script pays for it, a Latin
record never loads the Chinese map. Every entry comes from `kind_of` and `fold_alone`, so the
fast path cannot know anything the plain one does not.
"""

import importlib.util
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

UNKNOWN: Final = 0
SEPARATOR: Final = 1
LETTER: Final = 2
DIGIT: Final = 3
IDEOGRAPH: Final = 4
MARK: Final = 5
IGNORED: Final = 6
HYPHEN: Final = 7
NEWLINE: Final = 8
SPACE: Final = 9

SOFT_HYPHEN: Final = "\u00ad"
# U+00AC is what several scanners write for a hyphen at the end of a line.
HYPHENS: Final = "-\u2010\u2011\ufe63\uff0d\u00ac"
NEWLINES: Final = "\n\r\x0b\x0c\x85\u2028\u2029"
SPACES: Final = " \t\u00a0\u3000"
# Joiners, byte order marks and the soft hyphen stand inside words and mean nothing to a reader.
IGNORABLE: Final = SOFT_HYPHEN + "\u200c\u200d\u2060\ufeff"

_EXACT: Final = {
    **dict.fromkeys(HYPHENS, HYPHEN),
    **dict.fromkeys(NEWLINES, NEWLINE),
    **dict.fromkeys(SPACES, SPACE),
    **dict.fromkeys(IGNORABLE, IGNORED),
}

_IDEOGRAPHS: Final = (
    (0x3005, 0x3005),
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2FA1F),
    (0x30000, 0x323AF),
)


_HAN: Final = re.compile(
    "[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _IDEOGRAPHS) + "]"
)


def is_ideograph(character: str) -> bool:
    """Whether one character is a Han ideograph (or the marks 々 and 〇 that stand for one)."""
    point = ord(character)
    return any(low <= point <= high for low, high in _IDEOGRAPHS)


def kind_of(character: str) -> int:
    """The class of one character, one of the constants above; never UNKNOWN.

    Superscript figures are separators: in official papers they are footnote marks.
    """
    exact = _EXACT.get(character)
    if exact is not None:
        return exact
    if is_ideograph(character):
        return IDEOGRAPH
    category = unicodedata.category(character)
    if category[0] == "M":
        is_selector = 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
        return IGNORED if is_selector else MARK
    if category == "Nd":
        return DIGIT
    if unicodedata.decomposition(character).startswith("<super>"):
        return SEPARATOR
    spelled = unicodedata.normalize("NFKC", character)
    return LETTER if any(part.isalnum() for part in spelled) else SEPARATOR


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """Traditional character to simplified, one to one (OpenCC's first choice); about 4,000."""
    package = importlib.util.find_spec("opencc")
    if package is None or package.origin is None:
        return {}
    table = Path(package.origin).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split() for line in table.read_text(encoding="utf-8").splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1 and len(pair[1]) == 1}


def normal_form(text: str) -> str:
    """NFKC, case folded, Traditional Chinese to Simplified, character by character."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if folded.isascii() or _HAN.search(folded) is None:
        return folded
    table = simplified()
    return "".join(table.get(character, character) for character in folded)


def fold_alone(character: str) -> int:
    """The code point a character always folds to, or 0 when its neighbours have a say.

    0 for marks, Hangul jamo and whatever folds to several characters: tokens holding one are
    folded as whole strings.
    """
    kind = kind_of(character)
    if kind in (MARK, IGNORED):
        return 0
    if kind not in (LETTER, DIGIT, IDEOGRAPH):
        return 1
    folded = normal_form(character)
    if len(folded) != 1 or unicodedata.category(folded)[0] == "M" or _is_jamo(folded):
        return 0
    return ord(folded)


def _is_jamo(character: str) -> bool:
    point = ord(character)
    return 0x1100 <= point <= 0x11FF or 0xA960 <= point <= 0xA97F or 0xD7B0 <= point <= 0xD7FF


class CharacterTable:
    """Classes and folded forms by code point, as arrays; grows as characters are met."""

    def __init__(self) -> None:
        self.kinds: npt.NDArray[np.uint8] = np.zeros(0x110000, np.uint8)
        self.folds: npt.NDArray[np.uint32] = np.zeros(0x110000, np.uint32)
        self._learn(np.arange(0x250, dtype=np.uint32))

    def kinds_of(self, points: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """The class of every code point of a text (a new array of the same length)."""
        kinds: npt.NDArray[np.uint8] = self.kinds[points]
        if not kinds.all():
            self._learn(np.unique(points[kinds == UNKNOWN]))
            kinds = self.kinds[points]
        return kinds

    def _learn(self, points: npt.NDArray[Any]) -> None:
        for point in points.tolist():
            self.folds[point] = fold_alone(chr(point))
            self.kinds[point] = kind_of(chr(point))


@lru_cache(maxsize=1)
def table() -> CharacterTable:
    """The table of this process."""
    return CharacterTable()
