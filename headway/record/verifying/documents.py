"""Checks of texts, originals and of the store that holds them."""

import hashlib
from collections.abc import Iterable, Iterator

from django.db import connection

from headway.domain.history import Touch
from headway.record import documents
from headway.record.models import Original, Text

_WITH_TEXTS = frozenset({"Rendering", "Edition"})  # whose field `text` is the hash of one


def check(touches: Iterable[Touch]) -> Iterator[str]:
    """Every text and original hashes to its name, and those that values name are there."""
    texts, originals = set[str](), set[str]()
    for name, content in Text.objects.values_list("hash", "content").iterator(chunk_size=200):
        texts.add(name)
        if documents.text_hash(content) != name:
            yield f"The text {name} is not what its hash says: it was changed."
    for one in Original.objects.iterator(chunk_size=1):
        originals.add(one.hash)
        yield from _check_original(one)
    for touch in touches:
        for field, held in (("text", texts), ("original", originals)):
            wanted = _hash_named(touch, field)
            if wanted is not None and wanted not in held:
                yield f"{touch.noun}/{touch.id} names the {field} {wanted}, which is not there."


def _check_original(one: Original) -> Iterator[str]:
    content = bytes(one.content)
    made = documents.Document(one.hash, one.name, one.media_type, content)
    if hashlib.sha256(content).hexdigest() != one.hash:
        yield f"The original {one.hash} is not what its hash says: it was changed."
    elif documents.seal(made) != one.seal:
        yield f"Name or type of the original {one.hash} were changed."


def _hash_named(touch: Touch, field: str) -> str | None:
    if field == "text" and touch.noun not in _WITH_TEXTS:
        return None
    return (touch.data or {}).get(field)


def check_store() -> Iterator[str]:
    """What the database itself finds wrong with its file."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(10)")
        for (line,) in cursor.fetchall():
            if line != "ok":
                yield f"The database file is damaged: {line}."
