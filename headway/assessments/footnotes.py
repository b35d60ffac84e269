"""Real footnotes in a Word document, which python-docx reads over but cannot write."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARK = "Footnote Reference"
_FIRST = 1  # -1 and 0 are Word's own separators


class Footnotes:
    """The footnotes of one document; a note cited again gets a note of its own with its words."""

    def __init__(self, document: DocumentType, language: str) -> None:
        self.notes: list[str] = []
        self._set_styles(document)
        name = PackURI("/word/footnotes.xml")
        self.part = Part(name, _TYPE, b"", document.part.package)
        document.part.relate_to(self.part, _KIND)
        self._write()

    def add(self, paragraph: Any, number: int, words: list[tuple[str, str]]) -> None:
        """A reference at the end of a paragraph, and its note."""
        place = _FIRST + len(self.notes)
        self.notes.append(_note(place, words))
        run = paragraph.add_run()
        run.style = MARK
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(place))
        run._r.append(mark)
        self._write()

    def _write(self) -> None:
        separators = _separator(-1, "separator") + _separator(0, "continuationSeparator")
        body = separators + "".join(self.notes)
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">'
        self.part._blob = f"{xml}{body}</w:footnotes>".encode()

    def _set_styles(self, document: DocumentType) -> None:
        styles = document.styles
        text = styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = styles["Normal"]
        text.font.size = Pt(8.5)
        text.paragraph_format.space_after = Pt(1)
        mark = styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True


def _separator(place: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _note(place: int, words: list[tuple[str, str]]) -> str:
    runs = "".join(_run(text, language) for text, language in words)
    return (
        f'<w:footnote w:id="{place}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
    )


def _run(text: str, language: str) -> str:
    kind = "w:eastAsia" if language.startswith("zh") else "w:val"
    mark = f"<w:rPr><w:lang {kind}={quoteattr(language)}/></w:rPr>" if language else ""
    return f'<w:r>{mark}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
