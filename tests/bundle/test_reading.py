"""Reading a bundle: what is understood, and what every fault is called."""

import hashlib
import json
from datetime import date

import pytest

import headway.bundle as bundles
from headway.bundle.values import FILE_FIELDS
from headway.domain.errors import BadInput, NotFound
from headway.domain.ids import OriginalHash, TextHash
from headway.domain.nouns import NOUNS
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source
from headway.domain.views import Viewer
from tests.bundle.folders import INFO, LINES, ORIGINAL, TEXT, said, write_folder, zipped


def test_a_good_bundle_is_read_whole(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "b"))
    assert said(bundle) == []
    assert bundle.info.title["en"] == "A trial" and bundle.info.invented
    assert len(bundle.known) == sum(map(len, LINES.values()))
    corpus = bundle.corpus()
    rendering = corpus.one(Rendering, "s1-en")
    assert rendering.text == hashlib.sha256(TEXT.encode()).hexdigest()
    assert corpus.text(rendering.text) == TEXT
    source = corpus.one(Source, "o1")
    assert bundle.originals[source.original] == ("minutes.doc", ORIGINAL)
    with pytest.raises(NotFound):
        corpus.text("0" * 64)


@pytest.mark.parametrize("around", ["", "my bundle/"])
def test_a_zip_is_the_same(tmp_path, around):
    folder = write_folder(tmp_path / "b")
    plain = bundles.read(folder)
    packed = bundles.read(zipped(folder, tmp_path / "b.zip", around))
    assert packed.known == plain.known and packed.complaints == ()
    assert dict(packed.texts) == dict(plain.texts)
    assert dict(packed.originals) == dict(plain.originals)


def test_as_of_folds_what_was_known(tmp_path):
    later = {**LINES["rounds.jsonl"][0], "hours": 6, "known_on": "2004"}
    lines = {**LINES, "rounds.jsonl": [later, *LINES["rounds.jsonl"]]}
    bundle = bundles.read(write_folder(tmp_path / "b", lines))
    assert said(bundle) == []
    loaded = date(1999, 1, 1)
    early = bundle.corpus(as_of=date(2003, 1, 1), loaded_on=loaded)
    assert early.one(Round, "r1").hours is None
    assert bundle.corpus(as_of=date(2002, 1, 1), loaded_on=loaded).get(Round, "r2") is None
    assert bundle.corpus().one(Round, "r1").hours == 6
    assert bundle.corpus(as_of=date(2003, 1, 1)).all(Party) == ()


def test_views_are_projected(tmp_path):
    bundle = bundles.read(write_folder(tmp_path / "b"))
    assert bundle.corpus(Viewer("public")).values == {}


