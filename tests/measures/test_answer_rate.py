"""Were questions answered on point?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

HEAD = """
Concern c raised_by=a about=b title="Lawyers"
Question q1 concern=c round=r1 asked_by=a asked_of=b summary="How many are held?"
Question q2 concern=c round=r1 asked_by=a asked_of=b summary="Under which law?"
Question q3 concern=c round=r1 asked_by=a asked_of=b summary="May families visit?"
Question q4 concern=c round=r2 asked_by=a asked_of=b summary="Who was charged?"
Question q5 concern=c round=r2 asked_by=a asked_of=b summary="When is the trial?"
"""

DRAWN = (
    Drawn(
        "kinds apart, a later reply at the round of asking, nobody read, disputed",
        HEAD
        + """
Reply p1 question=q1 kind=deferred given_on=2001-05-10 round=r1
Reply p2 question=q1 kind=answered given_on=2002-05-10 round=r2
Reply p3 question=q2 kind=general given_on=2001-05-10
Reply p4 question=q4 kind=answered disputed=true
Reply p5 question=q5 kind=refused
""",
        party="b",
        sentence=(
            "1 of 5 questions put to Belmark was answered on point; 1 is unknown and 1 is "
            "disputed, so between 20 % and 60 %."
        ),
        bounds=(0.2, 0.6),
        counts={"questions": 5, "answered": 1, "general": 1, "refused": 1, "not_looked": 1},
        parts={
            "Round 1": "1 of 3 questions put to Belmark was answered on point; 1 is unknown.",
            "Round 2": "0 of 2 questions put to Belmark were answered on point; 1 is disputed.",
        },
    ),
    Drawn(
        "before the later reply is known",
        HEAD
        + """
Reply p1 question=q1 kind=deferred given_on=2001-05-10 round=r1
Reply p2 question=q1 kind=answered given_on=2003-05-10
""",
        party="b",
        as_of="2002-12-31",
        sentence=(
            "0 of 5 questions put to Belmark were answered on point; 4 are unknown, "
            "so between 0 % and 80 %."
        ),
        bounds=(0.0, 0.8),
        counts={"deferred": 1},
    ),
    Drawn(
        "two readers of one reply differ",
        HEAD
        + """
Reply p1 question=q1 kind=answered round=r1 read_by=X
Reply p2 question=q1 kind=general round=r1 read_by=Y
Reply p3 question=q2 kind=answered
Reply p4 question=q3 kind=none
Reply p5 question=q4 kind=partial
Reply p6 question=q5 kind=answered
""",
        party="b",
        sentence=(
            "2 of 5 questions put to Belmark were answered on point; 1 is disputed, "
            "so between 40 % and 60 %."
        ),
        bounds=(0.4, 0.6),
        counts={"disputed": 1, "partial": 1, "none": 1},
    ),
    Drawn(
        "withheld questions and replies, as the public reads it",
        HEAD.replace("\nConcern c ", "\nConcern c label=public ").replace(
            "asked_by=", "label=public asked_by="
        )
        + """
Reply p1 question=q1 kind=answered label=public
Reply p2 question=q2 kind=refused label=public
Reply p3 question=q3 kind=general label=public
Reply p4 question=q4 kind=general label=public
Reply p5 question=q5 kind=partial label=public
Reply p6 question=q5 kind=answered given_on=2003
Question q6 concern=c round=r2 asked_by=a asked_of=b
Withholding w1 item=Reply/p6 noun=Reply concern=c label=public category=security
Withholding w2 item=Question/q6 noun=Question concern=c round=r2 label=public
""",
        party="b",
        view="public",
        sides=SIDES.replace("dialogue=d", "dialogue=d label=public")
        .replace("title=", "label=public title=")
        .replace("name=", "label=public name="),
        sentence=(
            "1 of 6 questions put to Belmark was answered on point; 1 is unknown (withheld) "
            "and 1 may be otherwise (withheld), so between 17 % and 50 %."
        ),
        bounds=(0.1667, 0.5),
        counts={"withheld": 1},
    ),
    Drawn(
        "no question was put",
        "",
        party="a",
        sentence="0 questions put to Ardenia are in the record.",
        counts={"questions": 0},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("answer_rate", drawn)


def test_bounds_equal_all_completions():
    fixed = values_of(
        SIDES + HEAD + "Reply p1 question=q1 kind=answered\nReply p2 question=q2 kind=refused"
    )
    unknown = values_of("Reply p5 question=q5 kind=general disputed=true")
    read = [
        [
            values_of(f"Reply x{q} question={q} kind=answered"),
            values_of(f"Reply x{q} question={q} kind=none"),
        ]
        for q in ("q3", "q4", "q5")
    ]
    check_corpus_bounds(
        lambda corpus: measure("answer_rate", corpus, Ask("d", "b")), build, fixed, unknown, read
    )


def test_bounds_equal_all_completions_of_what_is_withheld():
    fixed = values_of(
        SIDES
        + HEAD
        + """
Reply p1 question=q1 kind=answered
Reply p2 question=q2 kind=refused
Reply p3 question=q3 kind=general
Reply p4 question=q4 kind=none
Reply p5 question=q5 kind=none
"""
    )
    unknown = values_of(
        """
Withholding w1 item=Reply/x noun=Reply concern=c
Withholding w2 item=Question/y noun=Question dialogue=d
"""
    )
    hidden_reply = [
        values_of(f"Reply x question={q} kind={kind} given_on=2003")
        for q in ("q1", "q2", "q5")
        for kind in ("answered", "refused")
    ]
    hidden_question = [
        values_of(
            f"Question y concern=c round=r2 asked_by=a asked_of={of}\n"
            f"Reply z question=y kind={kind}"
        )
        for of in ("a", "b")
        for kind in ("answered", "none")
    ]
    check_corpus_bounds(
        lambda corpus: measure("answer_rate", corpus, Ask("d", "b")),
        build,
        fixed,
        unknown,
        [hidden_reply, hidden_question],
    )


def test_a_round_alone():
    figure = measure("answer_rate", corpus_of(SIDES + DRAWN[0].table), Ask("d", "b", round="r2"))
    assert figure.round == "r2"
    assert dict(figure.counts)["questions"] == 2
    assert figure.parts == ()


@pytest.mark.parametrize(("second", "notes"), [("X", ("Read by one person.",)), ("Y", ())])
def test_one_reader_is_told(second, notes):
    table = HEAD + f"Reply p1 question=q1 read_by=X\nReply p2 question=q2 read_by={second}"
    assert measure("answer_rate", corpus_of(SIDES + table), Ask("d", "b")).notes == notes
