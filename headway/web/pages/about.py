"""About: what the marks, codes, views and intervals on the pages mean."""

from collections.abc import Mapping
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.views import VIEWS
from headway.phrases import say
from headway.web import cells, tables, words
from headway.web.look import Look


def page(look: Look) -> dict[str, Any]:
    """The legends of the site as tables."""
    return {
        "title": say("How to read these pages"),
        "crumbs": [],
        "tables": {
            "codes": _legend("codes", say("The seven answers an item can have"), words.CODES),
            "fidelity": _legend(
                "fidelity", say("How close a text is to what was said"), words.FIDELITY
            ),
            "reuse": _legend("reuse", say("Where a passage was said before"), words.REUSE),
            "rungs": _legend("rungs", say("The ladder of a concern"), words.RUNGS),
            "views": _views(),
        },
        "machine": words.machine(),
        "articles": [
            cells.text(
                d.title.within(look.language),
                d.title.language_shown(look.language),
                look.link("dialogues", d.id, "article"),
            )
            for d in look.all(Dialogue)
            if d.kind == "dialogue"
        ],
    }


def _legend(name: str, caption: str, meanings: Mapping[str, tuple[str, str]]) -> tables.Table:
    two = [("word", say("Word")), ("meaning", say("What it means"))]
    rows = [{"word": short, "meaning": long} for short, long in meanings.values()]
    return tables.table(name, caption, two, rows)


def _views() -> tables.Table:
    rows = [
        {
            "view": words.label(view),
            "meaning": words.VIEWS[view],
            "labels": say(", ").join(words.label(label) for label in sorted(VIEWS[view])),
        }
        for view in VIEWS
    ]
    columns = [
        ("view", say("View")),
        ("meaning", say("What it shows")),
        ("labels", say("Labels it may see")),
    ]
    return tables.table("views", say("The views of the record"), columns, rows)
