"""Small bundles for tests, written as text so that the reader is tested from outside."""

import json
import zipfile
from pathlib import Path

INFO = {"format": "headway-bundle/1", "title": {"en": "A trial"}, "invented": True}

LINES = {
    "parties.jsonl": [
        {"id": "a", "name": {"en": "Aland", "fr": "Alande"}, "country": "AX"},
        {"id": "b", "name": {"en": "Bland", "zh": "布兰"}},
    ],
    "dialogues.jsonl": [{"id": "d", "title": {"en": "Talks"}, "parties": ["a", "b"]}],
    "rounds.jsonl": [
        {"id": "r1", "dialogue": "d", "number": 1, "began_on": "2001-05-07", "known_on": "2001-06"},
        {"id": "r2", "dialogue": "d", "number": 2, "began_on": "2002-05", "known_on": "2002-06"},
    ],
    "statements.jsonl": [
        {
            "id": "s1",
            "title": {"en": "Opening"},
            "kind": "opening",
            "delivered_on": "2001-05-07",
            "party": "a",
            "round": "r1",
            "known_on": "2001-06",
        }
    ],
    "renderings.jsonl": [
        {
            "id": "s1-en",
            "statement": "s1",
            "language": "en",
            "kind": "original",
            "fidelity": "verbatim",
            "text": "texts/s1.txt",
            "known_on": "2001-06",
        }
    ],
    "sources.jsonl": [
        {"id": "o1", "title": "Minutes", "origin": "Aland", "original": "originals/minutes.doc"}
    ],
}
TEXT = "Merci.\r\n谢谢。 \U0001f600\n"
ORIGINAL = b"\x00\x01 not a text"


def write_folder(folder: Path, lines=None, info=None, **files: bytes) -> Path:
    """A bundle of the lines above (or others), with a text and an original."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bundle.json").write_text(json.dumps(INFO if info is None else info))
    for name, rows in (LINES if lines is None else lines).items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / name).write_text(text, encoding="utf-8")
    contents = {"texts/s1.txt": TEXT.encode(), "originals/minutes.doc": ORIGINAL, **files}
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def zipped(folder: Path, target: Path, around: str = "") -> Path:
    """The same files in a zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, around + path.relative_to(folder).as_posix())
    return target


def said(bundle) -> list[str]:
    """The complaints as sentences."""
    return [str(complaint) for complaint in bundle.complaints]
