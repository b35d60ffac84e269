"""The UN General Debate: the exact layer against a suffix array, and cases known from reading."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from headway.domain.dates import PartialDate
from headway.reuse import Delivery, FastEngine, Reuse, find
from headway.reuse.runs import Texts
from headway.text import fold
from tests.reuse.suffix_array import maximal_pairs

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def speeches(shared_data: Path) -> list[dict[str, Any]]:
    """All speeches, as rows of id, country, year and text."""
    parquet = pytest.importorskip("pyarrow.parquet")
    rows: list[dict[str, Any]] = parquet.read_table(
        shared_data / "ungdc" / "ungdc-1946-2024.parquet"
    ).to_pylist()
    return rows


@pytest.mark.parametrize("at_least", [12, 20])
@pytest.mark.parametrize("compile_from", [0, 10**12], ids=["compiled", "plain loops"])
def test_runs_equal_those_of_a_suffix_array(
    speeches: list[dict[str, Any]], at_least: int, compile_from: int
) -> None:
    """Four megabytes: every fiftieth speech."""
    texts = Texts.of([fold(one["text"]).ids for one in speeches[::50]])
    engine = FastEngine(compile_from)
    found = {row for runs in engine.runs(texts, at_least) for row in runs.rows()}
    want = maximal_pairs(texts, at_least)
    assert len(want) > 20
    assert found == want


def searched(speeches: list[dict[str, Any]], *countries: str) -> tuple[Reuse, dict[str, str]]:
    """A search among the speeches of some states."""
    chosen = [one for one in speeches if one["country"] in countries]
    deliveries = [
        Delivery(
            id=one["id"],
            text=one["id"],
            language="en",
            side=one["country"],
            delivered_on=PartialDate(str(one["year"])),
            dialogue="general-debate",
            meeting=str(one["year"]),
        )
        for one in chosen
    ]
    texts = {one["id"]: one["text"] for one in chosen}
    return find(deliveries, texts), texts


@pytest.mark.parametrize(
    ("country", "words", "first", "last"),
    [
        ("CHN", "mutual respect for sovereignty and territorial integrity, mutual non-aggression",
         1972, 1997),
        ("DEU", "state of peace in Europe in which the German", 1974, 1990),
    ],
)  # fmt: skip
def test_refrains_are_found_with_their_years(
    speeches: list[dict[str, Any]], country: str, words: str, first: int, last: int
) -> None:
    reuse, texts = searched(speeches, country)
    want = fold(words).ids.tolist()

    def says(passage: Any) -> bool:
        ids = fold(texts[passage.delivery][passage.begin : passage.end]).ids.tolist()
        return any(ids[at : at + len(want)] == want for at in range(len(ids)))

    years = {
        int(one.id[-4:])
        for one in reuse.deliveries
        for passage in reuse.passages(one.id)
        if passage.how == "verbatim"
        and passage.kind in ("own_rounds", "first_here")
        and says(passage)
    }
    assert min(years) == first
    assert max(years) >= last
    assert len(years) >= 10


def test_misfiled_speeches_are_alerts(speeches: list[dict[str, Any]]) -> None:
    reuse, _ = searched(speeches, "FJI", "IRL", "ARE", "MNG")
    assert {frozenset((one.one, one.other)) for one in reuse.alerts} == {
        frozenset(("FJI_27_1972", "IRL_27_1972")),
        frozenset(("ARE_27_1972", "MNG_27_1972")),
    }
    assert reuse.passages("FJI_27_1972") == ()


def test_every_span_leads_back_to_its_words(speeches: list[dict[str, Any]]) -> None:
    reuse, texts = searched(speeches, "CHN", "CAN", "NOR", "SAU")
    assert len(reuse) > 100
    for one in reuse.deliveries:
        for passage in reuse.passages(one.id):
            words = fold(texts[one.id][passage.begin : passage.end]).ids.tolist()
            assert len(words) == passage.n_tokens
            for place in (passage.first, passage.previous):
                if place is not None:
                    there = fold(texts[place.delivery][place.begin : place.end]).ids
                    if passage.how == "verbatim":
                        assert there.tolist() == words
                    else:
                        assert len(set(there.tolist()) & set(words)) >= 0.25 * len(set(words))


def test_folded_speeches_can_be_checked(speeches: list[dict[str, Any]]) -> None:
    for one in speeches[::800]:
        folded = fold(one["text"])
        folded.check(one["text"])
        assert np.all(folded.begins < folded.ends)
