"""Folding: tokens, and the way back to the original text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.text import fold, fold_all, pack, unpack
from headway.text.characters import fold_alone, kind_of, normal_form
from headway.text.hashing import hash_spans
from headway.text.tokens import key_of, token_id
from tests.text.span_checks import HARD, TEXTS, check_any_text, check_known, check_one


def test_known_texts() -> None:
    check_known(fold)


def test_any_text_leads_back() -> None:
    check_any_text(fold, examples=300)


@pytest.mark.parametrize("length", [65_535, 65_536, 65_537, 140_000])
def test_words_across_hash_blocks(length: int) -> None:
    check_one(fold, "a" * (length - 3) + " bc d " + "e" * length + " f")


def test_same_words_same_numbers_whatever_stands_around() -> None:
    plain = fold("mutual respect for sovereignty").ids.tolist()
    dressed = fold("12 “Mutual respect—for SOVEREIGNTY”, he said").ids.tolist()
    assert dressed[1:5] == plain


def test_quote_variants_fold_alike() -> None:
    """The Five Principles were split into four families by their punctuation."""
    variants = [
        "mutual respect for each other's sovereignty, mutual non-aggression",
        "mutual respect for each other’s sovereignty; mutual non‑aggression",
        "“Mutual respect for each other`s sovereignty – mutual non aggression”",
    ]
    assert len({tuple(fold(text).ids.tolist()) for text in variants}) == 1


def test_paragraph_numbers_do_not_part_a_passage() -> None:
    whole = fold("we support peace\nWe stand by it").ids.tolist()
    assert fold("34.\twe support peace\n 35. We stand by it").ids.tolist() == whole


def test_traditional_meets_simplified() -> None:
    assert fold("安置措施由三人評議組").ids.tolist() == fold("安置措施由三人评议组").ids.tolist()


@given(TEXTS)
def test_packed_texts_come_back(text: str) -> None:
    folded = fold(text)
    again = unpack(pack(folded))
    assert again.ids.tolist() == folded.ids.tolist()
    assert again.begins.tolist() == folded.begins.tolist()
    assert again.ends.tolist() == folded.ends.tolist()


def test_wide_gaps_are_packed() -> None:
    text = "a" + " " * 70_000 + "b"
    assert unpack(pack(fold(text))).begins.tolist() == [0, 70_001]


@pytest.mark.parametrize("broken", [b"", b"HWF0aaaaaaaaaaaaaa", pack(fold("a b"))[:-1]])
def test_bytes_that_are_no_folded_text_are_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="fold the text again"):
        unpack(broken)


@given(st.sampled_from(HARD) | st.characters())
def test_a_character_that_folds_alone_folds_so_in_company(character: str) -> None:
    alone = fold_alone(character)
    if alone > 1 and kind_of(character) in (2, 3, 4):
        assert normal_form("x" + character + "y") == "x" + chr(alone) + "y"


@given(TEXTS)
def test_arrays_hash_as_the_plain_function(text: str) -> None:
    import numpy as np

    word = text or "x"
    folds = np.array([ord(c) for c in word], np.uint32)
    ends = np.array([len(word)])
    assert hash_spans(folds, np.array([0]), ends)[0] == token_id(word)


def test_keys_of_joined_words() -> None:
    assert key_of("imple-\r\n  mentation") == "implementation"


def test_many_texts_fold_as_one_by_one() -> None:
    texts = ["a b", "", "人权"]
    assert [f.ids.tolist() for f in fold_all(texts)] == [fold(t).ids.tolist() for t in texts]


@pytest.mark.slow
def test_folding_in_processes_gives_the_same() -> None:
    texts = ["The same words again and again. "] * 4 + ["人权 " * 50]
    from headway.text import batches

    whole = batches._SIZE_FOR_PROCESSES
    batches._SIZE_FOR_PROCESSES = 0  # type: ignore[misc]
    try:
        got = [f.ids.tolist() for f in fold_all(texts, processes=2)]
    finally:
        batches._SIZE_FOR_PROCESSES = whole  # type: ignore[misc]
    assert got == [fold(t).ids.tolist() for t in texts]
