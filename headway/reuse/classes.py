"""The class of a passage: where its words were said before. Data, not a verdict.

own_rounds      the side said it in an earlier round: of this dialogue, or of any where this
                statement belongs to none
own_elsewhere   the side said it elsewhere before: to others, to the press, in papers
echo            another side said it before, this side did not
attributed_quotation  another side said it before, and the speaker says whose words they are
shared_wording  many sides say it, and this side is not most of them: never script
canon           it quotes a supplied text
formula         a courtesy, a title, a template, or too common to mean anything
same_meeting    said before in this meeting only
concurrent      said elsewhere at what may be the same time; neither is first
refrain         said earlier in this statement, and nowhere before it
first_here      said here first, and again later or further on
"""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse import relations as rel
from headway.reuse.settings import Settings
from headway.reuse.stars import MEETING, OTHERS, OWN, Stars

CLASSES: Final = (
    "own_rounds",
    "own_elsewhere",
    "echo",
    "shared_wording",
    "canon",
    "formula",
    "same_meeting",
    "concurrent",
    "refrain",
    "first_here",
    "attributed_quotation",
)
(
    OWN_ROUNDS, OWN_ELSEWHERE, ECHO, SHARED_WORDING, CANON, FORMULA, SAME_MEETING, CONCURRENT,
    REFRAIN, FIRST_HERE, ATTRIBUTED_QUOTATION,
) = range(len(CLASSES))  # fmt: skip

NO_POOL: Final = -1


def classify(
    stars: Stars,
    is_canon: npt.NDArray[np.bool_],
    is_formula: npt.NDArray[np.bool_],
    settings: Settings,
) -> npt.NDArray[np.int8]:
    """The class of each passage as a number, an index of CLASSES (int8); the first that fits."""
    own = stars.count(rel.OWN_ROUND) + stars.count(rel.OWN_ELSEWHERE)
    others = stars.count(rel.OTHER_SIDE)
    beside = (
        stars.count(rel.CONCURRENT) + stars.count(rel.MEETING) + stars.count(rel.MEETING_EARLIER)
    )
    everybody = own + others + beside
    is_shared = (stars.sides >= settings.shared_sides) & (2 * own <= everybody)
    in_meeting = stars.count(rel.MEETING) + stars.count(rel.MEETING_EARLIER)
    chosen = np.select(
        [
            is_canon,
            is_formula,
            is_shared,
            stars.count(rel.OWN_ROUND) > 0,
            own > 0,
            others > 0,
            in_meeting > 0,
            stars.count(rel.CONCURRENT) > 0,
            stars.count(rel.SAME_TEXT) > 0,
        ],
        [
            CANON, FORMULA, SHARED_WORDING, OWN_ROUNDS, OWN_ELSEWHERE, ECHO, SAME_MEETING,
            CONCURRENT, REFRAIN,
        ],
        FIRST_HERE,
    )  # fmt: skip
    return chosen.astype(np.int8)


def pools(stars: Stars) -> npt.NDArray[Any]:
    """Whose first and previous delivery a passage shows: its own side's, else others', else the
    meeting's; NO_POOL where nothing is certainly earlier.
    """
    own = stars.count(rel.OWN_ROUND) + stars.count(rel.OWN_ELSEWHERE)
    return np.select(
        [own > 0, stars.count(rel.OTHER_SIDE) > 0, stars.count(rel.MEETING_EARLIER) > 0],
        [OWN, OTHERS, MEETING],
        NO_POOL,
    )
