"""Sources: the documents facts are from, who really says it, and what rests on each."""

from typing import Any

from headway.domain.nouns import NOUNS
from headway.domain.statements import Source
from headway.phrases import say
from headway.web import cells, heads, lists, tables, words
from headway.web.look import Look


def listing(look: Look) -> dict[str, Any]:
    """All sources of the record."""
    c = lists.Column
    columns = [
        c("title", say("Source"),
          lambda s: cells.text(s.title, s.language or "en", look.link("sources", s.id)),
          raw=lambda s: s.title),
        c("origin", say("Origin"), lambda s: s.origin, raw=lambda s: s.origin),
        c("relation", say("Relation"), lambda s: words.plain(s.relation),
          raw=lambda s: s.relation, choice=words.plain),
        c("kind", say("Kind"), lambda s: words.plain(s.kind), raw=lambda s: s.kind,
          choice=words.plain),
        c("on", say("Published"), lambda s: cells.day(s.published_on) or cells.not_given(),
          raw=lambda s: s.published_on, period=True),
        c("checked", say("Checked"), lambda s: words.plain(s.checked), raw=lambda s: s.checked,
          choice=words.plain),
    ]  # fmt: skip
    table = lists.listed(
        look,
        "sources",
        say("Sources"),
        look.all(Source),
        columns,
        haystack=lambda s: f"{s.title} {s.origin} {s.address}",
        empty=say("No source is on record."),
    )
    return {
        "title": say("Sources"),
        "lead": say(
            "Where every fact is from. The origin is who really says it: two papers that "
            "quote one ministry have one origin."
        ),
        "crumbs": [],
        "tables": {"sources": table},
    }


def page(look: Look, id: str) -> dict[str, Any]:
    """One source with every fact that names it."""
    source = look.one(Source, id)
    facts: list[tuple[str, Any]] = [
        (say("Origin"), source.origin),
        (say("Relation"), words.plain(source.relation)),
        (say("Party"), look.party(source.party)),
        (say("Kind"), words.plain(source.kind)),
        (say("Language"), words.language(source.language) if source.language else ""),
        (say("Published"), cells.day(source.published_on)),
        (say("Address"), source.address),
        (say("Checked"), words.plain(source.checked)),
        (say("Comment"), source.comment),
        (say("Record"), cells.text(say("this entry and its history"), href=look.fact(source))),
    ]
    return {
        "title": source.title,
        "crumbs": [cells.text(say("Sources"), href=look.link("sources"))],
        "heading": cells.text(source.title, source.language or "en"),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "tables": {"facts": _facts(look, id)},
    }


def _facts(look: Look, source_id: str) -> tables.Table:
    rows = [
        {
            "noun": words.noun(noun),
            "value": cells.text(heads.title(look, value), href=look.fact(value)),
            "place": value.place or cells.not_given(),
        }
        for noun, kind in NOUNS.items()
        for value in look.having(kind, "sources", source_id)
    ]
    columns = [("noun", say("Kind")), ("value", say("Fact")), ("place", say("Place in the source"))]
    return tables.table("facts", say("What rests on this source"), columns, rows)
