"""What a Word document holds and does not show is not read as said, and the report says so."""

import zipfile

import docx as python_docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from headway.domain.statements import Rendering
from headway.intake import docx, minutes
from headway.intake.minutes.paper import read_paper

_TEXT = "Minutes of 4 November 2002"


def document(*paragraphs):
    made = python_docx.Document()
    for text in (_TEXT, *paragraphs):
        made.add_paragraph(text)
    return made


def saved(folder, made):
    path = folder / "minutes.docx"
    made.save(path)
    return path


def changed(path, old, new):
    """The document with something replaced in its XML."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    xml = parts["word/document.xml"].decode()
    assert old in xml
    parts["word/document.xml"] = xml.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def told(path):
    """The words of the whole, and what the report says."""
    draft = docx.read(path)
    (whole,) = draft.corpus().having(Rendering, "statement", "minutes")
    return draft.text(whole.text), " ".join(draft.notes)


def test_hidden_words_are_not_read(tmp_path):
    made = document()
    line = made.add_paragraph("We agreed. ")
    line.add_run("Between us: we did not.").font.hidden = True
    line.add_run(" End.")
    words, notes = told(saved(tmp_path, made))
    assert words == f"{_TEXT}\nWe agreed.  End."
    assert "1 stretches of hidden text were not read." in notes


KEPT = "The original is kept with what was not read in it"


def test_that_the_original_holds_more_than_was_read_is_said(tmp_path):
    made = document("Said.")
    _, notes = told(saved(tmp_path, made))
    assert KEPT not in notes
    made.add_comment(made.paragraphs[-1].runs[0], text="Is this so?", author="x")
    _, notes = told(saved(tmp_path, made))
    assert KEPT in notes
    made = document("Said.")
    made.paragraphs[-1].add_run("Not said.").font.hidden = True
    _, notes = told(saved(tmp_path, made))
    assert KEPT in notes


def test_words_hidden_by_a_style_are_not_read(tmp_path):
    made = document()
    aside = made.styles.add_style("Aside", WD_STYLE_TYPE.CHARACTER)
    aside.font.hidden = True
    below = made.styles.add_style("Aside below", WD_STYLE_TYPE.CHARACTER)
    below.base_style = aside
    whole = made.styles.add_style("Ours alone", WD_STYLE_TYPE.PARAGRAPH)
    whole.font.hidden = True
    line = made.add_paragraph("Said. ")
    line.add_run("Not said.", style="Aside")
    line.add_run("Nor this.", style="Aside below")
    line.add_run("Shown again.", style="Aside below").font.hidden = False
    made.add_paragraph("For the embassy alone.", style="Ours alone")
    words, notes = told(saved(tmp_path, made))
    assert words == f"{_TEXT}\nSaid. Shown again."
    assert "3 stretches of hidden text were not read." in notes


def test_words_hidden_in_a_note_are_not_read(tmp_path):
    path = saved(tmp_path, document("Mr. A (Canada): Yes"))
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"Yes</w:t></w:r>", b"Yes</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
    )
    parts["word/footnotes.xml"] = (
        b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:footnote w:id="2"><w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>'
        b"<w:t>Unseen.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    words, notes = told(path)
    assert words.endswith("[1] Seen.")
    assert "1 stretches of hidden text were not read." in notes


@pytest.mark.parametrize("mark", ["<w:trPr><w:del w:id='1' w:author='x'/></w:trPr>", ""])
def test_a_row_deleted_with_changes_tracked_is_not_read(tmp_path, mark):
    made = document()
    table = made.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Item", "Owner"), ("Struck", "Nobody")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = saved(tmp_path, made)
    last = path.with_name("struck.docx")
    path.rename(last)
    with zipfile.ZipFile(last) as archive:
        xml = archive.read("word/document.xml").decode()
    row = xml[xml.rindex("<w:tr>") :]
    words, _ = told(changed(last.rename(path), row, row.replace("<w:tr>", f"<w:tr>{mark}", 1)))
    assert ("Struck" in words) == (not mark)
    assert "Item" in words


def test_deleted_and_moved_words_are_not_read_and_comments_neither(tmp_path):
    made = document()
    line = made.add_paragraph("Kept. ")
    comment = made.add_comment(line.runs[0], text="Is this so?", author="x")
    assert comment is not None
    path = changed(
        saved(tmp_path, made),
        "</w:p><w:sectPr",
        "<w:del w:id='91' w:author='x'><w:r><w:delText>Struck.</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='92' w:author='x'><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo w:id='93' w:author='x'><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
        "<w:sectPr",
    )
    words, notes = told(path)
    assert words == f"{_TEXT}\nKept. \nMoved."
    assert "2 tracked changes were taken as accepted." in notes
    assert "1 comments were not read." in notes


def test_text_boxes_are_read_once_and_pronunciation_is_not(tmp_path):
    box = (
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/"
        "2006'><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>Twice.</w:t><w:pict><w:txbxContent><w:p><w:r>"
        "<w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:ruby><w:rt><w:r><w:t>sheng</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>声</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    path = changed(
        saved(tmp_path, document("Words")), "Words</w:t></w:r>", f"Words</w:t></w:r>{box}"
    )
    words, _ = told(path)
    assert words == f"{_TEXT}\nWords声\nIn the box."


def test_heads_and_feet_are_named_in_the_report(tmp_path):
    made = document("Mr. A (Canada): Yes")
    made.sections[0].header.paragraphs[0].text = "RESTRICTED"
    made.sections[0].footer.paragraphs[0].text = "7"
    words, notes = told(saved(tmp_path, made))
    assert "RESTRICTED" not in words
    assert "At the head or foot of its pages stands 'RESTRICTED'; it was not read." in notes


def test_the_template_read_back_shows_no_hidden_words_either(tmp_path):
    path = tmp_path / "round.docx"
    minutes.write_minutes(path)
    made = python_docx.Document(path)
    run = made.paragraphs[-1].add_run("Mr. A (Canada): never said")
    run.font.hidden = True
    made.sections[0].header.paragraphs[0].text = "SECRET"
    assert run._r.find(qn("w:rPr")) is not None
    made.save(path)
    assert "never said" not in str(read_paper(path).words)
    told_of = " ".join(minutes.read(path).report.left_out)
    assert "hidden text" in told_of and "'SECRET'" in told_of
