"""Shares, lists and days as the language spoken now writes them."""

import math
from collections.abc import Sequence

from headway.phrases.language import current
from headway.phrases.speech import say, say_as


def percent(share: float, digits: int = 0) -> str:
    """A share as percent, halves rounded up: `30 %`, `30%` in Chinese.

    What is more than nothing is never told as 0 %, and less than all never as 100 %: `under 1 %`.
    """
    step = 10.0**-digits
    shown = math.floor(share * 100 / step + 0.5 + 1e-9) * step
    if share > 0 and shown < step / 2:
        return say("under {share}", share=_percent(step, digits))
    if share < 1 and shown > 100 - step / 2:
        return say("over {share}", share=_percent(100 - step, digits))
    return _percent(shown, digits)


def _percent(hundredths: float, digits: int) -> str:
    now = current()
    shown = f"{hundredths:.{digits}f}".replace(".", now.point)
    return f"{shown}{now.before_percent}%"


def listing(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    before = say(", ").join(parts[:-1])
    return say("{before} and {last}", before=before, last=parts[-1])


def semicolons(parts: Sequence[str]) -> str:
    """`a; b; c`."""
    return say("; ").join(parts)


def quoted(text: str) -> str:
    """A text in the quotation marks of the language spoken now."""
    return say("“{text}”", text=text)


def capital(text: str) -> str:
    """A text that begins a line: its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def noun_words(name: str) -> str:
    """The name of a noun as words: `AgendaItem` becomes "Agenda item"."""
    return say_as("noun", spaced(name))


def spaced(name: str) -> str:
    """A name of the code as English words: `AgendaItem` becomes "Agenda item"."""
    return "".join(" " + c.lower() if c.isupper() else c for c in name).strip().capitalize()


def day_words(day: str) -> str:
    """An ISO 8601 date, whole or partial, in words: "4 November 2002", "November 2002", "2002"."""
    parts = str(day).split("-")
    if len(parts) == 1:
        return say("{year}", year=parts[0])
    month, in_month = _months()[int(parts[1]) - 1]
    if len(parts) == 2:
        return month.format(year=parts[0])
    return in_month.format(day=_day(int(parts[2])), year=parts[0])


def days_words(began: str, ended: str | None) -> str:
    """Two days as one span: "3–4 November 2002"."""
    if ended is None or ended == began:
        return day_words(began)
    if len(began) == len(ended) == 10 and began[:7] == ended[:7]:
        days = say("{first}–{last}", first=_day(int(began[8:])), last=str(int(ended[8:])))
        return _months()[int(began[5:7]) - 1][1].format(day=days, year=began[:4])
    return say("{began} to {ended}", began=day_words(began), ended=day_words(ended))


def _day(day: int) -> str:
    return say_as("day of a month", "1") if day == 1 else str(day)


def _months() -> tuple[tuple[str, str], ...]:
    return (
        (say("January {year}"), say("{day} January {year}")),
        (say("February {year}"), say("{day} February {year}")),
        (say("March {year}"), say("{day} March {year}")),
        (say("April {year}"), say("{day} April {year}")),
        (say("May {year}"), say("{day} May {year}")),
        (say("June {year}"), say("{day} June {year}")),
        (say("July {year}"), say("{day} July {year}")),
        (say("August {year}"), say("{day} August {year}")),
        (say("September {year}"), say("{day} September {year}")),
        (say("October {year}"), say("{day} October {year}")),
        (say("November {year}"), say("{day} November {year}")),
        (say("December {year}"), say("{day} December {year}")),
    )
