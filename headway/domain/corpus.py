"""A whole record as the methods see it: frozen, as of a day, for one viewer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from headway.domain.assessments import Withholding
from headway.domain.errors import NotFound
from headway.domain.ids import split_any_id
from headway.domain.masks import masked
from headway.domain.shape import Shape, references
from headway.domain.values import Value
from headway.domain.views import Viewer, may_see

V = TypeVar("V", bound=Value)
Key = tuple[str, str]


def _no_texts(text_hash: str) -> str:
    raise NotFound(f"this record holds no text {text_hash}")


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Everything one viewer may know, as of a day, at one position of the log.

    Values come without their texts; `text(hash)` reads one on demand. Values of a noun keep
    the order of their ids. What the viewer may not see is not in here at all; what was
    disclosed as withheld is in `withheld`.
    """

    values: Mapping[str, Mapping[str, Value]]
    viewer: Viewer = field(default_factory=Viewer)
    as_of: date | None = None
    position: int = 0
    text: Callable[[str], str] = _no_texts
    _indexes: dict[tuple[str, str], dict[str, tuple[Value, ...]]] = field(default_factory=dict)

    def all(self, noun: type[V]) -> tuple[V, ...]:
        """All values of a noun, by id."""
        return cast("tuple[V, ...]", tuple(self.values.get(noun.__name__, {}).values()))

    def get(self, noun: type[V], value_id: str | None) -> V | None:
        """The value of that id, or None."""
        found = self.values.get(noun.__name__, {}).get(value_id) if value_id else None
        return cast("V | None", found)

    def one(self, noun: type[V], value_id: str) -> V:
        """The value of that id; NotFound when this view has none."""
        found = self.get(noun, value_id)
        if found is None:
            raise NotFound(f"there is no {noun.__name__} {value_id!r} here; look at the list")
        return found

    def having(self, noun: type[V], field_name: str, value_id: str) -> tuple[V, ...]:
        """The values of a noun whose field is, or contains, that id."""
        key = (noun.__name__, field_name)
        if key not in self._indexes:
            self._indexes[key] = _index(self.all(noun), field_name)
        return cast("tuple[V, ...]", self._indexes[key].get(value_id, ()))

    def withheld(
        self,
        noun: type[Value],
        *,
        round: str | None = None,
        concern: str | None = None,
        dialogue: str | None = None,
    ) -> tuple[Withholding, ...]:
        """Disclosed withholdings of facts of a noun that this view cannot see."""
        return tuple(
            w
            for w in self.all(Withholding)
            if w.noun == noun.__name__
            and (round is None or w.round == round)
            and (concern is None or w.concern == concern)
            and (dialogue is None or w.dialogue == dialogue)
        )


def _index(values: Iterable[Value], field_name: str) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = {}
    for value in values:
        content = getattr(value, field_name)
        for one in content if isinstance(content, tuple) else (content,):
            if one is not None:
                found.setdefault(one, []).append(value)
    return {key: tuple(group) for key, group in found.items()}


def project(
    values: Iterable[Value], viewer: Viewer, *, whole: bool = True
) -> dict[str, dict[str, Value]]:
    """What the viewer may see of the values, by noun and id.

    A value that needs one the viewer may not see is not seen either; a field that merely
    mentions one is emptied. A withholding is shown only where its item is not, and without it.
    Outside, who said what may not be attributed is taken out of it, and small numbers (`masks`).
    `whole` is false where values may name others that are not among them (a fold as of a day).
    """
    everything = sorted(values, key=lambda value: value.id)
    seen = {_key(value): value for value in everything if may_see((value.label,), viewer)}
    if len(seen) < len(everything) or not whole:
        seen = _without_dangling(seen)
    shown: dict[str, dict[str, Value]] = {}
    for key, value in seen.items():
        if isinstance(value, Withholding):
            if split_any_id(value.item) in seen:
                continue
            value = _without_item(value)
        shown.setdefault(key[0], {})[key[1]] = masked(value, viewer.view)
    return shown


def among(value: Value, seen: Mapping[Key, Value], viewer: Viewer) -> Value | None:
    """A version of a value as the viewer may read it among those seen: the rule of `project`.

    None where it needs one that is not seen; mentions of such are emptied.
    """
    if not _needs_are_met(value, seen):
        return None
    value = masked(_emptied(value, seen), viewer.view)
    return _without_item(value) if isinstance(value, Withholding) else value


def _without_item(value: Withholding) -> Withholding:
    return replace(value, item="", comment="")


def _key(value: Value) -> Key:
    return (type(value).__name__, value.id)


def _without_dangling(seen: dict[Key, Value]) -> dict[Key, Value]:
    while True:
        whole = {key: value for key, value in seen.items() if _needs_are_met(value, seen)}
        if len(whole) == len(seen):
            break
        seen = whole
    return {key: _emptied(value, seen) for key, value in seen.items()}


def _needs_are_met(value: Value, seen: Mapping[Key, Value]) -> bool:
    if isinstance(value, Withholding):
        return True
    return all(
        _target(shape, getattr(value, shape.name)) in seen
        for shape in references(type(value))
        if shape.required and not shape.many
    )


def _target(shape: Shape, reference: str) -> Key:
    return split_any_id(reference) if shape.refers_to == "*" else (str(shape.refers_to), reference)


def _is_there(target: Key, seen: Mapping[Key, Value]) -> bool:
    return target[1] == "*" or target in seen


def _emptied(value: Value, seen: Mapping[Key, Value]) -> Value:
    changes: dict[str, object] = {}
    for shape in references(type(value)):
        content = getattr(value, shape.name)
        if shape.many:
            kept = tuple(part for part in content if _is_there(_target(shape, part), seen))
            if kept != content:
                changes[shape.name] = kept
        elif content is not None and not shape.required and _target(shape, content) not in seen:
            changes[shape.name] = None
    return replace(value, **changes) if changes else value  # type: ignore[arg-type]
