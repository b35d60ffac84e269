"""How many supported claims rest on one origin?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

TABLE = """
Concern c1 raised_by=a about=b title="Lawyers"
Concern c2 raised_by=a about=b title="Press"
Concern c3 raised_by=b about=a title="Prisons"
Evidence e1 concern=c1 rung=acted bearing=for origin=Ministry relation=party
Evidence e2 concern=c1 rung=acted bearing=for origin=Ministry relation=press
Evidence e3 concern=c1 rung=changed bearing=for origin=Ministry
Evidence e4 concern=c1 rung=changed bearing=for origin=Clinic relation=ngo
Evidence e5 concern=c2 rung=acted bearing=for origin=Clinic relation=ngo
Evidence e6 concern=c2 rung=changed bearing=against origin=Clinic relation=ngo
Evidence e7 concern=c2 rung=reported bearing=for origin=Clinic relation=ngo
Evidence e8 concern=c2 rung=undertaking bearing=for origin=Clinic relation=ngo
Evidence e9 concern=c3 rung=acted bearing=for origin=Court relation=other
"""

DRAWN = (
    Drawn(
        "two papers of one ministry are one origin",
        TABLE,
        party="a",
        sentence="4 of 5 supported claims on concerns raised by Ardenia rest on one origin (80 %).",
        bounds=(0.8, 0.8),
        counts={"claims": 5, "one_origin": 4, "several_origins": 1},
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sentence="1 of 1 supported claim on concerns raised by Belmark rests on one origin.",
        bounds=(1.0, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("single_origin", drawn)


def test_bounds_equal_all_completions_of_withheld_evidence_on_any_concern():
    unknown = values_of("Withholding w item=Evidence/x noun=Evidence dialogue=d")
    choices = [
        [
            values_of(f"Evidence x concern={concern} rung={rung} bearing=for origin={origin}")
            for concern, rung, origin in (
                ("c1", "acted", "Clinic"),
                ("c1", "changed", "Clinic"),
                ("c2", "acted", "Ministry"),
            )
        ]
    ]

    def low_and_rest(corpus):
        return measure("single_origin", corpus, Ask("d", "a"))

    found = low_and_rest(build([*values_of(SIDES + TABLE), *unknown])).bounds
    for way in choices[0]:
        rate = low_and_rest(build([*values_of(SIDES + TABLE), *way])).bounds
        assert found.low <= rate.low <= rate.high <= found.high


def test_bounds_equal_all_completions_of_a_withheld_concern():
    unknown = values_of("Withholding w item=Concern/c4 noun=Concern dialogue=d")
    head = "Concern c4 raised_by=a about=b title=Courts\n"
    one = "Evidence x1 concern=c4 rung=acted bearing=for origin=Court\n"
    two = "Evidence x2 concern=c4 rung=acted bearing=for origin=Clinic\n"
    choices = [[values_of(text) for text in (head + one, head + one + two)]]
    check_corpus_bounds(
        lambda corpus: measure("single_origin", corpus, Ask("d", "a")),
        build,
        values_of(SIDES + TABLE),
        unknown,
        choices,
    )


def test_withheld_evidence_on_a_named_concern():
    table = SIDES + TABLE + "Withholding w item=Evidence/x noun=Evidence concern=c2 dialogue=d"
    figure = measure("single_origin", corpus_of(table), Ask("d", "a"))
    codes = {item.words: item.code for item in figure.items}
    assert codes["Press: acted"] == "withheld" and codes["Lawyers: acted"] == "yes"
