"""Plain data for what stands on a page: texts with their language, links, dates."""

from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.wording import Wording
from headway.phrases import day_words, days_words, say, semicolons, spoken

__all__ = [
    "as_line",
    "day",
    "day_words",
    "days_words",
    "direction",
    "not_given",
    "span",
    "text",
    "versions",
    "worded",
]

Cell = dict[str, Any] | list[Any] | str | int | float | None

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "yi", "dv", "ckb", "ug"})


def direction(language: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`; a script subtag decides."""
    parts = language.split("-")
    if len(parts) > 1 and parts[1].title() in ("Latn", "Cyrl", "Hans", "Hant"):
        return "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT or "Arab" in parts else "ltr"


def not_given() -> str:
    """What stands where the record gives nothing."""
    return say("not given")


def text(content: str, language: str = "", href: str | None = None) -> dict[str, Any]:
    """A text as plain data; its language is named where it is not that of the page."""
    cell: dict[str, Any] = {"text": content}
    if language and language != spoken():
        cell |= {"lang": language, "dir": direction(language)}
    return cell | ({"href": href} if href else {})


def worded(
    wording: Wording | None, language: str = "en", href: str | None = None
) -> dict[str, Any] | None:
    """The text of a wording that a reader of `language` is shown, or None."""
    if wording is None:
        return None
    return text(wording.within(language), wording.language_shown(language), href)


def versions(wording: Wording | None) -> list[dict[str, Any]]:
    """Every language version of a wording, in the order given."""
    return [text(words, tag) for tag, words in wording.items()] if wording else []


def day(date: PartialDate | None) -> dict[str, Any] | None:
    """A date as a reader's words and as ISO 8601, or None."""
    if date is None:
        return None
    return {"text": day_words(date), "date": str(date)}


def span(began: PartialDate, ended: PartialDate | None) -> dict[str, Any]:
    """Two days as one cell; its machine form is the first day, or `first/last`."""
    iso = str(began) if ended is None or ended == began else f"{began}/{ended}"
    return {"text": days_words(began, ended), "date": iso}


def as_line(cell: Cell) -> str:
    """What a cell says in a CSV file: dates as ISO 8601, links and languages left out."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return semicolons([as_line(part) for part in cell])
    if isinstance(cell, dict):
        return str(cell.get("date") or cell.get("text", ""))
    return str(cell)
