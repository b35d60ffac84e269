"""The edited layer's seam: local alignments of two places that share most words, not all.

An alignment pairs a place with an earlier one. It rests on runs of equal tokens that hold a
telling seed; runs that follow one another in both texts on nearly the same diagonal are chained,
the gaps between them and the ends are aligned token by token. The rules, word for word, are in
`plain_edits`, the reference; `edits` is the engine that is used.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from headway.domain.errors import BadValue
from headway.reuse.runs import Texts

EDITS_VERSION: Final = "edits-1"
"""Changes whenever a rule or a default below does; part of the method's version."""

TENTHS: Final = 10
"""Bits are counted in whole tenths, so that engines agree to the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRules:
    """Thresholds of the edited layer; lengths in tokens, bits of information, shares in [0, 1].

    `seed`, `seed_bits`: successive tokens that begin a candidate, and the least they must tell.
    `most_earlier`: a seed that had been delivered more often than this counts no more where it
    is delivered again (as a seed only; the alignment still uses its tokens).
    `band`, `fewest_seeds`: so many seeds must lie within twice so many diagonals of two texts.
    `gap`, `skew`: farthest that two runs of a chain may lie apart, and shift against each other.
    `cut`: a gap with so many more unmatched than matched tokens ends an alignment.
    `reach`: tokens looked at beyond an end.
    `apart`: places of one text that lie closer are not compared.
    Accepted is an alignment of `at_least` matched tokens, `beyond` of them outside its longest
    run, whose matched rare tokens carry `bits` after a `price` in bits for each unmatched token
    of the longer side, and which keeps a `similarity` of that side; what surrounds the longest
    run carries `rest_bits` by itself, or the run only stands among new words. Bits and price
    are those of English; another language's are scaled by what its average token tells.
    """

    seed: int = 3
    seed_bits: float = 26.0
    most_earlier: int = 50
    band: int = 16
    fewest_seeds: int = 2
    gap: int = 24
    skew: int = 16
    cut: int = 16
    reach: int = 16
    apart: int = 12
    at_least: int = 12
    beyond: int = 6
    bits: float = 50.0
    price: float = 2.0
    rest_bits: float = 20.0
    similarity: float = 0.5

    def __post_init__(self) -> None:
        for name in ("seed", "band", "fewest_seeds", "reach", "at_least", "apart"):
            if getattr(self, name) < 1:
                raise BadValue(f"{name} is {getattr(self, name)}; write a number of 1 or more")
        if not 0.0 < self.similarity <= 1.0:
            raise BadValue(f"similarity is {self.similarity}; write a share above 0, at most 1")

    def scaled(self, share: float) -> "EditRules":
        """The rules for a language whose average token tells `share` of an English one."""
        return replace(
            self,
            bits=self.bits * share,
            rest_bits=self.rest_bits * share,
            price=self.price * share,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Alignments:
    """Columns of equal length (int64): tokens [begin, end) of `text` answer to those of `other`.

    Token places inside their texts, texts numbered in order of delivery, `other` not after
    `text`. `matched` tokens are equal, `longest` of them in one run; `tenths` are the tenths of
    bits of the matched rare tokens, `run_tenths` of those in that run. Rows ascend.
    """

    text: npt.NDArray[Any]
    begin: npt.NDArray[Any]
    end: npt.NDArray[Any]
    other: npt.NDArray[Any]
    other_begin: npt.NDArray[Any]
    other_end: npt.NDArray[Any]
    matched: npt.NDArray[Any]
    longest: npt.NDArray[Any]
    tenths: npt.NDArray[Any]
    run_tenths: npt.NDArray[Any]

    @classmethod
    def of_rows(cls, rows: npt.ArrayLike) -> "Alignments":
        """From rows of ten integers in the order of the columns; sorts them."""
        table = np.asarray(rows, np.int64).reshape(-1, 10)
        table = table[np.lexsort(table.T[[5, 4, 3, 2, 1, 0]])]
        return cls(*(np.ascontiguousarray(column) for column in table.T))

    def __len__(self) -> int:
        return len(self.text)

    def columns(self) -> tuple[npt.NDArray[Any], ...]:
        """The columns in order."""
        return (
            self.text, self.begin, self.end, self.other, self.other_begin, self.other_end,
            self.matched, self.longest, self.tenths, self.run_tenths,
        )  # fmt: skip

    def rows(self) -> list[tuple[int, ...]]:
        """The alignments as tuples, for tests and for reading."""
        return list(zip(*(column.tolist() for column in self.columns()), strict=True))

    def where(self, chosen: npt.NDArray[Any]) -> "Alignments":
        """The rows of a mask or of numbers."""
        return Alignments(*(column[chosen] for column in self.columns()))


def joined(parts: Iterable[Alignments]) -> Alignments:
    """Several lists of alignments as one."""
    empty = np.empty((0, 10), np.int64)
    return Alignments.of_rows(
        np.concatenate([empty, *(np.stack(part.columns(), axis=1) for part in parts)])
    )


@dataclass(frozen=True, slots=True)
class Aligned:
    """What an engine found, and how often a seed was too common to begin a candidate."""

    alignments: Alignments
    too_common: int


class EditEngine(Protocol):
    """Finds alignments. Equal input gives equal rows, whatever the engine."""

    def align(self, texts: Texts, tenths: npt.NDArray[Any], rules: EditRules) -> Aligned:
        """All alignments of texts given in order of delivery, each with an earlier place.

        `tenths` are the tenths of bits of every token. What is found in the first texts does
        not depend on those that follow, so adding texts in order gives what a batch gives.
        """
        ...
