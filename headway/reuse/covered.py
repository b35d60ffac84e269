"""The tokens that any passage covers, closed up: a few per cent of a record, where weights,
formulae and clusters work.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.reuse.runs import Texts
from headway.reuse.stars import Stars


@dataclass(frozen=True, slots=True, eq=False)
class Covered:
    """Covered tokens in order, and where each passage lies among them.

    `tokens` (uint64), `stretches` (a new number at each gap), `places` over all texts; passage i
    is [`begins[i]`, `ends[i]`) here.
    """

    tokens: npt.NDArray[np.uint64]
    stretches: npt.NDArray[Any]
    places: npt.NDArray[np.int64]
    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]

    def sums(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Sum of one value a covered token over each passage (float64)."""
        total = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
        result: npt.NDArray[Any] = total[self.ends] - total[self.begins]
        return result


def covered_by(texts: Texts, stars: Stars) -> Covered:
    """The tokens inside at least one passage."""
    first = texts.starts[stars.text] + stars.begin
    inside = np.zeros(len(texts.tokens) + 1, np.int32)
    np.add.at(inside, first, 1)
    np.add.at(inside, first + stars.length, -1)
    places = np.flatnonzero(np.cumsum(inside, dtype=np.int32)[:-1])
    is_new = np.ones(len(places), np.bool_)
    is_new[1:] = places[1:] != places[:-1] + 1
    at_text_starts = np.searchsorted(places, texts.starts[:-1])
    is_new[at_text_starts[at_text_starts < len(places)]] = True
    begins = np.searchsorted(places, first)
    return Covered(
        tokens=texts.tokens[places],
        stretches=np.cumsum(is_new),
        places=places,
        begins=begins,
        ends=begins + stars.length,
    )
