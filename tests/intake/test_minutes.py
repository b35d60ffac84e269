"""The minute template: what a minute-taker writes into it comes back, and nothing is lost."""

import copy
import subprocess
from pathlib import Path

import docx
import pytest

from headway.domain.errors import BadInput, BadValue, Conflict, NotFound
from headway.domain.statements import Source
from headway.intake import choose, read_any
from headway.intake.minutes import read, write_minutes
from headway.intake.minutes.layout import HEAD, TABLES
from headway.intake.minutes.words import LANGUAGES, ONES, heading, word
from tests.intake.minutes import (
    HEADED,
    ROWS,
    WORDS,
    by_noun,
    changed,
    corpus_of,
    fill,
    table_of,
    write_cell,
)


def complaints(draft):
    return [str(one) for one in draft.complaints]


# -- what a minute-taker writes ------------------------------------------------------------------


def test_a_filled_template_becomes_a_round_with_everything(tmp_path):
    path = fill(tmp_path / "round 7.docx")
    assert choose(path).kind == "minutes"
    draft = read_any(path)
    assert complaints(draft) == []
    held = by_noun(draft)
    (round_,) = held["Round"]
    assert (round_.number, round_.began_on, round_.ended_on) == (7, "2015-05-12", "2015-05-13")
    assert round_.host == "yuanlan" and round_.city["en"] == "Ningzhu"
    assert {p.name["en"] for p in held["Party"]} == {"Estravane", "Yuanlan"}
    assert [(d.person, d.role, d.rank, d.comment, d.body) for d in held["Delegate"]] == [
        ("mira-dahl", "head", "director", "Director for law", "ministry-of-external-affairs"),
        ("oskar-brandt", "interpreter", "", "", "ministry-of-external-affairs"),
        ("shen-luo", "head", "", "", "bureau-of-counties"),
    ]
    assert len(held["Body"]) == 2 and len(held["Person"]) == 3
    (item,) = held["AgendaItem"]
    assert item.concerns == ("placement-without-a-court",) and item.reached == "yes"
    assert [(c.title["en"], c.raised_by, c.about) for c in held["Concern"]] == [
        ("Placement without a court", "estravane", "yuanlan"),
        ("Licences of advocates", "yuanlan", "estravane"),
    ]
    assert [(x.concern, x.step) for x in held["Raising"]] == [
        ("placement-without-a-court", "raised"),
        ("licences-of-advocates", "raised"),
    ]
    assert [(q.summary, q.asked_by, q.asked_of) for q in held["Question"]] == [
        ("Will a judge see a person?", "estravane", "yuanlan"),
        ("Since when?", "estravane", "yuanlan"),
    ]
    assert [(y.kind, y.summary) for y in held["Reply"]] == [
        ("partial", "In two counties."),
        ("none", ""),
    ]
    (undertaking,), (action,) = held["Undertaking"], held["Action"]
    assert (undertaking.by, undertaking.to, undertaking.due_on) == (
        "yuanlan",
        "Estravane",
        "2015-12",
    )
    assert (action.party, action.after_round, action.closed_as) == ("estravane", "r7", "open")
    (step,) = held["Arrangement"]
    assert (step.step, step.on, step.round) == ("agreed", "2015-05-13", None)
    whole, first, second = held["Statement"]
    assert whole.kind == "minutes" and draft.text(held["Rendering"][0].text) == "\n".join(WORDS)
    assert [(one.party, one.sequence) for one in (first, second)] == [
        ("estravane", 1),
        ("yuanlan", 2),
    ]
    assert held["Rendering"][0].note_taker == "estravane"
    (source,) = held["Source"]
    assert draft.originals[source.original][1] == path.read_bytes()
    assert all(v.sources == (source.id,) for vs in held.values() for v in vs if v is not source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_asks_for_no_more_than_four_entries(tmp_path, language):
    write_minutes(tmp_path / "x.docx", language=language)
    draft = read(tmp_path / "x.docx")
    assert draft.known == () and len(draft.complaints) == 4
    assert draft.report.left_out == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_reads_words_of_every_other(tmp_path, language):
    """Headings in one language, entries in words of another: as when a form is passed on."""
    path = fill(tmp_path / "x.docx", language=language)
    draft = read(path)
    assert complaints(draft) == []
    assert len(by_noun(draft)["Question"]) == 2
    assert dict(by_noun(draft)["Round"][0].city) == {LANGUAGES[language]: "Ningzhu"}


def test_every_word_stands_in_three_languages():
    for language in ONES:
        for one in (*HEAD, *(c for table in TABLES for c in table.columns)):
            assert heading(*one, language), (one, language)
        for table in TABLES:
            assert word("table", table.key, language) and word("about", table.key, language)
            assert len(table.headings(language)) == len(table.columns)


# -- robust --------------------------------------------------------------------------------------


def values(draft):
    """Everything but where the file is from."""
    return sorted(
        repr(v).partition("sources=")[0] + repr(v).partition("place=")[2].partition("original=")[0]
        for vs in by_noun(draft).values()
        for v in vs
        if not isinstance(v, Source)
    )


def _without_explanations(document):
    keys = [("text", k) for k in ("intro", "dates", "persons", "words_how", "words_example")]
    keys += [("about", one.key) for one in TABLES]
    ours = {word(*key, "en") for key in keys}
    for paragraph in list(document.paragraphs):
        if paragraph.text in ours:
            paragraph._p.getparent().remove(paragraph._p)
    for table in document.tables:
        for row in list(table.rows):
            if any(cell.text == word("text", "example", "en") for cell in row.cells):
                table._tbl.remove(row._tr)


def _other_fonts(document):
    for paragraph in document.element.body.iter(docx.oxml.ns.qn("w:rPr")):
        paragraph.getparent().remove(paragraph)


def _split_runs(document):
    for run in list(document.element.body.iter(docx.oxml.ns.qn("w:r"))):
        texts = run.findall(docx.oxml.ns.qn("w:t"))
        if len(texts) == 1 and len(texts[0].text or "") > 3:
            other = copy.deepcopy(run)
            half = len(texts[0].text) // 2
            other.find(docx.oxml.ns.qn("w:t")).text = texts[0].text[half:]
            texts[0].text = texts[0].text[:half]
            for one in (texts[0], other.find(docx.oxml.ns.qn("w:t"))):
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(other)


def _columns_exchanged(document):
    for row in table_of(document, "undertakings")._tbl.tr_lst:
        cells = row.tc_lst
        cells[0].addprevious(cells[1])


def _rows_added(document):
    table = table_of(document, "delegations")
    for place in (1, 3, len(table.rows) - 1):
        empty = copy.deepcopy(table.rows[-1]._tr)
        table._tbl.tr_lst[place].addnext(empty)


def _controls_taken_out(document):
    """What other programs make of content controls: the text alone."""
    for holder in list(document.element.body.iter(docx.oxml.ns.qn("w:sdt"))):
        for run in list(holder.iter(docx.oxml.ns.qn("w:r"))):
            holder.addprevious(run)
        holder.getparent().remove(holder)


@pytest.mark.parametrize(
    "change",
    [
        _without_explanations,
        _other_fonts,
        _split_runs,
        _columns_exchanged,
        _rows_added,
        _controls_taken_out,
    ],
)
def test_what_people_and_programs_do_to_it_changes_nothing(tmp_path, change):
    path = fill(tmp_path / "x.docx")
    before = read(path)
    after = read(changed(path, change))
    assert complaints(after) == []
    assert values(after) == values(before)


@pytest.mark.slow
@pytest.mark.process
@pytest.mark.skipif(
    not Path("/usr/lib/libreoffice/program/libswlo.so").exists(), reason="no LibreOffice Writer"
)
def test_saved_by_libreoffice_it_says_the_same(tmp_path):
    path = fill(tmp_path / "x.docx")
    (tmp_path / "out").mkdir()
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", "out", path.name],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=90,
    )
    saved = tmp_path / "out" / "x.docx"
    assert choose(saved).kind == "minutes"
    assert values(read(saved)) == values(read(path))


