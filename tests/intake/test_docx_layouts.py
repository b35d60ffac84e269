"""Word minutes as people lay them out: tables of speakers, points below a side's name, numbers."""

import docx as python_docx
import pytest

from headway.domain.statements import Rendering, Statement
from headway.intake import Setting, docx, minutes, read_any, sides_of
from headway.intake.minutes import write_minutes

SIDES = {"Norvanne": "nv", "Keldara": "kd", "诺凡": "nv", "克尔达拉": "kd"}
DAY = "Minutes of 12 November 2024"


def document():
    made = python_docx.Document()
    made.add_heading("Norvanne-Keldara dialogue, fourth round", 0)
    made.add_paragraph(DAY)
    return made


def table(made, *rows):
    drawn = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.text = text
    return drawn


def saved(folder, made):
    path = folder / "minutes.docx"
    made.save(path)
    return path


def turns(path):
    """Label, side and words of each turn."""
    corpus = docx.read(path, sides=SIDES).corpus()
    found = []
    for one in corpus.all(Statement)[1:]:
        (rendering,) = corpus.having(Rendering, "statement", one.id)
        found.append((next(iter(one.title.values())), one.party, corpus.text(rendering.text)))
    return found


def whole(path):
    corpus = docx.read(path, sides=SIDES).corpus()
    (rendering,) = corpus.having(Rendering, "statement", "minutes")
    return corpus.text(rendering.text)


@pytest.mark.parametrize(
    "head", [("Speaker", "What was said"), ("Side", "Points"), ("发言人", "内容")]
)
def test_a_table_of_speakers_and_words(tmp_path, head):
    made = document()
    rows = [
        ("Ms Ilda Brun (Norvanne)", "Welcomed all.\nAsked about detention."),
        ("Mr Tesh Oram (Keldara)", "Said the law was under review."),
        ("Ms Brun", "Asked for a date."),
        ("", "And for figures."),
        ("Keldara", "Could not give one."),
    ]
    table(made, head, *rows)
    assert turns(saved(tmp_path, made)) == [
        ("Ms Ilda Brun (Norvanne)", "nv", "Welcomed all.\nAsked about detention."),
        ("Mr Tesh Oram (Keldara)", "kd", "Said the law was under review."),
        ("Ms Brun", "nv", "Asked for a date.\nAnd for figures."),
        ("Keldara", "kd", "Could not give one."),
    ]


def test_a_table_of_speakers_without_headings_and_with_numbers(tmp_path):
    made = document()
    table(
        made, ("1", "Norvanne", "Asked."), ("2", "Keldara", "Answered."), ("3", "Norvanne", "So.")
    )
    assert [one[1:] for one in turns(saved(tmp_path, made))] == [
        ("nv", "Asked."),
        ("kd", "Answered."),
        ("nv", "So."),
    ]


def test_a_table_with_a_column_for_each_side(tmp_path):
    made = document()
    table(made, ("Norvanne", "Keldara"), ("Asked.", "Answered."), ("Asked again.", ""))
    assert turns(saved(tmp_path, made)) == [
        ("Norvanne", "nv", "Asked."),
        ("Keldara", "kd", "Answered."),
        ("Norvanne", "nv", "Asked again."),
    ]


def test_any_other_table_is_a_line_a_row(tmp_path):
    made = document()
    table(made, ("Item", "Owner"), ("Prisons", "Justice"))
    table(made, ("Mr. A (Canada): Yes\nMr. B (China): No", "Beside\nit"))
    path = saved(tmp_path, made)
    assert whole(path).endswith(
        "\nItem\tOwner\nPrisons\tJustice\nMr. A (Canada): Yes\nMr. B (China): No\nBeside\nit"
    )
    assert "2 tables were read row by row" in " ".join(docx.read(path).notes)


