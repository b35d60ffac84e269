"""The measures of a dialogue: question, formula, both sides' figures, every item behind them."""

from collections.abc import Iterable
from typing import Any

from headway.domain.errors import NotFound
from headway.domain.ids import split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.parties import Dialogue
from headway.measures.figure import Bounds, Figure, Item
from headway.phrases import number, percent, say, say_as
from headway.web import cells, figures, heads, methods, tables, words
from headway.web.look import Look
from headway.web.standing import standing


def listing(look: Look, id: str) -> dict[str, Any]:
    """All measures, each with one sentence for either side."""
    dialogue = look.one(Dialogue, id)
    return {
        "title": say("Measures"),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "panel": figures.panel(look, dialogue, methods.all_names()),
        "tables": {"figures": _summary(look, dialogue)},
    }


def page(look: Look, id: str, name: str) -> dict[str, Any]:
    """One measure of a dialogue."""
    dialogue = look.one(Dialogue, id)
    about = methods.about(name)
    if about is None:
        raise NotFound(
            say("There is no measure “{name}”; look at the list of measures.", name=name)
        )
    mark = standing(look, name, dialogue)
    stored = figures.by_measure(look.findings.figures(id)).get(name, {}) if mark["shown"] else {}
    order = [party for party in dialogue.parties if party in stored]
    shown = [stored[party] for party in order]
    list_href = look.link("dialogues", id, "measures")
    return {
        "title": about.title,
        "crumbs": heads.crumbs(look, dialogue, cells.text(say("Measures"), href=list_href)),
        "dialogue": heads.dialogue_head(look, dialogue),
        "name": name,
        "question": about.question,
        "method": _method(about, shown),
        "mark": mark,
        "state": look.findings.state(),
        "sides": figures.both_sides(look, dialogue, name, stored),
        "chart": _chart(look, about.title, shown),
        "tables": {
            "parts": _parts(look, shown),
            "items": _items(look, shown, unknown=False),
            "unknown": _items(look, shown, unknown=True),
        },
    }


