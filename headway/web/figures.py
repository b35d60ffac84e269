"""Stored figures as the blocks a page shows: a sentence first, then counts and bounds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.figure import Bounds, Figure, Item, codes_of
from headway.phrases import number, percent, say, semicolons
from headway.web import methods, words
from headway.web.look import Look
from headway.web.standing import standing


def interval(bounds: Bounds | None) -> dict[str, Any] | None:
    """An interval as numbers and words; below five items it gives counts and no rate."""
    if bounds is None or bounds.low is None or bounds.high is None:
        return None
    yes, unknown, no = (number(round(n)) for n in (bounds.yes, bounds.unknown, bounds.no))
    counts = say("{yes} yes, {unknown} unknown, {no} no", yes=yes, unknown=unknown, no=no)
    shown: dict[str, Any] = {
        "yes": bounds.yes,
        "no": bounds.no,
        "unknown": bounds.unknown,
        "n": bounds.n,
        "items": bounds.items,
        "rate": bounds.rate_may_be_shown,
        "counts": counts,
    }
    if not bounds.rate_may_be_shown:
        return shown | {"words": say("Fewer than five items: counts, no rate.")}
    low, high = round(100 * bounds.low, 1), round(100 * bounds.high, 1)
    least, most = percent(bounds.low), percent(bounds.high)
    said = least if least == most else say("between {low} and {high}", low=least, high=most)
    return shown | {"low": low, "high": high, "words": said}


def block(look: Look, figure: Figure, mark: dict[str, Any]) -> dict[str, Any]:
    """One side's figure as a page shows it."""
    unknown = {code: n for code, n in codes_of(figure.items).items() if code in UNKNOWN_CODES}
    return {
        "party": look.party(figure.party),
        "party_id": figure.party,
        "sentence": figure.sentence,
        "interval": interval(figure.bounds),
        "unknown": [
            {"code": code, "label": words.CODES[code][0], "count": n} for code, n in unknown.items()
        ],
        "unknown_words": _unknown_words(unknown),
        "units": _units(figure),
        "notes": list(figure.notes),
        "mark": mark,
        "href": look.link("dialogues", figure.dialogue, "measures", figure.measure),
    }


def _unknown_words(unknown: Mapping[Code, int]) -> str:
    parts = [
        say("{count} {what}", count=number(n), what=words.CODES[code][0])
        for code, n in unknown.items()
    ]
    return say("Unknown: {list}.", list=semicolons(parts)) if parts else ""


MOST_UNITS = 60


def _units(figure: Figure) -> list[dict[str, Any]]:
    """One square an item: per part of an interval, per class of a distribution."""
    if figure.kind == "interval":
        return [_unit_row(part.title, _codes(part)) for part in figure.parts if part.items]
    if figure.kind == "distribution":
        counts = Counter(item.category for item in figure.items)
        kinds = {item.category: _kind(item) for item in figure.items}
        told = [*words.PROGRESS, *(name for name, _ in figure.counts), *sorted(counts)]
        order = dict.fromkeys(told)
        return [
            _unit_row(_kind_words(name), [kinds[name]] * counts[name], number(counts[name]))
            for name in order
            if counts[name] and name
        ]
    return []


def _kind_words(name: str) -> str:
    """A class of a distribution in words; most are steps of progress."""
    return words.PROGRESS.get(name) or words.plain(name)


def _kind(item: Item) -> str:
    """Whether the class of an item in a distribution is a known one."""
    return "unknown" if item.code in UNKNOWN_CODES else "yes"


def _codes(figure: Figure) -> list[str]:
    """yes, unknown, no: one for every item, in that order."""
    plain = [
        "unknown" if item.conflicting or item.code in UNKNOWN_CODES else item.code
        for item in figure.items
    ]
    return [code for kind in ("yes", "unknown", "no") for code in plain if code == kind]


def _unit_row(label: str, codes: list[str], said: str = "") -> dict[str, Any]:
    counts = Counter(codes)
    count = number(counts["yes"])
    if counts["unknown"]:
        most = number(counts["yes"] + counts["unknown"])
        count = say("{first} to {last}", first=count, last=most)
    return {
        "label": label,
        "words": said or count,
        "squares": [
            {"code": code, "x": 13 * place} for place, code in enumerate(codes[:MOST_UNITS])
        ],
    }


def by_measure(figures: Iterable[Figure]) -> dict[str, dict[str, Figure]]:
    """Figures by measure and party; those of the whole dialogue only."""
    found: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        if figure.round is None:
            found.setdefault(figure.measure, {})[figure.party] = figure
    return found


def both_sides(look: Look, dialogue: Dialogue, name: str, found: dict[str, Figure]) -> list[Any]:
    """The blocks of both sides in the page's order of the parties."""
    mark = standing(look, name, dialogue)
    if not mark["shown"]:
        return []
    order = [party.id for party in look.sides(dialogue)] or list(found)
    return [block(look, found[party], mark) for party in order if party in found]


def panel(look: Look, dialogue: Dialogue, names: Iterable[str]) -> dict[str, Any]:
    """Several measures for both sides; which side stands first alternates from one to the next."""
    stored = by_measure(look.findings.figures(dialogue.id))
    rows = []
    for place, name in enumerate(names):
        blocks = both_sides(look, dialogue, name, stored.get(name, {}))
        for column, one in enumerate(blocks, 1):
            one["column"] = column
        rows.append(
            methods.heading(name)
            | {
                "name": name,
                "href": look.link("dialogues", dialogue.id, "measures", name),
                "mark": standing(look, name, dialogue),
                "sides": blocks[::-1] if place % 2 else blocks,
            }
        )
    return {"stored": bool(stored), "state": look.findings.state(), "measures": rows}
