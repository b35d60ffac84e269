"""Folding: a text becomes numbered tokens, each leading back to the original code points.

    folded = fold("The EU’s state-of-the-art answer")
    folded.words(text)     ['the', 'eu', 's', 'state', 'of', 'the', 'art', 'answer']
    folded.ids             64-bit numbers, equal for equal folded words, in every process
    folded.span(3, 7)      the code points [begin, end) of "state-of-the-art"

Rules: `tokens.py`; classes of characters: `characters.py`; what is set aside: `furniture.py`;
the same in plain Python: `plain_folding.py`. Scripts that write no spaces between words and
are not Han (Thai, Lao, Khmer, Burmese) give one token a run: too coarse, but never wrong spans.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

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
    table,
)
from headway.text.furniture import set_aside
from headway.text.hashing import hash_spans
from headway.text.tokens import is_broken_word, key_of, token_id

FOLDING_VERSION: Final = "folding-1"
"""Changes whenever any text could fold differently; part of the key findings are stored by."""

Points = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Tokens of one text: `ids` (uint64), `begins` and `ends` (uint32), all of one length.

    Token i covers the code points [begins[i], ends[i]) of the original text; spans ascend and
    never overlap.
    """

    ids: npt.NDArray[np.uint64]
    begins: npt.NDArray[np.uint32]
    ends: npt.NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, after_last: int) -> tuple[int, int]:
        """Code points [begin, end) covered by the tokens [first, after_last), at least one."""
        return int(self.begins[first]), int(self.ends[after_last - 1])

    def words(self, text: str) -> list[str]:
        """The folded form of every token; `text` is the text that was folded."""
        spans = zip(self.begins.tolist(), self.ends.tolist(), strict=True)
        return [key_of(text[begin:end]) for begin, end in spans]

    def check(self, text: str) -> None:
        """Re-read every span of the original text; ValueError names the first that differs."""
        for place, (begin, end) in enumerate(
            zip(self.begins.tolist(), self.ends.tolist(), strict=True)
        ):
            again = fold(text[begin:end])
            if len(again) != 1 or again.ids[0] != self.ids[place]:
                raise ValueError(f"token {place} does not stand at [{begin}, {end}) of its text")


def fold(text: str, language: str | None = None) -> Folded:
    """The tokens of any text, with their places in it.

    `language` is accepted because callers know it; no rule needs it so far: equal words must
    fold equally whatever they were labelled.
    """
    points: Points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if not len(points):
        return _folded(np.empty(0, np.uint64), np.empty(0, np.int64), np.empty(0, np.int64))
    kinds = table().kinds_of(points)
    _mask_furniture(text, points, kinds)
    in_word, attached = _word_characters(kinds)
    begins, ends, odd = _mended(text, kinds, *_pieces(kinds, in_word, attached))
    if (kinds == IDEOGRAPH).any():
        begins, ends, odd = _with_ideographs(kinds, attached, begins, ends, odd)
    return _folded(_ids(text, points, begins, ends, odd), begins, ends)


def _folded(ids: npt.NDArray[np.uint64], begins: Places, ends: Places) -> Folded:
    return Folded(ids, begins.astype(np.uint32), ends.astype(np.uint32))


def _mask_furniture(text: str, points: Points, kinds: Kinds) -> None:
    """Make separators of what is set aside; only lines that begin like furniture are read."""
    starts = np.concatenate(([0], np.flatnonzero(kinds == NEWLINE) + 1))
    starts = starts[starts < len(points)]
    heads = starts.copy()
    for _ in range(12):
        spaces = kinds[heads] == SPACE
        if not spaces.any():
            break
        heads = np.minimum(heads + spaces, len(points) - 1)
    first = points[heads]
    # Figures, capitals (document symbols), p(age), brackets, dashes, 第, and deep indents.
    suspicious = (
        ((first >= 0x30) & (first <= 0x5B))
        | np.isin(first, (0x70, 0x2D, 0x2013, 0x2014, 0x7B2C))
        | (heads - starts >= 12)
    )
    has_one_line = not (kinds == NEWLINE).any()
    for start in starts[suspicious].tolist():
        span = set_aside(text, start, has_one_line)
        if span is not None:
            kinds[slice(*span)] = SEPARATOR


