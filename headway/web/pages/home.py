"""Home: what Headway is, and the dialogues and forums of the record."""

from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.statements import Statement
from headway.phrases import say, say_as, says
from headway.web import cells, heads, tables, words
from headway.web.look import Look


def page(look: Look) -> dict[str, Any]:
    """The list of dialogues, each with its latest round, and of forums."""
    found = look.all(Dialogue)
    dialogues = [_dialogue(look, d) for d in found if d.kind == "dialogue"]
    forums = [_forum(look, d) for d in found if d.kind == "forum"]
    return {
        "title": say("Headway"),
        "dialogues": dialogues,
        "forums": forums,
        "tables": {"dialogues": _table(dialogues + forums)},
    }


def _dialogue(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    rounds = heads.rounds_of(look, dialogue.id)
    latest = rounds[-1] if rounds else None
    return heads.dialogue_head(look, dialogue) | {
        "summary": dialogue.summary,
        "counted": says("{count} round", "{count} rounds", len(rounds)),
        "years": _years(rounds),
        "latest": _latest(look, latest),
    }


def _forum(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    statements = look.having(Statement, "dialogue", dialogue.id)
    years = sorted({s.delivered_on.year for s in statements})
    return heads.dialogue_head(look, dialogue) | {
        "summary": dialogue.summary,
        "counted": says("{count} statement", "{count} statements", len(statements)),
        "years": cells.days_words(str(years[0]), str(years[-1])) if years else "",
        "latest": None,
    }


def _years(rounds: list[Round]) -> str:
    if not rounds:
        return ""
    first, last = rounds[0].began_on.year, rounds[-1].began_on.year
    return cells.days_words(str(first), str(last))


def _latest(look: Look, latest: Round | None) -> dict[str, Any] | None:
    if latest is None:
        return None
    return cells.text(heads.round_name(latest), href=look.link("rounds", latest.id))


def _table(entries: list[dict[str, Any]]) -> tables.Table:
    columns = [
        ("title", say("Title")),
        ("kind", say("Kind")),
        ("counted", say("On record")),
        ("years", say("Years")),
        ("latest", say("Latest round")),
        ("mark", say("Mark")),
    ]
    rows = [
        {
            "title": entry["title"] | {"href": entry["href"]},
            "kind": words.plain(entry["kind"]),
            "counted": entry["counted"],
            "years": entry["years"] or cells.not_given(),
            "latest": entry["latest"] or say_as("round", "none"),
            "mark": _mark(entry),
        }
        for entry in entries
    ]
    return tables.table("dialogues", say("Dialogues and forums"), columns, rows)


def _mark(entry: dict[str, Any]) -> str:
    marks = {"invented": say("invented"), "trial": say("trial")}
    return say(", ").join(told for word, told in marks.items() if entry[word]) or say_as(
        "mark", "none"
    )
