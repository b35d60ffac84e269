"""What each measure asks and how it works, as the measures themselves describe it."""

from dataclasses import replace

from headway.measures import leading, registered
from headway.measures.about import Measure
from headway.phrases import say


def about(name: str) -> Measure | None:
    """A measure in the language of the page, or None for a name that is none (any more)."""
    found = registered().get(name)
    if found is None:
        return None
    told = {field: say(getattr(found.about, field)) for field in _TOLD}
    return replace(found.about, **told)  # type: ignore[arg-type]


_TOLD = ("title", "question", "formula", "source", "not_when", "both_sides")


def leading_names() -> tuple[str, ...]:
    """The measures that lead on every dialogue page."""
    return tuple(one.name for one in leading())


def all_names() -> tuple[str, ...]:
    """All measures, the leading ones first."""
    return tuple(registered())


def heading(name: str) -> dict[str, str]:
    """The title and the question of a measure."""
    found = about(name)
    if found is None:
        return {"title": name.replace("_", " ").capitalize(), "question": ""}
    return {"title": found.title, "question": found.question}
