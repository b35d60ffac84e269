"""The files that are sent: Word with real structure, tagged PDF, HTML in which nothing runs."""

import io
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from headway.assessments.docx import to_docx
from headway.assessments.manuscripts import read
from headway.assessments.pages import sanitised, to_html
from headway.assessments.printed import Imprint, to_page, to_pdf
from headway.domain.errors import HeadwayError
from tests.assessments import small
from tests.assessments.example import text_file

IMPRINT = Imprint(
    title="A look",
    of="Ardenia and Belmark",
    author="A. Reader",
    marking="OFFICIAL",
    written_on="2004-01-01",
    version="1",
)
ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def nowhere(scheme, rest):
    return None


@pytest.fixture(scope="module")
def manuscript():
    """The example's assessment."""
    return read(text_file().read_bytes().decode())


@pytest.fixture(scope="module")
def word(manuscript):
    """It as a Word document: its bytes."""
    return to_docx(manuscript, IMPRINT, nowhere)


def part(word, name):
    """One part of a document as XML."""
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        return etree.fromstring(parts.read(name))


# -- Word ------------------------------------------------------------------------------------


def test_headings_are_headings(word, manuscript):
    document = Document(io.BytesIO(word))
    found = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    wanted = [h.title for h in manuscript.headings if h.level > 1 and h.id != "sources"]
    assert found == [w.replace("'", "’") for w in wanted]
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == ["A look"]


def test_tables_of_both_sides_have_a_head_that_is_repeated(word):
    tables = part(word, "word/document.xml").findall(f".//{W}tbl")
    heads = [t for t in tables if t.find(f".//{W}tblHeader") is not None]
    assert len(heads) >= 14
    for table in tables:
        assert all(row.find(f".//{W}cantSplit") is not None for row in table.findall(f"{W}tr"))


