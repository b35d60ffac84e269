"""Where only minutes exist: what was said again?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.points import Point
from headway.measures import Ask, measure
from headway.measures.repeated_points import first_made_at
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import CODES, build

SIDES_OF_THREE = SIDES + "Round r3 dialogue=d number=3 began_on=2003-05-10\n"

TABLE = """
Point p1 round=r1 party=a summary="A judge for all" read_by=Desk
Point p2 round=r2 party=a summary="A judge, as a clause" read_by=Desk
    made_before=yes earlier_point=p1
Point p3 round=r2 party=a summary="A date for the visit" read_by=Desk made_before=no
Point p4 round=r3 party=a summary="The clause once more" read_by=Desk
    made_before=yes earlier_point=p2
Point p5 round=r3 party=a summary="Wells" read_by=Desk
Point p6 round=r3 party=a summary="The list" read_by=Desk made_before=yes earlier_round=r1
    disputed=true
Point p7 round=r3 party=b summary="Panels decide" made_before=no
"""

SECOND_ROUND_FIRST = """
Dialogue d title="Ardenia and Belmark" parties=a,b
Party a name=Ardenia
Party b name=Belmark
Round r2 dialogue=d number=2 began_on=2002
Round r4 dialogue=d number=4 began_on=2004
"""

DRAWN = (
    Drawn(
        "two points made again, one nobody held against earlier rounds, one disputed",
        TABLE,
        party="a",
        sentence="2 of 5 points of Ardenia were marked as made at an earlier round; 1 is unknown "
        "and 1 is disputed, so between 40 % and 80 %.",
        bounds=(0.4, 0.8),
        counts={"points": 5, "again": 2, "new": 1, "disputed": 1, "not_looked": 1},
        parts={
            "Round 1": "0 points of Ardenia count. For 1 point the question does not arise, as at "
            "the first round.",
            "Round 2": "1 of 2 points of Ardenia was marked as made at an earlier round.",
        },
        sides=SIDES_OF_THREE,
    ),
    Drawn(
        "the other side",
        TABLE,
        party="b",
        sentence="0 of 1 point of Belmark was marked as made at an earlier round.",
        bounds=(0.0, 0.0),
        sides=SIDES_OF_THREE,
    ),
    Drawn(
        "a record that begins with round 2: there a no cannot be known, a yes stands",
        """
Point p1 round=r2 party=a made_before=no
Point p2 round=r2 party=a made_before=yes
Point p3 round=r4 party=a made_before=no
""",
        party="a",
        sentence="1 of 3 points of Ardenia was marked as made at an earlier round; 2 are unknown.",
        bounds=(0.3333, 1.0),
        counts={"points": 3, "again": 1, "new": 0, "not_assessed": 2},
        sides=SECOND_ROUND_FIRST,
    ),
    Drawn(
        "a withheld point may be of either side",
        """
Point p1 round=r2 party=a made_before=yes
Withholding w item=Point/p2 noun=Point dialogue=d round=r2
""",
        party="a",
        sentence="1 of 2 points of Ardenia was marked as made at an earlier round; 1 is unknown "
        "(withheld).",
        bounds=(0.5, 1.0),
        counts={"points": 2, "withheld": 1},
    ),
    Drawn(
        "a withheld point of the first round widens nothing",
        """
Point p1 round=r2 party=a made_before=yes
Withholding w item=Point/p2 noun=Point dialogue=d round=r1
""",
        party="a",
        sentence="1 of 1 point of Ardenia was marked as made at an earlier round.",
        bounds=(1.0, 1.0),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("repeated_points", drawn)


def figure(table, party="a", sides=SIDES_OF_THREE, round=None):
    return measure("repeated_points", corpus_of(sides + table), Ask("d", party, round))


def test_where_a_point_was_first_made_is_told_over_the_points_between():
    words = {item.ref: item.words for item in figure(TABLE).items}
    assert words["Point/p2"] == "A judge, as a clause; made before at round 1"
    assert words["Point/p4"] == "The clause once more; made before at round 1"
    assert words["Point/p5"] == "Wells"


def test_a_mark_that_names_nothing_earlier_is_at_odds_with_itself():
    table = """
