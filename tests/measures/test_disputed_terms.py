"""Where do words break?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build

TABLE = """
Term t1 wording="rule of law" status=disputed views="Belmark: rule by law"
Term t2 wording="arbitrary detention" status=agreed
Term t3 wording="re-education" status=agreed
Term t4 wording="civil society" status=disputed
Term t5 wording="defender" status=proposed
"""

DRAWN = tuple(
    Drawn(
        title,
        TABLE,
        party=party,
        sentence="3 of 5 terms have no agreed equivalent (60 %).",
        bounds=(0.6, 0.6),
        counts={"terms": 5, "agreed": 2, "disputed": 2, "proposed": 0, "no_equivalent": 1},
    )
    for title, party in (("agreed, disputed and proposed", "a"), ("the other side", "b"))
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("disputed_terms", drawn)


def test_bounds_equal_all_completions():
    unknown = values_of("Withholding w item=Term/t9 noun=Term dialogue=d")
    choices = [[values_of(f"Term t9 status={s}") for s in ("agreed", "disputed", "proposed")]]
    check_corpus_bounds(
        lambda corpus: measure("disputed_terms", corpus, Ask("d", "a")),
        build,
        values_of(SIDES + TABLE),
        unknown,
        choices,
    )
