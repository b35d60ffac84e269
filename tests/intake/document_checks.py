"""What every reader of documents must hold to, as checks that a broken reader fails.

A reader here is a function from a path to a `Document`; `READERS` has one a format, and each
check takes such a set and an empty folder.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from headway.domain.errors import BadInput
from headway.intake import docx, html, pdf
from headway.intake.documents import Document
from headway.intake.turns import split_turns
from tests.intake import pages, papers, word_files

Readers = Mapping[str, Callable[[Path], Document]]
READERS: Readers = {
    "html": html.read_document,
    "pdf": pdf.read_document,
    "docx": docx.read_document,
}


def every_paragraph_of_a_page(readers: Readers, folder: Path) -> None:
    """All lines of a page in reading order, and nothing of what stands around them."""
    document = readers["html"](pages.page_en(folder))
    assert document.text == pages.LINES
    assert document.notes == pages.NOTES


def every_turn_of_minutes(readers: Readers, folder: Path) -> None:
    """Eighteen turns over three pages, each whole, without heads and page numbers."""
    document = readers["pdf"](papers.minutes_pdf(folder))
    spoken = [papers.OPENING, papers.ANSWER, f"Mr. Smith (Canada): {papers.LONG}"] * 6
    assert document.text.split("\n") == [papers.TITLE, papers.BEFORE, *spoken]
    turns = split_turns(document.text)
    assert [turn.affiliation for turn in turns] == ["Canada", "China", "Canada"] * 6
    assert "Confidential" not in document.whole and "of 9" not in document.whole


def columns_one_after_the_other(readers: Readers, folder: Path) -> None:
    """Two columns in reading order."""
    document = readers["pdf"](papers.columns_pdf(folder))
    assert document.text.split("\n") == [papers.TITLE, *[papers.OPENING, papers.ANSWER] * 9]


def every_row_of_tables(readers: Readers, folder: Path) -> None:
    """Rows as lines, ruled or not, and rows of speakers as turns."""
    lines = readers["pdf"](papers.tables_pdf(folder)).text.split("\n")
    assert lines[2:5] == ["Year\tCases asked about\tAnswered", "2001\t12\t4", "2002\t15\t0"]
    assert lines[6:9] == ["Item\tOwner\tDue", "Prisons\tJustice\tMay", "Visits\tNone\tJune"]
    said = [f"Mr. Berg (Norway): {papers.LONG}", "Ms. Otieno (Kenya): We agree."]
    assert lines[10:] == [*said, "Nothing follows."]


def notes_apart_and_words_whole(readers: Readers, folder: Path) -> None:
    """Notes at the foot stand in no turn; words broken at line ends are whole again."""
    document = readers["pdf"](papers.notes_pdf(folder))
    assert document.text.split("\n") == ["4 November 2002[1]", papers.WHOLE]
    assert document.notes.split("\n") == [
        "[1] As both sides had agreed in the spring, though not in writing and not in the same"
        " words.",
        "[2] See the report.",
    ]


def nothing_between_ideographs(readers: Readers, folder: Path) -> None:
    """Chinese lines are joined without blanks."""
    assert readers["pdf"](papers.chinese_pdf(folder)).text.split("\n") == papers.SPOKEN_ZH


def pictures_of_pages_are_refused(readers: Readers, folder: Path) -> None:
    """A scan without text is refused whole, and the refusal says which pages."""
    with pytest.raises(BadInput, match=r"pages 2-3, 5 of 5 are pictures without text"):
        readers["pdf"](papers.scan_pdf(folder))


def what_was_set_aside_is_said(readers: Readers, folder: Path) -> None:
    """Nothing is left out in silence."""
    told = " ".join(readers["html"](pages.page_en(folder)).decided)
    assert "hidden parts (4 words)" in told and "navigation (3 words)" in told
    told = " ".join(readers["pdf"](papers.minutes_pdf(folder)).decided)
    assert "lines that repeat at the edge of pages were set aside" in told


def hidden_and_struck_words_are_not_said(readers: Readers, folder: Path) -> None:
    """What a Word document hides, or holds as deleted, is nobody's words."""
    document = readers["docx"](word_files.edited_docx(folder))
    assert document.text.split("\n") == [papers.TITLE, papers.OPENING, papers.ANSWER]
    assert "1 stretches of hidden text were not read." in document.decided


def nobody_is_given_the_words_of_another(readers: Readers, folder: Path) -> None:
    """Points below a side's name are that side's, and end at the next heading."""
    document = readers["docx"](word_files.headed_docx(folder))
    turns = split_turns(document.text, ("Canada", "China"), document.alone, document.ends)
    said = [(turn.label, document.text[turn.begin : turn.end]) for turn in turns]
    assert said == [
        ("Canada", papers.LONG),
        ("China", papers.LONG),
        ("Canada", "Asked."),
        ("China", "Answered."),
    ]


CHECKS = (
    every_paragraph_of_a_page,
    every_turn_of_minutes,
    columns_one_after_the_other,
    every_row_of_tables,
    notes_apart_and_words_whole,
    nothing_between_ideographs,
    pictures_of_pages_are_refused,
    what_was_set_aside_is_said,
    hidden_and_struck_words_are_not_said,
    nobody_is_given_the_words_of_another,
)
