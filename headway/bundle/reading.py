"""Reading a bundle from a folder or a zip: everything wrong is collected, nothing is guessed."""

import unicodedata
from pathlib import Path
from typing import Any, TypeVar

from headway.bundle import checks
from headway.bundle.bundles import Bundle, Info
from headway.bundle.contents import (
    ORIGINALS,
    TEXTS,
    Originals,
    Texts,
    hash_originals,
    hash_texts,
    hashes_by_name,
    is_hash,
    read_bytes,
)
from headway.bundle.files import Files, open_files
from headway.bundle.lines import Complaints, Known
from headway.bundle.log import LOG_FILE, Entry, LogHead, read_log
from headway.bundle.records import json_lines
from headway.bundle.strict_json import parse_object
from headway.bundle.values import Holdings, near_misses, read_value
from headway.domain.errors import BadInput, BadValue
from headway.domain.nouns import NOUNS
from headway.domain.shape import file_name
from headway.domain.wording import Wording

P = TypeVar("P", bool, str)

BUNDLE_FILE = "bundle.json"
FORMAT = "headway-bundle/1"
MAX_INFO_BYTES = 1024**2

NOUN_FILES = {file_name(noun): noun for noun in NOUNS.values()}
"""File name to noun, in the order of the vocabulary."""

BESIDE = {"README.md", "README.txt", "LICENSE", "LICENSE.txt", "NOTICE"}
"""Files for people that a bundle may hold beside the record; they are not read."""

SCHEMAS = "schemas"


def read(path: str | Path, texts: bool = True) -> Bundle:
    """The bundle at a folder or `.zip`, with complaints about all that was not understood.

    With `texts=False` texts and originals named by their hash are taken at their word instead
    of being read and hashed. Raises BadInput when there is no bundle at all or when its files
    cannot be read safely (too many, too large, overlapping inside a zip).
    """
    files = open_files(Path(path))
    if BUNDLE_FILE not in files.sizes:
        raise BadInput(f"{Path(path).name} holds no {BUNDLE_FILE}; it is not a bundle")
    complaints = Complaints()
    info = _read_info(files, complaints)
    _complain_of_files(files, complaints)
    named = _hash_contents(files, texts, complaints)
    holdings = Holdings({**named, **_composed(named)})
    known, ids = _read_lines(files, holdings, complaints)
    checks.check(known, ids, complaints)
    entries = _read_entries(files, info, known, holdings, complaints)
    _complain_of_unused(named, holdings, complaints)
    return Bundle(
        info=info,
        known=tuple(known),
        texts=Texts(files, _by_hash(named, TEXTS)),
        originals=Originals(files, _by_hash(named, ORIGINALS)),
        entries=entries,
        complaints=complaints.all(),
    )


# -- bundle.json -------------------------------------------------------------------------------


def _read_info(files: Files, complaints: Complaints) -> Info:
    try:
        data = parse_object(read_bytes(files, BUNDLE_FILE, MAX_INFO_BYTES).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"{BUNDLE_FILE}: byte {error.start + 1} is not UTF-8") from None
    except BadInput as error:
        raise BadInput(f"{BUNDLE_FILE}: {error}") from None
    if data.pop("format", None) != FORMAT:
        raise BadInput(f'{BUNDLE_FILE} does not say "format": "{FORMAT}"; it is not a bundle')
    info = Info(
        title=_title(data.pop("title", None), complaints),
        invented=_part(data, "invented", False, complaints),
        trial=_part(data, "trial", False, complaints),
        note=_part(data, "note", "", complaints),
        log=_log_head(data.pop("log", None), complaints),
    )
    for name in data:
        complaints.add(BUNDLE_FILE, f"there is no such part{near_misses(name, _PARTS)}", 0, name)
    return info


_PARTS = ("format", "title", "invented", "trial", "note", "log")


def _title(data: Any, complaints: Complaints) -> Wording:
    try:
        if isinstance(data, dict) and all(isinstance(text, str) for text in data.values()):
            return Wording(data)
        raise BadValue('write the title once a language, as {"en": "..."}')
    except BadValue as error:
        complaints.add(BUNDLE_FILE, str(error), 0, "title")
        return Wording({"en": "(no title)"})


