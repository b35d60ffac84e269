"""A manuscript as a Word document: real headings, tables with header rows, real footnotes."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from markdown_it.token import Token

from headway.assessments.footnotes import MARK, Footnotes
from headway.assessments.manuscripts import Manuscript
from headway.assessments.pages import without_title
from headway.assessments.printed import Imprint
from headway.assessments.tokens import Resolve, tokens
from headway.assessments.words import word, written_day

SERIF, SANS, CHINESE = "Georgia", "Calibri", "Noto Sans CJK SC"
_LOCALES = {"en": "en-GB", "fr": "fr-FR", "zh": "zh-CN"}


def to_docx(manuscript: Manuscript, imprint: Imprint, resolve: Resolve) -> bytes:
    """The text as DOCX; it names no person but the author the text itself names."""
    document = Document()
    language = manuscript.language
    _set_properties(document, imprint, language)
    _set_styles(document, language)
    _set_frame(document, imprint)
    _cover(document, imprint, language)
    found = without_title(tokens(manuscript, resolve))
    body, notes = _parted(found)
    body = _without_empty_end(body)
    _Writer(document, Footnotes(document, language), notes).write(body)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _timeless(content: bytes) -> bytes:
    """The same document without the moment at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(name))
    return out.getvalue()


def _parted(found: list[Token]) -> tuple[list[Token], dict[int, list[Token]]]:
    """The text without its notes, and the notes by number from 0."""
    begin = next((n for n, t in enumerate(found) if t.type == "footnote_block_open"), len(found))
    notes: dict[int, list[Token]] = {}
    number = -1
    for token in found[begin:]:
        if token.type == "footnote_open":
            number = int(token.meta["id"])
            notes[number] = []
        elif number >= 0 and token.type == "inline":
            notes[number] += token.children or []
    return found[:begin], notes


def _without_empty_end(body: list[Token]) -> list[Token]:
    """The text without a last heading that only the notes stood under."""
    last = [t.type for t in body if not t.type.startswith("block_")][-3:]
    if last != ["heading_open", "inline", "heading_close"]:
        return body
    place = max(n for n, t in enumerate(body) if t.type == "heading_open")
    return body[:place]


# -- what is the same in all of them ---------------------------------------------------------


def _set_properties(document: DocumentType, imprint: Imprint, language: str) -> None:
    """Title and language; no name of whoever made the file, and the text's own day."""
    core = document.core_properties
    core.title, core.language = imprint.title, _locale(language)
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    day = imprint.written_on if len(imprint.written_on) == len("2005-06-30") else "2000-01-01"
    core.created = core.modified = datetime.fromisoformat(f"{day}T00:00:00")
    core.revision = 1


def _locale(language: str) -> str:
    return _LOCALES.get(language.split("-")[0], language)


