"""Which sheet holds which nouns, in which columns; everything else is derived from their shapes.

A block is the columns of one noun. A block with a `link` belongs to the block of that noun on
the same row; a block without one stands by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, shapes
from headway.domain.values import Value

COMMON = ("label", "sources", "place", "marking", "originator", "comment")
KNOWN_ON = Shape("known_on", "date", False, True, False, None, (), None)


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one noun on a sheet: `shown` fields in order; the others are folded away."""

    noun: str
    shown: tuple[str, ...]
    link: str = ""

    @property
    def type(self) -> type[Value]:
        """The class of the noun."""
        return NOUNS[self.noun]

    @property
    def parent(self) -> str:
        """The noun that `link` names; empty without a link."""
        return next((s.refers_to or "" for s in shapes(self.type) if s.name == self.link), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; the `leading` ones are enough for agenda, overdue list and leading measures."""

    key: str
    blocks: tuple[Block, ...]
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field of a noun, or (`part`) its wording in other languages."""

    noun: str
    shape: Shape
    part: Literal["main", "others"] = "main"
    shown: bool = True

    @property
    def key(self) -> tuple[str, str]:
        """Field and part."""
        return (self.shape.name, self.part)


def _sheet(key: str, *blocks: tuple[str, ...], leading: bool = False) -> Sheet:
    made = []
    for noun, fields, *link in blocks:
        made.append(Block(noun, tuple(fields.split()), link[0] if link else ""))
    return Sheet(key, tuple(made), leading)


SHEETS: tuple[Sheet, ...] = (
    _sheet(
        "start",
        ("Dialogue", "title parties began_on rounds_stated"),
        ("Party", "id name country languages ladder"),
        leading=True,
    ),
    _sheet(
        "rounds",
        ("Round", "id number began_on ended_on city host hours"),
        ("AgendaItem", "order title concerns proposed_by agreed reached refused_by", "round"),
        ("Attendance", "party list_complete size_stated", "round"),
        leading=True,
    ),
    _sheet(
        "people",
        ("Body", "id name party kind"),
        ("Mandate", "concern relation since until disputed", "body"),
        ("Person", "id name", "body"),
        ("Delegate", "round party role rank present handover_note", "person"),
        leading=True,
    ),
    _sheet(
        "concerns",
        ("Concern", "id title raised_by about theme own_wording their_wording"),
        ("Raising", "round step reason", "concern"),
        leading=True,
    ),
    _sheet(
        "answers",
        ("Question", "id concern round asked_by asked_of summary action_category"),
        ("Reply", "kind given_on summary read_by disputed", "question"),
        leading=True,
    ),
    _sheet(
        "undertakings",
        ("Undertaking", "id by summary concern round given_on due_on to"),
        ("Progress", "on status said_by summary", "undertaking"),
        ("Action", "summary party concern after_round due_on done_on closed_as", "undertaking"),
        leading=True,
    ),
    _sheet(
        "papers",
        ("Statement", "id title kind delivered_on party round speaker concerns forum due_on"),
        ("Rendering", "language kind fidelity text available available_on reviewed", "statement"),
        leading=True,
    ),
    _sheet(
        "points",
        (
            "Point",
            "id round party summary concern statement made_before earlier_point earlier_round"
            " read_by disputed",
        ),
    ),
    _sheet(
        "remarks",
        ("Remark", "summary group party round theme words quotable said_to said_on setting terms"),
        ("Asking", "group party asked answered asked_on"),
    ),
    _sheet("events", ("Event", "on kind summary parties")),
    _sheet(
        "between",
        ("Contact", "on kind by summary concerns"),
        ("Visit", "place_name asked_by asked_on granted held held_on private_talks concern"),
        ("Arrangement", "round step by on reason"),
    ),
    _sheet(
        "capacity",
        ("Staffing", "body party on staff counted_as division why_unknown"),
        ("Effort", "round party person_days days_unknown cost currency cost_unknown covers"),
    ),
    _sheet(
        "evidence",
        ("Evidence", "concern rung bearing summary origin relation kind event_on item_on"),
        ("Search", "concern rung by on where terms languages"),
        ("OnwardReport", "concern party round reported_on level able_to_decide how reply"),
    ),
    _sheet(
        "recommendations",
        ("Recommendation", "id to by summary made_on theme action_category"),
        ("RecommendationAnswer", "answer answered_on follow_up", "recommendation"),
    ),
    _sheet(
        "purposes",
        ("Purpose", "party summary mode ascribed_by since until"),
        ("Decision", "kind party decided_on due_on cites dissent summary"),
    ),
    _sheet(
        "cases",
        ("IndividualCase", "id concern listed_by about scheduled_release_on"),
        ("CaseStep", "step on round by", "case"),
    ),
    _sheet(
        "benchmarks",
        ("Benchmark", "id concern summary fixed_on retired_on"),
        ("Indicator", "id name kind unit better", "benchmark"),
        ("Observation", "on printed number low high relation vintage", "indicator"),
    ),
    _sheet("terms", ("Term", "wording status views"), ("Formula", "language pattern why")),
    _sheet("sources", ("Source", "id title origin relation kind published_on address checked")),
)

NOT_ASKED_FOR = frozenset(NOUNS) - {block.noun for sheet in SHEETS for block in sheet.blocks}
"""Nouns that are acts, findings or documents of their own and have no place in a workbook."""


@cache
def columns(block: Block) -> tuple[Column, ...]:
    """The columns of a block in order: those shown and the sources, then all others."""
    by_name = {shape.name: shape for shape in shapes(block.type) if shape.name != block.link}
    shown = [by_name[name] for name in block.shown]
    rest = [s for s in by_name.values() if s not in shown and s.name not in COMMON]
    found = [Column(block.noun, shape) for shape in (*shown, by_name["sources"])]
    found += [Column(block.noun, s, "others", shown=False) for s in shown if s.kind == "wording"]
    for shape in rest:
        found.append(Column(block.noun, shape, shown=False))
        if shape.kind == "wording":
            found.append(Column(block.noun, shape, "others", shown=False))
    common = [by_name[name] for name in COMMON if name != "sources"]
    return (*found, *(Column(block.noun, s, shown=False) for s in (*common, KNOWN_ON)))


def laid_out(sheet: Sheet) -> Iterator[tuple[int, Block, Column]]:
    """Place (from 1; column 0 marks the row), block and column of a whole sheet."""
    place = 0
    for block in sheet.blocks:
        for column in columns(block):
            place += 1
            yield place, block, column


@cache
def sheet_of(noun: str) -> Sheet:
    """The sheet on which values of a noun stand."""
    return next(sheet for sheet in SHEETS if any(block.noun == noun for block in sheet.blocks))
