"""The sides that documents name: parties a record has already, states by name, or new ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from headway.domain.corpus import Corpus
from headway.domain.parties import Party
from headway.domain.wording import Wording
from headway.intake.drafts import id_from
from headway.intake.states import state_called

NOBODY = frozenset("我对對双雙各该該贵貴两兩官一本")
"""What stands before 方 and names no side."""


def sides_of(corpus: Corpus) -> dict[str, str]:
    """Every name, code and id of the parties of a record, each with the id of its party."""
    found: dict[str, str] = {}
    for party in corpus.all(Party):
        for name in (*party.name.values(), party.country, party.id):
            if name:
                found.setdefault(name, party.id)
    return found


@dataclass(slots=True)
class Sides:
    """Names to parties; `new` holds those that had to be made.

    `known` maps names to ids of parties that a record has. Names are compared without case;
    several names of one state are one side.
    """

    known: Mapping[str, str]
    new: dict[str, Party] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ids = {name.casefold(): party for name, party in self.known.items()}

    def labels(self) -> tuple[str, ...]:
        """The names known so far that may stand alone as the label of a speaker; no codes."""
        return tuple(name for name in self._ids if len(name) > (3 if name.isascii() else 1))

    def known_as(self, name: str) -> str | None:
        """The id of a side under one of its names known so far, or None."""
        return self._ids.get(" ".join(name.split()).casefold())

    def also(self, name: str, party: str) -> None:
        """Take a name as one more of a side's."""
        self._ids.setdefault(" ".join(name.split()).casefold(), party)

    def is_strange(self, name: str) -> bool:
        """Whether a name is none of a side known so far, nor of a state that is one."""
        key = " ".join(name.split()).casefold()
        return key not in NOBODY and key not in self._ids and self._known_state(key) is None

    def id_of(self, name: str, language: str = "en") -> str | None:
        """The id of the side of that name, a new one where there was none; None for nobody."""
        key = " ".join(name.split()).casefold()
        if not key or key in NOBODY:
            return None
        if key not in self._ids:
            self._ids[key] = self._known_state(key) or self._made(name, language)
        return self._ids[key]

    def _known_state(self, key: str) -> str | None:
        """The party that has this state under another of its names."""
        state = state_called(key)
        names = (*state.name.values(), state.code, state.alpha2) if state else ()
        return next((self._ids[n.casefold()] for n in names if n.casefold() in self._ids), None)

    def _made(self, name: str, language: str) -> str:
        state = state_called(name)
        wording = state.name if state else Wording({language: " ".join(name.split())})
        wanted = party_id = id_from(wording.within("en"), "side")
        number = 1
        taken = set(self._ids.values())
        while party_id in taken:
            number += 1
            party_id = f"{wanted}.{number}"
        country = state.alpha2 if state else ""
        self.new[party_id] = Party(id=party_id, name=wording, country=country)
        if state:
            for other in (*wording.values(), state.code, state.alpha2):
                self._ids.setdefault(other.casefold(), party_id)
        return party_id
