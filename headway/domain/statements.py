"""What was said or tabled, in which languages, and what was said about the dialogue itself."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import (
    AgendaItemId,
    BodyId,
    ConcernId,
    Day,
    DialogueId,
    OriginalHash,
    PartyId,
    PersonId,
    RemarkId,
    RoundId,
    StatementId,
    TextHash,
)
from headway.domain.values import Code, Value
from headway.domain.wording import Wording

Fidelity = Literal["verbatim", "paper_as_read", "note", "readout"]
StatementKind = Literal[
    "opening",
    "intervention",
    "question",
    "reply",
    "right_of_reply",
    "closing",
    "presentation",
    "readout",
    "joint_statement",
    "press_answer",
    "white_paper",
    "paper",
    "minutes",
    "speech",
    "legal_text",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement(Value):
    """Anything said or tabled: by which side, when, where (`forum`) and to whom (`addressee`).

    `round` is empty for what was said elsewhere; a `legal_text` (treaty, declaration) is canon
    that any side may quote. `session` and `sequence` order one day;
    `due_on` is when a paper was due in both languages.
    """

    title: Wording
    kind: StatementKind
    delivered_on: Day
    party: PartyId | None = None
    dialogue: DialogueId | None = None
    round: RoundId | None = None
    speaker: PersonId | None = None
    body: BodyId | None = None
    agenda_item: AgendaItemId | None = None
    concerns: tuple[ConcernId, ...] = ()
    forum: str = ""
    addressee: str = ""
    session: int = 0
    sequence: int = 0
    due_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendering(Value):
    """One text of a statement in one language; `text` is the hash of its text, or none is held.

    `available` says whether the text is known to exist at all; `reviewed` by a qualified
    bilingual person: fit, corrected or not usable.
    """

    statement: StatementId
    language: str
    kind: Literal["original", "official_translation", "interpretation", "working_translation"]
    fidelity: Fidelity
    text: TextHash | None = None
    original: OriginalHash | None = None
    note_taker: PartyId | None = None
    available: Code = "yes"
    available_on: Day | None = None
    reviewed: Literal["fit", "corrected", "not_usable", "not_reviewed"] = "not_reviewed"
    reviewed_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark(Value):
    """What someone said about the dialogue: side and group, to whom, when, in which setting.

    `words` are the person's own (only where `quotable`), `summary` is ours; `terms` are the
    terms of attribution; `contradicts` names remarks that say the opposite. No `group`: nobody
    noted it, or the terms do not let this reader know it.
    """

    summary: str
    group: str = ""
    party: PartyId | None = None
    dialogue: DialogueId | None = None
    round: RoundId | None = None
    theme: str = ""
    words: str = ""
    language: str = "en"
    quotable: bool = False
    said_to: str = ""
    said_on: Day | None = None
    setting: Literal[
        "interview",
        "hearing",
        "press",
        "talks",
        "corridor",
        "letter",
        "publication",
        "form",
    ] = "interview"
    terms: Literal["named", "by_function", "by_group", "not_attributable"] = "by_group"
    contradicts: tuple[RemarkId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking(Value):
    """How many people of a group were asked for remarks, and how many answered."""

    dialogue: DialogueId
    group: str
    party: PartyId | None = None
    asked: int | None = None
    answered: int | None = None
    asked_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Term(Value):
    """An equivalent of a word in two languages, agreed or disputed between the sides."""

    dialogue: DialogueId
    wording: Wording
    status: Literal["agreed", "disputed", "proposed"] = "proposed"
    views: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Formula(Value):
    """A phrase too common to mean anything; `{name}`, `{country}`, `{number}` are slots."""

    language: str
    pattern: str
    why: Literal["courtesy", "title", "template"] = "courtesy"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source(Value):
    """A document or address a fact is from, and who really says it (`origin`).

    `relation` tells whether its origin is a party (then `party`), the UN, an NGO, press or else.
    """

    title: str
    origin: str
    relation: Literal["party", "un", "ngo", "press", "parliament", "court", "academic", "other"] = (
        "other"
    )
    party: PartyId | None = None
    kind: Literal[
        "official_record",
        "statement",
        "report",
        "law",
        "testimony",
        "article",
        "letter",
        "data",
        "web_page",
        "own_note",
        "other",
    ] = "other"
    language: str = ""
    published_on: Day | None = None
    address: str = ""
    original: OriginalHash | None = None
    checked: Literal["read", "seen_in_part", "not_checked"] = "read"
