"""What became of promises?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

DRAWN = (
    Drawn(
        "the latest progress counts; contested and silent ones apart",
        """
Undertaking u1 by=b summary="Open the courts" due_on=2001-12
Undertaking u2 by=b summary="Publish numbers" due_on=2002-01-01
Undertaking u3 by=b summary="Invite the rapporteur" due_on=2005
Undertaking u4 by=b summary="Train judges"
Undertaking u5 by=b summary="Review the law" due_on=2002
Undertaking u6 by=a summary="Translate the list"
Progress g1 undertaking=u1 status=limited on=2001-06-01
Progress g2 undertaking=u1 status=substantial on=2002-06-01
Progress g3 undertaking=u2 status=complete on=2002-02-01 said_by=own_side
Progress g4 undertaking=u2 status=not_started on=2002-03-01 said_by=ngo
Progress g5 undertaking=u3 status=no_evidence on=2002-04-01
Progress g6 undertaking=u5 status=complete on=2002-02-01
Progress g7 undertaking=u5 status=reversed on=2003-02-01
""",
        party="b",
        as_of="2003-05-01",
        sentence=(
            "5 undertakings by Belmark: 1 substantially done, 1 reversed, 1 without evidence, "
            "1 contested between sources and 1 not looked into. 2 of 3 undertakings of Belmark "
            "past their deadline on 1 May 2003 are not complete; 1 is disputed."
        ),
        counts={
            "undertakings": 5,
            "substantial": 1,
            "reversed": 1,
            "contested": 1,
            "not_looked": 1,
        },
    ),
    Drawn(
        "as of an earlier day",
        """
Undertaking u1 by=a summary="Open the courts" due_on=2001-12
Progress g1 undertaking=u1 status=limited on=2001-06-01
Progress g2 undertaking=u1 status=complete on=2002-06-01
""",
        party="a",
        as_of="2002-01-01",
        sentence=(
            "1 undertaking by Ardenia: 1 done to a limited extent. 1 of 1 undertaking of Ardenia "
            "past its deadline on 1 January 2002 is not complete."
        ),
        counts={"limited": 1},
    ),
    Drawn(
        "two classes near each other are not contested",
        """
Undertaking u1 by=a summary="Open the courts"
Progress g1 undertaking=u1 status=limited on=2001-06-01 said_by=ngo
Progress g2 undertaking=u1 status=substantial on=2002-06-01 said_by=own_side
""",
        party="a",
        sentence="1 undertaking by Ardenia: 1 substantially done.",
        counts={"substantial": 1, "contested": 0},
    ),
    Drawn(
        "nothing promised",
        "",
        party="b",
        sentence="0 undertakings by Belmark are in the record.",
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("undertakings", drawn)


def overdue(corpus):
    (part,) = measure("undertakings", corpus, Ask("d", "b")).parts
    return part


FIXED = (
    SIDES
    + "\n".join(f"Undertaking u{n} by=b due_on=2001-06" for n in range(1, 6))
    + """
Undertaking v by=b due_on=2009
Progress g1 undertaking=u1 status=complete on=2002-01-01
Progress g2 undertaking=u2 status=limited on=2002-01-01
"""
)


def ways(undertaking):
    """What an undertaking may turn out to be: complete, or not."""
    return [
        values_of(f"Progress x{undertaking} undertaking={undertaking} status={status} on=2002-04")
        for status in ("complete", "not_started", "substantial")
    ]


def test_bounds_equal_all_completions():
    fixed = values_of(FIXED)
    unknown = values_of(
        """
Progress xu4 undertaking=u4 status=no_evidence on=2002-04
Progress xu5 undertaking=u5 status=complete on=2002-04 said_by=own_side
Progress yu5 undertaking=u5 status=not_started on=2002-04 said_by=ngo
"""
    )
    check_corpus_bounds(overdue, build, fixed, unknown, [ways("u3"), ways("u4"), ways("u5")])


def test_bounds_equal_all_completions_of_withheld_progress_and_undertakings():
    fixed = values_of(
        FIXED
        + """
Progress g3 undertaking=u3 status=limited on=2002-01-01
Progress g4 undertaking=u4 status=limited on=2002-01-01
Progress g5 undertaking=u5 status=complete on=2002-01-01
"""
    )
    unknown = values_of(
        """
Withholding w1 item=Progress/p noun=Progress dialogue=d
Withholding w2 item=Undertaking/h noun=Undertaking dialogue=d
"""
    )
    progress = [
        values_of(f"Progress p undertaking={u} status={status} on=2002-05")
        for u in ("u1", "u2", "v")
        for status in ("complete", "not_started")
    ]
    undertaking = [
        values_of(
            f"Undertaking h by={by} due_on={due}\nProgress ph undertaking=h status={s} on=2002-04"
        )
        for by in "ab"
        for due in ("2001", "2009")
        for s in ("complete", "limited")
    ]
    check_corpus_bounds(overdue, build, fixed, unknown, [progress, undertaking])


def test_sources_that_agree_on_what_is_not_done_leave_no_doubt_that_it_is_overdue():
    corpus = corpus_of(
        SIDES
        + """
Undertaking u by=b due_on=2001
Progress g1 undertaking=u status=not_started on=2002-01 said_by=ngo
Progress g2 undertaking=u status=limited on=2002-02 said_by=own_side
"""
    )
    assert dict(measure("undertakings", corpus, Ask("d", "b")).counts)["contested"] == 1
    assert overdue(corpus).bounds.low == overdue(corpus).bounds.high == 1.0


def test_deadlines_are_held_against_the_last_day_on_record_and_it_is_named():
    table = "Undertaking u by=a summary=X due_on=2001-12\nEvent e on=2002-03-07 dialogue=d"
    overdue = measure("undertakings", corpus_of(SIDES + table), Ask("d", "a")).parts[0]
    assert overdue.sentence == (
        "0 of 1 undertaking of Ardenia past its deadline on 10 May 2002 is not complete; "
        "1 is unknown."
    )


@pytest.mark.parametrize(
    "line",
    [
        'Flag f about=Round/r1 summary="No round has the number 7" found_on=2026-11-24',
        "Withholding w item=Round/r0 noun=Delegate dialogue=d decided_on=2026-11-24",
    ],
)
def test_a_day_on_which_the_record_was_looked_at_is_not_the_last_day_on_record(line):
    table = SIDES + "Undertaking u by=a summary=X due_on=2005\n" + line
    figure = measure("undertakings", corpus_of(table), Ask("d", "a"))
    assert figure.parts[0].items == ()
