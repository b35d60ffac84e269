"""One passage: where it was first delivered, where last, and everywhere else."""

from typing import Any

from headway.domain.errors import NotFound
from headway.domain.parties import Dialogue
from headway.domain.statements import Rendering, Statement
from headway.phrases import percent, say, say_as, says
from headway.web import cells, heads, tables, words
from headway.web.look import Look
from headway.web.reading import column_language, label_of
from headway.web.standing import standing
from headway.web.wordings import side_by_side


def page(look: Look, id: str, number: str) -> dict[str, Any]:
    """The passage of that number in a rendering, with all its deliveries."""
    rendering = look.one(Rendering, id)
    statement = look.one(Statement, rendering.statement)
    dialogue = look.get(Dialogue, statement.dialogue)
    mark = standing(look, "first_said", dialogue)
    if not mark["shown"]:
        mark = standing(look, "reuse_share", dialogue)
    passages = list(look.findings.passages(id)) if mark["shown"] else []
    place = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
    if not 0 < place <= len(passages):
        raise NotFound(
            say("There is no passage {number} in this rendering for this view.", number=number[:40])
        )
    passage = passages[place - 1]
    witnesses = _witnesses(look, passage, id)
    back = look.link("statements", statement.id, show=id) + f"#p{place}"
    return {
        "title": say("Passage {number} of {all}", number=place, all=len(passages)),
        "crumbs": heads.crumbs(look, dialogue, heads.statement_link(look, statement.id) or {}),
        "dialogue": heads.dialogue_head(look, dialogue) if dialogue else None,
        "number": place,
        "of": len(passages),
        "class": passage.reuse_class,
        "how": passage.how,
        "label": label_of(passage),
        "meaning": _meaning(passage),
        "kept": _kept(passage),
        "wordings": _wordings(look, rendering, passage),
        "tokens": says("{count} token", "{count} tokens", passage.tokens),
        "mark": mark,
        "quote": _quote(look, rendering, passage),
        "back": cells.text(say("Read it in its place"), href=back),
        "first": _place(look, passage.first),
        "previous": _place(look, passage.previous),
        "earlier": _earlier(passage, witnesses),
        "before": _neighbour(look, id, place - 1, len(passages)),
        "after": _neighbour(look, id, place + 1, len(passages)),
        "tables": {"witnesses": witnesses},
    }


def _quote(look: Look, rendering: Rendering, passage: Any) -> dict[str, Any]:
    text = look.corpus.text(str(rendering.text))[passage.begin : passage.end]
    return {"text": text} | column_language(rendering.language)


def _meaning(passage: Any) -> str:
    if passage.how != "edited":
        return words.REUSE[passage.reuse_class][1]
    if passage.reuse_class == "first_here":
        return say("Said here first; it was delivered later in slightly other words.")
    own = passage.reuse_class in ("own_rounds", "own_elsewhere")
    return words.EDITED["edited" if own else "edited_others"][1]


def _kept(passage: Any) -> str:
    """How much of its closest other wording an edited passage keeps; empty for a verbatim one."""
    if passage.how != "edited":
        return ""
    return says(
        "{count} word is kept, {share} of the longer wording.",
        "{count} words are kept, {share} of the longer wording.",
        passage.matched,
        share=percent(passage.similarity),
    )


def _wordings(look: Look, rendering: Rendering, passage: Any) -> list[dict[str, Any]]:
    """An edited passage beside its first and its previous wording, with the differences."""
    if passage.how != "edited":
        return []
    here = look.corpus.text(str(rendering.text))[passage.begin : passage.end]
    earlier = [passage.first]
    if passage.previous and passage.previous != passage.first:
        earlier.append(passage.previous)
    found = []
    for witness in earlier:
        place = _place(look, witness)
        source = look.get(Rendering, witness.rendering) if place else None
        if place is None or source is None or not source.text:
            continue
        there = look.corpus.text(source.text)[witness.begin : witness.end]
        before, after = side_by_side(there, here)
        said = {"pieces": before} | column_language(source.language)
        found.append(
            {"place": place, "before": said, "after": {"pieces": after}}
            | {"lang": rendering.language, "dir": column_language(rendering.language)["dir"]}
        )
    return found


def _earlier(passage: Any, witnesses: tables.Table) -> str:
    count = passage.earlier
    if count == 0 and passage.first:
        return say("Said earlier at this same meeting, and not before it as far as we know.")
    if count == 0 and witnesses["rows"] and not witnesses["rows"][0]["this"]:
        return say(
            "No earlier delivery of just these words is on record; longer, shorter or edited ones "
            "are listed."
        )
    if count == 0:
        return say("No earlier delivery is on record.")
    return says(
        "{count} earlier delivery on record.", "{count} earlier deliveries on record.", count
    )


def _place(look: Look, witness: Any) -> dict[str, Any] | None:
    """One delivery as a link into its reader, at its place."""
    statement = look.get(Statement, witness.statement) if witness else None
    if statement is None:
        return None
    href = look.link(
        "statements",
        statement.id,
        show=witness.rendering,
        **{"from": str(witness.begin), "to": str(witness.end)},
    )
    return {
        "title": look.worded(statement.title, f"{href}#here"),
        "on": cells.day(statement.delivered_on),
        "party": look.party(statement.party) or say("neither side"),
        "at": heads.round_link(look, statement.round) or statement.forum or cells.not_given(),
        "to": statement.addressee or cells.not_given(),
    }


def _neighbour(look: Look, rendering_id: str, number: int, of: int) -> dict[str, Any] | None:
    if not 0 < number <= of:
        return None
    href = look.link("renderings", rendering_id, "passages", str(number))
    return cells.text(say("Passage {number}", number=number), href=href)


def _witnesses(look: Look, passage: Any, rendering_id: str) -> tables.Table:
    rows: list[dict[str, Any]] = []
    for witness in look.findings.witnesses(passage.cluster):
        place = _place(look, witness)
        if place is None:
            continue
        here = witness.rendering == rendering_id and witness.begin == passage.begin
        how = say_as("reuse", "edited") if witness.how == "edited" and rows else ""
        rows.append(place | {"how": how, "this": say("this one") if here else ""})
    columns = [
        ("on", say("Day")),
        ("party", say("By")),
        ("title", say("Statement")),
        ("at", say("At")),
        ("to", say("To")),
        ("how", say("Wording")),
        ("this", say("Read now")),
    ]
    return tables.table("witnesses", say("All deliveries, oldest first"), columns, rows)