def test_notes_are_real_footnotes(word):
    body, notes = part(word, "word/document.xml"), part(word, "word/footnotes.xml")
    cited = [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")]
    held = {n.get(f"{W}id"): "".join(n.itertext()).strip() for n in notes.iter(f"{W}footnote")}
    assert len(cited) > 30
    assert all(held[one] for one in cited)
    assert len(cited) == len(set(cited))


def test_other_languages_are_marked(word):
    runs = part(word, "word/document.xml").iter(f"{W}r")
    chinese = [r for r in runs if re.search("[\u4e00-\u9fff]", "".join(r.itertext()))]
    assert chinese
    for run in chinese:
        assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"
    styles = part(word, "word/styles.xml")
    assert "en-GB" in {lang.get(f"{W}val") for lang in styles.iter(f"{W}lang")}


def test_the_marking_and_the_number_stand_on_every_page(word):
    section = Document(io.BytesIO(word)).sections[0]
    assert section.header.paragraphs[0].text == "OFFICIAL"
    assert "OFFICIAL" in section.footer.paragraphs[0].text
    codes = "".join(part(word, "word/footer1.xml").itertext())
    assert "PAGE" in codes and "NUMPAGES" in codes


def test_it_tells_nothing_of_who_made_the_file(word, manuscript):
    core = Document(io.BytesIO(word)).core_properties
    assert (core.title, core.language) == ("A look", "en-GB")
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("",) * 4
    assert core.created.year == 2004
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert {p.date_time[0] for p in parts.infolist()} == {1980}
    assert to_docx(manuscript, IMPRINT, nowhere) == word


def test_a_chinese_text_is_chinese_throughout():
    made = small.basis(small.public(small.TABLE), language="zh")
    word = to_docx(read(small.drafted(made)), IMPRINT, nowhere)
    styles = part(word, "word/styles.xml")
    assert "zh-CN" in {lang.get(f"{W}eastAsia") for lang in styles.iter(f"{W}lang")}
    assert "Noto Sans CJK SC" in {f.get(f"{W}eastAsia") for f in styles.iter(f"{W}rFonts")}


# -- PDF -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pdf_is_tagged(language, manuscript):
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("weasyprint")
    text = manuscript
    if language == "zh":
        text = read(small.drafted(small.basis(small.public(small.TABLE), language="zh")))
    content = to_pdf(to_page(text, IMPRINT, nowhere))
    reader = pypdf.PdfReader(io.BytesIO(content))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert reader.metadata.title == "A look" and reader.metadata.author is None
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    tags = set(_tags(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P", "/L"} <= tags
    for page in reader.pages:
        assert "OFFICIAL" in page.extract_text()


def _tags(node, depth=0):
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if hasattr(found, "get") and found.get("/S"):
            yield str(found["/S"])
            if depth < 40:
                yield from _tags(found, depth + 1)


def test_without_what_a_pdf_needs_there_is_one_sentence(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(HeadwayError, match=r"no PDF can be written here because .*headway\[pdf\]"):
        to_pdf("<p>x</p>")


def test_a_pdf_fetches_nothing():
    from headway.assessments.printed import _fetch_nothing

    with pytest.raises(ValueError, match="was refused"):
        _fetch_nothing("https://example.org/x.png")


# -- HTML ------------------------------------------------------------------------------------

EVIL = [
    "<script>alert(1)</script>",
    '<img src="https://example.org/x.png">',
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    '<a href="https://example.org" onclick="x()">x</a>',
    "<iframe src=/></iframe>",
    "<style>@import 'https://example.org'</style>",
    '<svg onload="x()"></svg>',
    "[x]{onclick=alert}",
    "[x]{lang=\"en' onclick='x\"}",
]


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.opened = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def seen(html):
    """Tags and attributes of some HTML."""
    parser = _Seen()
    parser.feed(html)
    return parser


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(EVIL) | st.text(max_size=40), min_size=1, max_size=6))
def test_nothing_in_a_text_runs_or_is_fetched(parts):
    text = small.GOOD_FRONT + "\n\n".join(parts)
    html = str(to_html(read(text), nowhere)["html"])
    found = seen(html)
    assert not {"script", "img", "iframe", "style", "svg", "object", "link"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name == "style"]
    for name, value in found.attributes:
        if name in ("href", "src"):
            assert not value.startswith(("javascript:", "data:", "file:"))
    assert seen(sanitised(html)).tags == found.tags


def test_every_note_leads_back_to_the_text(manuscript):
    html = str(to_html(manuscript, nowhere)["html"])
    ids = set(re.findall(r'id="([^"]+)"', html))
    for target in re.findall(r'href="#([^"]+)"', html):
        assert target in ids
    assert len(re.findall(r'class="note-back"', html)) == len(re.findall(r'<li id="note-', html))
    assert len(ids) == len(re.findall(r'id="([^"]+)"', html))


def test_the_contents_lead_to_every_section(manuscript):
    made = to_html(manuscript, nowhere)
    ids = set(re.findall(r'id="([^"]+)"', str(made["html"])))
    assert {e["id"] for e in made["contents"]} <= ids
    assert next(e["id"] for e in made["contents"] if e["level"] == 2) == "terms"


def test_both_sides_are_heads_of_columns(manuscript):
    html = str(to_html(manuscript, nowhere)["html"])
    findings = re.findall(r'from-record-finding">(.*?)</section>', html, re.S)
    assert len(findings) >= 10
    for found in findings:
        assert len(re.findall(r'<th scope="col">', found)) == 3
        assert len(re.findall(r'<th scope="row">', found)) >= 3


def test_a_file_stands_alone(manuscript):
    page = to_page(manuscript, IMPRINT, nowhere)
    assert page.count("OFFICIAL") == 1 and "<title>A look</title>" in page
    assert "http" not in re.sub(r">[^<]*<", "><", page.split("</style>")[1])
    assert '<html lang="en">' in page


def test_a_comma_stands_only_between_notes_that_follow_each_other(manuscript):
    text = small.GOOD_FRONT + "One.[^a][^b] Two.[^c]\n\n[^a]: A\n\n[^b]: B\n\n[^c]: C\n"
    html = str(to_html(read(text), nowhere)["html"])
    shown = unescape(re.sub(r"<[^>]+>", "", html.split("<section")[0])).strip()
    assert shown.endswith("One.1,\N{NO-BREAK SPACE}2 Two.3")
    for sheet in ("headway/assessments/print.css", "headway/web/static/headway/assessment.css"):
        assert ".note-ref + .note-ref" not in (ROOT / sheet).read_text("utf-8")


def test_no_line_ends_before_a_percent_sign(word, manuscript):
    html = str(to_html(manuscript, nowhere)["html"])
    assert " %" not in html and "60\N{NO-BREAK SPACE}%" in unescape(html)
    told = "".join(part(word, "word/document.xml").itertext())
    assert " %" not in told and "60\N{NO-BREAK SPACE}%" in told


def test_no_mark_of_a_document_of_ours_stands_in_the_text(manuscript):
    text = re.sub(r"<[^>]+>", "", str(to_html(manuscript, nowhere)["html"]))
    assert "`" not in text and "no evidence" in text


def test_the_grid_of_a_table_is_as_wide_as_its_cells(word):
    for table in part(word, "word/document.xml").findall(f".//{W}tbl"):
        grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
        first = table.find(f"{W}tr")
        assert grid == [cell.find(f".//{W}tcW").get(f"{W}w") for cell in first.findall(f"{W}tc")]
