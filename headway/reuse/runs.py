"""The exact layer: every run of tokens that two places share, behind one seam.

A run is maximal: it can be extended neither to the left nor to the right. Runs are reported
from both sides, so that every text sees all its own; a text is also compared with itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Tokens = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Token numbers of all texts, one after the other: text i is tokens[starts[i]:starts[i+1]]."""

    tokens: Tokens
    starts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[npt.NDArray[Any]]) -> "Texts":
        """From one array of token numbers a text; empty texts are allowed."""
        starts = np.zeros(len(texts) + 1, np.int64)
        np.cumsum([len(text) for text in texts], out=starts[1:])
        tokens = np.concatenate([np.empty(0, np.uint64), *texts]).astype(np.uint64, copy=False)
        return cls(tokens, starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, text: int) -> Tokens:
        return self.tokens[self.starts[text] : self.starts[text + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Columns of equal length: `length` tokens at `begin` of `text` also stand in `other`.

    Token places inside their texts; rows ascend by text, begin and length.
    """

    text: Ints
    begin: Ints
    length: Ints
    other: Ints
    other_begin: Ints

    @classmethod
    def of_rows(cls, rows: npt.ArrayLike) -> "Runs":
        """From rows of five integers in the order of the columns; sorts them."""
        table = np.asarray(rows, np.int32).reshape(-1, 5)
        table = table[np.lexsort(table.T[[4, 3, 2, 1, 0]])]
        return cls(*(np.ascontiguousarray(column) for column in table.T))

    def __len__(self) -> int:
        return len(self.text)

    def rows(self) -> list[tuple[int, ...]]:
        """The runs as tuples, for tests and for reading."""
        columns = (self.text, self.begin, self.length, self.other, self.other_begin)
        return list(zip(*(column.tolist() for column in columns), strict=True))

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Runs":
        """The rows of a mask, in the same order."""
        return Runs(
            self.text[chosen],
            self.begin[chosen],
            self.length[chosen],
            self.other[chosen],
            self.other_begin[chosen],
        )


class Engine(Protocol):
    """Finds runs. Equal input gives equal rows, whatever the engine."""

    def runs(self, texts: Texts, at_least: int) -> Iterable[Runs]:
        """All maximal runs of `at_least` tokens or more, in blocks of whole texts.

        Blocks ascend by text; iterating again gives them again. Memory is bounded by a block,
        never by the number of pairs.
        """
        ...
