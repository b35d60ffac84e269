"""Paragraphs laid beside each other by their lengths and by what both state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.text.beside import beside, paragraphs

LENGTHS = st.lists(st.integers(1, 900), max_size=12)


@given(LENGTHS, LENGTHS)
def test_every_paragraph_stands_once_and_in_order(one, other):
    rows = beside(["a" * n for n in one], ["b" * n for n in other])
    assert [n for left, _ in rows for n in left] == list(range(len(one)))
    assert [n for _, right in rows for n in right] == list(range(len(other)))
    assert all(left or right for left, right in rows)


@given(st.lists(st.integers(20, 900), min_size=1, max_size=12), st.sampled_from((0.3, 1.0, 3.5)))
def test_a_text_and_its_even_translation(lengths, ratio):
    other = ["b" * max(1, round(n * ratio)) for n in lengths]
    assert beside(["a" * n for n in lengths], other) == [((n,), (n,)) for n in range(len(other))]


STATED = [frozenset({f"n:{n}", f"n:{n + 100}"}) for n in range(6)]
SIZES = (300, 120, 450, 200, 600, 150)


@pytest.mark.parametrize("lost", range(6))
def test_a_paragraph_left_out_moves_none_of_the_others(lost):
    one = ["a" * n for n in SIZES]
    kept = [place for place in range(6) if place != lost]
    there = [STATED[place] for place in kept]
    rows = beside(one, ["b" * SIZES[place] for place in kept], (STATED, there))
    beside_it = {place: right for left, right in rows for place in left}
    assert all(n in beside_it[place] for n, place in enumerate(kept))
    assert len(beside_it[lost]) <= 1


def test_a_long_paragraph_at_the_end_left_out_has_none_beside_it():
    one = ["a" * n for n in (300, 120, 450, 200, 600)]
    rows = beside(one, ["b" * n for n in (300, 120, 450, 200)], (STATED[:5], STATED[:4]))
    assert rows[-1] == ((4,), ())


def test_two_paragraphs_merged_into_one():
    rows = beside(["a" * 300, "a" * 280, "a" * 90], ["b" * 600, "b" * 88])
    assert rows == [((0, 1), (0,)), ((2,), (1,))]


def test_a_remark_in_brackets_takes_no_part():
    rows = beside(["One.", "Two two."], ["[Official translation.]", "Un.", "（注）", "Deux deux."])
    assert rows == [((0,), (1,)), ((1,), (3,))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One\nline\n\nTwo", ["One\nline", "Two"]),
        ("One\nTwo\n", ["One", "Two"]),
        ("\n\n One \n \n\nTwo\n\n", ["One", "Two"]),
        ("一\r\n\r\n二", ["一", "二"]),
        ("", []),
    ],
)
def test_paragraphs(text, parts):
    assert [text[begin:end] for begin, end in paragraphs(text)] == parts
