"""The measures of a dialogue: question, formula, both sides' figures, every item behind them."""

from typing import Any

from headway.domain.errors import BadValue, NotFound
from headway.domain.parties import Dialogue
from headway.measures.figure import Bounds, Figure
from headway.phrases import number, percent, say
from headway.web import addresses, cells, figures, heads, methods, tables, words
from headway.web.look import Look
from headway.web.pages import counted
from headway.web.standing import standing

MOST_SIDES = 4
"""More sides than these are listed, and one is read at a time."""


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
    everybody = [stored[party] for party in _order(look, dialogue) if party in stored]
    shown = _chosen(look, everybody)
    many = len(shown) > MOST_SIDES
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
        "many": many,
        "sides": []
        if many
        else figures.both_sides(look, dialogue, name, {f.party: f for f in shown}),
        "chart": None if many else _chart(look, about.title, shown),
        "everybody": addresses.same_page(look.query, party="")
        if len(shown) < len(everybody)
        else "",
        "tables": ({"sides": counted.sides(look, shown)} if many else {})
        | {
            "parts": counted.parts(look, shown),
            "items": counted.items(look, shown),
            "unknown": counted.unknown(look, shown),
        },
    }


def _chosen(look: Look, everybody: list[Figure]) -> list[Figure]:
    """The figures a page is about: of a forum, where many have one, that of `?party=` alone."""
    asked = look.query.get("party", "")
    if not asked or len(everybody) <= MOST_SIDES:
        return everybody
    found = [figure for figure in everybody if figure.party == asked]
    if not found:
        raise BadValue(
            say("No figure of “{given}” is stored; choose from the list.", given=asked[:40])
        )
    return found


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


def _order(look: Look, dialogue: Dialogue) -> list[str]:
    """The parties as they stand on every page: that of the page's language first."""
    if dialogue.kind == "forum":
        return list(dialogue.parties)
    return [party.id for party in look.sides(dialogue)]


def _summary(look: Look, dialogue: Dialogue) -> tables.Table:
    stored = figures.by_measure(look.findings.figures(dialogue.id))
    order = _order(look, dialogue)
    rows = [
        _summary_row(look, dialogue, name, stored[name][party])
        for name in methods.all_names()
        if name in stored and standing(look, name, dialogue)["shown"]
        for party in order
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
