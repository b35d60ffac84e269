"""The small parts pages are made of."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.dates import PartialDate as Day
from headway.measures.figure import Bounds
from headway.phrases import speaking
from headway.web import cells, charts, figures, marking, tables, words
from headway.web.reading import paragraphs
from headway.web.templatetags.headway import apart, cell, unbroken


@dataclass
class _Span:
    begin: int
    end: int
    reuse_class: str
    how: str = "verbatim"
    first: None = None


@st.composite
def _marked_text(draw):
    text = draw(st.text(st.sampled_from("ab 中\n𠮷é"), min_size=1, max_size=60))
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(
                lambda pair: pair[0] < pair[1]
            ),
            max_size=6,
        )
    )
    names = st.sampled_from(sorted(words.REUSE))
    hows = st.sampled_from(["verbatim", "edited"])
    return text, [_Span(begin, end, draw(names), draw(hows)) for begin, end in sorted(spans)]


@given(_marked_text())
def test_pieces_joined_are_the_text_and_every_mark_is_where_it_was_found(drawn):
    text, passages = drawn
    lines = [line for line in text.split("\n") if line.strip()]
    shown = paragraphs(text, passages)
    assert ["".join(piece["text"] for piece in one["pieces"]) for one in shown] == lines
    marked = sum(len(p["text"]) for one in shown for p in one["pieces"] if "passage" in p)
    assert marked == _covered(text, passages)


def _covered(text, passages):
    """Code points of lines that hold something and lie in some passage, counted one by one."""
    count = place = 0
    for line in text.split("\n"):
        if line.strip():
            count += sum(
                any(p.begin <= at < p.end for p in passages)
                for at in range(place, place + len(line))
            )
        place += len(line) + 1
    return count


@given(st.text(max_size=20))
def test_no_cell_is_read_as_a_formula(text):
    safe = tables.harmless(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe.removeprefix("'") == text.removeprefix("'") or safe == text


@pytest.mark.parametrize(
    ("date", "said"),
    [("2002", "2002"), ("2002-11", "November 2002"), ("2002-11-04", "4 November 2002")],
)
def test_a_partial_date_stays_partial(date, said):
    assert cells.day_words(Day(date)) == said


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("ug", "rtl"), ("ug-Latn", "ltr"), ("ar", "rtl"), ("pa-Arab", "rtl")],
)
def test_direction_follows_language_and_script(tag, direction):
    assert cells.direction(tag) == direction


@pytest.mark.parametrize(
    ("bounds", "rate", "said"),
    [
        (Bounds(3, 5, 4, 12), True, "between 25 % and 58 %"),
        (Bounds(6, 6, 0, 12), True, "50 %"),
        (Bounds(1, 1, 2, 4), False, "Fewer than five items: counts, no rate."),
    ],
)
def test_an_interval_gives_bounds_and_below_five_items_none(bounds, rate, said):
    bar = figures.interval(bounds)
    assert bar["rate"] is rate and bar["words"] == said
    assert ("low" in bar) is rate


def test_no_items_no_interval():
    assert figures.interval(Bounds(0, 0, 0, 0)) is None


@pytest.mark.parametrize(
    ("found", "highest"),
    [
        ([], ""),
        (["RESTRICTED", "SECRET", "CONFIDENTIAL"], "SECRET"),
        (["RESTRICTED", "VS-NfD"], "RESTRICTED · VS-NfD"),
    ],
)
def test_the_highest_marking_wins_and_unknown_ones_stay(found, highest):
    assert marking.highest(found) == highest


def test_long_tables_turn_pages_and_the_file_holds_all():
    full = tables.table("t", "T", [("n", "N")], [{"n": n} for n in range(450)])
    second = tables.cut(full, {"t_page": "2"})
    assert (second["first"], second["last"], second["pages"]) == (201, 400, 3)
    assert tables.as_csv(full).count("\r\n") == 451


def test_a_chart_has_title_description_and_no_style_of_its_own():
    point = {"side": "A & B", "part": "第一轮", "low": 0.2, "high": 0.6, "said": ""}
    svg = charts.intervals_svg(
        {"title": "T <1>", "description": "D", "sides": ["A & B"], "points": [point]}
    )
    assert "<title>T &lt;1&gt;</title><desc>D</desc>" in svg
    assert "style=" not in svg and "#0" not in svg and "var(--side-a)" in svg


@pytest.mark.parametrize(
    ("language", "content", "shown"),
    [("en", 5.0, "5"), ("en", 6.5, "6.5"), ("fr", 6.5, "6,5"), ("fr", 1204, "1\u202f204")],
)
def test_a_number_in_a_cell_is_written_as_the_page_writes_numbers(language, content, shown):
    with speaking(language):
        assert cell(content) == shown


def test_a_percent_sign_stays_with_its_number():
    assert unbroken("so between 48 % and 65 %.") == "so between 48\xa0% and 65\xa0%."


def test_a_sentence_shown_apart_is_no_link_itself_and_leads_on():
    shown = apart({"text": "Short & plain.", "href": "/values/Flag/f1"})
    assert shown.startswith("<span>Short &amp; plain.</span> <a ") and "/values/Flag/f1" in shown
    assert apart({"text": "No page."}) == "No page."
