"""Tables of sittings, how they came about, what was to be talked about, who came."""

from django.db.models import Q

from headway.domain import rounds
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Round(Fact):
    """One sitting; an end before its beginning is flagged, not refused: sources say such things."""

    dialogue = fields.ref("Dialogue")
    number = fields.integer(optional=True)
    began_on = fields.day(optional=False)
    ended_on = fields.day()
    city = fields.wording(optional=True)
    host = fields.ref("Party", optional=True)
    hours = fields.number()
    title = fields.wording(optional=True)

    class Meta:
        constraints = holds_to(
            rounds.Round,
            refuses("round_number_from_1", Q(number__gte=1)),
            refuses("round_hours_from_0", Q(hours__gte=0)),
        )


class Arrangement(Fact):
    """A step on the way to a round."""

    dialogue = fields.ref("Dialogue")
    round = fields.ref("Round", optional=True)
    step = fields.choice()
    by = fields.ref("Party", optional=True)
    on = fields.day(optional=False)
    reason = fields.text()

    class Meta:
        constraints = holds_to(rounds.Arrangement)


class AgendaItem(Fact):
    """What was to be talked about."""

    round = fields.ref("Round")
    order = fields.integer()
    title = fields.wording()
    proposed_by = fields.ref("Party", optional=True)
    agreed = fields.choice()
    reached = fields.choice()
    refused_by = fields.ref("Party", optional=True)
    concerns = fields.many()

    class Meta:
        constraints = holds_to(
            rounds.AgendaItem,
            refuses("agendaitem_order_from_0", Q(order__gte=0)),
        )


class Delegate(Fact):
    """One person at one round."""

    round = fields.ref("Round")
    person = fields.ref("Person")
    party = fields.ref("Party")
    role = fields.choice()
    rank = fields.text()
    body = fields.ref("Body", optional=True)
    present = fields.choice()
    handover_note = fields.choice()

    class Meta:
        constraints = holds_to(rounds.Delegate)


class Attendance(Fact):
    """How complete a party's list of delegates is."""

    round = fields.ref("Round")
    party = fields.ref("Party")
    list_complete = fields.choice()
    size_stated = fields.integer(optional=True)

    class Meta:
        constraints = holds_to(
            rounds.Attendance,
            refuses("attendance_size_from_0", Q(size_stated__gte=0)),
        )
