"""One place decides which reader fits, says why, and refuses the rest in one sentence."""

import contextlib
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle import Bundle
from headway.domain.errors import BadInput, HeadwayError
from headway.intake import Draft, choose, read_any
from tests.bundle.folders import write_folder, zipped
from tests.intake.test_documents import text_file, word_file
from tests.intake.test_general_debate import folder as debate_folder
from tests.intake.test_general_debate import parquet
from tests.intake.test_readouts import ROW
from tests.intake.test_readouts import folder as manifest_folder


def test_every_kind_finds_its_reader(tmp_path):
    bundle = write_folder(tmp_path / "bundle")
    (tmp_path / "texts").mkdir()
    paths = {
        "bundle": [bundle, zipped(bundle, tmp_path / "b.zip", "around/")],
        "manifest": [manifest_folder(tmp_path / "texts", ROW)],
        "general_debate": [parquet(tmp_path / "x.parquet"), debate_folder(tmp_path / "TXT")],
        "docx": [word_file(tmp_path)],
        "plain_text": [text_file(tmp_path), text_file(tmp_path, name="minutes")],
    }
    for kind, examples in paths.items():
        for path in examples:
            assert choose(path).kind == kind and choose(path).why
            read = read_any(path)
            assert isinstance(read, Bundle if kind == "bundle" else Draft)
            assert read.known


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.pdf", b"%PDF-1.7", "is no PDF that can be read"),
        ("x.txt", b"%PDF-1.7", "is no PDF that can be read"),
        ("x.pdf", b"words", "is no PDF; it does not begin as one"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file"),
        ("x.rtf", b"{\\rtf1}", "is a rich text"),
        ("x.csv", b"a,b", "is a table; name it manifest.csv"),
        ("x.jsonl", b"{}", "is data and no text; write it as a file of a bundle"),
        ("x.zip", b"PK\x03\x04", "no zip file that can be read"),
        ("x.bin", bytes(50), "no text"),
    ],
)
def test_what_nobody_reads_is_refused_in_one_sentence(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=message) as refused:
        read_any(tmp_path / name)
    assert "\n" not in str(refused.value)


def test_folders_and_zips_of_other_things(tmp_path):
    with pytest.raises(BadInput, match="there is nothing at"):
        read_any(tmp_path / "none")
    with pytest.raises(BadInput, match="neither a bundle nor a folder of texts"):
        read_any(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(BadInput, match=r"holds 1 texts but no manifest\.csv"):
        read_any(tmp_path)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(BadInput, match="neither a bundle nor a Word document"):
        read_any(tmp_path / "x.zip")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(["x", "x.txt", "x.docx", "x.parquet", "x.zip", "x.json"]),
    st.sampled_from([b"", b"PK\x03\x04", b"PAR1", b"%PDF", b"\xff\xfe", b"\xef\xbb\xbf"]),
    st.binary(max_size=200),
)
def test_any_file(tmp_path_factory, name, mark, content):
    path = tmp_path_factory.mktemp("r") / name
    path.write_bytes(mark + content)
    with contextlib.suppress(HeadwayError):
        read_any(path)
