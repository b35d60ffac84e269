"""PDF documents: their paragraphs in reading order, without what repeats at the edges of pages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from headway.domain.errors import BadInput
from headway.domain.wording import Wording
from headway.intake.documents import Document, Documents, Setting
from headway.intake.drafts import Draft
from headway.intake.pdf.pages import PdfPage, read_pages
from headway.intake.pdf.text import Told, told_by
from headway.intake.plain_text import read_content
from headway.intake.sides import Sides

MAX_BYTES = 64 * 1024**2
_UNTOLD = 0.1
"""A document with a larger share of letters nobody can tell is refused."""

_PICTURE = 0.25


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one PDF: the whole as a statement, and one for each speaker's turn.

    `sides` maps names of sides to ids of parties that a record has already (`sides.sides_of`).
    Raises BadInput when the file is no PDF, is locked, holds pages that are pictures without
    text, or would take too much time or memory.
    """
    source, documents = Path(path), Documents(Sides(sides or {}))
    document = read_document(source)
    documents.take(document, setting or Setting())
    return documents.draft(Wording({"en": source.stem or source.name}), "PDF")


def read_document(path: Path, name: str = "") -> Document:
    """The words of a PDF, a line a paragraph, a row of a table a line."""
    content = read_content(path, MAX_BYTES)
    if b"%PDF-" not in content[:1024]:
        raise BadInput(f"{path.name} is no PDF; it does not begin as one")
    pages = read_pages(content, path.name)
    _refuse_pictures(pages, path.name)
    told = told_by(pages)
    _refuse_untold(told, path.name)
    told_by_form = told.alone, told.ends
    return Document(name or path.name, told.text, content, told.decided, told.notes, *told_by_form)


def _refuse_pictures(pages: Sequence[PdfPage], name: str) -> None:
    bare = [one.number for one in pages if not one.words and one.pictures >= _PICTURE]
    if bare:
        raise BadInput(
            f"{name}: {_numbers(bare, len(pages))} without text; have the words recognised (OCR)"
            " and save the result as PDF, DOCX or text"
        )


def _numbers(numbers: Sequence[int], whole: int) -> str:
    """`pages 1, 3-5 of 9 are pictures`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    listed = ", ".join(f"{a}-{b}" if b > a else f"{a}" for a, b in runs[:20])
    if len(runs) > 20:
        listed += " and others"
    many = len(numbers) > 1
    return f"page{'s' * many} {listed} of {whole} {'are pictures' if many else 'is a picture'}"


def _refuse_untold(told: Told, name: str) -> None:
    letters = Counter(
        "untold" if _is_untold(letter) else "told" for letter in told.text if not letter.isspace()
    )
    if not letters:
        raise BadInput(f"{name} holds no words; there is nothing to take")
    if letters["untold"] > _UNTOLD * letters.total():
        raise BadInput(
            f"{name}: {letters['untold']:,} of {letters.total():,} letters cannot be told, because"
            " its fonts do not say what they mean; save the document as DOCX or text"
        )


def _is_untold(letter: str) -> bool:
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or not letter.isprintable()
