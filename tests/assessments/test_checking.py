"""Each thing that can be wrong with a manuscript is told with its line and how to mend it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.assessments.checking import check, check_form
from headway.assessments.manuscripts import read
from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate
from headway.domain.statements import Rendering, Statement
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from tests.assessments import small

HUSH = """
Remark m3 group=officials party=a dialogue=d terms=by_group label=assessor
    summary="Goes because somebody must and expects nothing of it"
    words="a week of tea and of flags" quotable=true
"""
UNSIGNED = """
Remark m4 terms=not_attributable dialogue=d label=public
    summary="An hour that each of us could have read at home"
    words="each of us could have read it at home" quotable=true
"""
SPOKEN = "The number of those held at the northern fort rose twice before the winter came in."
BASIS = small.basis(small.public(small.TABLE))
GOOD = small.completed(BASIS)


def known():
    """All that a checker sees: more than the public does, with a text that was never let out."""
    values = [*small.public(small.TABLE), *small.values_of(HUSH)]
    values += small.values_of(UNSIGNED)
    values += [
        Statement(
            id="s9",
            title=Wording({"en": "x"}),
            kind="opening",
            delivered_on=PartialDate("2001"),
            dialogue="d",
        ),
        Rendering(
            id="n9",
            statement="s9",
            language="en",
            kind="original",
            fidelity="verbatim",
            text="t9",
        ),
    ]
    viewer = Viewer("assessor")
    return Corpus(project(values, viewer), viewer, small.DAY, text={"t9": SPOKEN}.__getitem__)


def told(text, basis=BASIS):
    """The complaints about a text as (line, message)."""
    return [(c.line, c.message) for c in check(read(text), basis, known(), "look.md")]


def line_of(text, part):
    """The number of the line that holds a part."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if part in line)


def test_a_sound_manuscript_has_no_complaints():
    assert told(GOOD) == []


MARK = "## In brief {#summary}\n\n"
WRONG = [
    ("an open place", MARK, f"{MARK}[[to be written: all of it]]\n\n", "not filled yet"),
    ("front matter not filled", "author: A. Reader", "author: [[name]]", "not filled yet"),
    ("front matter missing", "interest: None.\n", "", "lacks it"),
    ("front matter unknown", "version: 1", "version: 1\nversoin: 2", "no line of front matter"),
    ("a day that is none", "as_of: 2004-01-01", "as_of: soon", "not a day"),
    ("a view that is none", "view: public", "view: everybody", "no view"),
    ("a figure changed by hand", "2 questions put to", "9 questions put to", "no longer agrees"),
    (
        "a live number that differs",
        MARK,
        f"{MARK}Of [7](figure:answer_rate/a/questions), [2](figure:answer_rate/b/questions).\n\n",
        "no longer agrees",
    ),
    (
        "a live number there is none of",
        MARK,
        f"{MARK}[1](figure:answer_rate/a/nothing) [2](figure:answer_rate/b/questions)\n\n",
        "no figure",
    ),
    (
        "a side missing in a comparison",
        MARK,
        f"{MARK}Of Belmark [2](figure:answer_rate/b/questions) were asked.\n\n",
        "one side only",
    ),
    ("nobody reviewed it", "; reviewed A. Reader, 2004-01-01 -->", " -->", "nobody reviewed it"),
    ("a judgement not signed", "Signed: A. Reader, 2004-01-01.", "So it is.", "not signed"),
    ("a judgement not dated", "Signed: A. Reader, 2004-01-01.", "Signed: A. Reader.", "not dated"),
    (
        "a judgement among findings",
        "## Findings {#findings}\n",
        "## Findings {#findings}\n\nSigned: A. Reader, 2004-01-01.\n",
        "among other things",
    ),
    ("about nothing", "About: Concern/ca", "About: Concern/none", "nothing the public view"),
    ("advice for nobody", "### To Ardenia: answer", "### Answer", "whom this is for"),
    ("an unknown source", MARK, f"{MARK}So it says.[^nowhere]\n\n", "no source 'nowhere'"),
    ("a source not seen", MARK, f"{MARK}So it says.[^so2]\n\n", "no source 'so2'"),
    ("a fact not seen", MARK, f"{MARK}[See](fact:Remark/m3).\n\n", "nothing the public view"),
    ("a picture", MARK, f"{MARK}![us](https://example.org/us.png)\n\n", "pictures"),
    (
        "a withheld remark by its words",
        MARK,
        f"{MARK}It was “a week of tea and of flags”, we hear.\n\n",
        "quotes a remark that the public view may not see",
    ),
    (
        "a withheld remark by our summary",
        MARK,
        f"{MARK}One of them goes because somebody must and expects nothing.\n\n",
        "quotes a remark that the public view may not see",
    ),
    (
        "who said what may not be attributed",
        MARK,
        f"{MARK}In Belmark one hears that nobody ever reads what we send up.\n\n",
        "its terms do not allow",
    ),
    (
        "a text that was never let out",
        MARK,
        f"{MARK}Those held at the northern fort rose twice before the winter came.\n\n",
        "quotes a text that the public view may not see",
    ),
    ("an official by name", MARK, f"{MARK}Ms Bo Renmark was there.\n\n", "names an official"),
    (
        "a figure beside a head of delegation",
        MARK,
        f"{MARK}Anna Quill put [2](figure:answer_rate/b/questions) and heard "
        "[1](figure:answer_rate/a/questions).\n\n",
        "figure beside a named official",
    ),
    ("a block that ends twice", MARK, f"{MARK}<!-- /headway -->\n\n", "did not begin"),
    ("a marker not understood", MARK, f"{MARK}<!-- headway finding -->\n\n", "not understood"),
    (
        "a section gone",
        "## Replies of both sides {#replies}",
        "## Replies",
        "no section {#replies}",
    ),
    ("a block gone", "<!-- headway: recompute -->", "<!-- headway: unlooked -->", "'recompute'"),
]