def test_bom_crlf_and_empty_lines_are_fine(tmp_path):
    folder = write_folder(tmp_path / "b")
    path = folder / "parties.jsonl"
    content = path.read_bytes().replace(b"\n", b"\r\n\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + content.rstrip())
    bundle = bundles.read(folder)
    assert said(bundle) == []
    assert bundle.known[1].line == 3


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "expecting property name enclosed in double quotes"),
        ("[1]", "a line holds one JSON object"),
        ('{"id": "x", "id": "y"}', "the key 'id' stands twice"),
        ('{"id": "x", "n": NaN}', "NaN is no number"),
        ('{"id": "x", "n": 1e999}', "too large"),
        ('{"id": "x", "n": 99999999999999999999}', "too large"),
        ('{"id": "x", "n": ' + "9" * 5000 + "}", "too large"),
        ('{"id": ' + "[" * 100_000, "nested too deeply"),
        ('{"id": "x", "name": {"en": "\\ud800"}}', "surrogate"),
        ('{"id": "x", "name": {"en": "a\\u0000"}}', "NUL"),
        ('{"id": "x"}', "field 'name': Party needs the field"),
        ('{"id": "x y", "name": {"en": "X"}}', "field 'id': 'x y' is no id"),
        ('{"id": "x", "name": "X"}', "field 'name': write one text per language"),
        ('{"id": "x", "name": {"en": "X"}, "label": "secret"}', "field 'label': 'secret' is not"),
        ('{"id": "x", "name": {"en": "X"}, "ladder": "y"}', "field 'ladder': field 'ladder' is"),
        ('{"id": "x", "name": {"en": "X"}, "nam": 1}', "no such field; did you mean 'name'?"),
        ('{"id": "x", "name": {"en": "X"}, "known_on": "May"}', "field 'known_on': 'May' is not"),
        ('{"id": "x", "name": {"en": "X"}, "known_on": 3}', "field 'known_on': 3 is not"),
        ('{"id": "a", "name": {"en": "X"}}', "field 'id': 'a' stands already on line 1"),
        ('{"id": "x", "name": {"en": "X"}, "label": "public"}', "no release to public names it"),
    ],
)
def test_a_bad_line_is_complained_of_where_it_stands(tmp_path, line, complaint):
    folder = write_folder(tmp_path / "b")
    with (folder / "parties.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    bundle = bundles.read(folder)
    (one,) = said(bundle)
    assert one.startswith("parties.jsonl, line 3") and complaint in one
    assert one.count("\n") == 0 and len(one) < 600


def test_every_fault_of_a_line_is_named(tmp_path):
    bad = {"id": "x", "dialogue": 3, "number": "1", "began_on": "May", "hours": "six", "ours": 1}
    bundle = bundles.read(write_folder(tmp_path / "b", {**LINES, "rounds.jsonl": [bad]}))
    fields = {c.field for c in bundle.complaints if c.file == "rounds.jsonl"}
    assert fields == {"dialogue", "number", "began_on", "hours", "ours"}


def test_bytes_that_are_no_utf8_are_found(tmp_path):
    folder = write_folder(tmp_path / "b")
    path = folder / "parties.jsonl"
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + b'{"id": "\xe9"}\n')
    (folder / "texts/s1.txt").write_bytes(b"caf\xe9")
    assert (
        f"parties.jsonl, line 3: byte {size + 9} of the file is not UTF-8"
        in said(bundles.read(folder))[1]
    )
    assert said(bundles.read(folder))[0].startswith("texts/s1.txt: byte 4 is not UTF-8")


def test_a_huge_line_is_passed_over(tmp_path):
    folder = write_folder(tmp_path / "b")
    with (folder / "parties.jsonl").open("ab") as file:
        file.write(b'{"id": "' + b"x" * 9_000_000 + b'"}\n{"id":"c","name":{"en":"C"}}')
    bundle = bundles.read(folder)
    assert said(bundle) == ["parties.jsonl, line 3: the line has more than 4,194,304 bytes."]
    assert bundle.known[2].value.id == "c" and bundle.known[2].line == 4


def test_references_lead_somewhere(tmp_path):
    lines = {
        **LINES,
        "dialogues.jsonl": [{"id": "d", "title": {"en": "T"}, "parties": ["a", "d"]}],
        "rounds.jsonl": [{"id": "r1", "dialogue": "dd", "number": 1, "began_on": "2001"}],
        "judgements.jsonl": [
            {"id": f"j{n}", "about": about, "summary": "x", "signed_by": "y", "signed_on": "2001"}
            for n, about in enumerate(["Round/r1", "Round/r9", "Sitting/r1", "r1", "Round/*"])
        ],
    }
    assert said(bundles.read(write_folder(tmp_path / "b", lines))) == [
        "dialogues.jsonl, line 1, field 'parties': there is no Party 'd' in this bundle;"
        " there is a value of that id: Dialogue/d.",
        "rounds.jsonl, line 1, field 'dialogue': there is no Dialogue 'dd' in this bundle.",
        "judgements.jsonl, line 2, field 'about': there is no Round 'r9' in this bundle.",
        "judgements.jsonl, line 3, field 'about': 'Sitting/r1' names no value;"
        " write Noun/id, as Round/r1; there is a value of that id: Round/r1.",
        "judgements.jsonl, line 4, field 'about': 'r1' names no value; write Noun/id, as Round/r1.",
        "judgements.jsonl, line 5, field 'about': there is no Round '*' in this bundle.",
    ]


def test_a_faulty_line_does_not_make_references_to_it_faulty(tmp_path):
    lines = {**LINES, "dialogues.jsonl": [{"id": "d", "parties": ["a", "b"]}]}
    assert len(said(bundles.read(write_folder(tmp_path / "b", lines)))) == 1