def test_a_row_typed_over_the_example_is_read(tmp_path):
    path = fill(tmp_path / "x.docx", rows={})

    def over(document):
        row = table_of(document, "actions").rows[1]
        write_cell(row.cells[0], "Send the law of 2003.")
        write_cell(row.cells[2], "")

    draft = read(changed(path, over))
    (action,) = by_noun(draft)["Action"]
    assert action.summary == "Send the law of 2003."
    assert any("example was filled in" in one for one in draft.report.decided)


def test_words_between_the_tables_are_told_and_not_taken(tmp_path):
    path = fill(tmp_path / "x.docx")
    table = TABLES[2].key

    def between(document):
        table_of(document, table)._tbl.addprevious(
            copy.deepcopy(document.add_paragraph("We were tired by then.")._p)
        )
        document.element.body.remove(document.paragraphs[-1]._p)

    draft = read(changed(path, between))
    assert any("We were tired by then." in one for one in draft.report.left_out)


# -- complaints ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "row", "told"),
    [
        ("agenda", ["1", "X", "Nobody", "", "", "", ""],
         "table 'Agenda', row 3, field 'Proposed by': there is no side 'Nobody' in the table"),
        ("agenda", ["1", "X", "Estravane", "perhaps", "", "", ""],
         "table 'Agenda', row 3, field 'Agreed': 'perhaps' is not one of the list"),
        ("agenda", ["1", "X", "", "", "", "", "Placment without a court"],
         "there is no concern 'Placment without a court' in the table 'Raised and answered'"),
        ("undertakings", ["Yuanlan", "Send it.", "", "", "03/04/2015"],
         "table 'Undertakings', row 3, field 'Due on': '03/04/2015' can mean two days"),
        ("delegations", ["Estravane", "", "Director", "", "", "", ""],
         "table 'Delegations', row 3, field 'Person': this row names no person"),
        ("raised", ["", "Estravane", "", "Why?", "", ""],
         "table 'Raised and answered', row 3, field 'Concern': no concern stands here or above"),
        ("raised", ["X", "Estravane", "", "", "refused", ""],
         "table 'Raised and answered', row 3, field 'Question': a reply stands here and"),
        ("raised", ["X", "", "", "", "", ""], "concern 'x' needs this"),
    ],
)  # fmt: skip
def test_a_complaint_names_table_row_and_column(tmp_path, key, row, told):
    rows = {**({"raised": ROWS["raised"]} if key != "raised" else {}), key: [row]}
    draft = read(fill(tmp_path / "x.docx", rows=rows))
    assert any(told in one for one in complaints(draft)), complaints(draft)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ({("Party", "2"): "estravane"}, "the same side as the other one"),
        ({("Round", "host"): "Sundmark"}, "'Sundmark' is neither of the two sides above"),
        ({("Round", "began_on"): "soon"}, "'soon' is not a date"),
        ({("Minutes", "fidelity"): "roughly"}, "'roughly' is not one of the list"),
        ({("Minutes", "note_taker"): "the press"}, "is neither of the two sides"),
    ],
)
def test_the_head_is_held_to_its_words(tmp_path, head, told):
    draft = read(fill(tmp_path / "x.docx", head=HEADED | head))
    assert any(told in one and "table 'The round'" in one for one in complaints(draft))


