"""Small sound examples of every format, made by code; persons and words in them are invented."""

from pathlib import Path

import docx as python_docx

from tests.bundle.folders import write_folder, zipped
from tests.intake import test_documents, test_general_debate, test_readouts, workbooks

ENGLISH = """Minutes of the sixth round, 4-8 November 2002

Mr. SMITH (Canada): Thank you. We have raised the conditions in prisons three times.

We raise them again, and we ask who may visit.

Ms. Li (China): I thank my colleague for his frank remarks on the matter of 2001.
Mr. SMITH: We would like an answer to the question of last year.
"""
FRENCH = """Compte rendu, le 4 novembre 2002

M. Dupré (Suisse) : Nous sommes prêts à répondre à la question de l’année passée.
Mme Noël (Chine) : Où que ce soit, nous en prenons note, et nous reviendrons l’été prochain.
"""
CHINESE = """第六轮对话记录，2002年11月4日

加方团长：我们再次提出监狱条件的问题，并询问谁可以探视。
中方团长：我们愿意就人权问题同对方进行对话，并将转达有关部门。
加方团长：谢谢。
"""


def _written(folder: Path, name: str, text: str, codec: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(codec))
    return path


def minutes_en(folder: Path) -> Path:
    """English minutes as UTF-8."""
    return _written(folder, "round 6.txt", ENGLISH)


def minutes_fr(folder: Path) -> Path:
    """French minutes in the encoding of old Windows."""
    return _written(folder, "tour 6.txt", FRENCH, "cp1252")


def minutes_zh(folder: Path) -> Path:
    """Chinese minutes in GB18030."""
    return _written(folder, "第六轮.txt", CHINESE, "gb18030")


def _word(path: Path, text: str) -> Path:
    document = python_docx.Document()
    first, *others = text.strip().split("\n")
    document.add_heading(first, 1)
    for paragraph in others:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"Cell {number}"
    document.save(str(path))
    return path


def word_en(folder: Path) -> Path:
    """English minutes as DOCX with a table."""
    return _word(folder / "minutes.docx", ENGLISH)


def word_zh(folder: Path) -> Path:
    """Chinese minutes as DOCX with a table."""
    return _word(folder / "记录.docx", CHINESE)


def word_notes(folder: Path) -> Path:
    """English minutes as DOCX with a footnote and an endnote."""
    return test_documents.with_notes(folder)


def manifest(folder: Path) -> Path:
    """Two readouts with a manifest."""
    other = test_readouts.ROW | {"file": "sub/r8.txt", "round": "8", "date": "2002-07"}
    (folder / "m").mkdir()
    return test_readouts.folder(folder / "m", test_readouts.ROW, other)


def manifest_of_word(folder: Path) -> Path:
    """A readout and minutes as DOCX with a manifest."""
    (folder / "m").mkdir()
    minutes = test_readouts.ROW | {"file": "minutes.docx", "fidelity": "note", "kind": "minutes"}
    made = test_readouts.folder(folder / "m", test_readouts.ROW, minutes)
    word_en(made)
    (made / "sub" / "r8.txt").unlink()
    return made


def xlsx(folder: Path) -> Path:
    """A filled workbook as XLSX."""
    return workbooks.fill(folder / "book" / "filled.xlsx")


def ods(folder: Path) -> Path:
    """A small workbook as ODS."""
    sheets = {
        "Start": [["Side", "Dialogue"], ["Bland", ""], ["Aland", "Talks"]],
        "Rounds and agenda": [
            ["First day", "Number"],
            ["2002年5月", "2"],
            ["7 May 2001", "1"],
            ["2003-01", "3"],
        ],
    }
    return workbooks.write_ods(folder / "filled.ods", sheets)


def debate_parquet(folder: Path) -> Path:
    """Five short speeches as Parquet."""
    return test_general_debate.parquet(folder / "speeches.parquet")


def debate_folder(folder: Path) -> Path:
    """The same as a folder."""
    return test_general_debate.folder(folder / "TXT")


def bundle_folder(folder: Path) -> Path:
    """A bundle of a trial dialogue."""
    return write_folder(folder / "b")


def bundle_zip(folder: Path) -> Path:
    """The same as a zip."""
    return zipped(bundle_folder(folder), folder / "b.zip")
