"""The place in a text where a search found something, with the found words marked."""

import re
import unicodedata

Part = tuple[str, bool]
"""A piece of text, and whether it is what was looked for."""

AROUND = 90


def snippet_of(text: str, query: str, around: int = AROUND) -> tuple[Part, ...]:
    """Up to `around` code points either side of the first hit, split at the found words."""
    pattern = _pattern(query)
    plain = _plain(text)
    first = pattern.search(plain) if pattern else None
    if pattern is None or first is None:
        short = text[: 2 * around].strip()
        return ((short + ("…" if len(text) > 2 * around else ""), False),)
    begin, end = max(0, first.start() - around), min(len(text), first.end() + around)
    parts: list[Part] = [("…", False)] if begin else []
    position = begin
    for found in pattern.finditer(plain, begin, end):
        parts += [
            (text[position : found.start()], False),
            (text[found.start() : found.end()], True),
        ]
        position = found.end()
    parts.append((text[position:end] + ("…" if end < len(text) else ""), False))
    return tuple((" ".join(words.split("\n")), is_hit) for words, is_hit in parts if words)


def _pattern(query: str) -> re.Pattern[str] | None:
    words = re.findall(r'"([^"]+)"|(\S+)', _plain(query.replace("“", '"').replace("”", '"')))
    forms = []
    for phrase, word in words:
        tokens = re.findall(r"\w+", phrase or word)
        if tokens:
            forms.append(r"\W+".join(_bounded(token) for token in tokens))
    return re.compile("|".join(forms)) if forms else None


def _bounded(token: str) -> str:
    # an ideograph has no word boundary; letters and digits do
    escaped = re.escape(token)
    return escaped if ord(token[0]) > 0x2E7F else rf"\b{escaped}\b"


def _plain(text: str) -> str:
    """The text without case and accents, one code point for one, so that places stay."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(char): _plain_char(char) for char in set(text)})


def _plain_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    lowered = unicodedata.normalize("NFD", char)[0].casefold()
    return lowered[0] if lowered else char
