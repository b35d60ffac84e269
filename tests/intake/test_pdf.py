"""PDF documents: paragraphs in reading order, who speaks, what was set aside, what is refused."""

import pytest
from reportlab.platypus import Paragraph

from headway.bundle import Info, read, write
from headway.domain.errors import BadInput
from headway.domain.statements import Rendering, Statement
from headway.intake import Setting, choose, pdf, read_any
from headway.intake.pdf.columns import Flow
from headway.intake.pdf.furniture import cleared
from headway.intake.pdf.lines import Line, joined, rows_of
from headway.intake.pdf.pages import PdfPage, Word
from headway.intake.pdf.paragraphs import Paragraphs, words_of
from tests.intake import papers
from tests.intake.document_checks import CHECKS, READERS


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.__name__)
def test_readers_of_documents(tmp_path, check):
    check(READERS, tmp_path)


STYLE = """@page { size: A4; margin: 2.5cm; @top-center { content: 'Confidential talks' }
  @bottom-center { content: counter(page) ' / ' counter(pages) } }
body { font-family: 'Noto Serif', 'Noto Serif CJK SC', serif; text-align: justify; hyphens: auto }
.two { columns: 2 } table { border-collapse: collapse } td, th { border: 1px solid }"""


@pytest.mark.slow
def test_what_another_program_drew_justified_in_columns_with_broken_words(tmp_path):
    drawn_by = pytest.importorskip("weasyprint")
    spoken = [papers.OPENING, papers.ANSWER, f"Mr. Smith (Canada): {papers.LONG}"] * 5
    body = "".join(f"<p>{one}</p>" for one in spoken)
    chinese = "".join(f"<p>{one}</p>" for one in papers.SPOKEN_ZH)
    table = "<table><tr><th>Year<th>Asked<tr><td>2001<td>twelve times, as it was noted</table>"
    page = f"<h1>{papers.TITLE}</h1>{body}<div class=two>{body}</div>{table}{chinese}"
    path = tmp_path / "drawn.pdf"
    drawn_by.HTML(string=f"<html lang=en><style>{STYLE}</style>{page}").write_pdf(path)
    document = pdf.read_document(path)
    rows = ["Year\tAsked", "2001\ttwelve times, as it was noted"]
    assert document.text.split("\n") == [
        papers.TITLE, *spoken, *spoken, *rows, *papers.SPOKEN_ZH
    ]  # fmt: skip
    assert any("column by column" in one for one in document.decided)


def test_a_draft_with_turns_over_pages(tmp_path):
    path = papers.minutes_pdf(tmp_path)
    draft = read_any(path)
    assert choose(path).kind == "pdf" and draft.complaints == ()
    corpus = draft.corpus()
    turns = [one for one in corpus.all(Statement) if one.kind == "intervention"]
    assert [one.party for one in turns] == ["canada", "china", "canada"] * 6
    assert all(one.delivered_on == "2002-11-04" for one in turns)
    (last,) = corpus.having(Rendering, "statement", turns[-1].id)
    assert corpus.text(last.text) == papers.LONG
    told = " ".join(draft.report.lines())
    assert "4 lines that repeat at the edge of pages were set aside" in told
    assert "1 paragraphs go on over the end of a column or page" in told
    folder = write(tmp_path / "b", draft.known, draft.texts, draft.originals, Info(draft.title))
    assert read(folder).complaints == ()
    assert [one.value for one in read_any(path).known] == [one.value for one in draft.known]


def test_what_a_document_says_of_itself_beside_its_words_is_ignored(tmp_path):
    path = papers.minutes_pdf(tmp_path)
    content = path.read_bytes().replace(b"/Title (untitled)", b"/Title (Not this)")
    path.write_bytes(content)
    draft = pdf.read(path, Setting(turns=False))
    assert draft.corpus().one(Statement, "minutes").title["en"] == "minutes"


