"""People and bodies of a corpus, as its lists name them."""

from typing import Any

from headway.domain.parties import Body
from headway.domain.wording import Wording
from headway.intake.drafts import id_from
from headway.intake.transcripts import People, language_tag
from headway.intake.xml_files import below, children, text_in

ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PARTS = ("forename", "nameLink", "surname")
_FAMILY_FIRST = ("hu", "ja", "ko", "zh")
_KINDS: dict[str, Any] = {
    "parliament": "legislature",
    "government": "ministry",
    "ministry": "ministry",
    "republic": "other",
}


def take_people(header: Any, language: str, people: People) -> None:
    """Everybody listed under an element, with the body that each belonged to last."""
    for one in below(header, "org"):
        _org(one, language, people)
    for one in below(header, "person"):
        key = one.get(ID, "")
        name = _name(one, language)
        if key and name is not None:
            people.names.setdefault(key, name)
            body = _body_of(one, people)
            if body:
                people.body.setdefault(key, body)


def tongue(element: Any, language: str) -> str:
    """The language an element says it is in, else the one given."""
    own = language_tag(element.get(LANG, "")) if element.get(LANG) else "und"
    return language if own == "und" else own


def _name(person: Any, language: str) -> Wording | None:
    pairs: dict[str, str] = {}
    names = list(children(person, "persName"))
    current = [one for one in names if not one.get("to")] or names
    for one in current:
        spoken = tongue(one, language)
        order = _PARTS[::-1] if spoken.split("-")[0] in _FAMILY_FIRST else _PARTS
        parts = [text_in(part) for name in order for part in below(one, name)]
        text = " ".join(part for part in parts if part) or text_in(one)
        if text:
            pairs.setdefault(spoken, text[:200])
    return Wording(pairs) if pairs else None


def _org(one: Any, language: str, people: People) -> None:
    key = one.get(ID, "")
    pairs: dict[str, str] = {}
    names = list(children(one, "orgName"))
    for name in [n for n in names if n.get("full") != "abb"] or names:
        if text := text_in(name):
            pairs.setdefault(tongue(name, language), text[:200])
    if key and pairs:
        role = one.get("role", "")
        kind = _KINDS.get(role, "other")
        people.bodies.setdefault(key, Body(id=id_from(key), name=Wording(pairs), kind=kind))


def _body_of(person: Any, people: People) -> str:
    """The body of the affiliation that lasts, else of the latest; parliament itself comes last."""
    held = [
        (not one.get("to"), one.get("from", ""), number, ref)
        for number, one in enumerate(children(person, "affiliation"))
        if (ref := one.get("ref", "").lstrip("#").split(" ")[0]) in people.bodies
    ]
    others = [one for one in held if people.bodies[one[3]].kind != "legislature"]
    return max(others or held)[3] if held else ""
