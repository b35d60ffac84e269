"""Messages said in the language that is spoken now."""

from collections.abc import Mapping
from typing import Any

from headway.phrases.language import Speech, current
from headway.phrases.names import Filler

_CONTEXT = "\x04"  # how gettext parts a context from its message
_FILLER = Filler()


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
    return filled(plain, values) if values else plain.replace("{{", "{").replace("}}", "}")


def filled(message: str, values: Mapping[str, Any]) -> str:
    """A message with its places filled; a name may stand in one as `{party:of}`."""
    return _FILLER.vformat(message, (), values)
