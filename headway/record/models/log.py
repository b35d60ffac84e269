"""Tables of the log: entries, the commitments of what they touched, contents, erasures.

Triggers keep all four append-only (`headway.record.triggers`). A content may go only after an
erasure names its touch; its commitment stays.
"""

from django.db import models
from django.db.models import Q

from headway.record.models.fields import ID_LENGTH, SHA256_LENGTH, PlainJSON

SPAN = 10_000_000
"""A touch is numbered `position * SPAN + order`: an entry touches at most so many values."""


class LogEntry(models.Model):
    """One act: its place in the log from 1, who did it, when, and its RFC 6962 leaf hash in hex."""

    position = models.BigIntegerField(primary_key=True)
    act = models.CharField(max_length=40)
    actor = models.CharField(max_length=ID_LENGTH)
    at = models.CharField(max_length=20)
    leaf = models.CharField(max_length=SHA256_LENGTH)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(position__gte=1), name="logentry_position_from_1")
        ]


class LogTouch(models.Model):
    """The keyed commitment, in hex, to one value as one entry wrote it."""

    number = models.BigIntegerField(primary_key=True)
    commitment = models.CharField(max_length=SHA256_LENGTH)


class LogContent(models.Model):
    """What a touch wrote, and the key of its commitment in hex."""

    touch = models.OneToOneField(
        LogTouch, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    noun = models.CharField(max_length=40)
    value_id = models.CharField(max_length=ID_LENGTH)
    label = models.CharField(max_length=ID_LENGTH)
    known_on = models.CharField(max_length=10)
    data = PlainJSON()
    key = models.CharField(max_length=SHA256_LENGTH)

    class Meta:
        indexes = [models.Index(fields=["value_id", "noun"], name="logcontent_value")]


class LogErasure(models.Model):
    """That one content, text or original was lawfully erased, by which entry, and why.

    `target` is the number of the touch, the text or the original.
    """

    entry = models.ForeignKey(LogEntry, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    target = models.BigIntegerField()
    category = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "target"], name="logerasure_once"),
            models.CheckConstraint(
                condition=Q(kind__in=("touch", "text", "original")), name="logerasure_kind"
            ),
        ]