def _word_characters(kinds: Kinds) -> tuple[npt.NDArray[np.bool_], Places | None]:
    """Which characters are inside words; and, where there are marks, the base of each."""
    in_word = (kinds == LETTER) | (kinds == DIGIT)
    attached = (kinds == MARK) | (kinds == IGNORED)
    if not attached.any():
        return in_word, None
    bases = np.maximum.accumulate(np.where(attached, 0, np.arange(len(kinds))))
    in_word |= attached & np.isin(kinds[bases], (LETTER, DIGIT))
    return in_word, bases


def _pieces(
    kinds: Kinds, in_word: npt.NDArray[np.bool_], bases: Places | None
) -> tuple[Places, Places]:
    padded = np.zeros(len(in_word) + 2, np.bool_)
    padded[1:-1] = in_word
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    begins, ends = edges[::2], edges[1::2].copy()
    return begins, ends if bases is None else _trimmed(kinds, ends)


def _trimmed(kinds: Kinds, ends: Places) -> Places:
    """Ends without the ignored characters (joiners, soft hyphens) before them."""
    while (loose := kinds[ends - 1] == IGNORED).any():
        ends = ends - loose
    return ends


def _mended(
    text: str, kinds: Kinds, begins: Places, ends: Places
) -> tuple[Places, Places, npt.NDArray[np.bool_]]:
    """Words broken at the end of a line put together; the third array marks those tokens."""
    after = np.append(kinds, SEPARATOR)[ends]
    joined = np.zeros(len(begins), np.bool_)
    for place in np.flatnonzero(((after == HYPHEN) | (after == IGNORED))[:-1]).tolist():
        joined[place] = _is_broken(text, kinds, begins, ends, place)
    if not joined.any():
        return begins, ends, joined
    starts = np.flatnonzero(np.append(True, ~joined[:-1]))
    return begins[starts], ends[~joined], np.logical_or.reduceat(joined, starts)


def _is_broken(text: str, kinds: Kinds, begins: Places, ends: Places, place: int) -> bool:
    left = int(begins[place]), int(ends[place])
    right = int(begins[place + 1]), int(ends[place + 1])
    if right[0] - left[1] == 1 or not is_broken_word(text, left, right):
        return False
    has_furniture = (kinds[left[1] : right[0]] == SEPARATOR).any()
    return not has_furniture and not (kinds[slice(*left)] == DIGIT).any()


def _with_ideographs(
    kinds: Kinds,
    bases: Places | None,
    begins: Places,
    ends: Places,
    odd: npt.NDArray[np.bool_],
) -> tuple[Places, Places, npt.NDArray[np.bool_]]:
    """The tokens with one more for every ideograph, in order of their places."""
    alone = np.flatnonzero(kinds == IDEOGRAPH)
    alone_ends = alone + 1
    if bases is not None:
        marks = np.flatnonzero((kinds == MARK) & (kinds[bases] == IDEOGRAPH))
        np.maximum.at(alone_ends, np.searchsorted(alone, bases[marks]), marks + 1)
    all_begins = np.concatenate((begins, alone))
    order = np.argsort(all_begins, kind="stable")
    all_odd = np.concatenate((odd, np.zeros(len(alone), np.bool_)))
    return all_begins[order], np.concatenate((ends, alone_ends))[order], all_odd[order]


def _ids(
    text: str, points: Points, begins: Places, ends: Places, odd: npt.NDArray[np.bool_]
) -> npt.NDArray[np.uint64]:
    """Numbers of the tokens; those with marks, joins or other company are folded as strings."""
    folds: npt.NDArray[Any] = table().folds[points]
    ids = hash_spans(folds, begins, ends)
    if not folds.all():
        has_company = np.concatenate(([0], np.cumsum(folds == 0)))
        odd = odd | (has_company[ends] > has_company[begins])
    for place in np.flatnonzero(odd).tolist():
        ids[place] = token_id(key_of(text[begins[place] : ends[place]]))
    return ids
