"""How far did concerns get?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

SOURCES = """
Source own origin="Ministry of Ardenia" relation=party party=a kind=own_note
Source ngo origin="A monitor" relation=ngo kind=report
Source un origin="A UN body" relation=un kind=official_record
"""
HEAD = (
    SOURCES
    + """
Concern c1 raised_by=a about=b title=Lawyers
Concern c2 raised_by=a about=b title=Prisons
Concern c3 raised_by=a about=b title=Press
Concern c4 raised_by=a about=b title=Courts
Concern c5 raised_by=a about=b title=Schools
"""
)

DRAWN = (
    Drawn(
        "each status on one rung",
        HEAD
        + """
Evidence e1 concern=c1 rung=acted bearing=for origin="A monitor" relation=ngo event_on=2001-08
Evidence e2 concern=c2 rung=acted bearing=against origin=X relation=other event_on=2001-08
Evidence e3 concern=c3 rung=acted bearing=for origin=X relation=other event_on=2001-08
Evidence e4 concern=c3 rung=acted bearing=against origin=Y relation=ngo event_on=2001-07
Evidence e5 concern=c4 rung=acted bearing=for origin=X relation=other event_on=2001-08
Evidence e6 concern=c4 rung=acted bearing=against origin=Y relation=ngo event_on=2002-01
Evidence e7 concern=c5 rung=acted bearing=for origin=X relation=other credible=false
Search s1 concern=c5 rung=acted by="an academic" on=2002-02 where="law reports"
""",
        party="a",
        sentence=(
            "5 concerns raised by Ardenia with Belmark: raised 0 (up to 5), answered 0 (up to 5), "
            "undertaking given 0 (up to 5), reported upwards 0 (up to 5), acted on 1 (up to 3) "
            "and changed on the ground 0 (up to 5)."
        ),
        counts={"concerns": 5},
        parts={
            "Acted on": "1 of 5 concerns raised by Ardenia was acted on; 1 is unknown and 1 is "
            "disputed, so between 20 % and 60 %.",
        },
    ),
    Drawn(
        "facts of the record that have a source are evidence for their rung",
        SOURCES
        + """
Concern c1 raised_by=a about=b title=Lawyers
Raising r1 concern=c1 round=r1 step=raised sources=own
Question q1 concern=c1 round=r1 asked_by=a asked_of=b
Reply p1 question=q1 kind=refused sources=own
Undertaking u1 by=b concern=c1 sources=own,ngo
OnwardReport o1 concern=c1 party=b how=declined sources=own
OnwardReport o2 concern=c1 party=a how=confirmed_in_writing sources=own
""",
        party="a",
        sentence=(
            "1 concern raised by Ardenia with Belmark: raised 1, answered 0, undertaking given 1, "
            "reported upwards 0 (up to 1), acted on 0 (up to 1) and changed on the ground 0 "
            "(up to 1)."
        ),
        parts={
            "Answered": "0 of 1 concern raised by Ardenia was answered on point.",
            "Reported upwards": "0 of 1 concern raised by Ardenia has evidence of reporting "
            "upwards; 1 is unknown.",
        },
    ),
    Drawn(
        "not due: the time limit to report has not passed, the deadline of a promise neither",
        SOURCES
        + """
Concern c1 raised_by=a about=b title=Lawyers
Raising r1 concern=c1 round=r1 step=raised sources=own
Undertaking u1 by=b concern=c1 due_on=2002 sources=own
""",
        party="a",
        as_of="2001-05-20",
        sentence=(
            "1 concern raised by Ardenia with Belmark: raised 1, answered 0 (up to 1), undertaking "
            "given 1, reported upwards not due, acted on not due and changed on the ground 0 "
            "(up to 1)."
        ),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("rungs", drawn)


def part(corpus, title="Acted on"):
    return next(p for p in measure("rungs", corpus, Ask("d", "a")).parts if p.title == title)


def statuses(corpus, title="Acted on"):
    return {item.ref: item.category for item in part(corpus, title).items}


def test_statuses_are_computed_and_told_apart():
    assert statuses(corpus_of(SIDES + DRAWN[0].table)) == {
        "Concern/c1": "supported",
        "Concern/c2": "contradicted",
        "Concern/c3": "conflicting",
        "Concern/c4": "reversed",
        "Concern/c5": "no_evidence",
    }


@pytest.mark.parametrize(
    ("evidence", "grade"),
    [
        ("origin=Ministry relation=party kind=statement", "claimed"),
        ("origin=Ministry relation=party kind=document", "claimed"),
        ("origin=Monitor relation=ngo kind=report", "claimed"),
        ("origin=Monitor relation=ngo kind=observation", "verified"),
        ("origin=Agency relation=un kind=document", "verified"),
    ],
)
def test_grades_of_one_supporting_item(evidence, grade):
    table = f"Concern c raised_by=a about=b\nEvidence e concern=c rung=acted bearing=for {evidence}"
    (item,) = part(corpus_of(SIDES + table)).items
    assert item.words == f"...: {grade}"


@pytest.mark.parametrize(
    ("first", "second", "grade"),
    [
        ("origin=M relation=party", "origin=N relation=ngo", "corroborated"),
        ("origin=M relation=party", "origin=O relation=party", "claimed"),
        ("origin=M relation=press", "origin=M relation=press", "claimed"),
    ],
)
def test_corroboration_needs_two_origins_one_of_them_no_party(first, second, grade):
    lines = (
        f"Evidence e{n} concern=c rung=acted bearing=for kind=report {words}"
        for n, words in enumerate((first, second))
    )
    table = "Concern c raised_by=a about=b\n" + "\n".join(lines)
    figure = part(corpus_of(SIDES + table))
    assert dict(figure.counts)[grade] == 1


def test_partial_dates_that_overlap_are_no_reversal():
    table = """
Concern c raised_by=a about=b
Evidence e1 concern=c rung=acted bearing=for origin=X event_on=2001
Evidence e2 concern=c rung=acted bearing=against origin=Y event_on=2001-05
"""
    assert statuses(corpus_of(SIDES + table)) == {"Concern/c": "conflicting"}


def ways(concern):
    return [
        values_of(f"Evidence x{concern} concern={concern} rung=acted bearing={b} origin=X")
        for b in ("for", "against")
    ]


def test_bounds_equal_all_completions():
    fixed = values_of(
        SIDES
        + HEAD
        + """
Evidence e1 concern=c1 rung=acted bearing=for origin=X
Evidence e2 concern=c2 rung=acted bearing=against origin=X
"""
    )
    unknown = values_of(
        """
Search s concern=c3 rung=acted by=X on=2002 where=Y
Evidence e4 concern=c4 rung=acted bearing=for origin=X
Evidence e5 concern=c4 rung=acted bearing=against origin=Y
Withholding w item=Evidence/h noun=Evidence concern=c5
"""
    )
    choices = [ways("c3"), ways("c4"), ways("c5")]
    check_corpus_bounds(part, build, fixed, unknown, choices)


@pytest.mark.parametrize(
    ("kind", "status"),
    [("answered", "supported"), ("refused", "withheld"), ("general", "withheld")],
)
def test_a_withheld_reply_may_be_an_answer_but_undoes_none(kind, status):
    table = (
        HEAD
        + f"""
Question q1 concern=c1 round=r1 asked_by=a asked_of=b
Reply p1 question=q1 kind={kind} sources=own
Withholding w item=Reply/h noun=Reply concern=c1
"""
    )
    assert statuses(corpus_of(SIDES + table), "Answered")["Concern/c1"] == status
    assert statuses(corpus_of(SIDES + table), "Acted on")["Concern/c1"] == "not_looked"
