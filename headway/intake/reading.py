"""Which reader fits a path: one decision in one place, and it says why."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import headway.bundle as bundles
from headway.bundle.reading import BUNDLE_FILE
from headway.domain.errors import BadInput
from headway.intake import docx, general_debate, plain_text, readouts
from headway.intake.drafts import Draft
from headway.intake.general_debate_files import is_folder
from headway.intake.manifests import MANIFEST, TEXT_ENDINGS, texts_in

Kind = Literal["bundle", "manifest", "general_debate", "docx", "workbook", "plain_text"]
_WORKBOOKS = (".xlsx", ".ods")
_UNREAD = {
    ".pdf": "a PDF; save it as text or DOCX",
    ".doc": "an old Word document; save it as DOCX",
    ".rtf": "a rich text; save it as DOCX",
    ".odt": "an OpenDocument text; save it as DOCX",
    ".xls": "an old Excel workbook; save it as XLSX",
    ".csv": f"a table; name it {MANIFEST} beside its texts and give the folder",
    ".json": "data and no text; write it as a bundle",
    ".jsonl": "data and no text; write it as a file of a bundle and give the folder",
    ".xml": "data and no text; save it as text",
    ".html": "a web page; save it as text",
    ".htm": "a web page; save it as text",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reader fits, and why, in words that follow `x is read as`."""

    kind: Kind
    why: str


def choose(path: str | Path) -> Choice:
    """The reader that fits a path; BadInput with one sentence when none does."""
    source = Path(path)
    try:
        if source.is_dir():
            return _of_folder(source)
        if source.is_file():
            return _of_file(source)
    except (OSError, ValueError) as error:
        raise BadInput(f"{source.name!r} cannot be read: {error}") from None
    raise BadInput(f"there is nothing at {str(path)!r}; check the path")


def _of_folder(folder: Path) -> Choice:
    if (folder / BUNDLE_FILE).is_file():
        return Choice("bundle", f"a bundle: it holds {BUNDLE_FILE}")
    if (folder / MANIFEST).is_file():
        return Choice("manifest", f"texts with a manifest: it holds {MANIFEST}")
    if is_folder(folder):
        return Choice(
            "general_debate", "the General Debate corpus: files are CODE_SESSION_YEAR.txt"
        )
    texts = len(texts_in(folder))
    if texts:
        raise BadInput(
            f"{folder.name} holds {texts} texts but no {MANIFEST} that says what they are;"
            " write one from its template"
        )
    raise BadInput(f"{folder.name} is neither a bundle nor a folder of texts with {MANIFEST}")


def _of_file(path: Path) -> Choice:
    ending = path.suffix.casefold()
    with path.open("rb") as file:
        begin = file.read(8)
    if begin.startswith(b"PAR1") or ending == ".parquet":
        return Choice("general_debate", "the General Debate corpus: a Parquet file")
    if begin.startswith(b"PK"):
        return _of_zip(path)
    if begin.startswith(b"%PDF"):
        raise BadInput(f"{path.name} is {_UNREAD['.pdf']}")
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadInput(f"{path.name} is an old Office file; save it as DOCX or XLSX")
    if ending in _UNREAD:
        raise BadInput(f"{path.name} is {_UNREAD[ending]}")
    return Choice(
        "plain_text",
        "plain text: " + ("by its ending" if ending in TEXT_ENDINGS else "nothing else fits"),
    )


def _of_zip(path: Path) -> Choice:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist()[:200_000])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise BadInput(f"{path.name} is no zip file that can be read: {error}") from None
    if "word/document.xml" in names:
        return Choice("docx", "a Word document")
    if path.suffix.casefold() in _WORKBOOKS or "xl/workbook.xml" in names:
        return Choice("workbook", "a workbook")
    if any(name.rsplit("/", 1)[-1] == BUNDLE_FILE for name in names):
        return Choice("bundle", f"a bundle: the zip holds {BUNDLE_FILE}")
    raise BadInput(f"{path.name} is a zip file but neither a bundle nor a Word document; unpack it")


def read_any(path: str | Path, sides: Mapping[str, str] | None = None) -> Draft | bundles.Bundle:
    """What stands at a path, read by the reader that fits: a bundle, or a draft with a report.

    `sides` maps names of sides to ids of parties that a record has already (`sides_of`), so that
    a draft names them instead of making new ones. Raises BadInput when no reader fits.
    """
    source, known = Path(path), dict(sides or {})
    kind = choose(source).kind
    if kind == "bundle":
        return bundles.read(source)
    if kind == "manifest":
        return readouts.read(source, known)
    if kind == "general_debate":
        return general_debate.read(source, known)
    if kind == "docx":
        return docx.read(source, sides=known)
    if kind == "workbook":
        from headway.intake import workbook  # loads its own readers only when they are needed

        return workbook.read(source)
    return plain_text.read(source, sides=known)
