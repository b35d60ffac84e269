"""A folder of texts with a manifest: rounds, sides, dates, and what is wrong in a line."""

import contextlib
import csv
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.bundle.lines import Complaints
from headway.domain.consistency import flags
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict, HeadwayError
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source, Statement
from headway.intake import readouts
from headway.intake.dates import find_dates
from headway.intake.manifests import COLUMNS, read_manifest, save, template, texts_in

ROW = {
    "file": "r7.txt",
    "dialogue": "Aland-Bland Talks",
    "parties": "Aland; Bland",
    "round": "7",
    "date": "2001-12-18",
    "party": "Aland",
    "place": "Port",
    "title": "Seventh round",
    "source": "https://example.org/7",
}
TEXTS = {
    "r7.txt": "The seventh round of the talks took place in Port on 19–21 November. We agreed.",
    "sub/r8.txt": "The eighth round of the talks took place in the autumn.",
}


def folder(path, *rows, texts=None, delimiter=","):
    for name, text in (TEXTS if texts is None else texts).items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["file"]
    with (path / "manifest.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_readouts_become_rounds_with_statements(tmp_path, delimiter):
    other = ROW | {"file": "sub/r8.txt", "round": "8", "date": "2002-07", "party": "Bland"}
    draft = readouts.read(folder(tmp_path, ROW, other, delimiter=delimiter))
    assert draft.complaints == ()
    corpus = draft.corpus()
    (dialogue,) = corpus.all(Dialogue)
    assert (dialogue.id, dialogue.parties) == ("aland-bland-talks", ("aland", "bland"))
    first, second = corpus.all(Round)
    assert (first.number, first.began_on, first.ended_on) == (7, "2001-11-19", "2001-11-21")
    assert (second.number, second.began_on) == (8, "2002") and first.city["en"] == "Port"
    said, _ = corpus.all(Statement)
    assert (said.kind, said.party, said.round, said.delivered_on) == (
        "readout",
        "aland",
        "aland-bland-talks-07",
        "2001-12-18",
    )
    (rendering,) = corpus.having(Rendering, "statement", said.id)
    assert rendering.fidelity == "readout" and corpus.text(rendering.text) == TEXTS["r7.txt"]
    assert corpus.one(Source, said.sources[0]).address == "https://example.org/7"
    assert {p.id for p in corpus.all(Party)} == {"aland", "bland"}
    assert draft.report.lines()[0].startswith(
        "Read as texts with manifest.csv: 1 dialogues, 2 rounds, 2 documents, 2 new parties"
    )
    assert (
        "r7.txt: round held 2001-11-19, after '19–21 November' in the text;"
        " '19–21 November' has no year; read as of 2001."
    ) in draft.notes
    assert any("no day of the round was found; taken as 2002" in note for note in draft.notes)


def test_a_draft_is_a_sound_bundle(tmp_path):
    draft = readouts.read(folder(tmp_path, ROW, {**ROW, "file": "sub/r8.txt", "round": "8"}))
    path = write(tmp_path / "out", draft.known, draft.texts, draft.originals, Info(draft.title))
    assert read(path).complaints == ()


def test_two_sides_on_one_round(tmp_path):
    rows = (ROW, ROW | {"file": "sub/r8.txt", "party": "Bland", "round_date": "20-21 Nov 2001"})
    draft = readouts.read(folder(tmp_path, *rows))
    (held,) = draft.corpus().all(Round)
    assert held.began_on == "2001-11-20" and draft.complaints == ()
    again = (*rows, rows[1] | {"file": "r7.txt", "round_date": "2001-10"})
    draft = readouts.read(folder(tmp_path, *again))
    assert "line 4, field 'round_date': the round began 2001-11-20 by line 3" in str(
        draft.complaints[0]
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"file": "none.txt"}, "there is no file 'none.txt'"),
        ({"file": "../r7.txt"}, "leads out of the folder"),
        ({"file": "/etc/hostname"}, "leads out of the folder"),
        ({"file": ""}, "there is no file"),
        ({"file": "manifest.csv"}, "cannot be read; save it as TXT, DOCX"),
        ({"kind": "speach"}, "kind: 'speach' is not one of"),
        ({"fidelity": "exact"}, "fidelity: 'exact' is not one of"),
        ({"date": "4/11/2002"}, "date: '4/11/2002' can mean two days; write 2002-11-04 or"),
        ({"date": "the fourth"}, "date: 'the fourth' is not a date"),
        ({"label": "secret"}, "label: 'secret' is not a label"),
        ({"round": "seven"}, "round: 'seven' is no number"),
        ({"language": "en!"}, "language: 'en!' is no language"),
    ],
)
def test_a_wrong_line_is_named_and_left_out(tmp_path, change, complaint):
    draft = readouts.read(folder(tmp_path, ROW | change))
    first = str(draft.complaints[0])
    assert first.startswith("manifest.csv, line 2") and complaint in first
    assert draft.corpus().all(Statement) == ()


def test_files_and_columns_nobody_named(tmp_path):
    draft = readouts.read(folder(tmp_path, ROW | {"venue": "x"}))
    assert [str(c).split(":")[0] for c in draft.complaints] == [
        "manifest.csv, line 1, field 'venue'",
        "sub/r8.txt",
    ]


