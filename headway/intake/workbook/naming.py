"""Ids made from what a row says: readable, and the same for the same row."""

from collections.abc import Callable
from typing import Any

from headway.intake.drafts import id_from

_WORDS, _LONGEST, _WHOLE = 6, 40, 110

PARTS: dict[str, tuple[str, ...]] = {
    "Dialogue": ("title",),
    "Party": ("name",),
    "Round": ("number", "began_on"),
    "AgendaItem": ("round", "order", "title"),
    "Attendance": ("round", "party"),
    "Body": ("name",),
    "Mandate": ("body", "relation", "concern"),
    "Person": ("name",),
    "Delegate": ("round", "person"),
    "Concern": ("title",),
    "Raising": ("round", "concern"),
    "Question": ("round", "summary"),
    "Reply": ("question", "kind"),
    "Undertaking": ("by", "summary"),
    "Progress": ("undertaking", "on", "said_by"),
    "Action": ("after_round", "summary"),
    "Statement": ("round", "title"),
    "Rendering": ("statement", "language"),
    "Point": ("round", "party", "summary"),
    "Remark": ("group", "summary"),
    "Asking": ("group", "asked_on"),
    "Event": ("on", "summary"),
    "Contact": ("on", "kind"),
    "Visit": ("place_name", "asked_on"),
    "Arrangement": ("round", "step", "on"),
    "Staffing": ("body", "division", "on"),
    "Effort": ("round", "party", "covers"),
    "Evidence": ("concern", "rung", "summary"),
    "Search": ("concern", "rung", "on"),
    "OnwardReport": ("concern", "party", "round"),
    "Recommendation": ("by", "summary"),
    "RecommendationAnswer": ("recommendation", "answer"),
    "Purpose": ("party", "mode", "summary"),
    "Decision": ("kind", "decided_on", "due_on"),
    "IndividualCase": (),
    "CaseStep": ("case", "step", "on"),
    "Benchmark": ("concern", "summary"),
    "Indicator": ("name",),
    "Observation": ("indicator", "on"),
    "Term": ("wording",),
    "Formula": ("pattern",),
    "Source": ("title",),
}
"""The fields that an id is made of, where the row gives none; a case is never named by us."""

NAMES: dict[str, str] = {
    "Dialogue": "title",
    "Party": "name",
    "Round": "number",
    "AgendaItem": "title",
    "Body": "name",
    "Person": "name",
    "Concern": "title",
    "Question": "summary",
    "Undertaking": "summary",
    "Statement": "title",
    "Point": "summary",
    "Recommendation": "summary",
    "Benchmark": "summary",
    "Indicator": "name",
    "Source": "title",
}
"""The field by which people name a value; such a value may be said on several rows."""


def id_of(noun: str, part: Callable[[str], Any]) -> str:
    """An id made of the parts of a noun; `part` gives the content of a field or nothing."""
    if noun == "Round":
        number = part("number")
        return f"r{number}" if number not in (None, "") else id_from(f"r-{part('began_on')}")
    made = [_short(str(part(name))) for name in PARTS[noun] if part(name) not in (None, "", [])]
    if not made:
        return ""
    return "-".join(made)[:_WHOLE].strip("-.")


def _short(text: str) -> str:
    return id_from(" ".join(text.split()[:_WORDS]))[:_LONGEST].strip("-.") or "x"
