"""What is disclosed as withheld widens bounds, and never past what the whole record says."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.assessments import Withholding
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id
from headway.domain.parties import Mandate
from headway.domain.rounds import Round
from headway.measures import Ask, measure, registered
from tests.measures.worlds import build, records

MAY_BE_WITHHELD = {
    "Question",
    "Reply",
    "Raising",
    "Delegate",
    "Mandate",
    "AgendaItem",
    "Undertaking",
    "Progress",
    "Rendering",
    "Evidence",
    "OnwardReport",
    "Point",
    "Staffing",
}


def withheld(value, known):
    """The decision to disclose that a value exists, with the round and concern it is on."""
    question, undertaking = getattr(value, "question", None), getattr(value, "undertaking", None)
    holder = known.get(question) or known.get(undertaking) or value
    concern = getattr(holder, "concern", None)
    return Withholding(
        id=f"w-{value.id}",
        label="public",
        item=any_id(type(value).__name__, value.id),
        noun=type(value).__name__,
        category="other",
        decided_on=PartialDate("2005"),
        decided_by="desk",
        dialogue="d",
        round=None if isinstance(value, Mandate) else getattr(value, "round", None),
        concern=concern,
    )


def two_views(values, hidden):
    """The record with everything public, and as the public sees it with some facts withheld."""
    plain = [replace(v, label="public") for v in values if not isinstance(v, Withholding)]
    chosen = {v.id for v in plain if v.id in hidden and type(v).__name__ in MAY_BE_WITHHELD}
    known = {v.id: v for v in plain if type(v).__name__ in ("Question", "Undertaking")}
    labelled = [replace(v, label="desk") if v.id in chosen else v for v in plain]
    decisions = [withheld(v, known) for v in plain if v.id in chosen]
    return build(plain, "desk"), build([*labelled, *decisions], "public")


APART = {
    "experience",
    "handover",
    "retention",
    "size",
    "stability",  # outside these tell persons in steps of five, or not at all
    "first_said",
    "novelty",
    "remarks",
    "reuse_share",
    "withheld_share",  # these are no rate of facts that a person may withhold
}
NAMES = sorted(set(registered()) - APART)


def with_a_gap(values):
    """The same record where the last round has another number: those between are not on record."""
    return [replace(v, number=5) if isinstance(v, Round) and v.id == "r3" else v for v in values]


@given(
    records(most=18),
    st.sets(st.sampled_from([f"x{n}" for n in range(18)]), max_size=3),
    st.booleans(),
)
@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("name", NAMES)
def test_the_bounds_of_a_view_hold_those_of_the_whole_record(name, values, hidden, gap):
    whole, public = two_views(with_a_gap(values) if gap else values, hidden)
    for party in ("a", "b"):
        here, there = (measure(name, c, Ask("d", party)) for c in (whole, public))
        pairs = [(here, there)]
        if name in ("rungs", "undertakings"):
            pairs = list(zip(here.parts, there.parts, strict=True))
        for one, other in pairs:
            if one.bounds is not None:
                check_holds(one.bounds, other.bounds)


def check_holds(inner, outer):
    """Whether one interval lies within another; without items there is nothing to hold."""
    if inner.low is None or inner.high is None:
        return
    assert outer.low is not None and outer.high is not None
    assert outer.low <= inner.low + 1e-9
    assert inner.high <= outer.high + 1e-9
