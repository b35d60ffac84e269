"""Writing a bundle: canonical, whole or not at all."""

import hashlib
import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import headway.bundle as bundles
from headway.bundle.writing import safe_name
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict
from headway.domain.nouns import NOUNS
from headway.domain.parties import Party
from headway.domain.shape import file_name
from headway.domain.wording import Wording
from tests.bundle.folders import LINES, said, write_folder


def content_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy(bundle, folder, **more):
    return bundles.write(
        folder, bundle.known, bundle.texts, bundle.originals, bundle.info, bundle.entries, **more
    )


def test_written_twice_gives_the_same_bytes(tmp_path):
    later = {**LINES["rounds.jsonl"][0], "hours": 6, "known_on": "2004"}
    lines = {**LINES, "rounds.jsonl": [later, *reversed(LINES["rounds.jsonl"])]}
    first = bundles.read(write_folder(tmp_path / "x", lines))
    one = copy(first, tmp_path / "one")
    second = bundles.read(one)
    assert said(second) == []
    two = copy(second, tmp_path / "two")
    assert content_of(one) == content_of(two)
    assert {(k.value, k.known_on) for k in second.known} == {
        (k.value, k.known_on) for k in first.known
    }
    assert dict(second.texts) == dict(first.texts)
    assert dict(second.originals) == dict(first.originals)
    assert second.info == first.info


def test_lines_stand_in_one_order_whatever_order_they_came_in(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "x"))
    args = (bundle.texts, bundle.originals, bundle.info)
    one = bundles.write(tmp_path / "one", bundle.known, *args)
    two = bundles.write(tmp_path / "two", bundle.known[::-1], *args)
    assert content_of(one) == content_of(two)


def test_the_order_of_languages_is_kept(tmp_path):
    party = Party(id="p", name=Wording({"zh": "甲", "en": "A"}))
    info = bundles.Info(Wording({"en": "T"}))
    read = bundles.read(bundles.write(tmp_path / "b", [party], {}, {}, info))
    assert list(read.known[0].value.name) == ["zh", "en"]
    assert read.known[0].known_on is None


def test_what_is_there_is_not_overwritten(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "x"))
    copy(bundle, tmp_path / "one")
    before = content_of(tmp_path / "one")
    with pytest.raises(Conflict, match="is there already"):
        copy(bundle, tmp_path / "one")
    copy(bundle, tmp_path / "one", replace=True)
    assert content_of(tmp_path / "one") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "x"]


def test_a_failure_leaves_nothing_behind(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "x"))
    with pytest.raises(BadInput, match="is named but was not given"):
        bundles.write(tmp_path / "one", bundle.known, {}, bundle.originals, bundle.info)
    surrogate = {next(iter(bundle.texts)): "\ud800"}
    with pytest.raises(BadInput, match="surrogate"):
        bundles.write(tmp_path / "one", bundle.known, surrogate, bundle.originals, bundle.info)
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


def test_replacing_fails_without_harm(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "x"))
    copy(bundle, tmp_path / "one")
    before = content_of(tmp_path / "one")
    with pytest.raises(BadInput):
        bundles.write(
            tmp_path / "one", bundle.known, {}, bundle.originals, bundle.info, replace=True
        )
    assert content_of(tmp_path / "one") == before


@given(st.text())
def test_any_original_name_becomes_a_file_name(name):
    safe = safe_name(name)
    assert safe and "/" not in safe and "\\" not in safe and safe not in (".", "..")
    assert len(safe.encode("utf-8", "replace")) < 255


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)
dates = st.sampled_from([None, "2001", "2001-02", "2001-02-03"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(texts, texts, dates), max_size=5))
def test_any_text_survives_the_way_there_and_back(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("bundle") / "b"
    known = [
        bundles.Known(
            Party(id=f"p{n}", name=Wording({"en": name, "zh": "甲"}), comment=comment),
            PartialDate(on) if on else None,
        )
        for n, (name, comment, on) in enumerate(rows)
    ]
    bundle = bundles.read(bundles.write(folder, known, {}, {}, bundles.Info(Wording({"en": "T"}))))
    assert said(bundle) == []
    assert [(k.value, k.known_on) for k in bundle.known] == [(k.value, k.known_on) for k in known]


def test_a_schema_a_noun_that_accepts_what_the_reader_accepts(tmp_path):
    paths = bundles.schemas(tmp_path / "schemas")
    assert [p.name for p in paths] == [
        file_name(noun).replace(".jsonl", ".schema.json") for noun in NOUNS.values()
    ]
    for name, rows in LINES.items():
        path = tmp_path / "schemas" / name.replace(".jsonl", ".schema.json")
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        for row in rows:
            jsonschema.validate(row, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**rows[0], "unknown": 1}, schema)


def test_names_are_the_hashes_of_the_contents(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "x"))
    written = content_of(copy(bundle, tmp_path / "one"))
    for name, content in written.items():
        folder, _, rest = name.partition("/")
        if folder in ("texts", "originals"):
            assert hashlib.sha256(content).hexdigest() in rest
