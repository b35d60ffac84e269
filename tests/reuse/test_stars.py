"""Order of delivery, and the stars: the loops equal the plain version on drawn deliveries."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.dates import PartialDate
from headway.reuse import Delivery, MemoryEngine
from headway.reuse import relations as rel
from headway.reuse import star_kernel as cols
from headway.reuse.fast import load_loops
from headway.reuse.order import is_earlier, order_of
from headway.reuse.plain_stars import first_of, plain_stars
from headway.reuse.relations import is_before
from headway.reuse.runs import Texts
from headway.reuse.stars import MEETING, OTHERS, OWN, stars_of
from tests.reuse.engine_checks import BLOCKS
from tests.reuse.small import delivery

DAYS = ["2001", "2001-05", "2001-05-03", "2001-05-04", "2001-06", "2002", "2003-01-01"]


@st.composite
def deliveries(draw: st.DrawFn, fewest: int = 0) -> list[Delivery]:
    """A few deliveries of two or three sides in two meetings, with partial days."""
    count = draw(st.integers(fewest, 7))
    return [
        Delivery(
            id=f"d{at}",
            text=f"t{at}",
            language="en",
            side=draw(st.sampled_from("abc")),
            delivered_on=PartialDate(draw(st.sampled_from(DAYS))),
            dialogue=draw(st.sampled_from(["", "x"])),
            meeting=draw(st.sampled_from(["", "m1", "m2"])),
            session=draw(st.integers(0, 2)),
            sequence=draw(st.integers(0, 2)),
        )
        for at in range(count)
    ]


@given(deliveries())
def test_order_is_strict_and_agrees_with_its_numbers(held: list[Delivery]) -> None:
    order = order_of(held)
    for one, a in enumerate(held):
        for other, b in enumerate(held):
            earlier = is_earlier(a, b)
            assert earlier == bool(is_before(order, np.array([one]), np.array([other]))[0])
            assert not (earlier and is_earlier(b, a))
            if earlier:
                assert order.rank[one] < order.rank[other]
            assert all(is_earlier(a, c) for c in held if earlier and is_earlier(b, c))


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ({"on": "2002-11"}, {"on": "2002-12-01"}, True),
        ({"on": "2002"}, {"on": "2002-12-01"}, False),
        ({"on": "2002-12-01"}, {"on": "2002"}, False),
        ({"on": "2002", "sequence": 1}, {"on": "2002", "sequence": 2}, True),
        ({"on": "2002", "sequence": 0}, {"on": "2002", "sequence": 2}, False),
        ({"on": "2002", "sequence": 1}, {"on": "2002", "sequence": 2, "meeting": "m"}, False),
        ({"on": "2002", "session": 1, "sequence": 9}, {"on": "2002", "session": 2}, True),
    ],
)
def test_earlier(one: dict, other: dict, earlier: bool) -> None:
    a, b = (delivery(name, it.pop("on"), **it) for name, it in (("a", one), ("b", other)))
    assert is_earlier(a, b) is earlier


@pytest.mark.slow
@pytest.mark.parametrize("is_compiled", [False, True])
@given(held=deliveries(fewest=2), drawn=st.data())
@settings(deadline=None, max_examples=60)
def test_loops_equal_the_plain_stars(
    is_compiled: bool, held: list[Delivery], drawn: st.DataObject
) -> None:
    blocks = drawn.draw(st.lists(BLOCKS, min_size=len(held), max_size=len(held)))
    tokens = [[token for block in text for token in block] for text in blocks]
    texts = Texts.of([np.array(text, np.uint64) for text in tokens])
    runs = list(MemoryEngine().runs(texts, 3))
    stars = stars_of(runs, order_of(held), load_loops(is_compiled))
    plain = plain_stars(runs, held)
    assert len(stars) == len(plain)
    for at, want in enumerate(plain):
        row = stars.table[at].tolist()
        assert row[:3] == [want.text, want.begin, want.length]
        assert row[cols.SIDES] == want.sides(held)
        counts = {
            rel.SAME_TEXT: int(want.is_refrain),
            rel.LATER: len(want.later),
            rel.CONCURRENT: len(want.concurrent),
            rel.MEETING: len(want.meeting),
            rel.MEETING_EARLIER: len(want.meeting_earlier),
            rel.OWN_ROUND: len(want.own_rounds),
            rel.OWN_ELSEWHERE: len(want.own_elsewhere),
            rel.OTHER_SIDE: len(want.others),
        }
        assert {one: int(stars.count(one)[at]) for one in counts} == counts
        pools = {
            OWN: want.own_rounds | want.own_elsewhere,
            OTHERS: want.others,
            MEETING: want.meeting_earlier,
        }
        for pool, numbers in pools.items():
            first, previous, shared = first_of(held, numbers)
            assert stars.pool(pool, cols.FIRST)[at] == first
            assert stars.pool(pool, cols.PREVIOUS)[at] == previous
            assert bool(stars.pool(pool, cols.SHARED)[at]) == shared
            for number, place in ((first, cols.FIRST_BEGIN), (previous, cols.PREVIOUS_BEGIN)):
                if number >= 0:
                    there = int(stars.pool(pool, place)[at])
                    words = tokens[want.text][want.begin : want.begin + want.length]
                    assert tokens[number][there : there + want.length] == words
