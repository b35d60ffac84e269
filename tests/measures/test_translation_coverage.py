"""Was it translated at all?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, values_of
from tests.measures.worlds import build

HEAD = """
Statement s1 party=a round=r1 delivered_on=2001-05-10 title=Opening
Statement s2 party=a round=r1 delivered_on=2001-05-10 title=Paper
Statement s3 party=a round=r1 delivered_on=2001-05-10 title=Reply
Statement s4 party=a round=r2 delivered_on=2002-05-10 title=Opening
Statement s5 party=a round=r2 delivered_on=2002-05-10 title=Closing
Statement s6 party=b round=r1 delivered_on=2001-05-10 title=Opening
Statement s7 party=a delivered_on=2001-01-01 forum=press title=Elsewhere
"""

DRAWN = (
    Drawn(
        "translated, not translated, only notes, nobody noted",
        HEAD
        + """
Rendering t1 statement=s1 language=en kind=original fidelity=verbatim
Rendering t2 statement=s1 language=zh-Hant kind=official_translation fidelity=verbatim
Rendering t3 statement=s2 language=en kind=original fidelity=paper_as_read
Rendering t4 statement=s2 language=zh kind=official_translation fidelity=verbatim available=no
Rendering t5 statement=s3 language=zh kind=original fidelity=note note_taker=b
Rendering t6 statement=s4 language=en kind=original fidelity=verbatim
Rendering t7 statement=s5 language=zh kind=working_translation fidelity=verbatim available=withheld
""",
        party="a",
        sentence=(
            "1 of 5 statements and papers of Ardenia is in a language of Belmark; "
            "3 are unknown (1 of them withheld), so between 20 % and 80 %."
        ),
        bounds=(0.2, 0.8),
        counts={
            "statements": 5,
            "official_translation": 1,
            "none": 1,
            "only_notes": 1,
            "not_looked": 1,
            "withheld": 1,
        },
    ),
    Drawn(
        "the other direction",
        HEAD + "Rendering t8 statement=s6 language=en kind=interpretation fidelity=verbatim",
        party="b",
        sentence="1 of 1 statement or paper of Belmark is in a language of Ardenia.",
        bounds=(1.0, 1.0),
        counts={"interpretation": 1},
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("translation_coverage", drawn)


def figure(corpus):
    return measure("translation_coverage", corpus, Ask("d", "a"))


def text_of(statement, available):
    return f"Rendering x{statement} statement={statement} language=zh kind=interpretation" + (
        f" fidelity=verbatim available={available}"
    )


def test_bounds_equal_all_completions():
    fixed = values_of(SIDES + HEAD + "\n".join((text_of("s1", "yes"), text_of("s2", "no"))))
    unknown = values_of(text_of("s3", "not_looked") + "\n" + text_of("s4", "withheld"))
    choices = [[values_of(text_of(s, code)) for code in ("yes", "no")] for s in ("s3", "s4", "s5")]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_bounds_equal_all_completions_of_what_is_withheld():
    known = "\n".join(text_of(s, "no") for s in ("s2", "s3", "s4", "s5"))
    fixed = values_of(SIDES + HEAD + text_of("s1", "yes") + "\n" + known)
    unknown = values_of(
        """
Withholding w1 item=Rendering/y noun=Rendering dialogue=d
Withholding w2 item=Statement/h noun=Statement dialogue=d
"""
    )
    rendering = [
        values_of(f"Rendering y statement={s} language=zh kind=interpretation fidelity=verbatim")
        for s in ("s1", "s2", "s6")
    ]
    statement = [
        values_of(
            f"Statement h party={party} round=r1 delivered_on=2001-05-10\n"
            f"Rendering ht statement=h language=zh kind=interpretation fidelity=verbatim"
            f" available={code}\n"
            f"Rendering hu statement=h language=en kind=original fidelity=verbatim"
        )
        for party in "ab"
        for code in ("yes", "no")
    ]
    check_corpus_bounds(figure, build, fixed, unknown, [rendering, statement])
