"""A body: what it is to which concern, who contests it, when it was in the room and when not."""

from collections import Counter
from typing import Any

from headway.domain.concerns import Concern, Question, Raising
from headway.domain.parties import Body, Dialogue, Mandate
from headway.domain.rounds import AgendaItem, Delegate, Round
from headway.domain.values import UNKNOWN_CODES
from headway.measures.mandate_coverage import presence
from headway.measures.threads import OPENING, body_of
from headway.phrases import Said, number, phrase_as, say, says
from headway.web import cells, citing, heads, links, lists, tables, words
from headway.web.look import Look
from headway.web.voices import voices

ROOM = Said(
    {
        "yes": phrase_as("room", "there"),
        "no": phrase_as("room", "not there"),
        "unknown": phrase_as("room", "not known"),
    }
)


def page(look: Look, id: str) -> dict[str, Any]:
    """The page of one body."""
    body = look.one(Body, id)
    mandates = in_order(look, look.having(Mandate, "body", id))
    dialogues = _dialogues(look, body, mandates)
    only = dialogues[0] if len(dialogues) == 1 else None
    grids = [grid for d in dialogues if (grid := _grid(look, body, d, mandates)) is not None]
    return {
        "title": body.name.within(look.language),
        "crumbs": heads.crumbs(look, only, *_list_link(look, only)),
        "dialogue": heads.dialogue_head(look, only) if only else None,
        "heading": look.worded(body.name),
        "names": cells.versions(body.name),
        "facts": _facts(look, body),
        "sentence": _sentence(mandates),
        "grids": grids,
        "voices": voices(look, [f"Body/{id}", *(f"Mandate/{m.id}" for m in mandates)]),
        "tables": {
            "mandates": _mandates(look, mandates),
            "room": _room(look, body, dialogues, mandates),
            "delegates": _delegates(look, body),
        },
    }


def _dialogues(look: Look, body: Body, mandates: list[Mandate]) -> list[Dialogue]:
    """The dialogues its side holds, or whose concerns it has a mandate for."""
    named = {c.dialogue for m in mandates if (c := look.get(Concern, m.concern))}
    return [
        d
        for d in look.all(Dialogue)
        if d.kind == "dialogue" and (d.id in named or body.party in d.parties)
    ]


def _list_link(look: Look, dialogue: Dialogue | None) -> list[dict[str, Any]]:
    if dialogue is None:
        return []
    return [cells.text(say("Bodies"), href=look.link("dialogues", dialogue.id, "bodies"))]


def _facts(look: Look, body: Body) -> list[dict[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (say("Side"), look.party(body.party) or say("neither side")),
        (say("Kind"), words.BODY_KINDS[body.kind]),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(body))),
    ]
    return [{"label": label, "value": value} for label, value in facts]


def _sentence(mandates: list[Mandate]) -> str:
    owns = sum(1 for m in mandates if m.relation == "owns")
    disputed = sum(1 for m in mandates if m.disputed)
    return say(
        "{mandates} on record, {owns} to own a policy; {disputed} disputed.",
        mandates=says("{count} mandate", "{count} mandates", len(mandates)),
        owns=number(owns),
        disputed=number(disputed),
    )


# -- mandates --------------------------------------------------------------------------------


def in_order(look: Look, found: tuple[Mandate, ...]) -> list[Mandate]:
    """Mandates in the order of what they claim: owners first."""
    order = {relation: place for place, relation in enumerate(words.RELATIONS)}
    return sorted(
        found, key=lambda m: (order[m.relation], links.concern_name(look, m.concern), m.id)
    )


def _mandates(look: Look, mandates: list[Mandate]) -> tables.Table:
    columns = [
        ("relation", say("What it is")),
        ("concern", say("To which concern")),
        ("since", say("Since")),
        ("until", say("Until")),
        ("disputed", say("Disputed")),
        ("source", say("Source")),
    ]
    rows = [
        {
            "relation": cells.text(words.RELATIONS[m.relation], href=look.fact(m)),
            "concern": links.concern(look, m.concern) or m.concern,
            "since": cells.day(m.since) or cells.not_given(),
            "until": cells.day(m.until) or cells.not_given(),
            "disputed": disputed_words(m),
            "source": citing.sources(look, m),
        }
        for m in mandates
    ]
    return tables.table(
        "mandates",
        say("Its mandates"),
        columns,
        rows,
        empty=say("Nobody looked what this body is to which concern."),
    )


def disputed_words(mandate: Mandate) -> str:
    """Who contests a mandate, in words."""
    if not mandate.disputed:
        return say("not disputed")
    if not mandate.disputed_by:
        return say("disputed, by whom is not given")
    return say("disputed by {who}", who=mandate.disputed_by)


# -- in the room -----------------------------------------------------------------------------


def _concerns(look: Look, dialogue: Dialogue, mandates: list[Mandate]) -> list[Concern]:
    ids = dict.fromkeys(m.concern for m in mandates)
    found = (look.get(Concern, one) for one in ids)
    return [c for c in found if c and c.dialogue == dialogue.id]


