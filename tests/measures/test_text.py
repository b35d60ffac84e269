"""What was said before: reuse_share and first_said, over a small search for reuse."""

import hashlib

import pytest

from headway.domain.corpus import Corpus, project
from headway.domain.errors import BadInput
from headway.domain.views import Viewer
from headway.measures import Ask, measure
from headway.reuse import deliveries_of, find
from tests.measures.drawn import SIDES, values_of
from tests.measures.worlds import swapped

SCRIPT = (
    "Our country has always held that the rights of the many come before the wishes of the few "
    "and that stability feeds the people better than quarrels ever could"
)


def filler(name, count):
    """So many words that stand nowhere else."""
    return " ".join(f"{name}{n}" for n in range(count))


TEXTS = {
    "press": f"{filler('p', 140)} {SCRIPT}. {filler('q', 40)}",
    "first": f"{filler('f', 150)} {SCRIPT}. {filler('g', 30)}",
    "second": f"{filler('s', 120)} {SCRIPT}. {filler('t', 60)}",
    "short": f"{SCRIPT} indeed",
    "note": filler("n", 200),
    "other": f"{filler('o', 200)}",
}
TABLE = """
Statement press party=a delivered_on=2000-02-01 forum="a press briefing" addressee=journalists
    title=Briefing
Statement first party=a round=r1 delivered_on=2001-05-10 title=Opening
Statement second party=a round=r2 delivered_on=2002-05-10 title=Opening
Statement short party=a round=r2 delivered_on=2002-05-11 title=Closing
Statement note party=a round=r2 delivered_on=2002-05-11 title=Reply
Statement none party=a round=r2 delivered_on=2002-05-11 title=Paper
Statement other party=b round=r2 delivered_on=2002-05-11 title=Answer
"""


def hash_of(name):
    return hashlib.sha256(TEXTS[name].encode()).hexdigest()


def renderings():
    return "\n".join(
        f"Rendering {name}-en statement={name} language=en kind=original text={hash_of(name)}"
        f" fidelity={'note' if name == 'note' else 'verbatim'}"
        for name in TEXTS
    )


def corpus_of_texts(values):
    held = {hash_of(name): text for name, text in TEXTS.items()}
    return Corpus(values=project(values, Viewer("desk")), text=held.__getitem__)


@pytest.fixture(scope="module")
def values():
    return values_of(SIDES + TABLE + renderings())


@pytest.fixture(scope="module")
def corpus(values):
    return corpus_of_texts(values)


@pytest.fixture(scope="module")
def found(corpus):
    return find(deliveries_of(corpus), corpus.text)


def test_reuse_share_counts_words_delivered_before(corpus, found):
    script = len(SCRIPT.split())
    figure = measure("reuse_share", corpus, Ask("d", "a"), found)
    counts = dict(figure.counts)
    assert counts["own_rounds"] == script
    assert counts["own_elsewhere"] == script
    assert counts["words"] == 2 * (180 + script)
    assert (counts["statements"], counts["assessed"]) == (5, 2)
    short = script + 1
    total = counts["words"] + short
    assert figure.bounds.low == pytest.approx(2 * script / total)
    assert figure.bounds.high == pytest.approx((2 * script + short) / total)
    assert figure.sentence.startswith(
        f"{2 * script} of {counts['words']:.0f} words in 2 statements of Ardenia had been "
        f"delivered by it before: {script} in earlier rounds and {script} elsewhere"
    )
    assert figure.sentence.endswith("; 3 statements were not assessed.")


def test_reuse_share_tells_why_a_text_is_not_assessed(corpus, found):
    items = {i.ref: i for i in measure("reuse_share", corpus, Ask("d", "a"), found).items}
    assert items["Statement/note"].code == "not_assessed" and not items["Statement/note"].weight
    assert items["Statement/short"].code == "not_assessed" and items["Statement/short"].weight
    assert items["Statement/none"].code == "not_looked"


