"""Tables of the log: entries, the commitments of what they touched, contents, erasures.

Triggers keep all four append-only (`headway.record.triggers`). A content may go only after an
erasure names its touch; its commitment stays.
"""

from typing import TypeVar

from django.db import models
from django.db.models import Q

from headway.record.models.fields import ID_LENGTH, SHA256_LENGTH, PlainJSON

SPAN = 10_000_000
"""A touch is numbered `position * SPAN + order`: an entry touches at most so many values."""

_T = TypeVar("_T")


def list_of(*parts: _T) -> list[_T]:
    """The list Django wants in a Meta."""
    return list(parts)


class LogEntry(models.Model):
    """One act: its place in the log from 1, who did it, when, and its RFC 6962 leaf hash in hex.

    `erases` says what an act of erasure erased, as the leaf has it.
    """

    position = models.BigIntegerField(primary_key=True)
    act = models.CharField(max_length=40)
    actor = models.CharField(max_length=ID_LENGTH)
    at = models.CharField(max_length=20)
    leaf = models.CharField(max_length=SHA256_LENGTH)
    erases = PlainJSON(null=True)

    class Meta:
        constraints = list_of(
            models.CheckConstraint(condition=Q(position__gte=1), name="logentry_position_from_1")
        )


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
        indexes = list_of(models.Index(fields=["value_id", "noun"], name="logcontent_value"))


class LogErasure(models.Model):
    """That one content, text or original was lawfully erased, by which entry, and why.

    `target` is the number of the touch, the text or the original.
    """

    entry = models.ForeignKey(LogEntry, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    target = models.BigIntegerField()
    category = models.CharField(max_length=40)

    class Meta:
        constraints = list_of(
            models.UniqueConstraint(fields=["kind", "target"], name="logerasure_once"),
            models.CheckConstraint(
                condition=Q(kind__in=("touch", "text", "original")), name="logerasure_kind"
            ),
        )
