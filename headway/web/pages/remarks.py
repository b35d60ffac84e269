"""What people said about the dialogue itself: by side, group and setting; never a survey."""

from collections.abc import Iterable
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.statements import Asking, Remark
from headway.web import cells, heads, tables, words
from headway.web.look import Look


def listing(look: Look, id: str) -> dict[str, Any]:
    """All remarks of a dialogue, grouped by side and group."""
    dialogue = look.one(Dialogue, id)
    found = look.having(Remark, "dialogue", id)
    return {
        "title": "Remarks about the dialogue",
        "lead": "Sentences people said, with their terms of attribution. They are no survey, "
        "and no share is taken of them.",
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "groups": grouped(look, dialogue, found),
        "tables": {"remarks": _table(look, found)},
    }


def grouped(look: Look, dialogue: Dialogue, found: Iterable[Remark]) -> list[dict[str, Any]]:
    """Remarks by side, then by group; both sides first, in the page's order."""
    order = [party.id for party in look.sides(dialogue)]
    sides: dict[str | None, dict[str, list[Remark]]] = {party: {} for party in order}
    for remark in found:
        side = remark.party if remark.party in order else None
        sides.setdefault(side, {}).setdefault(remark.group, []).append(remark)
    asked = asked_by_group(look, dialogue)
    return [
        {
            "side": look.party(side) or cells.text("Neither side"),
            "column": order.index(side) + 1 if side in order else 0,
            "groups": [
                {
                    "group": group,
                    "asked": asked.get((look.party_name(side, "neither side"), group), ""),
                    "remarks": [remark_block(look, r) for r in remarks],
                }
                for group, remarks in sorted(groups.items())
            ],
        }
        for side, groups in sides.items()
        if side is not None or groups
    ]


def remark_block(look: Look, remark: Remark) -> dict[str, Any]:
    """One remark: own words where quotable, else our summary; to whom, when, on what terms."""
    said = [words.plain(remark.setting)]
    if remark.said_to:
        said.append(f"to {remark.said_to}")
    if remark.said_on:
        said.append(cells.day_words(remark.said_on))
    said.append(words.TERMS[remark.terms])
    against = [look.get(Remark, other) for other in remark.contradicts]
    return {
        "summary": remark.summary,
        "href": look.fact(remark),
        "words": cells.text(remark.words, remark.language)
        if remark.quotable and remark.words
        else None,
        "said": ", ".join(said),
        "theme": remark.theme,
        "contradicts": [
            cells.text(other.summary, href=look.fact(other)) for other in against if other
        ],
    }


def asked_by_group(look: Look, dialogue: Dialogue) -> dict[tuple[str, str], str]:
    """How many of a group were asked and answered, as words, by side's name and group."""
    found = {}
    for asking in look.having(Asking, "dialogue", dialogue.id):
        asked = "an unknown number" if asking.asked is None else f"{asking.asked}"
        answered = "an unknown number" if asking.answered is None else f"{asking.answered}"
        key = (look.party_name(asking.party, "neither side"), asking.group)
        found[key] = f"{asked} asked, {answered} answered"
    return found


def _table(look: Look, found: Iterable[Remark]) -> tables.Table:
    columns = [
        ("side", "Side"),
        ("group", "Group"),
        ("summary", "Remark"),
        ("theme", "Theme"),
        ("setting", "Setting"),
        ("to", "Said to"),
        ("on", "Day"),
        ("terms", "Terms"),
    ]
    rows = [
        {
            "side": look.party(r.party) or "neither side",
            "group": r.group,
            "summary": cells.text(r.summary, href=look.fact(r)),
            "theme": r.theme or cells.not_given(),
            "setting": words.plain(r.setting),
            "to": r.said_to or cells.not_given(),
            "on": cells.day(r.said_on) or cells.not_given(),
            "terms": words.TERMS[r.terms],
        }
        for r in sorted(found, key=lambda r: (r.said_on or "", r.id))
    ]
    return tables.table("remarks", "All remarks", columns, rows)
