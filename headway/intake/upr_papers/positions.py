"""The State's positions on recommendations, its reasons, and the themes they are filed under."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

from headway.intake.upr_papers.paragraphs import MOST_CHARACTERS, numbers_in, paragraphs
from headway.intake.upr_papers.report import position_stated

_THEME = re.compile(r"Theme:\s*(.+)", re.IGNORECASE)
_ENTRY = re.compile(r"(\d{1,3}\.\d{1,3})\s+(\S.*)")
_WORD = {
    "supported": "supported",
    "accepted": "supported",
    "noted": "noted",
    "not supported": "noted",
    "supported/noted": "partly_supported",
    "partially supported": "partly_supported",
    "partly supported": "partly_supported",
}


@dataclass(frozen=True, slots=True)
class Positions:
    """By number of recommendation: the position, and the reason given with it."""

    taken: Mapping[str, str]
    reasons: Mapping[str, str]


def positions_of(text: str) -> Positions:
    """The positions of an addendum: lists of numbers under a verb, and a reason under numbers."""
    taken: dict[str, str] = {}
    reasons: dict[str, str] = {}
    under: tuple[str, ...] = ()
    for one in paragraphs(text):
        if one.number.isdecimal():
            under = ()
            stated = position_stated(one.text)
            for number in numbers_in(one.text) if stated else ():
                taken[number] = stated
        elif one.number:
            under = numbers_in(one.number)
            _add(reasons, under, one.text)
        elif under and not _is_heading(one.text):
            _add(reasons, under, one.text)
    return Positions(taken, reasons)


def _add(reasons: dict[str, str], numbers: tuple[str, ...], text: str) -> None:
    for number in numbers:
        if text and len(reasons.get(number, "")) < MOST_CHARACTERS:
            reasons[number] = f"{reasons[number]}\n{text}" if number in reasons else text


def _is_heading(text: str) -> bool:
    return len(text) < 120 and not text.endswith((".", ":", ";"))


@dataclass(frozen=True, slots=True)
class Filed:
    """A recommendation of a thematic list: its first theme, all themes, words and position."""

    number: str
    theme: str
    themes: tuple[str, ...]
    text: str
    position: str


def filed_in(text: str) -> tuple[Filed, ...]:
    """The entries of a thematic list."""
    found: list[Filed] = []
    theme, now, position = "", ("", ""), ""
    themes: list[str] = []
    collecting = False

    def close() -> None:
        if now[0]:
            every = tuple(dict.fromkeys([theme_of, *themes] if theme_of else themes))
            found.append(Filed(now[0], theme_of, every, now[1].rstrip(" ;"), position))

    theme_of = ""
    for raw in text.splitlines():
        line = " ".join(html.unescape(raw).split())
        heading, entry = _THEME.match(line), _ENTRY.match(line)
        if heading or entry:
            close()
            now, position, themes, collecting = ("", ""), "", [], False
            if heading:
                theme = heading.group(1)
            elif entry:
                now, theme_of = (entry.group(1), entry.group(2)), theme
        elif line.casefold() in _WORD:
            position, collecting = _WORD[line.casefold()], True
        elif collecting and line.startswith("- "):
            themes.append(line.removeprefix("- "))
        elif line:
            collecting = False
    close()
    return tuple(found)
