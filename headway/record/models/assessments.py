"""Tables of signed documents, judgements, what was handed in, let out, withheld."""

from django.db.models import Q

from headway.domain import assessments
from headway.record.models import fields
from headway.record.models.fields import Fact, holds_to, refuses


class Assessment(Fact):
    """A dated, signed document."""

    dialogue = fields.ref("Dialogue")
    title = fields.wording()
    author = fields.text()
    commissioner = fields.text()
    terms_of_reference = fields.text()
    interest = fields.text()
    commissioned_on = fields.day()
    delivered_on = fields.day()
    published_on = fields.day()

    class Meta:
        constraints = holds_to(assessments.Assessment)


class Edition(Fact):
    """One text of an assessment."""

    assessment = fields.ref("Assessment")
    version = fields.text()
    language = fields.text()
    view = fields.choice()
    as_of = fields.day(optional=False)
    written_on = fields.day(optional=False)
    text = fields.sha256(optional=False)
    original = fields.sha256()
    corrects = fields.ref("Edition", optional=True)
    correction = fields.text()

    class Meta:
        constraints = holds_to(
            assessments.Edition,
            refuses("correction_says_what_changed", Q(corrects__isnull=True) | ~Q(correction="")),
        )


class Judgement(Fact):
    """What a person concluded, signed and dated."""

    about = fields.any_ref()
    summary = fields.text()
    signed_by = fields.text()
    signed_on = fields.day(optional=False)
    assessment = fields.ref("Assessment", optional=True)
    finding = fields.text()
    grade = fields.choice(optional=True)

    class Meta:
        constraints = holds_to(
            assessments.Judgement,
            refuses("judgement_is_signed", ~Q(signed_by="")),
        )


class Answer(Fact):
    """A party's own reply to anything said about it here."""

    about = fields.any_ref()
    party = fields.ref("Party")
    words = fields.wording(optional=True)
    offered_on = fields.day()
    given_on = fields.day()

    class Meta:
        constraints = holds_to(
            assessments.Answer,
            refuses("answer_given_has_words", Q(given_on__isnull=True) | Q(words__isnull=False)),
        )


class Submission(Fact):
    """What an NGO handed in."""

    submitter = fields.text()
    received_on = fields.day(optional=False)
    consent = fields.text()
    summary = fields.text()
    dialogue = fields.ref("Dialogue", optional=True)
    concern = fields.ref("Concern", optional=True)
    taken_up_in = fields.ref("Round", optional=True)
    dropped_because = fields.text()

    class Meta:
        constraints = holds_to(
            assessments.Submission,
            refuses(
                "submission_taken_up_or_dropped",
                Q(taken_up_in__isnull=True) | Q(dropped_because=""),
            ),
        )


class Release(Fact):
    """What was let out, to which view, when, by whose decision."""

    view = fields.choice()
    title = fields.wording()
    author = fields.text()
    version = fields.text()
    released_on = fields.day(optional=False)
    decided_by = fields.text()
    dialogue = fields.ref("Dialogue", optional=True)
    items = fields.many()
    measures = fields.many()

    class Meta:
        constraints = holds_to(
            assessments.Release,
            refuses("release_was_decided_by_someone", ~Q(decided_by="")),
        )


class Withholding(Fact):
    """A decision to disclose that something is not shown."""

    item = fields.any_ref()
    noun = fields.text()
    category = fields.choice()
    decided_on = fields.day(optional=False)
    decided_by = fields.text()
    dialogue = fields.ref("Dialogue", optional=True)
    round = fields.ref("Round", optional=True)
    concern = fields.ref("Concern", optional=True)

    class Meta:
        constraints = holds_to(
            assessments.Withholding,
            refuses("withholding_was_decided_by_someone", ~Q(decided_by="")),
        )


class Flag(Fact):
    """Something in the record that does not add up."""

    about = fields.any_ref()
    summary = fields.text()
    found_on = fields.day()
    settled = fields.text()

    class Meta:
        constraints = holds_to(assessments.Flag)
