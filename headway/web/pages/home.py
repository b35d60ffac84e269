"""Home: what Headway is, and the dialogues and forums of the record."""

from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.statements import Statement
from headway.web import cells, heads, tables, words
from headway.web.look import Look


def page(look: Look) -> dict[str, Any]:
    """The list of dialogues, each with its latest round, and of forums."""
    found = look.all(Dialogue)
    dialogues = [_dialogue(look, d) for d in found if d.kind == "dialogue"]
    forums = [_forum(look, d) for d in found if d.kind == "forum"]
    return {
        "title": "Headway",
        "dialogues": dialogues,
        "forums": forums,
        "tables": {"dialogues": _table(dialogues + forums)},
    }


def _dialogue(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    rounds = heads.rounds_of(look, dialogue.id)
    latest = rounds[-1] if rounds else None
    return heads.dialogue_head(look, dialogue) | {
        "summary": dialogue.summary,
        "counted": words.counted(len(rounds), "round"),
        "years": _years(rounds),
        "latest": _latest(look, latest),
    }


def _forum(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    statements = look.having(Statement, "dialogue", dialogue.id)
    years = sorted({s.delivered_on.year for s in statements})
    return heads.dialogue_head(look, dialogue) | {
        "summary": dialogue.summary,
        "counted": words.counted(len(statements), "statement"),
        "years": f"{years[0]} to {years[-1]}" if years else "",
        "latest": None,
    }


def _years(rounds: list[Round]) -> str:
    if not rounds:
        return ""
    first, last = rounds[0].began_on.year, rounds[-1].began_on.year
    return f"{first} to {last}" if first != last else str(first)


def _latest(look: Look, latest: Round | None) -> dict[str, Any] | None:
    if latest is None:
        return None
    return cells.text(heads.round_name(latest), href=look.link("rounds", latest.id))


def _table(entries: list[dict[str, Any]]) -> tables.Table:
    columns = [
        ("title", "Title"),
        ("kind", "Kind"),
        ("counted", "On record"),
        ("years", "Years"),
        ("latest", "Latest round"),
        ("mark", "Mark"),
    ]
    rows = [
        {
            "title": entry["title"] | {"href": entry["href"]},
            "kind": entry["kind"],
            "counted": entry["counted"],
            "years": entry["years"] or cells.not_given(),
            "latest": entry["latest"] or "none",
            "mark": _mark(entry),
        }
        for entry in entries
    ]
    return tables.table("dialogues", "Dialogues and forums", columns, rows)


def _mark(entry: dict[str, Any]) -> str:
    marks = [word for word in ("invented", "trial") if entry[word]]
    return ", ".join(marks) or "none"
