"""Writes the minute template, empty or filled, as a DOCX that any word processor opens."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import docx as python_docx

from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput, Conflict
from headway.intake.minutes.cells import parts_of_wording
from headway.intake.minutes.filled import RECORD, Filled, Row, filled
from headway.intake.minutes.layout import HEAD, TABLES, Field, Table
from headway.intake.minutes.looks import Looks
from headway.intake.minutes.words import heading, language_of, shape_of, word
from headway.intake.workbook.labels import code_word, codes

_HEAD_WIDTHS = (5.0, 9.6, 8.6, 3.0)
_WIDTHS = {
    "delegations": (3.0, 4.2, 4.2, 4.8, 2.8, 2.6, 2.2, 2.4),
    "agenda": (1.4, 6.4, 2.8, 2.2, 2.4, 2.8, 5.8, 2.4),
    "raised": (4.8, 2.6, 2.4, 6.4, 2.8, 4.8, 2.4),
    "undertakings": (2.8, 9.6, 5.2, 3.4, 2.8, 2.4),
    "actions": (11.6, 3.4, 5.8, 3.0, 2.4),
    "next": (3.2, 3.2, 3.2, 14.2, 2.4),
}
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class WrittenMinutes:
    """Where the minutes were written, and what of the round has no place in them."""

    path: Path
    left_out: tuple[str, ...] = ()


def write_minutes(
    path: str | Path,
    *,
    language: str = "en",
    corpus: Corpus | None = None,
    round_id: str = "",
) -> WrittenMinutes:
    """Write the template; with a corpus and a round, what the corpus holds of that round.

    Reading the file against the same record gives the same values. Raises Conflict when the file
    is there already, BadValue for a language without words, NotFound for an unknown round,
    BadInput when a text holds what no Word document can store, or the disk refuses.
    """
    target, own = Path(path), language_of(language)
    if target.exists():
        raise Conflict(f"{target.name} is there already; choose another name")
    if target.suffix.casefold() != ".docx":
        raise BadInput(f"{target.name!r} should end in .docx; that is what is written")
    held = filled(corpus, round_id, own) if corpus is not None else Filled()
    content = _Writer(own, held).bytes()
    try:
        with target.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise BadInput(f"{target.name} cannot be written: {error.strerror}") from None
    return WrittenMinutes(target, tuple(held.left_out))


class _Writer:
    def __init__(self, language: str, held: Filled) -> None:
        self.language, self.held = language, held
        self.looks = Looks(python_docx.Document(), language)
        self.is_empty = not held.tables

    def bytes(self) -> bytes:
        """The whole document."""
        looks = self.looks
        looks.mark_and_title(self._text("title"))
        if self.held.marking:
            looks.marking(self._text("printed").format(self.held.marking))
        for key in ("intro", "dates", "persons"):
            looks.explanation(self._text(key))
        self._head()
        for table in TABLES:
            self._table(table)
        self._words()
        out = io.BytesIO()
        looks.document.save(out)
        return out.getvalue()

    def _text(self, key: str) -> str:
        return word("text", key, self.language)

    def _title(self, key: str) -> None:
        self.looks.heading(word("table", key, self.language))
        self.looks.explanation(word("about", key, self.language))

    # -- the head --------------------------------------------------------------------------------

    def _head(self) -> None:
        self._title("head")
        table = self.looks.table(_HEAD_WIDTHS)
        heads = [self._text(key) for key in ("field", "entry", "help", "record")]
        self.looks.head_row(table, heads)
        for one in HEAD:
            entry, ids = self.held.head.get(one, ("", ""))
            row = self.looks.row(table)
            self.looks.write(row[0], heading(*one, self.language), "label")
            self._entry(row[1], one, entry)
            self.looks.write(row[2], word("help", ".".join(one), self.language), "help")
            self.looks.write(row[3], ids, "record")

    # -- the tables ------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        self._title(table.key)
        made = self.looks.table(_WIDTHS[table.key])
        heads = [heading(*one, self.language) for one in table.columns]
        self.looks.head_row(made, [*heads, self._text("record")])
        if self.is_empty:
            row = self.looks.row(made)
            for place, one in enumerate(table.columns):
                text = word("example", ".".join(one), self.language)
                self.looks.write(row[place], text, "example")
            self.looks.write(row[-1], self._text("example"), "example")
        rows = self.held.tables.get(table.key, [])
        empty: list[Row] = [{} for _ in range(max(2, table.rows - len(rows)))]
        for cells in (*rows, *empty):
            row = self.looks.row(made)
            for place, one in enumerate(table.columns):
                self._entry(row[place], one, cells.get(one, ""))
            self.looks.write(row[-1], cells.get(RECORD, ""), "record")

    def _entry(self, cell: object, one: Field, text: str) -> None:
        if found := _UNSTORABLE.search(text):
            raise BadInput(
                f"{heading(*one, self.language)} holds the character U+{ord(found.group()):04X},"
                " which no Word document can store; change it in the record"
            )
        offered, strict = self._offered(one)
        if offered:
            choose = self._text("choose")
            self.looks.choice(cell, offered, text, choose, strict=strict)
        else:
            self.looks.write(cell, text, "entry", self._lines_shown(one, text))

    def _lines_shown(self, one: Field, text: str) -> int:
        """How many lines of an entry are its own; those in other languages stand smaller."""
        noun, name = ("Party", "name") if one[0] == "Party" else one
        if noun == "Minutes" or shape_of(noun, name).kind != "wording":
            return text.count("\n") + 1
        main = parts_of_wording(text)[0]
        return main.count("\n") + 1

    def _offered(self, one: Field) -> tuple[tuple[str, ...], bool]:
        """What a list offers, and whether nothing else may be entered."""
        noun, name = ("Rendering", one[1]) if one == ("Minutes", "fidelity") else one
        if noun == "Minutes" or one[0] == "Party":
            return (self.held.offered.get("Party", ()) if name == "note_taker" else ()), False
        shape = shape_of(noun, name)
        if shape.refers_to:
            return (() if shape.many else self.held.offered.get(shape.refers_to, ())), False
        if one == ("Concern", "title"):
            return self.held.offered.get("Concern", ()), False
        return tuple(code_word(noun, shape, c, self.language) for c in codes(noun, shape)), True

    # -- the words -------------------------------------------------------------------------------

    def _words(self) -> None:
        self.looks.heading(self._text("words"))
        self.looks.explanation(self._text("words_how"))
        if self.is_empty:
            self.looks.explanation(self._text("words_example"))
        if found := _UNSTORABLE.search(self.held.words):
            raise BadInput(
                f"the words hold the character U+{ord(found.group()):04X}, which no Word document"
                " can store; export a bundle instead"
            )
        for line in self.held.words.split("\n"):
            self.looks.line(line)
