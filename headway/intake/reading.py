"""Which reader fits a path: one decision in one place, and it says why."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import headway.bundle as bundles
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.intake.documents import Setting
from headway.intake.drafts import Draft
from headway.intake.formats import FORMATS, LAST, Format, Glance
from headway.intake.manifests import MANIFEST, texts_in

_UNREAD = {
    ".doc": "an old Word document; save it as DOCX",
    ".rtf": "a rich text; save it as DOCX",
    ".odt": "an OpenDocument text; save it as DOCX",
    ".xls": "an old Excel workbook; save it as XLSX",
    ".csv": f"a table; name it {MANIFEST} beside its texts and give the folder",
    ".json": "data and no text; write it as a bundle",
    ".jsonl": "data and no text; write it as a file of a bundle and give the folder",
    ".xml": "data and no text; save it as text",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reader fits, and why, in words that follow `x is read as`."""

    kind: str
    why: str


def choose(path: str | Path, kind: str = "") -> Choice:
    """The reader that fits a path; BadInput with one sentence when none does."""
    chosen = _format_of(Path(path), kind)
    return Choice(chosen.kind, chosen.why)


def kinds() -> tuple[str, ...]:
    """The words of all formats, each once, in the order they are tried."""
    return tuple(dict.fromkeys(one.kind for one in FORMATS))


def _format_of(source: Path, kind: str) -> Format:
    try:
        if not source.exists():
            raise BadInput(f"there is nothing at {str(source)!r}; check the path")
        if kind:
            return _named(kind)
        seen = Glance(source)
        for one in FORMATS:
            if one.fits and one.fits(seen):
                return one
        _refuse_folder(source) if seen.is_folder else _refuse_file(seen)
    except (OSError, ValueError) as error:
        raise BadInput(f"{source.name!r} cannot be read: {error}") from None
    return LAST


def _named(kind: str) -> Format:
    found = next((one for one in FORMATS if one.kind == kind), None)
    if found is None:
        raise BadInput(f"no format is called {kind!r}; there are {', '.join(kinds())}")
    return found


def _refuse_folder(folder: Path) -> None:
    texts = len(texts_in(folder))
    if texts:
        raise BadInput(
            f"{folder.name} holds {texts} texts but no {MANIFEST} that says what they are;"
            f" write one with `headway manifest {folder.name}`"
        )
    raise BadInput(f"{folder.name} is neither a bundle nor a folder of texts with {MANIFEST}")


def _refuse_file(seen: Glance) -> None:
    """A sentence for what is known to be no text; silence for what may be one."""
    name = seen.path.name
    if seen.members or seen.begin.startswith(b"PK"):
        raise BadInput(f"{name} is a zip file but neither a bundle nor a Word document; unpack it")
    if seen.begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadInput(f"{name} is an old Office file; save it as DOCX or XLSX")
    if seen.ending in _UNREAD:
        raise BadInput(f"{name} is {_UNREAD[seen.ending]}")


def read_any(
    path: str | Path,
    sides: Mapping[str, str] | None = None,
    setting: Setting | None = None,
    kind: str = "",
    record: Corpus | None = None,
) -> Draft | bundles.Bundle:
    """What stands at a path, read by the reader that fits: a bundle, or a draft with a report.

    `sides` maps names of sides to ids of parties that a record has already (`sides_of`), so that
    a draft names them instead of making new ones. `setting` is what a person knows of a single
    document; `kind` names the reader where the file does not show it; `record` is what is there
    already, for readers that find its values again. Raises BadInput when no reader fits, or the
    one that does has no use for a setting.
    """
    source = Path(path)
    chosen = _format_of(source, kind)
    read: Draft | bundles.Bundle = chosen.read(source, dict(sides or {}), setting, record)
    return read
