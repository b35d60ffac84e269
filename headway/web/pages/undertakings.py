"""What parties said they will do: what is overdue, due soon, open, contested, done, reversed."""

from collections import Counter
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.undertakings import Progress, Undertaking
from headway.measures.undertakings import DONE, is_contested, latest_by_class
from headway.phrases import Said, phrase_as, say, says
from headway.web import addresses, cells, citing, days, heads, links, lists, tables, words
from headway.web.look import Look

CONTESTED_FROM = 0.5
MOST_SHOWN = 12

STATES = Said(
    {
        "overdue": phrase_as("state", "overdue"),
        "soon": phrase_as("state", "due soon"),
        "open": phrase_as("state", "open"),
        "contested": phrase_as("state", "contested"),
        "reversed": phrase_as("state", "reversed"),
        "complete": phrase_as("state", "complete"),
    }
)
"""Where an undertaking stands, in the order a desk looks at them."""


def listing(look: Look, id: str) -> dict[str, Any]:
    """All undertakings of a dialogue, overdue first, and what was said of their progress."""
    dialogue = look.one(Dialogue, id)
    found = _in_order(look, look.having(Undertaking, "dialogue", id))
    return {
        "title": say("Undertakings"),
        "lead": say("What each side said it will do, and the latest that is on record about it."),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "counted": say("Deadlines are held against {day}.", day=days.in_words(look)),
        "sides": _sides(look, dialogue, found),
        "how": say(
            "An undertaking stands in one of the six. Contested is what two kinds of sources see "
            "half a step or more apart. Overdue is what is past its deadline and neither "
            "complete, reversed nor contested. The measure counts those reversed and contested "
            "among the overdue, on the day that it names."
        ),
        "tables": {"undertakings": _list(look, found), "progress": _progress(look, found)},
    }


# -- where one stands ------------------------------------------------------------------------


def state_of(look: Look, undertaking: Undertaking) -> str:
    """One of `STATES`, as of the day of the look."""
    latest = list(latest_by_class(look.corpus, undertaking.id).values())
    if is_contested(latest, CONTESTED_FROM):
        return "contested"
    if latest and latest[-1].status in DONE:
        return "complete"
    if latest and latest[-1].status == "reversed":
        return "reversed"
    due = days.due(undertaking.due_on, days.counted_on(look))
    return {"past": "overdue", "soon": "soon"}.get(due, "open")


def _in_order(look: Look, found: tuple[Undertaking, ...]) -> list[Undertaking]:
    """As a desk looks at them: by state, then the earliest deadline, then the earliest given."""
    order = {state: place for place, state in enumerate(STATES)}
    return sorted(
        found,
        key=lambda u: (order[state_of(look, u)], u.due_on or "9", u.given_on or "9", u.id),
    )


def _late(look: Look, undertaking: Undertaking) -> int | None:
    """Days past the deadline of what is overdue, else None."""
    if undertaking.due_on is None or state_of(look, undertaking) != "overdue":
        return None
    return days.late_by(undertaking.due_on, days.counted_on(look))


# -- both sides ------------------------------------------------------------------------------


def _sides(look: Look, dialogue: Dialogue, found: list[Undertaking]) -> list[dict[str, Any]]:
    return [
        _side(look, party.id, place, [u for u in found if u.by == party.id])
        for place, party in enumerate(look.sides(dialogue), 1)
    ]


def _side(look: Look, party: str, column: int, own: list[Undertaking]) -> dict[str, Any]:
    counts = Counter(state_of(look, u) for u in own)
    overdue = [u for u in own if state_of(look, u) == "overdue"]
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says("{count} undertaking given", "{count} undertakings given", len(own)),
        "counts": [citing.count(STATES[s], counts[s], _narrowed(look, s, party)) for s in STATES],
        "title": say("Overdue"),
        "entries": [_entry(look, u) for u in overdue[:MOST_SHOWN]],
        "none": say("Nothing is overdue."),
    }


