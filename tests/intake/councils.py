"""Invented people and organisations of a council as Popolo JSON."""

import json
from pathlib import Path

COUNCIL = {
    "meta": {"page": 1},
    "persons": [
        {
            "id": "p/1",
            "name": "Mira Dahl",
            "other_names": [
                {"lang": "fr", "name": "Mira Dahle", "note": "multilingual"},
                {"name": "M. Dahl"},
            ],
            "birth_date": "1961-02-03",
            "email": "mira@council.invalid",
            "memberships": [
                {
                    "organization_id": "o2",
                    "role": "chair",
                    "start_date": "2010",
                    "end_date": "2012-05",
                }
            ],
        },
        {"id": "p/2", "name": "Oskar Brandt", "gender": "male"},
    ],
    "organizations": [
        {"id": "o1", "name": "Ministry of Justice of Estravane", "classification": "ministry"},
        {"id": "o2", "name": "Committee on Prisons", "classification": "committee"},
    ],
    "posts": [{"id": "t1", "label": "Director of prisons", "organization_id": "o1"}],
    "memberships": [
        {"person_id": "p/1", "post_id": "t1", "start_date": "2013-01-07"},
        {"person_id": "p/2", "organization_id": "o1"},
    ],
    "events": [
        {
            "id": "e1",
            "name": "Sixth round",
            "start_date": "2014-09-16T09:30:00Z",
            "end_date": "2014-09-17",
            "location": "Halvard",
            "attendees": [{"id": "p/1", "name": "Mira Dahl"}, {"id": "p/2"}],
        },
        {
            "id": "t9",
            "name": "Ninth term",
            "classification": "legislative period",
            "start_date": "2009",
        },
    ],
    "areas": [{"id": "a", "name": "North"}],
}


def council(folder: Path, data=None) -> Path:
    """The council as one file."""
    path = folder / "council.json"
    path.write_text(json.dumps(COUNCIL if data is None else data), "utf-8")
    return path


def committee(folder: Path) -> Path:
    """A file with people and bodies only."""
    return council(folder, {k: COUNCIL[k] for k in ("persons", "organizations", "memberships")} | {
        "memberships": [{"person_id": "p/2", "organization_id": "o2", "role": "member"}]
    })  # fmt: skip
