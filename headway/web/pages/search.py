"""Search in what this view may read: English, French and Chinese."""

from typing import Any

from headway.domain.statements import Rendering
from headway.phrases import say, says
from headway.web import cells, tables, words
from headway.web.look import Look

A_PAGE = 20
LONGEST = 200


def page(look: Look) -> dict[str, Any]:
    """Hits for `?q=`, twenty a page, in order of rank."""
    query = look.query.get("q", "").strip()[:LONGEST]
    number = tables.page_number(look.query.get("page", "1"))
    begin = (number - 1) * A_PAGE
    results = look.findings.search(query, A_PAGE, begin, look.may_show) if query else None
    hits = [_hit(look, hit) for hit in (results.hits if results else ())]
    total = results.total if results else 0
    return {
        "title": say("Search: {words}", words=query) if query else say("Search"),
        "crumbs": [],
        "query": query,
        "total": total,
        "counted": says("{count} hit", "{count} hits", total),
        "first": (number - 1) * A_PAGE + 1,
        "hits": hits,
        "before": _turn(look, query, number - 1, total),
        "after": _turn(look, query, number + 1, total),
        "tables": {"hits": _table(hits)},
    }


def _turn(look: Look, query: str, number: int, total: int) -> str | None:
    if not query or number < 1 or (number - 1) * A_PAGE >= total:
        return None
    return look.link("search", q=query, page=str(number))


def _hit(look: Look, hit: Any) -> dict[str, Any]:
    href = look.link("values", hit.noun, hit.id)
    rendering = look.get(Rendering, hit.id) if hit.noun == "Rendering" else None
    if rendering is not None:
        href = look.link("statements", rendering.statement, show=rendering.id)
    elif hit.noun in _READERS:
        href = look.link(_READERS[hit.noun], hit.id)
    return {
        "noun": words.noun(hit.noun),
        "title": hit.title or f"{words.noun(hit.noun)} {hit.id}",
        "href": href,
        "language": words.language(hit.language) if hit.language else "",
        "lang": hit.language,
        "dir": cells.direction(hit.language) if hit.language else "auto",
        "date": cells.day_words(hit.date) if hit.date else "",
        "snippet": [{"text": text, "match": bool(match)} for text, match in hit.snippet],
    }


_READERS = {
    "Statement": "statements",
    "Round": "rounds",
    "Concern": "concerns",
    "Source": "sources",
    "Dialogue": "dialogues",
}


def _table(hits: list[dict[str, Any]]) -> tables.Table:
    columns = [
        ("title", say("Found")),
        ("noun", say("Kind")),
        ("language", say("Language")),
        ("date", say("Day")),
        ("snippet", say("Words around")),
    ]
    rows = [
        {
            "title": cells.text(hit["title"], href=hit["href"]),
            "noun": hit["noun"],
            "language": hit["language"] or say("several"),
            "date": hit["date"] or cells.not_given(),
            "snippet": cells.text("".join(p["text"] for p in hit["snippet"]), hit["lang"] or "en"),
        }
        for hit in hits
    ]
    return tables.table("hits", say("Hits on this page"), columns, rows)
