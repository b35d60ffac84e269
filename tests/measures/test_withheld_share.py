"""How much of what stands behind the figures is withheld?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public

TABLE = """
Concern c1 raised_by=a about=b label=public
Question q1 concern=c1 round=r1 asked_by=a asked_of=b label=public
Question q2 concern=c1 round=r1 asked_by=a asked_of=b label=public
Question q3 concern=c1 round=r1 asked_by=a asked_of=b label=public
Reply p1 question=q1 kind=answered label=public
Reply p2 question=q2 kind=answered
Reply p3 question=q3 kind=answered
Withholding w1 item=Reply/p2 noun=Reply concern=c1 label=public category=security
Release e view=public measures=answer_rate label=public
"""

DRAWN = (
    Drawn(
        "one reply withheld, one sealed: the sealed one is not counted",
        TABLE,
        party="a",
        view="public",
        sides=public(SIDES),
        sentence=(
            "1 of 5 facts behind the published figures is withheld from this view (20 %): "
            "1 security."
        ),
        bounds=(0.2, 0.2),
        counts={"facts": 5, "withheld": 1, "security": 1},
    ),
    Drawn(
        "the desk sees all",
        "Question q1 concern=c1 round=r1 asked_by=a asked_of=b\nConcern c1 raised_by=a about=b",
        party="b",
        sentence="0 of 4 facts behind the published figures are withheld from this view.",
        bounds=(0.0, 0.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("withheld_share", drawn)


def test_outside_only_measures_that_a_release_names():
    corpus = corpus_of(public(SIDES) + TABLE, "public")
    parts = measure("withheld_share", corpus, Ask("d", "a")).parts
    assert [part.title for part in parts] == ["Questions answered"]
    unreleased = public(SIDES) + TABLE.replace("Release", "#")
    assert measure("withheld_share", corpus_of(unreleased, "public"), Ask("d", "a")).parts == ()


def test_a_figure_widened_by_withholding_says_so():
    table = TABLE + "\n".join(
        f"Withholding v{n} item=Question/h{n} noun=Question dialogue=d label=public"
        for n in range(9)
    )
    corpus = corpus_of(public(SIDES) + table, "public")
    figure = measure("answer_rate", corpus, Ask("d", "b"))
    assert any("widen these bounds" in note for note in figure.notes)


def test_a_round_asked_for_leaves_counts_of_the_same_facts():
    table = SIDES + "Withholding w item=Raising/x noun=Raising dialogue=d round=r1"
    corpus = corpus_of(table)
    whole, one = (measure("withheld_share", corpus, Ask("d", "a", r)) for r in (None, "r2"))
    assert one.counts == whole.counts and one.bounds == whole.bounds
