"""Who speaks where: labels in three languages, and sentences that only look like labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.intake.turns import affiliation_in, split_turns
from tests.intake.growth import grows_with_length

LABELS = [
    ("MR. SMITH (Canada):", "Canada"),
    ("Mr. Li Wei (China):", "China"),
    ("Ms Smith-Jones (United Kingdom) —", "United Kingdom"),
    ("The Head of Delegation of Aland:", "Aland"),
    ("Deputy Head of the delegation of the United Kingdom:", "United Kingdom"),
    ("Delegation A —", "A"),
    ("THE CHAIR:", ""),
    ("M. Dupont (France) :", "France"),
    ("Mme Bâ :", ""),
    ("Le chef de la délégation du Canada :", "Canada"),
    ("La délégation du Canada :", "Canada"),
    ("中方团长：", "中"),
    ("王毅（中国）：", "中国"),
    ("加拿大代表团团长史密斯先生：", "加拿大"),
    ("中方團長：", "中"),
    ("主持人:", ""),
]


@pytest.mark.parametrize(("label", "affiliation"), LABELS)
def test_a_label_begins_a_turn(label, affiliation):
    text = f"Heading\r\n\r\n  {label} first words.\r\nSecond line.\r\n\r\n{label}\r\nOther words."
    first, second = split_turns(text)
    assert text[first.begin : first.end] == "first words.\r\nSecond line."
    assert text[second.begin : second.end] == "Other words."
    assert (first.line, second.line) == (3, 6)
    assert first.affiliation == second.affiliation == affiliation
    assert label.startswith(first.label)


@pytest.mark.parametrize(
    "text",
    [
        "We raised three points: prisons, water and schools.",
        "The delegation of Aland raised the following: prisons.",
        "Mr. Smith said that one thing matters: water.",
        "Representatives of several ministries met and said: no.",
        "三点：第一。",
        "http://example.org: no",
        "Note: see https://example.org",
        "In 2002 – and later – nothing.",
        "",
    ],
)
def test_a_sentence_is_no_label(text):
    assert split_turns(text) == ()


def test_names_of_sides_are_labels_of_their_own():
    text = "Canada: We agree.\nChina — So do we.\nCanadian laws: none."
    assert split_turns(text) == ()
    turns = split_turns(text, ["Canada", "China"])
    assert [turn.label for turn in turns] == ["Canada", "China"]


def test_a_label_without_words_is_no_turn():
    assert [t.label for t in split_turns("Mr. Smith:\n\nMr. Jones: yes")] == ["Mr. Jones"]


def test_affiliations():
    assert affiliation_in("Mr. Smith") == ""
    assert affiliation_in("The Head of Delegation of Aland") == "Aland"


pieces = st.sampled_from(
    [
        "Mr. ",
        "Smith",
        " (A)",
        ":",
        "：",
        "中方团长",
        "\n",
        "\r\n",
        "\u2028",
        "words ",
        "The Chair",
        " — ",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join) | st.text(max_size=80))
def test_turns_never_overlap_and_always_hold_words(text):
    end = 0
    for turn in split_turns(text, ["Smith"]):
        assert end <= turn.begin < turn.end <= len(text)
        assert text[turn.begin : turn.end].strip() == text[turn.begin : turn.end] != ""
        end = turn.end


@pytest.mark.parametrize(
    "piece", ["Mr. x ", "M", "Mr. a\n", "1. ", "1.1.", "- ", "THE ", "中", "head of of "]
)
def test_long_texts_take_no_longer_than_their_length(piece):
    assert grows_with_length(split_turns, piece * 2_500)


def test_what_grows_faster_than_its_text_is_caught():
    assert not grows_with_length(lambda text: [text.count(c * 2) for c in text], "ab" * 1_600)
