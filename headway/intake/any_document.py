"""The words of a single document, whatever it is saved as: DOCX, PDF, web page or text."""

from collections.abc import Iterable
from pathlib import Path

from headway.intake import docx, html, pdf, plain_text
from headway.intake.documents import Document
from headway.intake.manifests import PAGE_ENDINGS


def read_document(path: Path, name: str = "", names: Iterable[str] = ()) -> Document:
    """The words of a document by the ending of its name; BadInput when it cannot be read.

    `names` are those of known sides, by which a table of speakers can be told.
    """
    ending = path.suffix.casefold()
    if ending == ".docx":
        return docx.read_document(path, name, names)
    if ending == ".pdf":
        return pdf.read_document(path, name)
    if ending in PAGE_ENDINGS:
        return html.read_document(path, name)
    return plain_text.read_document(path, name)
