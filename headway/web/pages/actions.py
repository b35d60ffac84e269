"""Between rounds: whose turn it is, what is due, what was touched, who wrote to whom."""

from collections import Counter
from itertools import pairwise
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.undertakings import Action, Contact, Progress
from headway.phrases import Said, phrase_as, say, says
from headway.web import addresses, cells, citing, days, heads, links, lists, tables, words
from headway.web.look import Look

MOST_SHOWN = 12

STATES = Said(
    {
        "overdue": phrase_as("state", "overdue"),
        "soon": phrase_as("state", "due soon"),
        "open": phrase_as("state", "open"),
        "done": phrase_as("state", "done"),
        "dropped": phrase_as("state", "dropped"),
    }
)
WAITING = ("overdue", "soon", "open")


def listing(look: Look, id: str) -> dict[str, Any]:
    """What somebody has to do between rounds, and the contacts between them."""
    dialogue = look.one(Dialogue, id)
    found = _in_order(look, look.having(Action, "dialogue", id))
    contacts = sorted(look.having(Contact, "dialogue", id), key=lambda c: (c.on, c.id))
    return {
        "title": say("Between rounds"),
        "lead": say(
            "Whose turn it is, until when, whether anything happened on it, and every letter, "
            "note or meeting between two rounds."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "counted": say("Deadlines are held against {day}.", day=days.in_words(look)),
        "sides": [
            _side(look, party.id, place, found, contacts)
            for place, party in enumerate(look.sides(dialogue), 1)
        ],
        "how": say(
            "Touched means that a contact on the same concern, or a report of progress on the "
            "same undertaking, is on record after the round it comes from."
        ),
        "tables": {
            "actions": _list(look, found),
            "gaps": _gaps(look, dialogue, contacts),
            "contacts": _contacts(look, dialogue, contacts),
        },
    }


# -- where one stands ------------------------------------------------------------------------


def state_of(look: Look, action: Action) -> str:
    """One of `STATES`, as of the day of the look."""
    if action.closed_as != "open":
        return action.closed_as
    due = days.due(action.due_on, days.counted_on(look))
    return {"past": "overdue", "soon": "soon"}.get(due, "open")


def _in_order(look: Look, found: tuple[Action, ...]) -> list[Action]:
    order = {state: place for place, state in enumerate(STATES)}
    return sorted(found, key=lambda a: (order[state_of(look, a)], a.due_on or "9", a.id))


def touched_by(look: Look, action: Action) -> list[Contact | Progress]:
    """Dated contacts and progress on the same concern or undertaking after the action's round."""
    after = look.get(Round, action.after_round)
    begins = (after.ended_on or after.began_on) if after else None
    contacts = look.having(Contact, "concerns", action.concern) if action.concern else ()
    steps = look.having(Progress, "undertaking", action.undertaking) if action.undertaking else ()
    found: list[Contact | Progress] = [
        c for c in contacts if c.dialogue == action.dialogue and _is_after(c.on, begins)
    ]
    found += [p for p in steps if _is_after(p.on, begins)]
    return sorted(found, key=lambda one: (one.on, one.id))


def _is_after(day: PartialDate, begins: PartialDate | None) -> bool:
    return begins is None or day.latest > begins.latest


# -- both sides ------------------------------------------------------------------------------


def _side(
    look: Look, party: str, column: int, actions: list[Action], contacts: list[Contact]
) -> dict[str, Any]:
    own = [a for a in actions if a.party == party]
    counts = Counter(state_of(look, a) for a in own)
    waiting = [a for a in own if state_of(look, a) in WAITING]
    sent = sum(1 for c in contacts if c.by == party)
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says(
            "{count} action is its to do; {sent} made by it between rounds.",
            "{count} actions are its to do; {sent} made by it between rounds.",
            len(own),
            sent=says("{count} contact was", "{count} contacts were", sent),
        ),
        "counts": [citing.count(STATES[s], counts[s], _narrowed(look, s, party)) for s in STATES],
        "title": say("Its turn"),
        "entries": [_entry(look, a) for a in waiting[:MOST_SHOWN]],
        "none": say("Nothing waits for it."),
    }


