"""Versions of bundle reading and writing that are broken on purpose, one fault each.

Each is `headway.bundle` with one thing undone, as a careless change might undo it; none is used
by anything but the test beside this file.
"""

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import headway.bundle as bundles
from headway.bundle.lines import Complaint, Known
from headway.bundle.log import entry_from_plain, tree_root
from headway.bundle.reading import NOUN_FILES
from headway.bundle.writing import line_of
from headway.domain.errors import BadInput
from headway.domain.shape import from_plain, shapes
from tests.bundle.checks import Carrier


def _read_silent_on(unheard: Callable[[Complaint], bool]) -> Callable[..., bundles.Bundle]:
    """A reader that does not complain of some things."""

    def read(path: Path, texts: bool = True) -> bundles.Bundle:
        bundle = bundles.read(path, texts)
        heard = tuple(one for one in bundle.complaints if not unheard(one))
        return replace(bundle, complaints=heard)

    return read


def _read_after(change: Callable[[Path], None]) -> Callable[..., bundles.Bundle]:
    """A reader that reads something other than what stands in the folder."""

    def read(path: Path, texts: bool = True) -> bundles.Bundle:
        copy = Path(tempfile.mkdtemp(dir=Path(path).parent)) / "copy"
        shutil.copytree(path, copy)
        change(copy)
        return bundles.read(copy, texts)

    return read


# -- readers -----------------------------------------------------------------------------------


def half_loading(path: Path, texts: bool = True) -> bundles.Bundle:
    """Fields that are not understood are left out and the rest of the line is kept."""
    bundle = bundles.read(path, texts)
    kept = list(bundle.known)
    for one in {(c.file, c.line) for c in bundle.complaints if c.file in NOUN_FILES and c.line}:
        row = json.loads((path / one[0]).read_text(encoding="utf-8").splitlines()[one[1] - 1])
        noun = NOUN_FILES[one[0]]
        fields = {shape.name for shape in shapes(noun)}
        blamed = {c.field for c in bundle.complaints if (c.file, c.line) == one}
        data = {name: row[name] for name in row if name in fields - blamed}
        with suppress(BadInput):
            kept.append(Known(from_plain(noun, data), None, *one))
    return replace(bundle, known=tuple(kept))


def _normalise_texts(folder: Path) -> None:
    for path in (folder / "texts").glob("*.txt"):
        text = path.read_bytes().decode()
        path.write_bytes(unicodedata.normalize("NFC", text).replace("\r\n", "\n").encode())


def _restate_the_root(folder: Path) -> None:
    if (folder / "log.jsonl").exists():
        lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
        entries = [entry_from_plain(json.loads(line)) for line in lines]
        info = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
        info["log"] = {"size": len(entries), "root": tree_root(entries)}
        (folder / "bundle.json").write_text(json.dumps(info), encoding="utf-8")


def known_on_dropped(path: Path, texts: bool = True) -> bundles.Bundle:
    """Every line counts as known from the day of loading."""
    bundle = bundles.read(path, texts)
    return replace(bundle, known=tuple(replace(one, known_on=None) for one in bundle.known))


# -- writers -----------------------------------------------------------------------------------


def in_the_order_given(folder: Path, known, *args, **more) -> Path:
    """Lines stand in the order in which the values came."""
    known = list(known)
    bundles.write(folder, known, *args, **more)
    for name, noun in NOUN_FILES.items():
        own = [line_of(one) + "\n" for one in known if type(one.value) is noun]
        if own:
            (folder / name).write_text("".join(own), encoding="utf-8")
    return folder


def languages_sorted(folder: Path, *args, **more) -> Path:
    """Keys are sorted all the way down, which turns wordings round."""
    bundles.write(folder, *args, **more)
    for path in folder.glob("*s.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows]
        path.write_text("".join(lines), encoding="utf-8")
    return folder


def half_written(folder: Path, known, *args, **more) -> Path:
    """A refusal in the middle leaves the files written so far."""
    try:
        return bundles.write(folder, known, *args, **more)
    except BadInput:
        Path(folder).mkdir()
        (Path(folder) / "bundle.json").write_text("{}", encoding="utf-8")
        raise


BROKEN: dict[str, Carrier] = {
    "references unchecked": Carrier(
        read=_read_silent_on(lambda one: "in this bundle" in one.message)
    ),
    "references to any noun unchecked": Carrier(
        read=_read_silent_on(lambda one: one.field == "about")
    ),
    "half loading": Carrier(read=half_loading),
    "silent on unknown fields": Carrier(
        read=_read_silent_on(lambda one: "no such field" in one.message)
    ),
    "texts normalised before hashing": Carrier(read=_read_after(_normalise_texts)),
    "labels need no release": Carrier(read=_read_silent_on(lambda one: one.field == "label")),
    "known_on dropped": Carrier(read=known_on_dropped),
    "the root is taken from the log itself": Carrier(read=_read_after(_restate_the_root)),
    "commitments unchecked": Carrier(read=_read_silent_on(lambda one: "commitment" in one.message)),
    "lines in the order given": Carrier(write=in_the_order_given),
    "languages sorted": Carrier(write=languages_sorted),
    "half written": Carrier(write=half_written),
}
"""What is broken, in words, to the broken carrier."""
