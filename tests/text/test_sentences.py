"""Sentences, languages and the spacing of Chinese."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.text import detect, search_form, sentences, space_ideographs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr. Smith left on Jan. 5. He came back.", ["Mr. Smith left on Jan. 5.", "He came back."]),
        ("The U.S. Embassy wrote. We answered.", ["The U.S. Embassy wrote.", "We answered."]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("See No. 5 of it. Yes.", ["See No. 5 of it.", "Yes."]),
        ("34. We ask: why? You know.", ["34. We ask: why?", "You know."]),
        ("M. Dupont est là. « Quoi ? » dit-il.", ["M. Dupont est là.", "« Quoi ? » dit-il."]),
        ("It is 3.5 per cent. Good.", ["It is 3.5 per cent.", "Good."]),
        ("你好。我们说：“不！”好；行。", ["你好。", "我们说：“不！”", "好；", "行。"]),
        ("A line\nbroken. And\n\na paragraph", ["A line\nbroken.", "And", "a paragraph"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[begin:end] for begin, end in sentences(text)] == parts


@given(st.text(alphabet="aB. !?。；\n”“»1M", max_size=60))
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[b:e] for b, e in spans).replace(" ", "").replace("\n", "") == "".join(
        text.split()
    )
    assert all(b < e <= c for (b, e), (c, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("人權狀況", "zh-Hant"),
        ("人权状况", "zh-Hans"),
        ("The state of human rights in the country is a matter for us", "en"),
        ("Nous demandons que les droits de la personne soient dans la loi", "fr"),
        ("བོད་ཡིག", "bo"),
        ("ئۇيغۇر تىلىدا سۆزلەيمەن", "ug"),
        ("Hello", "und"),
        ("12 + 3", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect(text).language == language


def test_ideographs_are_spaced_and_words_are_not() -> None:
    assert space_ideographs("关于人权rights的对话") == "关 于 人 权 rights 的 对 话"
    assert search_form("人權Rights") == search_form("人权ＲＩＧＨＴＳ") == "人 权 rights"
