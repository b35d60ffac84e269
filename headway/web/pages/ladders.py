"""The ladder of a concern: six separate claims, with what nobody looked for."""

from typing import Any

from headway.domain.concerns import Concern
from headway.domain.evidence import RUNGS, Evidence, Search
from headway.domain.parties import Dialogue
from headway.measures.figure import Figure, Item
from headway.measures.ladder import GRADES
from headway.measures.rungs import TITLES
from headway.phrases import number, say, say_as, says, semicolons
from headway.web import words
from headway.web.look import Look
from headway.web.standing import standing


def ladder(look: Look, dialogue: Dialogue, concern: Concern) -> dict[str, Any]:
    """Per rung: the stored status, and how much evidence and how many searches are on record."""
    mark = standing(look, "rungs", dialogue)
    stored = _stored(look, dialogue, concern) if mark["shown"] else {}
    return {
        "mark": mark,
        "state": look.findings.state(),
        "stored": bool(stored),
        "rungs": [_rung(look, concern, rung, stored.get(rung)) for rung in RUNGS],
    }


def _stored(look: Look, dialogue: Dialogue, concern: Concern) -> dict[str, Item]:
    """The items about this concern in the figures of `rungs`, by rung."""
    found: dict[str, Item] = {}
    for figure in look.findings.figures(dialogue.id):
        if figure.measure != "rungs":
            continue
        for part in figure.parts:
            for item in part.items:
                if item.ref == f"Concern/{concern.id}":
                    found[_rung_of(part)] = item
    return found


def _rung_of(part: Figure) -> str:
    """The rung a part of the figure is about, by its title."""
    return next((rung for rung, title in TITLES.items() if say(title) == part.title), part.title)


def _rung(look: Look, concern: Concern, rung: str, item: Item | None) -> dict[str, Any]:
    evidence = [e for e in look.having(Evidence, "concern", concern.id) if e.rung == rung]
    searches = [s for s in look.having(Search, "concern", concern.id) if s.rung == rung]
    label, meaning = words.RUNGS[rung]
    return {
        "rung": rung,
        "label": label,
        "meaning": meaning,
        "code": item.code if item else None,
        "status": _status(item),
        "conflicting": bool(item and item.conflicting),
        "words": _grade(item),
        "for": sum(e.bearing == "for" for e in evidence),
        "against": sum(e.bearing == "against" for e in evidence),
        "searches": len(searches),
        "basis": _basis(evidence, len(searches)),
    }


def _basis(evidence: list[Evidence], searches: int) -> str:
    """How many items speak for and against it, and how often somebody looked."""
    told = say("no evidence item")
    if evidence:
        told = say(
            "{for_it} for, {against} against",
            for_it=number(sum(e.bearing == "for" for e in evidence)),
            against=number(sum(e.bearing == "against" for e in evidence)),
        )
    looked = say("no search on file")
    if searches:
        looked = says("{count} search", "{count} searches", searches)
    return semicolons([told, looked])


def _status(item: Item | None) -> str:
    if item is None:
        return say("no figure is stored")
    return say("sources conflict") if item.conflicting else words.CODES[item.code][0]


_TELLING = ("supported", "contradicted", "reversed", "not_due")


def _grade(item: Item | None) -> str:
    """The status in the words of the measure, where it says more than the code."""
    if item is None or item.category not in _TELLING:
        return ""
    told = (say_as("grade", name) for name in GRADES)
    grade = next((name for name in told if item.words.endswith(name)), "")
    parts = (
        say_as("claim", item.category.replace("_", " ")),
        grade if item.category == "supported" else "",
    )
    return say(", ").join(part for part in parts if part)