def test_cells_merged_across_and_down_are_read_once(tmp_path):
    made = document()
    drawn = table(made, ("Speaker", "Words"), ("Norvanne", "One."), ("", "Two."), ("Both", ""))
    drawn.cell(1, 0).merge(drawn.cell(2, 0))
    drawn.cell(3, 0).merge(drawn.cell(3, 1))
    path = saved(tmp_path, made)
    assert turns(path) == [("Norvanne", "nv", "One.\nTwo.\nBoth")]


def points(made, *texts):
    for text in texts:
        made.add_paragraph(text, style="List Bullet")


@pytest.mark.parametrize("how", ["bold", "bold:", "heading", "plain:"])
def test_points_below_the_name_of_a_side(tmp_path, how):
    made = document()

    def name(text):
        if how == "heading":
            made.add_heading(text, 2)
        else:
            text += ":" if how.endswith(":") else ""
            made.add_paragraph().add_run(text).bold = how.startswith("bold")

    made.add_heading("1. Detention", 1)
    name("Norvanne")
    points(made, "Asked about detention.", "Asked for figures.")
    name("Keldara")
    points(made, "Had none.")
    made.add_heading("2. Next round", 1)
    made.add_paragraph("The sides will meet again in 2026.")
    assert turns(saved(tmp_path, made)) == [
        ("Norvanne", "nv", "Asked about detention.\nAsked for figures."),
        ("Keldara", "kd", "Had none."),
    ]


def test_people_listed_below_the_name_of_a_side_said_nothing(tmp_path):
    made = document()
    made.add_heading("Delegations", 1)
    for side in ("Norvanne", "Keldara"):
        made.add_heading(side, 2)
        points(made, "A head of division", "An interpreter")
    made.add_heading("Discussion", 1)
    made.add_heading("Norvanne", 2)
    points(made, "Asked.")
    assert turns(saved(tmp_path, made)) == [("Norvanne", "nv", "Asked.")]


def test_headings_inside_the_only_speech_are_its_own(tmp_path):
    made = document()
    made.add_paragraph("Ms Ilda Brun (Norvanne): Thank you.")
    made.add_heading("Prisons", 1)
    made.add_paragraph("We ask again.")
    assert turns(saved(tmp_path, made)) == [
        ("Ms Ilda Brun (Norvanne)", "nv", "Thank you.\nPrisons\nWe ask again.")
    ]


@pytest.mark.parametrize(
    "number",
    ["12. ", "(3) ", "4) ", "5、", "- ", "• ", "7.\t", "10:15 ", "[9h30] ", "　　", "\u00a0"],
)
def test_numbers_typed_before_a_speaker(tmp_path, number):
    made = document()
    made.add_paragraph(f"{number}Ms Ilda Brun (Norvanne): Asked.")
    made.add_paragraph(f"{number}Keldara: Answered.")
    assert [one[1:] for one in turns(saved(tmp_path, made))] == [
        ("nv", "Asked."),
        ("kd", "Answered."),
    ]


def test_between_two_known_sides_no_third_is_made_of_a_name(tmp_path):
    made = document()
    for text in ("诺凡代表团团长布伦女士：询问。", "科方：补充。", "克尔达拉代表团团长：答复。"):
        made.add_paragraph(text, style="List Number")
    from headway.domain.corpus import Corpus
    from headway.domain.parties import Dialogue

    held = Dialogue(id="d", title="D", parties=("nv", "kd"))
    record = Corpus(values={"Dialogue": {"d": held}})
    draft = read_any(saved(tmp_path, made), SIDES, Setting(dialogue="d"), record=record)
    assert [v.value.party for v in draft.known if isinstance(v.value, Statement)][1:] == [
        "nv",
        None,
        "kd",
    ]
    told = " ".join(draft.notes)
    assert "'科' is no name of a side of this dialogue; 1 turns are of no side" in told
    assert "taken as a party" not in told


