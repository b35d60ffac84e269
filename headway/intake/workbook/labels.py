"""What people read in the workbook: headings, explanations, examples and the words of codes."""

from collections.abc import Mapping
from functools import cache

from headway.domain.shape import Shape
from headway.domain.views import LABELS
from headway.intake.workbook.sheets import Column, Sheet, laid_out, sheet_of
from headway.intake.workbook.words import LANGUAGES, first, folded, has, word

_FILES = {"text": "text_file", "original": "original"}
_BY_NAME = ("label", "known_on", "languages", "language", "country", "group", "dialogue", "id")


@cache
def headings(sheet: Sheet, language: str) -> tuple[str, ...]:
    """The headings of a sheet in order, each unlike the others: a later twin names its block.

    Columns that are folded away give way to those that are shown.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for place, block, column in sorted(laid_out(sheet), key=lambda one: not one[2].shown):
        label = _label(column, language)
        if folded(label) in taken:
            label = f"{word('block', block.noun, language)}: {label}"
        taken.add(folded(label))
        found[place] = label
    return tuple(found[place] for place in sorted(found))


def _label(column: Column, language: str) -> str:
    name = column.shape.name
    label = first("head", (f"{column.noun}.{name}", name), language) or name.replace("_", " ")
    if column.part == "others":
        return word("head", "others", language).format(label)
    return label


def explanation(column: Column, language: str) -> str:
    """What to write into a column, in one or two short sentences."""
    shape = column.shape
    parts = []
    if needed(column):
        parts.append(word("help", "needed", language))
    parts.append(_how(column, language))
    if shape.many and shape.kind != "wording":
        parts.append(word("help", "many", language))
    gap = "" if language == "zh" else " "
    return gap.join(part for part in parts if part)


def _how(column: Column, language: str) -> str:
    shape = column.shape
    own = f"{column.noun}.{shape.name}"
    if column.part == "others":
        return word("help", "others", language)
    if has("help", own):
        return word("help", own, language)
    if shape.name in _FILES and shape.kind == "text":
        return word("help", _FILES[shape.name], language)
    if shape.name in _BY_NAME and has("help", shape.name):
        return word("help", shape.name, language)
    if shape.refers_to:
        title = word("sheet", sheet_of(shape.refers_to).key, language)
        return word("help", "reference", language).format(title)
    return word("help", shape.kind, language)


def _has_default(column: Column) -> bool:
    """Whether a needed field may stay empty because the row or the workbook says it already."""
    own = f"{column.noun}.{column.shape.name}"
    if column.shape.name == "id":
        return column.noun != "IndividualCase"
    return column.shape.name == "dialogue" or own in DEFAULTED


DEFAULTED: Mapping[str, tuple[str, str]] = {
    "Person.party": ("body", "party"),
    "Delegate.party": ("person", "party"),
    "Staffing.party": ("body", "party"),
    "Question.asked_by": ("concern", "raised_by"),
    "Question.asked_of": ("concern", "about"),
}
"""Fields that may stay empty: the field that names another value, and that value's field."""


def needed(column: Column) -> bool:
    """Whether a value cannot do without this column."""
    own = f"{column.noun}.{column.shape.name}"
    if column.part == "others" or own == "Dialogue.parties":
        return False
    return column.shape.required and not _has_default(column)


def example(column: Column, language: str) -> str:
    """What the example row has in this column; mostly nothing."""
    own = f"{column.noun}.{column.shape.name}"
    return word("example", own, language) if column.part == "main" else ""


# -- codes as words ----------------------------------------------------------------------------


def codes(noun: str, shape: Shape) -> tuple[str, ...]:
    """The codes a column offers; empty where it offers none."""
    if shape.name == "label":
        return LABELS
    return ("yes", "no") if shape.kind == "boolean" else shape.choices


def code_word(noun: str, shape: Shape, code: str, language: str) -> str:
    """A code as people read it; the code itself where we have no word."""
    if shape.name == "label":
        keys: tuple[str, ...] = (f"label.{code}",)
    elif shape.kind == "boolean":
        keys = (f"boolean.{code}",)
    elif "not_looked" in shape.choices and "withheld" in shape.choices:
        keys = (f"Code.{code}",)
    else:
        keys = (f"{noun}.{shape.name}.{code}", code)
    return first("choice", keys, language) or code


def code_of(noun: str, shape: Shape, text: str) -> str | None:
    """The code that a code, or its word in any language, means; None when it is neither."""
    wanted = folded(text)
    for code in codes(noun, shape):
        if wanted == folded(code):
            return code
        if any(wanted == folded(code_word(noun, shape, code, lang)) for lang in LANGUAGES):
            return code
    return None
