"""Zip files that mean harm, and folders that do: refused before anything is read."""

import struct
import zipfile

import pytest

import headway.bundle as bundles
from headway.bundle import files as bundle_files
from headway.domain.errors import BadInput
from tests.bundle.folders import said, write_folder, zipped


@pytest.fixture
def packed(tmp_path):
    return zipped(write_folder(tmp_path / "b"), tmp_path / "b.zip")


def overlapping(path, names):
    """Many names in the directory for one piece of data, as in a bomb without recursion."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(names[0], b"\x00" * 100_000)
        first = archive.infolist()[0]
        for name in names[1:]:
            copy = zipfile.ZipInfo(name)
            for part in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, part, getattr(first, part))
            archive.filelist.append(copy)
            archive.NameToInfo[name] = copy
    return path


def test_overlapping_files_are_refused(tmp_path):
    path = overlapping(tmp_path / "x.zip", ["bundle.json", "parties.jsonl", "texts/a.txt"])
    with pytest.raises(BadInput, match=r"overlap|grow more than"):
        bundles.read(path)


def test_a_bomb_is_refused_by_its_sum(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bundle.json", "{}")
        archive.writestr("texts/a.txt", b"\x00" * 30_000_000)
    with pytest.raises(BadInput, match="would grow more than 200 times"):
        bundles.read(tmp_path / "x.zip")


def test_too_many_and_too_large_are_refused(packed, monkeypatch):
    monkeypatch.setattr(bundle_files, "MAX_FILES", 3)
    with pytest.raises(BadInput, match="more than 3 files"):
        bundles.read(packed)
    with pytest.raises(BadInput, match="more than 3 files"):
        bundles.read(packed.parent / "b")
    monkeypatch.setattr(bundle_files, "MAX_FILES", 100)
    monkeypatch.setattr(bundle_files, "MAX_FILE_BYTES", 100)
    with pytest.raises(BadInput, match="the most is 100"):
        bundles.read(packed)
    monkeypatch.setattr(bundle_files, "MAX_FILE_BYTES", 1000)
    monkeypatch.setattr(bundle_files, "MAX_TOTAL_BYTES", 300)
    with pytest.raises(BadInput, match="the most is 300"):
        bundles.read(packed.parent / "b")
    monkeypatch.setattr(bundle_files, "MAX_DIRECTORY_BYTES", 10)
    with pytest.raises(BadInput, match="too many files"):
        bundles.read(packed)


@pytest.mark.parametrize(
    "name", ["../out.txt", "/out.txt", "texts/../../x", "C:/x", "a\\b", "a\x01"]
)
def test_names_that_lead_out_are_refused(packed, name):
    with zipfile.ZipFile(packed, "a") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, b"x")
    (one,) = said(bundles.read(packed))
    assert "rename it" in one


def test_links_and_twins_and_strange_packing_are_refused(packed):
    with zipfile.ZipFile(packed, "a") as archive:
        link = zipfile.ZipInfo("texts/link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("texts/a.txt", b"x", zipfile.ZIP_LZMA)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("parties.jsonl", b"")
    complaints = said(bundles.read(packed))
    assert [one.split(";")[0] for one in complaints] == [
        "texts/link.txt: this is a link",
        "texts/a.txt: this file is packed in an unusual way",
        "parties.jsonl: the zip holds two files of this name",
    ]


def test_an_encrypted_file_is_refused(packed):
    content = bytearray(packed.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    packed.write_bytes(content)
    assert "encrypted" in said(bundles.read(packed))[0]


def test_a_damaged_file_is_complained_of(packed):
    with zipfile.ZipFile(packed) as archive:
        info = archive.getinfo("texts/s1.txt")
    content = bytearray(packed.read_bytes())
    start = info.header_offset + 30 + len(info.filename)
    content[start : start + info.compress_size] = b"\xff" * info.compress_size
    packed.write_bytes(content)
    assert any(
        "texts/s1.txt" in one and "cannot be read" in one for one in said(bundles.read(packed))
    )


def test_a_directory_that_lies_about_its_size_is_refused(packed):
    content = bytearray(packed.read_bytes())
    at = content.rfind(b"PK\x05\x06")
    struct.pack_into("<L", content, at + 12, 0x7FFFFFFF)
    packed.write_bytes(content)
    with pytest.raises(BadInput):
        bundles.read(packed)
