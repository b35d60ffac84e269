"""The language that is spoken now, and messages said in it."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "fr", "zh-Hans")
NAMES = {"en": "English", "fr": "Français", "zh-Hans": "中文"}
"""Every language named in itself."""

_CONTEXT = "\x04"  # how gettext parts a context from its message


@dataclass(frozen=True, slots=True)
class Speech:
    """A language with its catalogue and the habits of its numbers.

    `group` stands between thousands, `point` before decimals, `before_percent` before the sign.
    `fraction` is the whole number whose plural form a broken number such as 1.5 takes, or 0 for
    that of its whole part.
    """

    language: str
    catalogue: gettext.NullTranslations
    group: str = ","
    point: str = "."
    before_percent: str = " "
    fraction: int = 2


_HABITS: dict[str, dict[str, Any]] = {
    "fr": {"group": "\u202f", "point": ",", "before_percent": "\u202f", "fraction": 0},
    "zh-Hans": {"group": "", "before_percent": ""},
}


@cache
def speech_of(language: str) -> Speech:
    """The speech of one of `LANGUAGES`; KeyError for any other."""
    if language == "en":
        return Speech("en", gettext.NullTranslations())
    habits = _HABITS[language]
    file = resources.files(__package__) / "locale" / language.replace("-", "_")
    with (file / "LC_MESSAGES" / "headway.mo").open("rb") as stream:
        return Speech(language, gettext.GNUTranslations(stream), **habits)


_now: ContextVar[Speech | None] = ContextVar("headway_speech", default=None)


def current() -> Speech:
    """The speech that is spoken now; English unless somebody asked for another."""
    return _now.get() or speech_of("en")


def spoken() -> str:
    """The language that is spoken now."""
    return current().language


@contextmanager
def speaking(language: str | Speech) -> Iterator[None]:
    """Everything said inside is said in that language."""
    token = _now.set(language if isinstance(language, Speech) else speech_of(language))
    try:
        yield
    finally:
        _now.reset(token)


def phrase(message: str) -> str:
    """Marks a message that is said later, with `say`."""
    return message


def phrase_as(context: str, message: str) -> str:
    """Marks a message of one meaning among several, said later with `say`."""
    return f"{context}{_CONTEXT}{message}"


def phrases(one: str, many: str) -> tuple[str, str]:
    """Marks a message of two forms that is said later, with `says(*marked, count)`."""
    return one, many


def say(message: str, /, **values: object) -> str:
    """A message in the language spoken now, with its placeholders filled."""
    if not message:
        return ""
    return _filled(current().catalogue.gettext(message), values)


def say_as(context: str, message: str, /, **values: object) -> str:
    """A message of one meaning among several; the context tells which."""
    return say(phrase_as(context, message), **values)


def says(one: str, many: str, count: float, /, **values: object) -> str:
    """A message in the form its count asks for; `{count}` is filled unless it is given."""
    now = current()
    found = now.catalogue.ngettext(one, many, _whole(now, count))
    return _filled(found, {"count": number(count)} | values)


def says_as(context: str, one: str, many: str, count: float, /, **values: object) -> str:
    """As `says`, for one meaning among several."""
    return says(phrase_as(context, one), phrase_as(context, many), count, **values)


def number(value: float) -> str:
    """A count as people write it: `7`, `1,204`, `2.5`; `1 204` in French, `1204` in Chinese."""
    now = current()
    plain = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return plain.translate({ord(","): now.group, ord("."): now.point})


def _whole(now: Speech, count: float) -> int:
    if float(count).is_integer():
        return int(count)
    return now.fraction or int(count)


def _filled(message: str, values: dict[str, Any]) -> str:
    plain = message.rpartition(_CONTEXT)[2]
    return plain.format(**values) if values else plain.replace("{{", "{").replace("}}", "}")
