"""Files that mean harm: each must be refused in under two seconds and within bounded memory.

    python -m tests.intake.bombs [name ...]

Every bomb is read in a process of its own that may take so much memory and processor time and no
more, so that a reader that hangs or swallows the machine fails here and harms nobody.
"""

import json
import os
import resource
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from headway.domain.errors import BadInput
from headway.intake import read_any
from tests.intake import papers, seeds
from tests.intake.damage import READERS

MEMORY = 512 * 1024**2
"""Bytes that reading may take beyond what the process has when it begins."""

MOST_SECONDS = 2
_HANG_SECONDS = 10

Bomb = Callable[[Path], Path]


def _zip(path: Path, parts: Iterable[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return path


def _changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = change(parts[name])
    return _zip(path, parts.items())


def _laughing(xml: bytes) -> bytes:
    """Entities that unfold ten-fold nine times over, named once in the text."""
    entities = '<!ENTITY a "lollollollol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    body = xml.split(b"?>", 1)[-1]
    end = body.index(b">", body.index(b"<w:t") if b"<w:t" in body else body.index(b"<text:p")) + 1
    return f"<!DOCTYPE x [{entities}]>".encode() + body[:end] + b"&j;" + body[end:]


def _outside(xml: bytes) -> bytes:
    """An entity that names a file of this machine; its words must never come in."""
    told = b'<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    body = xml.split(b"?>", 1)[-1]
    end = body.index(b">", body.index(b"<w:t>")) + 1
    return told + body[:end] + b"&out;" + body[end:]


def _deep(xml: bytes) -> bytes:
    end = xml.index(b"<w:body>") + len(b"<w:body>")
    number = 300_000
    return xml[:end] + b"<w:p>" * number + b"</w:p>" * number + xml[end:]


def zip_ratio(folder: Path) -> Path:
    """A bundle that grows a thousand times."""
    nothing = bytes(60 * 1024**2)
    return _zip(folder / "b.zip", [("bundle.json", b"{}"), ("texts/a.txt", nothing)])


def zip_overlap(folder: Path) -> Path:
    """Many names for one piece of data."""
    path = folder / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bundle.json", bytes(20_000_000))
        first = archive.infolist()[0]
        for number in range(2_000):
            copy = zipfile.ZipInfo(f"texts/{number}.txt")
            for part in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, part, getattr(first, part))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return path


def zip_of_many(folder: Path) -> Path:
    """A quarter of a million empty files."""
    path = folder / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(250_000):
            archive.writestr(f"{number}", b"")
    return path


def word_ratio(folder: Path) -> Path:
    """A Word document whose text is blanks, a thousand times as many as its bytes."""
    return _changed(
        seeds.word_en(folder),
        "word/document.xml",
        lambda xml: xml.replace(b"</w:t>", b" " * (60 * 1024**2) + b"</w:t>", 1),
    )


def word_laughs(folder: Path) -> Path:
    """A billion laughs in a Word document."""
    return _changed(seeds.word_en(folder), "word/document.xml", _laughing)


def word_outside(folder: Path) -> Path:
    """A Word document that asks for a file of this machine."""
    return _changed(seeds.word_en(folder), "word/document.xml", _outside)


def word_deep(folder: Path) -> Path:
    """A Word document nested 300,000 deep."""
    return _changed(seeds.word_en(folder), "word/document.xml", _deep)


def ods_laughs(folder: Path) -> Path:
    """A billion laughs in a workbook."""
    return _changed(seeds.ods(folder), "content.xml", _laughing)


def ods_repeats(folder: Path) -> Path:
    """A workbook of one cell, repeated a billion times a billion."""
    many = b'table:number-columns-repeated="999999999" '
    rows = b'table:number-rows-repeated="999999999"'

    def repeat(xml: bytes) -> bytes:
        xml = xml.replace(b"<table:table-row>", b"<table:table-row " + rows + b">")
        return xml.replace(b"<table:table-cell ", b"<table:table-cell " + many)

    return _changed(seeds.ods(folder), "content.xml", repeat)


def xlsx_far(folder: Path) -> Path:
    """A workbook with one cell in the last corner."""
    return _changed(
        seeds.xlsx(folder),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="B1"', b'r="XFD1048576"', 1).replace(
            b"<sheetData>", b'<sheetData><row r="1048576"><c r="XFD1048576"/></row>', 1
        ),
    )


def csv_cell(folder: Path) -> Path:
    """A manifest with one quoted cell that never ends."""
    path = seeds.manifest(folder)
    (path / "manifest.csv").write_bytes(b'file,title\nr7.txt,"' + b"a" * 15_000_000)
    return path


