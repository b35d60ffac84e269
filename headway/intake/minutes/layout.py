"""Which table of the minute template holds which fields of which nouns."""

from collections.abc import Iterator
from dataclasses import dataclass

from headway.intake.minutes.words import ONES, folded, heading, word
from headway.intake.workbook.sheets import Block

Field = tuple[str, str]
"""A noun and one of its fields."""

HEAD: tuple[Field, ...] = (
    ("Dialogue", "title"),
    ("Party", "1"),
    ("Party", "2"),
    ("Round", "number"),
    ("Round", "began_on"),
    ("Round", "ended_on"),
    ("Round", "city"),
    ("Round", "host"),
    ("Round", "hours"),
    ("Minutes", "title"),
    ("Minutes", "note_taker"),
    ("Minutes", "fidelity"),
    ("Minutes", "language"),
    ("Minutes", "marking"),
)
"""The lines of the first table; `Minutes` stands for the statement and its rendering together."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its nouns in blocks, its columns in order, how many empty rows it offers.

    `implied` are fields that every row of a noun has from the head of the minutes.
    """

    key: str
    blocks: tuple[Block, ...]
    columns: tuple[Field, ...]
    rows: int
    implied: tuple[Field, ...] = ()

    def title(self, language: str) -> str:
        """What stands above the table."""
        return word("table", self.key, language)

    def headings(self, language: str) -> dict[str, Field]:
        """Folded headings and what stands below each."""
        return {folded(heading(*one, language)): one for one in self.columns}


def _table(
    key: str, columns: str, rows: int, links: dict[str, str], implied: tuple[str, ...]
) -> Table:
    fields = tuple((c.split(".")[0], c.split(".")[1]) for c in columns.split())
    nouns = [*links, *(noun for noun, _ in fields if noun not in links)]
    blocks = tuple(
        Block(noun, tuple(f for n, f in fields if n == noun), links.get(noun, ""))
        for noun in dict.fromkeys(nouns)
    )
    return Table(
        key, blocks, fields, rows, tuple((i.split(".")[0], i.split(".")[1]) for i in implied)
    )


TABLES: tuple[Table, ...] = (
    _table(
        "delegations",
        "Delegate.party Person.name Delegate.comment Body.name Delegate.role Delegate.rank"
        " Delegate.present",
        8,
        {"Body": "", "Person": "body", "Delegate": "person"},
        ("Delegate.round",),
    ),
    _table(
        "agenda",
        "AgendaItem.order AgendaItem.title AgendaItem.proposed_by AgendaItem.agreed"
        " AgendaItem.reached AgendaItem.refused_by AgendaItem.concerns",
        6,
        {},
        ("AgendaItem.round",),
    ),
    _table(
        "raised",
        "Concern.title Question.asked_by Raising.step Question.summary Reply.kind Reply.summary",
        8,
        {"Concern": "", "Raising": "concern", "Question": "concern", "Reply": "question"},
        ("Raising.round", "Question.round"),
    ),
    _table(
        "undertakings",
        "Undertaking.by Undertaking.summary Undertaking.concern Undertaking.to Undertaking.due_on",
        4,
        {},
        ("Undertaking.round",),
    ),
    _table(
        "actions",
        "Action.summary Action.party Action.concern Action.due_on",
        4,
        {},
        ("Action.after_round",),
    ),
    _table(
        "next",
        "Arrangement.step Arrangement.by Arrangement.on Arrangement.reason",
        2,
        {},
        (),
    ),
)


def labels_of_head() -> Iterator[tuple[str, Field]]:
    """Folded labels of the first table in all languages, and what stands beside each."""
    for language in ONES:
        for one in HEAD:
            yield folded(heading(*one, language)), one
