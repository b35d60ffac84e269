"""Encodings: each is recognised, what is no text is refused."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headway.domain.errors import BadInput
from headway.intake.encodings import decode

SIMPLIFIED = "中方团长：我们愿意在平等和相互尊重的基础上，就人权问题同对方进行对话。"
TRADITIONAL = "中方團長：我們願意在平等和相互尊重的基礎上，就人權問題同對方進行對話。"
FRENCH = "Le chef de la délégation : « Nous sommes prêts à répondre, où que ce soit. » – Merci…"
ENGLISH = "The Head of Delegation: we are ready to answer."


@pytest.mark.parametrize(
    ("text", "codec", "name", "told_by"),
    [
        (ENGLISH, "ascii", "ascii", "strict reading"),
        (FRENCH, "utf-8", "utf-8", "strict reading"),
        (SIMPLIFIED, "utf-8", "utf-8", "strict reading"),
        (FRENCH, "utf-8-sig", "utf-8", "mark"),
        (SIMPLIFIED, "utf-16", "utf-16-le", "mark"),
        (SIMPLIFIED, "utf-32", "utf-32-le", "mark"),
        (FRENCH, "utf-16-le", "utf-16-le", "likeness"),
        (ENGLISH, "utf-16-be", "utf-16-be", "likeness"),
        (SIMPLIFIED, "gb18030", "gb18030", "likeness"),
        (TRADITIONAL, "big5", "big5", "likeness"),
        (TRADITIONAL, "gb18030", "gb18030", "likeness"),
        (ENGLISH + SIMPLIFIED, "gb18030", "gb18030", "likeness"),
        (FRENCH, "cp1252", "windows-1252", "likeness"),
        ("déjà vu, où ça ?", "latin-1", "windows-1252", "likeness"),
        ("déjà\x81 vu", "latin-1", "latin-1", "likeness"),
        ("créée à Genève, réélue", "cp1252", "windows-1252", "likeness"),
        ("人权问题", "gb18030", "gb18030", "likeness"),
        ("人權問題", "big5", "big5", "likeness"),
    ],
)
def test_an_encoding_is_told(text, codec, name, told_by):
    found = decode(text.encode(codec))
    assert (found.text, found.encoding, found.told_by) == (text, name, told_by)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x00\x00\x08\x00", b"%PDF\x00\x01\x02", b"\xff\xfe\x00\xd8", bytes(64)]
)
def test_what_is_no_text_is_refused(content):
    with pytest.raises(BadInput):
        decode(content)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
def test_any_bytes_give_a_text_or_a_refusal(content):
    with contextlib.suppress(BadInput):
        decode(content).text.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_never_mistaken(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
