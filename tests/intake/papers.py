"""Invented PDF documents, drawn by the tests themselves."""

import zlib
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=6)
HEAD = ParagraphStyle("head", parent=TEXT, fontName="Times-Bold", fontSize=15, leading=18)
HAN = ParagraphStyle("han", parent=TEXT, fontName="STSong-Light", wordWrap="CJK")

OPENING = (
    "Mr. Smith (Canada): Thank you, and let me begin with the conditions in prisons, which we"
    " raised at each of the last three rounds and on which we have heard nothing that we could"
    " report at home, although your colleagues promised us a written answer before the summer."
)
ANSWER = (
    "Ms. Li (China): I thank my colleague for his frank remarks. The matter is with the offices"
    " in charge of it, and they are looking into it with care; as soon as they have finished we"
    " shall let you know, and until then I can only ask you for patience with our own procedure."
)
LONG = (
    "We have listened to this with attention. It is said every year that the offices in charge"
    " are looking into the matter, and every year the winter comes before the answer does, so"
    " that those who ask us at home whether anything moved have to be told that nothing did."
)
BEFORE = (
    "The heads of both delegations met in the morning and in the afternoon, in the same room as"
    " in the year before, and agreed on the order of the items as it had been sent to them. The"
    " notes of the interpreters were taken in, and each of the sides kept a record of its own, as"
    " it had done before; these minutes were not shown to the other side."
)
WHOLE = (
    "The sides spoke of the follow-up to the last round, and of the conditions in prisons, where"
    " the government said that the follow-up was in the hands of the offices in charge of it and"
    " of nobody else."
)
SPOKEN_ZH = [
    "第六轮对话记录，2002年11月4日",
    "加方团长：我们再次提出监狱条件的问题，这个问题我们在前三轮对话中都提出过，"
    "但是至今没有得到任何可以向国内报告的答复，尽管贵方同事曾答应在夏天之前作出书面答复。",
    "中方团长：感谢同事的坦率发言。有关部门正在认真研究这个问题，一旦有了结果就会通知贵方，"
    "在此之前我只能请贵方耐心等待我们自己的程序。",
]
TITLE = "Sixth round of the talks, 4 November 2002"


def _draw(path: Path, story, columns: int = 1, head: str = "", encrypt=None) -> Path:
    def furniture(page, document):
        page.setFont("Times-Italic", 9)
        if head:
            page.drawString(2.5 * cm, 28.3 * cm, head)
            page.drawRightString(18.5 * cm, 1.3 * cm, f"Page {document.page} of 9")

    wide = (16 * cm - (columns - 1) * cm) / columns
    frames = [
        Frame((2.5 + number * (wide / cm + 1)) * cm, 2.5 * cm, wide, 24.5 * cm, 0, 0, 0, 0)
        for number in range(columns)
    ]
    document = BaseDocTemplate(
        str(path), pagesize=A4, invariant=1, encrypt=encrypt, pageCompression=0
    )
    document.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    document.build(story)
    return path


def minutes_pdf(folder: Path) -> Path:
    """Three pages of minutes with a running head, page numbers and a turn over a page's end."""
    spoken = [OPENING, ANSWER, f"Mr. Smith (Canada): {LONG}"] * 6
    story = [Paragraph(TITLE, HEAD), *(Paragraph(one, TEXT) for one in (BEFORE, *spoken))]
    return _draw(folder / "minutes.pdf", story, head="Confidential: talks of the two sides")


def columns_pdf(folder: Path) -> Path:
    """A title over two columns."""
    story = [Paragraph(TITLE, TEXT), *(Paragraph(one, TEXT) for one in [OPENING, ANSWER] * 9)]
    return _draw(folder / "columns.pdf", story, columns=2)


