"""About: what the marks, codes, views and intervals on the pages mean."""

from collections.abc import Mapping
from typing import Any

from headway.domain.views import VIEWS
from headway.web import tables, words
from headway.web.look import Look

_TWO = [("word", "Word"), ("meaning", "What it means")]


def page(look: Look) -> dict[str, Any]:
    """The legends of the site as tables."""
    return {
        "title": "How to read these pages",
        "crumbs": [],
        "tables": {
            "codes": _legend("codes", "The seven answers an item can have", words.CODES),
            "fidelity": _legend("fidelity", "How close a text is to what was said", words.FIDELITY),
            "reuse": _legend("reuse", "Where a passage was said before", words.REUSE),
            "rungs": _legend("rungs", "The ladder of a concern", words.RUNGS),
            "views": _views(),
        },
        "machine": words.machine(),
    }


def _legend(name: str, caption: str, meanings: Mapping[str, tuple[str, str]]) -> tables.Table:
    rows = [{"word": short, "meaning": long} for short, long in meanings.values()]
    return tables.table(name, caption, _TWO, rows)


def _views() -> tables.Table:
    rows = [
        {"view": view, "meaning": words.VIEWS[view], "labels": ", ".join(sorted(VIEWS[view]))}
        for view in VIEWS
    ]
    columns = [("view", "View"), ("meaning", "What it shows"), ("labels", "Labels it may see")]
    return tables.table("views", "The views of the record", columns, rows)
