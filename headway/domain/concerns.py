"""Issues raised, threaded over the rounds; questions and what came back; persons' cases."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import (
    AgendaItemId,
    CaseId,
    ConcernId,
    Day,
    DialogueId,
    PartyId,
    PersonId,
    QuestionId,
    RoundId,
    StatementId,
)
from headway.domain.values import Code, Value
from headway.domain.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern(Value):
    """An issue under a neutral title; each side's own wording is kept as it puts it."""

    dialogue: DialogueId
    title: Wording
    raised_by: PartyId
    about: PartyId
    theme: str = ""
    own_wording: Wording | None = None
    their_wording: Wording | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Raising(Value):
    """What happened to a concern at one round.

    `raised` anew, `taken_up` again, `closed` with a reason, or `dropped` (an explicit note that
    it was not taken up; without any Raising a later round simply did not touch it).
    """

    concern: ConcernId
    round: RoundId
    step: Literal["raised", "taken_up", "closed", "dropped"]
    statement: StatementId | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Value):
    """What one side asked the other; `action_category` 1 to 5 after the UPR categories."""

    concern: ConcernId
    round: RoundId
    asked_by: PartyId
    asked_of: PartyId
    summary: str
    statement: StatementId | None = None
    agenda_item: AgendaItemId | None = None
    action_category: int | None = None


ReplyKind = Literal["answered", "partial", "general", "refused", "deferred", "none"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply(Value):
    """What came back to a question, as read by a person (`read_by`); `none` is a reading too.

    A reply given later counts at the round of asking from the day it is known. `disputed`
    readings enter the bounds.
    """

    question: QuestionId
    kind: ReplyKind
    given_on: Day | None = None
    round: RoundId | None = None
    statement: StatementId | None = None
    summary: str = ""
    read_by: str = ""
    disputed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Link(Value):
    """A neutral link between two statements."""

    origin: StatementId
    target: StatementId
    relation: Literal["answers", "refers_back", "defers", "contradicts", "does_not_address"]


@dataclass(frozen=True, kw_only=True, slots=True)
class IndividualCase(Value):
    """A person's case under an opaque id; the name lives in the names file, never here."""

    dialogue: DialogueId
    concern: ConcernId | None = None
    listed_by: PartyId | None = None
    about: PartyId | None = None
    scheduled_release_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseStep(Value):
    """Something dated that happened to a case: asked about, answered, or an outcome."""

    case: CaseId
    step: Literal[
        "asked",
        "answered",
        "list_refused",
        "better_treatment",
        "released",
        "re_detained",
        "worse",
        "died",
        "no_change",
    ]
    on: Day | None = None
    round: RoundId | None = None
    by: PartyId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast(Value):
    """The reply expected to a concern before a round; `sealed_on` fixes it."""

    concern: ConcernId
    round: RoundId
    expected: str
    author: PersonId | None = None
    sealed_on: Day | None = None
    confirmed: Code = "not_looked"
