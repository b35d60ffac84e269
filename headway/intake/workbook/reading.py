"""A filled workbook read as a draft: a value is whole or complained of, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.bundle.lines import Known
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, from_plain, shapes
from headway.domain.wording import Wording
from headway.intake.drafts import Draft, Holder, Report
from headway.intake.workbook.beside import Beside
from headway.intake.workbook.contents import (
    content_of,
    day_of,
    is_none,
    parts_of,
    plain_text,
    wording_of,
)
from headway.intake.workbook.faults import Faults
from headway.intake.workbook.grids import Grid, read_grids
from headway.intake.workbook.hidden import hidden_in
from headway.intake.workbook.knowing import ORDER, Content, Knowledge, only_names
from headway.intake.workbook.labels import DEFAULTED
from headway.intake.workbook.matching import Entry, Match, entries, match
from headway.intake.workbook.words import word

_FILE_FIELDS = ("text", "original")
_LANGUAGE_NAMES = {"en": "English", "fr": "French", "zh": "Chinese"}


@dataclass(frozen=True, slots=True)
class Examined:
    """A workbook that was read: its draft, its faults cell by cell, and its cells as they are."""

    draft: Draft
    faults: Faults
    grids: tuple[Grid, ...]
    match: Match


def read(path: str | Path) -> Draft:
    """The draft that a filled workbook (XLSX or ODS) means, with complaints about all the rest.

    Raises BadInput when the file is no workbook of ours, or breaks a bound.
    """
    return examine(path).draft


def examine(path: str | Path) -> Examined:
    """The same with everything needed to show the complaints in the cells."""
    source = Path(path)
    grids = read_grids(source)
    faults = Faults()
    found = match(grids, faults)
    building = Building(found.language, Beside(source.parent, Holder()), faults)
    for one in found.found:
        for entry in entries(one):
            building.take(entry)
    known = building.finish()
    return Examined(building.draft(source, known, found), faults, grids, found)


@dataclass(slots=True)
class _Group:
    """What all rows together say of one value as known from one day."""

    noun: str
    value_id: str
    known_on: str | None
    first: Entry
    content: Content = field(default_factory=dict)
    told_by: dict[str, Entry] = field(default_factory=dict)
    spoiled: bool = False


class Building:
    """Rows that say something of nouns become values; what they do not say clearly, faults.

    `knowledge` may hold names of values that are known from elsewhere.
    """

    def __init__(
        self, language: str, beside: Beside, faults: Faults, knowledge: Knowledge | None = None
    ) -> None:
        self.language, self.beside, self.faults = language, beside, faults
        self.knowledge = knowledge or Knowledge()
        self.rows: dict[str, list[Entry]] = {noun: [] for noun in NOUNS}
        self.contents: dict[Entry, Content] = {}
        self.built: dict[tuple[str, str], Content] = {}

    def take(self, entry: Entry) -> None:
        """Keep what one row says of one noun; cells that say nothing clear are complained of."""
        content: Content = {}
        for shape in shapes(entry.block.type):
            keys = [key for key in entry.cells if key[0] == shape.name]
            if keys:
                try:
                    content[shape.name] = self._content(entry, shape)
                except BadInput as error:
                    self._complain(entry, keys[-1], str(error))
        if ("known_on", "main") in entry.cells:
            try:
                content["known_on"] = str(day_of(entry.cells["known_on", "main"]))
            except BadValue as error:
                self._complain(entry, ("known_on", "main"), str(error))
        self.contents[entry] = content
        self.rows[entry.block.noun].append(entry)

    def _content(self, entry: Entry, shape: Shape) -> Any:
        cell = entry.cells.get((shape.name, "main"))
        if shape.kind == "wording":
            others = entry.cells.get((shape.name, "others"))
            return Wording(wording_of(cell, others, self.language))
        if shape.refers_to:
            text = plain_text(cell)
            if is_none(text):
                return [] if shape.many else None
            return list(parts_of(text)) if shape.many else text.strip()
        if shape.name in _FILE_FIELDS:
            return self.beside.keep(shape.name, plain_text(cell))
        content = content_of(entry.block.noun, shape, cell)
        if shape.name == "id":
            from_plain(NOUNS["Party"], {"id": content, "name": {"en": "x"}})
        return content

    def _complain(self, entry: Entry, key: tuple[str, str], message: str) -> None:
        entry.spoiled = True
        column, heading = entry.place(key)
        self.faults.add(entry.sheet, entry.row, column, heading, message)

    # -- values --------------------------------------------------------------------------------

    def finish(self) -> list[Known]:
        """All values that are whole, noun by noun in the order of the vocabulary."""
        for noun in ORDER:
            self.knowledge.identify(noun, self.rows[noun], self.contents)
        return [known for noun in NOUNS for known in self._values(noun)]

    def _values(self, noun: str) -> list[Known]:
        groups = self._groups(noun)
        made = [self._value(group) for group in groups.values()]
        return [known for known in made if known is not None]

    def _groups(self, noun: str) -> Mapping[tuple[str, str | None], _Group]:
        """The rows of a noun by what they speak of; rows that only name a value add nothing."""
        groups: dict[tuple[str, str | None], _Group] = {}
        told = {e.value_id for e in self.rows[noun] if not self._only_names(e)}
        for entry in self.rows[noun]:
            if entry.value_id is None:
                if not entry.spoiled:
                    self._complain(entry, ("id", "main"), "this row needs a short name; give one")
            elif not self._only_names(entry) or entry.value_id not in told:
                known_on = self.contents[entry].get("known_on")
                key = (entry.value_id, known_on)
                group = groups.setdefault(key, _Group(noun, entry.value_id, known_on, entry))
                self._join(group, entry)
        return groups

    def _only_names(self, entry: Entry) -> bool:
        return only_names(entry.block.noun, self.contents[entry])

    def _join(self, group: _Group, entry: Entry) -> None:
        group.spoiled |= entry.spoiled
        for name, part in self._said(group, entry).items():
            if name in group.content and group.content[name] != part:
                other = group.told_by[name]
                message = (
                    f"row {other.row + 1} says something else of the same"
                    f" ({group.value_id}); make them the same, or give one another short name"
                )
                self._complain(entry, (name, "main"), message)
                group.spoiled = True
            else:
                group.content[name] = part
                group.told_by.setdefault(name, entry)

    def _said(self, group: _Group, entry: Entry) -> Content:
        """What one row says, references resolved; what leads nowhere is complained of."""
        content = dict(self.contents[entry])
        content.pop("known_on", None)
        for shape in shapes(entry.block.type):
            if shape.refers_to and content.get(shape.name):
                try:
                    content[shape.name] = self._resolved(shape, content[shape.name])
                except BadValue as error:
                    self._complain(entry, (shape.name, "main"), str(error))
                    group.spoiled = True
        if entry.block.link and entry.parent is not None:
            content[entry.block.link] = entry.parent.value_id
            group.spoiled |= entry.parent.value_id is None
        return {**content, "id": group.value_id}

    def _resolved(self, shape: Shape, said: Any) -> Any:
        noun = str(shape.refers_to)
        if shape.many:
            return [self.knowledge.find(noun, part) for part in said]
        return self.knowledge.find(noun, said)

    # -- defaults and the value itself ---------------------------------------------------------

    def _value(self, group: _Group) -> Known | None:
        content = group.content
        self._fill_in(group)
        self.built.setdefault((group.noun, group.value_id), content)
        if self._lacks(group) or group.spoiled:
            return None
        plain = {n: dict(p) if isinstance(p, Wording) else p for n, p in content.items()}
        try:
            value = from_plain(NOUNS[group.noun], {n: p for n, p in plain.items() if p is not None})
        except BadValue as error:
            self._complain(group.first, (_field_in(str(error)), "main"), str(error))
            return None
        known_on = PartialDate(group.known_on) if group.known_on else None
        return Known(value, known_on, group.first.sheet, group.first.row + 1)

    def _fill_in(self, group: _Group) -> None:
        content = group.content
        for shape in shapes(NOUNS[group.noun]):
            name, own = shape.name, f"{group.noun}.{shape.name}"
            if name in content:
                continue
            if own == "Dialogue.parties":
                content[name] = list(self.knowledge.ids("Party"))
            elif name == "dialogue" and (group.noun != "Statement" or content.get("round")):
                content[name] = self._only_dialogue()
            elif own in DEFAULTED:
                through, wanted = DEFAULTED[own]
                target = str(_refers_to(group.noun, through))
                content[name] = self.built.get((target, content.get(through) or ""), {}).get(wanted)

    def _only_dialogue(self) -> str | None:
        held = [
            value_id
            for value_id in self.knowledge.ids("Dialogue")
            if self.built.get(("Dialogue", value_id), {}).get("kind", "dialogue") == "dialogue"
        ]
        return held[0] if len(held) == 1 else None

    def _lacks(self, group: _Group) -> bool:
        before = self.faults.met
        for shape in shapes(NOUNS[group.noun]):
            is_there = any(key[0] == shape.name for key in group.first.cells)
            if shape.required and group.content.get(shape.name) in (None, "") and not is_there:
                self._complain(group.first, (shape.name, "main"), self._needed(group, shape))
        return self.faults.met > before

    def _needed(self, group: _Group, shape: Shape) -> str:
        if shape.name == group.first.block.link:
            what = word("block", group.first.block.parent, "en").lower()
            return f"say in this row which {what} it belongs to, by its short name or title"
        if shape.name == "dialogue":
            return "say which dialogue; the first sheet does not name exactly one"
        return (
            f"{word('block', group.noun, 'en').lower()} {group.value_id!r} needs this; fill it in"
        )

    # -- the draft -----------------------------------------------------------------------------

    def draft(self, source: Path, known: list[Known], found: Match) -> Draft:
        """Everything together with a report."""
        counts: dict[str, int] = {}
        for one in known:
            noun = type(one.value).__name__
            counts[noun] = counts.get(noun, 0) + 1
        decided = [f"The headings are {_LANGUAGE_NAMES[found.language]}."]
        if self.knowledge.made:
            decided.append(f"{self.knowledge.made:,} short names were made from their rows.")
        decided += [
            f"The sheet {name!r} is none of ours and was not read." for name in found.others
        ]
        decided += hidden_in(source, frozenset(one.grid.name for one in found.found))
        titles = [one.value.title for one in known if type(one.value) is NOUNS["Dialogue"]]  # type: ignore[attr-defined]
        holder = self.beside.holder
        return Draft(
            titles[0] if titles else Wording({"en": source.stem or "Workbook"}),
            tuple(known),
            holder.texts,
            holder.originals,
            Report("workbook", counts, tuple(decided), self.faults.complaints()),
        )


def _refers_to(noun: str, name: str) -> str | None:
    return next(shape.refers_to for shape in shapes(NOUNS[noun]) if shape.name == name)


def _field_in(message: str) -> str:
    return message.split("'")[1] if "'" in message else "id"
