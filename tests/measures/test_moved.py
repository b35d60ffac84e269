"""The comparison with the figures worked by hand fails as soon as a planted fact is moved."""

from dataclasses import replace

import pytest

from headway.domain.concerns import Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.evidence import Evidence
from headway.domain.parties import Mandate
from headway.domain.rounds import Delegate
from headway.domain.statements import Remark, Rendering
from headway.domain.undertakings import Progress
from tests.measures import test_invented as truth

MOVED = {
    "a reply read otherwise": (
        Reply,
        lambda v: v.kind == "answered",
        {"kind": "general"},
        lambda: [truth.test_answer_rate_of_all_rounds(party) for party in truth.SIDES],
    ),
    "a taking up at another round": (
        Raising,
        lambda v: v.round == "r3",
        {"round": "r7"},
        lambda: [truth.test_carry_over(party) for party in truth.SIDES],
    ),
    "a delegate of another round": (
        Delegate,
        lambda v: v.person == "ollivraix" and v.round == "r7",
        {"person": "nobody"},
        lambda: [truth.test_retention("estravane", number) for number in range(2, 10)],
    ),
    "evidence that bears the other way": (
        Evidence,
        lambda v: v.rung == "acted" and v.bearing == "for",
        {"bearing": "against"},
        lambda: [truth.test_rungs(party, "acted") for party in truth.SIDES],
    ),
    "progress that never was": (
        Progress,
        lambda v: v.status == "reversed",
        {"status": "complete"},
        lambda: [truth.test_undertakings(party, None, {}) for party in truth.SIDES],
    ),
    "an owner that only speaks for": (
        Mandate,
        lambda v: v.relation == "owns" and v.concern == "asylum",
        {"relation": "speaks_for"},
        lambda: [truth.test_mandate_coverage(party) for party in truth.SIDES],
    ),
    "a translation that is not there": (
        Rendering,
        lambda v: v.kind == "official_translation" and v.available == "yes",
        {"available": "no"},
        lambda: [truth.test_translation_coverage(party) for party in truth.SIDES],
    ),
    "a remark of another group": (
        Remark,
        lambda v: v.group == "parliament",
        {"group": "police"},
        lambda: [truth.test_remarks(party, "desk") for party in truth.SIDES],
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_a_planted_fact_that_is_moved_is_noticed(name, monkeypatch):
    noun, chosen, change, compare = MOVED[name]
    compare()
    original = truth.corpus

    def moved(*args, **kwargs):
        here = original(*args, **kwargs)
        group = dict(here.values[noun.__name__])
        target = next(v for v in group.values() if chosen(v))
        group[target.id] = replace(target, **change)
        return Corpus(
            values={**here.values, noun.__name__: group},
            viewer=here.viewer,
            as_of=here.as_of,
            text=here.text,
        )

    monkeypatch.setattr(truth, "corpus", moved)
    with pytest.raises(AssertionError):
        compare()
