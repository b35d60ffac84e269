"""Words under a black box are nobody's to read, and what lies on top of a page is counted."""

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from headway.intake import pdf
from headway.intake.pdf import read_document

SAID = "Mr. Smith (Canada): We asked about the case of"
NAME = "Nobody Invented"


def drawn(folder, *, box=(70, 676, 100, 16), grey=0.0, over="", outlined=False, filled_in=False):
    """A line, a name below it, and a box on that name."""
    path = folder / "2002-11-04 minutes.pdf"
    page = canvas.Canvas(str(path), pagesize=A4)
    page.setFont("Helvetica", 12)
    page.setFillGray(0.05)
    page.rect(70, 730, 300, 22, fill=1, stroke=0)
    page.setFillGray(1)
    page.drawString(74, 736, "White letters on a dark heading")
    page.setFillGray(0)
    page.drawString(72, 700, SAID)
    page.drawString(72, 680, NAME)
    page.setFillGray(grey)
    page.rect(*box, fill=0 if outlined else 1, stroke=1)
    page.setFillGray(1)
    if over:
        page.drawString(74, 681, over)
    page.setFillGray(0)
    page.drawString(72, 640, "Nothing follows.")
    if filled_in:
        page.acroForm.textfield(name="x", value="Filled in", x=100, y=200, width=100, height=20)
    page.save()
    return path


def test_words_under_a_black_box_are_not_read(tmp_path):
    document = read_document(drawn(tmp_path))
    assert NAME not in document.text and "Invented" not in document.text
    assert document.text.count("White letters on a dark heading") == 1
    assert "Nothing follows." in document.text
    told = " ".join(document.decided)
    assert "2 words lie under black boxes and were not read" in told
    assert "The original is kept with what was not read in it" in told


def test_what_stands_on_the_box_is_read(tmp_path):
    document = read_document(drawn(tmp_path, over="name withheld"))
    assert NAME not in document.text and "name withheld" in document.text


@pytest.mark.parametrize(
    "how",
    [{"grey": 0.9}, {"outlined": True}, {"box": (300, 100, 100, 16)}, {"box": (70, 677, 100, 1)}],
)
def test_other_boxes_cover_nothing(tmp_path, how):
    document = read_document(drawn(tmp_path, **how))
    assert NAME in document.text
    assert "under black boxes" not in " ".join(document.decided)


def test_forms_and_remarks_on_top_of_a_page_are_counted(tmp_path):
    told = " ".join(read_document(drawn(tmp_path, filled_in=True)).decided)
    assert "1 remarks, fields or marks on top of its pages were not read" in told
    assert "on top of its pages" not in " ".join(read_document(drawn(tmp_path)).decided)


def test_a_page_may_be_full_of_boxes(tmp_path):
    path = tmp_path / "2002-11-04 x.pdf"
    page = canvas.Canvas(str(path), pagesize=A4)
    page.setFont("Helvetica", 4)
    for number in range(1_500):
        place = 20 + number % 30 * 18, 20 + number // 30 * 15
        page.drawString(*place, "hidden")
        page.rect(place[0] - 1, place[1] - 2, 15, 8, fill=1)
    page.drawString(20, 800, "seen")
    page.save()
    assert pdf.read_document(path).text == "seen"
