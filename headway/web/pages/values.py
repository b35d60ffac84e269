"""Any fact of the record: its fields, its sources, its history; and lists of all facts."""

from typing import Any

from headway.domain.assessments import Withholding
from headway.domain.errors import NotFound
from headway.domain.ids import split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.parties import Dialogue
from headway.domain.shape import Shape, shapes, to_plain
from headway.domain.statements import Source
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.measures.withheld_share import PATHS, dialogue_of
from headway.phrases import capital, say, say_as
from headway.web import cells, heads, lists, store, tables, words
from headway.web.look import Look
from headway.web.voices import voices

_COMMON = {"id", "label", "sources", "place", "marking", "originator", "comment"}
_READERS = {
    "Dialogue": "dialogues",
    "Round": "rounds",
    "Statement": "statements",
    "Concern": "concerns",
    "Source": "sources",
    "Person": "persons",
    "Body": "bodies",
}


def nouns(look: Look) -> dict[str, Any]:
    """Every kind of fact with how many of it this view may see."""
    rows = [
        {
            "noun": cells.text(words.noun(name), href=look.link("values", name)),
            "meaning": words.meaning(noun),
            "count": len(look.all(noun)),
        }
        for name, noun in NOUNS.items()
        if look.may_list(noun)
    ]
    heading = [
        ("noun", say("Kind")),
        ("meaning", say("What it is")),
        ("count", say("In this view")),
    ]
    return {
        "title": say("All facts"),
        "lead": say(
            "Every fact of the record has a page of its own, with its sources and history."
        ),
        "crumbs": [],
        "tables": {"nouns": tables.table("nouns", say("Kinds of facts"), heading, rows)},
    }


def listing(look: Look, noun: str) -> dict[str, Any]:
    """All facts of a kind, every field a column."""
    kind = _kind(look, noun)
    dated = next((s.name for s in shapes(kind) if s.kind == "date"), "")
    heading = [_column(look, shape, dated) for shape in shapes(kind) if shape.name != "dialogue"]
    heading[1:1] = _of_dialogue(look, kind)
    table = lists.listed(
        look,
        "facts",
        words.noun(noun),
        look.all(kind),
        heading,
        haystack=lambda v: f"{v.id} {heads.title(look, v)} {v.comment}",
    )
    return {
        "title": words.noun(noun),
        "lead": words.meaning(kind),
        "crumbs": [cells.text(say("All facts"), href=look.link("values"))],
        "tables": {"facts": table},
    }


def _of_dialogue(look: Look, kind: type[Value]) -> list[lists.Column]:
    """The dialogue a fact belongs to, to choose by; nothing for kinds that belong to none."""
    if not {"dialogue", *PATHS} & {shape.name for shape in shapes(kind)}:
        return []

    def title(id: str) -> str:
        found = look.get(Dialogue, id)
        return heads.title(look, found) if found else id

    def cell(value: Value) -> Any:
        id = dialogue_of(look.corpus, value)
        return cells.text(title(id), href=look.link("dialogues", id)) if id else cells.not_given()

    return [
        lists.Column(
            "dialogue",
            words.field("dialogue"),
            cell,
            raw=lambda v: dialogue_of(look.corpus, v),
            choice=title,
        )
    ]


def _column(look: Look, shape: Shape, dated: str) -> lists.Column:
    """A field as a column of a list: choices can be chosen from, the first day is the period."""
    name = shape.name
    if name == "id":
        return lists.Column(
            name, words.field(name), lambda v: cells.text(v.id, href=look.fact(v)), lambda v: v.id
        )
    return lists.Column(
        name,
        words.field(name),
        lambda v: _cell(look, shape, getattr(v, name)),
        raw=lambda v: _raw(look, getattr(v, name)),
        choice=words.plain if shape.kind == "choice" else None,
        period=name == dated,
    )


def _raw(look: Look, content: Any) -> lists.Raw:
    if isinstance(content, Wording):
        return content.within(look.language)
    if isinstance(content, tuple):
        return tuple(str(part) for part in content)
    return int(content) if isinstance(content, bool) else content


def page(look: Look, noun: str, id: str) -> dict[str, Any]:
    """One fact with its fields, its sources and what the log says of it."""
    kind = _kind(look, noun)
    value = look.one(kind, id)
    return {
        "title": heads.title(look, value),
        "crumbs": [
            cells.text(say("All facts"), href=look.link("values")),
            cells.text(words.noun(noun), href=look.link("values", noun)),
        ],
        "noun": noun,
        "kind": words.noun(noun),
        "id": id,
        "meaning": words.meaning(kind),
        "reader": cells.text(say("Open its own page"), href=look.link(_READERS[noun], id))
        if noun in _READERS
        else None,
        "fields": _fields(look, value),
        "note": _note(value),
        "sources": [_source(look, s) for s in value.sources],
        "place": value.place,
        "voices": voices(look, [f"{noun}/{id}"]),
        "tables": {"history": _history(look, noun, id), "named_by": _named_by(look, noun, id)},
    }


