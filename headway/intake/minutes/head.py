"""The first table of the minutes: which dialogue, which sides, which round, whose words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from headway.bundle.values import near_misses
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.shape import from_plain
from headway.domain.values import Value
from headway.domain.views import DEFAULT_LABEL, VIEWS, Viewer
from headway.domain.wording import Wording
from headway.intake.drafts import id_from
from headway.intake.minutes.cells import ids_in, is_empty, parts_of_wording
from headway.intake.minutes.layout import HEAD, Field, labels_of_head
from headway.intake.minutes.paper import Rows
from headway.intake.minutes.words import folded, heading, shape_of, word
from headway.intake.sides import Sides
from headway.intake.workbook.contents import content_of, wording_of
from headway.intake.workbook.faults import Faults

V = TypeVar("V", bound=Value)
_LABELS = dict(labels_of_head())
_LEAST_LABELS = 3
_SHAPES = {
    ("Minutes", "fidelity"): ("Rendering", "fidelity"),
    ("Party", "1"): ("Party", "name"),
    ("Party", "2"): ("Party", "name"),
}


def is_head(rows: Rows) -> bool:
    """Whether a table is the first one: enough of its lines begin with our labels."""
    return sum(1 for row in rows if row and folded(row[0]) in _LABELS) >= _LEAST_LABELS


@dataclass(slots=True)
class Head:
    """What the head says; `dialogue`, `round` and `sides` are None or empty where it does not."""

    entries: dict[Field, Any] = field(default_factory=dict)
    places: dict[Field, int] = field(default_factory=dict)
    ids: dict[Field, Mapping[str, str]] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)
    dialogue: Dialogue | None = None
    round: Round | None = None

    def text(self, *one: str) -> str:
        """The entry of a line that is a plain text."""
        return str(self.entries.get((one[0], one[1]), ""))

    def other(self, party: str) -> str | None:
        """The other side."""
        return next((side for side in self.sides if side != party), None)

    @property
    def viewer(self) -> Viewer:
        """For whose eyes the paper was written: the desk's, unless it says another view's."""
        view = self.ids.get(("Dialogue", "title"), {}).get("View", "")
        return Viewer(view if view in VIEWS else DEFAULT_LABEL)

    @property
    def last_day(self) -> PartialDate | None:
        """The last day of the round as far as the head says."""
        return (self.round.ended_on or self.round.began_on) if self.round else None


class HeadReader:
    """Reads the head against what a record has already, if there is one."""

    def __init__(
        self, title: str, language: str, sides: Sides, record: Corpus | None, faults: Faults
    ) -> None:
        self.title, self.language, self.sides = title, language, sides
        self.record, self.faults = record, faults
        self.head = Head()

    def read(self, rows: Rows) -> Head:
        """What the rows say; what they do not say clearly becomes a fault."""
        for number, row in enumerate(rows):
            self._line(number, row)
        self._parties()
        self._dialogue()
        self._round()
        return self.head

    def _line(self, number: int, row: Sequence[str]) -> None:
        label, entry = (*row, "", "")[:2]
        one = _LABELS.get(folded(label))
        if one is None:
            if number and not is_empty(entry) and not label.strip().startswith("#"):
                known = [heading(*each, self.language) for each in HEAD]
                hint = near_misses(label.strip(), known)
                self._fault(number, label, f"no line of this table is called so{hint}")
            return
        self.head.places[one] = number
        self.head.ids[one] = {k: v for cell in row[2:] for k, v in ids_in(cell).items()}
        if is_empty(entry):
            return
        if one in self.head.entries:
            self._fault(number, label, "this line stands twice; keep one")
            return
        try:
            self.head.entries[one] = self._content(one, entry)
        except BadValue as error:
            self._fault(number, label, str(error))

    def _content(self, one: Field, entry: str) -> Any:
        noun, name = _SHAPES.get(one, one)
        if noun == "Minutes":
            return entry.strip()
        shape = shape_of(noun, name)
        if shape.kind == "wording":
            return Wording(wording_of(*parts_of_wording(entry), self.language))
        if shape.refers_to:
            return entry.strip()
        content = content_of(noun, shape, entry)
        return PartialDate(content) if shape.kind == "date" else content

    def _fault(self, row: int, label: str, message: str) -> None:
        self.faults.add(self.title, row, 1, label.strip(), message)

    def _at(self, one: Field) -> tuple[int, str]:
        return self.head.places.get(one, 0), heading(*one, self.language)

    # -- the values ------------------------------------------------------------------------------

    def _parties(self) -> None:
        for one in (("Party", "1"), ("Party", "2")):
            name = self.head.entries.get(one)
            if name is None:
                self._fault(*self._at(one), "both sides are needed; write the name of this one")
                continue
            given = self.head.ids.get(one, {}).get("Party", "")
            known = self.record.get(Party, given) if self.record and given else None
            party_id = given or self.sides.id_of(next(iter(name.values())), self.language)
            if party_id is None:
                self._fault(*self._at(one), "this names no side; write its name")
            elif party_id in self.head.sides:
                self._fault(*self._at(one), "this is the same side as the other one")
            else:
                self.head.sides.append(party_id)
                self.head.parties.append(self._party(party_id, name, known))

    def _party(self, party_id: str, name: Wording, known: Party | None) -> Party:
        held = known or (self.record.get(Party, party_id) if self.record else None)
        made = self.sides.new.get(party_id)
        if made is not None:
            return made if len(name) == 1 else replace(made, name=name)
        if held is not None:
            return joined(held, Party(id=party_id, name=name), ("name",))
        return Party(id=party_id, name=name)

    def _dialogue(self) -> None:
        one = ("Dialogue", "title")
        title = self.head.entries.get(one)
        given = self.head.ids.get(one, {}).get("Dialogue", "")
        known = self._known_dialogue(title, given)
        if known is not None:
            made = Dialogue(id=known.id, title=title or known.title, parties=known.parties)
            self.head.dialogue = joined(known, made, ("title",))
        elif title is None:
            self._fault(*self._at(one), "say which dialogue this was a round of")
        elif len(self.head.sides) == 2:
            dialogue_id = given or id_from(next(iter(title.values())))
            parties = tuple(self.head.sides)
            self.head.dialogue = Dialogue(id=dialogue_id, title=title, parties=parties)

    def _known_dialogue(self, title: Wording | None, given: str) -> Dialogue | None:
        held = [one for one in self._all(Dialogue) if one.kind == "dialogue"]
        if given:
            return next((one for one in held if one.id == given), None)
        if title is None:
            return held[0] if len(held) == 1 else None
        named = {folded(text) for text in title.values()}
        return next((one for one in held if named & {*map(folded, one.title.values())}), None)

    def _all(self, noun: type[Any]) -> tuple[Any, ...]:
        return self.record.all(noun) if self.record else ()

    def _round(self) -> None:
        entries, dialogue = self.head.entries, self.head.dialogue
        began_on = entries.get(("Round", "began_on"))
        if began_on is None:
            at = self._at(("Round", "began_on"))
            if not any(f.row == at[0] and f.sheet == self.title for f in self.faults.kept):
                self._fault(*at, "the first day of talks is needed; a month or a year will do")
            return
        if dialogue is None:
            return
        told = {name: entries[n, name] for n, name in entries if n == "Round"}
        host = told.get("host")
        if host is not None:
            told["host"] = self.side(host, ("Round", "host"))
        known = self._known_round(dialogue, told)
        round_id = known.id if known else self._round_id(dialogue, told)
        plain = {n: dict(p) if isinstance(p, Wording) else p for n, p in told.items()}
        try:
            made = from_plain(Round, {**plain, "id": round_id, "dialogue": dialogue.id})
        except BadValue as error:
            self._fault(*self._at(("Round", "number")), str(error))
            return
        held = tuple(name for noun, name in HEAD if noun == "Round" and (noun, name) in self._held)
        self.head.round = joined(known, made, held) if known else made

    @property
    def _held(self) -> Mapping[Field, int]:
        return self.head.places

    def side(self, name: str, at: Field) -> str | None:
        """The id of the side that a line names; a fault where it is none of the two."""
        wanted = folded(name)
        for party in self.head.parties:
            if wanted in {folded(party.id), *map(folded, party.name.values())}:
                return party.id
        known = {folded(each): party_id for each, party_id in self.sides.known.items()}
        if known.get(wanted) in self.head.sides:
            return known[wanted]
        self._fault(*self._at(at), f"{name[:60]!r} is neither of the two sides above")
        return None

    def _known_round(self, dialogue: Dialogue, told: Mapping[str, Any]) -> Round | None:
        given = self.head.ids.get(("Round", "number"), {}).get("Round", "")
        held = [one for one in self._all(Round) if one.dialogue == dialogue.id]
        if given:
            return next((one for one in held if one.id == given), None)
        number = told.get("number")
        if number is not None:
            return next((one for one in held if one.number == number), None)
        return next((one for one in held if one.began_on == told["began_on"]), None)

    def _round_id(self, dialogue: Dialogue, told: Mapping[str, Any]) -> str:
        given = self.head.ids.get(("Round", "number"), {}).get("Round", "")
        number = told.get("number")
        plain = f"r{number}" if number is not None else id_from(f"r-{told['began_on']}")
        taken = {one.id for one in self._all(Round)}
        return given or (f"{dialogue.id}-{plain}"[:120] if plain in taken else plain)

    def title_of_minutes(self) -> str:
        """How the minutes are called where nobody said."""
        number = self.head.round.number if self.head.round else None
        name = str(number if number is not None else self.head.round and self.head.round.began_on)
        return word("text", "minutes_of", self.language).format(name)


def joined(known: V, told: V, held: Sequence[str]) -> V:
    """The value a record has with what the paper holds of it; names in fewer languages stay."""
    changes = {}
    for name in held:
        before, after = getattr(known, name), getattr(told, name)
        if isinstance(before, Wording) and isinstance(after, Wording):
            names = {folded(text) for text in before.values()}
            if all(folded(text) in names for text in after.values()):
                continue
        changes[name] = after
    return replace(known, **changes)
