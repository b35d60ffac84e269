"""What people said about the dialogue itself: by side, group and setting; never a survey."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from headway.domain.masks import is_unattributable
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.statements import Asking, Remark
from headway.phrases import number, say, says
from headway.web import cells, citing, heads, lists, tables, words
from headway.web.look import Look

MOST_BLOCKS = 80


def listing(look: Look, id: str) -> dict[str, Any]:
    """All remarks of a dialogue, as sentences by side and group, and as a list."""
    dialogue = look.one(Dialogue, id)
    found = sorted(
        look.having(Remark, "dialogue", id), key=lambda r: (r.said_on or "", r.id), reverse=True
    )
    table = _list(look, found)
    chosen = [r for r in found if r.id in {one.id for one in table["rows"].values}]
    return {
        "title": say("Remarks about the dialogue"),
        "lead": say(
            "Sentences people said, with their terms of attribution. They are no survey, "
            "and no share is taken of them."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": [
            _side(look, dialogue, party.id, place, found)
            for place, party in enumerate(look.sides(dialogue), 1)
        ],
        "groups": grouped(look, dialogue, chosen[:MOST_BLOCKS]),
        "more": max(0, len(chosen) - MOST_BLOCKS),
        "tables": {"remarks": table, "askings": _askings(look, dialogue)},
    }


# -- whose it is -----------------------------------------------------------------------------


def group_of(remark: Remark) -> str:
    """The group a remark is from; in words why it cannot be read where that is so."""
    if remark.group:
        return remark.group
    unattributable = is_unattributable(remark)
    return say("not for attribution") if unattributable else say("a group nobody noted")


def against(look: Look, remark: Remark) -> list[Remark]:
    """Remarks that say the opposite, whichever of the two names the other."""
    named = [look.get(Remark, other) for other in remark.contradicts]
    naming = look.having(Remark, "contradicts", remark.id)
    return list({other.id: other for other in (*named, *naming) if other}.values())


# -- both sides ------------------------------------------------------------------------------


def _side(
    look: Look, dialogue: Dialogue, party: str, column: int, found: Sequence[Remark]
) -> dict[str, Any]:
    own = [r for r in found if r.party == party]
    groups = {group_of(r) for r in own}
    asked = [a for a in look.having(Asking, "dialogue", dialogue.id) if a.party == party]
    return {
        "party": look.party(party),
        "column": column,
        "sentence": say(
            "{remarks} from this side, by {groups}.",
            remarks=says("{count} remark", "{count} remarks", len(own)),
            groups=says("{count} group", "{count} groups", len(groups)),
        ),
        "counts": [],
        "title": say("Of how many asked"),
        "entries": [
            {"title": cells.text(a.group, href=look.fact(a)), "lines": [asked_words(a)]}
            for a in asked
        ],
        "none": say("How many were asked is not on record."),
    }


def asked_words(asking: Asking) -> str:
    """How many of a group were asked and answered, as far as this view may be told."""
    asked, answered = asking.asked, asking.answered
    if asked is None and answered is None:
        return say("how many were asked and how many answered is not known here")
    if asked is None:
        return say(
            "{answered} answered, of an unknown number asked", answered=number(answered or 0)
        )
    if answered is None:
        return say("{asked} asked, how many answered is not known", asked=number(asked))
    return say("{asked} asked, {answered} answered", asked=number(asked), answered=number(answered))


def asked_by_group(look: Look, dialogue: Dialogue) -> dict[tuple[str, str], str]:
    """How many of a group were asked and answered, as words, by side's name and group."""
    return {
        (look.party_name(a.party, say("neither side")), a.group): asked_words(a)
        for a in look.having(Asking, "dialogue", dialogue.id)
    }


# -- as sentences ----------------------------------------------------------------------------


def grouped(look: Look, dialogue: Dialogue, found: Iterable[Remark]) -> list[dict[str, Any]]:
    """Remarks by side, then by group; both sides first, in the page's order."""
    order = [party.id for party in look.sides(dialogue)]
    sides: dict[str | None, list[Remark]] = {party: [] for party in order}
    for remark in found:
        side = remark.party
        sides.setdefault(side if side in order else None, []).append(remark)
    return [
        {
            "side": look.party(side) or cells.text(say("Neither side")),
            "column": order.index(side) + 1 if side in order else 0,
            "groups": _groups(look, dialogue, side, remarks),
        }
        for side, remarks in sides.items()
        if side is not None or remarks
    ]


