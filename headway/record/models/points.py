"""The table of points that sides made."""

from django.db.models import Q

from headway.domain import points
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Point(Fact):
    """A point a side made; where it was made earlier is said only of one that was."""

    round = fields.ref("Round")
    party = fields.ref("Party")
    summary = fields.text()
    concern = fields.ref("Concern", optional=True)
    statement = fields.ref("Statement", optional=True)
    made_before = fields.choice()
    earlier_point = fields.ref("Point", optional=True)
    earlier_round = fields.ref("Round", optional=True)
    read_by = fields.text()
    disputed = fields.flag()

    class Meta:
        constraints = holds_to(
            points.Point,
            refuses(
                "point_made_earlier_was_made_before",
                Q(earlier_point__isnull=True) | Q(made_before="yes"),
            ),
            refuses(
                "point_of_earlier_round_was_made_before",
                Q(earlier_round__isnull=True) | Q(made_before="yes"),
            ),
        )
