"""Has a side fewer people for this, and what does a round take?"""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

BODIES = """
Body ba party=a name="Foreign Office"
Body bb party=b name="Foreign Ministry"
"""

TABLE = (
    BODIES
    + """
Staffing s1 body=ba party=a on=2000-01 staff=7
Staffing s2 body=ba party=a on=2001-01 staff=5
Staffing s3 body=ba party=a on=2002-01 why_unknown=no_evidence
Staffing s4 body=ba party=a on=2003-01 staff=4
Staffing s5 body=bb party=b on=2001 staff=6 counted_as=posts
Effort e1 round=r1 party=a person_days=42 cost=9000 currency=AUD covers="travel"
Effort e2 round=r1 party=a cost=1200 currency=CHF covers="booth"
Effort e3 round=r2 party=a cost_unknown=withheld
"""
)

DRAWN = (
    Drawn(
        "from five to four over a count that was looked for and not found: one fall, wherever",
        TABLE,
        party="a",
        sentence="1 of 3 later counts of the staff of Ardenia was lower than the count before; 2 "
        "are unknown (1 of them count). Of 2 rounds the person-days are on record "
        "for 1, a cost for 1.",
        bounds=(0.6667, 0.6667),
        counts={"counts_of_staff": 4, "lower": 1, "not_lower": 0, "unknown": 2}
        | {"rounds": 2, "rounds_with_days": 1, "rounds_with_cost": 1},
        parts={
            "January 2000": "7 persons: Foreign Office, January 2000.",
            "January 2002": "0 counts with a number (looked, found nothing): Foreign Office, "
            "January 2002.",
            "Round 1": "42 person-days, 9,000 AUD and 1,200 CHF on record for Ardenia at round 1.",
            "Round 2": "0 figures of days or cost on record for Ardenia at round 2.",
        },
        sides=SIDES + "Round r3 dialogue=d number=3 began_on=2004\n",
        as_of="2003-06",
    ),
    Drawn(
        "the other side: one count alone, of posts",
        TABLE,
        party="b",
        sentence="0 later counts of the staff of Belmark are in the record. Of 2 rounds the "
        "person-days are on record for 0, a cost for 0.",
        bounds=(None, None),
        counts={"counts_of_staff": 1, "lower": 0},
        parts={"2001": "6 posts: Foreign Ministry, 2001."},
        as_of="2003-06",
    ),
    Drawn(
        "two counts of one month that differ are one place between them",
        BODIES
        + """
Staffing s1 body=ba party=a on=2001 staff=6
Staffing s2 body=ba party=a on=2002-04 staff=8
Staffing s3 body=ba party=a on=2002-04-30 staff=5
""",
        party="a",
        sentence="0 of 1 later count of the staff of Ardenia was lower than the count before; 1 is "
        "unknown. Of 1 round the person-days are on record for 0, a cost for 0.",
        bounds=(0.0, 1.0),
        parts={"April 2002 and 30 April 2002": "5 to 8 persons: Foreign Office, April 2002 and 30 "
               "April 2002."},
        as_of="2002-05-01",
    ),
    Drawn(
        "outside a number from 1 to 4 is not told, and leaves its comparison open",
        public(
            BODIES
            + """
Staffing s1 body=ba party=a on=2001 staff=7
Staffing s2 body=ba party=a on=2002-01 staff=4
"""
        ),
        party="a",
        view="public",
        sides=public(SIDES),
        sentence="0 of 1 later count of the staff of Ardenia was lower than the count before; 1 is "
        "unknown (withheld). Of 2 rounds the person-days are on record for 0, a cost for 0.",
        bounds=(0.0, 1.0),
        parts={"January 2002": "0 counts with a number (withheld): Foreign Office, January 2002."},
    ),
)  # fmt: skip


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("capacity", drawn)


def figure(table, party="a", view="desk", round=None):
    return measure("capacity", corpus_of(SIDES + BODIES + table, view), Ask("d", party, round))


def test_amounts_are_never_added_nor_converted():
    one = "Effort {id} round=r1 party=a cost={cost} currency={currency}\n"
    table = one.format(id="e1", cost=100, currency="CAD") * 1
    table += one.format(id="e2", cost=23, currency="CAD")
    table += one.format(id="e3", cost=7, currency="EUR")
    (part,) = figure(table).parts
    assert part.sentence == "100 CAD, 23 CAD and 7 EUR on record for Ardenia at round 1."
    every = [number for _, number in (*part.counts, *figure(table).counts)]
    assert not {130.0, 123.0, 107.0, 30.0} & set(every)


