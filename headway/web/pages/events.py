"""What happened around the dialogue: on the timeline, and the same as a list beside it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.rounds import Arrangement, Round
from headway.domain.undertakings import Event
from headway.domain.values import Value
from headway.phrases import Said, phrase_as, say, says
from headway.web import addresses, cells, citing, days, heads, lists, tables, words
from headway.web.look import Look
from headway.web.timeline import events_of, timeline

_HELD = Said(
    {
        "round": phrase_as("moment", "round held"),
        "postponed": phrase_as("moment", "postponed"),
        "cancelled": phrase_as("moment", "cancelled"),
    }
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the timeline: a round, a postponement or cancellation, an event."""

    kind: str
    on: PartialDate
    parties: tuple[str, ...]
    value: Value
    until: PartialDate | None = None


def listing(look: Look, id: str) -> dict[str, Any]:
    """Rounds and events of a dialogue in order of time."""
    dialogue = look.one(Dialogue, id)
    rounds = heads.rounds_of(look, id)
    steps = look.having(Arrangement, "dialogue", id)
    around = events_of(look, dialogue)
    moments = _moments(rounds, steps, around)
    return {
        "title": say("Events around the dialogue"),
        "lead": say(
            "Rounds, what put them off, and what happened around them: resolutions, votes, "
            "summits, releases, laws. That one came after the other says nothing of why."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "timeline": timeline(look, rounds, steps, around),
        "sides": [
            _side(look, party.id, place, around)
            for place, party in enumerate(look.sides(dialogue), 1)
        ],
        "tables": {"moments": _list(look, moments, rounds)},
    }


def _moments(
    rounds: list[Round], steps: tuple[Arrangement, ...], around: list[Event]
) -> list[Moment]:
    found = [
        *(Moment("round", r.began_on, (r.host,) if r.host else (), r, r.ended_on) for r in rounds),
        *(
            Moment(a.step, a.on, (a.by,) if a.by else (), a)
            for a in steps
            if a.step in ("postponed", "cancelled")
        ),
        *(Moment(e.kind, e.on, e.parties, e) for e in around),
    ]
    return sorted(found, key=lambda m: (m.on, m.value.id))


def _side(look: Look, party: str, column: int, around: list[Event]) -> dict[str, Any]:
    own = [e for e in around if party in e.parties]
    counts = Counter(e.kind for e in own)
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says(
            "{count} event names this side.", "{count} events name this side.", len(own)
        ),
        "counts": [
            citing.count(kind_words(kind), counts[kind], _narrowed(look, kind, party))
            for kind in sorted(counts)
        ],
        "title": "",
        "entries": [],
        "none": "",
    }


def _narrowed(look: Look, kind: str, party: str) -> str:
    asked = {"kind": kind, "parties": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-moments"


def kind_words(kind: str) -> str:
    """What a moment is, in words."""
    return _HELD[kind] if kind in _HELD else words.plain(kind)


def _list(look: Look, moments: list[Moment], rounds: list[Round]) -> tables.Table:
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda m: cells.span(m.on, m.until), raw=lambda m: m.on, period=True),
        c("kind", say("Kind"), lambda m: kind_words(m.kind), raw=lambda m: m.kind,
          choice=kind_words),
        c("what", say("What happened"), lambda m: _what(look, m),
          raw=lambda m: str(_what(look, m)["text"]), wide=True),
        c("parties", say("Sides"), lambda m: [look.party(p) for p in m.parties]
          or cells.not_given(), raw=lambda m: m.parties, choice=look.party_name),
        c("near", say("Nearest round"), lambda m: _near(look, m, rounds),
          raw=lambda m: _distance(m, rounds)),
        c("source", say("Source"), lambda m: citing.sources(look, m.value)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "moments",
        say("The same as a list"),
        moments,
        columns,
        haystack=lambda m: f"{_what(look, m)['text']} {citing.source_names(look, m.value)}",
        empty=say("Neither a round nor an event is on record."),
    )


def _what(look: Look, moment: Moment) -> dict[str, Any]:
    value = moment.value
    if isinstance(value, Round):
        return heads.round_link(look, value.id) or {"text": ""}
    if isinstance(value, Event):
        return look.worded(value.summary, look.fact(value)) or {"text": ""}
    reason = value.reason if isinstance(value, Arrangement) else ""
    return cells.text(reason or say("no reason is given"), href=look.fact(value))


def _nearest(moment: Moment, rounds: list[Round]) -> Round | None:
    return min(
        rounds,
        key=lambda r: abs((r.began_on.earliest - moment.on.earliest).days),
        default=None,
    )


def _distance(moment: Moment, rounds: list[Round]) -> int | None:
    """Days from the nearest round to a moment, negative before it; None for rounds themselves."""
    near = _nearest(moment, rounds)
    if near is None or isinstance(moment.value, Round):
        return None
    return (moment.on.earliest - near.began_on.earliest).days


def _near(look: Look, moment: Moment, rounds: list[Round]) -> Any:
    near, distance = _nearest(moment, rounds), _distance(moment, rounds)
    if near is None or distance is None:
        return say("is a round")
    name = heads.short_name(near)
    low, high = days.apart(near.began_on, moment.on)
    if low != high:
        return say("about {round}", round=name)
    if distance == 0:
        return say("on the first day of {round}", round=name)
    if distance > 0:
        return says(
            "{count} day after {round} began", "{count} days after {round} began", distance,
            round=name,
        )  # fmt: skip
    return says(
        "{count} day before {round} began", "{count} days before {round} began", -distance,
        round=name,
    )  # fmt: skip