def test_a_release_lets_labels_out(tmp_path):
    release = {
        "id": "out",
        "label": "public",
        "view": "public",
        "title": {"en": "First"},
        "author": "desk",
        "version": "1",
        "released_on": "2003",
        "decided_by": "p1",
        "items": ["Party/*", "Dialogue/d", "Round/r1"],
    }
    lines = {
        **LINES,
        "parties.jsonl": [{**row, "label": "public"} for row in LINES["parties.jsonl"]],
        "dialogues.jsonl": [{**LINES["dialogues.jsonl"][0], "label": "public"}],
        "releases.jsonl": [release],
    }
    bundle = bundles.read(write_folder(tmp_path / "b", lines))
    assert said(bundle) == []
    assert set(bundle.corpus(Viewer("public")).values) == {"Party", "Dialogue", "Release"}


def test_files_that_do_not_belong_are_named(tmp_path):
    folder = write_folder(
        tmp_path / "b",
        **{"round.jsonl": b"", "README.md": b"", ".DS_Store": b"", "texts/more.txt": b"x"},
    )
    (folder / "texts" / "link.txt").symlink_to(folder / "bundle.json")
    assert said(bundles.read(folder)) == [
        "texts/link.txt: this is a link or a device; put the file itself here.",
        "round.jsonl: no such file belongs to a bundle; did you mean 'rounds.jsonl'?",
        "texts/more.txt: no value of this bundle names this file.",
    ]


def test_a_text_that_is_missing_is_named(tmp_path):
    folder = write_folder(tmp_path / "b")
    (folder / "texts/s1.txt").rename(folder / "texts/s2.txt")
    first, _ = said(bundles.read(folder))
    assert first == (
        "renderings.jsonl, line 1, field 'text': there is no file 'texts/s1.txt' in this bundle;"
        " did you mean 'texts/s2.txt'?"
    )


def test_texts_named_by_hash_are_checked_or_taken_at_their_word(tmp_path):
    text_hash = hashlib.sha256(b"good").hexdigest()
    lines = {**LINES, "renderings.jsonl": [{**LINES["renderings.jsonl"][0], "text": text_hash}]}
    folder = write_folder(tmp_path / "b", lines, **{f"texts/{text_hash}.txt": b"bad"})
    (folder / "texts/s1.txt").unlink()
    assert "not the one its name promises" in said(bundles.read(folder))[0]
    trusting = bundles.read(folder, texts=False)
    assert said(trusting) == []
    with pytest.raises(BadInput, match="is not the text it was"):
        trusting.texts[text_hash]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{}", "does not say"),
        (b"[]", "one JSON object"),
        (b"\xff", "not UTF-8"),
        (json.dumps({**INFO, "format": "headway-bundle/9"}).encode(), "does not say"),
    ],
)
def test_no_bundle_at_all_is_refused(tmp_path, content, message):
    folder = write_folder(tmp_path / "b")
    (folder / "bundle.json").write_bytes(content)
    with pytest.raises(BadInput, match=message):
        bundles.read(folder)


def test_nothing_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="no folder or zip"):
        bundles.read(tmp_path / "none")
    with pytest.raises(BadInput, match=r"holds no bundle\.json"):
        bundles.read(tmp_path)
    (tmp_path / "x.zip").write_bytes(b"PK but not really")
    with pytest.raises(BadInput, match="no zip file that can be read"):
        bundles.read(tmp_path / "x.zip")


def test_bundle_json_is_read_strictly(tmp_path):
    info = {**INFO, "title": {}, "invented": "yes", "log": 3, "titel": 1}
    fields = {c.field for c in bundles.read(write_folder(tmp_path / "b", info=info)).complaints}
    assert fields == {"title", "invented", "log", "titel"}


def test_the_fields_that_name_files_are_those_of_the_vocabulary():
    hashes = {TextHash.__metadata__: "texts", OriginalHash.__metadata__: "originals"}
    found = {}
    for noun in NOUNS.values():
        for name, hint in noun.__annotations__.items():
            for part in (hint, *getattr(hint, "__args__", ())):
                if getattr(part, "__metadata__", None) in hashes:
                    found[name] = hashes[part.__metadata__]
    assert found == FILE_FIELDS
