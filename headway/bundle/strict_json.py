"""JSON read strictly: what other readers would understand in two ways is refused here."""

import json
import math
from typing import Any

from headway.domain.errors import BadInput

_LARGEST = 2**63 - 1
_MAX_DIGITS = 25


def parse(text: str) -> Any:
    """The data that JSON text means.

    Raises BadInput, with the column where there is one, for broken syntax, a key given twice,
    NaN or infinity, numbers beyond 64 bits, nesting too deep, and characters that no file can
    hold (NUL, lone surrogates).
    """
    try:
        data = _decode(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"this is not JSON: {_said(error)} at character {error.pos + 1}") from None
    except RecursionError:
        raise BadInput("the JSON is nested too deeply; a line is one flat object") from None
    if "\\u" in text:
        _refuse_unstorable(text, data)
    return data


def parse_object(text: str) -> dict[str, Any]:
    """The same for text that must hold one JSON object."""
    data = parse(text)
    if not isinstance(data, dict):
        raise BadInput('a line holds one JSON object, {"id": ...}')
    return data


def _decode(text: str) -> Any:
    return json.loads(
        text,
        object_pairs_hook=_pairs,
        parse_constant=_constant,
        parse_int=_integer,
        parse_float=_number,
    )


def _said(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise BadInput(f"the key {twice[:60]!r} stands twice; keep one")
    return found


def _constant(name: str) -> Any:
    raise BadInput(f"{name} is no number that JSON knows; leave the field out")


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS or abs(int(digits)) > _LARGEST:
        raise BadInput(f"the number {digits[:_MAX_DIGITS]}... is too large")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise BadInput(f"the number {digits[:_MAX_DIGITS]} is too large")
    return number


def _refuse_unstorable(text: str, data: Any) -> None:
    flat = json.dumps(data, ensure_ascii=False)
    try:
        flat.encode()
    except UnicodeEncodeError:
        raise BadInput("half a surrogate pair (\\ud800 to \\udfff) is no character") from None
    if "\\u0000" in flat.replace("\\\\", ""):
        raise BadInput("the character NUL (\\u0000) cannot be stored; remove it")
