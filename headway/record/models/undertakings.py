"""Tables of what a party said it will do, what became of it, what was done between rounds."""

from django.db.models import Q
from django.db.models.functions import Left

from headway.domain import undertakings
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Undertaking(Fact):
    """What a party said it will do."""

    dialogue = fields.ref("Dialogue")
    by = fields.ref("Party")
    summary = fields.wording()
    concern = fields.ref("Concern", optional=True)
    round = fields.ref("Round", optional=True)
    statement = fields.ref("Statement", optional=True)
    given_on = fields.day()
    due_on = fields.day()
    to = fields.text()

    class Meta:
        constraints = holds_to(undertakings.Undertaking)


class Progress(Fact):
    """Where an undertaking stood on a day."""

    undertaking = fields.ref("Undertaking")
    status = fields.choice()
    on = fields.day(optional=False)
    said_by = fields.choice()
    summary = fields.text()

    class Meta:
        constraints = holds_to(undertakings.Progress)


class Position(Fact):
    """A party's position on what was asked of it."""

    party = fields.ref("Party")
    on_what = fields.any_ref()
    position = fields.choice()
    stated_on = fields.day()

    class Meta:
        constraints = holds_to(undertakings.Position)


class Action(Fact):
    """What someone has to do between rounds."""

    dialogue = fields.ref("Dialogue")
    summary = fields.text()
    party = fields.ref("Party", optional=True)
    concern = fields.ref("Concern", optional=True)
    undertaking = fields.ref("Undertaking", optional=True)
    after_round = fields.ref("Round", optional=True)
    due_on = fields.day()
    done_on = fields.day()
    closed_as = fields.choice()

    class Meta:
        constraints = holds_to(
            undertakings.Action,
            refuses("action_done_when_closed", Q(done_on__isnull=True) | Q(closed_as="done")),
        )


class Contact(Fact):
    """An exchange between rounds."""

    dialogue = fields.ref("Dialogue")
    on = fields.day(optional=False)
    kind = fields.choice()
    by = fields.ref("Party", optional=True)
    summary = fields.text()
    concerns = fields.many()

    class Meta:
        constraints = holds_to(undertakings.Contact)


class Visit(Fact):
    """A site visit."""

    dialogue = fields.ref("Dialogue")
    place_name = fields.wording()
    asked_by = fields.ref("Party")
    round = fields.ref("Round", optional=True)
    concern = fields.ref("Concern", optional=True)
    asked_on = fields.day()
    granted = fields.choice()
    held = fields.choice()
    held_on = fields.day()
    private_talks = fields.choice()

    class Meta:
        constraints = holds_to(
            undertakings.Visit,
            refuses("visit_held_when_dated", Q(held_on__isnull=True) | Q(held="yes")),
        )


class Event(Fact):
    """What happened around the dialogue."""

    on = fields.day(optional=False)
    kind = fields.choice()
    summary = fields.wording()
    dialogue = fields.ref("Dialogue", optional=True)
    parties = fields.many()

    class Meta:
        constraints = holds_to(undertakings.Event)


class Purpose(Fact):
    """Why a side holds the dialogue."""

    dialogue = fields.ref("Dialogue")
    party = fields.ref("Party")
    summary = fields.wording()
    mode = fields.choice()
    ascribed_by = fields.text()
    since = fields.day()
    until = fields.day()

    class Meta:
        constraints = holds_to(
            undertakings.Purpose,
            refuses("purpose_ends_after_it_began", Q(until__gte=Left("since", 4))),
        )


class Decision(Fact):
    """Continue, adjust, suspend or end; or a review planned."""

    dialogue = fields.ref("Dialogue")
    kind = fields.choice()
    party = fields.ref("Party", optional=True)
    due_on = fields.day()
    decided_on = fields.day()
    cites = fields.many()
    dissent = fields.text()
    summary = fields.text()

    class Meta:
        constraints = holds_to(
            undertakings.Decision,
            refuses(
                "decision_is_dated_or_due",
                Q(decided_on__isnull=False) | Q(due_on__isnull=False),
            ),
        )


class Recommendation(Fact):
    """What was recommended to whom, by whom."""

    dialogue = fields.ref("Dialogue", optional=True)
    to = fields.ref("Party", optional=True)
    by = fields.text()
    summary = fields.wording()
    made_on = fields.day()
    theme = fields.text()
    action_category = fields.integer(optional=True)

    class Meta:
        constraints = holds_to(
            undertakings.Recommendation,
            refuses(
                "recommendation_action_category_1_to_5",
                Q(action_category__gte=1) & Q(action_category__lte=5),
            ),
        )


class RecommendationAnswer(Fact):
    """The answer to a recommendation, and what followed."""

    recommendation = fields.ref("Recommendation")
    answer = fields.choice()
    answered_on = fields.day()
    follow_up = fields.choice()

    class Meta:
        constraints = holds_to(undertakings.RecommendationAnswer)
