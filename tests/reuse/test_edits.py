"""The edited layer: engines agree, and adding texts one by one gives what a batch gives."""

import numpy as np
import pytest
from hypothesis import given, settings

from headway.domain.errors import BadValue
from headway.reuse.alignments import EditRules
from headway.reuse.edits import FastEdits
from headway.reuse.plain_edits import PlainEdits
from headway.reuse.runs import Texts
from tests.reuse.edit_checks import (
    LOOSE,
    SMALL,
    bits_of,
    check_agrees,
    check_edits,
    check_known,
    edited_texts,
    rows_of,
)

NUMPY = FastEdits(compile_from=10**12)
COMPILED = FastEdits(compile_from=0)


def test_the_plain_engine_finds_what_is_known() -> None:
    check_known(PlainEdits())


def test_numpy_and_plain_loops() -> None:
    check_edits(NUMPY, 150)


def test_compiled_loops() -> None:
    check_known(COMPILED)
    check_agrees(COMPILED, 80, plain=NUMPY)


@settings(deadline=None, max_examples=60)
@given(edited_texts())
def test_adding_texts_in_order_gives_what_a_batch_gives(texts: list[list[int]]) -> None:
    for rules in (SMALL, LOOSE):
        found = rows_of(NUMPY, texts, rules)
        for count in range(len(texts) + 1):
            some = rows_of(NUMPY, texts[:count], rules)
            assert some == [row for row in found if row[0] < count]


def test_seeds_too_common_are_counted() -> None:
    texts = [[101, 102, 103]] * 9
    arrays = Texts.of([np.array(text, np.uint64) for text in texts])
    for engine in (PlainEdits(), NUMPY, COMPILED):
        told = engine.align(arrays, bits_of(texts), EditRules(most_earlier=5))
        assert told.too_common == 3


@pytest.mark.parametrize("wrong", [{"seed": 0}, {"similarity": 0.0}, {"similarity": 1.5}])
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(BadValue):
        EditRules(**wrong)  # type: ignore[arg-type]
