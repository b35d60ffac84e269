"""The names file: opaque id to name, encrypted, beside a record and never in it.

The file begins with one line of JSON (version, how the key is made, salt, nonce), which is
authenticated with the rest; then AES-256-GCM over the names. A passphrase becomes a key by
scrypt; 32 raw bytes are used as they are.
"""

import base64
import json
import os
import re
import secrets
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from headway.domain.errors import BadInput, Conflict, NotFound

FORMAT = "headway-names/1"
KEY_BYTES = 32
_SCRYPT = {"n": 2**15, "r": 8, "p": 1}
_MOST = {"n": 2**20, "r": 16, "p": 4}
_OPAQUE_ID = re.compile(r"[\w.-]{1,120}\Z")


class NamesFile:
    """The names of persons at risk, sources and submitters, readable with one passphrase or key.

    A file that is not there yet is made by the first `add`. Every method that reads raises
    BadInput for a wrong passphrase or a damaged file.
    """

    def __init__(self, path: str | Path, secret: str | bytes) -> None:
        if not secret or (isinstance(secret, bytes) and len(secret) != KEY_BYTES):
            raise BadInput(f"give a passphrase, or a key of {KEY_BYTES} bytes")
        self._path, self._secret = Path(path), secret

    def ids(self) -> tuple[str, ...]:
        """The opaque ids that have a name, in order."""
        return tuple(sorted(self._read()))

    def names(self) -> dict[str, str]:
        """All names by opaque id, for cutting them out of what is taken in."""
        return self._read()

    def read(self, opaque_id: str) -> str:
        """The name under an id; NotFound when there is none."""
        try:
            return self._read()[opaque_id]
        except KeyError:
            raise NotFound(f"the names file has no {opaque_id!r}; look at its list") from None

    def add(self, opaque_id: str, name: str) -> None:
        """Keeps a name under a new id; Conflict when another name stands there."""
        if not _OPAQUE_ID.match(opaque_id):
            raise BadInput(f"{opaque_id!r} is no id; use letters, digits, '-', '_' and '.'")
        if not name.strip():
            raise BadInput(f"the name of {opaque_id!r} is empty; give one")
        names = self._read()
        if names.get(opaque_id, name) != name:
            raise Conflict(f"{opaque_id!r} has another name already; delete it first")
        self._write(names | {opaque_id: unicodedata.normalize("NFC", name.strip())})

    def delete(self, opaque_id: str) -> None:
        """Deletes the name under an id; NotFound when there is none."""
        self.read(opaque_id)
        names = self._read()
        del names[opaque_id]
        self._write(names)

    def rekey(self, secret: str | bytes) -> None:
        """Encrypts the file anew under another passphrase or key."""
        names = self._read()
        self._secret = NamesFile(self._path, secret)._secret
        self._write(names)

    # -- the file ------------------------------------------------------------------------------

    def _read(self) -> dict[str, str]:
        try:
            head, _, sealed = self._path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise BadInput(f"{self._path} cannot be read: {error.strerror}") from None
        said = _head(head, self._path)
        try:
            opened = AESGCM(self._key(said)).decrypt(said["nonce"], sealed, head)
        except InvalidTag:
            raise BadInput(
                f"{self._path} does not open: the passphrase is wrong or the file was changed"
            ) from None
        found: dict[str, str] = json.loads(opened)
        return found

    def _write(self, names: Mapping[str, str]) -> None:
        said: dict[str, Any] = {"format": FORMAT, "nonce": secrets.token_bytes(12)}
        if isinstance(self._secret, str):
            said |= {"kdf": "scrypt", "salt": secrets.token_bytes(16), **_SCRYPT}
        else:
            said |= {"kdf": "none"}
        head = json.dumps({k: _text(v) for k, v in said.items()}, sort_keys=True).encode()
        plain = json.dumps(dict(sorted(names.items())), ensure_ascii=False).encode()
        sealed = AESGCM(self._key(said)).encrypt(said["nonce"], plain, head)
        _replace(self._path, head + b"\n" + sealed)

    def _key(self, said: Mapping[str, Any]) -> bytes:
        if isinstance(self._secret, bytes):
            return self._secret
        if said["kdf"] != "scrypt":
            raise BadInput(f"{self._path} opens with a key, not with a passphrase")
        kdf = Scrypt(salt=said["salt"], length=KEY_BYTES, n=said["n"], r=said["r"], p=said["p"])
        return kdf.derive(unicodedata.normalize("NFC", self._secret).encode())


