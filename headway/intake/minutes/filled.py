"""A round of a record as the cells of the template, so that `reading` gives the same values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.parties import Body, Dialogue, Party, Person
from headway.domain.rounds import AgendaItem, Arrangement, Delegate, Round
from headway.domain.statements import Rendering, Statement
from headway.domain.undertakings import Action, Undertaking
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.minutes.cells import cell_text, ids_text
from headway.intake.minutes.layout import Field
from headway.intake.minutes.spoken import plain_lines
from headway.intake.minutes.words import folded, shape_of
from headway.intake.workbook.contents import NONE
from headway.intake.workbook.naming import NAMES

Row = dict[Field, str]
RECORD: Field = ("", "record")
"""The last column: which values of the record the row speaks of."""


@dataclass(slots=True)
class Filled:
    """Cells of the head and of every table, the words, names for the lists, what is left out."""

    head: dict[Field, tuple[str, str]] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    words: str = ""
    offered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marking: str = ""
    left_out: list[str] = field(default_factory=list)


def filled(corpus: Corpus, round_id: str, language: str) -> Filled:
    """Everything of a round that the template has a place for, as a viewer may know it.

    NotFound when the corpus has no such round.
    """
    held = corpus.get(Round, round_id)
    if held is None:
        known = ", ".join(one.id for one in corpus.all(Round)[:20])
        raise NotFound(f"there is no round {round_id!r}; there are {known or 'none'}")
    return _Filling(corpus, held, language).filled()


class _Filling:
    def __init__(self, corpus: Corpus, held: Round, language: str) -> None:
        self.corpus, self.round, self.language = corpus, held, language
        self.dialogue = corpus.one(Dialogue, held.dialogue)
        self.values: list[Value] = [held, self.dialogue]
        self.made = Filled()

    def filled(self) -> Filled:
        """Head, tables, words; the markings of all values that are shown."""
        made = self.made
        minutes = self._minutes()
        self._head(minutes)
        concerns: list[str] = []
        made.tables["delegations"] = [*self._delegations()]
        made.tables["agenda"] = [*self._agenda(concerns)]
        made.tables["undertakings"] = [*self._undertakings(concerns)]
        made.tables["actions"] = [*self._actions(concerns)]
        made.tables["raised"] = [*self._raised(concerns)]
        made.tables["next"] = [*self._next()]
        parties = [self.corpus.get(Party, one) for one in self.dialogue.parties]
        made.offered["Party"] = tuple(p.name.within(self.language) for p in parties if p)
        held = [c for c in self.corpus.all(Concern) if c.dialogue == self.dialogue.id]
        made.offered["Concern"] = tuple(c.title.within(self.language) for c in held)
        made.marking = " · ".join(sorted({v.marking for v in self.values if v.marking}))
        return made

    # -- cells -----------------------------------------------------------------------------------

    def _row(self, value: Value, *fields: str) -> Row:
        """The cells of some fields of a value."""
        self.values.append(value)
        noun = type(value).__name__
        return {(noun, name): self._cell(noun, name, getattr(value, name)) for name in fields}

    def _cell(self, noun: str, name: str, content: Any) -> str:
        shape = shape_of(noun, name)
        if shape.refers_to and content:
            many = content if shape.many else (content,)
            return "; ".join(self._name(shape.refers_to, one) for one in many)
        return cell_text(noun, shape, content, self.language)

    def _name(self, noun: str, value_id: str) -> str:
        """The name by which reading finds the value again, or its id."""
        names: dict[str, set[str]] = {}
        own = ""
        kind = _KINDS[noun]
        for value in self.corpus.all(kind):
            content = getattr(value, NAMES[noun])
            texts = list(content.values()) if isinstance(content, Wording) else [str(content)]
            for text in texts:
                names.setdefault(folded(text), set()).add(value.id)
            if value.id == value_id:
                shown = content.within(self.language) if isinstance(content, Wording) else texts[0]
                own = shown.strip()
            names.setdefault(folded(value.id), set()).add(value.id)
        plain = own and not set(own) & set(";；\n\\") and own == " ".join(own.split())
        return own if plain and names.get(folded(own)) == {value_id} else value_id

    def _ids(self, *values: Value | None) -> str:
        return ids_text({type(one).__name__: one.id for one in values if one is not None})

    # -- head ------------------------------------------------------------------------------------

    def _minutes(self) -> tuple[Statement, Rendering] | None:
        held = [
            (one, rendering)
            for one in self.corpus.having(Statement, "round", self.round.id)
            if one.kind == "minutes"
            for rendering in self.corpus.having(Rendering, "statement", one.id)
            if rendering.text and rendering.kind == "original"
        ]
        held.sort(key=lambda pair: (pair[0].sequence, pair[0].id, pair[1].id))
        for statement, rendering in held[1:]:
            self.made.left_out.append(
                f"{statement.id} ({rendering.language}) is left out: there is room for one text"
            )
        return held[0] if held else None

    def _head(self, minutes: tuple[Statement, Rendering] | None) -> None:
        head = self.made.head
        head["Dialogue", "title"] = (
            self._cell("Dialogue", "title", self.dialogue.title),
            f"{self._ids(self.dialogue)} View={self.corpus.viewer.view}",
        )
        for number, party_id in enumerate(self.dialogue.parties[:2], 1):
            party = self.corpus.one(Party, party_id)
            self.values.append(party)
            head["Party", str(number)] = (
                self._cell("Party", "name", party.name),
                self._ids(party),
            )
        for name in ("number", "began_on", "ended_on", "city", "host", "hours"):
            ids = self._ids(self.round) if name == "number" else ""
            head["Round", name] = (self._cell("Round", name, getattr(self.round, name)), ids)
        if minutes is not None:
            self._head_of_minutes(*minutes)

    def _head_of_minutes(self, statement: Statement, rendering: Rendering) -> None:
        head = self.made.head
        self.values += [statement, rendering]
        head["Minutes", "title"] = (
            statement.title.within(self.language),
            self._ids(statement, rendering),
        )
        head["Minutes", "note_taker"] = (
            self._cell("Rendering", "note_taker", rendering.note_taker),
            "",
        )
        head["Minutes", "fidelity"] = (
            self._cell("Rendering", "fidelity", rendering.fidelity),
            "",
        )
        head["Minutes", "language"] = (rendering.language, "")
        head["Minutes", "marking"] = (statement.marking, "")
        self.made.words = plain_lines(self.corpus.text(str(rendering.text)))

    # -- tables ----------------------------------------------------------------------------------

    def _delegations(self) -> Iterator[Row]:
        held = self.corpus.having(Delegate, "round", self.round.id)
        order = {party: place for place, party in enumerate(self.dialogue.parties)}
        for one in sorted(held, key=lambda d: order.get(d.party, 9)):
            person = self.corpus.one(Person, one.person)
            body = self.corpus.get(Body, one.body or person.body)
            row = self._row(one, "party", "comment", "role", "rank", "present")
            row |= self._row(person, "name")
            row |= self._row(body, "name") if body else {}
            yield {**row, RECORD: self._ids(one, person, body)}

    def _agenda(self, concerns: list[str]) -> Iterator[Row]:
        held = self.corpus.having(AgendaItem, "round", self.round.id)
        fields = ("order", "title", "proposed_by", "agreed", "reached", "refused_by", "concerns")
        for one in sorted(held, key=lambda item: item.order):
            concerns.extend(one.concerns)
            yield {**self._row(one, *fields), RECORD: self._ids(one)}

    def _undertakings(self, concerns: list[str]) -> Iterator[Row]:
        for one in self.corpus.having(Undertaking, "round", self.round.id):
            concerns.extend([one.concern] if one.concern else [])
            row = self._row(one, "by", "summary", "concern", "to", "due_on")
            yield {**row, RECORD: self._ids(one)}

    def _actions(self, concerns: list[str]) -> Iterator[Row]:
        for one in self.corpus.having(Action, "after_round", self.round.id):
            concerns.extend([one.concern] if one.concern else [])
            row = self._row(one, "summary", "party", "concern", "due_on")
            yield {**row, RECORD: self._ids(one)}

    def _next(self) -> Iterator[Row]:
        """Steps towards a round that has not been held, taken in the days of this one."""
        began_on, ended_on = self.round.began_on, self.round.ended_on or self.round.began_on
        for one in self.corpus.having(Arrangement, "dialogue", self.dialogue.id):
            if one.round is None and began_on <= one.on <= ended_on:
                row = self._row(one, "step", "by", "on", "reason")
                yield {**row, RECORD: self._ids(one)}

    def _raised(self, also: Iterable[str]) -> Iterator[Row]:
        raisings: Mapping[str, Raising] = {
            one.concern: one for one in self.corpus.having(Raising, "round", self.round.id)
        }
        questions = self.corpus.having(Question, "round", self.round.id)
        named = [*(one.concern for one in questions), *raisings, *also]
        for concern_id in dict.fromkeys(named):
            concern = self.corpus.one(Concern, concern_id)
            asked = [one for one in questions if one.concern == concern_id]
            yield from self._of_concern(concern, raisings.get(concern_id), asked)

    def _of_concern(
        self, concern: Concern, raising: Raising | None, asked: Sequence[Question]
    ) -> Iterator[Row]:
        row = self._row(concern, "title")
        row[("Raising", "step")] = NONE
        row[("Question", "asked_by")] = self._name("Party", concern.raised_by)
        if raising is not None:
            row |= self._row(raising, "step")
        ids: list[Value | None] = [concern, raising]
        for question in asked:
            row |= self._row(question, "asked_by", "summary")
            for reply in self.corpus.having(Reply, "question", question.id) or (None,):
                told = self._row(reply, "kind", "summary") if reply else {}
                yield {**row, **told, RECORD: self._ids(*ids, question, reply)}
                row, ids = {}, []
        if not asked:
            yield {**row, RECORD: self._ids(*ids)}


_KINDS: Mapping[str, type[Any]] = {"Party": Party, "Concern": Concern, "Body": Body}
