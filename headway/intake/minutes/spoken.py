"""The words below the tables: the minutes as one statement, and one for each speaker's turn."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from headway.bundle.lines import Complaint, Known
from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.statements import Fidelity, Rendering, Statement
from headway.domain.wording import Wording
from headway.intake.documents import Document, Documents, Setting
from headway.intake.drafts import Holder
from headway.intake.minutes.head import Head, joined
from headway.intake.minutes.words import folded
from headway.intake.sides import Sides

Turn = tuple[Statement, Rendering]
_NUMBERED = re.compile(r"-\d{3,}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Statements and renderings, what was concluded, and what was not understood."""

    known: tuple[Known, ...] = ()
    decided: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of the minutes with all that is known of them besides."""

    text: str
    file: str
    content: bytes
    title: str
    note_taker: str | None
    sides: Sides
    holder: Holder
    record: Corpus | None

    def spoken(self, head: Head) -> Spoken:
        """The whole and its turns; of those the record has already, what did not change stays."""
        if not self.text.strip() or head.round is None or head.dialogue is None:
            return Spoken()
        whole_id = self._whole_id(head)
        documents = Documents(self.sides, self.holder)
        setting = Setting(
            id=whole_id,
            title=self.title,
            language=head.text("Minutes", "language"),
            delivered_on=head.last_day,
            dialogue=head.dialogue.id,
            round=head.round.id,
            kind="minutes",
            fidelity=_fidelity(head),
            forum="record",
        )
        alone = self._lines_of_nobody(whole_id)
        document = Document(self.file, self.text, self.content, alone=alone, ends=alone)
        documents.take(document, setting)
        pairs = _pairs([one.value for one in documents.known])
        if not pairs:
            return Spoken((), tuple(documents.decided), documents.complaints.all())
        whole = self._as_known(pairs[0], head)
        turns = self._turns_as_known(whole[0], pairs[1:])
        decided = list(documents.decided)
        if not turns:
            decided.append("No line of the words begins with a speaker; they are one text.")
        kept = [Known(v, None, self.file) for pair in (whole, *turns) for v in pair]
        return Spoken(tuple(kept), tuple(decided), documents.complaints.all())

    # -- the whole -------------------------------------------------------------------------------

    def _whole_id(self, head: Head) -> str:
        given = head.ids.get(("Minutes", "title"), {}).get("Statement", "")
        if given:
            return given
        assert head.round is not None
        made = f"{head.round.id}-minutes"
        return (f"{made}-{self.note_taker}" if self.note_taker else made)[:110]

    def _as_known(self, made: Turn, head: Head) -> Turn:
        statement, rendering = made
        rendering = replace(rendering, note_taker=self.note_taker)
        before = self._before(statement.id, rendering, head)
        if before is None:
            return statement, rendering
        held = ("title",) if head.text("Minutes", "title") else ()
        old_statement, old = before
        told: list[str] = ["note_taker"]
        told += [n for n in ("language", "fidelity") if head.text("Minutes", n)]
        if not self._is_text(old.text):
            told += ["text", "original"]
        return (
            joined(old_statement, replace(statement, id=old_statement.id), held),
            joined(old, replace(rendering, id=old.id), told),
        )

    def _before(self, statement_id: str, rendering: Rendering, head: Head) -> Turn | None:
        if self.record is None:
            return None
        statement = self.record.get(Statement, statement_id)
        if statement is None:
            return None
        held = self.record.having(Rendering, "statement", statement_id)
        given = head.ids.get(("Minutes", "title"), {}).get("Rendering", "")
        found = next((one for one in held if one.id == given), None) or next(
            (one for one in held if one.language == rendering.language), None
        )
        return (statement, found) if found else (statement, rendering)

    def _is_text(self, text_hash: str | None) -> bool:
        """Whether the words are this text of the record, but for blank lines around it."""
        if self.record is None or text_hash is None:
            return False
        try:
            return plain_lines(self.record.text(text_hash)) == self.text
        except NotFound:
            return False

    def _lines_of_nobody(self, whole_id: str) -> frozenset[int]:
        """Where lines begin that the record has in these minutes and in no turn of them.

        They are headings, or names that stood alone: the template writes lines without their form.
        """
        statement = self.record.get(Statement, whole_id) if self.record else None
        if self.record is None or statement is None:
            return frozenset()
        try:
            turns = [self.record.text(str(one.text)) for _, one in self._turns_before(statement)]
            held = self.record.having(Rendering, "statement", whole_id)
            whole = plain_lines(self.record.text(next(str(one.text) for one in held if one.text)))
        except (NotFound, StopIteration):
            return frozenset()
        nobody, at = set[str](), 0
        for words in turns:
            found = whole.find(words, at) if words else -1
            if found >= 0:
                nobody.update(whole[at:found].split("\n")[:-1])
                at = found + len(words)
        nobody.update(whole[at:].split("\n") if turns else ())
        nobody.difference_update(line for words in turns for line in words.split("\n"))
        begins, here = set[int](), 0
        for line in self.text.split("\n"):
            if line.strip() and line in nobody:
                begins.add(here)
            here += len(line) + 1
        return frozenset(begins)

    # -- the turns -------------------------------------------------------------------------------

    def _turns_as_known(self, whole: Statement, made: Sequence[Turn]) -> list[Turn]:
        """Turns with the same label and words are those of the record, wherever they stand now."""
        before = self._turns_before(whole)
        if not before:
            return list(made)
        ways = difflib.SequenceMatcher(
            None, [_sign(one) for one in before], [_sign(one) for one in made], autojunk=False
        )
        taken = {one[0].id for one in before} | {one[1].id for one in before}
        found: dict[int, Turn] = {}
        for block in ways.get_matching_blocks():
            for step in range(block.size):
                old, new = before[block.a + step], made[block.b + step]
                sequence = new[0].sequence
                found[block.b + step] = (replace(old[0], sequence=sequence), old[1])
        return [found.get(n) or _renamed(one, whole, taken) for n, one in enumerate(made)]

    def _turns_before(self, whole: Statement) -> list[Turn]:
        if self.record is None:
            return []
        begin = f"{whole.id}-"
        turns = []
        for one in self.record.having(Statement, "round", str(whole.round)):
            if one.id.startswith(begin) and _NUMBERED.fullmatch(one.id[len(begin) - 1 :]):
                held = self.record.having(Rendering, "statement", one.id)
                if held:
                    turns.append((one, held[0]))
        return sorted(turns, key=lambda turn: (turn[0].sequence, turn[0].id))


def plain_lines(text: str) -> str:
    """A text as a document can hold it: one kind of line break, none around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _fidelity(head: Head) -> Fidelity:
    code = head.text("Minutes", "fidelity") or "note"
    return next((one for one in get_args(Fidelity) if one == code), "note")


def _pairs(values: Sequence[object]) -> list[Turn]:
    renderings: Mapping[str, Rendering] = {
        one.statement: one for one in values if isinstance(one, Rendering)
    }
    return [(one, renderings[one.id]) for one in values if isinstance(one, Statement)]


def _sign(turn: Turn) -> tuple[str, str]:
    title: Wording = turn[0].title
    return folded(next(iter(title.values()))), turn[1].text or ""


def _renamed(turn: Turn, whole: Statement, taken: set[str]) -> Turn:
    """A turn that is new to the record, under an id that no other turn has had."""
    statement, rendering = turn
    number = statement.sequence
    value_id = statement.id
    while value_id in taken or f"{value_id}-{rendering.language.lower()}" in taken:
        number += 1
        value_id = f"{whole.id}-{number:03d}"
    taken.add(value_id)
    rendering_id = rendering.id.replace(statement.id, value_id, 1)
    return (
        replace(statement, id=value_id),
        replace(rendering, id=rendering_id, statement=value_id),
    )