@pytest.mark.parametrize("semicolons", [False, True])
def test_a_manifest_is_saved_so_that_a_spreadsheet_reads_it(tmp_path, semicolons):
    name = "对话 compte rendu été.txt"
    (tmp_path / name).write_text("x", encoding="utf-8")
    path = save(tmp_path, semicolons=semicolons)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == 2
    assert (b";" in content) == semicolons
    (row,) = read_manifest(path, Complaints())
    assert row["file"] == name
    with pytest.raises(Conflict, match=r"manifest\.csv is there already"):
        save(tmp_path)


def test_a_folder_of_nothing_is_said_to_hold_nothing(tmp_path):
    with pytest.raises(BadInput, match="there is no folder"):
        save(tmp_path / "none")
    with pytest.raises(BadInput, match="holds no text that can be read"):
        save(tmp_path)


def test_an_empty_kind_is_said_to_be_taken_as_a_readout(tmp_path):
    told = " ".join(readouts.read(folder(tmp_path, ROW)).notes)
    assert "1 lines leave kind or fidelity empty: taken as readout" in told
    said = ROW | {"kind": "minutes", "fidelity": "note"}
    assert "leave kind" not in " ".join(readouts.read(folder(tmp_path, said)).notes)


def test_every_line_may_have_a_marking_of_its_own(tmp_path):
    marked = ROW | {"marking": "SECRET", "originator": "Aland", "label": "named:few"}
    draft = readouts.read(folder(tmp_path, marked, ROW | {"file": "sub/r8.txt"}))
    told = {
        one.value.id: (one.value.label, one.value.marking, one.value.originator)
        for one in draft.known
        if isinstance(one.value, (Statement, Rendering, Source))
    }
    first = {name for name, said in told.items() if said == ("named:few", "SECRET", "Aland")}
    assert first == {"r7", "r7-en", "source-r7.txt"}
    assert {told[name] for name in told if name not in first} == {("desk", "", "")}


def test_no_manifest_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"there is no file 'manifest\.csv'"):
        readouts.read(tmp_path)
    (tmp_path / "manifest.csv").write_text("name,round\nx,1\n")
    with pytest.raises(BadInput, match="no column 'file'"):
        readouts.read(tmp_path)
    (tmp_path / "manifest.csv").write_text('file,x\n"a"b,c\n')
    with pytest.raises(BadInput, match="no table"):
        readouts.read(tmp_path)


def test_the_template_is_a_manifest(tmp_path):
    folder(tmp_path, ROW)
    (tmp_path / "~$r7.docx").write_text("lock")
    (tmp_path / "manifest.csv").write_text(template(tmp_path), encoding="utf-8")
    assert template().strip() == ",".join(COLUMNS)
    assert texts_in(tmp_path) == ("r7.txt", "sub/r8.txt")
    draft = readouts.read(tmp_path)
    assert draft.known == () and len(draft.complaints) == 2  # neither text says its year


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary(max_size=200)
    | st.lists(
        st.lists(st.sampled_from([*TEXTS, "7", "2001", "x;y", "", "a\x00b", "è", '"']), max_size=5)
    ).map(lambda rows: "\n".join(["file,date,round,dialogue,party", *map(",".join, rows)]).encode())
)
def test_any_manifest(tmp_path_factory, content):
    path = folder(tmp_path_factory.mktemp("m"))
    (path / "manifest.csv").write_bytes(content)
    with contextlib.suppress(HeadwayError):
        readouts.read(path).corpus()


@pytest.mark.realdata
def test_readouts_of_real_dialogues(shared_data, tmp_path):
    rows = []
    with (shared_data / "dialogue" / "dialogue_examples.jsonl").open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for item in items:
        (tmp_path / f"{item['id']}.txt").write_text(item["text"], encoding="utf-8")
        is_readout = item["round"] is not None
        rows.append(
            {
                "file": f"{item['id']}.txt",
                "dialogue": item["series"],
                "parties": item["series"].split(" ")[0].replace("-", ";"),
                "round": item["round"] or "",
                "date": item["date"],
                "place": item["place"],
                "party": item["side"],
                "language": item["lang"],
                "kind": "readout" if is_readout else "paper",
                "source": item["url"],
                "comment": "The text is cut off." if item["truncated"] else "",
            }
        )
    draft = readouts.read(folder(tmp_path, *rows, texts={}))
    assert draft.complaints == ()
    corpus = draft.corpus()
    assert len(corpus.all(Dialogue)) == 2 and len(corpus.all(Statement)) == len(items)
    days = {r.id: r.began_on for r in corpus.all(Round)}
    assert days["eu-vietnam-human-rights-dialogue-03"] == "2013-09-11"
    assert days["uk-china-human-rights-dialogue-07"] == "2001-11-19"
    assert days["uk-china-human-rights-dialogue-08"] == "2002-05-15"
    assert {p.id for p in corpus.all(Party)} == {
        "united-kingdom",
        "china",
        "european-union",
        "vietnam",
    }
    summaries = [flag.summary for flag in flags(corpus)]
    assert "No round on file with the numbers 5 and 7, between others that are." in summaries
    path = write(tmp_path / "out", draft.known, draft.texts, draft.originals, Info(draft.title))
    assert read(path).complaints == ()


@pytest.mark.realdata
def test_dates_of_real_readouts(shared_data):
    with (shared_data / "dialogue" / "dialogue_examples.jsonl").open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for item in items:
        for found in find_dates(item["text"], PartialDate(item["date"])):
            assert found.written in item["text"]
