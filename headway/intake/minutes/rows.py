"""The rows of the tables of the minutes: what each says of which nouns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headway.bundle.values import near_misses
from headway.intake.minutes.cells import first_text, ids_in, is_empty, parts_of_wording
from headway.intake.minutes.head import Head
from headway.intake.minutes.layout import TABLES, Field, Table
from headway.intake.minutes.memory import Memory
from headway.intake.minutes.paper import Rows
from headway.intake.minutes.words import ONES, folded, heading, is_word, shape_of, word
from headway.intake.workbook.contents import is_none
from headway.intake.workbook.faults import Faults
from headway.intake.workbook.matching import Entry, Key
from headway.intake.workbook.sheets import Block

_HEAD_ROWS, _ENOUGH = 5, 2


@dataclass(frozen=True, slots=True)
class Found:
    """One table of ours in the paper: its heading row and what stands in which column."""

    table: Table
    language: str
    heading_row: int
    columns: Mapping[int, Field]
    record_column: int
    rows: Rows

    @property
    def title(self) -> str:
        """What stands above the table."""
        return self.table.title(self.language)


def find_table(rows: Rows) -> Found | None:
    """Which table of ours this is, told by its headings in any language."""
    best: Found | None = None
    for table in TABLES:
        for language in ONES:
            names = table.headings(language)
            for number, row in enumerate(rows[:_HEAD_ROWS]):
                hits = {p: names[folded(c)] for p, c in enumerate(row) if folded(c) in names}
                if len(hits) >= _ENOUGH and (best is None or len(hits) > len(best.columns)):
                    last = next((p for p, c in enumerate(row) if is_word(c, "text", "record")), -1)
                    best = Found(table, language, number, hits, last, rows)
    return best


class RowReader:
    """Reads the rows of one table into entries, noun by noun."""

    def __init__(self, found: Found, head: Head, memory: Memory, faults: Faults) -> None:
        self.found, self.head = found, head
        self.memory, self.faults = memory, faults
        self.above: dict[str, Entry] = {}
        self.concerns: dict[str, Entry] = {}
        self.overwritten = False

    def read(self) -> list[Entry]:
        """The entries of all rows; headings nobody knows and rows without sense are faults."""
        self._complain_of_headings()
        entries: list[Entry] = []
        for number, row in enumerate(self.found.rows):
            if number > self.found.heading_row and not self._is_passed_over(row):
                entries.extend(self._row(number, row))
        return entries

    def _complain_of_headings(self) -> None:
        found = self.found
        heads = found.rows[found.heading_row]
        seen: set[Field] = set()
        for place, written in enumerate(heads):
            if place in found.columns:
                if found.columns[place] in seen:
                    self._fault(found.heading_row, written, "this heading stands twice; keep one")
                seen.add(found.columns[place])
            elif place != found.record_column and not written.strip().startswith("#"):
                below = found.rows[found.heading_row + 1 :]
                if any(place < len(row) and not is_empty(row[place]) for row in below):
                    known = [heading(*one, found.language) for one in found.table.columns]
                    message = "no column of this table has this heading"
                    message += near_misses(written.strip(), known)
                    message += "; mend it, or put # before it to have the column left out"
                    self._fault(found.heading_row, written, message)

    def _fault(self, row: int, heading_: str, message: str) -> None:
        self.faults.add(self.found.title, row, 0, heading_.strip(), message)

    def _record_cell(self, row: Sequence[str]) -> str:
        place = self.found.record_column
        return row[place].strip() if 0 <= place < len(row) else ""

    def _is_passed_over(self, row: Sequence[str]) -> bool:
        """Whether a row is empty, marked with # (where no value begins so), or the example."""
        record = self._record_cell(row)
        if record.startswith("#") or (not ids_in(record) and row and row[0].strip()[:1] == "#"):
            return True
        filled = {p: row[p] for p in self.found.columns if p < len(row) and not is_empty(row[p])}
        if not filled:
            return True
        example = any(
            all(
                folded(cell) == folded(word("example", ".".join(self.found.columns[p]), language))
                for p, cell in filled.items()
            )
            for language in ONES
        )
        marked = any(is_word(cell, "text", "example") for cell in row)
        self.overwritten |= marked and not example
        return example and (marked or len(filled) > 2)

    # -- one row ---------------------------------------------------------------------------------

    def _row(self, number: int, row: Sequence[str]) -> list[Entry]:
        cells = {f: (row[p], p) for p, f in self.found.columns.items() if p < len(row)}
        told = {f: cell for f, (cell, _) in cells.items() if not is_empty(cell)}
        ids = ids_in(self._record_cell(row))
        made: dict[str, Entry] = {}
        for block in self.found.table.blocks:
            if not self._speaks_of(block, told, ids):
                continue
            entry = self._entry(block, number, cells, told)
            parent = made.get(block.parent) or (
                self.above.get(block.parent) if block.link else None
            )
            entry.parent = parent
            self._imply(entry, told, parent)
            if block.noun in ids:
                entry.cells["id", "main"] = ids[block.noun]
            elif known := self.memory.twin(block.noun, self._said(entry, parent)):
                entry.cells["id", "main"] = known
            made[block.noun] = entry
        self._check(number, told, made)
        self.above.update({n: made[n] for n in ("Concern", "Question") if n in made})
        return list(made.values())

    def _speaks_of(self, block: Block, told: Mapping[Field, str], ids: Mapping[str, str]) -> bool:
        noun = block.noun
        if noun == "Delegate":
            return ("Person", "name") in told
        if noun == "Raising":
            step = told.get(("Raising", "step"), "")
            return ("Concern", "title") in told and not is_none(step or "x")
        if noun == "Question":
            return ("Question", "summary") in told or (
                "Question" in ids and ("Reply", "kind") in told
            )
        return any(one[0] == noun for one in told)

    def _entry(
        self,
        block: Block,
        number: int,
        cells: Mapping[Field, tuple[str, int]],
        told: Mapping[Field, str],
    ) -> Entry:
        entry_cells: dict[Key, Any] = {}
        places: dict[Key, tuple[int, str]] = {}
        for (noun, name), (_, place) in cells.items():
            if noun != block.noun:
                continue
            places[name, "main"] = (place, heading(noun, name, self.found.language))
            text = told.get((noun, name))
            if text is None:
                continue
            if shape_of(noun, name).kind == "wording":
                main, others = parts_of_wording(text)
                if main.strip():
                    entry_cells[name, "main"] = main
                if others:
                    entry_cells[name, "others"] = others
            else:
                entry_cells[name, "main"] = text
        return Entry(block, self.found.title, number, entry_cells, places)

    def _imply(self, entry: Entry, told: Mapping[Field, str], parent: Entry | None) -> None:
        """What the head, the other cells and the row above say of an entry as well."""
        noun, cells, head = entry.block.noun, entry.cells, self.head
        if noun == "Question" and ("summary", "main") not in cells:
            cells.clear()
            return
        if head.round is not None:
            for one in self.found.table.implied:
                if one[0] == noun:
                    cells[one[1], "main"] = head.round.id
        implying = getattr(self, f"_imply_{noun.casefold()}", None)
        if implying is not None:
            implying(entry, told, parent)

    def _imply_concern(self, entry: Entry, told: Mapping[Field, str], parent: Entry | None) -> None:
        """Who raised it is said by its first row; later rows only name it."""
        title = first_text(told["Concern", "title"])
        before = self.concerns.setdefault(folded(title), entry)
        if before is not entry:
            entry.cells.clear()
            entry.cells.update({k: c for k, c in before.cells.items() if k[0] in ("id", "title")})
            return
        side = self.memory.side(told.get(("Question", "asked_by"), ""))
        if side is not None:
            entry.cells["raised_by", "main"] = side
            entry.cells["about", "main"] = self.head.other(side)

    def _imply_question(
        self, entry: Entry, told: Mapping[Field, str], parent: Entry | None
    ) -> None:
        cells = entry.cells
        if parent is not None and ("asked_by", "main") not in cells:
            cells["asked_by", "main"] = parent.cells.get(("raised_by", "main"))
        side = self.memory.side(str(cells.get(("asked_by", "main")) or ""))
        if side is not None:
            cells["asked_of", "main"] = self.head.other(side)

    def _imply_raising(self, entry: Entry, told: Mapping[Field, str], parent: Entry | None) -> None:
        concern = self._id_of(parent) if parent is not None else None
        step = "taken_up" if self.memory.was_raised_before(concern) else "raised"
        entry.cells.setdefault(("step", "main"), step)

    def _imply_person(self, entry: Entry, told: Mapping[Field, str], parent: Entry | None) -> None:
        if side := told.get(("Delegate", "party")):
            entry.cells["party", "main"] = side

    _imply_body = _imply_person

    def _imply_delegate(
        self, entry: Entry, told: Mapping[Field, str], parent: Entry | None
    ) -> None:
        if body := told.get(("Body", "name")):
            entry.cells["body", "main"] = first_text(body)

    def _imply_agendaitem(
        self, entry: Entry, told: Mapping[Field, str], parent: Entry | None
    ) -> None:
        entry.cells.setdefault(("order", "main"), str(entry.row - self.found.heading_row))

    def _imply_arrangement(
        self, entry: Entry, told: Mapping[Field, str], parent: Entry | None
    ) -> None:
        if self.head.last_day:
            entry.cells.setdefault(("on", "main"), str(self.head.last_day))

    def _id_of(self, entry: Entry) -> str | None:
        given = entry.cells.get(("id", "main"))
        said = self._said(entry, entry.parent)
        return str(given) if given else self.memory.twin(entry.block.noun, said)

    def _said(self, entry: Entry, parent: Entry | None) -> Mapping[str, str]:
        said: dict[str, str] = {}
        for (name, part), cell in entry.cells.items():
            if cell and part == "main":
                said[name] = str(cell)
            elif cell:
                said.setdefault(name, first_text(str(cell)))
        if entry.block.link and parent is not None:
            said[entry.block.link] = self._id_of(parent) or ""
        return said

    def _check(self, number: int, told: Mapping[Field, str], made: Mapping[str, Entry]) -> None:
        if self.found.table.key != "raised":
            if self.found.table.key == "delegations" and "Person" not in made:
                self._fault(number, heading("Person", "name", self.found.language), _WHO)
            return
        if "Concern" not in made and "Concern" not in self.above:
            title = heading("Concern", "title", self.found.language)
            self._fault(number, title, "no concern stands here or above; name it")
        if "Reply" in made and made["Reply"].parent is None:
            title = heading("Question", "summary", self.found.language)
            self._fault(number, title, "a reply stands here and no question; write the question")


_WHO = "this row names no person; write the name or empty the row"
