"""Footnotes and endnotes of a DOCX: a number in brackets where they belong, the notes apart."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from headway.bundle.files import READ_ERRORS, ZipFiles
from headway.domain.errors import BadInput
from headway.intake.docx_shown import Shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = (("footnote", "word/footnotes.xml", ""), ("endnote", "word/endnotes.xml", "e"))


def take_notes(path: Path, body: Any, words: Callable[[Any], str], shown: Shown) -> tuple[str, ...]:
    """One line a note in the order of reference; in `body` each reference becomes a number.

    Endnotes are numbered `e1` and on. A note with a mark of its own keeps that mark in the text.
    `words` gives the text of a paragraph, `shown` takes away what is hidden. Raises BadInput when
    the notes cannot be read.
    """
    return tuple(line for kind in _KINDS for line in _taken(path, body, words, shown, *kind))


def _taken(
    path: Path,
    body: Any,
    words: Callable[[Any], str],
    shown: Shown,
    kind: str,
    part: str,
    sign: str,
) -> Iterator[str]:
    references = list(body.iter(f"{_W}{kind}Reference"))
    notes = _notes(path, part, kind, words, shown) if references else {}
    for number, reference in enumerate(references, 1):
        note = notes.get(reference.get(f"{_W}id"), "")
        mark = f"[{sign}{number}]"
        if reference.get(f"{_W}customMarkFollows") not in ("1", "true", "on"):
            reference.tag, reference.text = f"{_W}t", mark
        yield f"{mark} {note}".rstrip()


def _notes(
    path: Path, part: str, kind: str, words: Callable[[Any], str], shown: Shown
) -> dict[str, str]:
    files = ZipFiles(path)
    if part not in files.sizes:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with files.open(part) as file:
            root = etree.parse(file, parser).getroot()
    except (*READ_ERRORS, etree.LxmlError, RuntimeError, ValueError, zipfile.LargeZipFile) as error:
        message = " ".join(str(error).split())[:120]
        raise BadInput(f"{path.name}: its {kind}s cannot be read: {message}") from None
    shown.clear(root)
    return {
        one.get(f"{_W}id", ""): " ".join(
            text for p in one.iter(f"{_W}p") if (text := " ".join(words(p).split()))
        )
        for one in root.iter(f"{_W}{kind}")
    }
