"""How the minute template looks, and the parts of WordprocessingML that python-docx lacks."""

from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from headway.intake.formats import MINUTES_MARK

_INK, _QUIET, _BAND = RGBColor(0x22, 0x2B, 0x30), RGBColor(0x5E, 0x6B, 0x72), "1F4E5F"
_PALE, _LINE = "EEF3F5", "B9C4C9"
_FONTS = {"en": "Calibri", "fr": "Calibri", "zh": "Microsoft YaHei"}
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "zh": "zh-CN"}
_SIZES = {"entry": 10, "label": 10, "help": 8.5, "record": 7, "example": 9, "head": 9.5}


class Looks:
    """Draws into one document; every cell is text, never a field or a formula."""

    def __init__(self, document: Any, language: str) -> None:
        self.document, self._language = document, language
        self._number = 0
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin = section.right_margin = Cm(1.7)
        section.top_margin = section.bottom_margin = Cm(1.7)
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = _FONTS[language], Pt(10.5)
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), _FONTS["zh"])
        tongue = OxmlElement("w:lang")
        tongue.set(qn("w:val"), _LANGUAGES["en"] if language == "zh" else _LANGUAGES[language])
        tongue.set(qn("w:eastAsia"), _LANGUAGES["zh"])
        normal.element.get_or_add_rPr().append(tongue)
        document.core_properties.author = "Headway"
        document.core_properties.language = _LANGUAGES[language]

    # -- paragraphs ------------------------------------------------------------------------------

    def mark_and_title(self, text: str) -> None:
        """The title, with the bookmark by which the template is known."""
        paragraph = self.document.add_paragraph()
        self._run(paragraph, text, 20, _INK, bold=True)
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (begin, end):
            one.set(qn("w:id"), "7301")
        begin.set(qn("w:name"), MINUTES_MARK.decode())
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, begin)
        paragraph._p.append(end)
        self.document.core_properties.title = text

    def marking(self, text: str) -> None:
        """The protective marking, at the beginning and at the head of every page."""
        self._run(self.document.add_paragraph(), text, 12, _INK, bold=True)
        head = self.document.sections[0].header.paragraphs[0]
        self._run(head, text, 9, _INK, bold=True)

    def heading(self, text: str) -> None:
        """What stands above a table."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(16)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = True
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(level)
        self._run(paragraph, text, 14, _INK, bold=True)

    def explanation(self, text: str) -> None:
        """A sentence of ours; it may be deleted."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.paragraph_format.keep_with_next = True
        self._run(paragraph, text, 9.5, _QUIET)

    def line(self, text: str) -> None:
        """One line of the words."""
        paragraph = self.document.add_paragraph()
        if text:
            self._run(paragraph, text, 10.5, _INK)

    # -- tables ----------------------------------------------------------------------------------

    def table(self, widths: Sequence[float]) -> Any:
        """A table without rows; widths in centimetres."""
        table = self.document.add_table(rows=0, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            one = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
                one.set(qn(f"w:{name}"), value)
            borders.append(one)
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            look.addprevious(borders)
        else:
            table._tbl.tblPr.append(borders)
        return table

    def row(self, table: Any) -> Sequence[Any]:
        """A new row that does not break over pages; its cells."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
        return list(row.cells)

    def head_row(self, table: Any, texts: Sequence[str]) -> None:
        """The row of headings, repeated on every page."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
            cell.width = column.width
            _shade(cell, _BAND)
            self._run(cell.paragraphs[0], text, _SIZES["head"], RGBColor(255, 255, 255), bold=True)

    def write(self, cell: Any, text: str, how: str, shown: int = 10_000) -> None:
        """A text into a cell, a paragraph a line; lines after so many are small."""
        if how in ("label", "example"):
            _shade(cell, _PALE)
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            if not line:
                continue
            quiet = how in ("help", "record", "example") or number >= shown
            self._run(
                paragraph,
                line,
                _SIZES["help" if number >= shown else how],
                _QUIET if quiet else _INK,
                bold=how == "label",
                italic=how == "example",
            )

    def choice(
        self, cell: Any, offered: Sequence[str], text: str, choose: str, *, strict: bool
    ) -> None:
        """A list to choose from; where it is not strict something else may be typed."""
        if "\n" in text:
            self.write(cell, text, "entry")
            return
        self._number += 1
        holder, props = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
        props.append(_with("w:id", str(73_000 + self._number)))
        if not text:
            props.append(OxmlElement("w:showingPlcHdr"))
        choices = OxmlElement("w:dropDownList" if strict else "w:comboBox")
        for one in dict.fromkeys(offered):
            item = OxmlElement("w:listItem")
            item.set(qn("w:displayText"), one)
            item.set(qn("w:value"), one)
            choices.append(item)
        props.append(choices)
        inside = OxmlElement("w:sdtContent")
        paragraph = cell.paragraphs[0]
        self._run(paragraph, text or choose, _SIZES["entry"], _INK if text else _QUIET)
        for run in list(paragraph._p.r_lst):
            inside.append(run)
        holder.append(props)
        holder.append(inside)
        paragraph._p.append(holder)

    def _run(
        self,
        paragraph: Any,
        text: str,
        size: float,
        color: RGBColor,
        *,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_after or Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = Pt(size), color
        run.font.bold, run.font.italic = bold or None, italic or None


def _with(tag: str, value: str) -> Any:
    made = OxmlElement(tag)
    made.set(qn("w:val"), value)
    return made


def _shade(cell: Any, color: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
