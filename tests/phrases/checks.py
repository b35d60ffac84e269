"""What every catalogue is held against; the broken twins are caught by the same checks."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

from babel.messages import Catalog, Message

_FRENCH = re.compile(r"[ \u00a0][;:?!»%]|«[ \u00a0]|[^\u202f«\W][;?!»%](?![\w/])|\w'\w")
"""A plain blank before or inside French marks, none at all, or a straight apostrophe."""
_MARKUP = re.compile(r"<[^>]*>|https?:\S+|\{[^}]*\}|[\w-]+=\S+")
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!(]|[,;:?!)][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?!\w)")
_PLAIN_WORDS = re.compile(r"[A-Za-z]{2,}")


def forms_of(message: Message) -> tuple[str, ...]:
    """What a message is in the other language: one text, or one for each form."""
    said = message.string
    return tuple(said) if isinstance(said, (tuple, list)) else (said,)


def places(text: str) -> frozenset[str]:
    """The names of the places of a message; how French puts a name in one is left out."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def markup(text: str) -> list[str]:
    """The elements a message holds, languages left out, in no order."""
    return sorted(tag for tag in re.findall(r"</?\w+", text) if tag not in ("<span", "</span"))


def faults(catalog: Catalog, wanted: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue, one line a fault: missing, left over, fuzzy, places ..."""
    asked = {_key(m): m for m in wanted if m.id}
    held = {_key(m): m for m in catalog if m.id}
    yield from (f"missing: {key}" for key in asked.keys() - held.keys())
    yield from (f"no longer said: {key}" for key in held.keys() - asked.keys())
    for key in asked.keys() & held.keys():
        yield from (f"{fault}: {key}" for fault in _faults_of(held[key], str(catalog.locale)))


def _is_broken(text: str) -> bool:
    try:
        places(text)
    except ValueError:
        return True
    return False


def _key(message: Message) -> tuple[str, Any]:
    return (message.context or "", message.id)


def _faults_of(message: Message, locale: str) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    if not all(forms_of(message)):
        yield "not written yet"
        return
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    needed = frozenset().union(*map(places, ids))
    if any(_is_broken(text) for text in forms_of(message)):
        yield "a place without its other brace"
        return
    for text in forms_of(message):
        if places(text) != needed:
            yield f"places {sorted(places(text))} instead of {sorted(needed)}"
        if markup(text) not in [markup(one) for one in ids]:
            yield "other elements than the English"
        bare = _MARKUP.sub(" x ", text)
        if locale.startswith("fr") and _FRENCH.search(bare):
            yield f"French marks want a narrow no-break space ({text!r})"
        if locale.startswith("zh") and _HALF_WIDTH.search(bare.replace(" x ", "")):
            yield f"Chinese wants full-width marks ({text!r})"