def touched(look: Look, concern: Concern, round_: Round) -> tuple[bool, list[AgendaItem]]:
    """Whether a concern was talked about at a round, and the agenda items it stood under."""
    items = [i for i in look.having(AgendaItem, "round", round_.id) if concern.id in i.concerns]
    raised = any(
        r.concern == concern.id and r.step in OPENING
        for r in look.having(Raising, "round", round_.id)
    )
    asked = any(q.concern == concern.id for q in look.having(Question, "round", round_.id))
    return raised or asked or any(i.reached == "yes" for i in items), items


def room_code(look: Look, body: Body, round_: Round) -> str:
    """Whether a body was in the room at a round: yes, no or unknown."""
    if body.party is None:
        came = any(
            body_of(look.corpus, d) == body.id and d.present == "yes"
            for d in look.having(Delegate, "round", round_.id)
        )
        return "yes" if came else "unknown"
    code = presence(look.corpus, body.party, body.id, round_)
    return "unknown" if code in UNKNOWN_CODES else code


def _grid(
    look: Look, body: Body, dialogue: Dialogue, mandates: list[Mandate]
) -> dict[str, Any] | None:
    """Its concerns against the rounds: there, not there or not known when each was talked about."""
    concerns = _concerns(look, dialogue, mandates)
    rounds = heads.rounds_of(look, dialogue.id)
    if not concerns or not rounds:
        return None
    codes = {r.id: room_code(look, body, r) for r in rounds}
    squares = {c.id: [_square(look, c, r, codes[r.id]) for r in rounds] for c in concerns}
    rows = [{"concern": links.concern(look, c), "cells": row} for c, row in squares.items()]
    talked = Counter(one["code"] for row in squares.values() for one in row if one["talked"])
    return {
        "dialogue": look.worded(dialogue.title, look.link("dialogues", dialogue.id)),
        "rounds": [
            {"round": heads.round_link(look, r.id), "year": str(r.began_on.year)} for r in rounds
        ],
        "rows": rows,
        "sentence": says(
            "Its concerns were talked about {count} time: it was there at {yes}, not there at "
            "{no}, and of {unknown} nobody can tell.",
            "Its concerns were talked about {count} times: it was there at {yes}, not there at "
            "{no}, and of {unknown} nobody can tell.",
            sum(talked.values()),
            yes=talked["yes"],
            no=talked["no"],
            unknown=talked["unknown"],
        ),
    }


def _square(look: Look, concern: Concern, round_: Round, code: str) -> dict[str, Any]:
    talked, items = touched(look, concern, round_)
    if talked:
        return {"talked": True, "code": code, "text": ROOM[code]}
    text = say("on the agenda, not reached") if items else say("not talked about")
    return {"talked": False, "code": "", "text": text}


def _room(
    look: Look, body: Body, dialogues: list[Dialogue], mandates: list[Mandate]
) -> tables.Table:
    """The grid as a table: one row a round and concern that was talked about or on the agenda."""
    rows = []
    for dialogue in dialogues:
        for round_ in heads.rounds_of(look, dialogue.id):
            code = room_code(look, body, round_)
            for concern in _concerns(look, dialogue, mandates):
                talked, items = touched(look, concern, round_)
                if talked or items:
                    rows.append(_room_row(look, round_, concern, code, talked, items))
    columns = [
        ("round", say("Round")),
        ("concern", say("Its concern")),
        ("items", say("Agenda item")),
        ("talked", say("Talked about")),
        ("room", say("In the room")),
    ]
    return tables.table(
        "room",
        say("Round by round"),
        columns,
        rows,
        empty=say("None of its concerns is on record as talked about."),
    )


def _room_row(
    look: Look,
    round_: Round,
    concern: Concern,
    code: str,
    talked: bool,
    items: list[AgendaItem],
) -> dict[str, Any]:
    return {
        "round": heads.round_link(look, round_.id),
        "concern": links.concern(look, concern.id),
        "items": [look.worded(i.title, look.fact(i)) for i in items] or say("no agenda item"),
        "talked": say("yes") if talked else say("on the agenda, not reached"),
        "room": {"text": ROOM[code], "code": "not_looked" if code == "unknown" else code},
    }


# -- who came --------------------------------------------------------------------------------


def _delegates(look: Look, body: Body) -> tables.Table:
    found = [d for d in look.all(Delegate) if body_of(look.corpus, d) == body.id]
    rounds = {d.round: r for d in found if (r := look.get(Round, d.round))}
    found.sort(key=lambda d: (rounds[d.round].began_on, d.id))
    c = lists.Column
    columns = [
        c("round", say("Round"), lambda d: heads.round_link(look, d.round),
          raw=lambda d: rounds[d.round].began_on, period=True),
        c("name", say("Name"), lambda d: links.person(look, d.person),
          raw=lambda d: links.person_name(look, d.person)),
        c("role", say("Role"), lambda d: words.ROLES[d.role], raw=lambda d: d.role,
          choice=words.ROLES.__getitem__),
        c("rank", say("Rank"), lambda d: d.rank or cells.not_given(), raw=lambda d: d.rank),
        c("present", say("Present"), lambda d: links.code(d.present),
          raw=lambda d: d.present),
    ]  # fmt: skip
    note = say("In the public view heads of delegation only.") if look.view == "public" else ""
    return lists.listed(
        look,
        "delegates",
        say("Who came from it"),
        found,
        columns,
        haystack=lambda d: f"{links.person_name(look, d.person)} {d.rank}",
        empty=say("Nobody who came from it is named."),
        note=note,
    )
