"""The one place that knows the shape of a noun: JSON, JSON Schema, canonical form, CSV columns.

Everything is derived from the fields of the frozen value; no noun has a `to_dict` of its own.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.ids import Ref
from headway.domain.nouns import NOUNS
from headway.domain.values import Value
from headway.domain.views import check_label
from headway.domain.wording import Wording

V = TypeVar("V", bound=Value)
Kind = Literal["text", "integer", "number", "boolean", "date", "wording", "choice"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: its kind, whether it may be absent or hold many, what it refers to."""

    name: str
    kind: Kind
    required: bool
    optional: bool
    many: bool
    refers_to: str | None
    choices: tuple[str, ...]
    default: Any


def shapes(noun: type[Value]) -> tuple[Shape, ...]:
    """The fields of a noun in order; the common fields come first."""
    found = _SHAPES.get(noun.__name__)
    if found is None:
        found = _SHAPES[noun.__name__] = _shapes_of(noun)
    return found


_SHAPES: dict[str, tuple[Shape, ...]] = {}  # by name: a type is no Hashable to the type checker


def _shapes_of(noun: type[Value]) -> tuple[Shape, ...]:
    hints = get_type_hints(noun, include_extras=True)
    return tuple(
        _shape(f.name, hints[f.name], f.default, required=f.default is MISSING)
        for f in fields(noun)
    )


def references(noun: type[Value]) -> tuple[Shape, ...]:
    """The fields of a noun that name other values (`refers_to` is `*` for any noun)."""
    found = _REFERENCES.get(noun.__name__)
    if found is None:
        found = tuple(s for s in shapes(noun) if s.refers_to is not None)
        _REFERENCES[noun.__name__] = found
    return found


_REFERENCES: dict[str, tuple[Shape, ...]] = {}


