"""A record as one viewer sees it: what is not in a Corpus does not exist for its viewer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.assessments import Withholding
from headway.domain.concerns import Concern, Question, Reply
from headway.domain.corpus import Corpus, project
from headway.domain.errors import NotFound
from headway.domain.ids import split_any_id
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.shape import references, to_plain
from headway.domain.statements import Statement
from headway.domain.views import Viewer, may_see
from tests.measures.drawn import SIDES, corpus_of, public, values_of
from tests.strategies import viewers, world

NUMBERS = st.integers(0, 2**32)
VIEWERS = st.sampled_from(viewers())

TABLE = """
Concern c1 raised_by=a about=b label=public
Question q1 concern=c1 round=r1 asked_by=a asked_of=b label=public
Question q2 concern=c1 round=r1 asked_by=a asked_of=b
Reply p1 question=q1 kind=answered label=public
Reply p2 question=q2 kind=answered label=public
Statement s1 delivered_on=2001 round=r1 party=a concerns=c1,c2 label=public
Concern c2 raised_by=a about=b
Withholding w1 item=Question/q2 noun=Question concern=c1 label=public comment="as q2 says"
"""


def seen(view):
    return corpus_of(public(SIDES) + TABLE, view)


def test_values_of_a_noun_come_in_the_order_of_their_ids():
    assert [c.id for c in seen("desk").all(Concern)] == ["c1", "c2"]
    assert seen("desk").all(Party)[0].id == "a"


def test_one_and_get():
    corpus = seen("public")
    assert corpus.get(Concern, "c1") is corpus.one(Concern, "c1")
    assert corpus.get(Concern, "c2") is None and corpus.get(Concern, None) is None
    with pytest.raises(NotFound, match="no Concern 'c2' here"):
        corpus.one(Concern, "c2")


def test_having_finds_by_a_field_or_a_list():
    corpus = seen("desk")
    assert [q.id for q in corpus.having(Question, "round", "r1")] == ["q1", "q2"]
    assert [s.id for s in corpus.having(Statement, "concerns", "c2")] == ["s1"]
    assert corpus.having(Question, "round", "r9") == ()


def test_a_value_that_needs_a_sealed_one_is_not_seen_either():
    assert [r.id for r in seen("public").all(Reply)] == ["p1"]
    assert [r.id for r in seen("desk").all(Reply)] == ["p1", "p2"]


def test_a_mention_of_a_sealed_value_is_emptied():
    assert seen("public").one(Statement, "s1").concerns == ("c1",)
    assert seen("desk").one(Statement, "s1").concerns == ("c1", "c2")


def test_a_withholding_shows_that_it_exists_and_never_what():
    (shown,) = seen("public").all(Withholding)
    assert (shown.item, shown.comment) == ("", "")
    assert seen("public").withheld(Question, concern="c1") == (shown,)
    assert seen("public").withheld(Question, concern="c9") == ()
    assert seen("public").withheld(Reply) == ()
    assert seen("desk").all(Withholding) == ()


def test_texts_are_read_on_demand_and_missed_by_name():
    with pytest.raises(NotFound, match="no text abc"):
        Corpus(values={}).text("abc")
    assert Corpus(values={}, text={"abc": "words"}.__getitem__).text("abc") == "words"


@given(NUMBERS, VIEWERS)
@settings(max_examples=40, deadline=None)
def test_a_view_never_shows_what_a_label_forbids(number, viewer):
    for group in project(world(number).current, viewer).values():
        for value in group.values():
            assert may_see((value.label,), viewer)


@given(NUMBERS, VIEWERS)
@settings(max_examples=40, deadline=None)
def test_nothing_seen_names_something_that_is_not(number, viewer):
    shown = project(world(number).current, viewer)
    for group in shown.values():
        for value in group.values():
            if isinstance(value, Withholding):
                assert value.item == ""
            for noun, value_id in named_by(value):
                assert value_id == "*" or value_id in shown.get(noun, {}), (value, noun)


def named_by(value):
    """What a value names, as noun and id; a withholding's own item apart."""
    for shape in references(type(value)):
        content = getattr(value, shape.name)
        if isinstance(value, Withholding) and shape.name == "item":
            continue
        for one in content if shape.many else [content]:
            if one is not None:
                yield split_any_id(one) if shape.refers_to == "*" else (shape.refers_to, one)


@given(NUMBERS, VIEWERS)
@settings(max_examples=40, deadline=None)
def test_projecting_twice_changes_nothing(number, viewer):
    values = [v for v in world(number).current if not isinstance(v, Withholding)]
    once = project(values, viewer)
    again = project([v for group in once.values() for v in group.values()], viewer)
    assert again == once


@given(NUMBERS)
@settings(max_examples=20, deadline=None)
def test_who_sees_every_label_sees_every_value_as_it_is(number):
    values = world(number).current
    viewer = Viewer("assessor", frozenset({"circle"}))
    shown = project(values, viewer)
    for value in values:
        if not isinstance(value, Withholding):
            assert to_plain(shown[type(value).__name__][value.id]) == to_plain(value)


@given(NUMBERS, VIEWERS)
@settings(max_examples=30, deadline=None)
def test_what_is_sealed_plays_no_part(number, viewer):
    """Taking away what the viewer may not see changes nothing of what is shown."""
    values = world(number).current
    held_back = {split_any_id(v.item) for v in values if isinstance(v, Withholding)}
    kept = [
        v for v in values if may_see((v.label,), viewer) or (type(v).__name__, v.id) in held_back
    ]
    assert project(kept, viewer, whole=False) == project(values, viewer)


def test_a_round_without_a_dialogue_in_view_is_not_seen():
    values = values_of("Dialogue d title=T parties=a\nRound r dialogue=d label=public")
    assert project(values, Viewer("public")) == {}
    assert Round.__name__ in project(values, Viewer("desk"))