def _narrowed(look: Look, state: str, party: str) -> str:
    asked = {"state": state, "party": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-actions"


def _entry(look: Look, action: Action) -> dict[str, Any]:
    touched = touched_by(look, action)
    last = (
        say("last touched {day}", day=cells.day_words(touched[-1].on))
        if touched
        else say("not touched, as far as the record knows")
    )
    due = (
        say("due {day}", day=cells.day_words(action.due_on))
        if action.due_on
        else say("no deadline")
    )
    return {
        "title": cells.text(action.summary, href=look.fact(action)),
        "lines": [STATES[state_of(look, action)], due, last],
    }


# -- lists -----------------------------------------------------------------------------------


def _list(look: Look, found: list[Action]) -> tables.Table:
    c = lists.Column
    columns = [
        c("state", say("State"), lambda a: STATES[state_of(look, a)],
          raw=lambda a: state_of(look, a), choice=STATES.__getitem__, choices=tuple(STATES)),
        c("party", say("Whose turn"), lambda a: look.party(a.party) or say("not given to a side"),
          raw=lambda a: a.party, choice=look.party_name),
        c("summary", say("Action"), lambda a: cells.text(a.summary, href=look.fact(a)),
          raw=lambda a: a.summary, wide=True),
        c("concern", say("Concern"), lambda a: links.concern(look, a.concern) or cells.not_given(),
          raw=lambda a: links.concern_name(look, a.concern), choice=str),
        c("after", say("After"), lambda a: heads.round_link(look, a.after_round)
          or cells.not_given(), raw=lambda a: _began(look, a.after_round)),
        c("due", say("Due"), lambda a: _due(look, a), raw=lambda a: a.due_on, period=True),
        c("done", say("Done"), lambda a: _done(a), raw=lambda a: a.done_on),
        c("touched", say("Touched"), lambda a: _touched(look, a),
          raw=lambda a: len(touched_by(look, a))),
        c("source", say("Source"), lambda a: citing.sources(look, a)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "actions",
        say("Actions"),
        found,
        columns,
        haystack=lambda a: f"{a.summary} {links.concern_name(look, a.concern)}",
        empty=say("No action is on record."),
    )


def _began(look: Look, round_id: str | None) -> str | None:
    found = look.get(Round, round_id)
    return found.began_on if found else None


def _due(look: Look, action: Action) -> Any:
    if action.due_on is None:
        return say("no deadline")
    if state_of(look, action) != "overdue":
        return cells.day(action.due_on)
    late = days.late_by(action.due_on, days.counted_on(look))
    return [cells.day(action.due_on), says("{count} day late", "{count} days late", late)]


def _done(action: Action) -> Any:
    if action.done_on is None:
        return say("not done") if action.closed_as != "done" else say("done, the day is not given")
    if action.due_on is None:
        return cells.day(action.done_on)
    told = days.apart_words(*days.apart(action.due_on, action.done_on))
    return [cells.day(action.done_on), told]


def _touched(look: Look, action: Action) -> Any:
    """The days it was touched, as links to what was done; a number and the last where many."""
    found = touched_by(look, action)
    if not found:
        return say("nothing on record")
    shown = [cells.text(cells.day_words(one.on), href=look.fact(one)) for one in found[-3:]]
    more = len(found) - len(shown)
    return [*shown, says("and {count} before", "and {count} before", more)] if more else shown


def _gaps(look: Look, dialogue: Dialogue, contacts: list[Contact]) -> tables.Table:
    """Per gap between two rounds: its months, and how many contacts each side made."""
    sides = look.sides(dialogue)
    columns = [
        ("gap", say("Between")),
        ("months", say("Months")),
        *((f"by_{n}", party.name.within(look.language)) for n, party in enumerate(sides, 1)),
        ("others", say("By neither or not known")),
    ]
    known = {party.id for party in sides}
    rows = []
    for begin, end, label in _spans(look, dialogue):
        inside = [c for c in contacts if _is_between(c.on, begin, end)]
        rows.append(
            {
                "gap": label,
                "months": _months(begin, end) if begin and end else say("open"),
                **{
                    f"by_{n}": sum(1 for c in inside if c.by == party.id)
                    for n, party in enumerate(sides, 1)
                },
                "others": sum(1 for c in inside if c.by not in known),
            }
        )
    caption = say("Contacts between one round and the next")
    return tables.table("gaps", caption, columns, rows, empty=say("No round is on record."))


def _spans(
    look: Look, dialogue: Dialogue
) -> list[tuple[PartialDate | None, PartialDate | None, str]]:
    held = heads.rounds_of(look, dialogue.id)
    if not held:
        return []
    first, last = held[0], held[-1]
    return [
        (None, first.began_on, say("before {round}", round=heads.short_name(first))),
        *(
            (
                a.ended_on or a.began_on,
                b.began_on,
                say("{first} and {last}", first=heads.short_name(a), last=heads.short_name(b)),
            )
            for a, b in pairwise(held)
        ),
        (last.ended_on or last.began_on, None, say("after {round}", round=heads.short_name(last))),
    ]


def _is_between(day: PartialDate, begin: PartialDate | None, end: PartialDate | None) -> bool:
    return (begin is None or day.earliest > begin.latest) and (
        end is None or day.earliest < end.earliest
    )


def _months(begin: PartialDate, end: PartialDate) -> int:
    return round((end.earliest - begin.latest).days / 30.44)


def _contacts(look: Look, dialogue: Dialogue, found: list[Contact]) -> tables.Table:
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda x: cells.day(x.on), raw=lambda x: x.on, period=True),
        c("by", say("By"), lambda x: look.party(x.by) or say("neither side"),
          raw=lambda x: x.by, choice=look.party_name),
        c("kind", say("Kind"), lambda x: words.plain(x.kind), raw=lambda x: x.kind,
          choice=words.plain),
        c("summary", say("Contact"), lambda x: cells.text(x.summary, href=look.fact(x))
          if x.summary else cells.text(words.plain(x.kind), href=look.fact(x)),
          raw=lambda x: x.summary),
        c("concerns", say("Concerns"), lambda x: [
            link for one in x.concerns if (link := links.concern(look, one))
        ] or say("none"), raw=lambda x: tuple(links.concern_name(look, one) for one in x.concerns),
          choice=str),
        c("source", say("Source"), lambda x: citing.sources(look, x)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "contacts",
        say("Contacts between rounds"),
        found,
        columns,
        haystack=lambda x: (
            f"{x.summary} {' '.join(links.concern_name(look, o) for o in x.concerns)}"
        ),
        first=False,
        empty=say("No contact is on record."),
    )
