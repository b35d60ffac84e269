"""Is the delegation getting smaller?"""

import re

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

THREE = SIDES + "Round r3 dialogue=d number=3 began_on=2003-05-10\n"
PEOPLE = "\n".join(f"Person p{n} name=P{n} party=a" for n in range(1, 5))
LISTED = f"""{PEOPLE}
Delegate a1 round=r1 party=a person=p1 role=head
Delegate a2 round=r1 party=a person=p2
Delegate a3 round=r1 party=a person=p3 role=interpreter
Attendance t1 round=r1 party=a list_complete=yes
Delegate b1 round=r2 party=a person=p1
Delegate b2 round=r2 party=a person=p2 present=no
"""

DRAWN = (
    Drawn(
        "a complete list, a stated size, a list nobody vouches for",
        LISTED
        + """
Attendance t2 round=r2 party=a size_stated=2
Delegate c1 round=r3 party=a person=p1
""",
        party="a",
        sides=THREE,
        sentence="1 of 2 later rounds of Ardenia had a smaller delegation than the round before; "
        "1 is unknown.",
        bounds=(0.5, 1.0),
        counts={"rounds": 3, "lower": 1, "unknown": 1},
        parts={
            "Round 1": "3 delegates of Ardenia came at round 1.",
            "Round 2": "2 delegates of Ardenia came at round 2.",
            "Round 3": "1 or more delegates of Ardenia came at round 3.",
        },
    ),
    Drawn(
        "the other side, of whom nothing is listed",
        LISTED,
        party="b",
        sides=THREE,
        sentence="0 of 2 later rounds of Belmark had a smaller delegation than the round before; "
        "2 are unknown.",
        bounds=(0.0, 1.0),
    ),
    Drawn(
        "outside the desk, in steps of five",
        public(
            """
Attendance t1 round=r1 party=a size_stated=12
Attendance t2 round=r2 party=a size_stated=10
Attendance t3 round=r3 party=a size_stated=3
"""
        ),
        party="a",
        sides=public(THREE),
        view="public",
        sentence="1 of 2 later rounds of Ardenia had a smaller delegation than the round before, "
        "in steps of five.",
        bounds=(0.5, 0.5),
        parts={
            "Round 1": "10 to 14 delegates of Ardenia came at round 1.",
            "Round 3": "fewer than 5 delegates of Ardenia came at round 3.",
        },
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("size", drawn)


def figure(corpus):
    return measure("size", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    fixed = values_of(THREE + LISTED + "Attendance t3 round=r3 party=a size_stated=2")
    unknown = values_of(
        """
Attendance t2 round=r2 party=a list_complete=yes
Delegate b3 round=r2 party=a person=p3 present=not_looked
Delegate b4 round=r2 party=a person=p4 present=withheld
"""
    )
    choices = [
        [unknown[:1]],
        *(
            [
                values_of(f"Delegate b{n} round=r2 party=a person=p{n} present={c}")
                for c in ("yes", "no")
            ]
            for n in (3, 4)
        ),
    ]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_a_stated_size_below_the_list_leaves_both():
    corpus = corpus_of(THREE + LISTED + "Attendance t0 round=r1 party=a size_stated=2")
    assert figure(corpus).parts[0].sentence == "2 to 3 delegates of Ardenia came at round 1."


def test_no_small_count_outside():
    corpus = corpus_of(public(THREE + LISTED), view="public")
    for part in figure(corpus).parts:
        assert part.counts == ()
        assert not re.search(r"(?<!than )(?<!round )\b[1-4]\b", part.sentence)