def _method(about: Any, shown: list[Figure]) -> list[dict[str, str]]:
    settings = shown[0].settings if shown else about.settings
    rows = [
        (say("Formula"), about.formula),
        (say("For both sides"), about.both_sides),
        (say("When not to use it"), about.not_when),
        (say("Source"), about.source),
        (say("Version"), about.version),
        (say("Settings"), say(", ").join(f"{words.plain(k)} {number(v)}" for k, v in settings)),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _summary(look: Look, dialogue: Dialogue) -> tables.Table:
    stored = figures.by_measure(look.findings.figures(dialogue.id))
    rows = [
        _summary_row(look, dialogue, name, stored[name][party])
        for name in methods.all_names()
        if name in stored and standing(look, name, dialogue)["shown"]
        for party in dialogue.parties
        if party in stored[name]
    ]
    columns = [
        ("measure", say("Measure")),
        ("party", say("Side")),
        ("sentence", say("Sentence")),
        ("low", say("Lowest")),
        ("high", say("Highest")),
        ("mark", say("Mark")),
    ]
    empty = say("No figure is stored for this view.")
    return tables.table("figures", say("All figures"), columns, rows, empty=empty)


def _summary_row(look: Look, dialogue: Dialogue, name: str, figure: Figure) -> dict[str, Any]:
    bar = figures.interval(figure.bounds) or {}
    href = look.link("dialogues", dialogue.id, "measures", name)
    return {
        "measure": cells.text(methods.heading(name)["title"], href=href),
        "party": look.party(figure.party),
        "sentence": figure.sentence,
        "low": percent(bar["low"] / 100, 1) if "low" in bar else say("no rate"),
        "high": percent(bar["high"] / 100, 1) if "high" in bar else say("no rate"),
        "mark": standing(look, name, dialogue)["words"],
    }


def _parts(look: Look, shown: Iterable[Figure]) -> tables.Table:
    rows = []
    for figure in shown:
        for part in figure.parts:
            bar = figures.interval(part.bounds) or {}
            rows.append(
                {
                    "party": look.party(figure.party),
                    "part": heads.round_link(look, part.round) or part.title,
                    **{key: _count(bar, key) for key in ("yes", "no", "unknown")},
                    "low": percent(bar["low"] / 100, 1) if "low" in bar else say("no rate"),
                    "high": percent(bar["high"] / 100, 1) if "high" in bar else say("no rate"),
                    "sentence": part.sentence,
                }
            )
    columns = [
        ("party", say("Side")),
        ("part", say("Part")),
        ("yes", say_as("column", "Yes")),
        ("no", say_as("column", "No")),
        ("unknown", say_as("column", "Unknown")),
        ("low", say("Lowest")),
        ("high", say("Highest")),
        ("sentence", say("Sentence")),
    ]
    return tables.table("parts", say("Part by part"), columns, rows, empty=say("It has no parts."))


def _count(bar: dict[str, Any], key: str) -> str:
    return number(round(bar[key])) if key in bar else cells.not_given()


def _items(look: Look, shown: Iterable[Figure], *, unknown: bool) -> tables.Table:
    items = [
        (figure.party, item)
        for figure in shown
        for item in figure.items
        if _is_unknown(item) == unknown
    ]
    rows = [
        {
            "party": look.party(party),
            "item": item_link(look, item),
            "code": _code(item),
            "category": words.plain(item.category) or cells.not_given(),
            "weight": number(item.weight),
        }
        for party, item in items
    ]
    columns = [
        ("party", say("Side")),
        ("item", say("Item")),
        ("code", say("Answer")),
        ("category", say("Class")),
    ]
    if any(item.weight != 1 for _, item in items):
        columns.append(("weight", say("Weight")))
    if unknown:
        caption = say("What is not known, or where readings differ")
        return tables.table("unknown", caption, columns, rows, empty=say("Every item is known."))
    return tables.table(
        "items", say("What was counted"), columns, rows, empty=say("Nothing is counted.")
    )


def _code(item: Item) -> dict[str, str]:
    said = say("sources or readings differ") if item.conflicting else words.CODES[item.code][0]
    return {"text": said, "code": "conflict" if item.conflicting else item.code}


def _is_unknown(item: Item) -> bool:
    return item.conflicting or item.code in (
        "no_evidence",
        "not_looked",
        "withheld",
        "not_assessed",
    )


def item_link(look: Look, item: Item) -> dict[str, Any]:
    """The value an item is about, by its own name, as a link to its page."""
    noun, value_id = split_any_id(item.ref)
    found = look.get(NOUNS[noun], value_id) if noun in NOUNS else None
    if found is None:
        return cells.text(item.words or item.ref)
    name = heads.title(look, found)
    return cells.text(name, href=look.link("values", noun, value_id))


def _chart(look: Look, title: str, shown: list[Figure]) -> dict[str, Any] | None:
    """Bounds of the parts of both sides, for drawing; only where a rate may be shown."""
    points = [
        {
            "side": look.party_name(figure.party),
            "part": _part_name(look, part),
            "low": part.bounds.low if part.bounds.rate_may_be_shown else None,
            "high": part.bounds.high if part.bounds.rate_may_be_shown else None,
            "said": "" if part.bounds.rate_may_be_shown else _few(part.bounds),
        }
        for figure in shown
        for part in figure.parts
        if part.bounds and part.bounds.low is not None
    ]
    if all(point["said"] for point in points):
        return None
    sides = list(dict.fromkeys(point["side"] for point in points))
    return {
        "title": say("{title}, part by part", title=title),
        "description": say(
            "For each part and side, the lowest and the highest rate that the unknown "
            "items allow. Parts with fewer than five items have counts and no bar."
        ),
        "sides": sides,
        "points": points,
    }


def _few(bounds: Bounds) -> str:
    yes, most, all_ = (
        number(round(n)) for n in (bounds.yes, bounds.yes + bounds.unknown, bounds.n)
    )
    if bounds.unknown:
        return say("{first} to {last} of {all}", first=yes, last=most, all=all_)
    return say("{count} of {all}", count=yes, all=all_)


def _part_name(look: Look, part: Figure) -> str:
    link = heads.round_link(look, part.round)
    return str(link["text"]) if link else part.title
