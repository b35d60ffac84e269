"""What two short texts have in common: rare words, weighed by how few texts hold them.

It finds candidates for a person to look at, and no more: nothing it finds is a judgement.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
ENOUGH = 9.0
"""About three words that only one text in twenty holds."""


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(word.casefold()[:_STEM] for word in _WORD.findall(text))


class Matching:
    """Texts that others are held against; a word weighs the more the fewer texts hold it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [stems(text) for text in texts]
        held: Counter[str] = Counter(stem for one in self._texts for stem in one)
        self._weights = {
            stem: math.log((1 + len(self._texts)) / (1 + number)) for stem, number in held.items()
        }

    def weight(self, common: Iterable[str]) -> float:
        """What words weigh together."""
        return sum(self._weights.get(stem, 0.0) for stem in common)

    def best(self, text: str, enough: float = ENOUGH) -> int | None:
        """The place of the text that has most in common, or None when none has enough."""
        own = stems(text)
        weights = [self.weight(own & one) for one in self._texts]
        most = max(weights, default=0.0)
        return weights.index(most) if most >= enough else None
