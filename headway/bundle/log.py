"""The entries of a log as `log.jsonl` carries them, read and verified against their root."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from headway.bundle.files import Files
from headway.bundle.lines import Complaints, Known
from headway.bundle.records import MAX_LOG_LINE_BYTES, json_lines
from headway.bundle.values import FILE_FIELDS, Holdings
from headway.domain.commitments import FIRST_POSITION, content_bytes, entry_leaf, holds
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.history import Touch
from headway.domain.merkle import root
from headway.domain.shape import from_plain, noun_named
from headway.domain.values import Value

LOG_FILE = "log.jsonl"


@dataclass(frozen=True, slots=True)
class LogTouch:
    """One value as an entry wrote it, or what is left of it after a lawful erasure.

    An erased touch has only its `commitment` (32 bytes) and `erased`, the category; its other
    fields are empty.
    """

    commitment: bytes
    noun: str = ""
    id: str = ""
    label: str = ""
    known_on: PartialDate | None = None
    data: dict[str, Any] | None = None
    key: bytes = b""
    erased: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in the log: its position from 1, act, actor, moment (as written), touches.

    `erases` says what an act of erasure erased, as the leaf has it; None for all other acts.
    """

    position: int
    act: str
    actor: str
    at: str
    touches: tuple[LogTouch, ...]
    erases: dict[str, Any] | None = None

    @property
    def leaf(self) -> bytes:
        """The RFC 6962 leaf hash of this entry."""
        return entry_leaf(
            position=self.position,
            act=self.act,
            actor=self.actor,
            at=self.at,
            commitments=[touch.commitment for touch in self.touches],
            erases=self.erases,
        )


@dataclass(frozen=True, slots=True)
class LogHead:
    """How many entries a log has, and the root of its tree in hex, as `bundle.json` states."""

    size: int
    root: str


def tree_root(entries: Sequence[Entry]) -> str:
    """The root of the RFC 6962 tree over the entries, in hex."""
    return root([entry.leaf for entry in entries]).hex()


def touches_of(entries: Sequence[Entry]) -> Iterator[Touch]:
    """The touches of a log that were not erased, as history folds them."""
    for entry in entries:
        for order, touch in enumerate(entry.touches):
            if touch.data is not None and touch.known_on is not None:
                yield Touch(
                    entry.position,
                    order,
                    touch.noun,
                    touch.id,
                    touch.label,
                    touch.known_on,
                    touch.data,
                )


# -- as plain data and back --------------------------------------------------------------------


def entry_to_plain(entry: Entry) -> dict[str, Any]:
    """The JSON data of one line of `log.jsonl`; keys and commitments are hex."""
    data: dict[str, Any] = {
        "position": entry.position,
        "act": entry.act,
        "actor": entry.actor,
        "at": entry.at,
        "touches": [_touch_to_plain(touch) for touch in entry.touches],
    }
    return data if entry.erases is None else {**data, "erases": entry.erases}


def _touch_to_plain(touch: LogTouch) -> dict[str, Any]:
    if touch.data is None:
        return {"commitment": touch.commitment.hex(), "erased": touch.erased}
    return {
        "noun": touch.noun,
        "id": touch.id,
        "label": touch.label,
        "known_on": str(touch.known_on),
        "data": touch.data,
        "key": touch.key.hex(),
        "commitment": touch.commitment.hex(),
    }


_ENTRY = {"position": int, "act": str, "actor": str, "at": str, "touches": list}
_TOUCH = {
    "noun": str,
    "id": str,
    "label": str,
    "known_on": str,
    "data": dict,
    "key": str,
    "commitment": str,
}
_ERASED = {"commitment": str, "erased": str}


def entry_from_plain(data: Mapping[str, Any]) -> Entry:
    """The entry that JSON data means; BadInput says which part does not fit."""
    _has_exactly(data, _ENTRY | ({"erases": dict} if "erases" in data else {}), "an entry")
    try:
        moment = datetime.fromisoformat(data["at"])
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadInput(f"at: {data['at'][:40]!r} is no moment; write 2026-01-31T12:00:00Z")
    touches = tuple(_touch_from_plain(touch) for touch in data["touches"])
    return Entry(
        data["position"], data["act"], data["actor"], data["at"], touches, data.get("erases")
    )