def _kind(look: Look, noun: str) -> type[Value]:
    kind = NOUNS.get(noun)
    if kind is None or not look.may_list(kind):
        raise NotFound(
            say("There is no kind of fact “{noun}” in this view; look at the list.", noun=noun[:40])
        )
    return kind


def _fields(look: Look, value: Value) -> list[dict[str, Any]]:
    return [
        {
            "name": shape.name,
            "label": capital(words.field(shape.name)),
            "value": _cell(look, shape, getattr(value, shape.name)),
        }
        for shape in shapes(type(value))
        if shape.name not in _COMMON
    ]


def _note(value: Value) -> list[dict[str, str]]:
    rows = [
        (say("Label"), words.label(value.label)),
        (say("Marking"), value.marking),
        (say("Originator"), value.originator),
        (say("Comment"), value.comment),
    ]
    return [{"label": label, "value": content} for label, content in rows if content]


def _cell(look: Look, shape: Shape, content: Any) -> Any:
    if content is None or content in ((), ""):
        return cells.not_given()
    if isinstance(content, tuple):
        return [_cell(look, shape, part) for part in content]
    if shape.refers_to:
        return _reference(look, shape.refers_to, content)
    if isinstance(content, Wording):
        return cells.versions(content)
    if shape.kind == "date":
        return cells.day(content)
    if shape.kind == "boolean":
        return words.yes_no(content)
    if shape.kind == "choice":
        code = words.CODES.get(content)
        return {"text": code[0], "code": content} if code else words.plain(content)
    return content


def _reference(look: Look, noun: str, content: str) -> Any:
    target, value_id = split_any_id(content) if noun == "*" else (noun, content)
    found = look.get(NOUNS[target], value_id) if target in NOUNS else None
    if found is None:
        return content if value_id == "*" else say("not shown to this view")
    return cells.text(heads.title(look, found), href=look.fact(found))


def _source(look: Look, source_id: str) -> dict[str, Any]:
    source = look.get(Source, source_id)
    if source is None:
        return {"title": cells.text(source_id), "origin": ""}
    href = look.link("sources", source.id)
    return {
        "title": cells.text(source.title, source.language or "en", href),
        "origin": source.origin,
    }


def _history(look: Look, noun: str, value_id: str) -> tables.Table:
    """What the log holds of this fact: when it was known, and what it said then."""
    heading = [
        ("known_on", say("Known since")),
        ("change", say("What changed")),
        ("act", say("By the act")),
        ("at", say("Entered")),
    ]
    rows = []
    before: dict[str, Any] = {}
    for version in store.history(noun, value_id):
        after = to_plain(version.value)
        rows.append(
            {
                "known_on": cells.day(version.known_on),
                "change": _change(before, after),
                "act": words.plain(version.act),
                "at": version.at,
            }
        )
        before = after
    empty = say("No history is kept for this view.")
    return tables.table("history", say("History"), heading, rows, empty=empty)


def _change(before: dict[str, Any], after: dict[str, Any]) -> str:
    if not before:
        return say_as("change", "entered")
    changed = [k for k in dict.fromkeys([*before, *after]) if before.get(k) != after.get(k)]
    if not changed:
        return say_as("change", "confirmed")
    return say("changed: {fields}", fields=say(", ").join(words.field(k) for k in changed))


def _named_by(look: Look, noun: str, value_id: str) -> tables.Table:
    """Facts that name this one."""
    rows = []
    for name, kind in NOUNS.items():
        if kind is Withholding or not look.may_list(kind):
            continue
        for shape in shapes(kind):
            if shape.refers_to not in (noun, "*") or shape.name == "sources":
                continue
            wanted = f"{noun}/{value_id}" if shape.refers_to == "*" else value_id
            rows += [
                {
                    "noun": words.noun(name),
                    "field": words.field(shape.name),
                    "value": cells.text(heads.title(look, value), href=look.fact(value)),
                }
                for value in look.having(kind, shape.name, wanted)
            ]
    heading = [("noun", say("Kind")), ("field", say("As its")), ("value", say("Fact"))]
    return tables.table("named_by", say("Facts that name this one"), heading, rows)
