"""Did the asking side ask for something one could do?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build

TABLE = """
Concern c raised_by=a about=b title="Lawyers"
Question q1 concern=c round=r1 asked_by=a asked_of=b action_category=5 summary="Release them"
Question q2 concern=c round=r1 asked_by=a asked_of=b action_category=4 summary="Promote law"
Question q3 concern=c round=r1 asked_by=a asked_of=b summary="How many are held?"
Question q4 concern=c round=r2 asked_by=a asked_of=b action_category=5 summary="Repeal it"
Question q5 concern=c round=r2 asked_by=a asked_of=b action_category=2 summary="Continue"
Question q6 concern=c round=r2 asked_by=b asked_of=a action_category=5 summary="Ratify it"
"""

DRAWN = (
    Drawn(
        "five asks, one that nobody has put in a category",
        TABLE,
        party="a",
        sentence="2 of 5 asks of Ardenia were for a specific action; 1 is unknown, so between "
        "40 % and 60 %.",
        bounds=(0.4, 0.6),
        counts={"asks": 5, "category_5": 2, "category_4": 1, "category_2": 1, "not_looked": 1},
        parts={"Round 1": "1 of 3 asks of Ardenia was for a specific action; 1 is unknown."},
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sentence="1 of 1 ask of Belmark was for a specific action.",
        bounds=(1.0, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("specificity", drawn)


def question(name, category, by="a"):
    of = "b" if by == "a" else "a"
    line = f"Question {name} concern=c round=r1 asked_by={by} asked_of={of}"
    return values_of(f"{line} action_category={category}")


def test_bounds_equal_all_completions():
    concern = "Concern c raised_by=a about=b title=Lawyers\n"
    fixed = [*values_of(SIDES + concern), *question("q1", 5), *question("q2", 3)]
    unknown = values_of(
        """
Question q3 concern=c round=r1 asked_by=a asked_of=b
Withholding w item=Question/q4 noun=Question dialogue=d round=r1
"""
    )
    choices = [
        [question("q3", category) for category in (1, 2, 3, 4, 5)],
        [question("q4", category, by) for category in (1, 5) for by in "ab"],
    ]
    check_corpus_bounds(
        lambda corpus: measure("specificity", corpus, Ask("d", "a")), build, fixed, unknown, choices
    )
