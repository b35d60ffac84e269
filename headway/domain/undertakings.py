"""What a party said it will do, what became of it, and what was done between rounds."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import (
    AnyId,
    ConcernId,
    Day,
    DialogueId,
    PartyId,
    RecommendationId,
    RoundId,
    StatementId,
    UndertakingId,
)
from headway.domain.values import Code, Value
from headway.domain.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Undertaking(Value):
    """What `by` said it will do, to the other side or to any body (`to`), by a day or not."""

    dialogue: DialogueId
    by: PartyId
    summary: Wording
    concern: ConcernId | None = None
    round: RoundId | None = None
    statement: StatementId | None = None
    given_on: Day | None = None
    due_on: Day | None = None
    to: str = ""


ProgressStatus = Literal[
    "complete",
    "substantial",
    "limited",
    "not_started",
    "reversed",
    "already_done_when_agreed",
    "no_evidence",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress(Value):
    """Where an undertaking stood on a day, as one source class says (OGP's completion codes)."""

    undertaking: UndertakingId
    status: ProgressStatus
    on: Day
    said_by: Literal["own_side", "other_side", "un", "ngo", "press", "assessor"] = "assessor"
    summary: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Position(Value):
    """A party's position on what was asked of it."""

    party: PartyId
    on_what: AnyId
    position: Literal["supported", "partly_supported", "noted", "none"]
    stated_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Action(Value):
    """What someone has to do between rounds; `closed_as` ends it."""

    dialogue: DialogueId
    summary: str
    party: PartyId | None = None
    concern: ConcernId | None = None
    undertaking: UndertakingId | None = None
    after_round: RoundId | None = None
    due_on: Day | None = None
    done_on: Day | None = None
    closed_as: Literal["open", "done", "dropped"] = "open"


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact(Value):
    """An exchange between rounds."""

    dialogue: DialogueId
    on: Day
    kind: Literal["letter", "call", "meeting", "seminar", "note", "paper"]
    by: PartyId | None = None
    summary: str = ""
    concerns: tuple[ConcernId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit(Value):
    """A site visit: asked for, granted, held, with private talks or not, each a code."""

    dialogue: DialogueId
    place_name: Wording
    asked_by: PartyId
    round: RoundId | None = None
    concern: ConcernId | None = None
    asked_on: Day | None = None
    granted: Code = "not_looked"
    held: Code = "not_looked"
    held_on: Day | None = None
    private_talks: Code = "not_looked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event(Value):
    """What happened around the dialogue: a resolution, vote, summit, release, law."""

    on: Day
    kind: Literal["resolution", "vote", "summit", "release", "law", "visit", "protest", "other"]
    summary: Wording
    dialogue: DialogueId | None = None
    parties: tuple[PartyId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Purpose(Value):
    """Why a side holds the dialogue, as stated by itself or as ascribed by somebody else."""

    dialogue: DialogueId
    party: PartyId
    summary: Wording
    mode: Literal["stated", "ascribed"]
    ascribed_by: str = ""
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision(Value):
    """Continue, adjust, suspend or end; what it cites and who dissented; or a review planned."""

    dialogue: DialogueId
    kind: Literal["continue", "adjust", "suspend", "end", "review"]
    party: PartyId | None = None
    due_on: Day | None = None
    decided_on: Day | None = None
    cites: tuple[str, ...] = ()
    dissent: str = ""
    summary: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recommendation(Value):
    """What was recommended to whom, by whom."""

    dialogue: DialogueId | None = None
    to: PartyId | None = None
    by: str
    summary: Wording
    made_on: Day | None = None
    theme: str = ""
    action_category: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RecommendationAnswer(Value):
    """The answer to a recommendation, and separately what followed."""

    recommendation: RecommendationId
    answer: Literal["accepted", "partly", "refused", "no_answer"]
    answered_on: Day | None = None
    follow_up: Literal["done", "under_way", "not_started", "no_evidence", "not_looked"] = (
        "not_looked"
    )
