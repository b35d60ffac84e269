"""The fixed words of an assessment in each language it may be written in."""

import csv
from functools import cache
from importlib import resources

from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue

LANGUAGES = ("en", "fr", "zh")

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


@cache
def _table() -> dict[str, dict[str, str]]:
    file = resources.files("headway.assessments").joinpath("words.tsv")
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["key"]: row for row in rows}


def word(key: str, language: str) -> str:
    """The words of a key in a language, in English where the language has none."""
    return _table()[key].get(_base(language)) or _table()[key]["en"]


def keys() -> tuple[str, ...]:
    """All keys there are words for."""
    return tuple(_table())


def has(key: str) -> bool:
    """Whether there are words for a key."""
    return key in _table()


def check_language(language: str) -> str:
    """The language itself; BadInput when an assessment cannot be drafted in it."""
    if _base(language) not in LANGUAGES:
        raise BadInput(
            f"an assessment cannot be drafted in {language!r}; use one of {', '.join(LANGUAGES)}"
        )
    return language


def _base(language: str) -> str:
    return language.split("-")[0]


def day(date: PartialDate | None, language: str) -> str:
    """A day as it is written in that language; a partial day stays partial."""
    if date is None:
        return word("not given", language)
    parts = [int(part) for part in str(date).split("-")]
    if _base(language) == "zh":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    months = _MONTHS.get(_base(language), _MONTHS["en"]).split()
    named = [str(parts[2])] if len(parts) == 3 else []
    named += [months[parts[1] - 1]] if len(parts) > 1 else []
    return " ".join([*named, str(parts[0])])


def written_day(written: str, language: str) -> str:
    """A day in ISO 8601 as it is written in that language; what is no day stays as it is."""
    try:
        return day(PartialDate(written), language) if written else ""
    except BadValue:
        return written


def joined(parts: list[str], language: str) -> str:
    """Several short texts as one, with the comma of the language."""
    return ("、" if _base(language) == "zh" else ", ").join(parts)
