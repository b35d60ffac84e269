"""What a folding must keep, written so that a broken one can be put through the same checks."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.text.plain_folding import plain_fold
from headway.text.tokens import token_id

Fold = Callable[[str], Any]

# Characters that have broken offset maps: beyond the BMP, expanding, contracting, combining,
# breaking lines, grouping digits, eliding.
HARD = "aBlLqu'’-\n\r1204,. \u00a0\u00ad漢臺é\u0301\ufe00㎞Ⅳ²ſßİ가\u11a8[)pﬁＡ𝔘😀\ud800شཀ\u0f71ئ—“"
TEXTS = st.one_of(st.text(HARD, max_size=40), st.text(max_size=40))

KNOWN = (
    ("The EU’s answer", ["the", "eu", "s", "answer"]),
    ("state-of-the-art", ["state", "of", "the", "art"]),
    ("l'homme, qu’il, aujourd’hui", ["l", "homme", "qu", "il", "aujourd", "hui"]),
    ("imple-\nmentation of self-\ndetermination",
     ["implementation", "of", "self", "determination"]),
    ("1,000 or 1.000 or 1\u00a0000, 15 %", ["1", "000", "or", "1", "000", "or", "1", "000", "15"]),
    ("34. The\n12\nfoo 12", ["the", "foo", "12"]),
    ("A/72/PV.3\nwe say\n- 4 -\nPage 5 of 9\nno", ["we", "say", "no"]),
    ("人權與ABC", ["人", "权", "与", "abc"]),
    ("ﬁne ＡＢＣ e\u0301te\u0301 Straße", ["fine", "abc", "été", "strasse"]),
    ("imple\u00admenta\u00ad\ntion", ["implementation"]),
    ("word² and km²", ["word", "and", "km"]),
    ("བོད་ཡིག", ["བོད", "ཡིག"]),
    ("", []),
)  # fmt: skip


def check_known(fold: Fold) -> None:
    """Examples worked by hand: tokens, and the text they stand for."""
    for text, words in KNOWN:
        assert fold(text).words(text) == words, text


def check_one(fold: Fold, text: str) -> None:
    """Equal to the plain folding; spans ascend; each leads back to its own token."""
    folded = fold(text)
    got = list(zip(folded.ids.tolist(), folded.begins.tolist(), folded.ends.tolist(), strict=True))
    assert got == [(token_id(key), begin, end) for key, begin, end in plain_fold(text)]
    after = 0
    for _, begin, end in got:
        assert after <= begin < end <= len(text)
        after = end
    folded.check(text)


def check_any_text(fold: Fold, examples: int = 200) -> None:
    """`check_one` on whatever Hypothesis draws."""

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @given(TEXTS)
    def run(text: str) -> None:
        check_one(fold, text)

    run()


def check_spans(fold: Fold) -> None:
    """All checks of a folding."""
    check_known(fold)
    check_any_text(fold)
