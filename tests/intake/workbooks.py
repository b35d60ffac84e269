"""Filled workbooks of an invented dialogue, made by the tests themselves."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from headway.intake.workbook.labels import headings
from headway.intake.workbook.rows import Rows
from headway.intake.workbook.sheets import SHEETS, laid_out
from headway.intake.workbook.words import word
from headway.intake.workbook.writing import NO_MOMENT, write_rows

FILLED = {
    "start": [
        {"Dialogue.title": "Aland and Bland", "Party.name": "Aland"},
        {"Party.name": "Bland", "Party.name.others": "de: Blandland"},
    ],
    "rounds": [
        {
            "Round.number": 1,
            "Round.began_on": "2001-05-07",
            "AgendaItem.order": 1,
            "AgendaItem.title": "Prisons",
            "AgendaItem.concerns": "Visits to prisons",
            "AgendaItem.agreed": "yes",
            "AgendaItem.reached": "yes",
            "Attendance.party": "Aland",
            "Attendance.list_complete": "yes",
        },
        {"Round.number": 2, "Round.began_on": "2002-05", "Round.host": "bland"},
        {
            "Round.id": "r1",
            "AgendaItem.order": 2,
            "AgendaItem.title": "Water",
            "AgendaItem.concerns": "visits to prisons; Clean  water",
            "Attendance.party": "Bland",
            "Attendance.list_complete": "looked, found nothing",
        },
    ],
    "people": [
        {
            "Body.name": "Office of Prisons",
            "Body.party": "Bland",
            "Body.kind": "other ministry",
            "Mandate.concern": "Visits to prisons",
            "Mandate.relation": "owns the policy",
            "Person.name": "Mr Blue",
            "Delegate.round": "Round 1",
            "Delegate.role": "head of delegation",
        },
        {"Person.name": "Mr Blue", "Delegate.round": 2},
        {"Person.name": "Ms Red", "Person.party": "Aland", "Delegate.round": "1"},
    ],
    "concerns": [
        {
            "Concern.title": "Visits to prisons",
            "Concern.raised_by": "Aland",
            "Concern.about": "Bland",
            "Raising.round": 1,
            "Raising.step": "raised",
        },
        {"Concern.title": "Visits to prisons", "Raising.round": 2, "Raising.step": "taken_up"},
        {"Concern.title": "Clean water", "Concern.raised_by": "Bland", "Concern.about": "Aland"},
    ],
    "answers": [
        {
            "Question.concern": "Visits to prisons",
            "Question.round": 1,
            "Question.summary": "When may the Red Cross come?",
            "Reply.kind": "general statement",
            "Reply.read_by": "the desk",
        },
        {
            "Question.summary": "When may the Red Cross come?",
            "Reply.kind": "answered",
            "Reply.given_on": "4 November 2002",
        },
    ],
    "undertakings": [
        {
            "Undertaking.by": "Bland",
            "Undertaking.summary": "To let the Red Cross in",
            "Undertaking.due_on": "2002",
            "Progress.on": "2003-01-31",
            "Progress.status": "limited",
            "Action.summary": "Ask for a date",
            "Action.due_on": "2002-12",
        },
        {"Action.summary": "Send papers", "Action.party": "Aland", "Action.closed_as": "done"},
    ],
    "papers": [
        {
            "Statement.title": "Opening",
            "Statement.kind": "opening",
            "Statement.delivered_on": "2001-05-07",
            "Statement.party": "Aland",
            "Statement.round": "r1",
            "Rendering.language": "en",
            "Rendering.kind": "original",
            "Rendering.fidelity": "verbatim",
            "Rendering.text": "opening.txt",
        },
        {
            "Statement.id": "r1-opening",
            "Rendering.language": "zh-Hans",
            "Rendering.kind": "official translation",
            "Rendering.fidelity": "paper as read out",
            "Rendering.available": "no",
        },
    ],
}
"""The first sheet and six others, as a desk would fill them in."""


def fill(path: Path, sheets=None, language="en") -> Path:
    """Plain sheets with our headings in the first row, and cells by `Noun.field` below."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": NO_MOMENT})
        for key, rows in (FILLED if sheets is None else sheets).items():
            _fill_sheet(book, next(one for one in SHEETS if one.key == key), rows, language)
    (path.parent / "opening.txt").write_text("Mr Chairman, good morning.\n", encoding="utf-8")
    return path


def _fill_sheet(book, sheet, rows, language):
    made = book.add_worksheet(word("sheet", sheet.key, language))
    places = {(block.noun, *column.key): place for place, block, column in laid_out(sheet)}
    made.write_row(0, 1, headings(sheet, language))
    for number, row in enumerate(rows, 1):
        for name, cell in row.items():
            made.write(number, places[_key(name)], cell)


def fill_ours(path: Path, sheets=None, language="en") -> Path:
    """The same cells below the example rows of a workbook as `headway workbook` writes it."""
    by_sheet = {sheet.key: [] for sheet in SHEETS}
    for key, rows in (FILLED if sheets is None else sheets).items():
        by_sheet[key] = [{_key(name): cell for name, cell in row.items()} for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_rows(path, language, Rows(by_sheet, {}))
    (path.parent / "opening.txt").write_text("Mr Chairman, good morning.\n", encoding="utf-8")
    return path


def _key(name: str) -> tuple[str, str, str]:
    noun, field, *part = name.split(".")
    return (noun, field, part[0] if part else "main")


def write_ods(path: Path, sheets: dict[str, list[list[str]]], repeated: str = "") -> Path:
    """A small ODS with texts only."""
    tables = ""
    for name, rows in sheets.items():
        body = "".join(
            "<table:table-row>" + "".join(map(_cell, r)) + "</table:table-row>" for r in rows
        )
        tables += f'<table:table table:name="{escape(name)}">{body}{repeated}</table:table>'
    spaces = " ".join(
        f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"'
        for p in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><m:manifest'
        ' xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"></m:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        mimetype = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path


def _cell(text: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
