"""What stands behind the figures of a measure, as lists: its sides, its parts, its items."""

from collections.abc import Sequence
from typing import Any

from headway.domain.ids import split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.values import UNKNOWN_CODES
from headway.measures.figure import Figure, Item
from headway.phrases import number, percent, say, say_as
from headway.web import addresses, cells, figures, heads, lists, places, tables, words
from headway.web.look import Look

Part = tuple[str, Figure]
Counted = tuple[str, Item]
"""A part or an item with the party of its figure."""


def sides(look: Look, shown: Sequence[Figure]) -> tables.Table:
    """One row a side, by name: the sentence, and the way to read one side part by part."""
    ordered = sorted(shown, key=lambda f: look.party_name(f.party))
    c = lists.Column
    columns = [
        c("side", say("Side"), lambda f: _side(look, f), raw=lambda f: look.party_name(f.party)),
        c("sentence", say("Sentence"), lambda f: f.sentence),
    ]
    return lists.listed(
        look,
        "sides",
        say("All sides"),
        ordered,
        columns,
        haystack=lambda f: look.party_name(f.party),
        empty=say("No figure is stored for this view."),
    )


def _side(look: Look, figure: Figure) -> dict[str, Any] | None:
    asked = {"party": figure.party, "page": "", "sort": "", "text": ""}
    return look.party(figure.party, addresses.same_page(look.query, **asked))


def parts(look: Look, shown: Sequence[Figure]) -> tables.Table:
    """Every part of every figure, with its counts and bounds where some part has them."""
    found: list[Part] = [(f.party, part) for f in shown for part in f.parts]
    counted = _counts() if any(part.bounds for _, part in found) else []
    c = lists.Column
    columns = [
        c("party", say("Side"), lambda p: look.party(p[0]), raw=lambda p: p[0],
          choice=look.party_name),
        c("part", say("Part"), lambda p: heads.round_link(look, p[1].round) or p[1].title),
        *counted,
        c("sentence", say("Sentence"), lambda p: p[1].sentence),
    ]  # fmt: skip
    return lists.listed(
        look,
        "parts",
        say("Part by part"),
        found,
        columns,
        haystack=lambda p: f"{p[1].title} {p[1].sentence}",
        first=False,
        empty=say("It has no parts."),
    )


def _counts() -> list[lists.Column]:
    c = lists.Column
    return [
        c("yes", say_as("column", "Yes"), lambda p: _count(p[1], "yes"),
          raw=lambda p: _number(p[1], "yes")),
        c("no", say_as("column", "No"), lambda p: _count(p[1], "no"),
          raw=lambda p: _number(p[1], "no")),
        c("unknown", say_as("column", "Unknown"), lambda p: _count(p[1], "unknown"),
          raw=lambda p: _number(p[1], "unknown")),
        c("low", say("Lowest"), lambda p: _rate(p[1], "low")),
        c("high", say("Highest"), lambda p: _rate(p[1], "high")),
    ]  # fmt: skip


def _number(part: Figure, what: str) -> float | None:
    found = figures.interval(part.bounds)
    return found[what] if found and what in found else None


def _count(part: Figure, what: str) -> str:
    found = _number(part, what)
    return cells.not_given() if found is None else number(round(found))


def _rate(part: Figure, end: str) -> str:
    found = figures.interval(part.bounds) or {}
    return percent(found[end] / 100, 1) if end in found else say("no rate")


def items(look: Look, shown: Sequence[Figure]) -> tables.Table:
    """Every item that is known; with its answer where the figure counts yes and no."""
    found = [(f.party, i) for f in shown for i in f.items if not _is_unknown(i)]
    caption, empty = say("What was counted"), say("Nothing is counted.")
    answered = any(figure.bounds for figure in shown)
    return _items(look, "items", caption, found, empty=empty, answered=answered)


def unknown(look: Look, shown: Sequence[Figure]) -> tables.Table:
    """Every item that is not known, or on which readings or sources differ."""
    found = [(f.party, i) for f in shown for i in f.items if _is_unknown(i)]
    caption = say("What is not known, or where readings differ")
    return _items(look, "unknown", caption, found, empty=say("Every item is known."))


def _items(
    look: Look,
    name: str,
    caption: str,
    found: Sequence[Counted],
    *,
    empty: str,
    answered: bool = True,
) -> tables.Table:
    c = lists.Column
    columns = [
        c("party", say("Side"), lambda p: look.party(p[0]), raw=lambda p: p[0],
          choice=look.party_name),
        c("item", say("Item"), lambda p: item_link(look, p[1]), raw=lambda p: p[1].words),
        *([c("code", say("Answer"), lambda p: _code(p[1]), raw=lambda p: _code(p[1])["code"],
             choice=lambda code: _said(code))] if answered else []),
        c("category", say("Class"), lambda p: words.plain(p[1].category) or cells.not_given(),
          raw=lambda p: p[1].category, choice=words.plain),
        *([c("weight", say("Weight"), lambda p: number(p[1].weight), raw=lambda p: p[1].weight)]
          if any(item.weight != 1 for _, item in found) else []),
    ]  # fmt: skip
    return lists.listed(
        look,
        name,
        caption,
        found,
        columns,
        haystack=lambda p: p[1].words,
        first=False,
        empty=empty,
    )


def _code(item: Item) -> dict[str, str]:
    code = "conflict" if item.conflicting else item.code
    return {"text": _said(code), "code": code}


def _said(code: str) -> str:
    return say("sources or readings differ") if code == "conflict" else words.CODES[code][0]


def _is_unknown(item: Item) -> bool:
    return item.conflicting or item.code in UNKNOWN_CODES


def item_link(look: Look, item: Item) -> dict[str, Any]:
    """The value an item is about, by its own name, as a link to its page; a place in its words."""
    if item.span:
        return cells.text(item.words, href=places.address(look, item))
    noun, value_id = split_any_id(item.ref)
    found = look.get(NOUNS[noun], value_id) if noun in NOUNS else None
    if found is None:
        return cells.text(item.words or item.ref)
    return cells.text(heads.title(look, found), href=look.link("values", noun, value_id))
