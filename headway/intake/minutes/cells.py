"""What a cell of the template means, and what is written into one; each is the other's inverse."""

import re
from collections.abc import Mapping
from typing import Any

from headway.domain.errors import BadValue
from headway.domain.shape import Shape
from headway.domain.wording import Wording
from headway.intake.minutes.words import is_word
from headway.intake.workbook.contents import text_of, wording_of, wording_texts

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*:.*\S", re.ASCII)
_TOKEN = re.compile(r"([A-Z][A-Za-z]+)=([\w.,-]+)")


def is_empty(text: str) -> bool:
    """Whether nothing was entered: blanks, or what a list shows before a choice."""
    return not text.strip() or is_word(text, "text", "choose")


def parts_of_wording(text: str) -> tuple[str, str]:
    """The text in the language of the template, and the lines (`fr: ...`) in others."""
    lines = text.split("\n")
    first = len(lines)
    while first and _LANGUAGE.match(lines[first - 1]):
        first -= 1
    return "\n".join(lines[:first]), "\n".join(lines[first:])


def first_text(cell: str) -> str:
    """One of the texts of a wording as it stands in a cell: the main one where there is one."""
    main, others = parts_of_wording(cell)
    if main.strip():
        return main.strip()
    try:
        return next(iter(wording_of("", others, "").values()), "").strip()
    except BadValue:
        return others


def wording_text(content: Wording | None, language: str) -> str:
    """The cell that reads back as this wording."""
    if content is None:
        return ""
    main, others = wording_texts(content, language)
    simple = "\n".join(part for part in (main, others) if part)
    try:
        again = Wording(wording_of(*parts_of_wording(simple), language))
    except BadValue:
        again = None
    if again == content:
        return simple
    return wording_texts(content, "")[1]


def cell_text(noun: str, shape: Shape, content: Any, language: str) -> str:
    """The cell that reads back as this content of a field."""
    if shape.kind == "wording":
        return wording_text(content, language)
    return str(text_of(noun, shape, content, language))


def ids_in(text: str) -> Mapping[str, str]:
    """The ids that the last column names, by noun."""
    return dict(_TOKEN.findall(text))


def ids_text(ids: Mapping[str, str]) -> str:
    """What the last column says: which values of the record a row speaks of."""
    return " ".join(f"{noun}={value_id}" for noun, value_id in ids.items() if value_id)
