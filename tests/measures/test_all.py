"""What holds for every measure: both sides, plain JSON, bounds, views, words."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.errors import NotFound
from headway.domain.views import VIEWS
from headway.measures import (
    Ask,
    Figure,
    figure_from_plain,
    figure_to_plain,
    figures,
    leading,
    measure,
    measures,
    registered,
)
from headway.measures.figure import Item, bounds_of
from tests.measures.completions import check_bounds
from tests.measures.worlds import CODES, build, records, swapped

NAMES = sorted(registered())
ITEMS = st.lists(
    st.builds(
        Item,
        ref=st.just("Concern/c"),
        code=st.sampled_from(CODES),
        conflicting=st.booleans(),
        optional=st.booleans(),
        weight=st.sampled_from((1.0, 1.0, 2.5)),
    ),
    max_size=6,
)


def test_the_six_that_lead_and_their_order():
    assert [m.name for m in leading()] == [
        "answer_rate",
        "carry_over",
        "undertakings",
        "mandate_coverage",
        "rungs",
        "translation_coverage",
    ]


@pytest.mark.parametrize("about", measures(), ids=lambda m: m.name)
def test_every_measure_says_what_it_is(about):
    for text in (about.question, about.formula, about.source, about.not_when, about.both_sides):
        assert len(text) > 15
    assert about.question.endswith("?")


def test_an_unknown_measure_names_those_there_are():
    with pytest.raises(NotFound, match="answer_rate"):
        measure("overall_score", build([]), Ask("d", "a"))


@given(ITEMS)
@settings(max_examples=200, deadline=None)
def test_bounds_equal_all_completions(items):
    check_bounds(bounds_of, items)


def renamed(figure: Figure, party: str) -> Figure:
    """The figure as if it were about the other party."""
    return replace(figure, party=party, parts=tuple(renamed(p, party) for p in figure.parts))


@given(records(), st.sampled_from(sorted(VIEWS)))
@settings(max_examples=60, deadline=None)
def test_swapping_the_parties_swaps_the_results_and_nothing_else(values, view):
    here, there = build(values, view), build(swapped(values), view)
    for name in NAMES:
        for party, other in (("a", "b"), ("b", "a")):
            before = measure(name, here, Ask("d", party))
            after = measure(name, there, Ask("d", other))
            assert renamed(after, party) == before, name


@given(records(), st.sampled_from(sorted(VIEWS)))
@settings(max_examples=60, deadline=None)
def test_every_figure_is_whole(values, view):
    corpus = build(values, view)
    for figure in figures(corpus, "d"):
        assert figure_from_plain(json.loads(json.dumps(figure_to_plain(figure)))) == figure
        for part in (figure, *figure.parts, *(p for part in figure.parts for p in part.parts)):
            check_part(part, view)


def check_part(figure: Figure, view: str) -> None:
    """A sentence that starts with a count, bounds in order, no rate below five."""
    assert figure.view == view
    assert re.match(r"^(fewer than )?\d", figure.sentence), figure.sentence
    assert figure.sentence.endswith(".")
    assert "  " not in figure.sentence
    if figure.bounds is None:
        return
    low, high = figure.bounds.low, figure.bounds.high
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert 0.0 <= low <= high + 1e-9 <= 1.0 + 2e-9
    if not figure.bounds.rate_may_be_shown and figure.kind != "distribution":
        assert "%" not in figure.sentence


@given(records())
@settings(max_examples=60, deadline=None)
def test_no_list_of_persons_and_no_small_count_of_them_outside(values):
    for view in ("public", "counterpart", "oversight"):
        for name in OF_PERSONS:
            check_persons(measure(name, build(values, view), Ask("d", "a")))


OF_PERSONS = ("experience", "handover", "retention", "stability")


def check_persons(figure: Figure) -> None:
    """No list of persons, no count of 1 to 4 of them, in any part."""
    for part in (figure, *figure.parts, *(inner for part in figure.parts for inner in part.parts)):
        assert part.items == ()
        assert not any(0 < count < 5 for _, count in part.counts)
        assert not re.search(r"(?<!than )(?<!round )\b[1-4] (of|persons?|are|is)\b", part.sentence)


@given(records())
@settings(max_examples=40, deadline=None)
def test_a_sentence_gives_no_verdict(values):
    words = re.compile(r"\b(failed|fails|good|bad|poor|only|merely|refuses|worst|best)\b", re.I)
    for figure in figures(build(values), "d"):
        for part in (figure, *figure.parts):
            assert not words.search(part.sentence), part.sentence


def test_a_forum_gets_text_measures_on_demand_only():
    from tests.measures.drawn import corpus_of

    corpus = corpus_of(
        "Dialogue d title=Forum parties=a,b kind=forum\nParty a name=A\nParty b name=B"
    )
    assert figures(corpus, "d") == ()
    found = figures(corpus, "d", parties=["a"])
    assert {f.measure for f in found} == {m.name for m in measures() if m.kind == "text"}
