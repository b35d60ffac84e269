"""Names of persons stay in their own encrypted file, and go out of texts that are taken in."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.errors import BadInput, Conflict, NotFound
from headway.record.names import NamesFile, cut_names

NAME = "Nyima Drölkar"
WRONG = "the passphrase is wrong or the file was changed"


@pytest.fixture
def path(tmp_path):
    """Where a names file may be."""
    return tmp_path / "our.headway.names"


def test_names_are_kept_and_unreadable(path):
    names = NamesFile(path, "correct horse")
    names.add("case-1", NAME)
    names.add("case-2", "李明")
    again = NamesFile(path, "correct horse")
    assert again.ids() == ("case-1", "case-2")
    assert again.read("case-1") == NAME
    whole = path.read_bytes()
    for form in ("NFC", "NFD"):
        for encoding in ("utf-8", "utf-16-le"):
            assert unicodedata.normalize(form, NAME).encode(encoding) not in whole
    assert b"case-1" not in whole
    assert path.stat().st_mode & 0o077 == 0


def test_a_wrong_passphrase_is_one_sentence(path):
    NamesFile(path, "right").add("case-1", NAME)
    with pytest.raises(BadInput, match=WRONG):
        NamesFile(path, "wrong").ids()
    with pytest.raises(BadInput, match=WRONG):
        NamesFile(path, "wrong").add("case-2", "Another")
    with pytest.raises(BadInput, match="passphrase"):
        NamesFile(path, "")
    assert NamesFile(path, "right").ids() == ("case-1",)


def test_a_key_of_bytes(path):
    key = bytes(range(32))
    NamesFile(path, key).add("case-1", NAME)
    assert NamesFile(path, key).read("case-1") == NAME
    with pytest.raises(BadInput, match="opens with a key"):
        NamesFile(path, "passphrase").ids()
    with pytest.raises(BadInput, match="32 bytes"):
        NamesFile(path, b"short")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_changed_file_does_not_open(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("names") / "names"
    NamesFile(path, bytes(32)).add("case-1", NAME)
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(whole)
    with pytest.raises(BadInput):
        NamesFile(path, bytes(32)).ids()


def test_delete_conflict_and_what_is_not_there(path):
    names = NamesFile(path, "secret")
    assert names.ids() == ()
    names.add("case-1", NAME)
    names.add("case-1", NAME)
    with pytest.raises(Conflict, match="another name"):
        names.add("case-1", "Another")
    with pytest.raises(BadInput, match="is no id"):
        names.add("case 1", "Another")
    names.delete("case-1")
    with pytest.raises(NotFound, match="case-1"):
        names.read("case-1")


def test_rekey(path):
    names = NamesFile(path, "old")
    names.add("case-1", NAME)
    names.rekey("new")
    assert names.read("case-1") == NAME
    assert NamesFile(path, "new").read("case-1") == NAME
    with pytest.raises(BadInput, match=WRONG):
        NamesFile(path, "old").ids()


def test_a_write_that_breaks_off_leaves_the_old_file(path, monkeypatch):
    names = NamesFile(path, "secret")
    names.add("case-1", NAME)
    before = path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("headway.record.names.os.fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        names.add("case-2", "Another")
    assert path.read_bytes() == before
    assert [p.name for p in Path(path.parent).iterdir()] == [path.name]


# -- cutting ----------------------------------------------------------------------------------

PEOPLE = {"case-1": NAME, "case-2": "李明", "case-3": "Li", "case-4": "José Ñandú Pérez"}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("We asked about Nyima Drölkar again.", "We asked about case-1 again."),
        ("NYIMA DRÖLKAR's family", "case-1's family"),
        ("Nyima\n   Drölkar, and nyima drolkar", "case-1, and case-1"),
        ("Ny\u00adima Dröl\u200bkar", "case-1"),
        ("我们问了李明的情况", "我们问了case-2的情况"),
        ("Liberty, Mali and Li.", "Liberty, Mali and case-3."),
        ("jose nandu perez", "case-4"),
        ("ＬＩ", "case-3"),
        ("", ""),
        ("nobody", "nobody"),
    ],
)
def test_names_are_cut(text, cut):
    assert cut_names(text, PEOPLE) == cut
    assert cut_names(unicodedata.normalize("NFD", text), PEOPLE) == unicodedata.normalize(
        "NFD", cut
    )


def test_the_longest_name_goes_first():
    assert cut_names("Ann Lee Smith; Ann Lee", {"a": "Ann Lee", "b": "Ann Lee Smith"}) == "b; a"


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(PEOPLE)), st.text(max_size=60))
def test_around_a_name_nothing_changes(before, person, after):
    text = f"{before} “{PEOPLE[person]}” {after}"
    names = {person: PEOPLE[person]}
    around = cut_names(before, names), cut_names(after, names)
    assert cut_names(text, names) == f"{around[0]} “{person}” {around[1]}"


def test_a_text_without_names_is_untouched():
    text = "The side raised e\u0301 and 法律 —\t twice."
    assert cut_names(text, PEOPLE) == text
