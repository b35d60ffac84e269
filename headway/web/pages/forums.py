"""A forum: a gathering of many whose statements are kept for comparison."""

from collections import Counter
from typing import Any

from headway.domain.parties import Dialogue, Party
from headway.domain.statements import Statement
from headway.phrases import say, says
from headway.web import cells, heads, tables
from headway.web.look import Look


def page(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    """Sessions and parties of a forum."""
    statements = look.having(Statement, "dialogue", dialogue.id)
    return {
        "title": dialogue.title.within(look.language),
        "crumbs": heads.crumbs(look, None),
        "dialogue": heads.dialogue_head(look, dialogue),
        "summary": dialogue.summary,
        "facts": [
            {
                "label": say("Statements"),
                "value": says("{count} statement", "{count} statements", len(statements)),
            },
            {
                "label": say("Record"),
                "value": cells.text(say("this entry and its sources"), href=look.fact(dialogue)),
            },
        ],
        "more": [
            cells.text(told, href=look.link("dialogues", dialogue.id, name))
            for name, told in (
                ("statements", say("All statements")),
                ("recurring", say("Sentences that recur")),
                ("recommendations", say("Recommendations")),
            )
        ],
        "tables": {
            "parties": _parties(look, dialogue, statements),
            "sessions": _sessions(look, dialogue, statements),
        },
    }


def _parties(look: Look, dialogue: Dialogue, statements: tuple[Statement, ...]) -> tables.Table:
    years: dict[str, list[int]] = {}
    for statement in statements:
        if statement.party:
            years.setdefault(statement.party, []).append(statement.delivered_on.year)
    columns = [
        ("party", say("Party")),
        ("count", say("Statements")),
        ("first", say("First year")),
        ("last", say("Last year")),
    ]
    named = [(party, found) for id, found in years.items() if (party := look.get(Party, id))]
    rows = [
        {
            "party": look.worded(
                party.name, look.link("dialogues", dialogue.id, "parties", party.id)
            ),
            "count": len(found),
            "first": str(min(found)),
            "last": str(max(found)),
        }
        for party, found in sorted(named, key=lambda pair: pair[0].name.within(look.language))
    ]
    return tables.table("parties", say("Parties"), columns, rows)


def _sessions(look: Look, dialogue: Dialogue, statements: tuple[Statement, ...]) -> tables.Table:
    counts = Counter(statement.delivered_on.year for statement in statements)
    rows = [
        {
            "year": cells.text(str(year), href=_year(look, dialogue, str(year))),
            "count": counts[year],
        }
        for year in sorted(counts)
    ]
    columns = [("year", say("Year")), ("count", say("Statements"))]
    return tables.table("sessions", say("Sessions by year"), columns, rows)


def _year(look: Look, dialogue: Dialogue, year: str) -> str:
    """The address of the statements of one year."""
    return look.link("dialogues", dialogue.id, "statements", **{"from": year, "to": year})