def _touch_from_plain(data: Any) -> LogTouch:
    if isinstance(data, dict) and "erased" in data:
        _has_exactly(data, _ERASED, "an erased touch")
        return LogTouch(_bytes(data["commitment"]), erased=data["erased"])
    _has_exactly(data, _TOUCH, "a touch")
    return LogTouch(
        _bytes(data["commitment"]),
        data["noun"],
        data["id"],
        data["label"],
        PartialDate(data["known_on"]),
        data["data"],
        _bytes(data["key"]),
    )


def _has_exactly(data: Any, parts: Mapping[str, type], what: str) -> None:
    if not isinstance(data, dict) or data.keys() != parts.keys():
        raise BadInput(f"{what} has the parts {', '.join(parts)} and no others")
    for name, kind in parts.items():
        if not isinstance(data[name], kind) or isinstance(data[name], bool):
            raise BadInput(f"{what}: {name} is not what it should be")


def _bytes(digits: str) -> bytes:
    try:
        found = bytes.fromhex(digits)
    except ValueError:
        found = b""
    if len(found) != 32:
        raise BadInput(f"{digits[:70]!r} is not 32 bytes in hex")
    return found


# -- reading and verifying ---------------------------------------------------------------------


def read_log(
    files: Files,
    head: LogHead | None,
    known: Sequence[Known],
    holdings: Holdings,
    complaints: Complaints,
) -> tuple[Entry, ...]:
    """The entries of `log.jsonl`, every commitment, position and the root verified.

    What does not verify is complained of, and so is a line of the bundle that no entry wrote;
    a broken log is returned as far as it was read.
    """
    entries: list[Entry] = []
    written: set[tuple[Value, PartialDate | None]] = set()
    whole = True
    for line, data in json_lines(files, LOG_FILE, complaints, MAX_LOG_LINE_BYTES):
        try:
            entry = entry_from_plain(data)
        except BadInput as error:
            complaints.add(LOG_FILE, str(error), line)
            whole = False
            continue
        if entry.position != len(entries) + FIRST_POSITION:
            message = f"position {entry.position} is out of order; the log was changed"
            complaints.add(LOG_FILE, message, line, "position")
        for value, known_on in _verified(entry, line, holdings, complaints):
            written |= {(value, known_on), (value, None)}
        entries.append(entry)
    if whole:
        _verify_root(entries, head, complaints)
        _verify_lines(known, written, complaints)
    return tuple(entries)


def _verify_lines(
    known: Sequence[Known],
    written: set[tuple[Value, PartialDate | None]],
    complaints: Complaints,
) -> None:
    for one in known:
        if (one.value, one.known_on) not in written:
            message = "the log has no such touch; a line of an export is not to be changed"
            complaints.add(one.file, message, one.line)


def _verify_root(entries: list[Entry], head: LogHead | None, complaints: Complaints) -> None:
    if head is None:
        message = 'bundle.json states no log; add "log": {"size": ..., "root": ...}'
        complaints.add(LOG_FILE, message)
    elif head.size != len(entries) or head.root != tree_root(entries):
        message = f"the log of {len(entries)} entries does not lead to the root in bundle.json"
        complaints.add(LOG_FILE, message)


def _verified(
    entry: Entry, line: int, holdings: Holdings, complaints: Complaints
) -> Iterator[tuple[Value, PartialDate | None]]:
    for order, touch in enumerate(entry.touches):
        if touch.data is None:
            continue
        try:
            yield _verify_touch(touch, touch.data, holdings), touch.known_on
        except BadInput as error:
            complaints.add(LOG_FILE, f"touch {order + 1}: {error}", line, "touches")


def _verify_touch(touch: LogTouch, data: dict[str, Any], holdings: Holdings) -> Value:
    content = content_bytes(
        noun=touch.noun,
        id=touch.id,
        label=touch.label,
        known_on=str(touch.known_on),
        data=data,
    )
    if not holds(touch.key, content, touch.commitment):
        raise BadInput("its commitment does not hold; the log was changed")
    value = from_plain(noun_named(touch.noun), data)
    if (value.id, value.label) != (touch.id, touch.label):
        raise BadInput("its id or label is not that of its data")
    for name in FILE_FIELDS:
        named = getattr(value, name, None)
        if named is not None and named not in holdings.held:
            raise BadInput(f"the {name} {named[:64]!r} is not in this bundle")
        if named is not None:
            holdings.used.add(named)
    return value
