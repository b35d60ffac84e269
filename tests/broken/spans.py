"""Foldings whose spans or tokens are wrong in one way each."""

import unicodedata
from dataclasses import replace

import numpy as np

from headway.text import Folded, fold
from headway.text.tokens import key_of, token_id


def _moved(folded: Folded, begins: list[int], ends: list[int]) -> Folded:
    return replace(folded, begins=np.array(begins, np.uint32), ends=np.array(ends, np.uint32))


def _counted(text: str, folded: Folded, size: str) -> Folded:
    def at(place: int) -> int:
        return len(text[:place].encode(size, "surrogatepass"))

    unit = 2 if size == "utf-16-le" else 1
    return _moved(
        folded,
        [at(place) // unit for place in folded.begins.tolist()],
        [at(place) // unit for place in folded.ends.tolist()],
    )


def counts_bytes(text: str) -> Folded:
    """Offsets in bytes of UTF-8."""
    return _counted(text, fold(text), "utf-8")


def counts_utf16(text: str) -> Folded:
    """Offsets in UTF-16 units, as a browser counts."""
    return _counted(text, fold(text), "utf-16-le")


def places_in_normalised_text(text: str) -> Folded:
    """Offsets of the text after NFKC, which is longer or shorter than the original."""
    return fold(unicodedata.normalize("NFKC", text))


def places_in_case_folded_text(text: str) -> Folded:
    """Offsets of the case-folded text: one sharp s and everything after it has moved."""
    return fold(text.casefold())


def loses_combining_marks(text: str) -> Folded:
    """Ends a word before its combining marks."""
    folded = fold(text)
    ends = []
    for begin, end in zip(folded.begins.tolist(), folded.ends.tolist(), strict=True):
        while end - 1 > begin and unicodedata.combining(text[end - 1]):
            end -= 1
        ends.append(end)
    keys = [key_of(text[b:e]) for b, e in zip(folded.begins.tolist(), ends, strict=True)]
    ids = np.array([token_id(key) for key in keys], np.uint64)
    return replace(_moved(folded, folded.begins.tolist(), ends), ids=ids)


def ends_are_inclusive(text: str) -> Folded:
    """Spans whose end is the last character instead of the one after it."""
    folded = fold(text)
    return _moved(folded, folded.begins.tolist(), [end - 1 for end in folded.ends.tolist()])


def keeps_typographic_quotes_apart(text: str) -> Folded:
    """Takes one kind of apostrophe for a letter: such faults split the Five Principles in four."""
    return fold(text.replace("’", "x"))


BROKEN_FOLDINGS = (
    counts_bytes,
    counts_utf16,
    places_in_normalised_text,
    places_in_case_folded_text,
    loses_combining_marks,
    ends_are_inclusive,
    keeps_typographic_quotes_apart,
)
