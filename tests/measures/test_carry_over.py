"""Was anything dropped between two rounds?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.measures import Ask, measure
from headway.measures.carry_over import corners
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

THREE = SIDES + "Round r3 dialogue=d number=3 began_on=2003-05-10\n"

GAP = (
    SIDES
    + """
Round r4 dialogue=d number=4 began_on=2004-05-10
Round r5 dialogue=d number=5 began_on=2005-05-10
"""
)

HEAD = """
Concern c1 raised_by=a about=b title=Lawyers
Concern c2 raised_by=a about=b title=Prisons
Concern c3 raised_by=a about=b title=Press
Concern c4 raised_by=b about=a title=Migrants
"""

DRAWN = (
    Drawn(
        "taken up, closed, dropped, left aside",
        HEAD
        + """
Concern c5 raised_by=a about=b title=Schools
Concern c6 raised_by=a about=b title=Courts
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising s3 concern=c3 round=r1 step=raised
Raising s4 concern=c4 round=r1 step=raised
Raising s5 concern=c5 round=r1 step=raised
Raising s6 concern=c6 round=r1 step=raised
Raising t1 concern=c1 round=r2 step=taken_up
Raising t2 concern=c2 round=r2 step=closed reason="law changed"
Raising t3 concern=c3 round=r2 step=dropped
Raising t6 concern=c6 round=r2 step=raised
""",
        party="a",
        sentence=(
            "3 of 5 concerns of Ardenia open after a round were taken up or closed at the next "
            "round (60 %)."
        ),
        bounds=(0.6, 0.6),
        counts={"open": 5, "taken_up": 2, "closed": 1, "dropped": 1, "not_taken_up": 1},
    ),
    Drawn(
        "closed stays closed, dropped stays open, raised again opens again",
        HEAD
        + """
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising t1 concern=c1 round=r2 step=closed
Raising t2 concern=c2 round=r2 step=dropped
Raising u2 concern=c2 round=r3 step=taken_up
""",
        party="a",
        sides=THREE,
        sentence=(
            "2 of 3 concerns of Ardenia open after a round were taken up or closed at the next "
            "round."
        ),
        bounds=(0.6667, 0.6667),
        parts={
            "Round 1 to round 2": "1 of 2 concerns of Ardenia open after round 1 was taken up or "
            "closed at round 2.",
            "Round 2 to round 3": "1 of 1 concern of Ardenia open after round 2 was taken up or "
            "closed at round 3.",
        },
    ),
    Drawn(
        "round 3 is not on record: what is open before it is unknown, and may have been closed",
        HEAD
        + """
Concern c5 raised_by=a about=b title=Schools
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising t1 concern=c1 round=r2 step=taken_up
Raising t3 concern=c3 round=r2 step=raised
Raising u1 concern=c1 round=r4 step=taken_up
Raising u2 concern=c2 round=r4 step=taken_up
Raising u5 concern=c5 round=r4 step=raised
Raising v1 concern=c1 round=r5 step=taken_up
Raising v3 concern=c3 round=r5 step=taken_up
""",
        party="a",
        sides=GAP,
        sentence=(
            "3 of 9 concerns of Ardenia open after a round were taken up or closed at the next "
            "round; 3 are unknown and 1 may not belong to the count, so between 25 % and 67 %."
        ),
        bounds=(0.25, 0.6667),
        counts={"open": 9, "taken_up": 3, "not_taken_up": 3, "not_looked": 3},
        parts={
            "Round 2 to round 4": "0 of 3 concerns of Ardenia open after round 2 were taken up or "
            "closed at the next round; 3 are unknown.",
        },
    ),
    Drawn(
        "a round of which nobody noted what was raised",
        HEAD + "Raising s4 concern=c4 round=r1 step=raised",
        party="b",
        sentence=(
            "0 of 1 concern of Belmark open after a round was taken up or closed at the next "
            "round; 1 is unknown."
        ),
        bounds=(0.0, 1.0),
        counts={"not_looked": 1},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("carry_over", drawn)


def figure(corpus):
    return measure("carry_over", corpus, Ask("d", "a"))


def step_of(concern, round, *steps):
    """One way a withheld step may read, for each of these steps."""
    return [
        values_of(f"Raising x{concern} concern={concern} round={round} step={s}") for s in steps
    ]


ALL = ("raised", "taken_up", "closed", "dropped")


def test_bounds_equal_all_completions_of_what_is_withheld():
    fixed = values_of(
        SIDES
        + HEAD
        + """
