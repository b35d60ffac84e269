"""Is the rank of the head of delegation falling?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

LADDER = "Director,Deputy minister,Minister"
SIDES = f"""
Dialogue d title="Ardenia and Belmark" parties=a,b
Party a name=Ardenia languages=en ladder="{LADDER}"
Party b name=Belmark languages=zh
Person p1 name=P1 party=a
Person p2 name=P2 party=b
""" + "".join(f"Round r{n} dialogue=d number={n} began_on=200{n}-05-10\n" for n in range(1, 7))

DRAWN = (
    Drawn(
        "every rank known",
        """
Delegate h1 round=r1 party=a person=p1 role=head rank=Minister
Delegate h2 round=r2 party=a person=p1 role=head rank="Deputy minister"
Delegate h3 round=r3 party=a person=p1 role=head rank="Deputy minister"
Delegate h4 round=r4 party=a person=p1 role=head rank=Director
Delegate h5 round=r5 party=a person=p1 role=head rank=Minister
Delegate h6 round=r6 party=a person=p1 role=head rank=Minister
""",
        party="a",
        sides=SIDES,
        sentence="2 of 5 later rounds of Ardenia had a head of delegation of lower rank than the "
        "round before (40 %).",
        bounds=(0.4, 0.4),
        counts={"rounds": 6, "lower": 2, "not_lower": 3},
        parts={
            "Round 2": "2 of 3 is the step of the head of Ardenia (Deputy minister) at round 2."
        },
    ),
    Drawn(
        "no head listed at two rounds, a rank that is not on the ladder",
        """
Delegate h1 round=r1 party=a person=p1 role=head rank=Director
Delegate h3 round=r3 party=a person=p1 role=head rank=Director
Delegate h4 round=r4 party=a person=p1 role=head rank=Chair
Delegate h6 round=r6 party=a person=p1 role=head rank=Minister
""",
        party="a",
        sides=SIDES,
        sentence="0 of 5 later rounds of Ardenia had a head of delegation of lower rank than the "
        "round before; 2 are unknown, so between 0 % and 40 %.",
        bounds=(0.0, 0.4),
        parts={
            "Round 2": "0 heads of delegation of Ardenia have a known step (no head is listed) "
            "at round 2.",
            "Round 4": "0 heads of delegation of Ardenia have a known step (Chair, not on the "
            "ladder) at round 4.",
        },
    ),
    Drawn(
        "the other side, without a ladder",
        "Delegate h1 round=r1 party=b person=p2 role=head rank=Minister",
        party="b",
        sides=SIDES,
        sentence="0 of 5 later rounds of Belmark had a head of delegation of lower rank than the "
        "round before; 5 are unknown, so between 0 % and 100 %.",
        bounds=(0.0, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("rank_of_head", drawn)


def figure(corpus):
    return measure("rank_of_head", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    fixed = values_of(
        SIDES
        + """
Delegate h1 round=r1 party=a person=p1 role=head rank="Deputy minister"
Delegate h3 round=r3 party=a person=p1 role=head rank=Director
Delegate h6 round=r6 party=a person=p1 role=head rank=Minister
"""
    )
    ranks = LADDER.split(",")
    choices = [
        [
            values_of(f'Delegate h{n} round=r{n} party=a person=p1 role=head rank="{rank}"')
            for rank in ranks
        ]
        for n in (2, 4, 5)
    ]
    check_corpus_bounds(figure, build, fixed, [], choices)


def test_a_head_that_may_be_withheld():
    table = SIDES + "Withholding w item=Delegate/x noun=Delegate round=r2 dialogue=d"
    (item, *_) = measure("rank_of_head", corpus_of(table), Ask("d", "a", round="r2")).items
    assert item.code == "withheld"


def test_no_name_stands_in_it():
    corpus = corpus_of(SIDES + DRAWN[0].table)
    for part in figure(corpus).parts:
        assert "P1" not in part.sentence + "".join(item.words for item in part.items)
