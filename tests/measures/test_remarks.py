"""Who said what about the dialogue?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public

TABLE = """
Remark m1 party=a dialogue=d group=officials setting=interview theme=script
    summary="Little is new" terms=by_group said_on=2002
Remark m2 party=a dialogue=d group=officials setting=interview theme=script
    summary="Much is new" contradicts=m1
Remark m3 party=a dialogue=d group=experts setting=hearing
    words="We learn" summary="They learn" quotable=true terms=by_function
    said_to="a committee"
Remark m4 party=b dialogue=d group=officials setting=talks summary="Too shallow"
    terms=not_attributable
Remark m5 round=r1 group="an NGO" setting=press summary="Nobody responsible came" terms=named
Asking k1 party=a group=officials asked=9 answered=6
Asking k2 party=a group=experts asked=3 answered=2
"""

DRAWN = (
    Drawn(
        "by side and group, of how many asked",
        TABLE,
        party="a",
        sentence=(
            "3 remarks about the dialogue from the side of Ardenia, from 2 groups; "
            "12 people asked, 8 answered."
        ),
        counts={"remarks": 3, "asked": 12, "answered": 8},
        parts={
            "officials": "2 remarks from the side of Ardenia, by officials: 2 in interviews.",
            "experts": "1 remark from the side of Ardenia, by experts: 1 in hearings.",
            "Neither side": "1 remark is from neither side, or may be attributed to none.",
        },
    ),
    Drawn(
        "how many were asked is not known",
        TABLE,
        party="b",
        sentence=(
            "1 remark about the dialogue from the side of Belmark, from 1 group; "
            "how many were asked is not known here."
        ),
    ),
    Drawn(
        "outside: no side for what is not attributable",
        public(TABLE),
        party="b",
        view="public",
        sides=public(SIDES),
        sentence=(
            "0 remarks about the dialogue from the side of Belmark; "
            "how many were asked is not known here."
        ),
        parts={
            "Neither side": "2 remarks are from neither side, or may be attributed to none.",
        },
    ),
    Drawn(
        "outside: numbers of people asked that are small are not printed, nor their total",
        public(TABLE),
        party="a",
        view="public",
        sides=public(SIDES),
        sentence=(
            "3 remarks about the dialogue from the side of Ardenia, from 2 groups; "
            "how many were asked is not known here."
        ),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("remarks", drawn)


def items(view="desk"):
    corpus = corpus_of(public(SIDES + TABLE), view)
    figures = [measure("remarks", corpus, Ask("d", party)) for party in "ab"]
    parts = [part for figure in figures for part in figure.parts]
    return {i.ref.partition("/")[2]: i for part in parts for i in part.items}


def test_contradictions_stand_beside_each_other_whichever_names_the_other():
    found = items()
    assert found["m1"].conflicting and "Remark/m2" in found["m1"].words
    assert found["m2"].conflicting and "Remark/m1" in found["m2"].words


def test_own_words_only_where_they_may_be_quoted_and_with_the_terms():
    assert items()["m3"].words == "“We learn” (experts, said to a committee, by function)"
    assert items()["m1"].words.startswith("Little is new (officials, interview, 2002, by group)")


def test_outside_what_is_not_attributable_names_no_group():
    assert "officials" in items()["m4"].words
    assert "officials" not in items("public")["m4"].words


def test_never_a_percentage():
    corpus = corpus_of(SIDES + TABLE)
    assert "%" not in str(measure("remarks", corpus, Ask("d", "a")))


def test_groups_nobody_noted_are_not_counted_as_none():
    table = SIDES + "Remark m party=a dialogue=d terms=by_group summary=Said\n"
    told = measure("remarks", corpus_of(table), Ask("d", "a"))
    assert told.sentence == (
        "1 remark about the dialogue from the side of Ardenia; how many were asked is not known "
        "here."
    )
    assert told.parts[0].title == "a group nobody noted"
    more = "Remark n group=officials party=a dialogue=d terms=by_group summary=Said"
    assert "group" not in measure("remarks", corpus_of(table + more), Ask("d", "a")).sentence
