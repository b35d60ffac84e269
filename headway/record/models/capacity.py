"""Tables of what a side puts into a dialogue."""

from django.db.models import Q

from headway.domain import capacity
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Staffing(Fact):
    """How many worked at a body of a party on a day: a number, or why there is none."""

    body = fields.ref("Body")
    party = fields.ref("Party")
    on = fields.day(optional=False)
    staff = fields.number()
    counted_as = fields.choice()
    division = fields.text()
    why_unknown = fields.choice(optional=True)

    class Meta:
        constraints = holds_to(
            capacity.Staffing,
            refuses("staffing_staff_from_0", Q(staff__gte=0)),
            refuses(
                "staffing_known_or_why_not", Q(staff__isnull=True) | Q(why_unknown__isnull=True)
            ),
        )


class Effort(Fact):
    """What one round took a party; an amount has its currency."""

    round = fields.ref("Round")
    party = fields.ref("Party")
    person_days = fields.number()
    days_unknown = fields.choice(optional=True)
    cost = fields.number()
    currency = fields.text()
    cost_unknown = fields.choice(optional=True)
    covers = fields.text()

    class Meta:
        constraints = holds_to(
            capacity.Effort,
            refuses("effort_days_from_0", Q(person_days__gte=0)),
            refuses("effort_cost_from_0", Q(cost__gte=0)),
            refuses("effort_cost_has_a_currency", Q(cost__isnull=True) | ~Q(currency="")),
            refuses(
                "effort_days_known_or_why_not",
                Q(person_days__isnull=True) | Q(days_unknown__isnull=True),
            ),
            refuses(
                "effort_cost_known_or_why_not", Q(cost__isnull=True) | Q(cost_unknown__isnull=True)
            ),
        )
