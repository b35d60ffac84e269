"""Names of parties inside a sentence: French puts an article and a preposition before them.

In a French message `{party:of}` is "de la Chine", `{party:to}` "au Canada", `{party:the}` "la
Chine", `{party:The}` the same at the beginning of a sentence. Other languages write `{party}`.
"""

import re
from string import Formatter
from typing import Any

from headway.phrases.language import spoken

_VOWELS = "aeiouyàâäéèêëîïôöùûü"
_MASCULINE = ("mexique", "cambodge", "mozambique", "zimbabwe", "belize", "suriname")
_PLURAL = (
    "états-", "etats-", "pays-bas", "philippines", "émirats", "maldives", "seychelles", "comores",
    "bahamas", "fidji", "îles", "nations", "samoa américaines",
)  # fmt: skip
_BARE = (
    "cuba", "chypre", "malte", "singapour", "bahreïn", "djibouti", "madagascar", "maurice",
    "monaco", "oman", "haïti", "israël", "saint-", "sainte-", "sao tomé", "tuvalu", "nauru",
    "vanuatu", "kiribati", "antigua", "trinité", "cabo verde", "hong kong", "macao", "taïwan",
)  # fmt: skip
ROLES = frozenset({"the", "The", "of", "to"})
_MARKUP = re.compile(r"<[^>]*>")


def in_sentence(name: str, role: str) -> str:
    """A name as the language spoken now puts it: `of` it, `to` it, `the` or `The` it.

    A name that is a link stays one; article and preposition stand before it.
    """
    if spoken() != "fr":
        return name
    article, bare = _article(name)
    if role == "of":
        return _joined({"le ": "du ", "les ": "des "}.get(article, f"de {article}"), bare)
    if role == "to":
        return _joined({"le ": "au ", "les ": "aux "}.get(article, f"à {article}"), bare)
    return f"{article.capitalize() if role == 'The' else article}{bare}"


class Filler(Formatter):
    """Fills the places of a message; a name may stand in one as `{party:of}`."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        """What fills one place."""
        if format_spec in ROLES:
            return in_sentence(str(value), format_spec)
        return super().format_field(value, format_spec)


def _article(name: str) -> tuple[str, str]:
    """The French article of a country's name (`la `, `le `, `les `, `l’` or none), and the name."""
    for article in ("les ", "le ", "la ", "l’"):
        if name.lower().startswith(article):
            return article, name[len(article) :]
    low = _MARKUP.sub("", name).split(" (")[0].lower()
    if low.startswith(_BARE) or (not low.isascii() and not _is_latin(low)):
        return "", name
    if low.startswith(_PLURAL):
        return "les ", name
    if low[:1] in _VOWELS and low[:1] != "y":
        return "l’", name
    feminine = low.split(" ")[0].endswith("e") and not low.startswith(_MASCULINE)
    return ("la " if feminine else "le "), name


def _is_latin(text: str) -> bool:
    return all(not c.isalpha() or ord(c) < 0x250 for c in text)


def _joined(before: str, name: str) -> str:
    if before == "de " and _MARKUP.sub("", name)[:1].lower() in _VOWELS:
        return f"d’{name}"
    return f"{before}{name}"
