"""Shared canon: what a delivery shares with a supplied text is quotation, not script.

The canon's texts (Universal Declaration, Charter, covenants, resolutions) stand behind the
deliveries as further texts; runs into them are taken out here before anything is counted.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.reuse.runs import Runs, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonText:
    """One text of the canon in one language: `id` is shown, `text` is its words."""

    id: str
    language: str
    text: str

    @property
    def base_language(self) -> str:
        """The language without script or region."""
        return self.language.split("-")[0].lower()


@dataclass(frozen=True, slots=True, eq=False)
class Quotations:
    """Stretches of deliveries that stand in the canon: whole, merged where they touch.

    Columns (int64): `begins`, `ends` over all texts, `source` the number of the canon text of
    the longest run in the stretch.
    """

    begins: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    source: npt.NDArray[np.int64]


def quotations(texts: Texts, runs: list[Runs]) -> Quotations:
    """Merge runs into the canon, given with deliveries on their left side, to stretches."""
    rows = sorted(
        (int(texts.starts[text]) + begin, length, other)
        for block in runs
        for text, begin, length, other, _ in block.rows()
    )
    merged: list[list[int]] = []
    for begin, length, other in rows:
        if merged and begin <= merged[-1][1]:
            last = merged[-1]
            last[1] = max(last[1], begin + length)
            if length > last[3]:
                last[2:] = [other, length]
        else:
            merged.append([begin, begin + length, other, length])
    table: npt.NDArray[Any] = np.array(merged, np.int64).reshape(-1, 4)
    return Quotations(table[:, 0], table[:, 1], table[:, 2])


def mask(texts: Texts, found: Quotations) -> npt.NDArray[np.bool_]:
    """Which tokens of all texts are quotation of the canon."""
    inside = np.zeros(len(texts.tokens), np.bool_)
    for begin, end in zip(found.begins.tolist(), found.ends.tolist(), strict=True):
        inside[begin:end] = True
    return inside
