"""The General Debate corpus in both layouts, whole, damaged and odd."""

import hashlib
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.consistency import flags
from headway.domain.errors import BadInput, HeadwayError
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.intake import general_debate
from headway.intake.states import states

ROWS = [
    ("CHN_27_1972", "CHN", 1972, "Five principles — mutual respect."),
    ("CSK_27_1972", "CSK", 1972, "Peace in Europe."),
    ("CHN_28_1973", "CHN", 1973, "Five principles — mutual respect."),
    ("XXA_28_1973", "XXA", 1973, "A state nobody knows."),
    ("EU_66_2011", "EU", 2011, "Mr. President."),
]


def parquet(path, rows=ROWS, names=("id", "country", "year", "text")):
    columns = list(zip(*rows, strict=True)) or [[]] * len(names)
    pq.write_table(pa.table(dict(zip(names, map(list, columns), strict=True))), path)
    return path


def folder(path, rows=ROWS):
    for name, _, year, text in rows:
        session = path / f"Session {int(name.split('_')[1]):02d} - {year}"
        session.mkdir(parents=True, exist_ok=True)
        (session / f"{name}.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    return path


@pytest.fixture
def draft(tmp_path):
    return general_debate.read(parquet(tmp_path / "x.parquet"))


def test_a_forum_with_parties_rounds_and_speeches(draft):
    corpus = draft.corpus()
    forum = corpus.one(Dialogue, "un-general-debate")
    assert forum.kind == "forum" and forum.parties == ("CHN", "CSK", "EU", "XXA")
    assert (
        corpus.one(Party, "CHN").name["zh"] == "中国" and corpus.one(Party, "CHN").country == "CN"
    )
    assert corpus.one(Party, "CSK").name["fr"] == "Tchécoslovaquie"
    assert [(r.number, r.began_on) for r in corpus.all(Round)] == [
        (27, "1972"),
        (28, "1973"),
        (66, "2011"),
    ]
    speech = corpus.one(Statement, "CHN_27_1972")
    assert speech.party == "CHN" and speech.delivered_on == "1972"
    assert speech.title["fr"] == "Chine, débat général 1972"
    (rendering,) = corpus.having(Rendering, "statement", "CHN_27_1972")
    assert (rendering.kind, rendering.language) == ("official_translation", "en")
    assert "language of delivery is not recorded" in rendering.comment
    assert corpus.text(rendering.text) == ROWS[0][3]


def test_the_report_says_what_was_concluded(draft):
    assert draft.report.lines() == (
        "Read as General Debate corpus (Parquet): 5 speeches, 4 states, 3 sessions.",
        "English record; the language of delivery is not recorded.",
        "Dates are years; the order within a session is not recorded.",
        "No name is known for XXA; the code stands for it.",
        "CHN_28_1973 has the same text as CHN_27_1972; both are kept.",
    )


def test_both_layouts_say_the_same(draft, tmp_path):
    other = general_debate.read(folder(tmp_path / "TXT"))
    assert [k.value for k in other.known] == [k.value for k in draft.known]
    assert dict(other.texts) == dict(draft.texts)


def test_a_folder_with_leftovers(tmp_path):
    path = folder(tmp_path / "TXT")
    session = path / "Session 27 - 1972"
    (session / "._CHN_27_1972.txt").write_bytes(b"\x00\x05\x16\x07")
    (session / "notes.txt").write_text("x")
    (session / "FRA_27_1972.txt").write_bytes(b"")
    (session / "ZZZ_27_1801.txt").write_bytes(b"x")
    (session / "CAN_27_1972.txt").write_bytes("Montréal a dit.".encode("cp1252"))
    (path / "Speakers_by_session.xlsx").write_bytes(b"PK")
    draft = general_debate.read(path)
    lines = draft.report.lines()
    assert "Encodings: 5 utf-8, 1 windows-1252; byte order marks taken off." in lines
    assert "2 files beside the speeches were passed over." in lines
    assert [str(c).split(": ", 1)[1] for c in draft.complaints] == [
        "the text is empty; it is left out.",
        "there was no session 27 of 1801; the speech is left out.",
        "the name is not CODE_SESSION_YEAR.txt; left out.",
    ]


def test_a_draft_is_a_bundle_that_is_read_without_complaint(draft, tmp_path):
    folder = write(tmp_path / "b", draft.known, draft.texts, draft.originals, Info(draft.title))
    bundle = read(folder)
    assert bundle.complaints == ()
    assert {k.value for k in bundle.known} == {k.value for k in draft.known}
    assert dict(bundle.texts) == dict(draft.texts)


def test_parties_that_are_there_already_are_used(tmp_path):
    path = parquet(tmp_path / "x.parquet")
    draft = general_debate.read(path, sides={"中国": "china"})
    assert not any(k.value.id in ("CHN", "china") for k in draft.known)
    speech = next(k.value for k in draft.known if k.value.id == "CHN_27_1972")
    assert speech.party == "china"
    assert "CHN is the party china. The seat was held by" in " ".join(draft.report.lines())
    for name in ("CN", "chn", "Chine"):
        again = general_debate.read(path, sides={name: "china"})
        assert [k.value for k in again.known] == [k.value for k in draft.known]


def test_a_speech_too_many_is_kept_and_named(tmp_path):
    rows = [*ROWS, ("CHN_27_1972", "CHN", 1972, "Another text.")]
    draft = general_debate.read(parquet(tmp_path / "x.parquet", rows))
    assert draft.report.counts["speeches"] == 6
    assert str(draft.complaints[0]) == (
        "x.parquet, line 6: a second speech of CHN in 1972; kept as CHN_27_1972.2."
    )


def test_rows_that_are_no_speeches_are_left_out_with_a_reason(tmp_path):
    rows = [
        ("a", None, 1972, "x"),
        ("b", "C N", 1972, "x"),
        ("c", "CHN", None, "x"),
        ("d", "CHN", 1812, "x"),
        ("e", "CHN", 1972, " "),
        ("f", "CHN", 1972, None),
        ("g", "CHN", 1972, "a\x00"),
        ("h", "chn ", 1972, "x"),
    ]
    draft = general_debate.read(parquet(tmp_path / "x.parquet", rows))
    assert draft.report.counts["speeches"] == 1
    assert [c.line for c in draft.complaints] == [1, 2, 3, 4, 5, 6, 7]


def test_other_columns_and_types_are_understood(tmp_path):
    table = pa.table(
        {
            "Year": pa.array([1972], pa.int16()),
            "ISO": pa.array(["CHN"]).dictionary_encode(),
            "Session": pa.array([27], pa.int32()),
            "text": pa.array(["x"], pa.large_string()).dictionary_encode(),
        }
    )
    pq.write_table(table, tmp_path / "x.parquet")
    draft = general_debate.read(tmp_path / "x.parquet")
    assert "CHN_27_1972" in {k.value.id for k in draft.known}


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"a": [1]}, "no column 'country'"),
        ({"country": ["X"], "year": ["soon"], "text": ["x"]}, "no Parquet file that can be read"),
        ({"country": ["X"], "year": [1972], "text": [[1]]}, "no Parquet file that can be read"),
    ],
)
def test_a_parquet_file_of_something_else_is_refused(tmp_path, columns, message):
    pq.write_table(pa.table(columns), tmp_path / "x.parquet")
    with pytest.raises(BadInput, match=message):
        general_debate.read(tmp_path / "x.parquet")


