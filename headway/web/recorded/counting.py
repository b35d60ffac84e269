"""What a count of facts is, and the ways through a record that counts share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from headway.domain.concerns import Concern
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.values import Value
from headway.phrases import listing, number, say
from headway.web.look import Look

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Recorded:
    """How much is on record, in words with the count first, and the page where it stands."""

    count: int
    sentence: str
    href: str


Fact = Callable[[Look, Dialogue], Recorded]


def page_of(look: Look, dialogue: Dialogue, *parts: str, **query: str) -> str:
    """The address of a page of a dialogue."""
    return look.link("dialogues", dialogue.id, *parts, **query)


def at_rounds(look: Look, dialogue: Dialogue, noun: type[V]) -> list[V]:
    """The facts of a noun that hang on the rounds of a dialogue."""
    rounds = look.having(Round, "dialogue", dialogue.id)
    return [value for r in rounds for value in look.having(noun, "round", r.id)]


def on_concerns(look: Look, dialogue: Dialogue, noun: type[V]) -> list[V]:
    """The facts of a noun that hang on the concerns of a dialogue."""
    concerns = look.having(Concern, "dialogue", dialogue.id)
    return [value for c in concerns for value in look.having(noun, "concern", c.id)]


def by_each(look: Look, dialogue: Dialogue, parties: Sequence[str | None]) -> str:
    """How many name each side, both in the order of the page."""
    return listing(
        [
            say(
                "{count} by {party}", count=number(parties.count(p.id)), party=look.party_name(p.id)
            )
            for p in look.sides(dialogue)
        ]
    )


def of_each(look: Look, dialogue: Dialogue, parties: Sequence[str]) -> str:
    """How many are of each side, in words."""
    return listing(
        [
            say(
                "{count} of {party}", count=number(parties.count(p.id)), party=look.party_name(p.id)
            )
            for p in look.sides(dialogue)
        ]
    )
