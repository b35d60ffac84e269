"""A filled template read as a draft: a row is whole or complained of, by table, row and column."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from headway.bundle.lines import Complaints, Known
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.domain.parties import Party, Person
from headway.domain.statements import Source
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.minutes.head import Head, HeadReader, is_head, joined
from headway.intake.minutes.layout import HEAD, TABLES
from headway.intake.minutes.memory import Memory
from headway.intake.minutes.paper import Paper, Rows, read_paper
from headway.intake.minutes.rows import Found, RowReader, find_table
from headway.intake.minutes.spoken import Spoken, Words
from headway.intake.minutes.words import ONES, folded, heading, is_word, word
from headway.intake.sides import Sides
from headway.intake.workbook.beside import Beside
from headway.intake.workbook.faults import Faults
from headway.intake.workbook.knowing import Knowledge
from headway.intake.workbook.reading import Building

_NOT_HELD = {("Person", "body"), ("Person", "party"), ("Body", "party")}
"""What a row says of somebody new only: of those the record knows it says nothing lasting."""


def read(
    path: str | Path, sides: Mapping[str, str] | None = None, record: Corpus | None = None
) -> Draft:
    """The draft that filled minutes mean; complaints name table, row and column.

    With a `record`, names lead to what it has already, and of values it has only the fields that
    the template shows are taken from the paper. Raises BadInput when the file is no template of
    ours or breaks a bound.
    """
    return _Minutes(Path(path), dict(sides or {}), record).draft()


@dataclass(frozen=True, slots=True)
class _Tables:
    head: Rows
    found: tuple[Found, ...]
    language: str


class _Minutes:
    def __init__(self, path: Path, sides: dict[str, str], record: Corpus | None) -> None:
        self.path, self.record = path, record
        self.paper: Paper = read_paper(path)
        self.faults = Faults()
        self.decided: list[str] = []
        self.tables = self._tables()
        self.sides = Sides(sides)
        self.holder = Holder()
        self.title = word("table", "head", self.tables.language)

    def _tables(self) -> _Tables:
        head: Rows | None = None
        found: list[Found] = []
        for number, rows in enumerate(self.paper.tables, 1):
            one = find_table(rows)
            if is_head(rows) and head is None:
                head = rows
            elif one is None or any(one.table is other.table for other in found):
                self._complain_of(number, rows, one)
            else:
                found.append(one)
        if head is None:
            raise BadInput(
                f"{self.path.name} has no table that says which round it is of;"
                " `headway minutes FILE.docx` writes an empty one"
            )
        languages = [one.language for one in found]
        best = max(ONES, key=languages.count) if languages else _language_of(head)
        return _Tables(head, tuple(found), best)

    def _complain_of(self, number: int, rows: Rows, one: Found | None) -> None:
        if not any(cell.strip() for row in rows for cell in row):
            return
        what = "its headings are none of ours; put the row of headings back or delete the table"
        if one is not None:
            what = f"there is a second table {one.title!r}; join the two"
        self.faults.add(f"table {number}", 0, -1, "", what)

    # -- the draft -------------------------------------------------------------------------------

    def draft(self) -> Draft:
        """Everything together with a report."""
        language = self.tables.language
        reader = HeadReader(self.title, language, self.sides, self.record, self.faults)
        head = reader.read(self.tables.head)
        note_taker = self._note_taker(reader, head)
        knowledge = Knowledge(lambda noun: _where(noun, language))
        memory = Memory(self.record, head, self.sides.known, knowledge)
        beside = Beside(self.path.parent, self.holder)
        building = Building(language, beside, self.faults, knowledge)
        for one in self.tables.found:
            rows = RowReader(one, head, memory, self.faults)
            for entry in rows.read():
                building.take(entry)
            if rows.overwritten:
                self.decided.append(f"{one.title}: the row of the example was filled in and read.")
        told = [*self._of_head(head), *building.finish()]
        spoken = self._spoken(head, reader, note_taker)
        known = self._settled(told, spoken, head, memory, note_taker)
        return self._whole(head, known, spoken)

    def _of_head(self, head: Head) -> Iterator[Known]:
        for value in (*head.parties, head.dialogue, head.round):
            if value is not None:
                yield Known(value, None, self.title, 0)

    def _note_taker(self, reader: HeadReader, head: Head) -> str | None:
        name = head.text("Minutes", "note_taker")
        return reader.side(name, ("Minutes", "note_taker")) if name else None

    def _spoken(self, head: Head, reader: HeadReader, note_taker: str | None) -> Spoken:
        if self.paper.words is None or head.dialogue is None or head.round is None:
            return Spoken()
        words = Words(
            text=self.paper.words,
            file=self.path.name,
            content=self.paper.content,
            title=head.text("Minutes", "title") or reader.title_of_minutes(),
            note_taker=note_taker,
            sides=self.sides,
            holder=self.holder,
            record=self.record,
        )
        return words.spoken(head)

    def _settled(
        self,
        told: list[Known],
        spoken: Spoken,
        head: Head,
        memory: Memory,
        note_taker: str | None,
    ) -> list[Known]:
        """New values get source and marking; of those the record has, what is shown is taken."""
        source = self._source(head, note_taker)
        marking = head.text("Minutes", "marking")
        settled: list[Known] = []
        changed = 0
        for one in (*told, *spoken.known):
            before = memory.known(one.value)
            value = self._joined(before, one.value, memory) if before else one.value
            if before is None:
                value = replace(value, marking=value.marking or marking)
            if value != before:
                changed += 1
                value = replace(value, sources=(*value.sources, source.id))
            settled.append(replace(one, value=value))
        return [Known(source), *settled] if changed else settled

    def _joined(self, before: Value, told: Value, memory: Memory) -> Value:
        noun = type(told).__name__
        if noun in ("Party", "Dialogue", "Round", "Statement", "Rendering"):
            return told
        held = self._held(noun)
        if noun == "Delegate" and getattr(before, "body", None) is None:
            person = self.record.get(Person, told.person) if self.record else None  # type: ignore[attr-defined]
            if person is not None and person.body == told.body:  # type: ignore[attr-defined]
                held.discard("body")
        return memory.with_unseen(before, joined(before, told, sorted(held)))

    def _held(self, noun: str) -> set[str]:
        """The fields of a noun that the tables of this paper show."""
        held: set[str] = set()
        for one in self.tables.found:
            shown = set(one.columns.values())
            if noun == "Delegate" and ("Body", "name") in shown:
                held.add("body")
            held |= {name for n, name in (*shown, *one.table.implied) if n == noun}
            held |= {b.link for b in one.table.blocks if b.noun == noun and b.link}
        return {name for name in held if (noun, name) not in _NOT_HELD}

    def _source(self, head: Head, note_taker: str | None) -> Source:
        original = self.holder.keep_original(self.path.name, self.paper.content)
        by = next((p.name.within("en") for p in head.parties if p.id == note_taker), "both sides")
        return Source(
            id=f"{id_from(self.path.stem)}-{original[:12]}",
            title=head.text("Minutes", "title") or self.path.name,
            origin=by,
            relation="party",
            party=note_taker,
            kind="own_note",
            original=original,
        )

    def _whole(self, head: Head, known: list[Known], spoken: Spoken) -> Draft:
        counts = Counter(type(one.value).__name__ for one in known)
        complaints = self._complaints()
        for party_id, party in self.sides.new.items():
            self.decided.append(f"{party.name} is taken as a party, {party_id}.")
        kept = {one.value.id for one in known if isinstance(one.value, Party)}
        made = [Known(p) for i, p in self.sides.new.items() if i not in kept]
        title = head.dialogue.title if head.dialogue else Wording({"en": self.path.stem})
        return Draft(
            title,
            (*made, *known),
            self.holder.texts,
            self.holder.originals,
            Report(
                "minutes on our template",
                dict(counts),
                (*self.decided, *spoken.decided),
                (*complaints.all(), *spoken.complaints),
                tuple(self._left_out()),
            ),
        )

    def _complaints(self) -> Complaints:
        """The faults by table, row and column, in the order of the paper."""
        told = Complaints()
        order = [self.title, *(one.title for one in self.tables.found)]
        place = {title: number for number, title in enumerate(order)}
        for one in sorted(self.faults.kept, key=lambda f: (place.get(f.sheet, len(place)), f.row)):
            told.add(f"table {one.sheet!r}, row {one.row + 1}", one.message, 0, one.heading)
        if self.paper.words is None:
            missing = word("text", "words", self.tables.language)
            told.add("", f"the heading {missing!r} is gone; put it back before the words")
        told.left_out += self.faults.met - len(self.faults.kept)
        return told

    def _left_out(self) -> Iterator[str]:
        yield from self.paper.not_read
        for text in self.paper.between:
            if not _is_ours(text):
                shown = " ".join(text.split())[:80]
                yield f"Between the tables stands {shown!r}; it was not read."


def _language_of(head: Rows) -> str:
    labels = {folded(row[0]) for row in head if row}
    return max(ONES, key=lambda one: sum(folded(heading(*each, one)) in labels for each in HEAD))


def _where(noun: str, language: str) -> str:
    key = {"Concern": "raised", "Party": "head", "Round": "head"}.get(noun, "delegations")
    return f"in the table {word('table', key, language)!r}"


def _is_ours(text: str) -> bool:
    keys = ("title", "intro", "persons", "dates")
    tables = ("head", *(one.key for one in TABLES))
    marked = any(
        folded(text).startswith(folded(word("text", "printed", one).partition("{")[0]))
        for one in ONES
    )
    return (
        marked
        or is_word(text, "text", *keys)
        or is_word(text, "table", *tables)
        or is_word(text, "about", *tables)
    )