def test_headings_that_were_changed_are_complained_of(tmp_path):
    path = fill(tmp_path / "x.docx")
    draft = read(
        changed(path, lambda d: write_cell(table_of(d, "agenda").cell(0, 1), "Agenda itm"))
    )
    assert any("did you mean 'Agenda item'" in one for one in complaints(draft))

    def without(document):
        row = table_of(document, "actions").rows[0]
        row._tr.getparent().remove(row._tr)

    draft = read(changed(fill(tmp_path / "y.docx"), without))
    assert any("its headings are none of ours" in one for one in complaints(draft))


def test_without_the_heading_of_the_words_nothing_is_guessed(tmp_path):
    path = fill(tmp_path / "x.docx")

    def without(document):
        for paragraph in list(document.paragraphs):
            if paragraph.text == word("text", "words", "en"):
                paragraph._p.getparent().remove(paragraph._p)

    draft = read(changed(path, without))
    assert any("the heading 'What was said, in order' is gone" in one for one in complaints(draft))


def test_refusals(tmp_path):
    write_minutes(tmp_path / "x.docx")
    with pytest.raises(Conflict, match="is there already"):
        write_minutes(tmp_path / "x.docx")
    with pytest.raises(BadInput, match=r"end in \.docx"):
        write_minutes(tmp_path / "x.odt")
    with pytest.raises(BadValue, match="no minute template is written in"):
        write_minutes(tmp_path / "y.docx", language="de")
    with pytest.raises(NotFound, match="there is no round 'r9'"):
        write_minutes(tmp_path / "y.docx", corpus=corpus_of([]), round_id="r9")
    document = docx.Document()
    document.add_paragraph("Mr. A (Estravane): 4 November 2002.")
    document.save(str(tmp_path / "free.docx"))
    assert choose(tmp_path / "free.docx").kind == "docx"
    assert read_any(tmp_path / "free.docx").report.reader == "Word document"
    with pytest.raises(BadInput, match="no table that says which round"):
        read(tmp_path / "free.docx")
