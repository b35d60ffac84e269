"""Is the time for the talks getting shorter?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

PARTIES = """
Dialogue d title="Ardenia and Belmark" parties=a,b
Party a name=Ardenia languages=en
Party b name=Belmark languages=zh
"""
HOURS = (12, 9.5, None, 9.5, 6, 6)


def rounds(hours):
    lines = (
        f"Round r{n} dialogue=d number={n} began_on=200{n}-05-10"
        + (f" hours={h}" if h is not None else "")
        for n, h in enumerate(hours, 1)
    )
    return "\n".join(lines) + "\n"


DRAWN = tuple(
    Drawn(
        title,
        rounds(HOURS),
        party=party,
        sides=PARTIES,
        sentence="2 of 5 later rounds had fewer hours of talks than the round before; 2 are "
        "unknown (at most 1 of them can count), so between 40 % and 60 %.",
        bounds=(0.4, 0.6),
        counts={"rounds": 6, "lower": 2, "not_lower": 1, "unknown": 2},
        parts={
            "Round 2": "9.5 hours of talks were held at round 2.",
            "Round 3": "0 hours of talks are entered at round 3.",
        },
    )
    for title, party in (("one round without hours", "a"), ("the other side reads the same", "b"))
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("hours", drawn)


def test_bounds_equal_all_completions():
    def figure(corpus):
        return measure("hours", corpus, Ask("d", "a"))

    def round_with(number, hours):
        return values_of(rounds((None,) * (number - 1) + (hours,)))[-1:]

    known = values_of(rounds(HOURS))
    fixed = [*values_of(PARTIES), *known[:1], *known[3:]]
    levels = (0.0, 6.0, 9.5, 9.6, 9.7, 11.9, 12.0, 13.0)
    choices = [[round_with(n, h) for h in levels] for n in (2, 3)]
    unknown = [*round_with(2, None), *round_with(3, None)]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_rounds_that_are_not_on_record_are_told():
    later = "Round r9 dialogue=d number=9 began_on=2009-05-10 hours=2"
    unnumbered = "\nRound r10 dialogue=d began_on=2010-05-10 hours=2"
    last = "\nRound r12 dialogue=d number=12 began_on=2012-05-10 hours=2"
    corpus = corpus_of(PARTIES + rounds((12, 9)) + later + unnumbered + last)
    assert measure("hours", corpus, Ask("d", "a")).notes == (
        "The numbers do not follow each other: 2, then 9.",
        "By their numbers more rounds were held here than are on record.",
    )
