"""How good were the translations, by people?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

HEAD = """
Statement s1 party=a round=r1 delivered_on=2001-05-10 title=Opening
Statement s2 party=a round=r1 delivered_on=2001-05-10 title=Paper kind=paper
Statement s3 party=a round=r2 delivered_on=2002-05-10 title=Closing
Statement s4 party=a round=r2 delivered_on=2002-05-10 title=Readout kind=readout
Statement s5 party=b round=r1 delivered_on=2001-05-10 title=Opening
Statement s6 party=a delivered_on=2001-01-01 dialogue=d forum=letter title=Letter
"""
TEXTS = """
Rendering o1 statement=s1 language=en kind=original fidelity=verbatim
Rendering t1 statement=s1 language=zh kind=official_translation fidelity=verbatim reviewed=fit
Rendering t2 statement=s2 language=zh kind=working_translation fidelity=verbatim
    reviewed=corrected reviewed_on=2001-06-01
Rendering t3 statement=s3 language=zh kind=interpretation fidelity=verbatim reviewed=not_usable
Rendering t4 statement=s4 language=zh kind=official_translation fidelity=readout
Rendering t5 statement=s6 language=zh kind=official_translation fidelity=verbatim
    available=not_looked
Rendering t6 statement=s6 language=fr kind=official_translation fidelity=verbatim available=no
"""

DRAWN = (
    Drawn(
        "fit, corrected, not usable, not looked over, not known to exist, known not to exist",
        HEAD + TEXTS,
        party="a",
        sentence=(
            "1 of 5 translations of what Ardenia said was found fit without change; "
            "2 are unknown, so between 20 % and 60 %."
        ),
        bounds=(0.2, 0.6),
        counts={
            "translations": 5,
            "fit": 1,
            "corrected": 1,
            "not_usable": 1,
            "not_reviewed": 1,
            "not_known_to_exist": 1,
            "withheld": 0,
        },
    ),
    Drawn(
        "the other side, too few for a rate",
        HEAD
        + TEXTS
        + "Rendering t7 statement=s5 language=en kind=interpretation fidelity=verbatim"
        + " reviewed=fit",
        party="b",
        sentence="1 of 1 translation of what Belmark said was found fit without change.",
        bounds=(1.0, 1.0),
        counts={"translations": 1, "fit": 1},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("translation_quality", drawn)


def figure(corpus):
    return measure("translation_quality", corpus, Ask("d", "a"))


def review(statement, code, available="yes"):
    return (
        f"Rendering x{statement} statement={statement} language=zh kind=interpretation"
        f" fidelity=verbatim reviewed={code} available={available}"
    )


def check_quality_bounds(figure_of, check_bounds):
    """Bounds equal all completions, whoever computes them; no verdict but fit is a yes."""
    known = [review("s1", "fit"), review("s2", "not_usable"), review("s4", "corrected")]
    fixed = values_of(SIDES + HEAD + "\n".join(known))
    unknown = values_of(
        review("s3", "not_reviewed") + "\n" + review("s6", "not_reviewed", "no_evidence")
    )
    verdicts = ("fit", "corrected", "not_usable")
    choices = [
        [values_of(review("s3", code)) for code in verdicts],
        [*(values_of(review("s6", code)) for code in verdicts), []],
    ]
    check_bounds(figure_of, build, fixed, unknown, choices)
    whole = figure_of(build(fixed)).bounds
    assert (whole.yes, whole.no) == (1, 2)


def test_bounds_equal_all_completions():
    check_quality_bounds(figure, check_corpus_bounds)


def test_a_withheld_text_may_be_a_translation_or_none():
    hidden = "Withholding w item=Rendering/xs6 noun=Rendering dialogue=d label=public\n"
    fixed = values_of(public(SIDES + HEAD) + review("s1", "fit") + " label=public\n" + hidden)
    inside = figure(build(fixed))
    assert (inside.bounds.low, inside.bounds.high) == (0.5, 1.0)
    assert dict(inside.counts)["withheld"] == 1
    without = [value for value in fixed if value.id != "w"]
    choices = [[values_of(review("s6", code)) for code in ("fit", "corrected")] + [[]]]
    check_corpus_bounds(figure, build, without, [fixed[-1]], choices)


def test_a_review_to_come_is_none_yet():
    table = SIDES + HEAD + TEXTS.replace("reviewed_on=2001-06-01", "reviewed_on=2003-01-01")
    found = measure("translation_quality", corpus_of(table, as_of="2002-12-31"), Ask("d", "a"))
    assert dict(found.counts)["corrected"] == 0
    assert dict(found.counts)["not_reviewed"] == 2


def test_one_round_alone():
    found = measure("translation_quality", corpus_of(SIDES + HEAD + TEXTS), Ask("d", "a", "r1"))
    assert {item.ref for item in found.items} == {"Rendering/t1", "Rendering/t2"}


def test_the_verdicts_stand_beside_the_rate():
    found = figure(corpus_of(SIDES + HEAD + TEXTS))
    assert found.notes == (
        "Looked over by a bilingual reader: 3 (1 fit without change, 1 corrected and "
        "1 not usable).",
        "Of 1 of them nobody knows whether it exists.",
    )