def _set_styles(document: DocumentType, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = SERIF, Pt(10.5)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.18
    _tag(normal.element.get_or_add_rPr(), _locale(language), SERIF)
    for name, size, before in (("Title", 24, 0), ("Heading 1", 16, 22), ("Heading 2", 12.5, 14)):
        style = document.styles[name]
        style.font.name, style.font.size = SERIF, Pt(size)
        style.font.bold, style.font.color.rgb = name != "Title", RGBColor(0x1C, 0x22, 0x30)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.keep_with_next = True
        _tag(style.element.get_or_add_rPr(), _locale(language), SERIF)


def _tag(properties: Any, locale: str, latin: str) -> None:
    """Fonts by script and the language of a run or style."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", CHINESE)):
        fonts.set(qn(f"w:{kind}"), font)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:eastAsia" if locale.startswith("zh") else "w:val"), locale)
    properties.append(mark)


def _set_frame(document: DocumentType, imprint: Imprint) -> None:
    """The marking above and below every page, and the number of the page."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if imprint.marking:
            paragraph.add_run(imprint.marking).bold = True
    if imprint.marking:
        footer.add_run("  ·  ")
    _field(footer, "PAGE")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
            continue
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def _cover(document: DocumentType, imprint: Imprint, language: str) -> None:
    if imprint.of:
        document.add_paragraph(imprint.of)
    document.add_paragraph(imprint.title, style="Title")
    version = f"{word('version', language)} {imprint.version}" if imprint.version else ""
    day = written_day(imprint.written_on, language)
    told = [line for line in (imprint.author, day, version, imprint.standing) if line]
    if told:
        document.add_paragraph(" · ".join(told))


# -- the text --------------------------------------------------------------------------------


class _Writer:
    """Writes tokens one after the other into a document."""

    def __init__(
        self, document: DocumentType, footnotes: Footnotes, notes: dict[int, list[Token]]
    ) -> None:
        self.document, self.footnotes, self.notes = document, footnotes, notes
        self.lists: list[str] = []
        self.quoted = 0

    def write(self, body: Sequence[Token]) -> None:
        """All tokens of a text."""
        place = 0
        while place < len(body):
            token = body[place]
            if token.type == "table_open":
                end = next(n for n in range(place, len(body)) if body[n].type == "table_close")
                self._table(body[place:end])
                place = end
            else:
                self._block(token, body[place + 1] if place + 1 < len(body) else token)
            place += 1

    def _block(self, token: Token, inline: Token) -> None:
        if token.type == "heading_open":
            level = max(1, int(token.tag[1]) - 1)
            self._inline(self.document.add_heading(level=level), inline)
        elif token.type == "paragraph_open":
            self._inline(self.document.add_paragraph(style=self._style()), inline)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append("List Bullet" if token.type[0] == "b" else "List Number")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "blockquote_open":
            self.quoted += 1
        elif token.type == "blockquote_close":
            self.quoted -= 1
        elif token.type in ("fence", "code_block"):
            self.document.add_paragraph(token.content)

    def _style(self) -> str:
        if self.lists:
            return self.lists[-1]
        return "Quote" if self.quoted else "Normal"

    def _table(self, part: Sequence[Token]) -> None:
        rows = list(_rows(part))
        if not rows:
            return
        made = self.document.add_table(rows=0, cols=max(len(row) for row in rows))
        _ruled(made)
        for column, width in zip(made.columns, _widths(len(made.columns)), strict=True):
            column.width = Cm(width)
        has_head = any(t.type == "thead_open" for t in part)
        for number, row in enumerate(rows):
            cells = made.add_row().cells
            for cell, inline, width in zip(cells, row, _widths(len(cells)), strict=False):
                cell.width = Cm(width)
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                self._inline(paragraph, inline, size=9, bold=has_head and number == 0)
            _whole(made.rows[-1], head=has_head and number == 0)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _inline(
        self, paragraph: Any, inline: Token, *, size: float = 0, bold: bool = False
    ) -> None:
        self._runs(paragraph, inline.children or [], size=size, bold=bold)

    def _runs(
        self, paragraph: Any, children: Sequence[Token], *, size: float = 0, bold: bool = False
    ) -> None:
        strong, slanted, languages, href = int(bold), 0, list[str](), ""
        for child in children:
            if child.type in ("strong_open", "strong_close"):
                strong += child.nesting
            elif child.type in ("em_open", "em_close"):
                slanted += child.nesting
            elif child.type == "span_open":
                languages.append(str(child.attrGet("lang") or ""))
            elif child.type == "span_close" and languages:
                languages.pop()
            elif child.type == "link_open":
                href = str(child.attrGet("href") or "")
            elif child.type == "link_close":
                href = ""
            elif child.type == "footnote_ref":
                if paragraph.runs and paragraph.runs[-1].style.name == MARK:
                    paragraph.add_run(", ", style=MARK)
                note = self.notes.get(int(child.meta["id"]), [])
                self.footnotes.add(paragraph, int(child.meta["id"]), _plain(note))
            elif child.type in ("text", "code_inline", "softbreak", "hardbreak"):
                run = paragraph.add_run(child.content or " ")
                run.bold, run.italic = strong > 0 or None, slanted > 0 or None
                if size:
                    run.font.size = Pt(size)
                if languages and languages[-1]:
                    _tag(run._r.get_or_add_rPr(), _locale(languages[-1]), SERIF)
                if href.startswith(("https://", "http://")):
                    self._link(paragraph, run, href)

    def _link(self, paragraph: Any, run: Any, href: str) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        name = self.document.part.relate_to(href, kind, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), name)
        run.font.underline = True
        paragraph._p.append(link)
        link.append(run._r)


def _plain(children: Sequence[Token]) -> list[tuple[str, str]]:
    """The words of a note with their languages."""
    languages = [""]
    told: list[tuple[str, str]] = []
    for child in children:
        if child.type == "span_open":
            languages.append(_locale(str(child.attrGet("lang") or "")))
        elif child.type == "span_close":
            languages.pop()
        elif child.type in ("text", "code_inline", "softbreak"):
            told.append((child.content or " ", languages[-1]))
    return told


def _rows(part: Sequence[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for token in part:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            yield row


TEXT_WIDTH, HEAD_WIDTH = 16.2, 3.6


def _widths(columns: int) -> list[float]:
    """Centimetres of each column: heads of rows narrow, both sides alike."""
    if columns > 3:
        return [TEXT_WIDTH / columns] * columns
    rest = (TEXT_WIDTH - HEAD_WIDTH) / max(columns - 1, 1)
    return [HEAD_WIDTH, *[rest] * (columns - 1)]


def _ruled(made: Any) -> None:
    """Lines between rows only, and the widths of the columns as they are given."""
    made.autofit = False
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B9B3A6")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    made._tbl.tblPr.append(borders)


def _whole(row: Any, *, head: bool) -> None:
    """A row that is not parted between pages; a head that stands on every one of them."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
