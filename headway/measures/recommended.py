"""Who recommends what to whom, with what answer, and what was asked again: counts, no rates.

A recommendation made by several States counts once for each of them where they are told apart,
and once where they are not. The position is the latest on file; without one it is `none_on_file`.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.ids import split_any_id
from headway.domain.parties import Party
from headway.domain.undertakings import Position, Recommendation, RecommendationAnswer
from headway.text import fold

Column = Literal["by", "to", "theme", "action", "made_on", "position"]
COLUMNS: Final[tuple[Column, ...]] = ("by", "to", "theme", "action", "made_on", "position")
NONE_ON_FILE: Final = "none_on_file"
POSITIONS: Final = ("supported", "partly_supported", "noted", "none", NONE_ON_FILE)
_ANSWERS: Final = {
    "accepted": "supported",
    "partly": "partly_supported",
    "refused": "noted",
    "no_answer": "none",
}
NOT_GIVEN: Final = "not given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One recommendation as counted: who, to whom (name of the party), on what, answered how.

    `words` is equal for recommendations that say the same, punctuation and case aside.
    """

    id: str
    by: tuple[str, ...]
    to: str
    theme: tuple[str, ...]
    action: str
    made_on: str
    position: str
    words: str

    def told(self, column: Column) -> tuple[str, ...]:
        """What stands in a column; several where it holds several."""
        content: str | tuple[str, ...] = getattr(self, column)
        return (content,) if isinstance(content, str) else content


def asked_of(corpus: Corpus, dialogue: str | None = None) -> tuple[Asked, ...]:
    """All recommendations of a Corpus, or of one dialogue or forum, in the order of their ids."""
    positions = _positions(corpus)
    return tuple(
        Asked(
            id=one.id,
            by=_parts(one.by, ";"),
            to=_name(corpus, one.to),
            theme=_parts(one.theme, ","),
            action=str(one.action_category or NOT_GIVEN),
            made_on=str(one.made_on or NOT_GIVEN),
            position=positions.get(one.id, NONE_ON_FILE),
            words=_words(one.summary.within("en")),
        )
        for one in corpus.all(Recommendation)
        if dialogue in (None, one.dialogue)
    )


def _positions(corpus: Corpus) -> dict[str, str]:
    """The position on each recommendation: as taken by the party, else as its answer says."""
    found = {
        answer.recommendation: _ANSWERS[answer.answer]
        for answer in corpus.all(RecommendationAnswer)
    }
    for position in sorted(corpus.all(Position), key=lambda p: (p.stated_on or "", p.id)):
        noun, value_id = split_any_id(position.on_what)
        if noun == "Recommendation":
            found[value_id] = position.position
    return found


def _parts(written: str, mark: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.strip() for p in written.split(mark) if p.strip())) or (NOT_GIVEN,)


def _name(corpus: Corpus, party: str | None) -> str:
    found = corpus.get(Party, party)
    return found.name.within("en") if found else NOT_GIVEN


def _words(text: str) -> str:
    return hashlib.blake2b(fold(text).ids.tobytes(), digest_size=12).hexdigest()


def narrowed(asked: Iterable[Asked], wanted: Mapping[Column, str]) -> tuple[Asked, ...]:
    """Those that hold what is wanted in each column, whatever the case."""
    folded = {column: text.casefold() for column, text in wanted.items() if text}
    return tuple(
        one
        for one in asked
        if all(text in map(str.casefold, one.told(column)) for column, text in folded.items())
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of counts: what it is about, how many, and how many of each position."""

    told: tuple[str, ...]
    count: int
    positions: Mapping[str, int]


def table(asked: Iterable[Asked], columns: Sequence[Column]) -> tuple[Row, ...]:
    """How many there are of each combination of columns, most first, then by name.

    One that names several themes or States is in the row of each of them, so that rows may add
    up to more than there are. Raises BadInput for a column that does not exist.
    """
    for column in columns:
        if column not in COLUMNS:
            raise BadInput(f"there is no column {column!r}; there are {', '.join(COLUMNS)}")
    counts: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in asked:
        keys: list[tuple[str, ...]] = [()]
        for column in columns:
            keys = [(*key, told) for key in keys for told in one.told(column)]
        for key in keys:
            counts[key][one.position] += 1
    rows = [Row(key, held.total(), dict(held)) for key, held in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.told)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Recommendations in equal words: `ids` in order, by whom, to whom, when, answered how."""

    ids: tuple[str, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    made_on: tuple[str, ...]
    positions: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What was asked again, and what cannot be said of it.

    `same_state`: equal words to one State by several States at one review, which may be a joint
    recommendation. `two_answers`: those of them that were answered in two ways. `carried_on`:
    equal words by one State to several others. `reviews`: how many States have recommendations
    of how many dates. `later_themes`: of the themes asked of a State at one date, how many were
    asked of it at a date that is certainly later too, of how many that had such a date. What
    lacks the State or the date in question is left out.
    """

    same_state: tuple[Group, ...]
    two_answers: tuple[Group, ...]
    carried_on: tuple[Group, ...]
    reviews: Mapping[int, int]
    later_themes: tuple[int, int]


def again(asked: Sequence[Asked]) -> Again:
    """What was asked again in equal words or on the same theme."""
    reviewed = [one for one in asked if NOT_GIVEN not in (one.to, one.made_on)]
    named = [one for one in asked if NOT_GIVEN not in one.by]
    same_state = _groups(reviewed, lambda one: (one.to, one.made_on, one.words), "by")
    carried_on = _groups(named, lambda one: (one.by, one.words), "to")
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for one in reviewed:
        dates[one.to].add(one.made_on)
    return Again(
        same_state=same_state,
        two_answers=tuple(one for one in same_state if len(one.positions) > 1),
        carried_on=carried_on,
        reviews=dict(sorted(Counter(len(held) for held in dates.values()).items())),
        later_themes=_later_themes(reviewed, dates),
    )


def _groups(
    asked: Iterable[Asked], key: Callable[[Asked], Hashable], several: Column
) -> tuple[Group, ...]:
    """Groups of equal key that hold several different contents of a column, largest first."""
    held: defaultdict[Hashable, list[Asked]] = defaultdict(list)
    for one in asked:
        held[key(one)].append(one)
    groups = [
        Group(
            ids=tuple(one.id for one in group),
            by=_all(group, "by"),
            to=_all(group, "to"),
            made_on=_all(group, "made_on"),
            positions=dict(Counter(one.position for one in group)),
        )
        for group in held.values()
        if len({one.told(several) for one in group}) > 1
    ]
    return tuple(sorted(groups, key=lambda one: (-len(one.ids), one.ids)))


def _all(group: Iterable[Asked], column: Column) -> tuple[str, ...]:
    return tuple(sorted({told for one in group for told in one.told(column)}))


def _later_themes(asked: Iterable[Asked], dates: Mapping[str, set[str]]) -> tuple[int, int]:
    """Of pairs of a State and a theme with a later date at all, how many came at a later one."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in asked:
        for theme in one.theme:
            held[one.to, theme].add(one.made_on)
    could = [made for (to, _), made in held.items() if _is_any_later(dates[to], made)]
    return sum(_is_any_later(made, made) for made in could), len(could)


def _is_any_later(dates: Iterable[str], made: Iterable[str]) -> bool:
    """Whether one of these dates certainly lies after one of those."""
    last = max(PartialDate(day).earliest for day in dates)
    return last > min(PartialDate(day).latest for day in made)
