"""What surrounds every page: the view, the day, the marking, what is invented, the twins."""

from typing import Any
from urllib.parse import urlencode

from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.views import DEFAULT_LABEL
from headway.web import cells, languages, marking, words
from headway.web.look import Look


def frame(look: Look, path: str, form: str, content: dict[str, Any]) -> dict[str, Any]:
    """The frame of a page; the same for the page and its twin."""
    base = path.removesuffix(form) if form else path
    base = "/" if base == "/index" else base
    head = content.get("dialogue")
    concerned = [d for d in look.corpus.all(Dialogue) if head is None or d.id == head["id"]]
    return {
        "address": base,
        "now": f"{base}{joined(_kept_pairs(look))}",
        "view": look.view,
        "view_name": words.VIEW_NAMES[look.view],
        "view_words": words.VIEWS[look.view],
        "as_of": look.as_of,
        "as_of_words": cells.day_words(PartialDate(look.as_of)) if look.as_of else "",
        "marking": marking.highest(look.shown),
        "invented": [look.worded(d.title) for d in concerned if d.invented],
        "trial": [look.worded(d.title) for d in concerned if d.trial],
        "command": _command(look),
        "findings": look.findings.state(),
        "twins": _twins(base, look, content),
        "kept": _kept(look),
        "home": look.link(""),
        "search": look.link("search"),
        "sources": look.link("sources"),
        "nouns": look.link("values"),
        "about": look.link("about"),
        "language": look.language,
        "asked_language": look.asked_language,
        "languages": languages.switch(dict(look.query), base),
    }


def _command(look: Look) -> str:
    """The command that finds and computes what this look lacks."""
    view = "" if look.view == DEFAULT_LABEL else f" --view {look.view}"
    return f"headway measure RECORD{view}{f' --as-of {look.as_of}' if look.as_of else ''}"


def joined(pairs: list[tuple[str, str]]) -> str:
    """The query of an address, or nothing."""
    return f"?{urlencode(pairs)}" if pairs else ""


def _twins(base: str, look: Look, content: dict[str, Any]) -> dict[str, Any]:
    stem = "/index" if base == "/" else base
    pairs = _kept_pairs(look) + ([("as_of", look.as_of)] if look.as_of else [])
    asked = joined(pairs)
    return {
        "json": f"{stem}.json{asked}",
        "csv": [
            {"text": table["caption"], "href": f"{stem}.{name}.csv{asked}"}
            for name, table in content.get("tables", {}).items()
        ],
    }


def _kept_pairs(look: Look) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in look.query.items():
        if key == "as_of" or not value:
            continue
        pairs += [(key, part) for part in value.split(" ")] if key == "show" else [(key, value)]
    return pairs


def _kept(look: Look) -> list[dict[str, str]]:
    """The rest of the address, kept when a reader chooses another day; lists begin anew."""
    return [
        {"name": key, "value": value}
        for key, value in _kept_pairs(look)
        if not key.endswith("page")
    ]
