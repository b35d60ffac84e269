"""The statement reader: renderings side by side, passages shaded by where they were said before."""

from typing import Any

from headway.domain.errors import BadValue
from headway.domain.paragraphs import numbers_in
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import AgendaItem
from headway.domain.statements import Rendering, Statement
from headway.measures.said_before import why_not as told_why_not
from headway.phrases import percent, say, say_as
from headway.web import cells, heads, links, lists, places, tables, words
from headway.web.look import Look
from headway.web.reading import column_language, label_of, paragraphs
from headway.web.standing import standing
from headway.web.voices import voices

MOST_COLUMNS = 3
_READABLE = ("verbatim", "paper_as_read")


def page(look: Look, id: str) -> dict[str, Any]:
    """The reader of one statement."""
    statement = look.one(Statement, id)
    dialogue = look.get(Dialogue, statement.dialogue)
    renderings = heads.renderings_of(look, id)
    chosen = _chosen(look, renderings)
    mark = standing(look, "reuse_share", dialogue)
    missing = places.found(look, dialogue, id)
    columns = [_column(look, r, n, shown=mark["shown"]) for n, r in enumerate(chosen, 1)]
    return {
        "title": statement.title.within(look.language),
        "crumbs": _crumbs(look, statement, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue) if dialogue else None,
        "heading": look.worded(statement.title),
        "kind": words.STATEMENT_KINDS[statement.kind],
        "facts": _facts(look, statement),
        "renderings": [_offer(look, r, chosen) for r in renderings],
        "columns": columns,
        "mark": mark,
        "state": look.findings.state(),
        "legend": _legend(columns),
        "voices": voices(look, [f"Statement/{id}"]),
        "neighbours": _neighbours(look, statement),
        "tables": {
            "renderings": _rendering_table(look, renderings),
            "coverage": _coverage_table(columns),
            "passages": _passage_table(look, chosen, shown=mark["shown"]),
        }
        | ({"places": places.table(look, missing)} if missing else {}),
    }


def _crumbs(look: Look, statement: Statement, dialogue: Dialogue | None) -> list[dict[str, Any]]:
    round_link = heads.round_link(look, statement.round)
    return heads.crumbs(look, dialogue, *([round_link] if round_link else []))


def _facts(look: Look, statement: Statement) -> list[dict[str, Any]]:
    speaker = look.get(Person, statement.speaker)
    item = look.get(AgendaItem, statement.agenda_item)
    facts: list[tuple[str, Any]] = [
        (say_as("statement", "Delivered"), cells.day(statement.delivered_on)),
        (say("By"), look.party(statement.party) or say("neither side")),
        (say("Speaker"), links.person(look, statement.speaker) if speaker else None),
        (say("Body"), links.body(look, statement.body)),
        (say("At"), heads.round_link(look, statement.round) or statement.forum),
        (say("To"), statement.addressee),
        (say("Agenda item"), look.worded(item.title) if item else None),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(statement))),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def _chosen(look: Look, renderings: list[Rendering]) -> list[Rendering]:
    """The renderings asked for by `?show=`, else the closest to what was said and English."""
    held = [r for r in renderings if r.text]
    asked = [part for part in look.query.get("show", "").split(" ") if part]
    if asked:
        by_id = {r.id: r for r in renderings}
        unknown = [part for part in asked if part not in by_id]
        if unknown:
            raise BadValue(
                say(
                    "This statement has no rendering “{name}”; choose from its list.",
                    name=unknown[0][:80],
                )
            )
        return [by_id[part] for part in dict.fromkeys(asked) if by_id[part].text][:MOST_COLUMNS]
    if not held:
        return []
    first = next((r for r in held if r.fidelity in _READABLE), held[0])
    beside = [
        r
        for r in held
        if r.language != first.language and _base(r.language) == _base(look.language)
    ]
    others = [r for r in held if r.language != first.language]
    return [first, *(beside or others)[:1]]


def _base(language: str) -> str:
    return language.split("-")[0]


def _offer(look: Look, rendering: Rendering, chosen: list[Rendering]) -> dict[str, Any]:
    """A rendering as the list of renderings offers it."""
    return {
        "id": rendering.id,
        "language": words.language(rendering.language),
        "kind": words.RENDERING_KINDS[rendering.kind],
        "fidelity": words.FIDELITY[rendering.fidelity][0],
        "held": rendering.text is not None,
        "available": words.AVAILABLE[rendering.available],
        "reviewed": words.REVIEWED[rendering.reviewed],
        "chosen": rendering in chosen,
        "href": look.link("statements", rendering.statement, show=rendering.id),
    }


