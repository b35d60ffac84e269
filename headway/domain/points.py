"""Points a side made, as a person read them out of minutes, and whether it had made them before."""

from dataclasses import dataclass

from headway.domain.ids import ConcernId, PartyId, PointId, RoundId, StatementId
from headway.domain.values import Code, Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Point(Value):
    """A point a side made at a round, told neutrally by a person who read the minutes (`read_by`).

    `made_before` says whether that side had made it at an earlier round, as far as the reader
    could read those; then `earlier_point` or `earlier_round` may say where. `statement` is the
    note or paper it was read in. `disputed` when somebody reads it otherwise: it enters the bounds.
    """

    round: RoundId
    party: PartyId
    summary: str
    concern: ConcernId | None = None
    statement: StatementId | None = None
    made_before: Code = "not_looked"
    earlier_point: PointId | None = None
    earlier_round: RoundId | None = None
    read_by: str = ""
    disputed: bool = False
