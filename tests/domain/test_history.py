"""The log as the history: what was known when."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.history import Touch, fold, supersedes, value_of
from headway.domain.rounds import Round

DAYS = st.sampled_from(("1999", "2001", "2001-05", "2001-05-11", "2001-12-31", "2003-02"))
AS_OF = st.none() | st.dates(date(1999, 1, 1), date(2004, 1, 1))


def touch(position, day, data, order=0, value_id="x", noun="Round"):
    return Touch(position, order, noun, value_id, "desk", PartialDate(day), data)


TOUCHES = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 9), st.sampled_from("xyz")), max_size=12
).map(
    lambda rows: [
        touch(position, day, None if data is None else {"v": data}, value_id=value_id)
        for position, (day, data, value_id) in enumerate(rows)
    ]
)


def test_later_knowledge_wins_over_later_loading():
    touches = [touch(1, "2003", {"v": "new"}), touch(2, "2001", {"v": "old, loaded later"})]
    assert fold(touches)["Round", "x"].data == {"v": "new"}
    assert fold(touches, date(2002, 1, 1))["Round", "x"].data == {"v": "old, loaded later"}


def test_of_equal_days_the_later_entry_wins_then_the_later_touch():
    touches = [touch(2, "2001", {"v": 2}), touch(1, "2001", {"v": 1})]
    assert fold(touches)["Round", "x"].data == {"v": 2}
    touches = [touch(1, "2001", {"v": 2}, order=2), touch(1, "2001", {"v": 1}, order=1)]
    assert fold(touches)["Round", "x"].data == {"v": 2}


def test_a_partial_day_is_known_at_its_end():
    touches = [touch(1, "2001", {"v": 1})]
    assert fold(touches, date(2001, 12, 30)) == {}
    assert set(fold(touches, date(2001, 12, 31))) == {("Round", "x")}


def test_what_was_erased_is_absent():
    assert fold([touch(1, "2001", {"v": 1}), touch(2, "2002", None)]) == {}


@given(TOUCHES, AS_OF)
def test_the_fold_is_the_plain_one(touches, as_of):
    known = [t for t in touches if as_of is None or t.known_on.latest <= as_of]
    expected = {}
    for key, group in itertools.groupby(sorted(known, key=lambda t: t.key), key=lambda t: t.key):
        last = sorted(group, key=lambda t: (t.known_on.latest, t.position, t.order))[-1]
        if last.data is not None:
            expected[key] = last
    assert fold(touches, as_of) == expected


@given(TOUCHES, AS_OF, st.randoms(use_true_random=False))
def test_the_order_of_reading_the_log_plays_no_part(touches, as_of, random):
    shuffled = list(touches)
    random.shuffle(shuffled)
    assert fold(shuffled, as_of) == fold(touches, as_of)


@given(TOUCHES, st.dates(date(1999, 1, 1), date(2004, 1, 1)))
def test_what_is_learned_later_changes_no_earlier_day(touches, as_of):
    later = touch(99, "2010", {"v": "much later"})
    assert fold([*touches, later], as_of) == fold(touches, as_of)


def test_one_of_two_touches_supersedes_the_other():
    one, other = touch(1, "2001", {}), touch(2, "2001", {})
    assert supersedes(other, one) and not supersedes(one, other)


def test_the_value_a_touch_wrote():
    data = {"id": "x", "dialogue": "d", "began_on": "2001"}
    assert value_of(touch(1, "2001", data)) == Round(
        id="x", dialogue="d", began_on=PartialDate("2001")
    )
    with pytest.raises(BadValue):
        value_of(touch(1, "2001", None))
    with pytest.raises(BadValue, match="no noun"):
        value_of(touch(1, "2001", data, noun="Session"))
