"""What must hold between the lines: an id once, references that lead somewhere, releases."""

from collections.abc import Iterator, Mapping, Sequence

from headway.bundle.lines import Complaints, Known
from headway.bundle.values import near_misses
from headway.domain.assessments import Release
from headway.domain.ids import any_id, split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, references
from headway.domain.values import Value

Ids = Mapping[str, set[str]]
"""Noun name to the ids that stand in the bundle, also on lines that were not understood."""

_RELEASED_VIEWS = ("public", "counterpart", "oversight")
_HINTS = 50
"""So many complaints are given near misses; looking for more would take too long."""


def check(known: Sequence[Known], ids: Ids, complaints: Complaints) -> None:
    """Complain of every id that stands twice, reference to nothing and label without release."""
    _check_once(known, complaints)
    _check_references(known, ids, complaints)
    _check_releases(known, complaints)


def _check_once(known: Sequence[Known], complaints: Complaints) -> None:
    seen: dict[tuple[str, str, str | None], Known] = {}
    for one in known:
        key = (type(one.value).__name__, one.value.id, one.known_on)
        first = seen.setdefault(key, one)
        if first is not one:
            message = (
                f"{one.value.id!r} stands already on line {first.line}; give this line another"
                " id, or its own known_on if it is later knowledge of the same"
            )
            complaints.add(one.file, message, one.line, "id")


def _check_references(known: Sequence[Known], ids: Ids, complaints: Complaints) -> None:
    hints = 0
    for one in known:
        for shape, target in _named(one.value):
            message = _what_is_wrong(shape, target, ids)
            if message is None:
                continue
            if hints < _HINTS and not complaints.full:
                message += _hint(shape, target, ids)
                hints += 1
            complaints.add(one.file, message, one.line, shape.name)


def _named(value: Value) -> Iterator[tuple[Shape, str]]:
    for shape in references(type(value)):
        content = getattr(value, shape.name)
        for target in content if shape.many else (content,):
            if target is not None:
                yield shape, target


def _what_is_wrong(shape: Shape, target: str, ids: Ids) -> str | None:
    if shape.refers_to != "*":
        there = target in ids.get(str(shape.refers_to), ())
        return None if there else f"there is no {shape.refers_to} {target!r} in this bundle"
    noun, value_id = split_any_id(target)
    if noun not in NOUNS:
        return f"{target!r} names no value; write Noun/id, as Round/r1"
    if value_id in ids.get(noun, ()) or (value_id == "*" and shape.many):
        return None
    return f"there is no {noun} {value_id!r} in this bundle"


def _hint(shape: Shape, target: str, ids: Ids) -> str:
    noun, value_id = split_any_id(target) if shape.refers_to == "*" else (shape.refers_to, target)
    near = near_misses(value_id, ids.get(str(noun), ()))
    if near or not value_id:
        return near
    others = [other for other, held in ids.items() if value_id in held and other != noun]
    return f"; there is a value of that id: {others[0]}/{value_id}" if others else ""


def _check_releases(known: Sequence[Known], complaints: Complaints) -> None:
    let_out = _let_out(known)
    for one in known:
        label, noun = one.value.label, type(one.value).__name__
        if label not in _RELEASED_VIEWS or _is_own_release(one.value):
            continue
        if not {any_id(noun, one.value.id), any_id(noun, "*")} & let_out[label]:
            message = (
                f"{noun} {one.value.id!r} is labelled {label}, but no release to {label} names"
                f" it; name {noun}/{one.value.id} or {noun}/* in a release, or label it desk"
            )
            complaints.add(one.file, message, one.line, "label")


def _let_out(known: Sequence[Known]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {view: set() for view in _RELEASED_VIEWS}
    for one in known:
        if isinstance(one.value, Release):
            found[one.value.view].update(one.value.items)
    return found


def _is_own_release(value: Value) -> bool:
    return isinstance(value, Release) and value.label == value.view
