"""Texts and Word documents as statements, turn by turn, with a report."""

import contextlib
import io
import zipfile

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, HeadwayError
from headway.domain.parties import Party
from headway.domain.statements import Rendering, Statement
from headway.intake import docx, plain_text
from headway.intake.documents import Setting
from headway.intake.sides import Sides, sides_of

MINUTES = """Minutes of the sixth round, 4-8 November 2002

MR. SMITH (Canada): Thank you. We have raised the conditions in prisons three times.

We raise them again.

Mr. Li (China): I thank my colleague for his frank remarks on the matter.
MR. SMITH: We would like an answer to the question of last year.
THE CHAIR: Order.
"""

FRENCH = (
    "Le 4 novembre 2002\nM. X (Suisse) : Nous sommes prêts à répondre à la question de l’année"
    " passée, où que ce soit."
)

slow = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def text_file(folder, text=MINUTES, name="round 6.txt"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def word_file(folder, name="minutes.docx"):
    document = python_docx.Document()
    for paragraph in MINUTES.split("\n"):
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "One", "Two"
    path = folder / name
    document.save(path)
    return path


def statements(draft):
    return draft.corpus().all(Statement)


def test_the_whole_and_each_turn(tmp_path):
    draft = plain_text.read(text_file(tmp_path))
    whole, *turns = statements(draft)
    assert (whole.id, whole.kind, whole.delivered_on) == ("round-6", "minutes", "2002-11-04")
    assert [(t.party, t.sequence, t.title["en"]) for t in turns] == [
        ("canada", 1, "MR. SMITH (Canada)"),
        ("china", 2, "Mr. Li (China)"),
        ("canada", 3, "MR. SMITH"),
        (None, 4, "THE CHAIR"),
    ]
    corpus = draft.corpus()
    (rendering,) = corpus.having(Rendering, "statement", "round-6-001")
    assert corpus.text(rendering.text) == (
        "Thank you. We have raised the conditions in prisons three times.\n\nWe raise them again."
    )
    assert rendering.fidelity == "note"
    (whole_rendering,) = corpus.having(Rendering, "statement", "round-6")
    assert corpus.text(whole_rendering.text) == MINUTES
    assert draft.originals[whole_rendering.original] == ("round 6.txt", MINUTES.encode())
    assert corpus.one(Party, "china").name["zh"] == "中国"


def test_the_report_says_what_was_concluded(tmp_path):
    lines = plain_text.read(text_file(tmp_path)).report.lines()
    assert lines[0] == (
        "Read as plain text: 1 documents, 4 turns, 1 turns without a side, 2 new parties."
    )
    assert "round 6.txt: dated 2002-11-04 after '4-8 November 2002' in its text." in lines
    assert "round 6.txt: language taken as en (told by common words)." in lines
    assert "Canada is taken as a party, canada." in lines


def test_parties_of_a_record_are_used(tmp_path):
    record = plain_text.read(text_file(tmp_path)).corpus()
    sides = sides_of(record) | {"Kanada": "canada"}
    draft = plain_text.read(text_file(tmp_path), sides=sides)
    assert not any(isinstance(k.value, Party) for k in draft.known)
    assert statements(draft)[1].party == "canada"


def test_what_a_person_says_beats_what_is_looked_for(tmp_path):
    setting = Setting(
        id="m6",
        title="Sixth round",
        language="en-CA",
        delivered_on=PartialDate("2002-12"),
        kind="paper",
        fidelity="verbatim",
        turns=False,
    )
    (only,) = statements(plain_text.read(text_file(tmp_path), setting))
    assert (only.id, only.delivered_on, only.kind) == ("m6", "2002-12", "paper")


def test_without_a_date_nothing_is_taken(tmp_path):
    draft = plain_text.read(text_file(tmp_path, "Mr. A (B): yes"))
    assert draft.known == () and draft.texts == {}
    assert "no date stands in the name or at the beginning" in str(draft.complaints[0])
    assert statements(plain_text.read(text_file(tmp_path, "yes", "2002-11-04_opening.txt")))


@pytest.mark.parametrize(
    ("text", "codec", "language"),
    [
        ("2002年11月4日\n中方团长：我们愿意就人权问题同对方进行对话。", "gb18030", "zh-Hans"),
        ("2002年11月4日\n中方團長：我們願意就人權問題同對方進行對話。", "big5", "zh-Hant"),
        (FRENCH, "cp1252", "fr"),
    ],
)
def test_languages_and_encodings(tmp_path, text, codec, language):
    draft = plain_text.read(text_file(tmp_path, text.encode(codec)))
    corpus = draft.corpus()
    assert {r.language for r in corpus.all(Rendering)} == {language}
    assert {p.id for p in corpus.all(Party)} <= {"china", "switzerland"}
    assert any("read as" in line for line in draft.notes)
    assert text in [corpus.text(r.text) for r in corpus.all(Rendering)]


def test_a_word_document_says_the_same(tmp_path):
    draft = docx.read(word_file(tmp_path))
    plain = plain_text.read(text_file(tmp_path))
    assert [s.title for s in statements(draft)[1:]] == [s.title for s in statements(plain)[1:]]
    assert "minutes.docx: 1 tables were read row by row." in draft.notes
    (whole,) = draft.corpus().having(Rendering, "statement", "minutes")
    assert draft.text(whole.text).endswith("Order.\n\nOne\tTwo")


def test_tracked_changes_are_taken_as_accepted(tmp_path):
    path = word_file(tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    xml = parts["word/document.xml"].decode()
    change = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>"
        "<w:ins w:id='1' w:author='x'><w:r><w:t>Added.</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
        "<w:r><w:tab/><w:t>Kept.</w:t><w:br/><w:t>End</w:t></w:r></w:p>"
    )
    parts["word/document.xml"] = xml.replace("<w:tbl>", change + "<w:tbl>", 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    draft = docx.read(path)
    (whole,) = draft.corpus().having(Rendering, "statement", "minutes")
    assert "\nAdded.\tKept.\nEnd\n" in draft.text(whole.text)
    assert "Gone" not in draft.text(whole.text)
    assert "minutes.docx: 2 tracked changes were taken as accepted." in draft.notes


NOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> As in the
 report.</w:t></w:r></w:p><w:p><w:r><w:t>Twice.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def with_notes(folder, notes=NOTES):
    path = word_file(folder)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    xml = parts["word/document.xml"].decode()
    first = xml.index("</w:r>", xml.index("three times"))
    last = xml.index("</w:r>", xml.index("Order.")) + len("</w:r>")
    foot = "</w:r><w:r><w:footnoteReference w:id='7'/>"
    end = "<w:r><w:endnoteReference w:id='1'/></w:r>"
    parts["word/document.xml"] = (xml[:first] + foot + xml[first:last] + end + xml[last:]).encode()
    parts["word/footnotes.xml"] = notes.encode()
    parts["word/endnotes.xml"] = NOTES.replace("footnote", "endnote").replace('"7"', '"1"').encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_notes_at_the_foot_stand_at_the_end_and_in_no_turn(tmp_path):
    draft = docx.read(with_notes(tmp_path))
    corpus = draft.corpus()
    (whole,) = corpus.having(Rendering, "statement", "minutes")
    text = corpus.text(whole.text)
    assert "three times.[1]\n" in text and "Order.[e1]" in text
    assert text.endswith("\n\n[1] As in the report. Twice.\n[e1] As in the report. Twice.")
    turns = [corpus.text(r.text) for r in corpus.all(Rendering) if r.statement != "minutes"]
    assert not any("As in the report" in words for words in turns)
    assert "minutes.docx: 2 notes stand at the end of the whole text and in no turn." in draft.notes
    with pytest.raises(BadInput, match="its footnotes cannot be read"):
        docx.read(with_notes(tmp_path, "<broken"))


def test_a_draft_is_a_sound_bundle(tmp_path):
    draft = docx.read(word_file(tmp_path))
    folder = write(tmp_path / "b", draft.known, draft.texts, draft.originals, Info(draft.title))
    assert read(folder).complaints == ()


@pytest.mark.parametrize("reader", [plain_text, docx])
def test_what_cannot_be_read_is_refused(tmp_path, reader):
    for content in (b"", b"   \n", b"PK\x03\x04\x00\x00", bytes(100)):
        with pytest.raises(BadInput):
            reader.read(text_file(tmp_path, content))
    with pytest.raises(BadInput, match="there is no file"):
        reader.read(tmp_path / "none.txt")
    with pytest.raises(BadInput, match="there is no file"):
        reader.read(tmp_path)


@slow
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
def test_any_bytes_as_text(tmp_path_factory, content):
    with contextlib.suppress(HeadwayError):
        draft = plain_text.read(text_file(tmp_path_factory.mktemp("t"), b"2002 " + content))
        draft.corpus()


@slow
@given(st.data())
def test_any_damage_to_a_word_document(tmp_path_factory, data):
    path = word_file(tmp_path_factory.mktemp("d"))
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    with contextlib.suppress(HeadwayError):
        docx.read(path).corpus()


@slow
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_any_xml_in_a_word_document(tmp_path_factory, xml):
    path = word_file(tmp_path_factory.mktemp("d"))
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {**parts, "word/document.xml": xml}.items():
            archive.writestr(name, content)
    path.write_bytes(out.getvalue())
    with contextlib.suppress(HeadwayError):
        docx.read(path)


def test_entities_are_not_unfolded(tmp_path):
    path = word_file(tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    xml = parts["word/document.xml"].decode().split("?>", 1)[1].replace("MR.", "&i; MR.", 1)
    parts["word/document.xml"] = f"{bomb}]>{xml}".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with contextlib.suppress(HeadwayError):
        assert sum(len(text) for text in docx.read(path).texts.values()) < 10_000


def test_names_of_one_state_are_one_side():
    sides = Sides({})
    assert {sides.id_of(name) for name in ("Canada", "加拿大", "CAN", "加", "canada ")} == {
        "canada"
    }
    assert sides.id_of("我") is None and sides.id_of("") is None
    assert sides.id_of("Aland") == "aland" and set(sides.new) == {"canada", "aland"}
    known = Sides({"中国": "prc", "canada": "x", "y": "aland"})
    assert known.id_of("China") == "prc" and known.new == {}
    assert known.id_of("Åland", "sv") == "åland"
    assert known.id_of("Aland") == "aland.2"
