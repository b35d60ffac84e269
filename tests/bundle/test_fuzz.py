"""Whatever stands in a bundle: complaints or a refusal, never anything else."""

import json
import zipfile

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import headway.bundle as bundles
from headway.domain.errors import HeadwayError
from headway.domain.nouns import NOUNS
from headway.domain.shape import file_name, shapes
from tests.bundle.folders import INFO, LINES, write_folder, zipped

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
fields = st.sampled_from(sorted({s.name for noun in NOUNS.values() for s in shapes(noun)}))
names = st.sampled_from([file_name(noun) for noun in NOUNS.values()])
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True),
    st.text(),
    st.sampled_from(["a", "d", "r1", "Round/r1", "2001-05", "en", "public", "texts/s1.txt", "*"]),
)
content = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)
lines = st.dictionaries(fields | st.text(max_size=5), content, max_size=8)


def reads(path):
    """Read it and fold it, both ways; only refusals may come out."""
    for texts in (True, False):
        try:
            bundle = bundles.read(path, texts=texts)
            bundle.corpus()
            assert all(str(one).count("\n") == 0 for one in bundle.complaints)
            assert all(str(one).encode() for one in bundle.complaints)
        except HeadwayError:
            pass


@slow
@given(st.dictionaries(names, st.lists(lines, max_size=4), max_size=4))
@example({"renderings.jsonl": [{"id": "x", "text": "../../bundle.json"}]})
@example({"observations.jsonl": [{"id": "x", "number": 10**400, "on": "2001"}]})
def test_any_json_lines(tmp_path_factory, files):
    folder = write_folder(tmp_path_factory.mktemp("f") / "b", {**LINES, **files})
    reads(folder)


@slow
@given(names, st.binary(max_size=300))
def test_any_bytes_for_lines(tmp_path_factory, name, data):
    reads(write_folder(tmp_path_factory.mktemp("f") / "b", **{name: data}))


@slow
@given(st.binary(max_size=300) | lines.map(lambda one: json.dumps({**INFO, **one}).encode()))
def test_any_bytes_for_the_other_files(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("f") / "b"
    reads(write_folder(folder, **{"log.jsonl": data, "texts/s1.txt": data}))
    (folder / "bundle.json").write_bytes(data)
    reads(folder)


@slow
@given(st.data())
def test_any_damage_to_a_zip(tmp_path_factory, data):
    base = tmp_path_factory.mktemp("f")
    path = zipped(write_folder(base / "b"), base / "b.zip")
    damaged = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    reads(path)


@slow
@given(st.binary(max_size=200))
def test_any_bytes_for_a_zip(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("f") / "b.zip"
    path.write_bytes(b"PK\x03\x04" + data)
    reads(path)


@slow
@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_names_in_a_zip(tmp_path_factory, inside):
    path = tmp_path_factory.mktemp("f") / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in {"bundle.json", *inside}:
            info = zipfile.ZipInfo("x")
            info.filename = name.encode("utf-8", "replace").decode()
            archive.writestr(info, json.dumps(INFO))
    reads(path)
