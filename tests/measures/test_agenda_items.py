"""Whose agenda is it?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

TABLE = """
AgendaItem i1 round=r1 order=1 title=Lawyers proposed_by=a agreed=yes reached=yes
AgendaItem i2 round=r1 order=2 title=Prisons proposed_by=b agreed=yes reached=yes
AgendaItem i3 round=r1 order=3 title=Press proposed_by=a agreed=no refused_by=b reached=no
AgendaItem i4 round=r2 order=1 title=Courts proposed_by=a agreed=yes reached=not_looked
AgendaItem i5 round=r2 order=2 title=Torture agreed=no
AgendaItem i6 round=r2 order=3 title=Migrants proposed_by=b agreed=no
"""

DRAWN = (
    Drawn(
        "proposed, agreed, refused, reached; one proposer not known",
        TABLE,
        party="a",
        sentence="3 of 6 agenda items were proposed by Ardenia; 1 is unknown, so between 50 % "
        "and 67 %.",
        bounds=(0.5, 0.6667),
        counts={"items": 6, "proposed": 3, "proposer_not_known": 1},
        parts={
            "Agreed": "2 of 4 agenda items proposed by Ardenia were agreed; 1 may not belong to "
            "the count.",
            "Refused": "1 of 4 agenda items proposed by Ardenia was refused; 1 is unknown.",
            "Reached": "1 of 4 agenda items proposed by Ardenia was reached; 2 are unknown.",
            "Round 1": "2 of 3 agenda items were proposed by Ardenia.",
        },
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sentence="2 of 6 agenda items were proposed by Belmark; 1 is unknown, so between 33 % "
        "and 50 %.",
        bounds=(0.3333, 0.5),
        parts={"Refused": "0 of 3 agenda items proposed by Belmark were refused; 2 are unknown."},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("agenda_items", drawn)


def item(name, by, agreed):
    return values_of(f"AgendaItem {name} round=r1 order=1 proposed_by={by} agreed={agreed}")


@pytest.mark.parametrize("part", [None, "Agreed", "Refused"])
def test_bounds_equal_all_completions(part):
    def figure(corpus):
        whole = measure("agenda_items", corpus, Ask("d", "a"))
        return whole if part is None else next(p for p in whole.parts if p.title == part)

    fixed = [*values_of(SIDES), *item("i1", "a", "yes"), *item("i2", "b", "yes")]
    unknown = values_of(
        """
AgendaItem i3 round=r1 order=1 agreed=yes
AgendaItem i4 round=r1 order=1 proposed_by=a agreed=withheld
Withholding w item=AgendaItem/i5 noun=AgendaItem dialogue=d round=r1
"""
    )
    refused = values_of("AgendaItem i4 round=r1 order=1 proposed_by=a agreed=no refused_by=b")
    other = values_of("AgendaItem i5 round=r1 order=1 proposed_by=a agreed=no refused_by=b")
    choices = [
        [item("i3", "a", "yes"), item("i3", "b", "yes")],
        [item("i4", "a", "yes"), refused],
        [item("i5", "a", "yes"), other, item("i5", "b", "yes")],
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_one_round():
    figure = measure("agenda_items", corpus_of(SIDES + TABLE), Ask("d", "a", round="r2"))
    assert dict(figure.counts)["items"] == 3