@pytest.mark.parametrize(("what", "part", "instead", "message"), WRONG, ids=lambda x: str(x)[:40])
def test_what_is_wrong_is_told(what, part, instead, message):
    assert part in GOOD, what
    text = GOOD.replace(part, instead, 1)
    found = [line for line, said in told(text) if message in said]
    assert found, (what, told(text))


@pytest.mark.parametrize(
    ("part", "instead", "mark"),
    [
        (MARK, f"{MARK}[[to be written: it]]\n\n", "[[to be written: it]]"),
        ("author: A. Reader", "author: [[name]]", "author: [[name]]"),
        (MARK, f"{MARK}So it says.[^nowhere]\n\n", "[^nowhere]"),
        ("2 questions put to", "9 questions put to", "9 questions put to"),
        ("### To Ardenia: answer", "### Answer", "### Answer"),
    ],
)
def test_the_line_is_the_one_it_stands_on(part, instead, mark):
    text = GOOD.replace(part, instead, 1)
    assert told(text)[0][0] == line_of(text, mark)


def test_words_of_nobody_tell_nobody():
    basis = small.basis([*small.public(small.TABLE), *small.values_of(UNSIGNED)])
    text = small.completed(basis).replace(
        MARK, f"{MARK}One heard that each of us could have read it at home.\n\n", 1
    )
    assert told(text, basis) == []


def test_what_was_let_out_may_be_quoted():
    text = GOOD.replace(MARK, f"{MARK}They spoke of a “cold hall, warm papers indeed”.\n\n", 1)
    assert told(text) == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400) | st.text("-#<>[]!:|*`{}^ \nheadwaySigned/", max_size=400))
def test_any_text_is_read_and_complained_of_and_never_stumbled_over(text):
    manuscript = read(text)
    assert check_form(manuscript)
    assert all(0 <= c.line <= len(manuscript.lines) for c in check_form(manuscript))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_manuscript_with_lines_lost_or_doubled_is_never_stumbled_over(data):
    lines = GOOD.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = data.draw(st.sampled_from(([], [lines[place]] * 2, ["---"])))
    for complaint in check(read("\n".join(lines)), BASIS, known(), "look.md"):
        assert str(complaint).endswith(".")