def _text(content: Any) -> Any:
    return base64.b64encode(content).decode() if isinstance(content, bytes) else content


def _head(head: bytes, path: Path) -> dict[str, Any]:
    """The parts of the first line, within what a kind file may ask of this machine."""
    try:
        said = json.loads(head)
        if said["format"] != FORMAT or said["kdf"] not in ("scrypt", "none"):
            raise ValueError
        said["nonce"] = base64.b64decode(said["nonce"], validate=True)
        if said["kdf"] == "scrypt":
            said["salt"] = base64.b64decode(said["salt"], validate=True)
            if not all(0 < said[name] <= most for name, most in _MOST.items()):
                raise ValueError
    except (ValueError, KeyError, TypeError):
        raise BadInput(f"{path} is no names file of this version of Headway") from None
    return dict(said)


def _replace(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, and makes sure it is on the disk."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}") from None


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no such call and needs none
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# -- cutting names out of texts ---------------------------------------------------------------


def cut_names(text: str, names: Mapping[str, str]) -> str:
    """The text with every name replaced by its opaque id, the longest names first.

    Case, composed or decomposed accents, accents left out, compatibility forms, invisible
    characters and the width of spaces make no difference. A name of letters that are spaced
    matches whole words only; one of Chinese characters matches anywhere.
    """
    folded, places = _folded(text)
    wanted = [(_folded(name)[0].strip(), opaque_id) for opaque_id, name in names.items()]
    wanted.sort(key=lambda pair: (-len(pair[0]), pair))
    cut: list[tuple[int, int, str]] = []
    taken = bytearray(len(folded))
    for name, opaque_id in wanted:
        for begin, end in _found(folded, name):
            if not any(taken[begin:end]):
                taken[begin:end] = b"\x01" * (end - begin)
                cut.append((places[begin], places[end], opaque_id))
    return _replaced(text, sorted(cut))


def _replaced(text: str, cut: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for begin, end, opaque_id in cut:
        parts += [text[done:begin], opaque_id]
        done = end
    return "".join([*parts, text[done:]])


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as names are compared, and for each place in it the place in the text."""
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for one in _folded_char(char):
            if one == " " and folded[-1:] == [" "]:
                continue
            folded.append(one)
            places.append(place)
    return "".join(folded), [*places, len(text)]


def _folded_char(char: str) -> str:
    if char.isspace():
        return " "
    kept = "".join(c for c in unicodedata.normalize("NFKD", char.casefold()) if _counts(c))
    return kept.casefold()


def _counts(char: str) -> bool:
    """Whether a character makes a difference to a name: no accent, nothing invisible."""
    return not "\u0300" <= char <= "\u036f" and unicodedata.category(char) != "Cf"


def _found(folded: str, name: str) -> Iterator[tuple[int, int]]:
    begin = folded.find(name) if name else -1
    while begin >= 0:
        end = begin + len(name)
        if _stands_alone(folded, begin, end):
            yield begin, end
        begin = folded.find(name, begin + 1)


def _stands_alone(folded: str, begin: int, end: int) -> bool:
    before, after = folded[begin - 1 : begin], folded[end : end + 1]
    return not (_spaced(before) and _spaced(folded[begin])) and not (
        _spaced(after) and _spaced(folded[end - 1])
    )


def _spaced(char: str) -> bool:
    """Whether a character is a letter or digit of a script that puts spaces between words."""
    return char.isalnum() and not _unspaced(ord(char[0]))


def _unspaced(point: int) -> bool:
    return 0x2E80 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF or 0x20000 <= point <= 0x3FFFF
