"""What a side puts into a dialogue: people in its division, days of work and money at a round."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import BodyId, Day, PartyId, RoundId
from headway.domain.values import Value

WhyUnknown = Literal["no_evidence", "not_looked", "withheld", "not_assessed"]
"""Why a number is missing; without one, nobody looked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Staffing(Value):
    """How many worked on human rights at a body of a party on a day, as one source states it.

    `division` names the unit within the body; `counted_as` what is counted. Counts of different
    things or units are never added or compared. `why_unknown` stands only where `staff` does not.
    """

    body: BodyId
    party: PartyId
    on: Day
    staff: float | None = None
    counted_as: Literal["persons", "posts", "full_time_equivalents"] = "persons"
    division: str = ""
    why_unknown: WhyUnknown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort(Value):
    """What one round took a party, as one source states it: person-days, cost, or both.

    `cost` is an amount in `currency` (ISO 4217, as `CAD`), never converted; `covers` says in words
    what the figures cover. `days_unknown` and `cost_unknown` stand only where the number does not.
    """

    round: RoundId
    party: PartyId
    person_days: float | None = None
    days_unknown: WhyUnknown | None = None
    cost: float | None = None
    currency: str = ""
    cost_unknown: WhyUnknown | None = None
    covers: str = ""
