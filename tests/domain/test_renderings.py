"""Which texts hold the words that were said."""

import pytest

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.renderings import spoken
from headway.domain.statements import Rendering, Statement
from headway.domain.wording import Wording

NAME = Wording({"en": "x"})


def rendering(kind, text):
    return Rendering(
        id=f"{kind}-{text}", statement="s", language="en", kind=kind, fidelity="verbatim", text=text
    )


@pytest.mark.parametrize(
    ("at", "held", "found"),
    [
        ("dialogue", [("original", "a"), ("official_translation", "b")], ["original-a"]),
        ("dialogue", [("official_translation", "b")], []),
        ("forum", [("original", "a"), ("official_translation", "b")], ["original-a"]),
        ("forum", [("official_translation", "b")], ["official_translation-b"]),
        ("forum", [("original", None), ("official_translation", "b")], ["official_translation-b"]),
        ("forum", [("original", None)], ["original-None"]),
        ("forum", [("working_translation", "c")], []),
    ],
)
def test_the_original_or_at_a_forum_its_official_translation(at, held, found):
    statement = Statement(
        id="s", title=NAME, kind="speech", delivered_on=PartialDate("1970"), dialogue="d"
    )
    dialogue = Dialogue(id="d", title=NAME, parties=(), kind=at)
    texts = {one.id: one for one in (rendering(*each) for each in held)}
    corpus = Corpus(
        values={"Statement": {"s": statement}, "Dialogue": {"d": dialogue}, "Rendering": texts}
    )
    assert [one.id for one in spoken(corpus, statement)] == found