def test_what_is_counted_otherwise_or_elsewhere_is_not_compared():
    table = """
Staffing s1 body=ba party=a on=2001 staff=7
Staffing s2 body=ba party=a on=2002 staff=6.5 counted_as=full_time_equivalents
Staffing s3 body=ba party=a on=2003 staff=2 division="Section"
"""
    found = figure(table)
    assert found.items == () and len(found.parts) == 3
    assert found.notes == ("3 series: other divisions, or other things counted, are not compared.",)


def test_half_a_full_time_equivalent_is_a_fall():
    table = """
Staffing s1 body=ba party=a on=2001 staff=4 counted_as=full_time_equivalents
Staffing s2 body=ba party=a on=2002 staff=3.5 counted_as=full_time_equivalents
"""
    assert [item.code for item in figure(table).items] == ["yes"]


def test_a_round_alone_tells_the_counts_until_then():
    here = figure(TABLE.replace(BODIES, ""), round="r1")
    assert [part.title for part in here.parts] == ["January 2000", "January 2001", "Round 1"]
    assert here.round == "r1"


def test_what_a_figure_covers_is_told_beside_it():
    part = next(p for p in figure(TABLE.replace(BODIES, "")).parts if p.title == "Round 1")
    assert [item.words for item in part.items] == [
        "42 person-days (travel)",
        "9,000 AUD (travel)",
        "person-days: nobody looked (booth)",
        "1,200 CHF (booth)",
    ]


def test_a_withheld_effort_stands_at_its_round():
    table = "Withholding w item=Effort/x noun=Effort dialogue=d round=r2\n"
    (part,) = figure(table).parts
    assert part.title == "Round 2" and [item.code for item in part.items] == ["withheld"]
    anywhere = figure("Withholding w item=Effort/x noun=Effort dialogue=d\n")
    assert anywhere.notes == ("1 figure of days or cost is withheld; it may be of any round.",)


# -- bounds ------------------------------------------------------------------------------------


def count(name, on, staff, party="a"):
    return values_of(f"Staffing {name} body=b{party} party={party} on={on} staff={staff}")


def run(corpus):
    return measure("capacity", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions_of_unknown_counts():
    fixed = [*values_of(SIDES + BODIES), *count("s1", "2001", 3), *count("s3", "2003", 2)]
    unknown = values_of(
        "Staffing s2 body=ba party=a on=2002\n"
        "Staffing s4 body=ba party=a on=2004 why_unknown=withheld"
    )
    ways = [[count(name, day, n) for n in range(5)] for name, day in (("s2", 2002), ("s4", 2004))]
    check_corpus_bounds(run, build, fixed, unknown, ways)


WITHHELD = "Withholding w item=Staffing/x noun=Staffing dialogue=d"
DAYS = ("2000", "2001", "2002", "2003", "2004", "2005")


@pytest.mark.parametrize("known", [(6, 5, 7), (6, 5), (5, 6, 7), (7, 6, 5), (4,), ()])
def test_bounds_hold_all_that_a_withheld_count_may_be(known):
    """It may be of the other side, of a day of its own, or of a day on record and differ there."""
    fixed = values_of(SIDES + BODIES)
    for place, staff in enumerate(known):
        fixed += count(f"s{place}", DAYS[place + 1], staff)
    found = run(build([*fixed, *values_of(WITHHELD)])).bounds
    ends = [run(build([*fixed, *count("x", "2002", 3, "b")])).bounds]
    for day, staff in itertools.product((*DAYS, "2001-06", "2002-06"), (0, 5, 6, 100)):
        ends.append(run(build([*fixed, *count("x", day, staff)])).bounds)
    lows, highs = ([e for e in side if e is not None] for side in zip(
        *((b.low, b.high) for b in ends), strict=True))  # fmt: skip
    if not lows:
        assert (found.low, found.high) == (None, None)
    else:
        assert (found.low, found.high) == (pytest.approx(min(lows)), pytest.approx(max(highs)))


@given(st.lists(st.one_of(st.none(), st.integers(0, 6)), max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_series_is_told_as_it_is_written(levels):
    lines = [
        f"Staffing s{n} body=ba party=a on={2000 + n}" + ("" if x is None else f" staff={x}")
        for n, x in enumerate(levels)
    ]
    found = figure("\n".join(lines) + "\n")
    certain = sum(1 for a, b in itertools.pairwise(levels) if None not in (a, b) and b < a)
    assert dict(found.counts)["lower"] >= certain
    assert len(found.items) == max(len(levels) - 1, 0)
    if None not in levels and found.bounds.low is not None:
        assert found.bounds.low == found.bounds.high == certain / len(found.items)