def _part(data: dict[str, Any], name: str, default: P, complaints: Complaints) -> P:
    content = data.pop(name, default)
    if isinstance(content, type(default)):
        return content
    what = "a text" if isinstance(default, str) else "true or false"
    complaints.add(BUNDLE_FILE, f"this is {what}", 0, name)
    return default


def _log_head(data: Any, complaints: Complaints) -> LogHead | None:
    if data is None:
        return None
    if isinstance(data, dict) and data.keys() == {"size", "root"}:
        size, tree = data["size"], data["root"]
        if isinstance(size, int) and isinstance(tree, str) and is_hash(tree):
            return LogHead(size, tree)
    complaints.add(BUNDLE_FILE, 'write "log": {"size": 3, "root": "64 hex digits"}', 0, "log")
    return None


# -- files -------------------------------------------------------------------------------------


def _complain_of_files(files: Files, complaints: Complaints) -> None:
    for name, why in files.refused.items():
        complaints.add(name, why)
    for name in files.sizes:
        if not _is_expected(name):
            hint = near_misses(name, [*NOUN_FILES, LOG_FILE])
            complaints.add(name, f"no such file belongs to a bundle{hint}")


def _is_expected(name: str) -> bool:
    folder, slash, _ = name.partition("/")
    if slash:
        return folder in (TEXTS, ORIGINALS, SCHEMAS)
    return name in NOUN_FILES or name in (BUNDLE_FILE, LOG_FILE) or name in BESIDE


def _hash_contents(files: Files, hash_all: bool, complaints: Complaints) -> dict[str, str]:
    """File name to hash of all texts and originals."""
    texts = _inside(files, TEXTS)
    originals = _inside(files, ORIGINALS)
    trusted = {} if hash_all else hashes_by_name(texts + originals)
    found = {
        **hash_texts(files, [name for name in texts if name not in trusted], complaints),
        **hash_originals(files, [name for name in originals if name not in trusted], complaints),
        **trusted,
    }
    for name, content_hash in hashes_by_name(list(found)).items():
        if found[name] != content_hash:
            message = f"the content is not the one its name promises but {found[name]}"
            complaints.add(name, message)
    return found


def _inside(files: Files, folder: str) -> list[str]:
    return [name for name in files.sizes if name.startswith(f"{folder}/")]


def _composed(named: dict[str, str]) -> dict[str, str]:
    """The same hashes under composed names: some systems write file names decomposed."""
    return {unicodedata.normalize("NFC", name): found for name, found in named.items()}


def _by_hash(named: dict[str, str], folder: str) -> dict[str, str]:
    return {found: name for name, found in named.items() if name.startswith(f"{folder}/")}


def _complain_of_unused(named: dict[str, str], holdings: Holdings, complaints: Complaints) -> None:
    for name, content_hash in named.items():
        if content_hash not in holdings.used:
            complaints.add(name, "no value of this bundle names this file")


# -- lines -------------------------------------------------------------------------------------


def _read_lines(
    files: Files, holdings: Holdings, complaints: Complaints
) -> tuple[list[Known], dict[str, set[str]]]:
    known: list[Known] = []
    ids: dict[str, set[str]] = {}
    for name, noun in NOUN_FILES.items():
        if name not in files.sizes:
            continue
        held = ids.setdefault(noun.__name__, set())
        for line, data in json_lines(files, name, complaints):
            if isinstance(data.get("id"), str):
                held.add(data["id"])
            one = read_value(noun, data, name, line, holdings, complaints)
            if one is not None:
                known.append(one)
    return known, ids


def _read_entries(
    files: Files, info: Info, known: list[Known], holdings: Holdings, complaints: Complaints
) -> tuple[Entry, ...] | None:
    if LOG_FILE in files.sizes:
        return read_log(files, info.log, known, holdings, complaints)
    if info.log is not None:
        complaints.add(BUNDLE_FILE, f"a log is stated but there is no {LOG_FILE}", 0, "log")
    return None
