"""A dialogue: its sides, its rounds in time, six measures for both sides, what is open."""

from typing import Any

from headway.domain.assessments import Flag, Release, Withholding
from headway.domain.ids import split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.parties import Dialogue
from headway.domain.rounds import Arrangement, Delegate, Round
from headway.domain.statements import Remark, Statement
from headway.domain.undertakings import Decision, Event, Purpose
from headway.phrases import number, say, say_as, says
from headway.web import cells, figures, heads, methods, tables, words
from headway.web.look import Look
from headway.web.pages import concerns, forums, remarks, undertakings
from headway.web.timeline import events_of, timeline
from headway.web.voices import voices


def page(look: Look, id: str) -> dict[str, Any]:
    """The page of a dialogue, or of a forum."""
    dialogue = look.one(Dialogue, id)
    if dialogue.kind == "forum":
        return forums.page(look, dialogue)
    rounds = heads.rounds_of(look, id)
    arrangements = look.having(Arrangement, "dialogue", id)
    events = events_of(look, dialogue)
    return {
        "title": dialogue.title.within(look.language),
        "crumbs": heads.crumbs(look, None),
        "dialogue": heads.dialogue_head(look, dialogue),
        "summary": dialogue.summary,
        "facts": _facts(look, dialogue, rounds),
        "timeline": timeline(look, rounds, arrangements, events),
        "panel": figures.panel(look, dialogue, methods.leading_names()),
        "more": _more(look, dialogue),
        "purposes": _purposes(look, dialogue),
        "voices": voices(look, [f"Dialogue/{id}"], look.having(Withholding, "dialogue", id)),
        "tables": {
            "rounds": _rounds(look, rounds),
            "concerns": concerns.table_of(look, dialogue),
            "undertakings": undertakings.table_of(look, dialogue),
            "remarks": _remarks(look, dialogue),
            "arrangements": _arrangements(look, arrangements),
            "events": _event_table(look, events),
            "decisions": _decisions(look, dialogue),
            "flags": _flags(look, dialogue),
            "releases": _releases(look),
        },
    }


def _facts(look: Look, dialogue: Dialogue, rounds: list[Round]) -> list[dict[str, Any]]:
    held = says("{count} round on record", "{count} rounds on record", len(rounds))
    if dialogue.rounds_stated is not None:
        stated = number(dialogue.rounds_stated)
        held = say("{what}; a source states {number}", what=held, number=stated)
    facts: list[tuple[str, Any]] = [(say("Rounds"), held)]
    if dialogue.began_on:
        facts.append((say("Began"), cells.day(dialogue.began_on)))
    if dialogue.ended_on:
        facts.append((say("Ended"), cells.day(dialogue.ended_on)))
    statements = look.having(Statement, "dialogue", dialogue.id)
    facts.append(
        (say("Statements"), says("{count} statement", "{count} statements", len(statements)))
    )
    facts.append(
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(dialogue)))
    )
    return [{"label": label, "value": value} for label, value in facts]


def _more(look: Look, dialogue: Dialogue) -> list[dict[str, Any]]:
    pages = (
        ("article", say("The article, walked")),
        ("measures", say("All measures")),
        ("concerns", say("All concerns")),
        ("bodies", say("Bodies")),
        ("undertakings", say("All undertakings")),
        ("actions", say("Between rounds")),
        ("papers", say("Papers and translations")),
        ("points", say("Points made")),
        ("capacity", say("Staff, days and cost")),
        ("remarks", say("All remarks")),
        ("events", say("Events")),
        ("recommendations", say("Recommendations")),
        ("assessments", say("Assessments")),
        ("statements", say("All statements")),
        ("recurring", say("Sentences that recur")),
    )
    return [
        cells.text(told, href=look.link("dialogues", dialogue.id, name)) for name, told in pages
    ]


def _rounds(look: Look, rounds: list[Round]) -> tables.Table:
    columns = [
        ("round", say("Round")),
        ("held", say("Held")),
        ("city", say("City")),
        ("host", say("Host")),
        ("hours", say("Hours of talks")),
        ("statements", say("Statements")),
        ("delegates", say("Delegates named")),
    ]
    rows = [
        {
            "round": heads.round_link(look, r.id),
            "held": cells.span(r.began_on, r.ended_on),
            "city": look.worded(r.city) or cells.not_given(),
            "host": look.party(r.host) or cells.not_given(),
            "hours": r.hours if r.hours is not None else cells.not_given(),
            "statements": len(look.having(Statement, "round", r.id)),
            "delegates": len(look.having(Delegate, "round", r.id)),
        }
        for r in rounds
    ]
    return tables.table("rounds", say("Rounds"), columns, rows, empty=say("No round is on record."))


def _arrangements(look: Look, steps: tuple[Arrangement, ...]) -> tables.Table:
    columns = [
        ("on", say("Day")),
        ("step", say("Step")),
        ("by", say("By")),
        ("round", say("Round")),
        ("reason", say("Reason given")),
    ]
    rows = [
        {
            "on": cells.day(a.on),
            "step": {"text": words.ARRANGED[a.step], "href": look.fact(a)},
            "by": look.party(a.by) or cells.not_given(),
            "round": heads.round_link(look, a.round) or cells.not_given(),
            "reason": a.reason or cells.not_given(),
        }
        for a in sorted(steps, key=lambda a: (a.on, a.id))
    ]
    return tables.table("arrangements", say("How the rounds came about"), columns, rows)


