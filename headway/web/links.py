"""Links from a row to the page of what it names: persons, bodies, concerns; codes as cells."""

from typing import Any

from headway.domain.concerns import Concern
from headway.domain.parties import Body, Person
from headway.domain.values import Code
from headway.phrases import say
from headway.web import words
from headway.web.look import Look


def person(look: Look, person_id: str | None) -> Any:
    """A link to a person's page by name; words where this view has no name."""
    found = look.get(Person, person_id)
    if found is None:
        return say("not named")
    return look.worded(found.name, look.link("persons", found.id))


def person_name(look: Look, person_id: str | None) -> str:
    """The name of a person, or nothing."""
    found = look.get(Person, person_id)
    return found.name.within(look.language) if found else ""


def body(look: Look, body_id: str | None) -> dict[str, Any] | None:
    """A link to a body's page by its name, or None."""
    found = look.get(Body, body_id)
    return look.worded(found.name, look.link("bodies", found.id)) if found else None


def concern(look: Look, concern_id: str | None) -> dict[str, Any] | None:
    """A link to a concern's page by its title, or None."""
    found = look.get(Concern, concern_id)
    return look.worded(found.title, look.link("concerns", found.id)) if found else None


def concern_name(look: Look, concern_id: str | None) -> str:
    """The title of a concern, or nothing."""
    found = look.get(Concern, concern_id)
    return found.title.within(look.language) if found else ""


def code(value: Code) -> dict[str, str]:
    """One of the seven codes as a cell that carries its mark."""
    return {"text": words.CODES[value][0], "code": value}
