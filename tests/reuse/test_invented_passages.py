"""The invented example against its truth file, which was committed before this code."""

import json
from pathlib import Path
from typing import Any

import pytest

from headway.bundle import read
from headway.library import example
from headway.reuse import CanonText, Delivery, Reuse, canon_of, deliveries_of, find, formulae_of

TRUTH = Path(__file__).parents[1] / "truth" / "invented-passages.json"
EDGES = " \n.,;:!?。，；：、！？”“\"'"
OWN = {"own_rounds", "own_elsewhere", "same_meeting", "concurrent", "first_here"}
KINDS = {
    "verbatim": OWN,
    "formula": {"formula"},
    "quotation": {"canon"},
    "refrain": {"first_here", "refrain"},
    "echo": {"first_here", "echo"},
    "attributed_quotation": {"first_here", "attributed_quotation"},
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
    quoted = (*canon, *canon_of(corpus))
    reuse = find(deliveries, corpus.text, canon=quoted, formulae=formulae_of(corpus))
    return reuse, {one.id: one for one in deliveries}, texts


def places(searched: Found, passage: dict[str, Any]) -> list[dict[str, Any]]:
    """Those places of a planted passage that stand in a text that is compared."""
    deliveries = searched[1]
    return [
        place
        for place in passage["places"]
        if place["text"] in deliveries and deliveries[place["text"]].is_compared
    ]


def at(searched: Found, place: dict[str, Any], how: str = "verbatim") -> list[Any]:
    """Passages found that overlap a planted place."""
    return [
        one
        for one in searched[0].passages(place["text"])
        if one.begin < place["end"] and one.end > place["begin"] and one.how == how
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
            assert passage.how == "edited" or any(
                place["text"] == name
                and place["begin"] <= passage.begin < passage.end <= place["end"]
                for place in planted
            ), (name, passage)


def overlap(passage: Any, place: dict[str, Any]) -> float:
    """Intersection over union of a passage and a planted place, in code points."""
    shared = min(passage.end, place["end"]) - max(passage.begin, place["begin"])
    whole = max(passage.end, place["end"]) - min(passage.begin, place["begin"])
    return max(0, shared) / whole


EDITED_KINDS = {
    None: {"own_rounds", "own_elsewhere", "same_meeting"},
    "echo": {"echo"},
    "refrain": {"refrain"},
    "canon": {"canon"},
}


@pytest.mark.parametrize("planted", passages("edited"), ids=lambda one: one["id"])
def test_an_edited_passage_is_found_with_its_span_class_and_first_delivery(
    searched: Found, planted: dict[str, Any]
) -> None:
    kinds = EDITED_KINDS[planted.get("class")]
    first = next(one for one in planted["places"] if one["text"] == planted["first"])
    for number, place in enumerate(places(searched, planted)):
        (passage,) = at(searched, place, "edited")
        assert overlap(passage, place) >= 0.7
        assert 0.5 <= passage.similarity < 1
        if passage.kind == "canon":
            assert planted["class"] == "canon" and passage.source
        elif number == 0:
            assert passage.kind == "first_here" and passage.first is None
        elif passage.kind == "refrain":
            assert planted["class"] == "refrain"
        else:
            assert passage.kind in kinds
            assert passage.first is not None and passage.first.delivery == planted["first"]
            assert overlap(passage.first, first) >= 0.7


def test_nothing_is_found_edited_that_was_not_planted(searched: Found) -> None:
    reuse, deliveries, _ = searched
    planted = [place for one in passages("edited") for place in one["places"]]
    for name in deliveries:
        for passage in reuse.passages(name):
            assert passage.how == "verbatim" or any(
                place["text"] == name and overlap(passage, place) >= 0.7 for place in planted
            ), (name, passage)


@pytest.mark.parametrize("planted", passages("reworded", "translated"), ids=lambda one: one["id"])
def test_other_reuse_is_not_yet_looked_for(searched: Found, planted: dict[str, Any]) -> None:
    assert planted["kind"] in searched[0].not_looked_for
    for how in ("verbatim", "edited"):
        assert all(at(searched, place, how) == [] for place in places(searched, planted))


@pytest.mark.parametrize("planted", passages("near_miss"), ids=lambda one: one["id"])
def test_the_same_matter_told_afresh_is_not_reuse(searched: Found, planted: dict[str, Any]) -> None:
    for how in ("verbatim", "edited"):
        assert all(at(searched, place, how) == [] for place in places(searched, planted))


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
    told = {key: getattr(found, key) for key in NAMES}
    told["echo"] += found.attributed_quotation
    assert told == {key: want[other] for key, other in NAMES.items()}
    assert (found.derivation != "not_assessed") == want["assessed"]
    assert found.n_tokens == want["tokens"]
