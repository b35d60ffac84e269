"""Word documents (DOCX): their paragraphs in order, changes taken as accepted."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx as python_docx

from headway.bundle.files import ZipFiles
from headway.domain.errors import BadInput
from headway.domain.wording import Wording
from headway.intake.documents import KEPT_WITH_IT, Document, Documents, Setting
from headway.intake.docx_lines import Lines
from headway.intake.docx_notes import take_notes
from headway.intake.docx_shown import Shown, heads_and_feet
from headway.intake.drafts import Draft
from headway.intake.plain_text import read_content
from headway.intake.sides import Sides

MAX_BYTES = 256 * 1024**2
MAX_UNPACKED_BYTES = 512 * 1024**2
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REMARKS = ("commentReference",)
_TEXTS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {_FALLBACK, *(_W + tag for tag in ("del", "moveFrom", "p", "pPr", "rPr", "rt"))}


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one DOCX: the whole as a statement, and one for each speaker's turn.

    `sides` maps names of sides to ids of parties that a record has already (`sides.sides_of`).
    Raises BadInput when the file is no DOCX, is unsafe to unpack or holds no words.
    """
    source, documents = Path(path), Documents(Sides(sides or {}))
    document = read_document(source, names=documents.sides.labels())
    documents.take(document, setting or Setting())
    return documents.draft(Wording({"en": source.stem or source.name}), "Word document")


def read_document(path: Path, name: str = "", names: Iterable[str] = ()) -> Document:
    """The words of a DOCX, a line a paragraph, a row of a table a line.

    A row of a speaker and words becomes a turn; `names` are those of sides that are known.
    """
    opened = open_body(path)
    body = opened.body
    lines = Lines.by(text_under, opened.styles, names)
    decided = [*_decided(body)]
    notes = "\n".join(take_notes(path, body, text_under, opened.shown))
    lines.take(body)
    text, alone, ends = lines.joined()
    decided += _told_of(lines)
    if not text.strip():
        raise BadInput(f"{path.name} holds no words; there is nothing to take")
    if any(c == "\x00" or "\ud800" <= c <= "\udfff" for c in text + notes):
        raise BadInput(f"{path.name} holds characters that cannot be stored")
    told = (*decided, *opened.told())
    return Document(name or path.name, text, opened.content, told, notes, alone, ends)


@dataclass(frozen=True, slots=True)
class Opened:
    """A DOCX: its bytes, its body and styles (elements), what it shows, heads and feet."""

    content: bytes
    body: Any
    styles: Any
    shown: Shown
    edges: tuple[str, ...]

    def told(self) -> tuple[str, ...]:
        """What was not read because it is hidden, or stands at the edge of pages."""
        struck = _holds(self.body, "del", "moveFrom", *_REMARKS)
        kept = (KEPT_WITH_IT,) if struck or self.shown.hidden or self.shown.rows else ()
        return (*self.shown.told(), *self.edges, *kept)


def open_body(path: Path) -> Opened:
    """A DOCX without what it does not show; BadInput when it is none."""
    content = read_content(path, MAX_BYTES)
    unpacked = sum(ZipFiles(path).sizes.values())
    if unpacked > MAX_UNPACKED_BYTES:
        raise BadInput(f"{path.name} unpacks to {unpacked:,} bytes; that is too much")
    try:
        document = python_docx.Document(io.BytesIO(content))
        body = document.element.body
        styles = _styles(document)
        edges = tuple(heads_and_feet(_edges(document), text_under))
    except Exception as error:  # python-docx lets through whatever a broken package makes it raise
        message = " ".join(str(error).split())[:120]
        raise BadInput(f"{path.name} is no Word document (DOCX): {message}") from None
    if body is None:
        raise BadInput(f"{path.name} is no Word document (DOCX): it has no body")
    shown = Shown.by(styles)
    shown.clear(body)
    return Opened(content, body, styles, shown, edges)


def _styles(document: Any) -> Any:
    return next((part.element for part in _parts(document, "styles")), None)


def _edges(document: Any) -> list[Any]:
    return [part.element for name in ("header", "footer") for part in _parts(document, name)]


def _parts(document: Any, kind: str) -> Iterator[Any]:
    for one in document.part.rels.values():
        if not one.is_external and one.reltype.rsplit("/", 1)[-1] == kind:
            yield one.target_part


def text_under(element: Any) -> str:
    """The words of a paragraph, changes taken as accepted."""
    return "".join(_pieces(element))


def _holds(body: Any, *tags: str) -> bool:
    return any(True for tag in tags for _ in body.iter(_W + tag))


def _told_of(lines: Lines) -> Iterator[str]:
    if lines.tables:
        yield f"{lines.tables} tables were read row by row."
    if lines.speaking:
        yield f"{lines.speaking} rows of tables were read as speaker and words."


def _pieces(element: Any) -> Iterator[str]:
    """The text under an element, without what was deleted and without paragraphs inside."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _TEXTS:
            yield _TEXTS[child.tag]
        elif child.tag not in _LEFT_OUT:
            waiting.extend(reversed(child))


def _decided(body: Any) -> Iterator[str]:
    """What stands in the document and is not, or not plainly, in the text."""
    for tags, sentence in (
        (("ins", "del", "moveFrom"), "{} tracked changes were taken as accepted."),
        (
            ("footnoteReference", "endnoteReference"),
            "{} notes stand at the end of the whole text and in no turn.",
        ),
        (_REMARKS, "{} comments were not read."),
        (("drawing", "pict", "object"), "{} pictures or objects were not read."),
    ):
        number = sum(1 for tag in tags for _ in body.iter(_W + tag))
        if number:
            yield sentence.format(number)
