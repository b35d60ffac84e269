"""Cells of the Index as its exports have them: lists, lists written as text, words with tags."""

import re
from html.parser import HTMLParser
from typing import Any, Final

from headway.domain.errors import BadInput

MAX_TEXT = 50_000
MAX_ITEMS = 300
_NAMES: Final = ("name", "title", "label", "value", "text")
_BULLET: Final = re.compile(r"^\s*[-–•]\s*")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_NUMBER: Final = re.compile(r"\d{1,3}")


def as_list(content: Any) -> tuple[str, ...]:
    """The parts of a cell: a list of texts or of objects with a name, or lines with bullets."""
    if content is None:
        return ()
    if isinstance(content, str):
        content = re.split(r"[\r\n]+", content)
    elif not isinstance(content, list):
        raise BadInput("a list of texts was expected and something else stands there")
    if len(content) > MAX_ITEMS:
        raise BadInput(f"a list has more than {MAX_ITEMS} parts")
    parts = (_BULLET.sub("", _named(one)).strip() for one in content)
    return tuple(dict.fromkeys(" ".join(part.split())[:500] for part in parts if part))


def _named(one: Any) -> str:
    if isinstance(one, dict):
        one = next((one[n] for key in _NAMES for n in one if n.casefold() == key), "")
    return _storable(one) if isinstance(one, str) else ""


def as_line(content: Any, name: str) -> str:
    """A cell as one line; a list of one thing is that thing."""
    if isinstance(content, list) and len(content) <= MAX_ITEMS:
        return "; ".join(as_list(content))
    if content is None:
        return ""
    if isinstance(content, bool) or not isinstance(content, str | int | float):
        raise BadInput(f"{name} is no text")
    return " ".join(_storable(str(content)).split())[:2_000]


def as_words(content: Any) -> str:
    """The words of a text, tags of a web page taken off, paragraphs kept apart."""
    if content is None:
        return ""
    if not isinstance(content, str):
        raise BadInput("the text is no text")
    if len(content) > MAX_TEXT:
        raise BadInput(f"the text has more than {MAX_TEXT:,} characters")
    if "<" in content or "&" in content:
        words = _Words()
        words.feed(content)
        words.close()
        content = "".join(words.parts)
    lines = (" ".join(line.split()) for line in _storable(content).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects the words of a fragment of a web page; paragraphs and breaks end a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Words."""
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new paragraph begins on a line of its own."""
        if tag in ("p", "br", "li", "div"):
            self.parts.append("\n")


def as_date(content: Any) -> str:
    """A date as text: the day of a moment; a day written first is turned round."""
    if not isinstance(content, str):
        return ""
    written = content.strip()[:40]
    turned = _DAY_FIRST.match(written)
    if turned:
        day, month, year = turned.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}" if int(month) <= 12 else written
    return written.partition("T")[0].partition(" 0")[0]


def session_number(content: Any) -> int | None:
    """The number in a session such as `34`, `Session 34` or `34th session (2019)`."""
    if isinstance(content, bool) or not isinstance(content, str | int | float):
        return None
    found = _NUMBER.search(str(content))
    return int(found[0]) if found else None


def _storable(text: str) -> str:
    """The text itself; BadInput when it holds what no file can hold."""
    if _NOT_STORABLE.search(text):
        raise BadInput("a text holds characters that no file can hold")
    return text
