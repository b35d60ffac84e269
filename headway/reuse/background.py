"""How common a word is, from a table with a version that is shipped: one language, one column.

The table holds counts and no sentences. `python -m benchmarks.reuse.background` makes it from
the texts named in its first lines. Findings name its version; renewing it is a decision, so
that adding statements one by one gives what a batch gives and hidden texts do not show through.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.text import token_id

RARE_BITS = 10.0
"""A token that occurs less often than once in 2^10 counts as rare (AUC .96, research/reuse.md)."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Bits of words by language: sorted token numbers (uint64) and their bits (float32)."""

    version: str
    words: dict[str, tuple[npt.NDArray[np.uint64], npt.NDArray[Any]]]
    unseen: dict[str, float]

    def knows(self, language: str) -> bool:
        """Whether the table has a column for that language."""
        return language in self.words

    def bits(self, language: str, tokens: npt.NDArray[np.uint64]) -> npt.NDArray[Any]:
        """Information of each token in bits, -log2 of its share; a word not in the table has most.

        In a language without a column every token counts as rare, so nothing is set aside.
        """
        if language not in self.words:
            return np.full(len(tokens), RARE_BITS + 1, np.float32)
        words, bits = self.words[language]
        at = np.minimum(np.searchsorted(words, tokens), len(words) - 1)
        return np.where(words[at] == tokens, bits[at], np.float32(self.unseen[language]))

    def mean_rare_bits(self, language: str) -> float:
        """What an average token of that language weighs; an ideograph less than a word."""
        if language not in self.words:
            return RARE_BITS + 1
        bits = self.words[language][1].astype(np.float64)
        shares = np.exp2(-bits)
        rest = max(0.0, 1.0 - float(shares.sum()))
        return float((shares * np.where(bits > RARE_BITS, bits, 0)).sum()) + rest * (
            self.unseen[language] if self.unseen[language] > RARE_BITS else 0.0
        )

    def rare_bits(self, language: str, tokens: npt.NDArray[np.uint64]) -> npt.NDArray[Any]:
        """The same with 0 for every token that is not rare: what weighs a passage."""
        bits = self.bits(language, tokens)
        return np.where(bits > RARE_BITS, bits, np.float32(0))


@lru_cache(maxsize=1)
def shipped() -> Background:
    """The table of this version of Headway: English, French and Chinese."""
    text = files("headway.reuse").joinpath("background.tsv").read_text(encoding="utf-8")
    return parsed(text)


def parsed(text: str) -> Background:
    """A background from its file: `version`, `total` and `word` lines, separated by tabs."""
    version = ""
    totals: dict[str, int] = {}
    counts: dict[str, dict[int, int]] = {}
    for line in text.splitlines():
        cells = line.split("\t")
        if cells[0] == "version":
            version = cells[1]
        elif cells[0] == "total":
            totals[cells[1]] = int(cells[2])
        elif cells[0] in totals:
            counts.setdefault(cells[0], {})[token_id(cells[1])] = int(cells[2])
    return Background(
        version=version,
        words={name: _column(found, totals[name]) for name, found in counts.items()},
        unseen={name: math.log2(totals[name] / min(c.values())) for name, c in counts.items()},
    )


def _column(counts: dict[int, int], total: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[Any]]:
    words = np.array(sorted(counts), np.uint64)
    shares = np.array([counts[word] / total for word in sorted(counts)])
    return words, (-np.log2(shares)).astype(np.float32)
