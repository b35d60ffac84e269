"""The recurring process, its two sides, their institutions and the people in them."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import BodyId, ConcernId, Day, PartyId
from headway.domain.values import Value
from headway.domain.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Party(Value):
    """One of the sides; `ladder` names its own ranks from lowest to highest."""

    name: Wording
    country: str = ""
    languages: tuple[str, ...] = ()
    ladder: tuple[str, ...] = ()
    invented: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialogue(Value):
    """The recurring process; a `forum` is a gathering of many whose texts are kept for comparison.

    `rounds_stated` keeps how many rounds a source says there were, to be held against the record.
    """

    title: Wording
    parties: tuple[PartyId, ...]
    kind: Literal["dialogue", "forum"] = "dialogue"
    began_on: Day | None = None
    ended_on: Day | None = None
    rounds_stated: int | None = None
    summary: str = ""
    invented: bool = False
    trial: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Body(Value):
    """An institution of a party, or one that is not a party (`kind`)."""

    name: Wording
    party: PartyId | None = None
    kind: Literal[
        "foreign_ministry",
        "ministry",
        "legislature",
        "court",
        "prosecution",
        "police",
        "commission",
        "research",
        "ngo",
        "international",
        "press",
        "other",
    ] = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate(Value):
    """What a body is to a concern: owns, implements, speaks for or knows; from when to when.

    `disputed` when somebody contests it; `disputed_by` says who, in words.
    """

    body: BodyId
    concern: ConcernId
    relation: Literal["owns", "implements", "speaks_for", "knows"]
    since: Day | None = None
    until: Day | None = None
    disputed: bool = False
    disputed_by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person(Value):
    """An official or other person who acts in the record; never a person at risk."""

    name: Wording
    party: PartyId | None = None
    body: BodyId | None = None