def tables_pdf(folder: Path) -> Path:
    """A ruled table, one without rules, and one of speakers."""
    ruled = [["Year", "Cases asked about", "Answered"], ["2001", "12", "4"], ["2002", "15", "0"]]
    said = [
        ["Speaker", "Words"],
        [Paragraph("Mr. Berg (Norway)", TEXT), Paragraph(LONG, TEXT)],
        [Paragraph("Ms. Otieno (Kenya)", TEXT), Paragraph("We agree.", TEXT)],
    ]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    story = [
        Paragraph(TITLE, HEAD),
        Paragraph("The first table is ruled, and this line stands above it.", TEXT),
        Table(ruled, colWidths=[3 * cm, 5 * cm, 4 * cm], style=grid),
        Spacer(1, 12),
        Paragraph("The second has no rules at all.", TEXT),
        Table([["Item", "Owner", "Due"], ["Prisons", "Justice", "May"], ["Visits", "None", "June"]],
              colWidths=[4 * cm, 4 * cm, 4 * cm]),
        Spacer(1, 12),
        Paragraph("In the third the sides speak.", TEXT),
        Table(said, colWidths=[4 * cm, 11 * cm], style=grid),
        Paragraph("Nothing follows.", TEXT),
    ]  # fmt: skip
    return _draw(folder / "tables.pdf", story)


def notes_pdf(folder: Path) -> Path:
    """A page with two notes at its foot, and words broken at the ends of lines."""
    path = folder / "notes.pdf"
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1, pageCompression=0)
    text = page.beginText(72, 760)
    text.setFont("Times-Roman", 11)
    for line in (
        "4 November 2002",
        "The sides spoke of the follow-up to the last round, and of the condi-",
        "tions in prisons, where the govern-",
        "ment said that the follow-",
        "up was in the hands of the offices in charge of it and of nobody else.",
    ):
        text.textLine(line)
    page.drawText(text)
    page.setFont("Times-Roman", 7)
    page.drawString(72 + pdfmetrics.stringWidth("4 November 2002", "Times-Roman", 11), 764, "1")
    page.setFont("Times-Roman", 8)
    for number, line in enumerate(
        ("1 As both sides had agreed in the spring, though not in writ-",
         "ing and not in the same words.", "2 See the report.")
    ):  # fmt: skip
        page.drawString(72, 90 - 10 * number, line)
    page.save()
    return path


def chinese_pdf(folder: Path) -> Path:
    """Chinese minutes whose lines end in the middle of sentences."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return _draw(folder / "记录.pdf", [Paragraph(one, HAN) for one in SPOKEN_ZH])


def locked_pdf(folder: Path) -> Path:
    """A document that opens with a password only."""
    lock = StandardEncryption("secret", ownerPassword="other", strength=128)
    return _draw(folder / "locked.pdf", [Paragraph(TITLE, TEXT)], encrypt=lock)


def scan_pdf(folder: Path) -> Path:
    """Five pages of which the second, third and last are pictures."""
    path = folder / "scan.pdf"
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for number in range(1, 6):
        if number in (2, 3, 5):
            page.drawInlineImage(_grey(), 0, 0, *A4)
        else:
            page.drawString(72, 700, f"Round of 4 November 2002, {number}")
        page.showPage()
    page.save()
    return path


def _grey():
    from PIL import Image

    return Image.new("L", (20, 30), 200)


def raw_pdf(path: Path, objects: list[bytes]) -> Path:
    """A PDF of these objects, the first of them its root."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (len(objects) + 1, table, len(objects) + 1, len(out))
    out += (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Root 1 0 R/Size %d>>\nstartxref\n"
        % end[:3]
    )
    path.write_bytes(out + b"%d\n%%%%EOF\n" % end[3])
    return path


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(content), more, content)


def one_page(path: Path, content: bytes, times: int = 1) -> Path:
    """A PDF of one page whose content is packed so many times over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return raw_pdf(path, plain_page(content, b"/Filter[%b]" % (b"/FlateDecode" * times)))


def plain_page(drawn: bytes, more: bytes = b"") -> list[bytes]:
    """The objects of a PDF of one page; the third is the page, the fourth what it draws."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page + b"/Resources<</Font<</F 5 0 R>>>>>>",
        stream(drawn, more),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
