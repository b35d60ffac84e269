"""The invented example against its truth file, which was committed before this code."""

import json
from pathlib import Path
from typing import Any

import pytest

from headway.bundle import read
from headway.library import example
from headway.reuse import CanonText, Delivery, Reuse, deliveries_of, find, formulae_of

TRUTH = Path(__file__).parents[1] / "truth" / "invented-passages.json"
EDGES = " \n.,;:!?。，；：、！？”“\"'"
OWN = {"own_rounds", "own_elsewhere", "same_meeting", "concurrent", "first_here"}
KINDS = {
    "verbatim": OWN,
    "formula": {"formula"},
    "quotation": {"canon"},
    "refrain": {"first_here", "refrain"},
    "echo": {"first_here", "echo"},
    "attributed_quotation": {"first_here", "echo"},
}

Found = tuple[Reuse, dict[str, Delivery], dict[str, str]]


def passages(*kinds: str) -> list[dict[str, Any]]:
    """The planted passages of these kinds."""
    held = json.loads(TRUTH.read_text(encoding="utf-8"))["passages"]
    return [one for one in held if one["kind"] in kinds]


@pytest.fixture(scope="module")
def searched() -> Found:
    """What the search finds in the invented bundle, with the quoted articles as canon."""
    corpus = read(example("invented")).corpus()
    deliveries = deliveries_of(corpus)
    texts = {one.id: corpus.text(one.text) for one in deliveries if one.text}
    canon = tuple(
        CanonText(id=one["source"], language=one["language"], text=one["text"])
        for one in passages("quotation")
    )
    reuse = find(deliveries, corpus.text, canon=canon, formulae=formulae_of(corpus))
    return reuse, {one.id: one for one in deliveries}, texts


def places(searched: Found, passage: dict[str, Any]) -> list[dict[str, Any]]:
    """Those places of a planted passage that stand in a text that is compared."""
    deliveries = searched[1]
    return [
        place
        for place in passage["places"]
        if place["text"] in deliveries and deliveries[place["text"]].is_compared
    ]


def at(searched: Found, place: dict[str, Any]) -> list[Any]:
    """Passages found that overlap a planted place."""
    return [
        one
        for one in searched[0].passages(place["text"])
        if one.begin < place["end"] and one.end > place["begin"]
    ]


@pytest.mark.parametrize("planted", passages(*KINDS), ids=lambda one: one["id"])
def test_a_planted_passage_is_found_with_its_exact_span(
    searched: Found, planted: dict[str, Any]
) -> None:
    found = places(searched, planted)
    if len(found) < 2 and planted["kind"] != "quotation":
        assert all(at(searched, place) == [] for place in found)
        return
    for place in found:
        text = searched[2][place["text"]]
        (passage,) = at(searched, place)
        assert text[passage.begin : passage.end] == text[place["begin"] : place["end"]].strip(EDGES)
        assert passage.kind in KINDS[planted["kind"]]


@pytest.mark.parametrize(
    "planted", passages("verbatim", "echo", "attributed_quotation"), ids=lambda one: one["id"]
)
def test_the_first_delivery_is_right(searched: Found, planted: dict[str, Any]) -> None:
    for place in places(searched, planted):
        (passage,) = at(searched, place)
        firsts = planted.get("concurrent") or [planted["first"]]
        if place["text"] in firsts:
            assert passage.first is None
        else:
            assert passage.first is not None
            assert passage.first.delivery in firsts
            assert passage.first_is_certain == (len(firsts) == 1)
        cluster = searched[0].cluster(passage.cluster)
        assert sorted(cluster.firsts) == sorted(firsts)
        assert len(cluster.witnesses) == len(places(searched, planted))


def test_no_formula_counts_as_script(searched: Found) -> None:
    reuse, deliveries, _ = searched
    expected = dict.fromkeys(deliveries, 0)
    for planted in passages("formula"):
        for place in places(searched, planted):
            if at(searched, place):
                expected[place["text"]] += place["tokens"]
    found = {one.delivery: one.formula for one in reuse.coverages}
    assert {name: n for name, n in found.items() if n} == {n: k for n, k in expected.items() if k}


def test_nothing_is_found_that_was_not_planted(searched: Found) -> None:
    reuse, deliveries, _ = searched
    planted = [place for one in passages(*KINDS) for place in one["places"]]
    for name in deliveries:
        for passage in reuse.passages(name):
            assert any(
                place["text"] == name
                and place["begin"] <= passage.begin < passage.end <= place["end"]
                for place in planted
            ), (name, passage)


HAVE_A_VERBATIM_PART = {one.get("inside") for one in passages("verbatim")}


@pytest.mark.parametrize(
    "planted", passages("edited", "reworded", "translated"), ids=lambda one: one["id"]
)
def test_other_reuse_is_not_yet_looked_for(searched: Found, planted: dict[str, Any]) -> None:
    assert planted["kind"] in searched[0].not_looked_for
    if planted["id"] not in HAVE_A_VERBATIM_PART:
        assert all(at(searched, place) == [] for place in places(searched, planted))


@pytest.mark.parametrize("planted", passages("near_miss"), ids=lambda one: one["id"])
def test_the_same_matter_told_afresh_is_not_reuse(searched: Found, planted: dict[str, Any]) -> None:
    assert all(at(searched, place) == [] for place in places(searched, planted))


FIGURES = json.loads(TRUTH.with_name("invented-figures.json").read_text(encoding="utf-8"))
NAMES = {
    "own_rounds": "earlier_rounds",
    "own_elsewhere": "elsewhere",
    "same_meeting": "same_meeting",
    "echo": "other_side",
    "canon": "canon",
    "formula": "formula",
    "refrain": "refrain",
}


@pytest.mark.parametrize("name", FIGURES["reuse_share"]["texts"])
def test_tokens_by_class_are_those_worked_out_from_the_planted_spans(
    searched: Found, name: str
) -> None:
    want = FIGURES["reuse_share"]["texts"][name]
    found = searched[0].coverage(name)
    assert {key: getattr(found, key) for key in NAMES} == {
        key: want[other] for key, other in NAMES.items()
    }
    assert (found.derivation != "not_assessed") == want["assessed"]
    assert found.n_tokens == want["tokens"]
