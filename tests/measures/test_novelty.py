"""What was new: tokens in no passage said before, and what is left when the past is known."""

import hashlib
from random import Random

import pytest

from headway.domain.corpus import Corpus, project
from headway.domain.errors import BadInput
from headway.domain.views import Viewer
from headway.measures import Ask, measure
from headway.reuse import deliveries_of, find
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import swapped

DRAWN = (
    Drawn(
        title="nobody has searched",
        table="""
Statement s1 party=a round=r1 delivered_on=2001-05-10 title=Opening
Statement s2 party=a round=r2 delivered_on=2002-05-10 title=Opening
""",
        party="a",
        sentence=(
            "0 of 2 statements of Ardenia were searched for repeated words; "
            "the command headway reuse does it."
        ),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("novelty", drawn)


def words(seed, count):
    """So many invented words, drawn from a stock of two thousand."""
    draw = Random(seed)
    stock = ["".join(draw.choices("bdfgklmnprstvaeiou", k=draw.randint(3, 9))) for _ in range(2000)]
    return [draw.choice(stock) for _ in range(count)]


OLD = words(1, 300)


def changed(share, seed=5):
    """The old words with a share of them, spread evenly, replaced by new ones."""
    draw = Random(seed)
    new = words(99, len(OLD))
    places = draw.sample(range(len(OLD)), round(share * len(OLD)))
    return [new[at] if at in set(places) else word for at, word in enumerate(OLD)]


def world(texts, party="a"):
    """A corpus of statements of one side, a year after the other, each at round 1 or 2."""
    held = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts.values()}
    table = "".join(
        f"Statement {name} party={party} round={'r1' if at == 0 else 'r2'} "
        f"delivered_on={2001 + min(at, 1)}-05-{10 + at} title={name}\n"
        f"Rendering {name}-en statement={name} language=en kind=original fidelity=verbatim "
        f"text={hashlib.sha256(text.encode()).hexdigest()}\n"
        for at, (name, text) in enumerate(texts.items())
    )
    values = values_of(SIDES + table)
    return values, Corpus(values=project(values, Viewer("desk")), text=held.__getitem__)


def told(texts):
    """The figure of a side and its corpus."""
    _, corpus = world(texts)
    found = find(deliveries_of(corpus), corpus.text)
    return measure("novelty", corpus, Ask("d", "a"), found)


def kept(share):
    """The compressed size that a text keeps after the old one, with a share of words changed."""
    figure = told({"old": " ".join(OLD), "later": " ".join(changed(share))})
    counts = dict(figure.parts[1].counts)
    return counts["compressed_beside"] / counts["compressed_alone"]


def test_compression_keeps_its_order_where_no_passage_is_found_any_more():
    shares = [0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0]
    sizes = [kept(share) for share in shares]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.1 and sizes[-1] > 0.8
    texts = {"old": " ".join(OLD), "later": " ".join(changed(0.8))}
    assert dict(told(texts).parts[1].counts)["new"] == len(OLD)


def test_what_was_said_before_is_not_new_whether_verbatim_or_edited():
    fresh = words(7, 200)
    texts = {
        "old": " ".join(OLD),
        "again": " ".join(OLD[:100] + fresh),
        "edited": " ".join(changed(0.1)[:100] + words(8, 200)),
    }
    figure = told(texts)
    # Three of the edits stand at the ends of the passages, where nothing ties them to it.
    assert figure.sentence.startswith("703 of 900 words in 3 statements of Ardenia stand in no ")
    assert figure.sentence.endswith("% of their compressed size.")
    by_ref = {(i.ref, i.code): i.weight for i in figure.items}
    assert by_ref["Statement/again", "no"] == 100
    assert 95 <= by_ref["Statement/edited", "no"] <= 100
    assert by_ref["Statement/old", "yes"] == 300


def test_the_parts_are_the_rounds_and_bounds_count_what_could_not_be_assessed():
    figure = told({"old": " ".join(OLD), "short": " ".join(words(3, 50))})
    assert [part.title for part in figure.parts] == ["Round 1", "Round 2"]
    assert dict(figure.counts)["assessed"] == 1
    assert figure.bounds.low == pytest.approx(300 / 350)
    assert figure.bounds.high == 1.0
    assert figure.sentence.endswith("; 1 statement was not assessed.")


def test_what_is_cut_is_told():
    _, corpus = world({"old": " ".join(OLD), "later": " ".join(words(4, 200))})
    found = find(deliveries_of(corpus), corpus.text)
    ask = Ask("d", "a", settings=(("most_compared", 500.0),))
    notes = measure("novelty", corpus, ask, found).notes
    assert notes[0] == "1 text was compressed beside the latest 500 characters only."


def test_swapping_the_parties_swaps_the_figure():
    texts = {"old": " ".join(OLD), "later": " ".join(changed(0.3))}
    values, corpus = world(texts)
    there = Corpus(values=project(swapped(values), Viewer("desk")), text=corpus.text)
    before = measure("novelty", corpus, Ask("d", "a"), find(deliveries_of(corpus), corpus.text))
    after = measure("novelty", there, Ask("d", "b"), find(deliveries_of(there), there.text))
    assert (after.counts, after.items, after.bounds) == (
        before.counts,
        before.items,
        before.bounds,
    )


def test_what_is_no_search_is_refused():
    _, corpus = world({"old": " ".join(OLD)})
    with pytest.raises(BadInput, match=r"headway\.reuse"):
        measure("novelty", corpus, Ask("d", "a"), object())
