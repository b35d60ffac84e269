"""Tables of the dialogue, its two sides, their institutions and the people in them."""

from django.db.models import Q
from django.db.models.functions import Left

from headway.domain import parties
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Party(Fact):
    """One of the sides."""

    name = fields.wording()
    country = fields.text()
    languages = fields.many()
    ladder = fields.many()
    invented = fields.flag()

    class Meta:
        constraints = holds_to(parties.Party)


class Dialogue(Fact):
    """The recurring process."""

    title = fields.wording()
    parties = fields.many()
    kind = fields.choice()
    began_on = fields.day()
    ended_on = fields.day()
    rounds_stated = fields.integer(optional=True)
    summary = fields.text()
    invented = fields.flag()
    trial = fields.flag()

    class Meta:
        constraints = holds_to(
            parties.Dialogue,
            refuses("dialogue_rounds_stated_from_0", Q(rounds_stated__gte=0)),
        )


class Body(Fact):
    """An institution."""

    name = fields.wording()
    party = fields.ref("Party", optional=True)
    kind = fields.choice()

    class Meta:
        constraints = holds_to(parties.Body)


class Mandate(Fact):
    """What a body is to a concern."""

    body = fields.ref("Body")
    concern = fields.ref("Concern")
    relation = fields.choice()
    since = fields.day()
    until = fields.day()
    disputed = fields.flag()
    disputed_by = fields.text()

    class Meta:
        constraints = holds_to(
            parties.Mandate,
            refuses("mandate_ends_after_it_began", Q(until__gte=Left("since", 4))),
        )


class Person(Fact):
    """An official or other person who acts in the record."""

    name = fields.wording()
    party = fields.ref("Party", optional=True)
    body = fields.ref("Body", optional=True)

    class Meta:
        constraints = holds_to(parties.Person)
