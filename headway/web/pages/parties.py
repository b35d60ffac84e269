"""A party: in a dialogue whom it sent to the rounds, in a forum what it said over the years."""

from typing import Any

from headway.domain.concerns import Concern
from headway.domain.parties import Body, Dialogue, Mandate, Party
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.statements import Statement
from headway.phrases import percent, say
from headway.web import cells, heads, links, tables, words
from headway.web.look import Look
from headway.web.standing import standing


def page(look: Look, id: str, party: str) -> dict[str, Any]:
    """The page of a party in a dialogue or a forum."""
    dialogue = look.one(Dialogue, id)
    found = look.one(Party, party)
    content = {
        "title": found.name.within(look.language),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "heading": look.worded(found.name),
        "names": cells.versions(found.name),
        "facts": _facts(look, found),
    }
    if dialogue.kind == "forum":
        return content | _speaker(look, dialogue, found)
    return content | _delegations(look, dialogue, found) | {"more": _more(look, dialogue, found)}


def _more(look: Look, dialogue: Dialogue, party: Party) -> list[dict[str, Any]]:
    """What of this side stands on the lists of the dialogue."""
    lists = (
        ("undertakings", {"by": party.id}, say("Its undertakings")),
        ("actions", {"party": party.id}, say("Its turn between rounds")),
        ("papers", {"by": party.id}, say("Its papers")),
        ("points", {"by": party.id}, say("Points it made")),
        ("capacity", {"side": party.id}, say("Its staff, days and cost")),
        ("remarks", {"side": party.id}, say("Remarks from its side")),
        ("events", {"parties": party.id}, say("Events that name it")),
        ("recommendations", {"to_whom": party.id}, say("Recommendations to it")),
        ("bodies", {"bodies_side": party.id}, say("Its bodies")),
    )
    return [
        cells.text(told, href=look.link("dialogues", dialogue.id, page, **asked))
        for page, asked, told in lists
    ]


def _facts(look: Look, party: Party) -> list[dict[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (say("Languages"), say(", ").join(words.language(tag) for tag in party.languages)),
        (say("Ranks, from the lowest"), list(party.ladder)),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(party))),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


# -- a side of a dialogue -------------------------------------------------------------------


def _delegations(look: Look, dialogue: Dialogue, party: Party) -> dict[str, Any]:
    rounds = heads.rounds_of(look, dialogue.id)
    rows = [_delegation(look, party, r) for r in rounds]
    columns = [
        ("round", say("Round")),
        ("held", say("Held")),
        ("rank", say("Rank of head")),
        ("size", say("Delegates named")),
        ("stated", say("Size stated")),
        ("complete", say("Is the list complete?")),
    ]
    return {
        "mark": None,
        "ranks": _ranks(party, rounds, rows),
        "tables": {
            "delegations": tables.table("delegations", say("Its delegations"), columns, rows),
            "bodies": _bodies(look, party),
        },
    }


def _delegation(look: Look, party: Party, round_: Round) -> dict[str, Any]:
    sent = [d for d in look.having(Delegate, "round", round_.id) if d.party == party.id]
    attendance = next(
        (a for a in look.having(Attendance, "round", round_.id) if a.party == party.id), None
    )
    stated = attendance.size_stated if attendance else None
    return {
        "round": heads.round_link(look, round_.id),
        "held": cells.span(round_.began_on, round_.ended_on),
        "rank": head_rank(sent) or words.CODES["not_looked"][0],
        "size": len(sent) or words.CODES["not_looked"][0],
        "stated": stated if stated is not None else cells.not_given(),
        "complete": words.CODES[attendance.list_complete if attendance else "not_looked"][0],
    }


def head_rank(sent: list[Delegate]) -> str:
    """The rank of the head among some delegates, or nothing."""
    return next((d.rank for d in sent if d.role == "head" and d.rank), "")


def _ranks(party: Party, rounds: list[Round], rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The rank of the head over the rounds, on the party's own ladder, for drawing."""
    points = [
        {"label": heads.short_name(r), "year": r.began_on.year, "rank": row["rank"]}
        for r, row in zip(rounds, rows, strict=True)
        if row["rank"] in party.ladder
    ]
    rows = [
        {"name": rank, "cells": [point["rank"] == rank for point in points]}
        for rank in reversed(party.ladder)
    ]
    return {"points": points, "rows": rows} if points else None


def _bodies(look: Look, party: Party) -> tables.Table:
    columns = [
        ("body", say("Body")),
        ("kind", say("Kind")),
        ("mandates", say("What it is to which concern")),
    ]
    rows = [
        {
            "body": links.body(look, body.id),
            "kind": words.BODY_KINDS[body.kind],
            "mandates": [mandate_cell(look, m) for m in look.having(Mandate, "body", body.id)]
            or words.CODES["not_looked"][0],
        }
        for body in look.having(Body, "party", party.id)
    ]
    return tables.table("bodies", say("Its bodies"), columns, rows)


def mandate_cell(look: Look, mandate: Mandate) -> dict[str, Any]:
    """A mandate as a link: "owns the policy: death penalty (disputed)"."""
    concern = look.get(Concern, mandate.concern)
    name = concern.title.within(look.language) if concern else mandate.concern
    told = say("{relation}: {concern}", relation=words.RELATIONS[mandate.relation], concern=name)
    if mandate.disputed:
        who = mandate.disputed_by or say("somebody")
        told = say("{what} (disputed by {who})", what=told, who=who)
    return cells.text(told, href=look.fact(mandate))


# -- a speaker at a forum -------------------------------------------------------------------


def _speaker(look: Look, dialogue: Dialogue, party: Party) -> dict[str, Any]:
    mark = standing(look, "reuse_share", dialogue)
    found = heads.in_order(look.having(Statement, "dialogue", dialogue.id))
    rows = [_said(look, s, shown=mark["shown"]) for s in found if s.party == party.id]
    columns = [
        ("on", say("Day")),
        ("title", say("Statement")),
        ("texts", say("Texts")),
        ("own", say("Own words from before, tokens")),
        ("all", say("All tokens looked at")),
        ("share", say("Share")),
    ]
    return {
        "mark": mark,
        "ranks": None,
        "tables": {"statements": tables.table("statements", say("Its statements"), columns, rows)},
    }


def _said(look: Look, statement: Statement, *, shown: bool) -> dict[str, Any]:
    coverage: dict[str, int] = {}
    for rendering in heads.renderings_of(look, statement.id) if shown else []:
        coverage = coverage or look.findings.coverage(rendering.id)
    own = coverage.get("own_rounds", 0) + coverage.get("own_elsewhere", 0)
    total = sum(coverage.values())
    unsaid = words.CODES["not_assessed"][0]
    return {
        "on": cells.day(statement.delivered_on),
        "title": heads.statement_link(look, statement.id),
        "texts": heads.texts_cell(look, statement),
        "own": own if total else unsaid,
        "all": total or unsaid,
        "share": percent(own / total, 1) if total else unsaid,
    }