Point p1 round=r2 party=a made_before=yes earlier_point=p2
Point p2 round=r3 party=a made_before=yes earlier_point=p1
"""
    corpus = corpus_of(SIDES_OF_THREE + table)
    assert first_made_at(corpus, corpus.one(Point, "p1")) is None
    assert first_made_at(corpus, corpus.one(Point, "p2")).id == "r2"
    assert [item.conflicting for item in figure(table).items] == [True, False]


def test_who_read_is_told():
    assert figure(TABLE).notes[0] == "Read by one person."
    two = figure(TABLE + "Point p8 round=r2 party=a read_by=Embassy\n").notes
    assert two[0] == "Read by 2 persons, each point by one of them."
    assert "Of 1 point it is not on record who read it." in figure(TABLE, "b").notes


NO_THEN_NO = "Point p1 round=r1 party=a made_before=no\nPoint p2 round=r2 party=a made_before=no"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (1, 2, ("not_applicable", "no")),
        (1, 3, ("not_applicable", "not_assessed")),
        (2, 3, ("not_assessed", "not_assessed")),
        (None, 2, ("not_assessed", "no")),
        (None, 3, ("not_assessed", "not_assessed")),
        (1, None, ("not_applicable", "no")),
        (None, None, ("not_assessed", "no")),
        (4, None, ("not_assessed", "not_assessed")),
    ],
)
def test_a_no_needs_every_earlier_round_on_record(first, second, codes):
    sides = SIDES.replace(" number=1", f" number={first}" if first else "")
    sides = sides.replace(" number=2", f" number={second}" if second else "")
    found = figure(NO_THEN_NO, sides=sides)
    assert tuple(item.code for item in found.items) == codes
    unknown = codes.count("not_assessed")
    assert any("an earlier round is not on record" in note for note in found.notes) == (unknown > 0)


def test_one_round_alone_is_held_against_those_before_it():
    here = figure(TABLE, round="r2")
    assert here.sentence == "1 of 2 points of Ardenia was marked as made at an earlier round."
    assert here.title == "Round 2" and here.parts == ()


def point(name, code, party="a", round="r2"):
    return values_of(f"Point {name} round={round} party={party} made_before={code}")


def test_bounds_equal_all_completions():
    fixed = [*values_of(SIDES), *point("p1", "yes"), *point("p2", "no")]
    unknown = [
        *point("p3", "not_looked"),
        *values_of("Point p4 round=r2 party=a made_before=no disputed=true"),
        *values_of("Withholding w item=Point/p5 noun=Point dialogue=d"),
    ]
    either = [[point(name, code) for code in ("yes", "no")] for name in ("p3", "p4")]
    hidden = [
        *(point("p5", code, party) for code in ("yes", "no") for party in ("a", "b")),
        point("p5", "not_looked", round="r1"),
    ]
    run = lambda corpus: measure("repeated_points", corpus, Ask("d", "a"))  # noqa: E731
    check_corpus_bounds(run, build, fixed, unknown, [*either, hidden])


@given(st.lists(st.tuples(st.sampled_from(("r1", "r2")), st.sampled_from(CODES)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_rounds_add_up_and_the_first_never_counts(marks):
    table = "".join(
        f"Point p{n} round={r} party=a made_before={code}\n" for n, (r, code) in enumerate(marks)
    )
    found = figure(table, sides=SIDES)
    counted = [code for r, code in marks if r == "r2" and code != "not_applicable"]
    assert found.bounds.n == len(counted)
    assert found.bounds.yes == counted.count("yes")
    assert sum(len(part.items) for part in found.parts) == len(marks)
