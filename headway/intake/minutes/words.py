"""The words of the minute template, in the three languages of the workbook and after its words."""

from headway.domain.errors import BadValue
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, shapes
from headway.intake.workbook import words as workbook_words
from headway.intake.workbook.words import folded

LANGUAGES = {"en": "en", "fr": "fr", "zh-Hans": "zh"}
"""Language of the template as it is asked for, and as wordings and tables of words name it."""

__all__ = ["LANGUAGES", "ONES", "folded", "heading", "is_word", "language_of", "shape_of", "word"]

ONES = tuple(LANGUAGES.values())


def language_of(asked: str) -> str:
    """The language as tables of words name it; BadValue when no template is written in it."""
    if asked not in LANGUAGES:
        raise BadValue(f"no minute template is written in {asked!r}; choose {', '.join(LANGUAGES)}")
    return LANGUAGES[asked]


def word(what: str, key: str, language: str) -> str:
    """A word of the template; empty where there is none."""
    return workbook_words.words_of(__package__).get((what, key), {}).get(language, "")


def is_word(text: str, what: str, *keys: str) -> bool:
    """Whether a text is one of these words in any language."""
    wanted = folded(text)
    return bool(wanted) and any(
        wanted == folded(word(what, key, language)) for key in keys for language in ONES
    )


def shape_of(noun: str, field: str) -> Shape:
    """The shape of a field of a noun."""
    return next(shape for shape in shapes(NOUNS[noun]) if shape.name == field)


def heading(noun: str, field: str, language: str) -> str:
    """What stands above or beside the entries of a field."""
    own = f"{noun}.{field}"
    return word("head", own, language) or workbook_words.first("head", (own, field), language)
