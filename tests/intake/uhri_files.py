"""Exports of the Index made by code, of any size; what they recommend is invented."""

import json
import random
import tempfile
from pathlib import Path

from headway.domain.undertakings import Position, Recommendation

COUNTRIES = ("Norway", "Chad", "Peru", "Fiji", "Viet Nam")
BODIES = ("Committee for Lighthouses", "Special Rapporteur on horns", "Universal Periodic Review")
WORDS = [
    "the",
    "lighthouse",
    "shall",
    "be",
    "lit",
    "by",
    "night",
    "and",
    "whoever",
    "keeps",
    "it",
    "may",
    "rest",
    "by",
    "day",
]


def annotation(number, dice):
    """One object as the export has it."""
    body = BODIES[number % 3]
    is_upr = body == BODIES[2]
    words = " ".join(dice.choices(WORDS, k=dice.randint(20, 160)))
    return {
        "AnnotationId": f"{number:08d}-aaaa",
        "Symbol": f"A/HRC/{number % 50}/{number % 17}",
        "PublicationDate": f"20{10 + number % 9}-0{1 + number % 9}-12T00:00:00",
        "Body": body,
        "AnnotationType": "Recommendations" if number % 4 else "Concerns/Observations",
        "Countries": [COUNTRIES[number % len(COUNTRIES)]],
        "Regions": ["Somewhere"],
        "Themes": ["Light, sound and smell", "Rest"][: 1 + number % 2],
        "AffectedPersons": ["Keepers of lighthouses"],
        "Sdgs": ["16 - LIGHT"],
        "Text": f"<p>{number}.1 {words} &amp; so on.</p>",
        "UprSession": "12" if is_upr else None,
        "UprRecommendingStates": ["Chad", "Czech Republic"] if is_upr else [],
        "UprPosition": ("Supported" if number % 2 else "Noted") if is_upr else None,
    }


def write_export(path, count, *, seed=1):
    """So many objects as one JSON array; the path."""
    dice = random.Random(seed)
    with Path(path).open("w", encoding="utf-8") as file:
        file.write("[")
        for number in range(count):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(annotation(number, dice), ensure_ascii=False))
        file.write("\n]")
    return Path(path)


def check_export(read, objects, sides):
    """Exactly the recommendations to these sides, each with its words, body and position."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export-full-en.json"
        path.write_text(json.dumps(objects), encoding="utf-8")
        draft = read(path, None, sides)
    assert draft.complaints == (), draft.complaints
    corpus = draft.corpus()
    taken = {one.on_what: one.position for one in corpus.all(Position)}
    told = sorted(
        (one.to, str(one.summary), one.by, taken.get(f"Recommendation/{one.id}", ""), one.place)
        for one in corpus.all(Recommendation)
    )
    wanted = []
    for one in objects:
        party = sides.get(one["Countries"][0])
        if party and one["AnnotationType"] == "Recommendations":
            words = one["Text"].removeprefix("<p>").removesuffix("</p>").replace("&amp;", "&")
            is_upr = bool(one["UprSession"])
            by = "Chad; Czechia" if is_upr else one["Body"]
            position = (one["UprPosition"] or "").casefold()
            wanted.append((party, words, by, position, one["Symbol"]))
    assert told == sorted(wanted)


def example(count=40):
    """A few objects."""
    dice = random.Random(7)
    return [annotation(number, dice) for number in range(count)]