Concern c5 raised_by=a about=b
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising t1 concern=c1 round=r2 step=taken_up
Raising t5 concern=c5 round=r2 step=taken_up
"""
    )
    unknown = values_of(
        """
Withholding w1 item=Raising/xc2 noun=Raising round=r2 concern=c2
Withholding w2 item=Raising/xc5 noun=Raising round=r1 concern=c5
Withholding w3 item=Raising/xc3 noun=Raising round=r1 concern=c3
"""
    )
    choices = [step_of("c2", "r2", *ALL), step_of("c5", "r1", *ALL), step_of("c3", "r1", *ALL)]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_a_withheld_step_is_completed_once_in_all_the_pairs_it_touches():
    fixed = values_of(
        THREE
        + HEAD
        + """
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising s3 concern=c3 round=r1 step=raised
Raising t1 concern=c1 round=r2 step=taken_up
Raising u1 concern=c1 round=r3 step=taken_up
Raising u2 concern=c2 round=r3 step=taken_up
"""
    )
    unknown = values_of(
        """
Withholding w1 item=Raising/xc2 noun=Raising round=r2 concern=c2
Withholding w2 item=Raising/xc3 noun=Raising round=r2 concern=c3
"""
    )
    choices = [step_of("c2", "r2", *ALL), step_of("c3", "r2", *ALL)]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_ways_in_which_nothing_was_open_give_no_rate_and_no_bound():
    """Found by a property test: a concern that may never have been raised, or been left aside."""
    fixed = values_of(THREE + HEAD + "Raising z concern=c4 round=r2 step=raised")
    unknown = values_of("Withholding w item=Raising/xc1 noun=Raising round=r1 concern=c1")
    other = values_of("Raising z3 concern=c4 round=r3 step=raised")
    choices = [step_of("c1", "r1", *ALL)]
    check_corpus_bounds(figure, build, [*fixed, *other], unknown, choices)


def test_bounds_equal_all_completions_of_a_round_nobody_looked_at():
    fixed = values_of(
        SIDES
        + HEAD
        + "\nRaising s1 concern=c1 round=r1 step=raised\nRaising s2 concern=c2 round=r1 step=raised"
        + "\nRaising s4 concern=c4 round=r1 step=raised"
    )
    looked = values_of("Raising z concern=c4 round=r2 step=taken_up")
    choices = [[looked], step_of("c1", "r2", *ALL), step_of("c2", "r2", *ALL)]
    check_corpus_bounds(figure, build, fixed, [], choices)


# -- rounds that are not on record: tests/truth/gaps-by-hand.md ---------------------------------


def test_a_gap_in_the_numbers_is_told():
    corpus = corpus_of(SIDES.replace("number=2", "number=4") + "Concern c raised_by=a about=b")
    whole = measure("carry_over", corpus, Ask("d", "a"))
    (pair,) = whole.parts
    told = ("The numbers do not follow each other: 1, then 4.",)
    assert pair.notes == whole.notes == told
    assert measure("stale_concerns", corpus, Ask("d", "a")).notes == told


def test_what_is_done_later_says_nothing_of_the_round_that_is_not_on_record():
    taken = "Raising s1 concern=c1 round=r1 step=raised\nRaising t1 concern=c1 round=r2 step="
    for step in ("taken_up", "closed", "dropped"):
        corpus = corpus_of(SIDES.replace("number=2", "number=3") + HEAD + taken + step)
        found = figure(corpus)
        assert [item.code for item in found.items] == ["not_looked"]
        assert (found.bounds.low, found.bounds.high) == (0.0, 1.0)


def test_a_round_without_a_number_takes_the_place_of_one():
    step = (
        "Raising s1 concern=c1 round=r1 step=raised\nRaising t1 concern=c1 round=r2 step=taken_up"
    )
    last = "\nRaising u1 concern=c1 round=r3 step=taken_up"
    unnumbered = THREE.replace(" number=2", "")
    assert figure(corpus_of(unnumbered + HEAD + step + last)).bounds.low == 1.0
    beyond = figure(corpus_of(unnumbered.replace("number=3", "number=4") + HEAD + step + last))
    assert {item.code for item in beyond.items} == {"not_looked"}
    told = ("By their numbers more rounds were held here than are on record.",)
    assert [part.notes for part in beyond.parts] == [told, told]


def test_numbers_that_begin_anew_leave_no_gap():
    step = (
        "Raising s1 concern=c1 round=r1 step=raised\nRaising t1 concern=c1 round=r2 step=taken_up"
    )
    anew = SIDES.replace("number=1", "number=9").replace("number=2", "number=1")
    assert figure(corpus_of(anew + HEAD + step)).bounds.low == 1.0


def test_bounds_equal_all_completions_of_a_round_in_the_middle_nobody_looked_at():
    fixed = values_of(
        THREE
        + HEAD
        + """
