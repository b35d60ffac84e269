"""Formulae, weight and the shipped tables."""

import numpy as np
import pytest

from headway.domain.errors import BadValue
from headway.reuse import FormulaPattern, background, formulae
from headway.text import fold
from tests.reuse.small import SCRIPT, delivery, filler, found, only


def marked(text: str, *patterns: str, language: str = "en") -> list[str]:
    """The words of a text that the patterns flag."""
    folded = fold(text)
    held = [FormulaPattern(language, pattern) for pattern in patterns]
    inside = formulae.formula_tokens(folded.ids, np.zeros(len(folded), int), held)
    return [word for word, flag in zip(folded.words(text), inside, strict=True) if flag]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("thank you", "We thank you, all of you", "thank you"),
        ("thank {name} for", "I thank Mr. Li Wei for it", "thank mr li wei for"),
        ("thank {name} for", "I thank one two three four five six for it", ""),
        ("(thank|thanks) (you|) all", "thanks all and thank you all", "thanks all thank you all"),
        ("thank … hosts", "thank hosts; thank our kind hosts", "thank hosts thank our kind hosts"),
        ("round {number} of", "in round 9 of talks", "round 9 of"),
    ],
)
def test_patterns(pattern: str, text: str, words: str) -> None:
    assert marked(text, pattern) == words.split()


def test_no_match_reaches_over_a_gap_in_what_is_covered() -> None:
    ids = fold("thank you").ids
    held = [FormulaPattern("en", "thank you")]
    assert not formulae.formula_tokens(ids, np.array([0, 1]), held).any()
    assert formulae.formula_tokens(ids, np.array([4, 4]), held).all()
    assert len(formulae.formula_tokens(np.empty(0, np.uint64), np.empty(0, int), held)) == 0


@pytest.mark.parametrize("pattern", ["… thank", "{name} said", "", "()"])
def test_a_pattern_must_begin_with_a_word(pattern: str) -> None:
    with pytest.raises(BadValue, match="begins with a hole"):
        formulae.steps_of(pattern)


def test_the_shipped_patterns_can_all_be_read() -> None:
    version, patterns = formulae.shipped()
    assert version == "formulae-2"
    assert {one.language for one in patterns} == {"en", "fr", "zh"}
    assert {one.why for one in patterns} == {"courtesy", "title", "template"}
    assert {one.why for one in formulae.instruments()} == {"instrument"}
    assert all(formulae.steps_of(p.pattern) for p in (*patterns, *formulae.instruments()))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I wish to congratulate you most warmly, Sir, on your unanimous election as "
               "President of the General Assembly"),
        ("en", "Allow me to begin by thanking you; please accept, Excellency, the assurances of my "
               "highest consideration"),
        ("fr", "Permettez-moi tout d'abord de remercier nos hôtes de leur accueil chaleureux"),
        ("zh", "双方在坦诚友好的气氛中就共同关心的问题深入交换了意见"),
    ],
)  # fmt: skip
def test_courtesies_are_formulae(language: str, text: str) -> None:
    pairs = [
        (delivery(year, year, language=language), f"{filler(at)}. {text}. {filler(at + 9)}")
        for at, year in enumerate(["2001", "2002"])
    ]
    reuse, _ = found(*pairs)
    kinds = {one.kind for one in reuse.passages("2002")}
    assert kinds == {"formula"}
    assert reuse.coverage("2002").own_rounds == 0


def test_a_formula_beside_a_script_leaves_the_script() -> None:
    text = f"I thank the Chair. {SCRIPT}."
    reuse, _ = found(
        (delivery("x", "2001"), f"{text} {filler(1)}"),
        (delivery("y", "2002"), f"{filler(2)} {text}"),
    )
    assert only(reuse, "y").kind == "own_rounds"
    assert reuse.coverage("y").own_rounds == len(SCRIPT.split())
    assert reuse.coverage("y").formula == 4


def test_a_record_brings_its_own_formulae() -> None:
    pairs = ((delivery("x", "2001"), SCRIPT), (delivery("y", "2002"), SCRIPT))
    reuse, _ = found(*pairs, formulae=(FormulaPattern("en", SCRIPT, "template"),))
    assert only(reuse, "y").kind == "formula"


def test_words_too_common_to_mean_anything_are_no_script() -> None:
    text = "and that is what we have to do in the time that we have in the world of the"
    reuse, _ = found((delivery("x", "2001"), text), (delivery("y", "2002"), text))
    assert only(reuse, "y").kind == "formula"
    assert only(reuse, "y").bits < 24


def test_background_weighs_rare_words_only() -> None:
    table = background.shipped()
    assert table.version == "background-1"
    ids = fold("the of palimpsest").ids
    bits = table.bits("en", ids)
    assert bits[0] < bits[1] < 10 < bits[2]
    assert table.rare_bits("en", ids).tolist()[:2] == [0.0, 0.0]
    assert table.rare_bits("xx", ids).min() > 10


def test_background_is_read_from_its_lines() -> None:
    table = background.parsed("version\tb-0\ntotal\ten\t1024\nen\tone\t512\nen\ttwo\t2\n")
    assert table.bits("en", fold("one two three").ids).tolist() == [1.0, 9.0, 9.0]