def test_a_side_reads_the_names_that_a_manifest_gives_it(tmp_path):
    made = document()
    for text in ("诺凡代表团团长布伦女士：询问。", "克方：答复。"):
        made.add_paragraph(text, style="List Number")
    saved(tmp_path, made)
    (tmp_path / "manifest.csv").write_text(
        "file,dialogue,parties,round,round_date,kind,fidelity\n"
        "minutes.docx,Talks,Norvanne = 诺凡; Keldara = 克尔达拉=克,4,2024-11-12,minutes,note\n",
        encoding="utf-8",
    )
    draft = read_any(tmp_path)
    assert draft.report.counts["new parties"] == 2
    turns = [v.value for v in draft.known if isinstance(v.value, Statement)][1:]
    assert [one.party for one in turns] == ["norvanne", "keldara"]


@pytest.mark.parametrize(
    ("later", "party"),
    [("Ms Brun", "nv"), ("Mr Oram", "kd"), ("Mr Brun", None), ("Ms Oram", None), ("Ms Vey", None)],
)
def test_who_was_named_in_full_is_known_by_title_and_surname(tmp_path, later, party):
    made = document()
    for text in ("Ms Ilda Brun (Norvanne): One.", "Mr Tesh Oram (Keldara): Two."):
        made.add_paragraph(text)
    made.add_paragraph(f"{later}: Three.")
    assert turns(saved(tmp_path, made))[-1] == (later, party, "Three.")


def test_two_of_one_surname_on_two_sides_are_not_guessed(tmp_path):
    made = document()
    for label in ("Ms Ilda Brun (Norvanne)", "Ms Orna Brun (Keldara)", "Ms Brun"):
        made.add_paragraph(f"{label}: So.")
    assert [party for _, party, _ in turns(saved(tmp_path, made))] == ["nv", "kd", None]


@pytest.fixture
def held(tmp_path):
    """A record of minutes whose turns were told by headings, bold names and a table."""
    made = document()
    made.add_heading("Delegations", 1)
    made.add_heading("Keldara", 2)
    points(made, "An interpreter")
    made.add_heading("1. Detention", 1)
    made.add_paragraph().add_run("Norvanne").bold = True
    points(made, "Asked about detention.", "Asked again.")
    made.add_paragraph().add_run("Keldara :").bold = True
    points(made, "Had none.")
    made.add_heading("2. Next round", 1)
    made.add_paragraph("The sides will meet again.")
    table(made, ("Norvanne", "Thanked."), ("Keldara", "Thanked too."))
    saved(tmp_path, made)
    (tmp_path / "manifest.csv").write_text(
        "file,dialogue,parties,round,round_date,kind,fidelity,party\n"
        "minutes.docx,Talks,Norvanne;Keldara,4,2024-11-12,minutes,note,Norvanne\n",
        encoding="utf-8",
    )
    return read_any(tmp_path).corpus()


def told_by_template(folder, corpus, added=""):
    path = folder / "round.docx"
    write_minutes(path, corpus=corpus, round_id="talks-04")
    if added:
        made = python_docx.Document(path)
        made.add_paragraph(added)
        made.save(path)
    found = minutes.read(path, sides_of(corpus), corpus).corpus()
    there = {one.id for one in corpus.all(Statement)}
    return found, [one for one in found.all(Statement) if one.id not in there]


def test_minutes_told_by_their_form_come_back_from_the_template_as_they_are(tmp_path, held):
    (tmp_path / "t").mkdir()
    assert len(held.all(Statement)) == 5
    found, new = told_by_template(tmp_path / "t", held)
    assert new == []
    for one in found.all(Statement):
        assert held.get(Statement, one.id) == one


def test_a_turn_added_to_them_in_the_template_is_the_only_new_one(tmp_path, held):
    (tmp_path / "t").mkdir()
    found, (new,) = told_by_template(tmp_path / "t", held, "Norvanne: One word more.")
    (rendering,) = found.having(Rendering, "statement", new.id)
    assert (new.party, found.text(rendering.text)) == ("norvanne", "One word more.")
