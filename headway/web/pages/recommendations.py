"""Recommendations: by whom, to whom, what was answered, what followed, what was asked again."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar

from headway.domain.dates import PartialDate
from headway.domain.errors import NotFound
from headway.domain.ids import any_id
from headway.domain.parties import Dialogue
from headway.domain.undertakings import Position, Recommendation, RecommendationAnswer
from headway.phrases import Said, number, phrase_as, say, says
from headway.web import addresses, cells, citing, heads, lists, tables, words
from headway.web.look import Look

V = TypeVar("V")

MOST_SHOWN = 12
PAGE = "recommendations"

ANSWERS = Said(
    {
        "supported": phrase_as("answer", "supported"),
        "partly_supported": phrase_as("answer", "supported in part"),
        "noted": phrase_as("answer", "noted"),
        "none": phrase_as("answer", "no position taken"),
        "accepted": phrase_as("answer", "accepted"),
        "partly": phrase_as("answer", "accepted in part"),
        "refused": phrase_as("answer", "refused"),
        "no_answer": phrase_as("answer", "no answer"),
    }
)
"""A position taken on what was asked, or an answer as it was given."""

SILENT = frozenset({"none", "no_answer"})

FOLLOW_UP = Said(
    {
        "done": phrase_as("follow-up", "done"),
        "under_way": phrase_as("follow-up", "under way"),
        "not_started": phrase_as("follow-up", "not started"),
        "no_evidence": phrase_as("follow-up", "looked, found nothing"),
        "not_looked": phrase_as("follow-up", "nobody looked"),
    }
)


def listing(look: Look, id: str) -> dict[str, Any]:
    """The recommendations of a dialogue or forum, and those to its sides that name none."""
    dialogue = look.one(Dialogue, id)
    sides = set(dialogue.parties) if dialogue.kind == "dialogue" else set()
    found = [
        r
        for r in look.all(Recommendation)
        if r.dialogue == id or (r.dialogue is None and r.to in sides)
    ]
    book = _Book(look, found)
    found = book.newest_first(found)
    return _page(look, book, found) | {
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": [
            _side(book, party.id, place, found)
            for place, party in enumerate(look.sides(dialogue), 1)
        ]
        if dialogue.kind == "dialogue"
        else [],
        "more": [cells.text(say("All recommendations of the record"), href=look.link(PAGE))]
        if look.all(Recommendation)
        else [],
    }


def everything(look: Look) -> dict[str, Any]:
    """All recommendations of the record, whatever they belong to."""
    found = list(look.all(Recommendation))
    if not found:
        raise NotFound(say("This view of the record holds no recommendation."))
    book = _Book(look, found)
    crumbs = [cells.text(say("All facts"), href=look.link("values"))]
    return _page(look, book, book.newest_first(found)) | {"crumbs": crumbs, "dialogue": None}


def _page(look: Look, book: "_Book", found: list[Recommendation]) -> dict[str, Any]:
    return {
        "title": say("Recommendations"),
        "lead": say(
            "What was recommended to whom, the answer, and separately what followed. "
            "An answer is not a deed."
        ),
        "counted": _counted(book, found),
        "how": say(
            "Asked again counts later recommendations to the same party on the same subject, by "
            "anybody. Its number leads to them."
        ),
        "tables": {"recommendations": _list(book, found)},
    }


def _counted(book: "_Book", found: Sequence[Recommendation]) -> str:
    """How many there are and how many have an answer on record, counts first."""
    answered = sum(1 for r in found if set(book.answers(r)) - SILENT)
    return say(
        "{recommendations} on record; an answer is on record for {answered}.",
        recommendations=says("{count} recommendation", "{count} recommendations", len(found)),
        answered=number(answered),
    )


def subjects(one: Recommendation) -> tuple[str, ...]:
    """The subjects that the theme of a recommendation names, parted by commas."""
    return tuple(part.strip() for part in one.theme.split(",") if part.strip())


class _Book:
    """What hangs on recommendations, read once for a page: answers, sessions, what came again."""

    def __init__(self, look: Look, found: Iterable[Recommendation]) -> None:
        self.look = look
        self._taken = _by(look.all(Position), lambda p: p.on_what)
        self._given = _by(look.all(RecommendationAnswer), lambda a: a.recommendation)
        self._days = {r.id: _ordinals(r.made_on) for r in found if r.made_on is not None}
        self._alike: dict[tuple[str | None, str], list[tuple[int, str]]] = defaultdict(list)
        for one in found:
            for subject in self.subjects(one) if one.id in self._days else ():
                self._alike[one.to, subject].append((self._days[one.id][0], one.id))
        for alike in self._alike.values():
            alike.sort()
        self._session = cache(self._at)

    def answers(self, one: Recommendation) -> tuple[str, ...]:
        """The positions and answers on record, as codes of `ANSWERS`."""
        taken = self._taken.get(any_id("Recommendation", one.id), ())
        given = self._given.get(one.id, ())
        return tuple(dict.fromkeys([*(p.position for p in taken), *(a.answer for a in given)]))

    def follow_up(self, one: Recommendation) -> str | None:
        """What followed as last noted, or None where nobody noted an answer at all."""
        given = self._given.get(one.id, ())
        return given[-1].follow_up if given else None

    def subjects(self, one: Recommendation) -> tuple[str, ...]:
        """The subjects a theme names."""
        return subjects(one)

    def newest_first(self, found: Iterable[Recommendation]) -> list[Recommendation]:
        """By day, the latest first; those without a day last."""
        return sorted(found, key=lambda r: (-self._days.get(r.id, (0, 0))[1], r.id))

    def session(self, one: Recommendation) -> str:
        """The round of its dialogue it was made at, else its year, else nothing."""
        return self._session(one.dialogue, one.made_on) if one.made_on else ""

    def _at(self, dialogue: str | None, day: PartialDate) -> str:
        first = day.earliest
        for round_ in heads.rounds_of(self.look, dialogue) if dialogue else ():
            last = (round_.ended_on or round_.began_on).latest
            if round_.began_on.earliest <= first <= last:
                return heads.short_name(round_)
        return str(day.year)

    def again(self, one: Recommendation) -> int:
        """How many later recommendations ask the same party on one of the same subjects."""
        if one.id not in self._days:
            return 0
        after = (self._days[one.id][1] + 1, "")
        later = (
            alike[bisect_left(alike, after) :]
            for subject in self.subjects(one)
            for alike in [self._alike[one.to, subject]]
        )
        return len(set(chain.from_iterable(later)))


def _by(values: Iterable[V], key: Callable[[V], str]) -> dict[str, list[V]]:
    found: dict[str, list[V]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return found


def _ordinals(day: PartialDate) -> tuple[int, int]:
    return day.earliest.toordinal(), day.latest.toordinal()


# -- both sides ------------------------------------------------------------------------------


def _side(book: _Book, party: str, column: int, found: Sequence[Recommendation]) -> dict[str, Any]:
    look = book.look
    own = [r for r in found if r.to == party]
    counts = Counter(code for r in own for code in (book.answers(r) or ("",)))
    waiting = [r for r in own if not set(book.answers(r)) - SILENT]
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says(
            "{count} recommendation was made to this side.",
            "{count} recommendations were made to this side.",
            len(own),
        ),
        "counts": [
            *(
                citing.count(ANSWERS[code], counts[code], _narrowed(look, code, party))
                for code in ANSWERS
                if counts[code]
            ),
            citing.count(
                say("nobody noted an answer"), counts[""], _narrowed(look, lists.NONE, party)
            ),
        ],
        "title": say("Without an answer on record"),
        "entries": [_entry(look, r) for r in waiting[:MOST_SHOWN]],
        "none": say("Every one has an answer on record."),
    }


def _narrowed(look: Look, answer: str, party: str) -> str:
    asked = {"answer": answer, "to_whom": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-recommendations"


def _entry(look: Look, one: Recommendation) -> dict[str, Any]:
    lines = [say("by {who}", who=one.by)]
    lines += [cells.day_words(one.made_on)] if one.made_on else []
    return {"title": look.worded(one.summary, look.fact(one)), "lines": lines}


# -- the list --------------------------------------------------------------------------------


def _list(book: _Book, found: list[Recommendation]) -> tables.Table:
    look, c = book.look, lists.Column
    columns = [
        c("on", say("Made"), lambda r: cells.day(r.made_on) or cells.not_given(),
          raw=lambda r: r.made_on, period=True),
        c("session", say("Round"), lambda r: book.session(r) or cells.not_given(),
          raw=book.session, choice=str),
        c("by_whom", say("By"), lambda r: r.by, raw=lambda r: r.by, choice=str),
        c("to_whom", say("To"), lambda r: look.party(r.to) or say("no one side"),
          raw=lambda r: r.to, choice=look.party_name),
        c("what", say("Recommendation"), lambda r: look.worded(r.summary, look.fact(r)),
          raw=lambda r: r.summary.within(look.language), wide=True),
        c("subject", say("Subject"), lambda r: list(book.subjects(r)) or cells.not_given(),
          raw=book.subjects, choice=str),
        c("answer", say("Answer"), lambda r: _answer(book, r), raw=book.answers,
          choice=ANSWERS.__getitem__, choices=tuple(ANSWERS)),
        c("follow_up", say("What followed"), lambda r: _followed(book, r), raw=book.follow_up,
          choice=FOLLOW_UP.__getitem__, choices=tuple(FOLLOW_UP)),
        c("again", say("Asked again"), lambda r: _again(book, r),
          raw=book.again),
        c("source", say("Source"), lambda r: citing.sources(look, r)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "recommendations",
        say("All recommendations"),
        found,
        columns,
        haystack=lambda r: " ".join([*r.summary.values(), r.by, r.theme]),
        empty=say("No recommendation is on record."),
    )


def _answer(book: _Book, one: Recommendation) -> Any:
    codes = book.answers(one)
    if not codes:
        return {"text": words.CODES["not_looked"][0], "code": "not_looked"}
    return [ANSWERS[code] for code in codes]


def _followed(book: _Book, one: Recommendation) -> str:
    code = book.follow_up(one)
    return FOLLOW_UP[code or "not_looked"]


def _again(book: _Book, one: Recommendation) -> Any:
    """How often it was asked again later, as a link to the list of those."""
    count = book.again(one)
    if not count or one.made_on is None:
        return count
    subjects = book.subjects(one)
    asked = {"to_whom": one.to or "", "subject": subjects[0], "from": str(one.made_on)}
    if len(subjects) > 1:
        return count
    href = addresses.same_page(
        {k: v for k, v in book.look.query.items() if k in ("as_of", "language")}, **asked
    )
    return {"text": str(count), "href": href}
