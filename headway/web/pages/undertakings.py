"""What parties said they will do, and what became of it."""

from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.undertakings import Progress, Undertaking
from headway.web import cells, heads, tables, words
from headway.web.look import Look

COLUMNS = [
    ("by", "By"),
    ("summary", "Undertaking"),
    ("to", "To"),
    ("round", "Round"),
    ("given", "Given"),
    ("due", "Due"),
    ("status", "Latest on record"),
    ("said_by", "As said by"),
]


def listing(look: Look, id: str) -> dict[str, Any]:
    """All undertakings of a dialogue."""
    dialogue = look.one(Dialogue, id)
    return {
        "title": "Undertakings",
        "lead": "What each side said it will do, and the latest that is on record about it.",
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "tables": {"undertakings": table_of(look, dialogue), "progress": _progress(look, dialogue)},
    }


def table_of(look: Look, dialogue: Dialogue) -> tables.Table:
    """The undertakings of a dialogue as a table, in order of giving."""
    return rows_of(look, look.having(Undertaking, "dialogue", dialogue.id))


def rows_of(look: Look, found: tuple[Undertaking, ...]) -> tables.Table:
    """Some undertakings as a table."""
    rows = [_row(look, u) for u in sorted(found, key=lambda u: (u.given_on or "", u.id))]
    return tables.table(
        "undertakings", "Undertakings", COLUMNS, rows, empty="No undertaking is on record."
    )


def _row(look: Look, undertaking: Undertaking) -> dict[str, Any]:
    steps = progress_of(look, undertaking.id)
    last = steps[-1] if steps else None
    status: Any = words.CODES["not_looked"][0]
    if last is not None:
        status = {"text": f"{words.PROGRESS[last.status]} ({cells.day_words(last.on)})"}
        status["href"] = look.fact(last)
    return {
        "by": look.party(undertaking.by),
        "summary": look.worded(undertaking.summary, look.fact(undertaking)),
        "to": undertaking.to or "the other side",
        "round": heads.round_link(look, undertaking.round) or cells.NOT_GIVEN,
        "given": cells.day(undertaking.given_on) or cells.NOT_GIVEN,
        "due": cells.day(undertaking.due_on) or "no deadline",
        "status": status,
        "said_by": words.plain(last.said_by) if last else "nobody",
    }


def progress_of(look: Look, undertaking_id: str) -> list[Progress]:
    """What was said of an undertaking, in order of time."""
    found = look.having(Progress, "undertaking", undertaking_id)
    return sorted(found, key=lambda step: (step.on, step.id))


def _progress(look: Look, dialogue: Dialogue) -> tables.Table:
    columns = [
        ("on", "Day"),
        ("undertaking", "Undertaking"),
        ("status", "Status"),
        ("said_by", "Said by"),
        ("summary", "Summary"),
    ]
    rows = [
        {
            "on": cells.day(step.on),
            "undertaking": look.worded(undertaking.summary, look.fact(undertaking)),
            "status": cells.text(words.PROGRESS[step.status], href=look.fact(step)),
            "said_by": words.plain(step.said_by),
            "summary": step.summary or cells.NOT_GIVEN,
        }
        for undertaking in look.having(Undertaking, "dialogue", dialogue.id)
        for step in progress_of(look, undertaking.id)
    ]
    return tables.table("progress", "What was said of their progress", columns, rows)
