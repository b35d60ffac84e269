"""What a record holds, written as a workbook and read back; and no cell breaks it."""

import csv
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import headway.bundle as bundles
from headway.bundle import Known
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue, Conflict, HeadwayError
from headway.domain.nouns import NOUNS
from headway.domain.parties import Dialogue, Party
from headway.domain.shape import shapes
from headway.domain.statements import Remark
from headway.domain.wording import Wording
from headway.intake.workbook import labels, mark, read, write_workbook
from headway.intake.workbook.contents import (
    content_of,
    parts_of,
    text_of,
    wording_of,
    wording_texts,
)
from headway.intake.workbook.grids import read_grids
from headway.intake.workbook.naming import NAMES, PARTS
from headway.intake.workbook.sheets import NOT_ASKED_FOR, SHEETS, columns, laid_out
from headway.intake.workbook.words import LANGUAGES, folded, has, word
from tests.intake.workbooks import fill, fill_ours

pytestmark = pytest.mark.slow

EXAMPLES = Path(bundles.__file__).parents[1] / "examples"
quick = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def counted(known, without=()):
    return Counter(
        (repr(one.value), one.known_on) for one in known if type(one.value).__name__ not in without
    )


# -- there and back ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "language"), [("invented", "en"), ("invented", "zh"), ("canada_china", "fr")]
)
def test_an_example_comes_back_whole(tmp_path, name, language):
    bundle = bundles.read(EXAMPLES / name)
    written = write_workbook(tmp_path / "x.xlsx", language=language, known=bundle.known)
    draft = read(tmp_path / "x.xlsx")
    assert list(map(str, draft.complaints)) == []
    assert counted(draft.known) == counted(bundle.known, written.left_out)
    assert set(written.left_out) <= NOT_ASKED_FOR
    copied = mark(tmp_path / "x.xlsx", tmp_path / "y.xlsx").draft
    assert counted(read(tmp_path / "y.xlsx").known) == counted(copied.known) == counted(draft.known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workbook_means_nothing(tmp_path, language):
    write_workbook(tmp_path / "x.xlsx", language=language)
    draft = read(tmp_path / "x.xlsx")
    assert draft.known == () and draft.complaints == ()
    assert [grid.name for grid in read_grids(tmp_path / "x.xlsx")][1:-1] == [
        word("sheet", sheet.key, language) for sheet in SHEETS
    ]


def test_nothing_is_overwritten_and_only_xlsx_is_written(tmp_path):
    write_workbook(tmp_path / "x.xlsx")
    with pytest.raises(Conflict, match="is there already"):
        write_workbook(tmp_path / "x.xlsx")
    with pytest.raises(BadInput, match=r"end in \.xlsx"):
        write_workbook(tmp_path / "x.ods")
    with pytest.raises(BadValue, match="no workbook is written in"):
        write_workbook(tmp_path / "y.xlsx", language="de")
    with pytest.raises(BadInput, match="too long for a cell"):
        write_workbook(
            tmp_path / "y.xlsx",
            known=[Known(Party(id="a", name=Wording({"en": "A"}), comment="x" * 40_000))],
        )
    assert [path.name for path in tmp_path.iterdir()] == ["x.xlsx"]


printable = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n")
texts = st.text(printable, min_size=1, max_size=30).filter(str.strip)
inline = st.text(printable, min_size=1, max_size=12).map(str.strip).filter(bool)
wordings = st.dictionaries(st.sampled_from(["en", "zh-Hans", "fr", "de"]), texts, min_size=1)


@quick
@given(wordings, st.sampled_from(LANGUAGES))
@example({"en": "a\nzh: b", "fr": "\\n;"}, "en")
def test_wordings_come_back_in_their_order(pairs, language):
    main, others = wording_texts(Wording(pairs), language)
    found = wording_of(main, others, language)
    assert Wording(found) == Wording(pairs)


@quick
@given(st.lists(inline, max_size=4))
@example(["a;b", "c\\", "\\;", "；"])
def test_lists_come_back(parts):
    (shape,) = (s for s in shapes(Party) if s.name == "ladder")
    assert list(parts_of(str(text_of("Party", shape, tuple(parts), "en")))) == parts


@quick
@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53))
@example(0.1 + 0.2)
def test_numbers_come_back_to_the_last_digit(number):
    (shape,) = (s for s in shapes(NOUNS["Observation"]) if s.name == "number")
    cell = text_of("Observation", shape, number, "en")
    assert content_of("Observation", shape, cell) == number


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(wordings, texts, texts), min_size=1, max_size=4))
@example([({"en": "=1+1"}, "@SUM(A1)", "-2+3"), ({"en": "+x"}, "\tx", "2001")])
def test_any_text_comes_back(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("w")
    known = [Known(Dialogue(id="d", title=Wording({"en": "T"}), parties=("p0",)))]
    for n, (name, comment, words) in enumerate(rows):
        known.append(Known(Party(id=f"p{n}", name=Wording(name), comment=comment)))
        remark = Remark(id=f"r{n}", summary=comment, group=words, words=words, dialogue="d")
        known.append(Known(remark, PartialDate("2001-02")))
    write_workbook(folder / "x.xlsx", known=known)
    draft = read(folder / "x.xlsx")
    assert list(map(str, draft.complaints)) == []
    assert counted(draft.known) == counted(known)


# -- nothing in a cell does harm ---------------------------------------------------------------


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_what_looks_like_a_formula_is_written_as_text(tmp_path, start):
    evil = start + "cmd|' /C calc'!A0"
    fill(tmp_path / "a.xlsx", {"start": [{"Party.name": evil, "Dialogue.title": evil}]})
    mark(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    write_workbook(tmp_path / "c.xlsx", known=read(tmp_path / "a.xlsx").known)
    for name in ("b.xlsx", "c.xlsx"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            sheets = {n: archive.read(n).decode() for n in archive.namelist() if "sheet" in n}
        formulas = [f for text in sheets.values() for f in re.findall("<f>(.*?)</f>", text)]
        assert not [one for one in formulas if "calc" in one]
        assert 'quotePrefix="1"' in _styles(tmp_path / name)


def _styles(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/styles.xml").decode()


cells = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.floats(-1e200, 1e200),
    st.booleans(),
    st.dates(),
    st.sampled_from(["r1", "Aland", "yes", "-", "2002-11", ";", "zh: x", "a: b: c", "#", "=1+1"]),
)
fields = st.sampled_from(
    [
        (
            sheet.key,
            f"{block.noun}.{column.shape.name}" + (".others" if "o" in column.part[0] else ""),
        )
        for sheet in SHEETS
        for _, block, column in laid_out(sheet)
    ]
)


@quick
@given(st.lists(st.tuples(fields, cells, st.integers(0, 3)), max_size=25))
@example([(("start", "Dialogue.title"), 3, 0), (("start", "Dialogue.kind"), "forum", 0)])
def test_any_cell_gives_a_report_or_complaints(tmp_path_factory, filled):
    folder = tmp_path_factory.mktemp("w")
    sheets = {key: [{} for _ in range(4)] for key in ("start", *(key for (key, _), _, _ in filled))}
    for (key, name), cell, row in filled:
        sheets[key][row][name] = cell
    fill(folder / "x.xlsx", sheets)
    draft = mark(folder / "x.xlsx", folder / "y.xlsx").draft
    draft.corpus()
    assert all(str(one).count("\n") == 0 for one in draft.complaints)
    again = read(folder / "y.xlsx")
    assert [str(one) for one in again.complaints] == [str(one) for one in draft.complaints]
    assert counted(again.known) == counted(draft.known)


def reads(path):
    """A report or one sentence, nothing else."""
    try:
        read(path)
    except HeadwayError as refusal:
        assert str(refusal).count("\n") == 0


def damaged(content, data):
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    return (
        changed[: data.draw(st.integers(1, len(changed)))] if data.draw(st.booleans()) else changed
    )


@quick
@given(st.data())
def test_any_damage_gives_a_refusal_or_a_report(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("w")
    (folder / "x.xlsx").write_bytes(damaged(fill(folder / "x.xlsx").read_bytes(), data))
    reads(folder / "x.xlsx")


@quick
@given(st.data())
def test_any_damage_inside_gives_a_refusal_or_a_report(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("w")
    with zipfile.ZipFile(fill(folder / "x.xlsx")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    with zipfile.ZipFile(folder / "y.xlsx", "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, damaged(content, data) if part == name else content)
    reads(folder / "y.xlsx")


def test_the_same_workbook_gives_the_same_bytes(tmp_path):
    one, two = fill_ours(tmp_path / "1" / "x.xlsx"), fill_ours(tmp_path / "2" / "x.xlsx")
    assert one.read_bytes() == two.read_bytes()


@quick
@given(st.sampled_from(sorted(PARTS)), cells)
def test_any_cell_of_any_field_is_read_or_refused(noun, cell):
    for shape in shapes(NOUNS[noun]):
        if shape.refers_to is None and shape.kind != "wording":
            try:
                content_of(noun, shape, cell)
            except BadValue as refusal:
                assert len(str(refusal)) < 600


# -- words and drop-downs ----------------------------------------------------------------------


def test_every_noun_has_a_sheet_or_is_left_to_others():
    placed = Counter(block.noun for sheet in SHEETS for block in sheet.blocks)
    assert (
        set(placed.values()) == {1} and placed.keys() == PARTS.keys() == set(NOUNS) - NOT_ASKED_FOR
    )
    assert NAMES.keys() <= PARTS.keys()


def test_every_column_has_its_words_in_every_language():
    for sheet in SHEETS:
        for _, block, column in laid_out(sheet):
            name = column.shape.name
            assert has("head", name) or has("head", f"{block.noun}.{name}"), (block.noun, name)
            for language in LANGUAGES:
                words = [
                    labels.code_word(block.noun, column.shape, code, language)
                    for code in labels.codes(block.noun, column.shape)
                ]
                assert len({*map(folded, words)}) == len(words), (block.noun, name, words)
                for code, text in zip(labels.codes(block.noun, column.shape), words, strict=True):
                    assert labels.code_of(block.noun, column.shape, text) == code
        for language in LANGUAGES:
            heads = labels.headings(sheet, language)
            assert len({*map(folded, heads)}) == len(heads)
            assert word("sheet", sheet.key, language) and word("about", sheet.key, language)
            assert len(word("sheet", sheet.key, language)) <= 31


def test_no_word_is_missing_or_unused():
    table = (Path(labels.__file__).parent / "words.tsv").read_text(encoding="utf-8")
    rows = list(csv.reader(table.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(len(row) == 5 for row in rows)
    assert [row[:2] for row in rows if not all(row[2:])] == [["help", "text"]]
    known = {f"{b.noun}.{c.shape.name}" for s in SHEETS for b in s.blocks for c in columns(b)}
    for what, key, *_ in rows:
        if what == "example" or (what in ("help", "head") and "." in key):
            assert key in known, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_rows_would_be_understood(tmp_path, language):
    sheets = {}
    for sheet in SHEETS:
        row = {
            f"{block.noun}.{column.shape.name}": labels.example(column, language)
            for _, block, column in laid_out(sheet)
            if labels.example(column, language) and column.shape.name != "text"
        }
        sheets[sheet.key] = [row]
    other = {"en": "Yuanlan", "fr": "Yuanlan", "zh": "元澜"}[language]
    sheets["start"].append({"Party.name": other})
    draft = read(fill_ours(tmp_path / "x.xlsx", sheets, language))
    assert draft.known == () or list(map(str, draft.complaints)) == []
    sheets["start"].append({"Party.name": "Third"})
    for key, rows in sheets.items():
        rows[0][f"{next(s for s in SHEETS if s.key == key).blocks[0].noun}.comment"] = "x"
    draft = read(fill_ours(tmp_path / "y.xlsx", sheets, language))
    assert list(map(str, draft.complaints)) == []
    assert {type(one.value).__name__ for one in draft.known} == PARTS.keys()


def test_drop_downs_lead_to_lists_that_are_there(tmp_path):
    path = fill_ours(tmp_path / "x.xlsx")
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheets = [archive.read(n).decode() for n in archive.namelist() if "worksheets/" in n]
    names = set(re.findall('<definedName name="([^"]+)"', book))
    asked = {n for text in sheets for n in re.findall("<formula1>([^<]+)</formula1>", text)}
    assert asked and asked <= names
    assert {"entered_Party", "entered_Round", "entered_Concern", "entered_Body"} <= asked
    lists = read_grids(path)[-1]
    offered = {str(cell) for row in lists.rows for cell in row}
    assert {"Bland", "Visits to prisons", "answered in part", "nobody looked"} <= offered


def test_a_workbook_of_another_is_refused(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        book.add_worksheet("Sheet1").write(0, 0, "a")
    with pytest.raises(BadInput, match="headway workbook"):
        read(tmp_path / "x.xlsx")
