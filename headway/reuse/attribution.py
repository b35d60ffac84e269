"""Attributed quotation told from echo: words of another side that the speaker says are theirs.

Read from the words around a passage: quotation marks that hold it whole, or, in the same sentence,
a phrase that names the side they are from and reports its words ("as your delegation told us",
« selon votre délégation », 贵方表示). English, French and Chinese; in other languages only
quotation marks are read.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse import classes as cls
from headway.reuse import relations as rel
from headway.reuse.columns import first_of_pool
from headway.reuse.deliveries import Delivery
from headway.reuse.stars import Stars
from headway.text import Folded

BEFORE: Final = 160
"""Code points read before a passage for a phrase that reports it."""
AFTER: Final = 80

WITHIN: Final = 500
"""Code points read to both sides for quotation marks."""

_MARKS: Final = tuple(
    (re.compile(opening), re.compile(closing))
    for opening, closing in (
        ("“", "”"),
        ("«", "»"),
        ("„", "[“”]"),
        ("「", "」"),
        ("『", "』"),
        (r'(?:(?<=[\s(—:])|^)"(?=\S)', r'(?<=[^\s(—:])"'),
    )
)
_STOP: Final = re.compile(r"[.!?。！？；\n]+[\s”»」』\"]")

_NAMED: Final = {
    "en": (
        r"you|your (?:\w+ ){0,2}(?:delegation|government|country|side|authorities|minister"
        r"|ambassador|colleagues?|paper|statement|reply|report)"
        r"|the (?:other side|opposite side)|our (?:partners?|counterparts?|interlocutors?)"
        r"|the (?:\w+ ){0,2}(?:delegate|delegation|representative|ambassador|minister|side)"
        r"(?: (?:of|for|from) [\w ]{2,30})?"
    ),
    "fr": (
        r"vous|votre (?:\w+ ){0,2}(?:délégation|gouvernement|pays|partie|ministre"
        r"|ambassadeur|ambassadrice|collègue|rapport|déclaration|réponse|livre)|vos \w+"
        r"|l[’']autre partie|nos (?:partenaires|interlocuteurs|homologues)"
        r"|l[ae](?: \w+){0,2} (?:délégation|représentante?|ministre|partie)"
        r"(?: (?:de|du|des|d[’'])[\w ’']{2,30})?"
    ),
    "zh": (
        "贵方|贵国|贵代表团|贵团|你方|你们|您|对方|对方代表团"
        "|[^，。；\\s]{1,8}(?:代表团|代表|一方|方面)"
    ),
}
_REPORTS: Final = {
    "en": (
        r"(?:said|says?|stated?|states|told|put it|puts it|wrote|writes|declared|remarked"
        r"|observed|asserted|argued|explained|replied|answered|announced|promised"
        r"|(?<!rest )(?<!be )assured"
        r"|claimed|maintained|reported|described|used the words)\b"
    ),
    "fr": (
        r"(?:dit|dites|disait|disiez|déclar(?:é|ée|ait|iez|e)|affirm(?:é|ait|iez|e|ez)"
        r"|indiqu(?:é|ait|iez|e|ez)|répond(?:u|ait|iez|ez|)|écrit|écrivait|écriviez"
        r"|expliqu(?:é|ait|iez|e|ez)|soutenu|soutient|soutenez|annonc(?:é|ait|e|ez)"
        r"|assur(?:é|ait|e|ez)|rappel(?:é|ait)|employé)\b"
    ),
    "zh": "(?:说|表示|指出|声称|称|讲|写道|提出|答复|回答|宣布|承诺|告诉|所言|强调)",
}
_FORMS: Final = {
    "en": r"\b(?:{named})\b[^.!?]{{0,40}}?\b{reports}"
    r"|\b(?:according to|in the words of|to quote|quoting|i quote|said by|stated by) (?:{named})\b",
    "fr": r"\b(?:{named})\b[^.!?]{{0,40}}?\b{reports}"
    r"|(?:\bselon|\bd[’']après|aux dires de|reprendre les (?:mots|termes) de|je cite) (?:{named})\b"
    r"|\b{reports}[^.!?]{{0,20}}? (?:par )?(?:{named})\b",
    "zh": "(?:{named})[^。！？；]{{0,24}}?{reports}"
    "|(?:引用|按照|按|用)(?:{named})[^。！？；]{{0,8}}(?:话|说法|表述|讲法)"
    "|(?:{named})(?:的)?原话",
}

_FROM_OTHERS: Final = (cls.ECHO, cls.SAME_MEETING)
_OWN: Final = (cls.OWN_ROUNDS, cls.OWN_ELSEWHERE)


@dataclass(slots=True)
class Voices:
    """Reads the words around passages of deliveries of one language.

    `read` gives the text of a hash; `folds` the deliveries' folded texts, in their order.
    """

    language: str
    deliveries: Sequence[Delivery]
    folds: Sequence[Folded]
    read: Callable[[str], str]
    _last: tuple[str, str] = ("", "")
    _patterns: dict[tuple[str, ...], re.Pattern[str] | None] = field(default_factory=dict)

    def attributed(
        self, stars: Stars, kinds: npt.NDArray[np.int8], first: npt.NDArray[Any] | None = None
    ) -> npt.NDArray[np.int8]:
        """The classes with ATTRIBUTED_QUOTATION where the speaker says whose words they are.

        Words of others are attributed by quotation marks or by a phrase; words that this side
        has itself delivered since only by a phrase, and where others delivered them before.
        """
        found = kinds.copy()
        others = stars.count(rel.OTHER_SIDE) + stars.count(rel.MEETING_EARLIER)
        foreign = np.isin(kinds, _FROM_OTHERS)
        asked = (foreign | np.isin(kinds, _OWN)) & (others > 0)
        sources = first_of_pool(stars) if first is None else first
        ends = stars.begin + stars.length
        for at in np.flatnonzero(asked).tolist():
            text = int(stars.text[at])
            source = int(sources[at])
            if source >= 0 and foreign[at] and not self._is_other(text, source):
                continue
            span = self.folds[text].span(int(stars.begin[at]), int(ends[at]))
            names = self.deliveries[source].names if source >= 0 else ()
            if self._is_attributed(text, span, names, by_marks=bool(foreign[at])):
                found[at] = cls.ATTRIBUTED_QUOTATION
        return found

    def _is_other(self, text: int, source: int) -> bool:
        return self.deliveries[text].side != self.deliveries[source].side

    def _is_attributed(
        self, text: int, span: tuple[int, int], names: tuple[str, ...], *, by_marks: bool
    ) -> bool:
        name = self.deliveries[text].text
        if self._last[0] != name:
            self._last = (name, self.read(name))
        words = self._last[1]
        return (by_marks and in_marks(words, *span)) or self._is_reported(words, *span, names)

    def _is_reported(self, words: str, begin: int, end: int, names: tuple[str, ...]) -> bool:
        if names not in self._patterns:
            self._patterns[names] = reporting(self.language, names)
        pattern = self._patterns[names]
        if pattern is None:
            return False
        before = _STOP.split(words[max(0, begin - BEFORE) : begin])[-1]
        after = _STOP.split(words[end : end + AFTER] + " ")[0]
        return bool(pattern.search(before) or pattern.search(after))


def reporting(language: str, names: Sequence[str]) -> re.Pattern[str] | None:
    """The pattern of phrases that report what a side of such names said; None if unknown."""
    if language not in _FORMS:
        return None
    own = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name]
    named = "|".join([*own, _NAMED[language]])
    form = _FORMS[language].format(named=named, reports=_REPORTS[language])
    return re.compile(form, re.IGNORECASE)


def in_marks(words: str, begin: int, end: int) -> bool:
    """Whether quotation marks of one paragraph hold the span [begin, end) whole.

    A plain mark opens where a word begins behind it and closes where one ends before it; marks
    farther than `WITHIN` code points are not looked for.
    """
    before = words[max(0, begin - WITHIN) : begin].rpartition("\n\n")[2]
    after = words[end : end + WITHIN].partition("\n\n")[0]
    for opening, closing in _MARKS:
        opened = _last(opening, before, words[begin])
        if opened < 0 or opened <= _last(closing, before, words[begin]):
            continue
        ends = closing.search(words[end - 1 : end] + after)
        next_one = opening.search(after)
        is_closed = ends is not None and (next_one is None or ends.start() <= next_one.start() + 1)
        if is_closed and not closing.search(words[begin : end - 1]):
            return True
    return False


def _last(mark: re.Pattern[str], before: str, next_character: str) -> int:
    """Where the last mark of a kind stands before a passage; -1 for none."""
    places = [found.start() for found in mark.finditer(before + next_character)]
    return max((place for place in places if place < len(before)), default=-1)