def test_locked_and_other_files_are_refused(tmp_path):
    with pytest.raises(BadInput, match="locked by a password"):
        pdf.read(papers.locked_pdf(tmp_path))
    empty = papers.one_page(tmp_path / "empty.pdf", b"")
    with pytest.raises(BadInput, match="holds no words"):
        pdf.read(empty)
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(BadInput, match="no PDF that can be read"):
        pdf.read(tmp_path / "x.pdf")
    with pytest.raises(BadInput, match="letters cannot be told"):
        pdf._refuse_untold(pdf.Told("ab\ue000\ufffd", "", ()), "x.pdf")


def test_a_turned_page_is_read_as_it_is_seen(tmp_path):
    objects = papers.plain_page(b"BT /F 12 Tf 0 1 -1 0 100 50 Tm (Round of May 2002) Tj ET")
    objects[2] = objects[2].replace(b"/Type/Page/", b"/Type/Page/Rotate 90/")
    document = pdf.read_document(papers.raw_pdf(tmp_path / "x.pdf", objects))
    assert document.text == "Round of May 2002"


def test_words_upright_at_the_edge_are_set_aside(tmp_path):
    drawn = b"BT /F 12 Tf 1 0 0 1 72 700 Tm (Words.) Tj 0 1 -1 0 20 300 Tm (DRAFT) Tj ET"
    document = pdf.read_document(papers.raw_pdf(tmp_path / "x.pdf", papers.plain_page(drawn)))
    assert document.text == "Words."
    assert "1 words that stand upright or aslant were set aside." in document.decided


def page_of(number, *rows):
    words = tuple(
        Word(text, 100 + 40 * place, top, 130 + 40 * place, top + 12, 12)
        for top, texts in rows
        for place, text in enumerate(texts.split())
    )
    return PdfPage(number, 600, 800, words, (), 0.0)


def test_running_heads_and_page_numbers():
    pages = [
        page_of(1, (20, "Talks in confidence"), (60, "Opening"), (400, "one"), (780, "1")),
        page_of(2, (20, "Talks in confidence"), (400, "two"), (780, "- 2 -")),
        page_of(3, (20, "Round six"), (400, "2002"), (780, "3")),
        page_of(4, (20, "Talks in confidence"), (400, "four"), (780, "page 4 of 4")),
    ]
    clear = cleared(pages)
    left = [" ".join(joined(row) for row in rows_of(page.words)) for page in clear.pages]
    assert left == ["Opening one", "two", "Round six 2002", "four"]
    assert (clear.running, clear.numbers) == (3, 4)


def test_headings_end_what_was_said_and_may_name_who_speaks(tmp_path):
    path = tmp_path / "2024-11-12 minutes.pdf"
    head, text = papers.HEAD, papers.TEXT
    story = [Paragraph("Delegations", head), Paragraph("Canada", head), Paragraph("A head.", text)]
    story += [Paragraph("1. Detention", head), Paragraph("Canada", head)]
    story += [Paragraph(papers.LONG, text), Paragraph("China", head)]
    story += [Paragraph(papers.WHOLE, text), Paragraph("2. Next round", head)]
    story += [Paragraph("The sides will meet again in 2026.", text)]
    draft = pdf.read(papers._draw(path, story), sides={"Canada": "canada", "China": "china"})
    corpus = draft.corpus()
    told = [
        (one.party, corpus.text(rendering.text))
        for one in corpus.all(Statement)[1:]
        for rendering in corpus.having(Rendering, "statement", one.id)
    ]
    assert told == [("canada", papers.LONG), ("china", papers.WHOLE)]


def test_a_line_in_bold_stands_alone_and_two_of_them_do_not():
    def line(text, y0, bold):
        return Line(text, 70, y0, 70 + 5 * len(text), y0 + 10, 10.0, bold=len(text) if bold else 0)

    found = Paragraphs(10.0, words_of([]))
    lines = [line("China", 0, True), line("We agree.", 12, False), line("x" * 60, 40, True)]
    found.take(Flow([*lines, line("y" * 40, 52, True)], False))
    assert found.done == ["China", "We agree.", "x" * 60 + " " + "y" * 40]
    assert found.begins() == (frozenset({0}), frozenset())
