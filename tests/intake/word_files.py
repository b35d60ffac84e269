"""Invented Word documents, written by the tests themselves."""

from copy import deepcopy
from pathlib import Path

import docx
from docx.oxml import OxmlElement

from tests.intake.papers import ANSWER, LONG, OPENING, TITLE


def headed_docx(folder: Path) -> Path:
    """Minutes with points below the names of two sides, under headings, and a table of speakers."""
    made = docx.Document()
    made.add_paragraph(TITLE)
    for side, words in (("Canada", LONG), ("China", LONG)):
        made.add_heading(side, 2)
        made.add_paragraph(words)
    made.add_heading("Next round", 1)
    made.add_paragraph("The sides will meet again.")
    table = made.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Canada", "Asked."), ("China", "Answered.")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = folder / "headed.docx"
    made.save(path)
    return path


def edited_docx(folder: Path) -> Path:
    """Minutes with hidden words, deleted words, and a sentence moved away while tracked."""
    made = docx.Document()
    for text in (TITLE, OPENING, ANSWER):
        made.add_paragraph(text)
    line = made.paragraphs[-1]
    line.add_run(LONG).font.hidden = True
    for tag, words in (("w:del", "w:delText"), ("w:moveFrom", "w:t")):
        run = deepcopy(line.runs[0]._r)
        text = OxmlElement(words)
        text.text = LONG
        run.replace(run.t_lst[0], text)
        change = OxmlElement(tag)
        change.append(run)
        line._p.append(change)
    path = folder / "edited.docx"
    made.save(path)
    return path
