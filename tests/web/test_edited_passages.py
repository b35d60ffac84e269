"""Edited passages on the pages: apart from verbatim ones, with both wordings and what differs."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from headway.web import words
from headway.web.pages.passages import _earlier
from headway.web.reading import label_of, paragraphs
from headway.web.wordings import side_by_side

TEXT = st.text(st.sampled_from("abc  ,.中文\n"), max_size=60)


@dataclass
class Span:
    """A passage as a page reads it."""

    begin: int
    end: int
    reuse_class: str = "own_rounds"
    how: str = "verbatim"
    first: object = None
    earlier: int = 0


@given(TEXT, TEXT)
def test_the_pieces_of_both_wordings_are_the_texts_again(earlier, here):
    before, after = side_by_side(earlier, here)
    assert "".join(piece["text"] for piece in before) == earlier
    assert "".join(piece["text"] for piece in after) == here


@given(TEXT)
def test_equal_wordings_differ_in_nothing(text):
    for pieces in side_by_side(text, text.upper()):
        assert all(piece["kept"] or not piece["text"].strip(" ,.\n") for piece in pieces)


def test_what_differs_is_marked_and_nothing_else():
    before, after = side_by_side(
        "Every petition is answered within sixty days.", "Every petition was answered in sixty days"
    )
    changed = [[p["text"].strip() for p in side if not p["kept"]] for side in (before, after)]
    assert changed == [["is", "within"], ["was", "in"]]


def test_what_came_back_word_for_word_shows_through_the_edited_passage_around_it():
    whole, inside = Span(0, 11, how="edited"), Span(4, 7, "first_here")
    (paragraph,) = paragraphs("one two six", [whole, inside])
    told = [(piece["text"], piece["how"], piece["class"]) for piece in paragraph["pieces"]]
    assert told == [
        ("one ", "edited", "own_rounds"),
        ("two", "verbatim", "first_here"),
        (" six", "edited", "own_rounds"),
    ]


def test_labels_say_edited():
    assert label_of(Span(0, 1, how="edited")) == "earlier round, edited"
    assert label_of(Span(0, 1)) == "earlier round"
    assert set(words.EDITED) == {"edited", "edited_others"}


def test_no_earlier_delivery_is_said_only_where_the_list_begins_here():
    def told(passage, *rows):
        return _earlier(passage, {"rows": [{"this": this} for this in rows]})

    alone = "No earlier delivery is on record."
    assert told(Span(0, 1), "this one", "") == alone
    assert told(Span(0, 1)) == alone
    assert told(Span(0, 1), "", "this one").startswith("No earlier delivery of just these words")
    assert "at this same meeting" in told(Span(0, 1, "same_meeting", first=object()), "", "this")
    assert told(Span(0, 1, earlier=2), "", "this") == "2 earlier deliveries on record."
