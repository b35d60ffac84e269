"""Edited passages in a search: classes, joining with verbatim ones, what is counted, caps."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.reuse.planted import overlap, searched, told
from benchmarks.reuse.planting import bigram_texts, invented_texts, plant
from headway.reuse import CanonText, Settings
from headway.reuse.alignments import EditRules
from tests.reuse.small import SCRIPT, delivery, filler, found

LIGHTLY = (
    "Our petitions are lodged at every county seat on the same day of receipt and answered "
    "in writing inside sixty days"
)
AGAIN = (
    "Our petitions are registered at each county seat on the very day of their receipt and "
    "answered in print within sixty days"
)


def edited(reuse, name):
    """The one edited passage of a delivery."""
    (passage,) = (one for one in reuse.passages(name) if one.how == "edited")
    return passage


@pytest.mark.parametrize(
    ("earlier", "kind"),
    [
        ({"on": "2001"}, "own_rounds"),
        ({"on": "2001", "dialogue": "", "meeting": ""}, "own_elsewhere"),
        ({"on": "2001", "side": "b"}, "echo"),
        ({"on": "2009-05-01", "sequence": 1}, "same_meeting"),
        ({"on": "2009", "dialogue": "", "meeting": ""}, "concurrent"),
        ({"on": "2012"}, "first_here"),
    ],
)
def test_class(earlier, kind):
    earlier = dict(earlier)
    one = delivery("one", earlier.pop("on"), **earlier)
    last = delivery("last", "2009-05-01", sequence=5)
    reuse, texts = found(
        (one, f"{filler(1)}. {SCRIPT}. {filler(2)}"), (last, f"{filler(3)}. {LIGHTLY}. {filler(4)}")
    )
    passage = edited(reuse, "last")
    assert passage.kind == kind
    assert texts["last"][passage.begin : passage.end] == LIGHTLY
    if kind not in ("concurrent", "first_here"):
        assert texts["one"][passage.first.begin : passage.first.end] == SCRIPT
    assert (passage.n_matched, passage.n_tokens) == (18, 21)
    assert passage.similarity == pytest.approx(18 / 21, abs=0.001)


def test_first_and_previous_are_each_placed_in_their_own_wording():
    reuse, texts = found(
        (delivery("a", "2001"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("b", "2002"), f"{filler(3)}. {LIGHTLY}. {filler(4)}"),
        (delivery("c", "2003"), f"{filler(5)}. {AGAIN}. {filler(6)}"),
    )
    passage = edited(reuse, "c")
    assert (passage.first.delivery, passage.previous.delivery, passage.earlier) == ("a", "b", 2)
    assert texts["a"][passage.first.begin : passage.first.end] == SCRIPT
    before = texts["b"][passage.previous.begin : passage.previous.end]
    assert LIGHTLY.startswith(before) and len(before) > 0.6 * len(LIGHTLY)
    cluster = reuse.cluster(passage.cluster)
    assert [one.delivery for one in cluster.witnesses] == ["a", "b", "c"]
    assert {one.how for one in cluster.witnesses} == {"edited"}


def test_a_refrain_with_variations():
    text = f"{SCRIPT}. {filler(1)}. {LIGHTLY}. {filler(2)}. {AGAIN}."
    reuse, _ = found((delivery("x", "2001"), text))
    assert [one.kind for one in reuse.passages("x")] == ["first_here", "refrain", "refrain"]


def test_a_canon_quoted_from_memory_is_canon_and_no_script():
    article = (
        "Everyone has the right to an effective remedy by the competent national tribunals for "
        "acts violating the fundamental rights granted him by the constitution or by law"
    )
    quoted = article.replace("competent", "proper").replace("granted him by", "given under")
    canon = (CanonText(id="udhr", language="en", text=article),)
    reuse, texts = found(
        (delivery("x", "2001"), f"{filler(1)} {quoted}. {filler(2)}"),
        (delivery("y", "2002"), f"{filler(3)} {quoted}. {filler(4)}"),
        canon=canon,
    )
    for name in ("x", "y"):
        passage = edited(reuse, name)
        assert (passage.kind, passage.source) == ("canon", "udhr")
        assert texts[name][passage.begin : passage.end] == quoted
        assert reuse.coverage(name).own_rounds == 0
        assert reuse.coverage(name).edited_others == len(quoted.split())


def test_edited_words_are_counted_apart_and_verbatim_ones_stay_verbatim():
    whole = f"{SCRIPT} {filler(50, 14)}"
    changed = whole.replace("filler50word5", "other").replace("filler50word9", "another")
    reuse, _ = found(
        (delivery("x", "2001"), f"{filler(1)}. {whole}. {filler(2, 150)}"),
        (delivery("y", "2002"), f"{filler(3)}. {changed}. {filler(4, 150)}"),
    )
    kinds = {(one.how, one.kind, one.n_tokens) for one in reuse.passages("y")}
    assert kinds == {("verbatim", "own_rounds", 26), ("edited", "own_rounds", 35)}
    told = reuse.coverage("y")
    assert (told.own_rounds, told.edited) == (26, 9)
    assert told.repeated == 26


def test_words_that_are_verbatim_from_a_delivery_as_early_are_not_edited_too():
    reuse, _ = found(
        (delivery("a", "2001"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("b", "2002"), f"{filler(3)}. {LIGHTLY}. {filler(4)}"),
        (delivery("c", "2003"), f"{filler(5)}. {SCRIPT}. {filler(6)}"),
    )
    assert [one.how for one in reuse.passages("c")] == ["verbatim"]
    assert edited(reuse, "b").first.delivery == "a"


def test_without_the_layer_nothing_is_edited_and_the_results_say_so():
    pairs = (
        (delivery("a", "2001"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("b", "2002"), f"{filler(3)}. {LIGHTLY}. {filler(4)}"),
    )
    reuse, _ = found(*pairs, settings=Settings(edits=None))
    assert len(reuse) == 0 and "edited" in reuse.not_looked_for
    reuse, _ = found(*pairs)
    assert len(reuse) == 2 and "edited" not in reuse.not_looked_for


def test_a_cap_that_fired_is_told():
    pairs = [(delivery(f"d{at}", f"{1950 + at}"), f"{filler(at)}. {SCRIPT}.") for at in range(9)]
    reuse, _ = found(*pairs, settings=Settings(edits=EditRules(most_earlier=3)))
    (cap,) = reuse.caps
    assert cap.startswith("en: ") and "more than 3 times before began no edited passage" in cap


def test_output_is_linear_in_the_deliveries():
    pairs = [
        (delivery(f"d{at}", f"{1950 + at}"), f"{filler(at)}. {(SCRIPT, LIGHTLY, AGAIN)[at % 3]}.")
        for at in range(30)
    ]
    reuse, _ = found(*pairs)
    assert sum(one.how == "edited" for d in reuse.deliveries for one in reuse.passages(d.id)) <= 60


ORDER = st.permutations(range(4))


@settings(deadline=None, max_examples=12)
@given(ORDER)
def test_the_order_in_which_texts_are_given_makes_no_difference(order):
    pairs = [
        (delivery("a", "2001"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("b", "2002"), f"{filler(3)}. {LIGHTLY}. {filler(4)}"),
        (delivery("c", "2003", side="b"), f"{filler(5)}. {AGAIN}. {filler(6)}"),
        (delivery("d", "2004"), f"{filler(7)}. {LIGHTLY}. {filler(8)}"),
    ]
    plain = {name: tuple(_known(p) for p in found(*pairs)[0].passages(name)) for name in "abcd"}
    reuse, _ = found(*[pairs[at] for at in order])
    assert {name: tuple(_known(p) for p in reuse.passages(name)) for name in "abcd"} == plain


def _known(passage):
    return replace(passage, cluster=0, wording=0)


def test_adding_deliveries_in_order_gives_what_a_batch_gives():
    pairs = [
        (delivery("a", "2001"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("b", "2002"), f"{filler(3)}. {LIGHTLY}. {filler(4)}"),
        (delivery("c", "2003"), f"{filler(5)}. {AGAIN}. {filler(6)}"),
    ]
    whole, _ = found(*pairs)
    for count in (2, 3):
        part, _ = found(*pairs[:count])
        name = pairs[count - 1][0].id
        before, after = edited(part, name), edited(whole, name)
        assert (before.begin, before.end, before.first, before.earlier) == (
            after.begin, after.end, after.first, after.earlier,
        )  # fmt: skip


@pytest.mark.parametrize("tokens", [(20, 40), (40, 80)])
def test_passages_planted_by_the_generator_are_found(tokens):
    planted = plant(invented_texts(3, 30), seed=5, each=15, rates=(0.0, 0.1, 0.2), tokens=tokens)
    held, rest = told(planted, searched(planted.texts, "en"))
    for rate, shares in held.items():
        found_at_half = sum(share >= 0.5 for share, _ in shares)
        assert found_at_half >= 14, rate
        assert sum(is_source for _, is_source in shares) >= 14, rate
    assert rest == []


def test_nothing_is_found_in_texts_drawn_from_pairs_of_words():
    drawn = bigram_texts(invented_texts(4, 40), 1, 400_000)
    assert len(searched(drawn, "en")) == 0


def test_the_generator_writes_down_where_it_planted():
    planted = plant(invented_texts(6, 8), seed=2, each=4, rates=(0.0,))
    for one in planted.plants:
        source = planted.texts[one.source][slice(*one.source_span)].split()
        target = planted.texts[one.target][slice(*one.target_span)].split()
        assert [w.strip(".") for w in source] == target
    assert overlap((0, 4), (2, 6)) == pytest.approx(1 / 3)
