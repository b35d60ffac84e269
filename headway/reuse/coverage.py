"""How much of each delivery was said before: tokens by class, each token counted once."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from headway.reuse import classes as cls
from headway.reuse.runs import Texts
from headway.reuse.stars import Stars

NEW: Final = len(cls.CLASSES)
EDITED: Final = NEW + 1
"""In a passage that this side delivered before in slightly other words, and in no verbatim one."""
EDITED_OTHERS: Final = NEW + 2
"""The same of others' words, a legal text, this meeting or this statement."""
KINDS: Final = (*cls.CLASSES, "new", "edited", "edited_others")
"""What a token is counted as, in the order of the numbers painted."""
Derivation = Literal["wholly", "partly", "not", "not_assessed"]

# Later ones paint over earlier ones: where two passages lie over one token, the class that
# says more about script wins, and shared words win over script.
_PAINTED: Final = (
    cls.FIRST_HERE, cls.REFRAIN, cls.FORMULA, cls.CONCURRENT, cls.SAME_MEETING,
    cls.ATTRIBUTED_QUOTATION, cls.ECHO,
    cls.OWN_ELSEWHERE, cls.OWN_ROUNDS, cls.SHARED_WORDING,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Tokens of one delivery by class; every token counts once, `new` for the rest.

    The classes count words repeated verbatim. `edited` are tokens in passages this side delivered
    before in slightly other words, `edited_others` those in edited words of others, of a legal
    text, of this meeting or statement; both only where nothing verbatim stands.
    `derivation` is wholly, partly or not, or `not_assessed` with the reason in `why_not`.
    """

    delivery: str
    n_tokens: int
    own_rounds: int = 0
    own_elsewhere: int = 0
    echo: int = 0
    shared_wording: int = 0
    canon: int = 0
    formula: int = 0
    same_meeting: int = 0
    concurrent: int = 0
    refrain: int = 0
    first_here: int = 0
    attributed_quotation: int = 0
    new: int = 0
    edited: int = 0
    edited_others: int = 0
    derivation: Derivation = "not_assessed"
    why_not: str = ""

    @property
    def repeated(self) -> int:
        """Tokens this side delivered before, in earlier rounds or elsewhere."""
        return self.own_rounds + self.own_elsewhere


def painted(
    texts: Texts,
    stars: Stars,
    kinds: npt.NDArray[np.int8],
    formula_places: npt.NDArray[Any],
    canon_mask: npt.NDArray[np.bool_],
) -> npt.NDArray[np.uint8]:
    """The class of every token of all texts (uint8), NEW where no passage covers it."""
    paint = np.full(len(texts.tokens), NEW, np.uint8)
    begins = texts.starts[stars.text] + stars.begin
    ends = begins + stars.length
    for kind in _PAINTED:
        chosen = kinds == kind
        for begin, end in zip(begins[chosen].tolist(), ends[chosen].tolist(), strict=True):
            paint[begin:end] = kind
    paint[formula_places] = cls.FORMULA
    paint[canon_mask] = cls.CANON
    return paint


_EDITED_OVER: Final = (
    (cls.SAME_MEETING, cls.CONCURRENT, cls.REFRAIN, cls.ATTRIBUTED_QUOTATION, cls.ECHO),
    (cls.OWN_ELSEWHERE, cls.OWN_ROUNDS),
    (cls.SHARED_WORDING, cls.CANON),
)
"""Classes of edited passages, later ones over earlier ones."""


def paint_edited(
    paint: npt.NDArray[np.uint8],
    begins: npt.NDArray[Any],
    ends: npt.NDArray[Any],
    kinds: npt.NDArray[Any],
    in_edited_canon: npt.NDArray[np.bool_],
) -> None:
    """Mark tokens of edited passages where nothing verbatim but a first delivery stands."""
    is_free = (paint == NEW) | (paint == cls.FIRST_HERE)
    for together in _EDITED_OVER:
        color = EDITED if cls.OWN_ROUNDS in together else EDITED_OTHERS
        chosen = np.isin(kinds, together)
        for begin, end in zip(begins[chosen].tolist(), ends[chosen].tolist(), strict=True):
            paint[begin:end][is_free[begin:end]] = color
    paint[in_edited_canon & (paint != cls.CANON) & (paint != cls.FORMULA)] = EDITED_OTHERS


def tokens_by_class(texts: Texts, paint: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Tokens of each text in each class, one row a text, one column for each of KINDS."""
    counts = np.zeros((len(texts), len(KINDS)), np.int64)
    for text in np.flatnonzero(np.diff(texts.starts)).tolist():
        part = paint[texts.starts[text] : texts.starts[text + 1]]
        counts[text] = np.bincount(part, minlength=len(KINDS))
    return counts


def derivation(share: float, wholly: float, partly: float) -> Derivation:
    """Wholly, partly or not derived from earlier words, after METER (Gaizauskas et al. 2001)."""
    return "wholly" if share >= wholly else "partly" if share >= partly else "not"
