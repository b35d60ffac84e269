"""Sources: the documents facts are from, who really says it, and what rests on each."""

from typing import Any

from headway.domain.nouns import NOUNS
from headway.domain.statements import Source
from headway.web import cells, heads, tables, words
from headway.web.look import Look


def listing(look: Look) -> dict[str, Any]:
    """All sources of the record."""
    rows = [
        {
            "title": cells.text(s.title, s.language or "en", look.link("sources", s.id)),
            "origin": s.origin,
            "relation": words.plain(s.relation),
            "kind": words.plain(s.kind),
            "on": cells.day(s.published_on) or cells.not_given(),
            "checked": words.plain(s.checked),
        }
        for s in look.all(Source)
    ]
    columns = [
        ("title", "Source"),
        ("origin", "Origin"),
        ("relation", "Relation"),
        ("kind", "Kind"),
        ("on", "Published"),
        ("checked", "Checked"),
    ]
    return {
        "title": "Sources",
        "lead": "Where every fact is from. The origin is who really says it: two papers that "
        "quote one ministry have one origin.",
        "crumbs": [],
        "tables": {"sources": tables.table("sources", "Sources", columns, rows)},
    }


def page(look: Look, id: str) -> dict[str, Any]:
    """One source with every fact that names it."""
    source = look.one(Source, id)
    facts: list[tuple[str, Any]] = [
        ("Origin", source.origin),
        ("Relation", words.plain(source.relation)),
        ("Party", look.party(source.party)),
        ("Kind", words.plain(source.kind)),
        ("Language", words.language(source.language) if source.language else ""),
        ("Published", cells.day(source.published_on)),
        ("Address", source.address),
        ("Checked", words.plain(source.checked)),
        ("Comment", source.comment),
        ("Record", cells.text("this entry and its history", href=look.fact(source))),
    ]
    return {
        "title": source.title,
        "crumbs": [cells.text("Sources", href=look.link("sources"))],
        "heading": cells.text(source.title, source.language or "en"),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "tables": {"facts": _facts(look, id)},
    }


def _facts(look: Look, source_id: str) -> tables.Table:
    rows = [
        {
            "noun": noun,
            "value": cells.text(heads.title(look, value), href=look.fact(value)),
            "place": value.place or cells.not_given(),
        }
        for noun, kind in NOUNS.items()
        for value in look.having(kind, "sources", source_id)
    ]
    columns = [("noun", "Kind"), ("value", "Fact"), ("place", "Place in the source")]
    return tables.table("facts", "What rests on this source", columns, rows)
