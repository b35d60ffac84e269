"""Tables of what was said or tabled, its renderings, and what was said about the dialogue."""

from django.db.models import F, Q

from headway.domain import statements
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Statement(Fact):
    """Anything said or tabled."""

    title = fields.wording()
    kind = fields.choice()
    delivered_on = fields.day(optional=False)
    party = fields.ref("Party", optional=True)
    dialogue = fields.ref("Dialogue", optional=True)
    round = fields.ref("Round", optional=True)
    speaker = fields.ref("Person", optional=True)
    body = fields.ref("Body", optional=True)
    agenda_item = fields.ref("AgendaItem", optional=True)
    concerns = fields.many()
    forum = fields.text()
    addressee = fields.text()
    session = fields.integer()
    sequence = fields.integer()
    due_on = fields.day()

    class Meta:
        constraints = holds_to(statements.Statement)


class Rendering(Fact):
    """One text of a statement in one language."""

    statement = fields.ref("Statement")
    language = fields.text()
    kind = fields.choice()
    fidelity = fields.choice()
    text = fields.sha256()
    original = fields.sha256()
    note_taker = fields.ref("Party", optional=True)
    available = fields.choice()
    available_on = fields.day()
    reviewed = fields.choice()
    reviewed_on = fields.day()

    class Meta:
        constraints = holds_to(
            statements.Rendering,
            refuses("rendering_held_is_available", Q(text__isnull=True) | Q(available="yes")),
            refuses(
                "rendering_review_has_a_result",
                Q(reviewed_on__isnull=True) | ~Q(reviewed="not_reviewed"),
            ),
        )


class Remark(Fact):
    """What someone said about the dialogue; own words are kept only where they may be quoted."""

    summary = fields.text()
    group = fields.text()
    party = fields.ref("Party", optional=True)
    dialogue = fields.ref("Dialogue", optional=True)
    round = fields.ref("Round", optional=True)
    theme = fields.text()
    words = fields.text()
    language = fields.text()
    quotable = fields.flag()
    said_to = fields.text()
    said_on = fields.day()
    setting = fields.choice()
    terms = fields.choice()
    contradicts = fields.many()

    class Meta:
        constraints = holds_to(
            statements.Remark,
            refuses("remark_words_are_quotable", Q(words="") | Q(quotable=True)),
        )


class Asking(Fact):
    """How many of a group were asked, how many answered."""

    dialogue = fields.ref("Dialogue")
    group = fields.text()
    party = fields.ref("Party", optional=True)
    asked = fields.integer(optional=True)
    answered = fields.integer(optional=True)
    asked_on = fields.day()

    class Meta:
        constraints = holds_to(
            statements.Asking,
            refuses("asking_asked_from_0", Q(asked__gte=0)),
            refuses("asking_answered_from_0", Q(answered__gte=0)),
            refuses("asking_answered_were_asked", Q(answered__lte=F("asked"))),
        )


class Term(Fact):
    """An equivalent of a word in two languages."""

    dialogue = fields.ref("Dialogue")
    wording = fields.wording()
    status = fields.choice()
    views = fields.text()

    class Meta:
        constraints = holds_to(statements.Term)


class Formula(Fact):
    """A phrase too common to mean anything."""

    language = fields.text()
    pattern = fields.text()
    why = fields.choice()

    class Meta:
        constraints = holds_to(statements.Formula)


class Source(Fact):
    """A document or address a fact is from."""

    title = fields.text()
    origin = fields.text()
    relation = fields.choice()
    party = fields.ref("Party", optional=True)
    kind = fields.choice()
    language = fields.text()
    published_on = fields.day()
    address = fields.text()
    original = fields.sha256()
    checked = fields.choice()

    class Meta:
        constraints = holds_to(statements.Source)
