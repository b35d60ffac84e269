"""Places to look in translations: what the stored measure lists, each beside its text."""

from typing import Any

from headway.domain.ids import split_any_id
from headway.domain.parties import Dialogue
from headway.domain.statements import Rendering
from headway.measures.figure import Item
from headway.measures.translations import source_of
from headway.phrases import Said, phrase_as, say
from headway.web import figures, lists, tables, words
from headway.web.look import Look
from headway.web.standing import standing

MEASURE = "translation_omissions"

KINDS = Said(
    {
        "number": phrase_as("missing", "number"),
        "date": phrase_as("missing", "day or month"),
        "name": phrase_as("missing", "name"),
        "term": phrase_as("missing", "agreed term"),
    }
)
"""What may be missing from a translation."""

Place = tuple[str, Item]
"""The party whose words are translated, and a place in them."""


def found(look: Look, dialogue: Dialogue | None, statement: str = "") -> list[Place]:
    """The places a view may read, of a whole dialogue or of one statement."""
    if dialogue is None or not standing(look, MEASURE, dialogue)["shown"]:
        return []
    stored = figures.by_measure(look.findings.figures(dialogue.id)).get(MEASURE, {})
    return [
        (party.id, item)
        for party in look.sides(dialogue)
        if party.id in stored
        for item in stored[party.id].items
        if item.span and (not statement or _statement(look, item) == statement)
    ]


def _rendering(look: Look, item: Item) -> Rendering | None:
    noun, value_id = split_any_id(item.ref)
    return look.get(Rendering, value_id) if noun == "Rendering" else None


def _statement(look: Look, item: Item) -> str:
    rendering = _rendering(look, item)
    return rendering.statement if rendering else ""


def address(look: Look, item: Item) -> str | None:
    """Where the place is read: its text and the translation side by side, the place marked."""
    rendering = _rendering(look, item)
    source = source_of(look.corpus, rendering) if rendering else None
    if rendering is None or source is None:
        return None
    begin, _, end = item.span.partition("-")
    asked = {"show": f"{source.id} {rendering.id}", "from": begin, "to": end}
    return look.link("statements", rendering.statement, **asked) + "#here"


def table(look: Look, places: list[Place]) -> tables.Table:
    """The places as a list to filter and sort."""
    c = lists.Column
    columns = [
        c("place", say("Place in the original"), lambda p: _cell(look, p[1]),
          raw=lambda p: p[1].words, wide=True),
        c("missing", say("Not found"), lambda p: KINDS[p[1].category], raw=lambda p: p[1].category,
          choice=KINDS.__getitem__, choices=tuple(KINDS)),
        c("into", say("Translation into"), lambda p: _into(look, p[1]),
          raw=lambda p: _language(look, p[1]), choice=words.language),
        c("by", say("Said by"), lambda p: look.party(p[0]), raw=lambda p: p[0],
          choice=look.party_name),
    ]  # fmt: skip
    return lists.listed(
        look,
        "places",
        say("Places to look in translations"),
        places,
        columns,
        haystack=lambda p: p[1].words,
        first=False,
        empty=say("No place to look is stored: nothing was found missing, or nobody looked."),
        note=say(
            "Each is read with its text and the translation side by side. A thing may be said in "
            "other words; sentences without a counterpart are not looked for yet."
        ),
    )


def _cell(look: Look, item: Item) -> dict[str, Any]:
    href = address(look, item)
    return {"text": item.words} | ({"href": href} if href else {})


def _language(look: Look, item: Item) -> str | None:
    rendering = _rendering(look, item)
    return rendering.language if rendering else None


def _into(look: Look, item: Item) -> Any:
    rendering = _rendering(look, item)
    if rendering is None:
        return ""
    return [words.language(rendering.language), words.RENDERING_KINDS[rendering.kind]]