def _shape(name: str, hint: Any, default: Any, *, required: bool) -> Shape:
    optional = many = False
    if get_origin(hint) in (types.UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
        optional = True
    if get_origin(hint) is tuple:
        hint, many = get_args(hint)[0], True
    extras = getattr(hint, "__metadata__", ())
    plain = get_args(hint)[0] if extras else hint
    choices = tuple(get_args(plain)) if get_origin(plain) is Literal else ()
    refers_to = next((extra.noun for extra in extras if isinstance(extra, Ref)), None)
    kind = "choice" if choices else _KINDS[plain]
    return Shape(
        name,
        kind,
        required,
        optional,
        many,
        refers_to,
        choices,
        None if default is MISSING else default,
    )


_KINDS: dict[Any, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    PartialDate: "date",
    Wording: "wording",
}


# -- a value as plain data and back ---------------------------------------------------------


def to_plain(value: Value) -> dict[str, Any]:
    """The value as JSON data: only the fields that differ from their default, in field order."""
    out: dict[str, Any] = {}
    for shape in shapes(type(value)):
        content = getattr(value, shape.name)
        if shape.required or content != shape.default:
            out[shape.name] = _plain(content)
    return out


def _plain(content: Any) -> Any:
    if isinstance(content, tuple):
        return [_plain(part) for part in content]
    if isinstance(content, Wording):
        return dict(content)
    return str(content) if isinstance(content, PartialDate) else content


def from_plain(noun: type[V], data: Mapping[str, Any]) -> V:
    """The value that JSON data means; BadValue names the field and how to mend it."""
    known = {shape.name: shape for shape in shapes(noun)}
    for name in data:
        if name not in known:
            raise BadValue(f"{noun.__name__} has no field {name!r}; it has {', '.join(known)}")
    missing = [s.name for s in known.values() if s.required and data.get(s.name) in (None, "")]
    if missing:
        raise BadValue(f"{noun.__name__} needs the field {missing[0]!r}; add it")
    return noun(**{name: _read(known[name], content) for name, content in data.items()})


def _read(shape: Shape, content: Any) -> Any:
    if shape.many:
        if not isinstance(content, (list, tuple)):
            raise BadValue(f"field {shape.name!r} is a list; write [...]")
        return tuple(_read_one(shape, part) for part in content)
    if content is None and shape.optional:
        return None
    return _read_one(shape, content)


def _read_one(shape: Shape, content: Any) -> Any:
    try:
        return _READERS[shape.kind](shape, content)
    except BadValue as error:
        raise BadValue(f"field {shape.name!r}: {error}") from None


def _read_text(shape: Shape, content: Any) -> str:
    if not isinstance(content, str):
        raise BadValue(f"{content!r} is not a text; put it in quotes")
    if "\x00" in content or any("\ud800" <= char <= "\udfff" for char in content):
        raise BadValue("the text holds characters that cannot be stored; remove them")
    if shape.name == "label":
        return check_label(content)
    if shape.name == "id" and not _is_id(content):
        raise BadValue(f"{content!r} is no id; use letters, digits, '-', '_' and '.'")
    return content


def _is_id(content: str) -> bool:
    return bool(content) and len(content) <= 120 and all(c.isalnum() or c in "-_." for c in content)


def _read_integer(shape: Shape, content: Any) -> int:
    if isinstance(content, bool) or not isinstance(content, int):
        raise BadValue(f"{content!r} is not a whole number")
    return content


def _read_number(shape: Shape, content: Any) -> float:
    if isinstance(content, bool) or not isinstance(content, (int, float)):
        raise BadValue(f"{content!r} is not a number")
    return float(content)


def _read_boolean(shape: Shape, content: Any) -> bool:
    if not isinstance(content, bool):
        raise BadValue(f"{content!r} is not true or false")
    return content


def _read_choice(shape: Shape, content: Any) -> str:
    if content not in shape.choices:
        raise BadValue(f"{content!r} is not one of {', '.join(shape.choices)}")
    return str(content)


def _read_date(shape: Shape, content: Any) -> PartialDate:
    if not isinstance(content, str):
        raise BadValue(f'{content!r} is not a date; write it as text, "2002-11-04"')
    return PartialDate(content)


def _read_wording(shape: Shape, content: Any) -> Wording:
    if not isinstance(content, Mapping) or not all(isinstance(t, str) for t in content.values()):
        raise BadValue('write one text per language, as {"en": "...", "zh": "..."}')
    return Wording(content)


_READERS: dict[Kind, Any] = {
    "text": _read_text,
    "integer": _read_integer,
    "number": _read_number,
    "boolean": _read_boolean,
    "choice": _read_choice,
    "date": _read_date,
    "wording": _read_wording,
}


def canonical(data: Any) -> bytes:
    """JSON as bytes in one form only: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


# -- what is derived from the shape ---------------------------------------------------------


def json_schema(noun: type[Value]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of a bundle for this noun."""
    properties = {shape.name: _schema(shape) for shape in shapes(noun)}
    properties["known_on"] = _SCHEMAS["date"] | {
        "description": "when the record's keeper learned this; the day of loading if absent"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": noun.__name__,
        "description": " ".join((noun.__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": [shape.name for shape in shapes(noun) if shape.required],
        "additionalProperties": False,
    }


def _schema(shape: Shape) -> dict[str, Any]:
    one: dict[str, Any] = (
        {"enum": list(shape.choices)} if shape.choices else dict(_SCHEMAS[shape.kind])
    )
    if shape.refers_to:
        one["description"] = f"id of a {shape.refers_to}"
    if shape.many:
        return {"type": "array", "items": one}
    return {"anyOf": [one, {"type": "null"}]} if shape.optional else one


_SCHEMAS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    "wording": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
}


def columns(noun: type[Value]) -> tuple[str, ...]:
    """The CSV columns of a noun: its field names in order."""
    return tuple(shape.name for shape in shapes(noun))


def cells(value: Value) -> list[str]:
    """One CSV row of a value; lists are joined by `; `, wordings written `en: text | zh: text`."""
    return [_cell(getattr(value, shape.name)) for shape in shapes(type(value))]


def _cell(content: Any) -> str:
    if content is None:
        return ""
    if isinstance(content, tuple):
        return "; ".join(content)
    if isinstance(content, Wording):
        return " | ".join(f"{language}: {text}" for language, text in content.items())
    return str(content)


def noun_named(name: str) -> type[Value]:
    """The class of a noun by its name; BadValue lists the nouns there are."""
    try:
        return NOUNS[name]
    except KeyError:
        raise BadValue(f"there is no noun {name!r}; there are {', '.join(NOUNS)}") from None


def file_name(noun: type[Value]) -> str:
    """The file of a noun in a bundle: its name in snake case, plural, `.jsonl`."""
    snake = "".join("_" + c.lower() if c.isupper() else c for c in noun.__name__).lstrip("_")
    if snake.endswith("y"):
        snake = snake[:-1] + "ie"
    elif snake.endswith(("s", "ch", "sh", "x")):
        snake = snake + "e"
    return snake + "s.jsonl"