def _event_table(look: Look, events: list[Event]) -> tables.Table:
    columns = [("on", say("Day")), ("kind", say("Kind")), ("summary", say("Event"))]
    rows = [
        {
            "on": cells.day(e.on),
            "kind": words.plain(e.kind),
            "summary": look.worded(e.summary, look.fact(e)),
        }
        for e in sorted(events, key=lambda e: (e.on, e.id))
    ]
    return tables.table("events", say("Events around the dialogue"), columns, rows)


def _remarks(look: Look, dialogue: Dialogue) -> tables.Table:
    counts: dict[tuple[str, str], int] = {}
    for remark in look.having(Remark, "dialogue", dialogue.id):
        key = (look.party_name(remark.party, say("neither side")), remarks.group_of(remark))
        counts[key] = counts.get(key, 0) + 1
    columns = [
        ("side", say("Side")),
        ("group", say("Group")),
        ("count", say("Remarks")),
        ("asked", say("Asked")),
    ]
    asked = remarks.asked_by_group(look, dialogue)
    rows = [
        {
            "side": side,
            "group": group,
            "count": n,
            "asked": asked.get((side, group), say("not recorded")),
        }
        for (side, group), n in sorted(counts.items())
    ]
    return tables.table("remarks", say("Remarks about the dialogue"), columns, rows)


def _purposes(look: Look, dialogue: Dialogue) -> list[dict[str, Any]]:
    found = look.having(Purpose, "dialogue", dialogue.id)
    return [
        {
            "party": look.worded(party.name),
            "purposes": [
                {
                    "summary": look.worded(p.summary, look.fact(p)),
                    "mode": say("as stated by itself")
                    if p.mode == "stated"
                    else say("as ascribed by {who}", who=p.ascribed_by or say("others")),
                    "since": cells.day(p.since),
                    "until": cells.day(p.until),
                }
                for p in sorted(found, key=lambda p: (p.mode != "stated", p.since or "", p.id))
                if p.party == party.id
            ],
        }
        for party in (look.sides(dialogue) if found else [])
    ]


def _decisions(look: Look, dialogue: Dialogue) -> tables.Table:
    columns = [
        ("kind", say("Decision")),
        ("by", say("By")),
        ("due", say("Due")),
        ("decided", say("Taken")),
        ("summary", say("Summary")),
        ("dissent", say("Dissent")),
    ]
    rows = [
        {
            "kind": cells.text(words.plain(d.kind), href=look.fact(d)),
            "by": look.party(d.party) or cells.not_given(),
            "due": cells.day(d.due_on) or cells.not_given(),
            "decided": cells.day(d.decided_on) or say("not taken"),
            "summary": d.summary or cells.not_given(),
            "dissent": d.dissent or say("none recorded"),
        }
        for d in look.having(Decision, "dialogue", dialogue.id)
    ]
    return tables.table("decisions", say("Decisions and reviews"), columns, rows)


def _flags(look: Look, dialogue: Dialogue) -> tables.Table:
    columns = [
        ("summary", say("What does not add up")),
        ("about", say_as("flag", "About")),
        ("settled", say("Settled")),
    ]
    rows = [
        {
            "summary": cells.text(flag.summary, href=look.fact(flag)),
            "about": _about(look, flag),
            "settled": flag.settled or say_as("flag", "open"),
        }
        for flag in look.all(Flag)
        if _belongs(look, flag, dialogue)
    ]
    return tables.table(
        "flags", say("What does not add up"), columns, rows, empty=say("Nothing is flagged.")
    )


def _belongs(look: Look, flag: Flag, dialogue: Dialogue) -> bool:
    """Whether a flag is about the dialogue or anything that hangs directly on it."""
    noun, value_id = split_any_id(flag.about)
    if noun == "Dialogue":
        return value_id == dialogue.id
    about = look.corpus.get(NOUNS[noun], value_id) if noun in NOUNS else None
    return getattr(about, "dialogue", None) == dialogue.id


def _about(look: Look, flag: Flag) -> dict[str, Any]:
    noun, value_id = split_any_id(flag.about)
    if noun == "Round":
        return heads.round_link(look, value_id) or cells.text(flag.about)
    found = look.get(NOUNS[noun], value_id) if noun in NOUNS else None
    name = say("the dialogue") if noun == "Dialogue" or found is None else heads.title(look, found)
    return cells.text(name, href=look.link("values", noun, value_id))


def _releases(look: Look) -> tables.Table:
    columns = [
        ("title", say("Release")),
        ("view", say("To")),
        ("on", say("Day")),
        ("by", say("Decided by")),
        ("measures", say("Measures let out")),
    ]
    rows = [
        {
            "title": look.worded(r.title, look.fact(r)),
            "view": words.label(r.view),
            "on": cells.day(r.released_on),
            "by": r.decided_by,
            "measures": say(", ").join(methods.heading(m)["title"] for m in r.measures)
            or say_as("measures", "none"),
        }
        for r in sorted(look.all(Release), key=lambda r: (r.released_on, r.id))
    ]
    return tables.table(
        "releases", say("Releases"), columns, rows, empty=say("Nothing was released.")
    )
