"""The workbook filled in by a desk: what it means, and what every wrong cell is called."""

import zipfile
from datetime import date

import pytest
import xlsxwriter

from headway.domain.concerns import Question, Raising, Reply
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.parties import Body, Dialogue, Party, Person
from headway.domain.rounds import AgendaItem, Delegate, Round
from headway.domain.shape import shapes
from headway.domain.statements import Rendering, Statement
from headway.domain.undertakings import Action, Undertaking
from headway.intake.workbook import mark, read
from headway.intake.workbook.contents import day_of
from headway.intake.workbook.grids import read_grids
from headway.intake.workbook.labels import headings
from headway.intake.workbook.sheets import SHEETS, sheet_of
from headway.intake.workbook.words import word
from headway.measures import figures, leading
from tests.intake.workbooks import FILLED, fill, write_ods


def sheet_of_key(key):
    return next(sheet for sheet in SHEETS if sheet.key == key)


def told(draft):
    return [str(one) for one in draft.complaints]


@pytest.fixture
def draft(tmp_path):
    return read(fill(tmp_path / "ours.xlsx"))


# -- what a filled workbook means --------------------------------------------------------------


def test_a_desk_needs_no_short_names(draft):
    assert told(draft) == []
    corpus = draft.corpus()
    assert [one.id for one in corpus.all(Party)] == ["aland", "bland"]
    dialogue = corpus.one(Dialogue, "aland-and-bland")
    assert dialogue.parties == ("aland", "bland") and draft.title == dialogue.title
    assert dict(corpus.one(Party, "bland").name) == {"en": "Bland", "de": "Blandland"}
    second = corpus.one(Round, "r2")
    assert (second.dialogue, second.began_on, second.host) == (dialogue.id, "2002-05", "bland")
    item = corpus.one(AgendaItem, "r1-2-water")
    assert item.concerns == ("visits-to-prisons", "clean-water") and item.agreed == "not_looked"


def test_what_stands_on_one_row_belongs_together(draft):
    corpus = draft.corpus()
    assert corpus.one(Person, "mr-blue").body == corpus.all(Body)[0].id == "office-of-prisons"
    came = {(one.round, one.person): one for one in corpus.all(Delegate)}
    assert came["r1", "mr-blue"].role == "head" and came["r2", "mr-blue"].role == "member"
    assert came["r2", "mr-blue"].party == "bland" and came["r1", "ms-red"].party == "aland"
    assert corpus.one(Person, "ms-red").body is None
    steps = [
        (one.round, one.step) for one in corpus.having(Raising, "concern", "visits-to-prisons")
    ]
    assert sorted(steps) == [("r1", "raised"), ("r2", "taken_up")]
    (question,) = corpus.all(Question)
    assert (question.asked_by, question.asked_of) == ("aland", "bland")
    replies = {one.kind: one.given_on for one in corpus.having(Reply, "question", question.id)}
    assert replies == {"general": None, "answered": "2002-11-04"}
    (undertaking,) = corpus.all(Undertaking)
    assert {one.undertaking for one in corpus.all(Action)} == {undertaking.id, None}


def test_texts_are_files_beside_the_workbook(draft):
    texts = {one.language: one for one in draft.corpus().all(Rendering)}
    assert draft.corpus().text(texts["en"].text) == "Mr Chairman, good morning.\n"
    assert texts["zh-Hans"].text is None and texts["zh-Hans"].available == "no"
    assert texts["zh-Hans"].statement == draft.corpus().all(Statement)[0].id


def test_the_same_file_gives_the_same_ids(tmp_path, draft):
    again = read(fill(tmp_path / "again" / "ours.xlsx"))
    assert [one.value for one in again.known] == [one.value for one in draft.known]


def test_the_first_sheet_and_six_others_feed_the_leading_measures(draft):
    assert set(FILLED) == {sheet.key for sheet in SHEETS if sheet.leading} and len(FILLED) == 7
    found = figures(draft.corpus(), "aland-and-bland")
    wanted = {one.name for one in leading()}
    with_items = {
        one.measure for one in found if one.measure in wanted and (one.items or one.parts)
    }
    assert with_items == wanted


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_headings_and_words_in_other_languages(tmp_path, language):
    yes = word("choice", "Code.yes", language)
    rows = [{**FILLED["rounds"][0], "AgendaItem.agreed": yes}]
    draft = read(
        fill(tmp_path / "x.xlsx", {**FILLED, "rounds": [*rows, *FILLED["rounds"][1:]]}, language)
    )
    assert told(draft) == []
    assert list(draft.corpus().one(Party, "aland").name) == [language]
    assert draft.corpus().one(AgendaItem, "r1-1-prisons").agreed == "yes"


