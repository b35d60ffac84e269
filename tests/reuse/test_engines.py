"""Engines: each finds what brute force finds, and blocks come again when asked again."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.reuse import FastEngine, MemoryEngine
from headway.reuse.runs import Texts
from headway.reuse.seeds import chosen, grouped, hash_grams
from headway.reuse.settings import scheme_for
from tests.reuse.engine_checks import TEXTS, brute, check_engine, rows_of

ENGINES = {
    "memory": MemoryEngine(),
    "plain loops": FastEngine(compile_from=10**12),
    "compiled": FastEngine(compile_from=0),
}


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Any]:
    yield ENGINES[request.param]


def test_engine(engine: Any) -> None:
    check_engine(engine, examples=25 if engine is ENGINES["compiled"] else 60)


@given(TEXTS, st.sampled_from([2, 5, 12, 20]))
@settings(deadline=None)
def test_compiled_and_plain_loops_agree(texts: list[list[int]], at_least: int) -> None:
    assert rows_of(ENGINES["compiled"], texts, at_least) == rows_of(
        ENGINES["plain loops"], texts, at_least
    )


@given(TEXTS)
@settings(deadline=None, max_examples=40)
def test_one_by_one_gives_what_a_batch_gives(texts: list[list[int]]) -> None:
    """The runs of a batch are those found as each text came, seen from both sides."""
    engine = ENGINES["plain loops"]
    seen = set()
    for count in range(1, len(texts) + 1):
        for text, begin, length, other, there in rows_of(engine, texts[:count], 12):
            if text == count - 1:
                seen |= {(text, begin, length, other, there), (other, there, length, text, begin)}
    assert sorted(seen) == rows_of(engine, texts, 12)


def test_chinese_texts_share_runs_of_ideographs() -> None:
    from headway.text import fold

    one = fold("我们认为，对话不是考试，双方都不是考官。").ids.tolist()
    other = fold("主席先生：對話不是考試，雙方都不是考官！谢谢").ids.tolist()
    assert [row[2] for row in rows_of(ENGINES["plain loops"], [one, other], 12)] == [13, 13]


def test_runs_can_be_read_again(engine: Any) -> None:
    texts = Texts.of([np.arange(30, dtype=np.uint64)] * 3)
    runs = engine.runs(texts, 12)
    again = [[row for block in runs for row in block.rows()] for _ in range(2)]
    assert again[0] == again[1]
    assert len(again[0]) == 6


@pytest.mark.parametrize("at_least", range(2, 40))
def test_every_window_is_as_long_as_the_run_asked_for(at_least: int) -> None:
    k, w = scheme_for(at_least)
    assert k + w - 1 == at_least
    assert min(k, w) >= 1


def test_grams_hash_by_their_tokens_alone() -> None:
    tokens = np.array([5, 6, 7, 8, 5, 6, 7, 9], np.uint64)
    grams = hash_grams(tokens, 3)
    assert grams[0] == grams[4]
    assert len(set(grams.tolist())) == 5


def test_seeds_are_grouped_by_place() -> None:
    texts = Texts.of([np.array([1, 2, 3, 4, 9, 1, 2, 3, 4], np.uint64)])
    seeds = grouped(texts, *chosen(texts, 2, 2))
    assert sorted(seeds.members.tolist()) == seeds.places.tolist()
    assert all(size >= 2 for size in np.diff(seeds.group_starts))


def test_a_small_record_never_imports_numba() -> None:
    code = (
        "import sys, headway.reuse as r, numpy as np\n"
        "from headway.reuse.runs import Texts\n"
        "list(r.FastEngine().runs(Texts.of([np.arange(50, dtype=np.uint64)] * 2), 12))\n"
        "sys.exit('numba' in sys.modules or 'django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_full_block_of_rows_is_begun_again_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    from headway.reuse import fast

    monkeypatch.setattr(fast, "_FIRST_ROWS", 1)
    texts = [[1, *range(10, 30), 2]] * 4
    assert rows_of(ENGINES["plain loops"], texts, 12) == brute(texts, 12)
