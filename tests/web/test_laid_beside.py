"""Two texts of one statement row by row, where their paragraphs are not equally many."""

from hypothesis import given
from hypothesis import strategies as st

from headway.web.reading import by_length
from headway.web.templatetags.headway import beside


def column(*paragraphs, lang="en"):
    pieces = [{"pieces": [{"text": one[:3]}, {"text": one[3:]}]} for one in paragraphs]
    return {"numbers": [], "lang": lang, "paragraphs": pieces}


def test_a_remark_stands_by_itself_and_the_others_beside_each_other():
    one = column("A" * 300, "B" * 80, "C" * 500)
    other = column("[Official translation.]", "a" * 310, "b" * 90, "c" * 480)
    assert by_length(one, other) == [(None, 0), (0, 1), (1, 2), (2, 3)]


def test_a_remark_and_a_paragraph_left_out_do_not_move_the_others():
    one = column("We met on 3 June, two days.", "Sixty came.", "The coffee was at ten and at four.")
    other = column("[Traduction.]", "Rencontre du 3 juin, deux jours.", "Ils furent soixante.",
                   lang="fr")  # fmt: skip
    assert by_length(one, other) == [(None, 0), (0, 1), (1, 2), (2, None)]


def test_equally_many_without_a_remark_stand_as_they_are():
    assert by_length(column("a", "b" * 300), column("A" * 300, "B")) is None


def test_two_paragraphs_made_one():
    one = column("A" * 300, "B" * 280, "C" * 90, "D" * 400)
    other = column("a" * 580, "c" * 90, "d" * 400)
    assert by_length(one, other) == [(0, 0), (1, None), (2, 1), (3, 2)]


@given(st.lists(st.integers(1, 400), max_size=9), st.lists(st.integers(1, 400), max_size=9))
def test_every_paragraph_stands_once_and_in_order(one, other):
    texts = [column(*("(x)" if n % 7 == 0 else "x" * n for n in side)) for side in (one, other)]
    rows = by_length(*texts)
    if rows is None:
        few, many = sorted((len(one), len(other)))
        assert few < 0.7 * many or few == many
        return
    assert [left for left, _ in rows if left is not None] == list(range(len(one)))
    assert [right for _, right in rows if right is not None] == list(range(len(other)))


def test_an_empty_place_says_nothing_of_a_missing_text():
    texts = [column("A" * 99, "B" * 99, "C"), column("[note]", "a" * 99, "b" * 99, "c")]
    rows = beside(texts)
    assert [cell["paragraph"] is None for cell in rows[0]] == [True, False]
    assert all(cell["by_length"] for row in rows for cell in row)


def test_texts_too_unlike_stay_whole():
    assert beside([column("A"), column("a", "b", "c")]) is None
    assert beside([column("A"), column("a", "b"), column("c")]) is None
