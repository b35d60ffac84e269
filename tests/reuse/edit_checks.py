"""What an engine of the edited layer must find, so that a broken one can be put through it too."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.reuse.alignments import EditRules
from headway.reuse.plain_edits import PlainEdits
from headway.reuse.runs import Texts

Row = tuple[int, ...]

SMALL = EditRules(
    seed=2, seed_bits=20, most_earlier=2, band=4, fewest_seeds=2, gap=4, skew=3, cut=4, reach=3,
    apart=4, at_least=4, beyond=1, bits=20, price=1, similarity=0.5,
)  # fmt: skip
"""Rules so small that texts of a few tokens meet every one of them."""
LOOSE = EditRules(
    seed=2, seed_bits=1, most_earlier=9, band=3, fewest_seeds=1, gap=6, skew=6, cut=12, reach=5,
    apart=2, at_least=2, beyond=0 + 1, bits=0, price=0, similarity=0.2,
)  # fmt: skip

FEW = st.lists(st.integers(1, 5), max_size=24)
MANY = st.lists(st.integers(1, 40), max_size=40)


@st.composite
def edited_texts(draw: st.DrawFn) -> list[list[int]]:
    """Texts that take up one another's words, some of them dropped, changed or added."""
    texts = [draw(st.one_of(FEW, MANY)) for _ in range(draw(st.integers(1, 3)))]
    for _ in range(draw(st.integers(0, 2))):
        source = draw(st.sampled_from(texts))
        taken: list[int] = []
        for token in source:
            taken += draw(st.sampled_from([[token]] * 6 + [[], [token, 77], [78]]))
        texts.append(draw(FEW) + taken + draw(FEW))
    return texts


def bits_of(texts: list[list[int]]) -> np.ndarray:
    """Tenths of bits of all tokens: multiples of four are common words, others tell 12 and more."""
    return np.array([20 if t % 4 == 0 else 120 + t for text in texts for t in text], np.int32)


def rows_of(engine: Any, texts: list[list[int]], rules: EditRules) -> list[Row]:
    """All alignments an engine finds."""
    arrays = [np.array(text, np.uint64) for text in texts]
    found: list[Row] = engine.align(Texts.of(arrays), bits_of(texts), rules).alignments.rows()
    return found


ORIGINAL = [101, 102, 103, 105, 106, 107, 109, 110, 111, 113, 114, 115, 117, 118, 119, 121, 122]
LIGHTLY = [101, 102, 103, 105, 106, 107, 901, 110, 111, 113, 114, 902, 115, 117, 118, 121, 122]
NEAR_MISS = [101, 102, 103, *range(201, 208), 113, 114, 115, *range(211, 218), 121, 122]


def check_known(engine: Any) -> None:
    """A light edit is found with its exact places, a near miss is not, nor what is verbatim."""
    rules = EditRules()
    before, behind = list(range(301, 315)), list(range(321, 335))
    first = [*before, *ORIGINAL, *behind]
    second = [*range(401, 421), *LIGHTLY, *range(421, 431)]
    found = rows_of(engine, [first, second], rules)
    assert [row[:6] for row in found] == [(1, 20, 37, 0, 14, 31)], "a light edit, exactly placed"
    assert found[0][6] == 15, "so many tokens are kept"
    assert rows_of(engine, [second, first], rules)[0][:6] == (1, 14, 31, 0, 20, 37), "mirrored"
    missed = [*range(501, 511), *NEAR_MISS, *range(511, 521)]
    assert rows_of(engine, [first, missed], rules) == [], "a near miss: three short phrases"
    same = [*range(601, 611), *ORIGINAL, *range(611, 621)]
    assert rows_of(engine, [first, same], rules) == [], "word for word is the exact layer's"
    often = [[*range(1001 + 20 * at, 1011 + 20 * at), *ORIGINAL] for at in range(60)]
    late = rows_of(engine, [*often, second], EditRules(most_earlier=20))
    assert not any(row[0] == 60 for row in late), "too common a seed begins nothing"
    refrain = [*ORIGINAL, *before, *LIGHTLY]
    assert [row[:6] for row in rows_of(engine, [refrain], rules)] == [(0, 31, 48, 0, 0, 17)]
    assert rows_of(engine, [[], first, []], rules) == [], "empty texts"


def check_agrees(engine: Any, examples: int, plain: Any = None) -> None:
    """Row for row what the plain engine finds, on whatever Hypothesis draws."""
    reference = plain or PlainEdits()

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @given(edited_texts(), st.sampled_from([SMALL, LOOSE]))
    def run(texts: list[list[int]], rules: EditRules) -> None:
        assert rows_of(engine, texts, rules) == rows_of(reference, texts, rules)

    run()


def check_edits(engine: Any, examples: int = 100) -> None:
    """All checks of an engine of the edited layer."""
    check_known(engine)
    check_agrees(engine, examples)