def json_deep(folder: Path) -> Path:
    """A bundle with a line nested 100,000 deep."""
    path = seeds.bundle_folder(folder)
    (path / "parties.jsonl").write_bytes(b'{"id":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n")
    return path


def json_number(folder: Path) -> Path:
    """A bundle with a number of five million digits."""
    path = seeds.bundle_folder(folder)
    (path / "rounds.jsonl").write_bytes(b'{"id": "r1", "number": ' + b"9" * 5_000_000 + b"}\n")
    return path


def _page(folder: Path, body: bytes) -> Path:
    path = folder / "2002-11-04.html"
    path.write_bytes(b"<!doctype html><html><body><p>words</p>" + body)
    return path


def page_deep(folder: Path) -> Path:
    """A page nested half a million deep."""
    return _page(folder, b"<div>" * 500_000)


def page_spans(folder: Path) -> Path:
    """A table whose cells each span 99,999 rows."""
    row = b"<tr>" + b"<td rowspan=99999>x" * 500
    return _page(folder, b"<table>" + row + b"<tr><td>y" * 20_000 + b"</table>")


def page_of_tables(folder: Path) -> Path:
    """Sixty tables inside each other around a long text."""
    return _page(folder, b"<table><tr><td>" * 60 + b"word " * 1_000_000)


def page_of_notes(folder: Path) -> Path:
    """Fifty thousand references to one another's notes."""
    link = b"<p id=n%d><sup><a href='#n%d'>1</a></sup></p>"
    return _page(folder, b"".join(link % (n, (n * 7) % 50_000) for n in range(50_000)))


def page_hidden(folder: Path) -> Path:
    """Hidden parts and menus inside each other, two hundred deep, around a long text."""
    return _page(folder, b"<div class=nav hidden><div class=menu>" * 110 + b"word " * 1_000_000)


def pdf_blanks(folder: Path) -> Path:
    """A page of two gigabytes of blanks, packed once."""
    packer = zlib.compressobj(9)
    packer.flush(zlib.Z_FULL_FLUSH)
    stretch = packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return _refilled(folder / "2002.pdf", b"\x78\xda" + stretch * 200, 1)


def pdf_packed_twice(folder: Path) -> Path:
    """The same packed twice: four kilobytes."""
    packed = pdf_blanks(folder).read_bytes().split(b"stream\n", 1)[1].split(b"\nendstream")[0]
    return _refilled(folder / "2002.pdf", zlib.compress(packed, 9), 2)


def _refilled(path: Path, packed: bytes, times: int) -> Path:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        papers.stream(packed, b"/Filter[%b]" % (b"/FlateDecode" * times)),
    ]
    return papers.raw_pdf(path, objects)


def pdf_letters(folder: Path) -> Path:
    """A page of sixty million letters."""
    drawn = b"BT /F 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj 0 1 Td " * 2_000_000 + b"ET"
    return papers.one_page(folder / "2002.pdf", drawn)


def pdf_laughs(folder: Path) -> Path:
    """A drawing made of ten drawings made of ten drawings, ten deep."""
    box = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>"
    drawings = [papers.stream(b"/X Do " * 10, box % (6 + n)) for n in range(9)]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    last = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 15 0 R>>>>"
    return papers.raw_pdf(
        folder / "2002.pdf",
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page + b"/Resources<</XObject<</X 5 0 R>>>>>>",
            papers.stream(b"/X Do "),
            *drawings,
            papers.stream(b"BT /F 9 Tf (ha) Tj ET", last),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ],
    )


def pdf_of_pages(folder: Path) -> Path:
    """Half a million pages."""
    return papers.raw_pdf(
        folder / "2002.pdf",
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[" + b"3 0 R " * 500_000 + b"]/Count 500000>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
        ],
    )


def pdf_tree_of_itself(folder: Path) -> Path:
    """Pages that hold themselves, a billion of them."""
    tree = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"
    return papers.raw_pdf(folder / "2002.pdf", [b"<</Type/Catalog/Pages 2 0 R>>", tree])


def pdf_table_of_itself(folder: Path) -> Path:
    """A table of objects that names itself as the one before it."""
    path = folder / "2002.pdf"
    begin = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 2/Prev %d>>\n"
    end = b"startxref\n%d\n%%%%EOF\n" % len(begin)
    path.write_bytes(begin + table % len(begin) + end)
    return path


def pdf_deep(folder: Path) -> Path:
    """A list nested three million deep."""
    path = folder / "2002.pdf"
    path.write_bytes(
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 3_000_000 + b"\nendobj\ntrailer<</Root 1 0 R>>"
    )
    return path


