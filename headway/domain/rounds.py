"""Sittings of a dialogue, how they came about, what was to be talked about, who came."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import BodyId, ConcernId, Day, DialogueId, PartyId, PersonId, RoundId
from headway.domain.values import Code, Value
from headway.domain.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Round(Value):
    """One sitting, numbered as the sides number it; `hours` of talks where known.

    `number` is None where no source says which one it was; it is never guessed from the dates.
    """

    dialogue: DialogueId
    number: int | None = None
    began_on: Day
    ended_on: Day | None = None
    city: Wording | None = None
    host: PartyId | None = None
    hours: float | None = None
    title: Wording | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement(Value):
    """A step on the way to a round: who proposed, agreed to, postponed or cancelled it, when."""

    dialogue: DialogueId
    round: RoundId | None = None
    step: Literal["proposed", "agreed", "postponed", "cancelled"]
    by: PartyId | None = None
    on: Day
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AgendaItem(Value):
    """What was to be talked about; each of the three outcomes is a code of its own."""

    round: RoundId
    order: int
    title: Wording
    proposed_by: PartyId | None = None
    agreed: Code = "not_looked"
    reached: Code = "not_looked"
    refused_by: PartyId | None = None
    concerns: tuple[ConcernId, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Delegate(Value):
    """One person at one round, in a role and a rank of that party's own ladder."""

    round: RoundId
    person: PersonId
    party: PartyId
    role: Literal["head", "deputy", "member", "expert", "interpreter", "observer"] = "member"
    rank: str = ""
    body: BodyId | None = None
    present: Code = "yes"
    handover_note: Code = "not_looked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendance(Value):
    """What is known of how complete a party's list of delegates at a round is."""

    round: RoundId
    party: PartyId
    list_complete: Code = "not_looked"
    size_stated: int | None = None
