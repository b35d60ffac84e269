"""Names of parties inside a sentence: French puts an article and a preposition before them.

In a French message `{party:of}` is "de la Chine", `{party:to}` "au Canada", `{party:the}` "la
Chine", `{party:The}` the same at the beginning of a sentence. Other languages write `{party}`.
"""

from headway.phrases.speech import spoken

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
_SPECS = frozenset({"the", "The", "of", "to"})


class Name(str):
    """A name that knows how it stands in a sentence of the language spoken now."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if spec not in _SPECS:
            return str.__format__(self, spec)
        if spoken() != "fr":
            return str(self)
        article, bare = _article(str(self))
        if spec == "of":
            return _joined({"le ": "du ", "les ": "des "}.get(article, f"de {article}"), bare)
        if spec == "to":
            return _joined({"le ": "au ", "les ": "aux "}.get(article, f"à {article}"), bare)
        return f"{article.capitalize() if spec == 'The' else article}{bare}"


def _article(name: str) -> tuple[str, str]:
    """The French article of a country's name (`la `, `le `, `les `, `l’` or none), and the name."""
    for article in ("les ", "le ", "la ", "l’"):
        if name.lower().startswith(article):
            return article, name[len(article) :]
    low = name.split(" (")[0].lower()
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
    if before == "de " and name[:1].lower() in _VOWELS:
        return f"d’{name}"
    return f"{before}{name}"
