"""The forms under which a name of the record may stand in a text, in the language of the text.

`find` forms are looked for in a source, so they are few and sure; `accept` forms are taken as a
counterpart, so they are many: a surname, the telling word of a ministry, `our country`.
"""

import re
from typing import Final

_BRACKETS: Final = re.compile(r"\s*[(（\[［][^)）\]］]*[)）\]］]")
_DOT: Final = re.compile(r"[·•・‧]")
_FEWEST_LETTERS: Final = 4
_WORDS: Final = (
    "ministry department office agency administration bureau committee commission council service"
    " services affairs authority national federal state general court supreme parliament office"
    " human rights public ministère département agence administration comité conseil commission"
    " affaires autorité nationale national fédéral droits personne homme cour suprême parlement"
    " générale général public publique direction centre center institute institut association"
    " society société organisation organization union for des les the and pour"
)
_GENERIC: Final = frozenset(_WORDS.split())
_SUFFIX: Final = re.compile(r"(?:委员会|部|署|局|院|会|办公室|司|处)\Z")
_OWN: Final = {
    "en": ("our country", "my country", "your country", "our government", "your government",
           "our side", "your side"),
    "fr": ("notre pays", "votre pays", "mon pays", "notre gouvernement", "votre gouvernement"),
    "zh": ("我国", "我方", "贵国", "贵方", "本国"),
}  # fmt: skip

Forms = tuple[str, ...]


def bare(name: str) -> str:
    """A name without what stands in brackets after it."""
    return _BRACKETS.sub("", name).strip()


def person(name: str, *, family_first: bool = False) -> tuple[Forms, Forms]:
    """The forms to find and to accept of a person; `family_first` for Chinese names in letters."""
    name = bare(name)
    if _is_chinese(name):
        parts = [part for part in _DOT.split(name) if len(part) > 1]
        if len(parts) > 1:
            return (name, parts[-1]), (name, *parts)
        if len(name) >= 4:
            return (name, name[:2]), (name, name[:2])
        return (name,), (name, name[:1])
    words = [word for word in name.split() if len(word) >= _FEWEST_LETTERS]
    if not words:
        return (name,), (name,)
    family = words[0] if family_first else words[-1]
    return (name, family), (name, *words)


def body(name: str) -> tuple[Forms, Forms]:
    """The forms of an institution: its name; as a counterpart its first telling word too."""
    name = bare(name)
    if _is_chinese(name):
        short = _SUFFIX.sub("", name)
        return (name,), (name, short) if len(short) > 1 else (name,)
    words = re.findall(r"[^\W\d_]{4,}", name)
    telling = [word for word in words if word.casefold() not in _GENERIC]
    return (name,), (name, *telling[:1])


def party(name: str, language: str) -> tuple[Forms, Forms]:
    """The forms of a state: its name; as a counterpart its people, its side, `our country`."""
    name = bare(name)
    own = _OWN.get(language, ())
    if _is_chinese(name):
        return (name,), (name, f"{name[:1]}方", f"{name[:1]}国", *own)
    stem = name[:4] if len(name) <= 6 else name[:5]
    return (name,), (name, *own) if " " in name else (name, stem, *own)


def _is_chinese(name: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in name)