def _narrowed(look: Look, state: str, party: str) -> str:
    asked = {"state": state, "by": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-undertakings"


def _entry(look: Look, undertaking: Undertaking) -> dict[str, Any]:
    late = _late(look, undertaking)
    return {
        "title": look.worded(undertaking.summary, look.fact(undertaking)),
        "lines": [
            say("due {day}", day=cells.day_words(undertaking.due_on))
            if undertaking.due_on
            else say("no deadline"),
            says("{count} day late", "{count} days late", late or 0),
            latest_words(look, undertaking),
        ],
    }


# -- the list --------------------------------------------------------------------------------


def _list(look: Look, found: list[Undertaking]) -> tables.Table:
    c = lists.Column
    columns = [
        c("state", say("State"), lambda u: STATES[state_of(look, u)],
          raw=lambda u: state_of(look, u), choice=STATES.__getitem__, choices=tuple(STATES)),
        c("by", say("By"), lambda u: _by(look, u), raw=lambda u: u.by, choice=look.party_name),
        c("summary", say("Undertaking"), lambda u: look.worded(u.summary, look.fact(u)),
          raw=lambda u: u.summary.within(look.language), wide=True),
        c("concern", say("Concern"), lambda u: links.concern(look, u.concern) or cells.not_given(),
          raw=lambda u: links.concern_name(look, u.concern),
          choice=str),
        c("given", say("Given"), lambda u: _given(look, u), raw=lambda u: u.given_on, period=True),
        c("due", say("Due"), lambda u: _due(look, u), raw=lambda u: u.due_on),
        c("status", say("Latest on record"), lambda u: _status(look, u),
          raw=lambda u: _last_day(look, u)),
        c("source", say("Source"), lambda u: citing.sources(look, u)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "undertakings",
        say("Undertakings"),
        found,
        columns,
        haystack=lambda u: " ".join(
            [
                *u.summary.values(),
                u.to,
                links.concern_name(look, u.concern),
                citing.source_names(look, u),
            ]
        ),
        empty=say("No undertaking is on record."),
    )


def _by(look: Look, undertaking: Undertaking) -> Any:
    party = look.party(undertaking.by)
    return [party, say("to {body}", body=undertaking.to)] if undertaking.to else party


def _given(look: Look, undertaking: Undertaking) -> Any:
    at = heads.round_link(look, undertaking.round)
    given = [cells.day(undertaking.given_on), at]
    return [one for one in given if one] or cells.not_given()


def _due(look: Look, undertaking: Undertaking) -> Any:
    if undertaking.due_on is None:
        return say("no deadline")
    late = _late(look, undertaking)
    day = cells.day(undertaking.due_on)
    return [day, says("{count} day late", "{count} days late", late)] if late else day


def _last_day(look: Look, undertaking: Undertaking) -> str | None:
    steps = progress_of(look, undertaking.id)
    return steps[-1].on if steps else None


def _status(look: Look, undertaking: Undertaking) -> Any:
    """The latest word of each kind of source, the newest first."""
    latest = list(latest_by_class(look.corpus, undertaking.id).values())
    return [
        cells.text(
            say(
                "{status}, says {who}, {day}",
                status=words.PROGRESS[step.status],
                who=words.SAID_BY[step.said_by],
                day=cells.day_words(step.on),
            ),
            look.language,
            look.fact(step),
        )
        for step in reversed(latest)
    ] or {"text": words.CODES["not_looked"][0], "code": "not_looked"}


def latest_words(look: Look, undertaking: Undertaking) -> str:
    """The latest that is on record of an undertaking, in words."""
    steps = progress_of(look, undertaking.id)
    if not steps:
        return say("nobody has said what became of it")
    last = steps[-1]
    return say(
        "{status}, says {who}, {day}",
        status=words.PROGRESS[last.status],
        who=words.SAID_BY[last.said_by],
        day=cells.day_words(last.on),
    )


# -- progress --------------------------------------------------------------------------------


def progress_of(look: Look, undertaking_id: str) -> list[Progress]:
    """What was said of an undertaking, in order of time."""
    found = look.having(Progress, "undertaking", undertaking_id)
    return sorted(found, key=lambda step: (step.on, step.id))


def _progress(look: Look, found: list[Undertaking]) -> tables.Table:
    of = {u.id: u for u in found}
    steps = [step for u in found for step in progress_of(look, u.id)]
    steps.sort(key=lambda step: (step.on, step.id), reverse=True)
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda p: cells.day(p.on), raw=lambda p: p.on, period=True),
        c("undertaking", say("Undertaking"),
          lambda p: look.worded(of[p.undertaking].summary, look.fact(of[p.undertaking])),
          raw=lambda p: of[p.undertaking].summary.within(look.language)),
        c("status", say("Status"),
          lambda p: cells.text(words.PROGRESS[p.status], look.language, look.fact(p)),
          raw=lambda p: p.status, choice=words.PROGRESS.__getitem__,
          choices=tuple(words.PROGRESS)),
        c("said_by", say("Said by"), lambda p: words.SAID_BY[p.said_by],
          raw=lambda p: p.said_by, choice=words.SAID_BY.__getitem__),
        c("summary", say("Summary"), lambda p: p.summary or cells.not_given(),
          raw=lambda p: p.summary),
        c("source", say("Source"), lambda p: citing.sources(look, p)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "progress",
        say("What was said of their progress"),
        steps,
        columns,
        haystack=lambda p: f"{p.summary} {' '.join(of[p.undertaking].summary.values())}",
        first=False,
        empty=say("Nobody has said what became of any."),
    )


# -- on other pages --------------------------------------------------------------------------


def table_of(look: Look, dialogue: Dialogue) -> tables.Table:
    """The undertakings of a dialogue as a short table, as a desk looks at them."""
    return rows_of(look, look.having(Undertaking, "dialogue", dialogue.id))


def rows_of(look: Look, found: tuple[Undertaking, ...]) -> tables.Table:
    """Some undertakings as a short table, overdue first."""
    columns = [
        ("state", say("State")),
        ("by", say("By")),
        ("summary", say("Undertaking")),
        ("given", say("Given")),
        ("due", say("Due")),
        ("status", say("Latest on record")),
    ]
    rows = [
        {
            "state": STATES[state_of(look, u)],
            "by": _by(look, u),
            "summary": look.worded(u.summary, look.fact(u)),
            "given": _given(look, u),
            "due": _due(look, u),
            "status": _status(look, u),
        }
        for u in _in_order(look, found)
    ]
    return tables.table(
        "undertakings",
        say("Undertakings"),
        columns,
        rows,
        empty=say("No undertaking is on record."),
    )