Raising s1 concern=c1 round=r1 step=raised
Raising s2 concern=c2 round=r1 step=raised
Raising s3 concern=c3 round=r1 step=raised
Raising u1 concern=c1 round=r3 step=taken_up
Raising u3 concern=c3 round=r3 step=closed
"""
    )
    looked = values_of("Raising z concern=c4 round=r2 step=raised")
    choices = [[looked], *(step_of(c, "r2", *ALL) for c in ("c1", "c2", "c3"))]
    check_corpus_bounds(figure, build, fixed, [], choices)


def test_one_round_asked_for_is_bounded_as_its_part_of_the_whole():
    """A concern raised two rounds earlier is open, withheld step or not."""
    steps = """
Raising s1 concern=c1 round=r1 step=raised
Raising t2 concern=c4 round=r2 step=raised
Raising u1 concern=c1 round=r3 step=taken_up
Withholding w1 item=Raising/xc1 noun=Raising round=r1 concern=c1
"""
    found = measure("carry_over", corpus_of(THREE + HEAD + steps), Ask("d", "a", "r3"))
    assert (found.bounds.low, found.bounds.high) == (1.0, 1.0)
    assert dict(found.counts)["taken_up"] == 1


POINTS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=12)


@given(POINTS, st.integers(0, 3))
def test_no_share_lies_beyond_those_of_the_corners(points, unknown):
    def ends(some):
        shares = [
            (yes / (yes + no + unknown), (yes + unknown) / (yes + no + unknown))
            for yes, no in some
            if yes + no + unknown
        ]
        return (min(low for low, _ in shares), max(high for _, high in shares)) if shares else None

    kept = corners(points)
    assert kept <= points
    assert ends(kept) == ends(points)


def test_many_concerns_before_a_gap_take_no_time():
    """Without corners the ways would be millions."""
    names = [f"m{n}" for n in range(300)]
    lines = [f"Concern {n} raised_by=a about=b" for n in names]
    lines += [f"Raising s{n} concern={n} round=r1 step=raised" for n in names]
    lines += [f"Raising t{n} concern={n} round=r5 step=taken_up" for n in names[::2]]
    found = figure(corpus_of(GAP.replace("Round r2", "#") + "\n".join(lines)))
    assert dict(found.counts)["not_looked"] == 600 - 300
    assert (found.bounds.low, found.bounds.high) == (0.0, 1.0)
