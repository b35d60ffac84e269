"""Tables of texts and originals, named by the SHA-256 of their content.

Triggers keep both append-only; a document may go only after an erasure names its number.
Numbers are never used twice.
"""

from django.db import models

from headway.record.models.fields import SHA256_LENGTH


class Text(models.Model):
    """A text of a rendering; `hash` is that of its UTF-8."""

    number = models.BigAutoField(primary_key=True)
    hash = models.CharField(max_length=SHA256_LENGTH, unique=True)
    content = models.TextField()


class Original(models.Model):
    """An original document; `seal` is the SHA-256 of its hash, name and media type together."""

    number = models.BigAutoField(primary_key=True)
    hash = models.CharField(max_length=SHA256_LENGTH, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    content = models.BinaryField()
    seal = models.CharField(max_length=SHA256_LENGTH)
