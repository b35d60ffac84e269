"""Texts and originals of a bundle: named by the hash of their content, read when asked for."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from headway.bundle.files import READ_ERRORS, Files, opened
from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput

TEXTS, ORIGINALS = "texts", "originals"
MAX_TEXT_BYTES = 64 * 1024**2
_CHUNK = 1024**2
_HASH = re.compile(r"[0-9a-f]{64}\Z")


def is_hash(text: str) -> bool:
    """Whether a text is a SHA-256 in hex."""
    return _HASH.match(text) is not None


def text_hash(text: str) -> str:
    """The SHA-256 in hex of a text's UTF-8, nothing normalised."""
    return hashlib.sha256(text.encode()).hexdigest()


class Texts(Mapping[str, str]):
    """Hash to text; each text is read from its file when asked for and held by nobody.

    Reading raises BadInput when the file changed after the bundle was opened.
    """

    def __init__(self, files: Files, names: Mapping[str, str]) -> None:
        self._files, self._names = files, names

    def __getitem__(self, text_hash: str) -> str:
        name = self._names[text_hash]
        content = read_bytes(self._files, name, MAX_TEXT_BYTES)
        if hashlib.sha256(content).hexdigest() != text_hash:
            raise BadInput(f"{name} is not the text it was; open the bundle again")
        return content.decode()

    def __contains__(self, text_hash: object) -> bool:
        return text_hash in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Originals(Mapping[str, tuple[str, bytes]]):
    """Hash to file name and bytes of an original; read when asked for, like `Texts`."""

    def __init__(self, files: Files, names: Mapping[str, str]) -> None:
        self._files, self._names = files, names

    def __getitem__(self, original_hash: str) -> tuple[str, bytes]:
        name = self._names[original_hash]
        content = read_bytes(self._files, name, self._files.sizes[name])
        if hashlib.sha256(content).hexdigest() != original_hash:
            raise BadInput(f"{name} is not the original it was; open the bundle again")
        return PurePosixPath(name).name, content

    def __contains__(self, original_hash: object) -> bool:
        return original_hash in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_bytes(files: Files, name: str, at_most: int) -> bytes:
    """The whole content of a file of at most so many bytes; BadInput beyond or when damaged."""
    try:
        with opened(files, name) as file:
            content = file.read(at_most + 1)
    except READ_ERRORS as error:
        raise BadInput(f"{name} cannot be read: {error}") from None
    if len(content) > at_most:
        raise BadInput(f"{name} has more than {at_most:,} bytes; split it")
    return content


def hash_texts(files: Files, names: list[str], complaints: Complaints) -> dict[str, str]:
    """File name to hash of every text that is UTF-8; the others are complained of."""
    found: dict[str, str] = {}
    for name in names:
        try:
            content = read_bytes(files, name, MAX_TEXT_BYTES)
            _check_text(content)
            found[name] = hashlib.sha256(content).hexdigest()
        except BadInput as error:
            complaints.add(name, str(error))
    return found


def _check_text(content: bytes) -> None:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8; save the text as UTF-8"
        raise BadInput(message) from None
    if b"\x00" in content:
        raise BadInput("the text holds the character NUL; save it as UTF-8 text")


def hash_originals(files: Files, names: list[str], complaints: Complaints) -> dict[str, str]:
    """File name to hash of every original, read piece by piece."""
    found: dict[str, str] = {}
    for name in names:
        digest = hashlib.sha256()
        try:
            with opened(files, name) as file:
                while piece := file.read(_CHUNK):
                    digest.update(piece)
        except (BadInput, *READ_ERRORS) as error:
            complaints.add(name, f"this file cannot be read: {error}")
            continue
        found[name] = digest.hexdigest()
    return found


def hashes_by_name(names: list[str]) -> dict[str, str]:
    """File name to hash where the file or its folder is named by a hash, taken at its word."""
    found: dict[str, str] = {}
    for name in names:
        path = PurePosixPath(name)
        for part in (path.parent.name, path.stem):
            if is_hash(part):
                found[name] = part
    return found