def _column(look: Look, rendering: Rendering, number: int, *, shown: bool) -> dict[str, Any]:
    text = look.corpus.text(str(rendering.text))
    passages = list(look.findings.passages(rendering.id)) if shown else []
    coverage = look.findings.coverage(rendering.id) if shown else {}
    why_not = look.findings.why_not(rendering.id) if shown else ""
    note_taker = look.party_name(rendering.note_taker)
    lines = paragraphs(text, passages, _here(look, rendering, text))
    return column_language(rendering.language) | {
        "rendering": rendering.id,
        "kind": words.RENDERING_KINDS[rendering.kind],
        "fidelity": rendering.fidelity,
        "fidelity_label": words.FIDELITY[rendering.fidelity][0],
        "fidelity_words": words.FIDELITY[rendering.fidelity][1],
        "note_taker": say("Note taken by {who}.", who=note_taker) if note_taker else "",
        "assessed": rendering.fidelity in _READABLE,
        "anchor": "p" if number == 1 else f"r{number}p",
        "address": look.link("renderings", rendering.id, "passages"),
        "paragraphs": lines,
        "numbers": list(numbers_in(rendering.place, len(lines))),
        "coverage": [] if why_not else _shares(coverage, passages),
        "coverage_words": "" if why_not else _coverage_words(_shares(coverage, passages)),
        "why_not": told_why_not(why_not),
    }


def _coverage_words(shares: list[dict[str, Any]]) -> str:
    parts = [
        say("{label} {share}", label=share["label"], share=percent(share["width"] / 100))
        for share in shares
    ]
    return say("{shares} of tokens", shares=say(", ").join(parts)) if parts else ""


def _here(look: Look, rendering: Rendering, text: str) -> tuple[int, int] | None:
    """The span `?show=R&from=10&to=40` points at, in the first rendering shown."""
    begin, end = look.query.get("from", ""), look.query.get("to", "")
    if not begin or look.query.get("show", "").split(" ")[0] != rendering.id:
        return None
    if not (begin.isascii() and begin.isdigit() and end.isascii() and end.isdigit()):
        raise BadValue(say("A place in a text is two whole numbers; write from=10&to=40."))
    first, after = int(begin[:9]), int(end[:9])
    return (first, after) if first < after <= len(text) else None


def _shares(coverage: dict[str, int], passages: list[Any]) -> list[dict[str, Any]]:
    """Tokens by class in the order of the legend, with the place of each on a bar of 100."""
    total = sum(coverage.values())
    shares, begin = [], 0.0
    known = {**words.REUSE, **words.EDITED}
    for name in (*known, *sorted(set(coverage) - set(known))):
        tokens = coverage.get(name, 0)
        if not tokens:
            continue
        width = 100 * tokens / total
        label = known[name][0] if name in known else words.plain(name)
        shares.append(
            {
                "class": name,
                "label": label,
                "tokens": tokens,
                "begin": round(begin, 2),
                "width": round(width, 2),
                "passages": sum(_counted_as(p) == name for p in passages),
            }
        )
        begin += width
    return shares


def _counted_as(passage: Any) -> str:
    """The class that the tokens of a passage count for where nothing else covers them."""
    if passage.how == "verbatim":
        return str(passage.reuse_class)
    return "edited" if passage.reuse_class in ("own_rounds", "own_elsewhere") else "edited_others"


def _legend(columns: list[dict[str, Any]]) -> list[dict[str, str]]:
    present = {share["class"] for column in columns for share in column["coverage"]}
    for column in columns:
        for paragraph in column["paragraphs"]:
            present |= {piece["class"] for piece in paragraph["pieces"] if "class" in piece}
    return [
        {"class": name, "label": label, "meaning": meaning}
        for name, (label, meaning) in [*words.REUSE.items(), *words.EDITED.items()]
        if name in present
    ]


def _neighbours(look: Look, statement: Statement) -> dict[str, Any]:
    """The statements before and after this one at the same round."""
    if not statement.round:
        return {"before": None, "after": None}
    row = heads.in_order(look.having(Statement, "round", statement.round))
    place = next(n for n, one in enumerate(row) if one.id == statement.id)
    before = heads.statement_link(look, row[place - 1].id) if place else None
    after = heads.statement_link(look, row[place + 1].id) if place + 1 < len(row) else None
    return {"before": before, "after": after}


def _rendering_table(look: Look, renderings: list[Rendering]) -> tables.Table:
    columns = [
        ("language", say("Language")),
        ("kind", say("Kind")),
        ("fidelity", say("Fidelity")),
        ("text", say("Text")),
        ("since", say("Available since")),
        ("reviewed", say("Review")),
    ]
    rows = [
        {
            "language": words.language(r.language),
            "kind": cells.text(words.RENDERING_KINDS[r.kind], href=look.fact(r)),
            "fidelity": words.FIDELITY[r.fidelity][0],
            "text": say("held") if r.text else words.AVAILABLE[r.available],
            "since": cells.day(r.available_on) or cells.not_given(),
            "reviewed": words.REVIEWED[r.reviewed],
        }
        for r in renderings
    ]
    return tables.table("renderings", say("Renderings of this statement"), columns, rows)


