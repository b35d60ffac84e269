"""What the invented review of `reviews.py` holds, as any reader of it must say."""

from typing import Any

from headway.domain.assessments import Answer, Flag
from headway.domain.concerns import Question
from headway.domain.statements import Statement
from headway.domain.undertakings import Position, Recommendation
from headway.intake import Draft

FACTS: dict[str, Any] = {
    "questions": {
        ("kenya", "What became of the light houses that were promised to the islands?"),
        ("kenya", "Ferries are rare in winter. Will they run on Sundays?"),
        ("united-kingdom", "How will the country’s keepers of lighthouses be paid?"),
    },
    "said": {
        "paragraph 2": ("reply", "norway"),
        "paragraph 4": ("intervention", "kenya"),
        "paragraph 5": ("intervention", "bahamas"),
        "paragraph 6": ("intervention", "united-kingdom"),
        "paragraph 7": ("reply", "norway"),
        "paragraph 8": ("reply", "norway"),
    },
    "by": {
        "9.1": "Kenya; Bahamas",
        "9.2": "Kenya; Bolivia",
        "10.1": "United Kingdom",
        "10.2": "Kenya",
        "10.3": "Bahamas",
        "10.4": "Atlantis",
    },
    "positions": {
        "9.1": ("supported", "2019-11-14"),
        "9.2": ("supported", "2019-11-14"),
        "10.1": ("supported", "2020-02-19"),
        "10.2": ("noted", "2020-02-19"),
        "10.3": ("noted", "2020-02-19"),
        "10.4": ("supported", "2020-02-19"),
    },
    "reasons": {"10.1", "10.2", "10.3"},
    "flags": {"upr-norway-34-rec-10.3"},
    "papers": 5,
}
"""The questions, replies, recommendations, positions, reasons and disagreements in it."""


def facts_of(draft: Draft) -> dict[str, Any]:
    """The same of a draft."""
    corpus = draft.corpus()
    return {
        "questions": {(one.asked_by, one.summary) for one in corpus.all(Question)},
        "said": {
            one.place: (one.kind, one.party)
            for one in corpus.all(Statement)
            if one.place.startswith("paragraph")
        },
        "by": {one.place: one.by for one in corpus.all(Recommendation)},
        "positions": {one.place: (one.position, one.stated_on) for one in corpus.all(Position)},
        "reasons": {one.place for one in corpus.all(Answer)},
        "flags": {one.about.split("/")[1] for one in corpus.all(Flag)},
        "papers": len(draft.originals),
    }