def test_no_parquet_at_all_is_refused(tmp_path):
    (tmp_path / "x.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(BadInput, match="no Parquet file that can be read"):
        general_debate.read(tmp_path / "x.parquet")
    with pytest.raises(BadInput):
        general_debate.read(tmp_path / "none.parquet")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_parquet_file_is_refused_or_read(tmp_path_factory, data):
    path = parquet(tmp_path_factory.mktemp("p") / "x.parquet")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        draft = general_debate.read(path)
        for text_hash in draft.texts:
            assert hashlib.sha256(draft.text(text_hash).encode()).hexdigest() == text_hash
    except HeadwayError:
        pass


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=200))
def test_any_bytes_in_a_folder(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("f")
    (path / "CHN_27_1972.txt").write_bytes(content)
    draft = general_debate.read(path)
    assert draft.report.counts["speeches"] + len(draft.complaints) == 1


def test_every_state_has_three_names():
    assert len(states()) > 200
    for state in states().values():
        assert list(state.name) == ["en", "fr", "zh"] and len(state.alpha2) == 2


@pytest.mark.realdata
def test_the_whole_corpus(shared_data):
    began = time.process_time()
    draft = general_debate.read(shared_data / "ungdc" / "ungdc-1946-2024.parquet")
    seconds = time.process_time() - began
    assert draft.report.counts == {"speeches": 10_952, "states": 200, "sessions": 79}
    assert draft.complaints == () and len(draft.texts) == 10_952
    assert "No name is known" not in " ".join(draft.report.lines())
    assert seconds < 6
    assert flags(draft.corpus()) == ()


@pytest.mark.realdata
def test_the_folder_holds_the_same_texts_as_the_parquet_file(shared_data):
    whole = general_debate.read(shared_data / "ungdc" / "ungdc-1946-2024.parquet")
    part = general_debate.read(shared_data / "ungdc" / "TXT")
    by_id = {k.value.id: k.value for k in whole.known}
    renderings = [k.value for k in part.known if isinstance(k.value, Rendering)]
    assert len(renderings) == 282
    assert all(by_id[one.id].text == one.text for one in renderings)
    assert part.known[-1].file.endswith(".txt")
