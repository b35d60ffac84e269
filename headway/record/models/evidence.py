"""Tables of what was seen, who looked where, and how one would know."""

from django.db.models import F, Q
from django.db.models.functions import Left

from headway.domain import evidence
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Evidence(Fact):
    """One thing seen that bears for or against a claim."""

    concern = fields.ref("Concern")
    rung = fields.choice()
    bearing = fields.choice()
    summary = fields.text()
    origin = fields.text()
    relation = fields.choice()
    party = fields.ref("Party", optional=True)
    kind = fields.choice()
    event_on = fields.day()
    item_on = fields.day()
    round = fields.ref("Round", optional=True)
    credible = fields.flag()

    class Meta:
        constraints = holds_to(evidence.Evidence)


class Search(Fact):
    """Who looked for evidence of a claim, when, where."""

    concern = fields.ref("Concern")
    rung = fields.choice()
    by = fields.text()
    on = fields.day(optional=False)
    where = fields.text()
    terms = fields.text()
    languages = fields.many()
    round = fields.ref("Round", optional=True)

    class Meta:
        constraints = holds_to(evidence.Search)


class OnwardReport(Fact):
    """Evidence that a concern reached a superior."""

    concern = fields.ref("Concern")
    party = fields.ref("Party")
    round = fields.ref("Round", optional=True)
    reported_on = fields.day()
    level = fields.text()
    able_to_decide = fields.flag()
    how = fields.choice()
    reply = fields.text()

    class Meta:
        constraints = holds_to(evidence.OnwardReport)


class Benchmark(Fact):
    """How one would know that a concern moved."""

    concern = fields.ref("Concern")
    summary = fields.wording()
    fixed_on = fields.day()
    retired_on = fields.day()

    class Meta:
        constraints = holds_to(
            evidence.Benchmark,
            refuses("benchmark_retires_after_it_was_fixed", Q(retired_on__gte=Left("fixed_on", 4))),
        )


class Indicator(Fact):
    """A thing to observe for a benchmark."""

    benchmark = fields.ref("Benchmark")
    name = fields.wording()
    kind = fields.choice()
    unit = fields.text()
    better = fields.choice()

    class Meta:
        constraints = holds_to(evidence.Indicator)


class Observation(Fact):
    """One dated value of an indicator."""

    indicator = fields.ref("Indicator")
    on = fields.day(optional=False)
    printed = fields.text()
    number = fields.number()
    low = fields.number()
    high = fields.number()
    relation = fields.choice()
    vintage = fields.text()
    breaks_series = fields.flag()

    class Meta:
        constraints = holds_to(
            evidence.Observation,
            refuses("observation_low_is_not_above_high", Q(low__lte=F("high"))),
        )
