"""Snippets show the place that was found, with every piece of the original text."""

from hypothesis import given
from hypothesis import strategies as st

from headway.services.snippets import snippet_of


def marked(text, query):
    return [words for words, is_hit in snippet_of(text, query) if is_hit]


def test_words_are_marked_without_regard_to_case_and_accents():
    assert marked("La Détention préventive", "detention") == ["Détention"]
    assert marked("Detained persons", "detained PERSONS") == ["Detained", "persons"]


def test_a_part_of_a_word_is_not_marked_but_a_part_of_chinese_is():
    assert marked("detentions", "detention") == []
    assert marked("双方讨论了人权问题", "人权") == ["人权"]


def test_a_phrase_is_marked_whole():
    assert marked("the rule of law, of law", '"rule of law"') == ["rule of law"]


def test_a_long_text_is_cut_around_the_hit():
    text = "x " * 500 + "needle" + " y" * 500
    parts = snippet_of(text, "needle", around=20)
    assert parts[0] == ("…", False)
    assert parts[-1][0].endswith("…")
    assert sum(len(words) for words, _ in parts) < 60


@given(st.text(), st.text())
def test_any_text_and_query_give_pieces_of_the_text(text, query):
    for words, is_hit in snippet_of(text, query):
        if is_hit:
            assert words.replace(" ", "") in "".join(text.split("\n")).replace(" ", "")