def pdf_scattered(folder: Path) -> Path:
    """Nine thousand numbers large and small all over a page ruled two thousand times."""
    drawn = [b"BT"]
    for number in range(9_000):
        size, x, y = 4 + number % 3 * 4, number * 37 % 590, number * 91 % 790
        drawn.append(b"/F %d Tf 1 0 0 1 %d %d Tm (%d) Tj" % (size, x, y, number % 100))
    drawn.append(b"ET")
    for number in range(1_000):
        at = (number * 0.59, number * 0.59, number * 0.79, number * 0.79)
        drawn.append(b"%.2f 0 m %.2f 790 l S 0 %.2f m 590 %.2f l S" % at)
    return papers.one_page(folder / "2002.pdf", b"\n".join(drawn))


def _debate(folder: Path, begin: bytes, inside: bytes) -> Path:
    path = folder / "debate.xml"
    path.write_bytes(begin + b"<akomaNtoso><debate>" + inside + b"</debate></akomaNtoso>")
    return path


def xml_laughs(folder: Path) -> Path:
    """A debate with entities that unfold ten-fold nine times over."""
    entities = b"".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'.encode()
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    return _debate(folder, b'<!DOCTYPE x [<!ENTITY a "lol">' + entities + b"]>", b"&j;")


def xml_outside(folder: Path) -> Path:
    """A debate with an entity that names a file of this machine."""
    return _debate(folder, b'<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>', b"&a;")


def xml_deep(folder: Path) -> Path:
    """A debate nested half a million deep."""
    return _debate(folder, b"", b"<p>" * 500_000)


def xml_of_elements(folder: Path) -> Path:
    """A debate of five million empty elements."""
    return _debate(folder, b"", b"<p/>" * 5_000_000)


def xml_of_comments(folder: Path) -> Path:
    """A file that begins with comments that never end."""
    return _debate(folder, b"<!--" * 1_000_000, b"")


def popolo_deep(folder: Path) -> Path:
    """People nested 100,000 deep."""
    path = folder / "people.json"
    path.write_bytes(b'{"persons": [' + b"[" * 100_000)
    return path


BOMBS: dict[str, Bomb] = {
    one.__name__: one
    for one in (
        zip_ratio, zip_overlap, zip_of_many, word_ratio, word_laughs, word_outside, word_deep,
        ods_laughs, ods_repeats, xlsx_far, csv_cell, json_deep, json_number,
        pdf_blanks, pdf_packed_twice, pdf_letters, pdf_laughs, pdf_of_pages, pdf_tree_of_itself,
        pdf_table_of_itself, pdf_deep, pdf_scattered,
        page_deep, page_spans, page_of_tables, page_of_notes, page_hidden,
        pdf_blanks, pdf_packed_twice, pdf_letters, pdf_laughs, pdf_of_pages, pdf_tree_of_itself,
        pdf_table_of_itself, pdf_deep, pdf_scattered,
        page_deep, page_spans, page_of_tables, page_of_notes, page_hidden,
        xml_laughs, xml_outside, xml_deep, xml_of_elements, xml_of_comments, popolo_deep,
    )
}  # fmt: skip
"""Every bomb by its name; one function more is one bomb more."""


def explode(path: Path) -> dict[str, object]:
    """Read a path in a child of this process, within bounds; how that ended."""
    got, give = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(got)
        told = _read_bounded(path)
        os.write(give, json.dumps(told).encode())
        os._exit(0)
    os.close(give)
    with os.fdopen(got, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(told) if told else {"end": f"killed, status {status}"}


def _read_bounded(path: Path) -> dict[str, object]:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    spent = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (spent + _HANG_SECONDS, spent + _HANG_SECONDS + 1))
    began = _spent()
    try:
        found = read_any(path)
        texts = sum(len(text) for text in getattr(found, "texts", {}).values())
        said = [str(one)[:200] for one in found.complaints[:1]]
        end, told = ("complaints" if said else "read"), " ".join([*said, f"{texts} characters"])
        if any("root:" in text for text in getattr(found, "texts", {}).values()):
            end = "leak"
    except BadInput as error:
        end, told = "refused", str(error)
    except BaseException as error:
        end, told = f"fault: {type(error).__name__}", str(error)[:200]
    return {"end": end, "told": told, "seconds": round(_spent() - began, 3)}


def _spent() -> float:
    """Processor seconds of this process and of the children it waited for."""
    mine, below = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    return mine.ru_utime + mine.ru_stime + below.ru_utime + below.ru_stime


def main(names: list[str]) -> None:
    """One line of JSON a bomb: its name, its end, what was said, processor seconds."""
    for reader in READERS:  # so that no import is counted as reading
        folder = Path(tempfile.mkdtemp(prefix="bomb-"))
        reader.read(reader.seeds[0](folder))
    for name in names or BOMBS:
        with tempfile.TemporaryDirectory(prefix="bomb-") as folder:
            told = explode(BOMBS[name](Path(folder)))
        print(json.dumps({"bomb": name, **told}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
