"""The words of the workbook in English, French and Chinese, from one table of ours."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from headway.domain.errors import BadValue

LANGUAGES = ("en", "fr", "zh")


@cache
def words_of(package: str) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The table `words.tsv` of a package: words by kind and key, one a language."""
    text = resources.files(package).joinpath("words.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {(row["what"], row["key"]): {lang: row[lang] for lang in LANGUAGES} for row in rows}


def has(what: str, key: str) -> bool:
    """Whether there is a word of that kind."""
    return (what, key) in words_of(__package__)


def word(what: str, key: str, language: str) -> str:
    """The word of a kind (`sheet`, `head`, `help`, `text` ...) in a language; empty without one."""
    return words_of(__package__).get((what, key), {}).get(language, "")


def first(what: str, keys: tuple[str, ...], language: str) -> str:
    """The word of the first key that there is."""
    return next((word(what, key, language) for key in keys if has(what, key)), "")


def check_language(language: str) -> str:
    """The language itself; BadValue when the workbook is not written in it."""
    if language not in LANGUAGES:
        raise BadValue(f"no workbook is written in {language!r}; choose {', '.join(LANGUAGES)}")
    return language


def folded(text: str) -> str:
    """A text as headings and names are compared: blanks and case do not matter."""
    return " ".join(text.split()).casefold()
