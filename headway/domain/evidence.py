"""What was seen, who really said it, who looked where, and how one would know."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import BenchmarkId, ConcernId, Day, IndicatorId, PartyId, RoundId
from headway.domain.values import Value
from headway.domain.wording import Wording

Rung = Literal["raised", "answered", "undertaking", "reported", "acted", "changed", "contributed"]
RUNGS: tuple[Rung, ...] = (
    "raised",
    "answered",
    "undertaking",
    "reported",
    "acted",
    "changed",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(Value):
    """One thing seen that bears for or against a claim (a concern on a rung of the ladder).

    `origin` is who really said it (two papers quoting one ministry are one origin);
    `relation` is that origin's relation to the parties; `credible` false keeps the item but
    takes it out of the status.
    """

    concern: ConcernId
    rung: Rung
    bearing: Literal["for", "against"]
    summary: str
    origin: str
    relation: Literal["party", "un", "ngo", "press", "other"] = "other"
    party: PartyId | None = None
    kind: Literal["document", "observation", "testimony", "report", "statement"] = "report"
    event_on: Day | None = None
    item_on: Day | None = None
    round: RoundId | None = None
    credible: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Search(Value):
    """Who looked for evidence of a claim, when, where, with which words, in which languages."""

    concern: ConcernId
    rung: Rung
    by: str
    on: Day
    where: str
    terms: str = ""
    languages: tuple[str, ...] = ()
    round: RoundId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OnwardReport(Value):
    """Evidence that a concern reached a superior on one side; or an explicit refusal to say."""

    concern: ConcernId
    party: PartyId
    round: RoundId | None = None
    reported_on: Day | None = None
    level: str = ""
    able_to_decide: bool = False
    how: Literal["confirmed_in_writing", "stated_orally", "inferred", "declined"] = "stated_orally"
    reply: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmark(Value):
    """How one would know that a concern moved, as fixed on a day."""

    concern: ConcernId
    summary: Wording
    fixed_on: Day | None = None
    retired_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator(Value):
    """A thing to observe for a benchmark: structural, process or outcome."""

    benchmark: BenchmarkId
    name: Wording
    kind: Literal["structural", "process", "outcome"]
    unit: str = ""
    better: Literal["higher", "lower", "neither"] = "neither"


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation(Value):
    """One dated value of an indicator, kept as its source printed it, with its vintage."""

    indicator: IndicatorId
    on: Day
    printed: str
    number: float | None = None
    low: float | None = None
    high: float | None = None
    relation: Literal["party", "un", "ngo", "press", "other"] = "other"
    vintage: str = ""
    breaks_series: bool = False
