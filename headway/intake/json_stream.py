"""A large JSON array read object by object, so that the file is never in memory as a whole."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import ijson

from headway.domain.errors import BadInput

MAX_BYTES = 4 * 1024**3
MAX_OBJECT = 4 * 1024**2
"""One object has no more bytes; a larger one is no record of anything."""
MAX_DEPTH = 12

_PIECE = 64 * 1024
_MARK = b"\xef\xbb\xbf"


class _Bounded:
    """A file that is hashed as it is read, and that ends where one object grows too long."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name
        self._hash = hashlib.sha256()
        self._since = 0
        self._first = True

    def read(self, size: int = -1) -> bytes:
        """The next piece; BadInput when no object ended for too long."""
        piece = self._file.read(size if 0 <= size < _PIECE else _PIECE)
        self._hash.update(piece)
        self._since += len(piece)
        if self._since > MAX_OBJECT:
            raise BadInput(f"{self._name} holds an object of more than {MAX_OBJECT:,} bytes")
        if self._first and piece:
            self._first = False
            piece = piece.removeprefix(_MARK)
        return piece

    def ended(self) -> None:
        """An object ended here."""
        self._since = 0

    @property
    def digest(self) -> str:
        """SHA-256 of what was read so far."""
        return self._hash.hexdigest()


class Objects:
    """The objects of an array that is the file, or a field of the object that the file is.

    To be gone through once; then `digest` is the SHA-256 of the file and `count` the number of
    objects. Whatever is not JSON, or holds no array of objects, raises BadInput.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.digest, self.count, self.size = "", 0, 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        try:
            self.size = self._path.stat().st_size
            if not self._path.is_file() or self.size > MAX_BYTES:
                raise BadInput(
                    f"{self._path.name} is no file, or has more than {MAX_BYTES:,} bytes"
                )
            with self._path.open("rb") as file:
                bounded = _Bounded(file, self._path.name)
                yield from self._objects(bounded)
                while bounded.read():  # what follows the array belongs to the hash
                    bounded.ended()
                self.digest = bounded.digest
        except OSError as error:
            raise BadInput(f"{self._path.name} cannot be read: {error.strerror}") from None
        except (ijson.JSONError, UnicodeError, ValueError, OverflowError) as error:
            told = " ".join(str(error).split())[:120]
            raise BadInput(
                f"{self._path.name} is no whole JSON in UTF-8 after {self.count:,} objects: {told}"
            ) from None

    def _objects(self, bounded: _Bounded) -> Iterator[dict[str, Any]]:
        events = ijson.basic_parse(bounded, use_float=True)
        if not _enter_array(events):
            raise BadInput(f"{self._path.name} holds no array of objects")
        for event, _ in events:
            if event == "end_array":
                return
            if event != "start_map":
                raise BadInput(
                    f"{self._path.name} holds {_KINDS.get(event, 'something')} where an object was"
                    f" expected, after {self.count:,} objects"
                )
            one = _object(events, self._path.name)
            bounded.ended()
            self.count += 1
            yield one


_KINDS = {
    "null": "nothing",
    "string": "a text",
    "number": "a number",
    "boolean": "a yes or no",
    "start_array": "a list",
}
Events = Iterator[tuple[str, Any]]


def _enter_array(events: Events) -> bool:
    """Go on to the array that the file is, or to the first one in a field of its object."""
    depth = 0
    for event, _ in events:
        if event == "start_array":
            if depth <= 1:
                return True
            depth += 1
        elif event == "start_map":
            depth += 1
        elif event in ("end_map", "end_array"):
            depth -= 1
        elif depth == 0:
            return False
        if depth > MAX_DEPTH:
            return False
    return False


def _object(events: Events, name: str) -> dict[str, Any]:
    """The object whose beginning was read, up to its end; of two equal keys the last counts."""
    whole: dict[str, Any] = {}
    stack: list[dict[str, Any] | list[Any]] = [whole]
    keys: list[str] = [""]
    for event, content in events:
        if event == "map_key":
            keys[-1] = content
            continue
        if event in ("end_map", "end_array"):
            stack.pop()
            keys.pop()
            if not stack:
                break
            continue
        if event == "start_map":
            content = {}
        elif event == "start_array":
            content = []
        inside = stack[-1]
        if isinstance(inside, list):
            inside.append(content)
        else:
            inside[keys[-1]] = content
        if event in ("start_map", "start_array"):
            stack.append(content)
            keys.append("")
            if len(stack) > MAX_DEPTH:
                raise BadInput(f"{name} is nested more than {MAX_DEPTH} deep")
    return whole
