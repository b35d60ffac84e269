"""Writing a bundle: one canonical form, so that what did not change gives the same bytes."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from headway.bundle.bundles import Info
from headway.bundle.contents import ORIGINALS, TEXTS
from headway.bundle.lines import Known
from headway.bundle.log import LOG_FILE, Entry, entry_from_plain, entry_to_plain, tree_root
from headway.bundle.reading import BUNDLE_FILE, FORMAT, NOUN_FILES
from headway.bundle.values import FILE_FIELDS
from headway.domain.errors import BadInput, Conflict
from headway.domain.nouns import NOUNS
from headway.domain.shape import file_name, json_schema, to_plain
from headway.domain.values import Value

LAST = "9999-12-31"
"""Sorts a line without `known_on` after the dated ones of the same id."""

_UNSAFE = '<>:"/\\|?*'


def write(
    folder: str | Path,
    known: Iterable[Known | Value],
    texts: Mapping[str, str],
    originals: Mapping[str, tuple[str, bytes]],
    info: Info,
    entries: Iterable[Entry | Mapping[str, Any]] | None = None,
    *,
    replace: bool = False,
) -> Path:
    """Write a bundle to a folder that is not there yet, whole or not at all; its path.

    Lines stand by noun, id and `known_on`; texts and originals are those that the lines or the
    log name, each under its hash. What a bundle complained of is not among its lines and so is
    not written. With `replace` a folder that is there is put aside and
    removed once the new one stands. Raises Conflict when something is there already, BadInput
    when a text or original that is named is not given or the disk refuses.
    """
    target = Path(folder)
    if not replace and target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Conflict(f"{target.name} is there already; choose another name or replace it")
    lines = [one if isinstance(one, Known) else Known(one) for one in known]
    log = None if entries is None else [_entry(entry) for entry in entries]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            _fill(beside, lines, texts, originals, info, log)
            _put(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise BadInput(f"{target.name} cannot be written: {error.strerror}") from None
    return target


def _entry(entry: Entry | Mapping[str, Any]) -> Entry:
    return entry if isinstance(entry, Entry) else entry_from_plain(entry)


def _put(beside: Path, target: Path) -> None:
    beside.chmod(0o755)
    if not target.exists():
        beside.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    target.rename(old / "was")
    try:
        beside.rename(target)
    except OSError:
        (old / "was").rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _fill(
    folder: Path,
    lines: Sequence[Known],
    texts: Mapping[str, str],
    originals: Mapping[str, tuple[str, bytes]],
    info: Info,
    log: list[Entry] | None,
) -> None:
    _write(folder / BUNDLE_FILE, json.dumps(_info(info, log), ensure_ascii=False, indent=2) + "\n")
    for name, noun in NOUN_FILES.items():
        own = sorted((one for one in lines if type(one.value) is noun), key=_order)
        if own:
            _write(folder / name, "".join(line_of(one) + "\n" for one in own))
    if log is not None:
        _write(folder / LOG_FILE, "".join(_json(entry_to_plain(entry)) + "\n" for entry in log))
    named = _named(lines, log)
    for text_hash in sorted(named[TEXTS]):
        _write(folder / TEXTS / f"{text_hash}.txt", _given(texts, text_hash, "text"))
    for original_hash in sorted(named[ORIGINALS]):
        name, content = _given(originals, original_hash, "original")
        _write_bytes(folder / ORIGINALS / original_hash / safe_name(name), content)


def _info(info: Info, log: list[Entry] | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "format": FORMAT,
        "title": dict(info.title),
        "invented": info.invented,
        "trial": info.trial,
        "note": info.note,
    }
    return data if log is None else {**data, "log": {"size": len(log), "root": tree_root(log)}}


def _order(one: Known) -> tuple[str, str]:
    return (one.value.id, one.known_on or LAST)


def line_of(one: Known) -> str:
    """One line of a bundle: the fields in order, then `known_on` where it is stated."""
    data = to_plain(one.value)
    return _json(data if one.known_on is None else {**data, "known_on": str(one.known_on)})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def _named(lines: Sequence[Known], log: list[Entry] | None) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {TEXTS: set(), ORIGINALS: set()}
    touched = [touch.data or {} for entry in log or () for touch in entry.touches]
    for name, folder in FILE_FIELDS.items():
        for one in lines:
            found[folder].add(getattr(one.value, name, None) or "")
        for data in touched:
            found[folder].add(data.get(name) or "")
        found[folder].discard("")
    return found


def _given(contents: Mapping[str, Any], content_hash: str, what: str) -> Any:
    try:
        return contents[content_hash]
    except KeyError:
        raise BadInput(f"the {what} {content_hash} is named but was not given") from None


def safe_name(name: str) -> str:
    """A file name that every system can write, as near to the given one as can be."""
    safe = "".join("_" if c in _UNSAFE or not c.isprintable() else c for c in name)
    return safe.strip(". ")[-60:] or "original"


def _write(path: Path, text: str) -> None:
    try:
        _write_bytes(path, text.encode())
    except UnicodeEncodeError:
        raise BadInput(f"{path.name} holds half a surrogate pair, which is no character") from None


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def schemas(folder: str | Path) -> tuple[Path, ...]:
    """Write the JSON Schema of a line of every noun to a folder; the paths, one a noun."""
    target = Path(folder)
    paths = []
    for noun in NOUNS.values():
        path = target / (file_name(noun).removesuffix(".jsonl") + ".schema.json")
        _write(path, json.dumps(json_schema(noun), ensure_ascii=False, indent=2) + "\n")
        paths.append(path)
    return tuple(paths)