@pytest.mark.parametrize("name", ["reuse_share", "novelty", "first_said"])
def test_withheld_texts_are_told_beside_what_was_compared(name, values, corpus, found):
    kept = """
Withholding w1 item=Statement/gone noun=Statement category=security round=r2
Withholding w2 item=Rendering/gone noun=Rendering category=security dialogue=d
Withholding w3 item=Rendering/gone noun=Rendering category=security dialogue=elsewhere
"""
    there = corpus_of_texts([*values, *values_of(kept)])
    for party in ("a", "b"):
        before, after = (measure(name, c, Ask("d", party), found) for c in (corpus, there))
        told = {i.ref for i in after.items} - {i.ref for i in before.items}
        listed = {"Withholding/w1", "Withholding/w2"}
        assert told == (listed if name != "first_said" else set())  # a register of passages
        assert all(i.weight == 0 for i in after.items if i.code == "withheld")
        assert (after.sentence, after.bounds, after.counts) == (
            before.sentence,
            before.bounds,
            before.counts,
        )
        assert [note for note in after.notes if note not in before.notes] == [
            "2 statements or texts are withheld, of either side: what they hold is not counted "
            "here, and may have been said in them first."
        ]


def test_reuse_share_of_the_other_side(corpus, found):
    figure = measure("reuse_share", corpus, Ask("d", "b"), found)
    assert figure.sentence == (
        "0 of 200 words in 1 statement of Belmark had been delivered by it before (0 %)."
    )


def test_reuse_share_by_round(corpus, found):
    parts = measure("reuse_share", corpus, Ask("d", "a"), found).parts
    assert [part.title for part in parts] == ["Round 1", "Round 2"]
    assert dict(parts[0].counts)["own_rounds"] == 0


def test_first_said_names_day_place_and_how_often(corpus, found):
    figure = measure("first_said", corpus, Ask("d", "a"), found)
    assert figure.sentence == (
        "1 passage of Ardenia has been delivered by it before; the oldest was first delivered "
        "on 2000-02-01 (a press briefing, to journalists)."
    )
    (passage,) = figure.parts
    assert passage.sentence == (
        "4 deliveries: first on 2000-02-01 (a press briefing, to journalists), "
        "last on 2002-05-11 (round 2)."
    )
    assert [item.ref for item in passage.items] == [
        "Rendering/press-en",
        "Rendering/first-en",
        "Rendering/second-en",
        "Rendering/short-en",
    ]
    assert [item.category for item in passage.items] == ["first", "again", "again", "again"]
    assert passage.title.startswith("Our country has always held")


def test_first_said_where_nothing_was_repeated(corpus, found):
    figure = measure("first_said", corpus, Ask("d", "b"), found)
    assert figure.sentence == "0 passages of Belmark were found that it had delivered before."


@pytest.mark.parametrize("name", ["reuse_share", "first_said"])
def test_without_a_search_nobody_looked(name, corpus):
    figure = measure(name, corpus, Ask("d", "a"))
    assert figure.sentence == (
        "0 of 5 statements of Ardenia were searched for repeated words; "
        "the command headway reuse does it."
    )
    assert {item.code for item in figure.items} == {"not_looked"}


@pytest.mark.parametrize("name", ["reuse_share", "first_said"])
def test_what_is_no_search_is_refused(name, corpus):
    with pytest.raises(BadInput, match=r"headway\.reuse"):
        measure(name, corpus, Ask("d", "a"), object())


@pytest.mark.parametrize("name", ["reuse_share", "first_said"])
def test_swapping_the_parties_swaps_the_texts_measures_too(name, values, corpus, found):
    from dataclasses import replace

    there = corpus_of_texts(swapped(values))
    other = find(deliveries_of(there), there.text)
    after = measure(name, there, Ask("d", "b"), other)
    before = measure(name, corpus, Ask("d", "a"), found)
    parts = tuple(replace(part, party="a") for part in after.parts)
    assert replace(after, party="a", parts=parts) == before
