"""Lists of delegates: headings, groups, merged cells, who is who; everybody is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.errors import BadInput
from headway.domain.parties import Body, Party, Person
from headway.domain.rounds import Attendance, Delegate
from headway.domain.statements import Source
from headway.intake import Setting, choose, delegates, read_any
from headway.intake.delegates import roles
from tests.intake import workbooks
from tests.intake.delegate_lists import (
    FLAT,
    GROUPED,
    ROUND,
    SIDES,
    as_csv,
    as_ods,
    as_xlsx,
    check_list,
    record,
    told,
)


def one_row(folder, setting=ROUND, **cells):
    row = {"Name": "Ida Berg", "Country": "Aland"} | cells
    return delegates.read(as_csv(folder, [list(row), list(row.values())]), setting, SIDES, record())


def test_lists_as_desks_keep_them(tmp_path):
    check_list(delegates.read, tmp_path)


def test_people_and_bodies_of_the_record_are_not_made_again(tmp_path):
    draft = delegates.read(as_csv(tmp_path, GROUPED), Setting(dialogue="d"), SIDES, record())
    corpus = draft.corpus()
    assert {one.id for one in corpus.all(Person)} == {"olof-holm", "eva-lind", "rurik-vass"}
    assert [one.id for one in corpus.all(Body)] == ["ministry-of-fisheries"]
    assert {one.round for one in corpus.all(Delegate)} == {"d-07"}
    assert draft.report.counts["delegates"] == 4


def test_a_size_stated_in_a_heading_is_kept(tmp_path):
    draft = delegates.read(as_csv(tmp_path, GROUPED), Setting(dialogue="d"), SIDES, record())
    (attendance,) = draft.corpus().all(Attendance)
    told_of = (attendance.round, attendance.party, attendance.size_stated, attendance.list_complete)
    assert told_of == ("d-07", "a", 9, "not_looked")


def test_cells_merged_over_rows_are_said_of_each(tmp_path):
    rows = [
        ["Members of the two delegations", "", ""],
        ["Country", "Name", "Ministry"],
        ["Aland", "Ida Berg", "Ministry of Justice"],
        ["", "Olof Holm", ""],
        ["Bland", "Rurik Vass", ""],
    ]
    path = as_xlsx(tmp_path, rows, merged=[(2, 0, 3, 0), (2, 2, 3, 2), (0, 0, 0, 2)])
    held = record()
    assert told(delegates.read(path, ROUND, SIDES, held), held) == {
        ("Ida Berg", "a", "member", "", "Ministry of Justice"),
        ("Olof Holm", "a", "member", "", "Ministry of Justice"),
        ("Rurik Vass", "b", "member", "", ""),
    }


def test_a_blank_body_is_not_filled_without_being_merged(tmp_path):
    held = record()
    found = told(delegates.read(as_csv(tmp_path, FLAT), Setting(dialogue="d"), SIDES, held), held)
    assert ("王某", "a", "member", "处长", "") in found


def test_first_and_family_names(tmp_path):
    rows = [["Surname", "First name", "Title", "Country"], ["BERG", "Ida", "Ms.", "Aland"]]
    draft = delegates.read(as_csv(tmp_path, rows), ROUND, SIDES, record())
    (delegate,) = draft.corpus().all(Delegate)
    assert (delegate.person, delegate.rank) == ("berg", "")


def test_a_title_that_is_no_form_of_address_is_a_function(tmp_path):
    (delegate,) = one_row(tmp_path, Titre="Directrice").corpus().all(Delegate)
    assert delegate.rank == "Directrice"


def test_columns_about_persons_are_never_taken(tmp_path):
    draft = one_row(tmp_path, Passport="X123", Email="i@example.org", Shoes="38")
    notes = " ".join(draft.notes)
    assert "'Passport' is about persons and not needed" in notes and "'Shoes' is not known" in notes
    assert "X123" not in repr(draft.known) and "38" not in notes
    assert draft.originals == {} and "The file itself is not kept" in notes
    (source,) = draft.corpus().all(Source)
    assert source.original is None


def test_a_list_without_such_columns_is_kept_as_it_came(tmp_path):
    draft = one_row(tmp_path, Shoes="38")
    assert len(draft.originals) == 1 and "not kept" not in " ".join(draft.notes)


def test_a_list_of_persons_at_risk_is_refused(tmp_path):
    path = as_csv(tmp_path, [["Name", "Country", "Charge"], ["x", "Aland", "y"]])
    assert choose(path).kind == "delegates"
    with pytest.raises(BadInput, match="persons at risk"):
        delegates.read(path, ROUND, SIDES, record())


@pytest.mark.parametrize(
    ("setting", "cells", "message"),
    [
        (Setting(), {"Session": "9"}, "has no round 9 of d"),
        (Setting(), {"Session": "in spring"}, "'in spring' is no round"),
        (Setting(), {}, "nobody says which round"),
        (ROUND, {"Country": "Cland"}, "'Cland' is no side of d"),
        (ROUND, {"Country": "", "Post": "x"}, "nobody says which side"),
        (ROUND, {"Present": "perhaps"}, "write yes or no"),
    ],
)
def test_a_bad_row_is_complained_of_by_its_number(tmp_path, setting, cells, message):
    (complaint,) = one_row(tmp_path, setting, **cells).complaints
    assert complaint.line == 2 and message in complaint.message


def test_a_heading_of_nobody_known_stops_the_load(tmp_path):
    rows = [["Name", "Post"], ["Delegation of Cland", ""], ["Ida Berg", "x"]]
    setting = Setting(round="d-07", party="a")
    draft = delegates.read(as_csv(tmp_path, rows), setting, SIDES, record())
    assert "names no side that is known" in draft.complaints[0].message


def test_the_side_given_holds_for_a_list_without_sides(tmp_path):
    rows = [["Name", "Post"], ["Rurik Vass", "Clerk"], ["and others", ""]]
    setting = Setting(round="d-07", party="b")
    draft = delegates.read(as_csv(tmp_path, rows[:2]), setting, SIDES, record())
    assert {one.party for one in draft.corpus().all(Delegate)} == {"b"}


def test_a_person_said_twice_is_one_delegate(tmp_path):
    rows = [["Name", "Post", "Country"], *[["Ida Berg", post, "Aland"] for post in "xxy"]]
    draft = delegates.read(as_csv(tmp_path, rows), ROUND, SIDES, record())
    assert len(draft.corpus().all(Delegate)) == 1
    assert any("row 4: this person stands in row 2" in note for note in draft.notes)


def test_namesakes_of_two_sides_are_two_people(tmp_path):
    rows = [["Name", "Post", "Country"], ["Jo Doe", "", "Aland"], ["Jo Doe", "", "Bland"]]
    corpus = delegates.read(as_csv(tmp_path, rows), ROUND, SIDES, record()).corpus()
    assert {one.id for one in corpus.all(Person)} == {"jo-doe", "jo-doe-b"}
    assert len(corpus.all(Delegate)) == 2


def test_the_file_is_the_source_of_every_value(tmp_path):
    path = as_xlsx(tmp_path, GROUPED)
    draft = delegates.read(path, Setting(dialogue="d"), SIDES, record())
    (source,) = draft.corpus().all(Source)
    assert draft.originals[source.original] == (path.name, path.read_bytes())
    for known in draft.known:
        assert isinstance(known.value, Source | Party) or known.value.sources == (source.id,)


def test_ours_and_theirs_are_told_apart(tmp_path):
    assert choose(as_xlsx(tmp_path, GROUPED)).kind == "delegates"
    assert choose(as_ods(tmp_path, GROUPED)).kind == "delegates"
    assert choose(as_csv(tmp_path, GROUPED)).kind == "delegates"
    assert choose(workbooks.fill(tmp_path / "ours.xlsx")).kind == "workbook"
    other = as_xlsx(tmp_path, [["Year", "Tonnes"], ["2001", "4"]])
    assert choose(other).kind == "workbook"
    with pytest.raises(BadInput, match="none of its sheets"):
        read_any(other)


def test_a_workbook_that_names_nobody_is_refused_when_asked_for(tmp_path):
    with pytest.raises(BadInput, match="no row of headings"):
        delegates.read(as_xlsx(tmp_path, [["Year", "Tonnes"]]), ROUND)


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Head of Delegation", "head"),
        ("Deputy Head of the Delegation", "deputy"),
        ("Chef de la délégation", "head"),
        ("副团长", "deputy"),
        ("代表团团长", "head"),
        ("Head of Division", None),
        ("Interprète", "interpreter"),
        ("Legal expert", "expert"),
        ("Director", None),
    ],
)
def test_roles(words, role):
    assert roles.role_in(words) == role


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Seventh round of talks", 7),
        ("Round 12", 12),
        ("12th session", 12),
        ("第七轮人权对话", 7),
        ("第十二次会议", 12),
        ("第二十届", 20),
        ("3e tour", 3),
        ("deuxième session", 2),
        ("The room on floor 7", None),
    ],
)
def test_numbers_of_rounds(words, number):
    assert roles.round_number(words) == number


@given(st.text(max_size=60))
def test_no_text_breaks_the_tables_of_words(text):
    roles.role_in(text, is_role=True)
    roles.round_number(text)
    assert roles.without_address(text) or not text.strip()


def test_a_draft_is_a_sound_bundle(tmp_path):
    rows = [["Name", "Ministry", "Country"], ["Ida Berg", "Ministry of Justice", "Norway"]]
    draft = delegates.read(as_csv(tmp_path, rows), Setting(round="r"), {})
    values = [one for one in draft.known if not isinstance(one.value, Delegate)]
    folder = write(tmp_path / "b", values, {}, dict(draft.originals), Info(draft.title))
    assert read(folder).complaints == ()
