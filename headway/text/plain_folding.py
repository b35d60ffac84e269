"""The folding written for the eye: the reference that the fast one is compared with.

The text becomes a string of class letters, one a character, and the grammar of a token is
read off that string.
"""

import re
from typing import Final

from headway.text.characters import (
    DIGIT,
    HYPHEN,
    IDEOGRAPH,
    IGNORED,
    LETTER,
    MARK,
    NEWLINE,
    SEPARATOR,
    SPACE,
    kind_of,
)
from headway.text.furniture import furniture
from headway.text.tokens import Span, is_broken_word, key_of

_LETTER_OF: Final = {
    SEPARATOR: "x", LETTER: "L", DIGIT: "D", IDEOGRAPH: "C", MARK: "M", IGNORED: "I",
    HYPHEN: "h", NEWLINE: "n", SPACE: "s",
}  # fmt: skip
_PIECE: Final = re.compile("[LD](?:I*[LDM])*")
_IDEOGRAPH: Final = re.compile("C(?:I*M)*")


def plain_fold(text: str) -> list[tuple[str, int, int]]:
    """Tokens of a text as (folded form, begin, end), spans in code points of the text."""
    classes = _classes(text)
    spans = _join_pieces(text, classes, [m.span() for m in _PIECE.finditer(classes)])
    spans += [m.span() for m in _IDEOGRAPH.finditer(classes)]
    return [(key_of(text[begin:end]), begin, end) for begin, end in sorted(spans)]


def _classes(text: str) -> str:
    letters = [_LETTER_OF[kind_of(character)] for character in text]
    for begin, end in furniture(text):
        letters[begin:end] = "x" * (end - begin)
    return "".join(letters)


def _join_pieces(text: str, classes: str, pieces: list[Span]) -> list[Span]:
    joined: list[Span] = []
    previous: Span | None = None
    for piece in pieces:
        if previous is not None and _belong_together(text, classes, previous, piece):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
        previous = piece
    return joined


def _belong_together(text: str, classes: str, left: Span, right: Span) -> bool:
    gap = classes[left[1] : right[0]]
    return (
        "x" not in gap
        and "D" not in classes[left[0] : left[1]]
        and is_broken_word(text, left, right)
    )
