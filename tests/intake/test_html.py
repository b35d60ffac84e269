"""Web pages: their words in reading order, who speaks, and what was set aside."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.errors import BadInput, HeadwayError
from headway.domain.statements import Rendering, Statement
from headway.intake import Setting, choose, html, read_any
from headway.intake.html.page import parse
from tests.intake.pages import LINES, NOTES, PAGE, page_en, page_zh


def lines_of(tmp_path, body, head='<meta charset="utf-8">'):
    path = tmp_path / "2002-11-04.html"
    path.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return html.read_document(path).text.split("\n")


def turns_of(draft):
    corpus = draft.corpus()
    return [
        (one.party, corpus.text(corpus.having(Rendering, "statement", one.id)[0].text))
        for one in corpus.all(Statement)
        if one.kind == "intervention"
    ]


def test_a_page_in_reading_order(tmp_path):
    document = html.read_document(page_en(tmp_path))
    assert document.text == LINES
    assert document.notes == NOTES
    assert document.whole == f"{LINES}\n\n{NOTES}"


def test_turns_and_their_sides(tmp_path):
    draft = read_any(page_en(tmp_path))
    assert draft.complaints == () and choose(page_en(tmp_path)).kind == "html"
    assert turns_of(draft) == [
        ("canada", "Thank you.[1] We raise the conditions in prisons.\nWe raise them again."),
        ("china", "I thank my colleague.\n3. First\n4. Second"),
        ("canada", "Again.\nAnd again."),
        ("china", "We take note."),
        ("norway", "One.\nTwo."),
        ("kenya", "Three.\nVisits\nYear\tAsked\n2001\t5\n2001\t6"),
    ]
    whole = draft.corpus().one(Statement, "round-6")
    assert (whole.kind, whole.title["en"]) == ("minutes", "Sixth round, 4 November 2002")


def test_what_was_set_aside_is_said(tmp_path):
    told = "\n".join(read_any(page_en(tmp_path)).report.lines())
    for part in (
        "hidden parts (4 words)",
        "what stands outside its main part (4 words)",
        "navigation (3 words)",
        "deleted words (1 words)",
        "2 tables were read row by row",
        "2 rows of tables were read as speaker and words",
        "3 speakers were told by bold words, headings or terms",
        "1 notes stand at the end",
    ):
        assert part in told


def test_chinese_in_an_old_encoding(tmp_path):
    draft = read_any(page_zh(tmp_path))
    assert turns_of(draft) == [
        ("canada", "我们再次提出监狱条件的问题，并询问谁可以探视。"),
        ("china", "我们愿意就人权问题同对方进行对话。\n（完）"),
    ]
    assert any("read as gb18030" in line for line in draft.notes)


@pytest.mark.parametrize(
    ("codec", "mark", "stated"),
    [
        ("utf-8", b"\xef\xbb\xbf", "latin-1"),
        ("utf-16-le", b"\xff\xfe", "utf-8"),
        ("cp1252", b"", "iso-8859-1"),
        ("cp1252", b"", "utf-8"),
        ("utf-8", b"", "utf-16"),
        ("utf-8", b"", "rot13"),
        ("utf-8", b"", "unicode_escape"),
        ("big5", b"", "big5"),
    ],
)
def test_encodings(tmp_path, codec, mark, stated):
    words = "我們願意就人權問題進行對話" if codec == "big5" else "Où que ce soit, l’été déjà passé"
    text = f"<html><meta charset='{stated}'><body><p>{words}</p></body></html>"
    path = tmp_path / "x.html"
    path.write_bytes(mark + text.encode(codec))
    assert html.read_document(path).text == words


def test_tables_and_columns(tmp_path):
    assert lines_of(tmp_path, "<table><tr><td>a<td>b<tr><td>c<td><p>d<p>e</table>") == [
        "a\tb",
        "c\td e",
    ]
    wide = "<table><tr><td><p>{}</p><p>two</p></td><td><p>three</p></td></tr></table>"
    assert lines_of(tmp_path, wide.format("one " * 100))[1:] == ["two", "three"]
    speakers = "<table><tr><td>Mr. A (Norway)<td>x<tr><td>Ms. B (Kenya):<td>y</table>"
    assert lines_of(tmp_path, speakers) == ["Mr. A (Norway): x", "Ms. B (Kenya): y"]
    figures = "<table><tr><th>Country<th>2001<th>2002<tr><td>Norway<td>3<td>4</table>"
    assert lines_of(tmp_path, figures) == ["Country\t2001\t2002", "Norway\t3\t4"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>a<span> b</span>\n c</p>d", ["a b c", "d"]),
        ("<pre>a\n  b</pre>", ["a", "  b"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["1. a", "7. b", "8. c"]),
        ("<ol><li><b>Mr. A (Norway):</b> x</ol>", ["Mr. A (Norway): x"]),
        ("<p>监狱\n条件</p><p>a\nb</p>", ["监狱条件", "a b"]),
        ("<p><b>Prisons</b> were raised.</p>", ["Prisons were raised."]),
        ("<p><b>AGENDA ITEM FOUR</b></p><p>x</p>", ["AGENDA ITEM FOUR", "x"]),
        ("<dl><dt>Prisons<dd>x<dt>Ms. B (Kenya)</dl>", ["Prisons", "x", "Ms. B (Kenya)"]),
        ("<p>He said <q>no</q>.</p>", ["He said “no”."]),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", ["漢字"]),
        ("<div class=navigation>all <p>there is</div>", ["all", "there is"]),
        ("<p>H<sub>2</sub>O<sup>2</sup></p>", ["H2O2"]),
    ],
)
def test_small_pages(tmp_path, body, lines):
    assert lines_of(tmp_path, body) == lines


def test_what_the_head_says_is_used_where_no_word_says_otherwise(tmp_path):
    path = tmp_path / "x.html"
    path.write_text(PAGE.replace("4 November 2002", "in autumn"), encoding="utf-8")
    assert html.read(path).corpus().one(Statement, "x").delivered_on == "2002-12-01"
    assert html.read(page_en(tmp_path)).corpus().one(Statement, "round-6").delivered_on == (
        "2002-11-04"
    )
    stated = html.read(path, Setting(title="Mine", id="m")).corpus().one(Statement, "m")
    assert stated.title["en"] == "Mine"


def test_a_draft_is_a_sound_bundle(tmp_path):
    draft = html.read(page_en(tmp_path))
    assert read(write(tmp_path / "b", draft.known, draft.texts, draft.originals, Info(draft.title)))
    again = html.read(page_en(tmp_path))
    assert [one.value.id for one in again.known] == [one.value.id for one in draft.known]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "holds no words"),
        ("<script>only()</script>", "holds no words"),
        ("<div>" * 5_000 + "x", "nested too deeply"),
    ],
)
def test_what_is_no_page_is_refused(tmp_path, body, message):
    with pytest.raises(BadInput, match=message):
        lines_of(tmp_path, body)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.sampled_from(
            [
                *("<p>", "</p>", "<table>", "<tr>", "<td rowspan=3>", "<li>"),
                *("<ol start=-1>", "<b>", "Mr. A (Norway):", "words", "<dd>"),
                *("<a href='#x' id=x><sup>1</sup></a>", "<dl><dt>", "<br>", "</table>"),
                *("<caption>", "<th>", "<pre>\n", "&#0;", "&#xD800;", "\x00"),
            ]
        ),
        max_size=40,
    )
)
def test_any_tags_keep_every_word(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("h") / "2002-11-04.html"
    path.write_text("<body>words" + "".join(parts), encoding="utf-8")
    with contextlib.suppress(HeadwayError):
        document = html.read_document(path)
        seen = "".join(parse(path.read_bytes(), "x").root.itertext())
        assert document.whole.count("words") >= seen.count("words")
        html.read(path).corpus()


MINUTES_OF_A_DAY = """<html><body><main><p>Minutes of 12 November 2024</p><h2>Delegations</h2>
<h3>Canada</h3><ul><li>A head of division</li></ul><h2>1. Detention</h2><{tag}>Canada</{tag}>
<ul><li>Asked about detention.</li><li>Asked again.</li></ul><{tag}>China</{tag}><p>Had none.</p>
<h2>2. Next round</h2><p>The sides will meet again in 2026.</p></main></body></html>"""


@pytest.mark.parametrize("tag", ["h3", "h4", "p><b"])
def test_words_below_a_heading_are_given_to_nobody_else(tmp_path, tag):
    page = MINUTES_OF_A_DAY.replace("</{tag}>", "</b></p>" if "b" in tag else f"</{tag}>")
    path = tmp_path / "x.html"
    path.write_text(page.replace("{tag}", tag), encoding="utf-8")
    draft = html.read(path, sides={"Canada": "canada", "China": "china"})
    assert turns_of(draft) == [
        ("canada", "Asked about detention.\nAsked again."),
        ("china", "Had none."),
    ]


def test_headings_inside_the_only_speech_of_a_page_are_its_own(tmp_path):
    path = tmp_path / "x.html"
    path.write_text(
        "<html><body><p>4 May 2001</p><p>Mr. Smith (Canada): Thank you.</p><h2>Prisons</h2>"
        "<p>We ask.</p></body></html>",
        encoding="utf-8",
    )
    assert turns_of(html.read(path)) == [("canada", "Thank you.\nPrisons\nWe ask.")]
