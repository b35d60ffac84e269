"""Tables of issues raised, questions and what came back, persons' cases."""

from django.db.models import F, Q

from headway.domain import concerns
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Concern(Fact):
    """An issue under a neutral title."""

    dialogue = fields.ref("Dialogue")
    title = fields.wording()
    raised_by = fields.ref("Party")
    about = fields.ref("Party")
    theme = fields.text()
    own_wording = fields.wording(optional=True)
    their_wording = fields.wording(optional=True)

    class Meta:
        constraints = holds_to(concerns.Concern)


class Raising(Fact):
    """What happened to a concern at one round."""

    concern = fields.ref("Concern")
    round = fields.ref("Round")
    step = fields.choice()
    statement = fields.ref("Statement", optional=True)
    reason = fields.text()

    class Meta:
        constraints = holds_to(concerns.Raising)


class Question(Fact):
    """What one side asked the other."""

    concern = fields.ref("Concern")
    round = fields.ref("Round")
    asked_by = fields.ref("Party")
    asked_of = fields.ref("Party")
    summary = fields.text()
    statement = fields.ref("Statement", optional=True)
    agenda_item = fields.ref("AgendaItem", optional=True)
    action_category = fields.integer(optional=True)

    class Meta:
        constraints = holds_to(
            concerns.Question,
            refuses("question_asks_the_other", ~Q(asked_by=F("asked_of"))),
            refuses(
                "question_action_category_1_to_5",
                Q(action_category__gte=1) & Q(action_category__lte=5),
            ),
        )


class Reply(Fact):
    """What came back to a question."""

    question = fields.ref("Question")
    kind = fields.choice()
    given_on = fields.day()
    round = fields.ref("Round", optional=True)
    statement = fields.ref("Statement", optional=True)
    summary = fields.text()
    read_by = fields.text()
    disputed = fields.flag()

    class Meta:
        constraints = holds_to(concerns.Reply)


class Link(Fact):
    """A neutral link between two statements."""

    origin = fields.ref("Statement")
    target = fields.ref("Statement")
    relation = fields.choice()

    class Meta:
        constraints = holds_to(
            concerns.Link,
            refuses("link_joins_two", ~Q(origin=F("target"))),
        )


class IndividualCase(Fact):
    """A person's case under an opaque id."""

    dialogue = fields.ref("Dialogue")
    concern = fields.ref("Concern", optional=True)
    listed_by = fields.ref("Party", optional=True)
    about = fields.ref("Party", optional=True)
    scheduled_release_on = fields.day()

    class Meta:
        constraints = holds_to(concerns.IndividualCase)


class CaseStep(Fact):
    """Something dated that happened to a case."""

    case = fields.ref("IndividualCase")
    step = fields.choice()
    on = fields.day()
    round = fields.ref("Round", optional=True)
    by = fields.ref("Party", optional=True)

    class Meta:
        constraints = holds_to(concerns.CaseStep)


class Forecast(Fact):
    """The reply expected to a concern before a round."""

    concern = fields.ref("Concern")
    round = fields.ref("Round")
    expected = fields.text()
    author = fields.ref("Person", optional=True)
    sealed_on = fields.day()
    confirmed = fields.choice()

    class Meta:
        constraints = holds_to(concerns.Forecast)
