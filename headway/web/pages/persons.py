"""A person: at which rounds, in which role and rank, what was said; never a measure (rule 4)."""

from typing import Any

from headway.domain.parties import Dialogue, Party, Person
from headway.domain.rounds import Delegate, Round
from headway.domain.statements import Statement
from headway.phrases import say, says
from headway.web import cells, citing, heads, links, lists, tables, words
from headway.web.look import Look
from headway.web.voices import voices


def page(look: Look, id: str) -> dict[str, Any]:
    """The page of one person; the public reads heads of delegation only."""
    person = look.one(Person, id)
    came = _attendances(look, id)
    said = _statements(look, id, {d.round for d, _ in came})
    dialogues = {r.dialogue for _, r in came}
    only = look.get(Dialogue, next(iter(dialogues))) if len(dialogues) == 1 else None
    return {
        "title": person.name.within(look.language),
        "crumbs": heads.crumbs(look, only),
        "dialogue": heads.dialogue_head(look, only) if only else None,
        "heading": look.worded(person.name),
        "names": cells.versions(person.name),
        "facts": _facts(look, person),
        "sentence": say(
            "Named at {rounds}; {statements} on record.",
            rounds=says("{count} round", "{count} rounds", len({r.id for _, r in came})),
            statements=says("{count} statement is", "{count} statements are", len(said)),
        ),
        "note": _note(look),
        "ranks": _ranks(look, person, came),
        "voices": voices(look, [f"Person/{id}"]),
        "tables": {
            "attendance": _attendance(look, came),
            "statements": _said(look, said),
        },
    }


def _note(look: Look) -> str:
    if look.view == "public":
        return say(
            "This view shows heads of delegation, at the rounds they led. "
            "No measure is made of one person."
        )
    return say("No measure is made of one person. What stands here is what the lists say.")


def _facts(look: Look, person: Person) -> list[dict[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (say("Side"), look.party(person.party) or say("neither side")),
        (say("Body"), links.body(look, person.body) or cells.not_given()),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(person))),
    ]
    return [{"label": label, "value": value} for label, value in facts]


def _attendances(look: Look, person_id: str) -> list[tuple[Delegate, Round]]:
    """What lists say of this person, in order of the rounds."""
    found = [
        (d, r)
        for d in look.having(Delegate, "person", person_id)
        if (r := look.get(Round, d.round)) is not None
    ]
    return sorted(found, key=lambda pair: (pair[1].began_on, pair[0].id))


def _statements(look: Look, person_id: str, rounds: set[str]) -> list[Statement]:
    """What this person said; for the public, at rounds led by this person only."""
    found = look.having(Statement, "speaker", person_id)
    if look.view == "public":
        found = tuple(s for s in found if s.round in rounds)
    return heads.in_order(found)


# -- rank ------------------------------------------------------------------------------------


def _ranks(look: Look, person: Person, came: list[tuple[Delegate, Round]]) -> dict[str, Any] | None:
    """The rank at each round on the ladder of the side the person came for, for drawing."""
    party = look.get(Party, came[0][0].party if came else person.party)
    ladder = party.ladder if party else ()
    points = [
        {"label": heads.short_name(r), "year": r.began_on.year, "rank": d.rank}
        for d, r in came
        if d.rank in ladder and party and d.party == party.id
    ]
    rows = [
        {"name": rank, "cells": [point["rank"] == rank for point in points]}
        for rank in reversed(ladder)
    ]
    return {"points": points, "rows": rows} if points else None


# -- tables ----------------------------------------------------------------------------------


def _attendance(look: Look, came: list[tuple[Delegate, Round]]) -> tables.Table:
    columns = [
        ("round", say("Round")),
        ("held", say("Held")),
        ("side", say("For")),
        ("role", say("Role")),
        ("rank", say("Rank")),
        ("body", say("Body")),
        ("present", say("Present")),
        *([("note", say("Hand-over note"))] if look.view != "public" else []),
        ("source", say("Source")),
    ]
    rows = [_attended(look, d, r) for d, r in came]
    return tables.table(
        "attendance",
        say("At which rounds"),
        columns,
        rows,
        empty=say("No list of delegates names this person."),
    )


def _attended(look: Look, delegate: Delegate, round_: Round) -> dict[str, Any]:
    row: dict[str, Any] = {
        "round": heads.round_link(look, round_.id),
        "held": cells.span(round_.began_on, round_.ended_on),
        "side": look.party(delegate.party),
        "role": cells.text(words.ROLES[delegate.role], href=look.fact(delegate)),
        "rank": delegate.rank or cells.not_given(),
        "body": links.body(look, delegate.body) or cells.not_given(),
        "present": links.code(delegate.present),
        "source": citing.sources(look, delegate),
    }
    if look.view != "public":
        row["note"] = links.code(delegate.handover_note)
    return row


def _said(look: Look, said: list[Statement]) -> tables.Table:
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda s: cells.day(s.delivered_on), raw=lambda s: s.delivered_on,
          period=True),
        c("title", say("Statement"), lambda s: heads.statement_link(look, s.id),
          raw=lambda s: s.title.within(look.language)),
        c("kind", say("Kind"), lambda s: words.STATEMENT_KINDS[s.kind], raw=lambda s: s.kind,
          choice=words.STATEMENT_KINDS.__getitem__),
        c("at", say("At"), lambda s: heads.round_link(look, s.round) or s.forum
          or cells.not_given(), raw=lambda s: s.round or s.forum),
        c("texts", say("Texts"), lambda s: heads.texts_cell(look, s) or say("no text is held")),
    ]  # fmt: skip
    return lists.listed(
        look,
        "statements",
        say("What is on record as said"),
        said,
        columns,
        haystack=lambda s: " ".join(s.title.values()),
        empty=say("No statement names this person as its speaker."),
    )
