"""Why values brought cannot be written: complaints that name file, line and field."""

from collections.abc import Iterable, Iterator, Sequence

from headway.bundle.lines import Complaints, Known
from headway.domain.assessments import Release
from headway.domain.dates import PartialDate
from headway.domain.history import Key
from headway.domain.ids import split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, references
from headway.domain.values import Value
from headway.record import documents, rules, tables
from headway.record.releases import RELEASED_LABELS, Named
from headway.services.permissions import Actor, may_write
from headway.services.planning import Plan, key_of

Writes = Sequence[tuple[Known, PartialDate]]
_FILES = ("text", "original")
_ANY_OF = frozenset({"items", "item"})  # the fields where `Noun/*` means all of a noun


def check(plan: Plan, by: Actor, brought: frozenset[str], complaints: Complaints) -> None:
    """Adds what speaks against a plan; `brought` are hashes of documents that come with it."""
    _check_permissions(plan, by, complaints)
    _check_doubles(plan.writes, complaints)
    _check_rules(plan.writes, complaints)
    _check_references(plan.writes, complaints)
    _check_documents(plan.writes, brought, complaints)
    _check_releases(plan.writes, complaints)


def _complain(complaints: Complaints, known: Known, field: str, message: str) -> None:
    complaints.add(known.file, message, known.line, field)


def _check_permissions(plan: Plan, by: Actor, complaints: Complaints) -> None:
    for known, _ in plan.writes:
        labels = [known.value.label, *(touch.label for touch in plan.there[key_of(known)][-1:])]
        if not may_write(by, *labels):
            message = f"{by.id} may not write what is labelled {labels[-1]!r}; ask who may"
            _complain(complaints, known, "label", message)


def _check_doubles(writes: Writes, complaints: Complaints) -> None:
    seen: dict[tuple[Key, PartialDate], Value] = {}
    for known, known_on in writes:
        if seen.setdefault((key_of(known), known_on), known.value) != known.value:
            message = (
                f"{known.value.id!r} stands twice for {known_on} and says two things; keep one"
            )
            _complain(complaints, known, "id", message)


def _check_rules(writes: Writes, complaints: Complaints) -> None:
    for known, _ in writes:
        for name in rules.broken(known.value):
            noun = type(known.value).__name__
            field = (*rules.fields_of(noun, name), "")[0]
            words = name.replace("_", " ")
            message = f"{getattr(known.value, field, None)!r} breaks the rule '{words}'; mend it"
            _complain(complaints, known, field, message)


# -- references -------------------------------------------------------------------------------


def _targets(value: Value) -> Iterator[tuple[Shape, str, Key]]:
    for shape in references(type(value)):
        content = getattr(value, shape.name)
        parts = content if shape.many else (content,)
        for part in parts:
            if part is not None:
                yield shape, part, _key(shape, part)


def _key(shape: Shape, reference: str) -> Key:
    return split_any_id(reference) if shape.refers_to == "*" else (str(shape.refers_to), reference)


def _check_references(writes: Writes, complaints: Complaints) -> None:
    there = {key_of(known) for known, _ in writes}
    asked = {key for known, _ in writes for _, _, key in _targets(known.value)} - there
    there |= tables.known(key for key in asked if key[0] in NOUNS).keys()
    for known, _ in writes:
        for shape, written, key in _targets(known.value):
            if key not in there and not _means_all(shape, key):
                _complain(complaints, known, shape.name, _unresolved(shape, written, key))


def _means_all(shape: Shape, key: Key) -> bool:
    return shape.name in _ANY_OF and key[1] == "*" and key[0] in NOUNS


def _unresolved(shape: Shape, written: str, key: Key) -> str:
    if shape.refers_to == "*" and key[0] not in NOUNS:
        return f"{written!r} names no noun; write it as Noun/id"
    return f"there is no {key[0]} {key[1]!r}; add it or mend the reference"


# -- documents and releases -------------------------------------------------------------------


def documents_of(brought: Iterable[Known]) -> dict[str, set[str]]:
    """The hashes that the values name, by the field they stand in: `text` or `original`."""
    found: dict[str, set[str]] = {name: set() for name in _FILES}
    for known in brought:
        for name in _FILES:
            content = getattr(known.value, name, None)
            if content is not None:
                found[name].add(content)
    return found


def _check_documents(writes: Writes, brought: frozenset[str], complaints: Complaints) -> None:
    wanted = documents_of(known for known, _ in writes)
    held = {
        "text": documents.texts_held(wanted["text"] - brought) | brought,
        "original": documents.originals_held(wanted["original"] - brought) | brought,
    }
    for known, _ in writes:
        for name in _FILES:
            content = getattr(known.value, name, None)
            if content is not None and content not in held[name]:
                message = f"the record holds no {name} {content[:12]}...; bring the document too"
                _complain(complaints, known, name, message)


def _check_releases(writes: Writes, complaints: Complaints) -> None:
    releases = {row.value.id: row.value for row in tables.read("Release")}
    releases |= {k.value.id: k.value for k, _ in writes if isinstance(k.value, Release)}
    named = Named(one for one in releases.values() if isinstance(one, Release))
    for known, _ in writes:
        if known.value.label in RELEASED_LABELS and not named.lets_out(known.value):
            message = f"no release to the view {known.value.label!r} names it; release it first"
            _complain(complaints, known, "label", message)
