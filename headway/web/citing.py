"""Where a row is from: its sources as links, and how much of a side a page counts."""

from typing import Any

from headway.domain.statements import Source
from headway.domain.values import Value
from headway.phrases import say
from headway.web import cells
from headway.web.look import Look


def sources(look: Look, value: Value) -> list[dict[str, Any]]:
    """The sources of a fact as links, with the place in them; one text where none is named."""
    found = [s for one in value.sources if (s := look.get(Source, one))]
    if not found:
        return [cells.text(say("no source is named"))]
    return [cells.text(s.title, s.language or "en", look.link("sources", s.id)) for s in found]


def source_names(look: Look, value: Value) -> str:
    """The titles of the sources of a fact, for a search through rows."""
    return " ".join(s.title for one in value.sources if (s := look.get(Source, one)))


def count(label: str, number: int, href: str = "") -> dict[str, Any]:
    """One count of a row of counts; it leads to the rows it counts."""
    return {"label": label, "count": number, "href": href}
