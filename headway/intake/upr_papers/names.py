"""Names of States as papers of the United Nations write them."""

import re

from headway.intake.states import State, state_called

_TURNED = re.compile(r"(?P<what>[\w ]*(?:Republic|State|Kingdom)) of (?P<name>.+)", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
_AFTER = re.compile(r"\s*(?:[;.,(]|and\b|\Z)")


def state_of(name: str) -> State | None:
    """The State of a name, `Plurinational State of Bolivia` and `the Bahamas` among them."""
    plain = " ".join(name.split()).strip(" ;.,")
    found = state_called(plain) or state_called(plain.removeprefix("the ").removeprefix("The "))
    if found:
        return found
    turned = _TURNED.fullmatch(plain.removeprefix("the ").removeprefix("The "))
    if not turned:
        return None
    what, bare = turned.group("what"), turned.group("name")
    return state_called(f"{bare} ({what} of)") or state_called(bare)


def state_named(name: str) -> str:
    """The English name of a State, or nothing."""
    found = state_of(name)
    return found.name.within("en") if found else ""


def recommenders(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The States in brackets at the end of what they recommend, and names there nobody knows."""
    known: list[str] = []
    strange: list[str] = []
    for found in _BRACKETS.finditer(text):
        if not _AFTER.match(text, found.end()) or any(c.isdigit() for c in found.group(1)):
            continue
        for name in re.split(r"\s*[;,]\s*(?:and\s+)?", found.group(1)):
            state = state_named(name)
            if state:
                known.append(state)
            elif _ends_one(text, found.end()):
                strange.append(name)
    return tuple(dict.fromkeys(known)), tuple(dict.fromkeys(strange))


def _ends_one(text: str, end: int) -> bool:
    """Whether what follows is the end of a recommendation: a semicolon, a full stop, nothing."""
    return text[end:].strip()[:1] in ("", ";", ".", "(")


def spoken_by(text: str) -> State | None:
    """The State that a paragraph of the proceedings begins with: `Rwanda commended ...`."""
    words = text.removeprefix("The delegation of ").split()
    for count in range(min(9, len(words)), 0, -1):
        name = " ".join(words[:count])
        if name[-1:] not in ",.;:" and (state := state_of(name)):
            return state
    return None
