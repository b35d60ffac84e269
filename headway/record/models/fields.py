"""The kinds of fields that noun models are written with, and the constraints all of them share."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import BaseConstraint, CheckConstraint, Q

from headway.domain.shape import shapes
from headway.domain.values import Value
from headway.domain.views import LABELS

ID_LENGTH = 120
SHA256_LENGTH = 64


class PlainJSON(models.JSONField):
    """JSON kept as it was written: `jsonb` of PostgreSQL would reorder the languages."""

    def db_type(self, connection: Any) -> str | None:
        """`json` on PostgreSQL, checked text on SQLite."""
        return "json" if connection.vendor == "postgresql" else super().db_type(connection)

    def db_check(self, connection: Any) -> str | None:
        """None: SQLite 3.40 runs JSON_VALID in no schema that it is told not to trust."""
        return None

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The data; psycopg has read `json` already."""
        return json.loads(value) if isinstance(value, str) else value

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuses what is no JSON data."""
        if not isinstance(value, (dict, list, type(None))):
            raise ValidationError("a list or a mapping is kept here")


class Fact(models.Model):
    """What every noun's row has: the fields of Value, and which entry of the log wrote it.

    `known_on` is when the keeper learned it; `log_position` the entry this row is from.
    """

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    label = models.CharField(max_length=ID_LENGTH)
    sources = PlainJSON()
    place = models.TextField()
    marking = models.TextField()
    originator = models.TextField()
    comment = models.TextField()
    known_on = models.CharField(max_length=10)
    log_position = models.BigIntegerField()

    class Meta:
        abstract = True


def text() -> "models.TextField[str, str]":
    """A text, empty where nothing is said."""
    return models.TextField()


def choice(*, optional: bool = False) -> "models.CharField[Any, Any]":
    """One of the noun's choices; `holds_to` of the noun makes the constraint."""
    return models.CharField(max_length=40, null=optional)


def day(*, optional: bool = True) -> "models.CharField[Any, Any]":
    """A partial ISO 8601 date."""
    return models.CharField(max_length=10, null=optional)


def integer(*, optional: bool = False) -> "models.BigIntegerField[Any, Any]":
    """A whole number of 64 bits."""
    return models.BigIntegerField(null=optional)


def number() -> "models.FloatField[Any, Any]":
    """A number that may be unknown."""
    return models.FloatField(null=True)


def flag() -> "models.BooleanField[Any, Any]":
    """True or false."""
    return models.BooleanField()


def wording(*, optional: bool = False) -> PlainJSON:
    """One text per language."""
    return PlainJSON(null=optional)


def many() -> PlainJSON:
    """A list of texts or ids, in their order."""
    return PlainJSON()


def ref(noun: str, *, optional: bool = False) -> "models.ForeignKey[Any, Any]":
    """A reference to a value of one noun, kept whole by the database."""
    return models.ForeignKey(
        f"record.{noun}", on_delete=models.PROTECT, related_name="+", null=optional
    )


def any_ref() -> "models.CharField[Any, Any]":
    """A reference to a value of any noun, written `Noun/id`; kept whole by the acts."""
    return models.CharField(max_length=2 * ID_LENGTH)


def sha256(*, optional: bool = True) -> "models.CharField[Any, Any]":
    """The hash a text or an original is named by."""
    return models.CharField(max_length=SHA256_LENGTH, null=optional)


def holds_to(noun: type[Value], *more: CheckConstraint) -> list[BaseConstraint]:
    """A row has a label and in every field of choices one of the noun's choices; and `more`."""
    name = noun.__name__.lower()
    label = Q(label__in=LABELS) | Q(label__startswith="named:")
    found: list[BaseConstraint] = [CheckConstraint(condition=label, name=f"{name}_label")]
    for shape in shapes(noun):
        if shape.choices:
            within = Q(**{f"{shape.name}__in": shape.choices})
            found.append(CheckConstraint(condition=within, name=f"{name}_{shape.name}"))
    return [*found, *more]


def refuses(name: str, unless: Q) -> CheckConstraint:
    """A named constraint: the row is refused unless the condition holds (or is unknown)."""
    return CheckConstraint(condition=unless, name=name)
