"""Texts and originals by the hash of their content: staging them, reading them."""

import hashlib
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from headway.domain.errors import BadInput, NotFound
from headway.domain.shape import canonical
from headway.record.models import Original, Text

_STAGED_AT_ONCE = 1_000_000
_ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Document:
    """An original document; `hash` is the SHA-256 of its content in hex."""

    hash: str
    name: str
    media_type: str
    content: bytes


def text_hash(text: str) -> str:
    """The SHA-256 in hex of a text's UTF-8, nothing normalised."""
    return hashlib.sha256(text.encode()).hexdigest()


def document(name: str, content: bytes) -> Document:
    """A document from its file name and bytes."""
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Document(hashlib.sha256(content).hexdigest(), name, media_type, content)


def seal(one: Document) -> str:
    """SHA-256 over hash, name and media type, so that none of them changes by itself."""
    return hashlib.sha256(canonical([one.hash, one.name, one.media_type])).hexdigest()


# -- reading ----------------------------------------------------------------------------------


def text(text_hash: str) -> str:
    """One text; NotFound when the record holds none of that hash."""
    found = Text.objects.filter(hash=text_hash).values_list("content", flat=True).first()
    if found is None:
        raise NotFound(f"this record holds no text {text_hash}")
    return found


def original(original_hash: str) -> Document:
    """One original; NotFound when the record holds none of that hash."""
    found = Original.objects.filter(hash=original_hash).first()
    if found is None:
        raise NotFound(f"this record holds no original {original_hash}")
    return Document(found.hash, found.name, found.media_type, bytes(found.content))


def texts() -> Iterator[str]:
    """All texts, by hash."""
    yield from Text.objects.order_by("hash").values_list("content", flat=True).iterator(100)


def originals() -> Iterator[Document]:
    """All originals, by hash."""
    for one in Original.objects.order_by("hash").iterator(1):
        yield Document(one.hash, one.name, one.media_type, bytes(one.content))


def texts_held(hashes: Iterable[str]) -> set[str]:
    """Those of the hashes that name a text of the record."""
    return _held(Text, hashes)


def originals_held(hashes: Iterable[str]) -> set[str]:
    """Those of the hashes that name an original of the record."""
    return _held(Original, hashes)


def _held(model: type[Text] | type[Original], hashes: Iterable[str]) -> set[str]:
    wanted, found = list(hashes), set[str]()
    for start in range(0, len(wanted), _ASKED_AT_ONCE):
        part = wanted[start : start + _ASKED_AT_ONCE]
        rows = model._default_manager.filter(hash__in=part)
        found.update(rows.values_list("hash", flat=True))
    return found


# -- staging ----------------------------------------------------------------------------------


def stage_texts(brought: Mapping[str, str], wanted: Iterable[str]) -> int:
    """Stores the wanted texts that are not there yet, about a megabyte a transaction.

    Returns how many were stored. A text nothing refers to is harmless. BadInput when a text is
    not what its hash says.
    """
    absent = [one for one in dict.fromkeys(wanted) if one in brought]
    held = texts_held(absent)
    stored = 0
    for part in _parts((h for h in absent if h not in held), brought):
        Text.objects.bulk_create([Text(hash=h, content=content) for h, content in part])
        stored += len(part)
    return stored


def _parts(hashes: Iterable[str], brought: Mapping[str, str]) -> Iterator[list[tuple[str, str]]]:
    part: list[tuple[str, str]] = []
    size = 0
    for one in hashes:
        content = brought[one]
        if text_hash(content) != one:
            raise BadInput(f"the text {one} is not what its hash says; read the bundle again")
        part.append((one, content))
        size += len(content.encode())
        if size >= _STAGED_AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def stage_originals(brought: Mapping[str, tuple[str, bytes]], wanted: Iterable[str]) -> int:
    """Stores the wanted originals that are not there yet, one a transaction; returns how many."""
    absent = [one for one in dict.fromkeys(wanted) if one in brought]
    held = originals_held(absent)
    stored = 0
    for one in absent:
        if one in held:
            continue
        made = document(*brought[one])
        if made.hash != one:
            raise BadInput(f"the original {one} is not what its hash says; read it again")
        with transaction.atomic():
            Original.objects.create(
                hash=made.hash,
                name=made.name,
                media_type=made.media_type,
                content=made.content,
                seal=seal(made),
            )
        stored += 1
    return stored


# -- as mappings, for exports -----------------------------------------------------------------


class Texts(Mapping[str, str]):
    """Hash to text of the record, each read when asked for."""

    def __getitem__(self, text_hash: str) -> str:
        try:
            return text(text_hash)
        except NotFound as error:
            raise KeyError(text_hash) from error

    def __iter__(self) -> Iterator[str]:
        return iter(list(Text.objects.order_by("hash").values_list("hash", flat=True)))

    def __len__(self) -> int:
        return Text.objects.count()


class Originals(Mapping[str, tuple[str, bytes]]):
    """Hash to file name and bytes of an original of the record, each read when asked for."""

    def __getitem__(self, original_hash: str) -> tuple[str, bytes]:
        try:
            found = original(original_hash)
        except NotFound as error:
            raise KeyError(original_hash) from error
        return found.name, found.content

    def __iter__(self) -> Iterator[str]:
        return iter(list(Original.objects.order_by("hash").values_list("hash", flat=True)))

    def __len__(self) -> int:
        return Original.objects.count()
