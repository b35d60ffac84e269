"""The manifest of a folder of texts: `manifest.csv`, one line a file, written by a person."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput, Conflict
from headway.intake.encodings import decode
from headway.intake.plain_text import read_content

MANIFEST = "manifest.csv"
MAX_BYTES = 16 * 1024**2
MAX_ROWS = 20_000
TEXT_ENDINGS = (".txt", ".md", ".text")
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
ENDINGS = (*TEXT_ENDINGS, *PAGE_ENDINGS, ".docx", ".pdf")

COLUMNS: Mapping[str, str] = {
    "file": "path of the text in the folder (TXT, DOCX, HTML or PDF); the only column to be filled",
    "dialogue": "name of the dialogue; empty for what was said elsewhere",
    "parties": "both sides of the dialogue, separated by a semicolon; other names after ="
    ", as Canada = Kanada; China",
    "round": "number of the round; empty when no source says which one",
    "round_date": "when the round was held, as 2002-11-04 or 4-8 November 2002",
    "place": "city where the round was held",
    "date": "day of the document itself",
    "party": "whose document it is",
    "language": "BCP 47, as en, fr, zh-Hans; looked for in the text when empty",
    "kind": "kind of statement, as readout, minutes, press_answer; readout when empty",
    "fidelity": "verbatim, paper_as_read, note or readout; readout when empty",
    "title": "title of the document; its file name when empty",
    "source": "address or reference of the document",
    "marking": "protective marking as it stands on the document, as CONFIDENTIAL",
    "originator": "whose marking it is",
    "label": "who may see it: desk when empty, assessor, or named:LIST",
    "comment": "anything a reader should know, as that the text is cut off",
}
"""The columns of a manifest in order, and what each holds."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a manifest: its number in the file, and its cells by column, stripped."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_manifest(path: Path, complaints: Complaints) -> tuple[Row, ...]:
    """The lines of a manifest; commas, semicolons and tabs are understood.

    Raises BadInput when it has no column `file` or is no table at all.
    """
    text = decode(read_content(path, MAX_BYTES)).text
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        columns = _columns(next(lines, []), path.name, complaints)
        return tuple(_rows(lines, columns, path.name, complaints))
    except csv.Error as error:
        raise BadInput(f"{path.name} is no table that can be read: {error}") from None


def _columns(head: list[str], file: str, complaints: Complaints) -> list[str]:
    columns = [name.strip().casefold().replace(" ", "_") for name in head]
    if "file" not in columns:
        raise BadInput(f"{file} has no column 'file'; its first line names the columns")
    for name in columns:
        if name and name not in COLUMNS:
            message = f"no column of that name is known; there are {', '.join(COLUMNS)}"
            complaints.add(file, message, 1, name[:60])
    return columns


def _rows(
    lines: Iterable[list[str]], columns: list[str], file: str, complaints: Complaints
) -> Iterable[Row]:
    for number, cells in enumerate(lines, 2):
        if number > MAX_ROWS:
            raise BadInput(f"{file} has more than {MAX_ROWS:,} lines; split it")
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            complaints.add(file, "the line has more cells than there are columns", number)
        named = zip(columns, (" ".join(cell.split()) for cell in cells), strict=False)
        yield Row(number, dict(named))


def template(folder: str | Path | None = None) -> str:
    """The text of a manifest to be filled in: its columns, and a line for each text of a folder."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name in texts_in(Path(folder)) if folder is not None else ():
        writer.writerow([name, *[""] * (len(COLUMNS) - 1)])
    return out.getvalue()


def save(folder: str | Path, *, semicolons: bool = False) -> Path:
    """Write the manifest into its folder in the form that spreadsheets open; where it stands.

    Excel wants a mark before UTF-8, and semicolons where a decimal point is a comma. Raises
    Conflict when there is one already, BadInput when there is nothing to name or the disk refuses.
    """
    base = Path(folder)
    if not base.is_dir():
        raise BadInput(f"there is no folder {base.name!r}; check the path")
    if not texts_in(base):
        raise BadInput(f"{base.name} holds no text that can be read (TXT, DOCX, HTML or PDF)")
    target = base / MANIFEST
    rows = csv.reader(io.StringIO(template(base), newline=""))
    try:
        with target.open("x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";" if semicolons else ",").writerows(rows)
    except FileExistsError:
        raise Conflict(f"{MANIFEST} is there already; mend it, or give it another name") from None
    except OSError as error:
        raise BadInput(f"{MANIFEST} cannot be written: {error.strerror}") from None
    return target


def texts_in(folder: Path) -> tuple[str, ...]:
    """Paths inside a folder of all files that can be read as texts, in order."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/"))
        if not hidden and path.suffix.casefold() in ENDINGS and path.is_file():
            found.append(name)
        if len(found) > MAX_ROWS:
            raise BadInput(f"{folder.name} holds more than {MAX_ROWS:,} texts; split it")
    return tuple(found)


def inside(folder: Path, name: str) -> Path:
    """The file of a manifest inside its folder; BadInput when it is not there or leads out."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\x00" in name or ":" in name:
        raise BadInput(f"{name!r} leads out of the folder")
    found = folder / path
    try:
        there = found.is_file() and found.resolve().is_relative_to(folder.resolve())
    except OSError:
        there = False
    if not there:
        raise BadInput(f"there is no file {name[:120]!r} in the folder")
    if found.suffix.casefold() not in ENDINGS:
        raise BadInput(f"{name!r} cannot be read; save it as TXT, DOCX, HTML or PDF")
    return found