def test_ods_moved_columns_and_sorted_rows(tmp_path):
    sheets = {
        "Start": [["Side", "Dialogue"], ["Bland", ""], ["Aland", "Talks"]],
        "Rounds and agenda": [
            ["", "First day", "Number"],
            ["", "2002年5月", "2"],
            ["", "2001", "1"],
        ],
        "My notes": [["anything"]],
    }
    draft = read(write_ods(tmp_path / "x.ods", sheets))
    assert told(draft) == []
    assert {(r.id, r.began_on) for r in draft.corpus().all(Round)} == {
        ("r1", "2001"),
        ("r2", "2002-05"),
    }
    assert any("'My notes' is none of ours" in line for line in draft.report.lines())


# -- complaints --------------------------------------------------------------------------------


def plus(key, row, **more):
    return {**FILLED, key: [*FILLED[key], {**row, **more}]}


@pytest.mark.parametrize(
    ("sheets", "where", "what"),
    [
        (plus("rounds", {"Round.number": "x", "Round.began_on": "2003"}), "number", "not a number"),
        (plus("rounds", {"Round.number": 3, "Round.began_on": "4/5/2003"}), "began_on", "two days"),
        (plus("rounds", {"Round.number": 3, "Round.began_on": 37745}), "began_on", "no date"),
        (plus("rounds", {"Round.number": 3}), "began_on", "needs this"),
        (plus("rounds", {"Round.number": 3, "Round.began_on": "2003", "Round.host": "Alnd"}),
         "host", "there is no side 'Alnd' on the sheet 'Start'; did you mean 'aland'"),
        (plus("answers", {"Reply.kind": "answered"}), "question", "say in this row which question"),
        (plus("answers", {"Question.summary": "x", "Question.concern": "Clean water",
                          "Question.round": 1, "Reply.kind": "perhaps"}), "kind",
         "not one of the list"),
        (plus("concerns", {"Concern.title": "Clean water", "Concern.raised_by": "Aland"}),
         "raised_by", "says something else of the same"),
        (plus("papers", {"Statement.id": "r1-opening", "Rendering.language": "fr",
                         "Rendering.kind": "original", "Rendering.fidelity": "verbatim",
                         "Rendering.text": "../opening.txt"}), "text", "leads out of the folder"),
        (plus("papers", {"Statement.id": "r1-opening", "Rendering.language": "fr",
                         "Rendering.kind": "original", "Rendering.fidelity": "verbatim",
                         "Rendering.text": "openin.txt"}), "text", "did you mean 'opening.txt'"),
        (plus("people", {"Person.name": "X", "Person.id": "a b"}), "id", "no id"),
        ({**FILLED, "cases": [{"CaseStep.step": "released", "IndividualCase.about": "Bland"}]},
         "id", "short name"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_complained_of_where_it_stands(tmp_path, sheets, where, what):
    path = fill(tmp_path / "x.xlsx", sheets)
    draft = read(path)
    assert any(what in one for one in told(draft)), told(draft)
    first = next(one for one in draft.complaints if what in one.message)
    key, rows = next((key, rows) for key, rows in sheets.items() if rows != FILLED.get(key))
    assert first.file == word("sheet", key, "en") and first.line == 1 + len(rows)
    assert where in {shape.name for b in sheet_of_key(key).blocks for shape in shapes(b.type)}
    assert len(draft.known) >= 25


def test_nothing_of_a_row_with_a_fault_is_kept(tmp_path):
    rows = [*FILLED["rounds"], {"Round.number": 3, "Round.began_on": "2003", "Round.hours": "six"}]
    draft = read(fill(tmp_path / "x.xlsx", {**FILLED, "rounds": rows}))
    assert len(draft.complaints) == 1 and draft.corpus().get(Round, "r3") is None


def test_unknown_headings_and_sheets_like_ours_are_not_lost_in_silence(tmp_path):
    sheets = {
        "Start": [["Side", "Colour", "#own", "Dialogue"], ["Aland", "red", "x", "T"]],
        "Concerns 2": [["Concern", "Raised by", "About", "Theme"], ["a", "b", "c", "d"]],
    }
    draft = read(write_ods(tmp_path / "x.ods", sheets))
    assert told(draft) == [
        "Start, line 1, field 'B1 Colour': no column of this sheet has this heading; mend it, or"
        " put # before it to have the column left out.",
        "Concerns 2, line 1: no sheet has this name; rename or delete it; did you mean 'Concerns'?",
    ]


def test_the_copy_shows_complaints_and_reads_the_same(tmp_path):
    rows = [*FILLED["rounds"], {"Round.number": "=1+1", "Round.began_on": "May"}]
    path = fill(tmp_path / "x.xlsx", {**FILLED, "rounds": rows})
    examined = mark(path, tmp_path / "y.xlsx")
    assert told(read(tmp_path / "y.xlsx")) == told(examined.draft) != []
    assert [k.value for k in read(tmp_path / "y.xlsx").known] == [
        k.value for k in examined.draft.known
    ]
    with zipfile.ZipFile(tmp_path / "y.xlsx") as archive:
        comments = [n for n in archive.namelist() if "comments" in n]
        assert "is not a date" in archive.read(comments[0]).decode()
        assert b"<f>1+1" not in b"".join(archive.read(n) for n in archive.namelist())
    front = read_grids(tmp_path / "y.xlsx")[0]
    assert front.name == "Complaints" and len(front.rows) == 1 + len(examined.draft.complaints)
    third = mark(tmp_path / "y.xlsx", tmp_path / "z.xlsx")
    assert told(third.draft) == told(examined.draft)


# -- dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2002-11-04", "2002-11-04"), ("2002-11", "2002-11"), ("2002", "2002"), (2002.0, "2002"),
        (2002, "2002"), (date(2002, 11, 4), "2002-11-04"), ("2002/11/4", "2002-11-04"),
        ("04.11.2002", "2002-11-04"), ("25/11/2002", "2002-11-25"), ("11/25/2002", "2002-11-25"),
        ("5/5/2002", "2002-05-05"), ("4 novembre 2002", "2002-11-04"),
        ("2002年11月4日", "2002-11-04"),
        ("November 2002", "2002-11"), (" 2002-11 ", "2002-11"),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(cell, day):
    assert day_of(cell) == PartialDate(day)


@pytest.mark.parametrize(
    "cell", ["4/11/2002", "2002-13", "31.2.2002", 37564.0, "soon", "", True, 1.5]
)
def test_what_is_no_date_or_two_is_refused(cell):
    with pytest.raises(BadValue):
        day_of(cell)


def test_dates_of_excel_are_read(tmp_path):
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        start, rounds = book.add_worksheet("Start"), book.add_worksheet("Rounds and agenda")
        start.write_row(0, 0, ["Dialogue", "Side"])
        start.write_row(1, 0, ["Talks", "Aland"])
        rounds.write_row(0, 0, ["Number", "First day"])
        rounds.write_number(1, 0, 1)
        rounds.write_datetime(1, 1, date(2002, 11, 4), book.add_format({"num_format": "d mmm yy"}))
    draft = read(path)
    assert told(draft) == [] and draft.corpus().one(Round, "r1").began_on == "2002-11-04"


# -- harm --------------------------------------------------------------------------------------


def test_no_heading_asks_for_the_name_of_a_protected_person():
    for language, name in (("en", "name"), ("fr", "nom"), ("zh", "姓名")):
        shown = headings(sheet_of("IndividualCase"), language)
        short = word("head", "id", language)
        assert not [h for h in shown if name in h.lower().split() and short not in h]


def test_what_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 not really")
    (tmp_path / "b.xlsx").write_text("a;b")
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as archive:
        archive.writestr("x", "y")
    for name in ("a.xlsx", "b.xlsx", "c.xlsx", "none.xlsx"):
        with pytest.raises(BadInput):
            read(tmp_path / name)
    with pytest.raises(BadInput, match="none of its sheets"):
        read(write_ods(tmp_path / "d.ods", {"Sheet1": [["a"]]}))


def test_cells_far_out_are_refused_before_they_are_unpacked(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "far.xlsx")) as book:
        book.add_worksheet("Start").write_string(1_048_575, 16_383, "x")
    with pytest.raises(BadInput, match="too far for a workbook"):
        read(tmp_path / "far.xlsx")
    row = '<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>'
    cell = "<table:table-cell {}/>"
    wide = 'table:number-columns-repeated="16000" office:value-type="string"'
    path = write_ods(tmp_path / "far.ods", {"Start": [["Side"]]}, row.format(cell.format(wide)))
    with pytest.raises(BadInput, match="too far for a workbook"):
        read(path)
    path = write_ods(
        tmp_path / "fine.ods",
        {"Start": [["Side", "Dialogue"], ["A", "T"]]},
        row.format(cell.format("")),
    )
    assert told(read(path)) == []
