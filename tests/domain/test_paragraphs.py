"""Paragraphs of two texts laid beside each other by their official numbers."""

from hypothesis import given
from hypothesis import strategies as st

from headway.domain.paragraphs import aligned, numbers_in, place_of

lists = st.lists(st.integers(1, 30).map(str), unique=True, max_size=14)


@given(lists, lists)
def test_every_paragraph_stands_once_and_only_beside_its_own_number(one, other):
    rows = aligned(one, other)
    assert [a for a, _ in rows if a is not None] == list(range(len(one)))
    assert sorted(b for _, b in rows if b is not None) == list(range(len(other)))
    assert {(one[a], other[b]) for a, b in rows if a is not None and b is not None} == {
        (number, number) for number in set(one) & set(other)
    }
    assert all(a is not None or b is not None for a, b in rows)


@given(lists, st.data())
def test_where_both_agree_on_the_order_both_stand_in_order(whole, data):
    one = [n for n in whole if data.draw(st.booleans())]
    other = [n for n in whole if data.draw(st.booleans())]
    places = [b for _, b in aligned(one, other) if b is not None]
    assert places == sorted(places)


@given(lists)
def test_a_place_gives_back_its_numbers(numbers):
    assert numbers_in(place_of(numbers), len(numbers)) == tuple(numbers)


def test_a_place_that_fits_no_text_numbers_nothing():
    assert numbers_in("paragraphs 1 2 3", 2) == ()
    assert numbers_in("paragraphs 1 1", 2) == ()
    assert numbers_in("line 7 of minutes.docx", 4) == ()
    assert aligned(["1", "2"], ["2", "9"]) == [(0, None), (1, 0), (None, 1)]
