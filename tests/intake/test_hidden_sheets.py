"""What a workbook hides is read like the rest, and the report says so."""

import zipfile

import pytest
import xlsxwriter

from headway.intake import Setting, delegates, workbook
from headway.intake.workbook.hidden import hidden_in
from tests.intake.delegate_lists import FLAT, SIDES, as_ods, as_xlsx, record
from tests.intake.workbooks import fill


def hiding(folder, rows, hide):
    """The rows as XLSX; `hide` changes the sheet, and the sheet before it."""
    path = folder / "delegates.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        first, sheet = book.add_worksheet("First"), book.add_worksheet("List")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        hide(first, sheet)
    return path


def rows_hidden(first, sheet):
    first.set_row(0, None, None, {"hidden": True})
    for number in (1, 3):
        sheet.set_row(number, None, None, {"hidden": True})


def sheet_hidden(first, sheet):
    first.activate()
    sheet.hide()


def read(path):
    return delegates.read(path, Setting(dialogue="d"), SIDES, record())


@pytest.mark.parametrize(
    ("hide", "sentence"),
    [
        (rows_hidden, "2 rows of the sheet 'List' are hidden; they were read like the others."),
        (sheet_hidden, "The sheet 'List' is hidden; it was read like the others."),
    ],
)
def test_hidden_rows_and_sheets_are_read_and_named(tmp_path, hide, sentence):
    (tmp_path / "plain").mkdir()
    plain = read(as_xlsx(tmp_path / "plain", FLAT))
    draft = read(hiding(tmp_path, FLAT, hide))
    assert draft.report.decided == (*plain.report.decided, sentence)
    assert [one.value.id for one in draft.known] == [one.value.id for one in plain.known]
    assert not any("hidden" in one for one in plain.report.decided)


def test_rows_that_an_ods_hides_are_named(tmp_path):
    path = as_ods(tmp_path, FLAT)
    assert hidden_in(path, frozenset({"List"})) == ()

    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    row, hidden = b"<table:table-row>", b'<table:table-row table:visibility="filter">'
    parts["content.xml"] = parts["content.xml"].replace(row, hidden, 3)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (told,) = hidden_in(path, frozenset({"List"}))
    assert told == "3 rows of the sheet 'List' are hidden; they were read like the others."


def test_our_own_workbook_hides_nothing_worth_telling(tmp_path):
    draft = workbook.read(fill(tmp_path / "x.xlsx"))
    assert not any("hidden" in one for one in draft.report.decided)