def _groups(
    look: Look, dialogue: Dialogue, side: str | None, remarks: list[Remark]
) -> list[dict[str, Any]]:
    asked = asked_by_group(look, dialogue)
    name = look.party_name(side, say("neither side"))
    in_groups = groupby(sorted(remarks, key=lambda r: group_of(r)), key=lambda r: group_of(r))
    return [
        {
            "group": group,
            "asked": asked.get((name, group), ""),
            "remarks": [remark_block(look, r) for r in own],
        }
        for group, own in in_groups
    ]


def remark_block(look: Look, remark: Remark) -> dict[str, Any]:
    """One remark: own words where quotable, else our summary; to whom, when, on what terms."""
    said = [words.plain(remark.setting)]
    if remark.said_to:
        said.append(say("to {whom}", whom=remark.said_to))
    if remark.said_on:
        said.append(cells.day_words(remark.said_on))
    said.append(words.TERMS[remark.terms])
    return {
        "summary": remark.summary,
        "href": look.fact(remark),
        "words": cells.text(remark.words, remark.language)
        if remark.quotable and remark.words
        else None,
        "said": say(", ").join(said),
        "theme": remark.theme,
        "contradicts": [
            cells.text(other.summary, href=look.fact(other)) for other in against(look, remark)
        ],
    }


# -- as a list -------------------------------------------------------------------------------


def _list(look: Look, found: Sequence[Remark]) -> tables.Table:
    c = lists.Column
    columns = [
        c("side", say("Side"), lambda r: look.party(r.party) or say("neither side"),
          raw=lambda r: r.party, choice=look.party_name),
        c("group", say("Group"), lambda r: group_of(r), raw=lambda r: group_of(r),
          choice=str),
        c("summary", say("Remark"), lambda r: cells.text(r.summary, href=look.fact(r)),
          raw=lambda r: r.summary, wide=True),
        c("theme", say("Theme"), lambda r: r.theme or cells.not_given(), raw=lambda r: r.theme,
          choice=str),
        c("round", say("Round"), lambda r: heads.round_link(look, r.round) or cells.not_given(),
          raw=lambda r: r.round, choice=lambda one: _round_name(look, one)),
        c("setting", say("Setting"), lambda r: _setting(r), raw=lambda r: r.setting,
          choice=words.plain),
        c("on", say("Day"), lambda r: cells.day(r.said_on) or cells.not_given(),
          raw=lambda r: r.said_on, period=True),
        c("terms", say("Terms"), lambda r: words.TERMS[r.terms], raw=lambda r: r.terms,
          choice=words.TERMS.__getitem__, choices=tuple(words.TERMS)),
        c("against", say("Said against it"), lambda r: len(against(look, r)),
          raw=lambda r: len(against(look, r))),
        c("source", say("Source"), lambda r: citing.sources(look, r)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "remarks",
        say("All remarks"),
        found,
        columns,
        haystack=lambda r: " ".join(
            [r.summary, group_of(r), r.theme, r.said_to, r.words if r.quotable else ""]
        ),
        empty=say("No remark is on record."),
    )


def _setting(remark: Remark) -> Any:
    where = words.plain(remark.setting)
    return [where, say("to {whom}", whom=remark.said_to)] if remark.said_to else where


def _round_name(look: Look, round_id: str) -> str:
    found = look.get(Round, round_id)
    return heads.short_name(found) if found else round_id


def _askings(look: Look, dialogue: Dialogue) -> tables.Table:
    columns = [
        ("side", say("Side")),
        ("group", say("Group")),
        ("asked", say("Asked and answered")),
        ("on", say("Day")),
    ]
    rows = [
        {
            "side": look.party(a.party) or say("neither side"),
            "group": cells.text(a.group, href=look.fact(a)),
            "asked": asked_words(a),
            "on": cells.day(a.asked_on) or cells.not_given(),
        }
        for a in look.having(Asking, "dialogue", dialogue.id)
    ]
    empty = say("How many were asked is not on record.")
    return tables.table("askings", say("Who was asked"), columns, rows, empty=empty)
