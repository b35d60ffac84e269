"""Sentences said on several days: found all, counted by day, courtesy told from substance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.reuse import Delivery, FormulaPattern
from headway.reuse.recurring import days_apart, press_formulae, recurring
from tests.reuse.recurring_checks import (
    EXAMPLE,
    NOTICE,
    OTHER,
    STOCK,
    check_recurring,
    texts_said,
)


def test_the_example():
    check_recurring(recurring, EXAMPLE)


SIDES = st.sampled_from(["aland", "bland"])
SENTENCES = st.lists(st.sampled_from([STOCK, NOTICE, OTHER]), min_size=1, max_size=4).map(" ".join)
PLANS = st.lists(st.tuples(SIDES, st.integers(0, 6), SENTENCES), max_size=12)


@settings(max_examples=60, deadline=None)
@given(PLANS, st.integers(2, 4))
def test_it_finds_what_the_plain_way_finds(plan, days):
    check_recurring(recurring, plan, days)


def one_of(words, days=3, **options):
    (found,) = recurring(*texts_said([("aland", n, words) for n in range(days)]), **options).found
    return found


def test_kinds():
    assert one_of(STOCK).kind == "substance"
    assert one_of(NOTICE).kind == "notice"
    assert one_of("I thank you, Mr. Chairman.").kind == "courtesy"
    assert one_of("It is the same as it was.").kind == "common_words"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("我注意到有关报道。", "notice"),
        ("关于第二个问题。", "notice"),
        ("我不了解你提到的具体情况。", "notice"),
        ("我们对他的不幸逝世表示深切哀悼，向他的家人表示诚挚慰问。", "courtesy"),
        ("监狱探视委员会由七名渔业代表和三名牧羊人组成。", "substance"),
    ],
)
def test_kinds_in_chinese(words, kind):
    plan = texts_said([("aland", n, words) for n in range(3)])
    deliveries = [Delivery(**{**_fields(one), "language": "zh-Hans"}) for one in plan[0]]
    (found,) = recurring(deliveries, plan[1]).found
    assert found.kind == kind


def _fields(delivery):
    return {name: getattr(delivery, name) for name in delivery.__slots__}


def test_a_record_brings_its_own_formulae():
    own = FormulaPattern("en", "the prisons of aland are open to nobody but the board of visitors")
    assert one_of(STOCK, formulae=[own]).kind == "courtesy"


def test_case_and_punctuation_make_no_difference():
    said = [("aland", n, words) for n, words in enumerate([STOCK, STOCK.upper(), STOCK[:-1] + "!"])]
    (found,) = recurring(*texts_said(said)).found
    assert found.days == 3


def test_what_was_looked_at_is_counted():
    found = recurring(*texts_said(EXAMPLE))
    assert found.sentences == {"aland": 9, "bland": 2} and found.texts == 7
    assert found.said("aland") == 7 and found.said("bland") == 0
    assert found.said("aland", "substance") == 4


def test_notes_and_texts_without_a_side_are_not_assessed():
    (delivery, *_), texts = texts_said([("aland", 0, STOCK)])
    note = Delivery(**{**_fields(delivery), "id": "n", "fidelity": "note"})
    nobody = Delivery(**{**_fields(delivery), "id": "q", "side": ""})
    found = recurring([note, nobody], texts)
    assert found.texts == 0 and sum(found.not_assessed.values()) == 2


@pytest.mark.parametrize(
    ("days", "apart"),
    [
        (["2021-03-04", "2021-03-04"], 1),
        (["2021-03", "2021-03-04"], 1),
        (["2021-03", "2021-04-01"], 2),
        (["2021", "2021-03-04", "2021-05"], 2),
        ([], 0),
    ],
)
def test_only_days_that_are_certainly_different_count(days, apart):
    assert days_apart(PartialDate(day) for day in days) == apart


def test_twice_at_least():
    with pytest.raises(BadValue, match="2 days"):
        recurring([], {}, 1)


def test_the_shipped_patterns_can_all_be_read():
    from headway.reuse.formulae import steps_of

    version, patterns = press_formulae()
    assert version and {one.language for one in patterns} == {"en", "fr", "zh"}
    assert all(steps_of(one.pattern) for one in patterns)
