"""For which round and which side a row of a list stands, by what the record has already."""

from dataclasses import dataclass, field

from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.intake.delegates import roles
from headway.intake.documents import Setting
from headway.intake.sides import Sides
from headway.intake.states import state_called


@dataclass(slots=True)
class Places:
    """Rounds and sides: what the command says, else the row, else what stands above it."""

    record: Corpus
    setting: Setting
    sides: Sides
    beyond: set[str] = field(default_factory=set)
    _numbered: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        dialogue = self.dialogue
        if dialogue is not None:
            held = self.record.having(Round, "dialogue", dialogue.id)
            self._numbered = {one.number: one.id for one in held if one.number is not None}

    @property
    def dialogue(self) -> Dialogue | None:
        """The dialogue that is meant: the one named, that of the round, or the only one."""
        held = self.record.get(Round, self.setting.round)
        named = self.setting.dialogue or (held.dialogue if held else None)
        if named:
            return self.record.get(Dialogue, named)
        there = self.record.all(Dialogue)
        return there[0] if len(there) == 1 else None

    def round_of(self, cell: str, above: str) -> str:
        """The id of the round of a row; BadInput when nobody says or the record has none such."""
        if self.setting.round:
            return self.setting.round
        if self.record.get(Round, cell) is not None:
            return cell
        number = int(cell) if cell.isascii() and cell.isdecimal() else roles.round_number(cell)
        if number is None and not cell:
            number = roles.round_number(above)
        if number is None:
            said = f"{cell[:40]!r} is no round" if cell else "nobody says which round this is"
            raise BadInput(f"{said}; give --round with the id of one of the record")
        if self.dialogue is None:
            raise BadInput("nobody says which dialogue this is; give --dialogue with its id")
        if number not in self._numbered:
            raise BadInput(
                f"the record has no round {number} of {self.dialogue.id}; load the round first,"
                " or give --round"
            )
        return self._numbered[number]

    def side_of(self, code: str, name: str, group: str | None) -> str:
        """The id of the side of a row; BadInput when nobody says."""
        if code or name:
            return self._named(code, name)
        found = group or self.setting.party
        if not found:
            raise BadInput("nobody says which side this is; give --party with its id")
        return self.sides.id_of(found) or found

    def _named(self, code: str, name: str) -> str:
        written = code if code and (state_called(code) or not name) else name
        party = self.sides.id_of(written) or written
        dialogue = self.dialogue
        if dialogue is not None and party not in dialogue.parties:
            if dialogue.kind == "dialogue":
                raise BadInput(
                    f"{written!r} is no side of {dialogue.id}; its sides are"
                    f" {', '.join(dialogue.parties)}"
                )
            self.beyond.add(party)
        return party

    def side_in(self, text: str) -> str | None:
        """The id of the side that a heading or title names, by name or as `Canadian delegation`."""
        inside = roles.inside_group(text)
        names = {one.casefold() for one in self.sides.known}
        if inside.casefold() in names or state_called(inside):
            return self.sides.id_of(inside)
        return self._by_adjective(inside)

    def _by_adjective(self, word: str) -> str | None:
        """`Chinese` is China's and `canadienne` Canada's, when only one known side begins so."""
        begin = word.casefold()[:4]
        if len(begin) < 4 or not begin.isalpha():
            return None
        found = {
            party for name, party in self.sides.known.items() if name.casefold().startswith(begin)
        }
        return found.pop() if len(found) == 1 else None
