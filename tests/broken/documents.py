"""Readers of documents that are broken on purpose, one fault each, as a careless change might."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from headway.intake import docx, html, pdf
from headway.intake.documents import Document
from headway.intake.docx_lines import Lines
from headway.intake.docx_shown import Shown
from headway.intake.pdf import columns, furniture, notes, paragraphs, text
from tests.intake.document_checks import READERS, Readers


def _after(change: Callable[[Document], Document]) -> Readers:
    """Readers whose documents are changed before anybody sees them."""

    def changed(kind: str) -> Callable[[Path], Document]:
        return lambda path: change(READERS[kind](path))

    return {kind: changed(kind) for kind in READERS}


def _with(**changes: tuple[object, str, object]) -> Readers:
    """Readers while something inside them does another thing."""

    def changed(kind: str) -> Callable[[Path], Document]:
        def read(path: Path) -> Document:
            target, name, other = changes[kind]
            with patch.object(target, name, other):
                return READERS[kind](path)

        return read if kind in changes else READERS[kind]

    return {kind: changed(kind) for kind in READERS}


BROKEN: dict[str, Readers] = {
    "the last line is lost": _after(lambda one: replace(one, text=one.text.rsplit("\n", 1)[0])),
    "notes run into the last turn": _after(lambda one: replace(one, text=one.whole, notes="")),
    "silent on what was set aside": _after(lambda one: replace(one, decided=())),
    "what stands around a page is kept": _with(html=(html, "set_aside", lambda root: (root, ()))),
    "running heads are kept": _with(pdf=(furniture, "_repeated", lambda *_: set())),
    "columns are read across": _with(pdf=(columns, "_best_run", lambda *_: None)),
    "ruled tables are read as text": _with(pdf=(text, "grids_of", lambda _: ())),
    "words stay broken": _with(pdf=(paragraphs.Paragraphs, "_keeps_hyphen", lambda *_: True)),
    "notes are words like others": _with(pdf=(notes, "parted", lambda flow, _: (flow, []))),
    "a line is a paragraph": _with(pdf=(paragraphs.Paragraphs, "_goes_on", lambda *_: False)),
    "pages begin paragraphs": _with(pdf=(paragraphs.Paragraphs, "_goes_on_over", lambda *_: False)),
    "blanks between ideographs": _with(pdf=(paragraphs, "is_han", lambda _: False)),
    "hidden words are said": _with(docx=(Shown, "clear", lambda *_: None)),
    "deleted words are said": _with(docx=(docx, "_LEFT_OUT", frozenset({docx._W + "p"}))),
    "headings end nothing": _with(docx=(Lines, "_is_heading", lambda *_: False)),
    "tables are read cell by cell": _with(docx=(Lines, "_column_of_speakers", lambda *_: None)),
    "pictures are passed over": _with(pdf=(pdf, "_refuse_pictures", lambda *_: None)),
}
"""What is broken, in words, to the broken readers."""
