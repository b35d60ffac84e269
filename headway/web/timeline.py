"""The timeline of a dialogue as plain geometry: rounds, gaps, arrangements, events."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.rounds import Arrangement, Round
from headway.domain.undertakings import Event
from headway.phrases import say, says
from headway.web import cells, heads, words
from headway.web.look import Look

WIDTH = 1000
LEFT = 96
RIGHT = 24
LANE = 34
LONG_GAP_MONTHS = 18
_DAYS_A_MONTH = 30.44


def events_of(look: Look, dialogue: Dialogue) -> list[Event]:
    """The events named for a dialogue, and those of its sides that name none."""
    sides = set(dialogue.parties)
    return [
        event
        for event in look.all(Event)
        if event.dialogue == dialogue.id or (event.dialogue is None and sides & set(event.parties))
    ]


def timeline(
    look: Look,
    rounds: list[Round],
    arrangements: Iterable[Arrangement],
    events: Iterable[Event],
) -> dict[str, Any] | None:
    """Where everything stands on one drawing, or None without rounds."""
    if not rounds:
        return None
    steps = [a for a in arrangements if a.step in ("postponed", "cancelled")]
    around = sorted(events, key=lambda event: (event.on, event.id))
    days_held = [r.began_on.earliest for r in rounds]
    days = days_held + [a.on.earliest for a in steps] + [e.on.earliest for e in around]
    scale = _Scale(min(days).year, max(days).year + 1)
    kinds = list(dict.fromkeys(event.kind for event in around))
    top = 128
    return {
        "width": WIDTH,
        "height": top + LANE * len(kinds) + 14,
        "line": 62,
        "first": scale.x(min(days_held)),
        "last": scale.x(max(days_held)),
        "begin": LEFT,
        "end": WIDTH - RIGHT,
        "years": scale.years(),
        "rounds": [_round(look, scale, r) for r in rounds],
        "gaps": _gaps(scale, rounds),
        "steps": [_step(look, scale, a) for a in steps],
        "lanes": [
            {"label": words.plain(kind), "y": top + LANE * n} for n, kind in enumerate(kinds)
        ],
        "events": [
            {
                "x": scale.x(e.on.earliest),
                "y": top + LANE * kinds.index(e.kind),
                "words": say(
                    "{what}: {why}",
                    what=cells.day_words(e.on),
                    why=e.summary.within(look.language),
                ),
                "href": look.fact(e),
            }
            for e in around
        ],
    }


class _Scale:
    """Days to horizontal places."""

    def __init__(self, first: int, after: int) -> None:
        self.first, self.after = first, after
        self._start = date(first, 1, 1).toordinal()
        self._length = date(after, 1, 1).toordinal() - self._start

    def x(self, day: date) -> float:
        """The place of a day, to a tenth."""
        share = (day.toordinal() - self._start) / self._length
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def years(self) -> list[dict[str, Any]]:
        """A tick for every year; every nth is labelled so that labels stay apart."""
        count = self.after - self.first
        every = max(1, -(-count // 14))
        return [
            {"x": self.x(date(year, 1, 1)), "label": str(year) if n % every == 0 else ""}
            for n, year in enumerate(range(self.first, self.after))
        ]


def _round(look: Look, scale: _Scale, round_: Round) -> dict[str, Any]:
    told = heads.round_name(round_)
    if round_.city:
        told = say("{round}, {city}", round=told, city=round_.city.within(look.language))
    return {
        "x": scale.x(round_.began_on.earliest),
        "number": "?" if round_.number is None else round_.number,
        "href": look.link("rounds", round_.id),
        "words": told,
    }


def _gaps(scale: _Scale, rounds: list[Round]) -> list[dict[str, Any]]:
    found = []
    for before, after in pairwise(rounds):
        days = (after.began_on.earliest - before.began_on.latest).days
        months = round(days / _DAYS_A_MONTH)
        if months > LONG_GAP_MONTHS:
            begin, end = scale.x(before.began_on.earliest), scale.x(after.began_on.earliest)
            middle = round((begin + end) / 2, 1)
            found.append(
                {
                    "begin": begin,
                    "end": end,
                    "middle": middle,
                    "words": says("{count} month", "{count} months", months),
                }
            )
    return found


def _step(look: Look, scale: _Scale, step: Arrangement) -> dict[str, Any]:
    who = look.party_name(step.by)
    step_words, day = words.ARRANGED[step.step], cells.day_words(step.on)
    said = say("{step}, {day}", step=step_words, day=day)
    if who:
        said = say("{step} by {party}, {day}", step=step_words, party=who, day=day)
    return {"x": scale.x(step.on.earliest), "step": step.step, "words": said}
