"""The language that is spoken now, with its catalogue and the habits of its numbers."""

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
