"""Lines of nouns read as values: every fault of a line is complained of, not only the first."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from headway.bundle.contents import ORIGINALS, TEXTS, is_hash
from headway.bundle.lines import Complaints, Known
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.shape import from_plain, shapes
from headway.domain.values import Value

FILE_FIELDS = {"text": TEXTS, "original": ORIGINALS}
"""The fields that may name a file of the bundle, and the folder it stands in."""

_FAULTS_A_LINE = 10
_FIELD = re.compile(r"field '([^']*)'")
_MAX_CHOICES, _MAX_WORD = 20_000, 200


@dataclass(slots=True)
class Holdings:
    """File name to hash of the texts and originals, and which hashes a value named."""

    hashes: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    held: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.held = frozenset(self.hashes.values())


def read_value(
    noun: type[Value],
    data: dict[str, Any],
    file: str,
    line: int,
    holdings: Holdings,
    complaints: Complaints,
) -> Known | None:
    """The known value of one line, or None after complaining of everything wrong with it."""
    before = len(complaints.kept) + complaints.left_out
    known_on = _known_on(data, file, line, complaints)
    _replace_files(noun, data, file, line, holdings, complaints)
    value = _value(noun, data, file, line, complaints)
    if value is None or len(complaints.kept) + complaints.left_out > before:
        return None
    return Known(value, known_on, file, line)


def _known_on(
    data: dict[str, Any], file: str, line: int, complaints: Complaints
) -> PartialDate | None:
    known_on = data.pop("known_on", None)
    if known_on is None:
        return None
    try:
        if isinstance(known_on, str):
            return PartialDate(known_on)
        raise BadValue(f'{known_on!r} is not a date; write it as text, "2002-11-04"')
    except BadValue as error:
        complaints.add(file, str(error), line, "known_on")
        return None


def _replace_files(
    noun: type[Value],
    data: dict[str, Any],
    file: str,
    line: int,
    holdings: Holdings,
    complaints: Complaints,
) -> None:
    fields = {shape.name for shape in shapes(noun)} & FILE_FIELDS.keys()
    for name in sorted(fields):
        named = data.get(name)
        if not isinstance(named, str):
            continue
        found = named if is_hash(named) else holdings.hashes.get(named)
        if found is None or found not in holdings.held:
            hint = near_misses(named, holdings.hashes)
            message = f"there is no file {named[:120]!r} in this bundle{hint}"
            complaints.add(file, message, line, name)
        else:
            holdings.used.add(found)
            data[name] = found


def _value(
    noun: type[Value], data: dict[str, Any], file: str, line: int, complaints: Complaints
) -> Value | None:
    left, blamed = dict(data), set[str]()
    for _ in range(_FAULTS_A_LINE):
        try:
            value = from_plain(noun, left)
        except BadValue as error:
            name = _field_of(str(error))
            complaints.add(file, _message(noun, name, str(error)), line, name)
            if name in blamed:
                return None
            blamed.add(name)
            _mend(noun, left, name)
        else:
            return None if blamed else value
    return None


def _mend(noun: type[Value], data: dict[str, Any], name: str) -> None:
    """Put something right in the place of a fault, so that the next one can be seen."""
    data.pop(name, None)
    shape = next((shape for shape in shapes(noun) if shape.name == name), None)
    if shape is not None and shape.required:
        choice = shape.choices[0] if shape.choices else _STAND_INS.get(shape.kind)
        data[name] = [] if shape.many else choice


_STAND_INS: dict[str, Any] = {
    "text": "x",
    "integer": 0,
    "number": 0,
    "boolean": False,
    "date": "2000",
    "wording": {"en": "x"},
}


def _field_of(message: str) -> str:
    found = _FIELD.search(message)
    return found.group(1) if found else ""


def _message(noun: type[Value], name: str, message: str) -> str:
    if " has no field " in message:
        hint = near_misses(name, [shape.name for shape in shapes(noun)])
        return f"{noun.__name__} has no such field{hint}"
    return message.removeprefix(f"field {name!r}: ")


def near_misses(wrong: str, right: Iterable[str]) -> str:
    """`; did you mean 'a' or 'b'?`, or nothing when nothing is near or there is too much."""
    choices = list(right)
    if len(choices) > _MAX_CHOICES or len(wrong) > _MAX_WORD:
        return ""
    near = difflib.get_close_matches(wrong, choices, n=3, cutoff=0.7)
    near = [one for one in near if _likeness(wrong, one) > _likeness(wrong, near[0]) - 0.1]
    return f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else ""


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