def _coverage_table(columns: list[dict[str, Any]]) -> tables.Table:
    rows = [
        {
            "language": column["language"],
            "class": share["label"],
            "passages": share["passages"],
            "tokens": share["tokens"],
            "share": percent(share["width"] / 100, 1),
        }
        for column in columns
        for share in column["coverage"]
    ]
    heading = [
        ("language", say("Rendering")),
        ("class", say("Said before")),
        ("passages", say("Passages")),
        ("tokens", say("Tokens")),
        ("share", say("Share of tokens")),
    ]
    empty = say("No coverage is stored for these renderings.")
    return tables.table("coverage", say("How much was said before"), heading, rows, empty=empty)


def _passage_table(look: Look, chosen: list[Rendering], *, shown: bool) -> tables.Table:
    rows = [
        {
            "rendering": words.language(rendering.language),
            "number": {
                "text": str(number),
                "href": look.link("renderings", rendering.id, "passages", str(number)),
            },
            "class": label_of(p),
            "tokens": p.tokens,
            "first": cells.day_words(p.first.delivered_on) if p.first else say("here"),
            "earlier": p.earlier,
        }
        for rendering in (chosen if shown else [])
        for number, p in enumerate(look.findings.passages(rendering.id), 1)
    ]
    columns = [
        ("rendering", say("Rendering")),
        ("number", say("Passage")),
        ("class", say("Said before")),
        ("tokens", say("Tokens")),
        ("first", say("First delivered")),
        ("earlier", say("Earlier deliveries")),
    ]
    return tables.table(
        "passages", say("Passages"), columns, rows, empty=say("No passage is shown.")
    )


def listing(look: Look, id: str) -> dict[str, Any]:
    """All statements of a dialogue or forum."""
    dialogue = look.one(Dialogue, id)
    found = heads.in_order(look.having(Statement, "dialogue", id))
    return {
        "title": say("Statements"),
        "lead": say(
            "Everything said or tabled, in order of delivery, with the texts that are held."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "tables": {"statements": _list(look, found)},
    }


def _list(look: Look, found: list[Statement]) -> tables.Table:
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda s: cells.day(s.delivered_on), raw=lambda s: s.delivered_on,
          period=True),
        c("party", say("By"), lambda s: look.party(s.party) or say("neither side"),
          raw=lambda s: s.party, choice=look.party_name),
        c("title", say("Statement"), lambda s: heads.statement_link(look, s.id),
          raw=lambda s: s.title.within(look.language)),
        c("kind", say("Kind"), lambda s: words.STATEMENT_KINDS[s.kind], raw=lambda s: s.kind,
          choice=words.STATEMENT_KINDS.__getitem__),
        c("at", say("At"), lambda s: _place(look, s) or cells.not_given(),
          raw=lambda s: s.round or s.forum, choice=lambda one: _place_name(look, one)),
        c("texts", say("Texts"), lambda s: heads.texts_cell(look, s) or say("no text is held")),
    ]  # fmt: skip
    return lists.listed(
        look,
        "statements",
        say("Statements"),
        found,
        columns,
        haystack=lambda s: " ".join([*s.title.values(), s.forum, s.addressee]),
        empty=say("No statement is on record."),
    )


def _place(look: Look, statement: Statement) -> Any:
    return heads.round_link(look, statement.round) or statement.forum


def _place_name(look: Look, place: str) -> str:
    link = heads.round_link(look, place)
    return str(link["text"]) if link else place


def table_of(look: Look, found: list[Statement], *, of_one_round: bool = False) -> tables.Table:
    """Statements in the order given, with their renderings as links."""
    rows = [
        {
            "on": cells.day(s.delivered_on),
            "party": look.party(s.party) or say("neither side"),
            "title": heads.statement_link(look, s.id),
            "kind": words.STATEMENT_KINDS[s.kind],
            "at": heads.round_link(look, s.round) or s.forum or cells.not_given(),
            "texts": heads.texts_cell(look, s) or say("no text is held"),
        }
        for s in found
    ]
    columns = [
        ("on", say("Day")),
        ("party", say("By")),
        ("title", say("Statement")),
        ("kind", say("Kind")),
        *([] if of_one_round else [("at", say("At"))]),
        ("texts", say("Texts")),
    ]
    return tables.table(
        "statements", say("Statements"), columns, rows, empty=say("No statement is on record.")
    )
