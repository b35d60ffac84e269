"""A draft says what the record says, for both sides, for one view, and where to write."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from headway.assessments.manuscripts import SECTIONS, read
from headway.assessments.words import LANGUAGES, keys, word
from headway.domain.views import VIEWS, Viewer
from tests.assessments import checks, small
from tests.measures import worlds
from tests.measures.drawn import SIDES, values_of

THREE_MINUTES = (
    SIDES
    + """
Round r3 dialogue=d number=3 began_on=2003-05-10
Statement s1 round=r1 dialogue=d kind=minutes delivered_on=2001-05-10
Statement s2 round=r2 dialogue=d kind=minutes delivered_on=2002-05-10
Statement s3 round=r3 dialogue=d kind=minutes delivered_on=2003-05-10
Rendering n1 statement=s1 language=en kind=original fidelity=note note_taker=a
Rendering n2 statement=s2 language=en kind=original fidelity=note note_taker=a
Rendering n3 statement=s3 language=zh kind=original fidelity=note note_taker=b
"""
)


@settings(max_examples=15, deadline=None)
@given(worlds.records())
def test_both_sides_stand_beside_each_other_and_change_places(values):
    checks.check_swap(small.drafted, values)


@settings(max_examples=15, deadline=None)
@given(worlds.records())
def test_what_a_view_may_not_see_changes_nothing(values):
    seen = {v.id for g in small.corpus(values, "public").values.values() for v in g.values()}
    kept = [v for v in values if v.id in seen or type(v).__name__ == "Withholding"]
    assert small.drafted(small.basis(values)) == small.drafted(small.basis(kept))


@settings(max_examples=15, deadline=None)
@given(worlds.records())
def test_every_draft_is_read_back_without_a_complaint_of_its_form(values):
    manuscript = read(small.drafted(small.basis(values, "desk")))
    assert not manuscript.complaints
    assert [h.id for h in manuscript.headings if h.level == 2] == list(SECTIONS)


def test_three_minutes_give_a_short_draft_that_says_what_nobody_looked_for():
    text = small.drafted(small.basis(values_of(THREE_MINUTES), "desk"))
    manuscript = read(text)
    shown = [b.key for b in manuscript.blocks if b.key.startswith("finding ")]
    assert len(shown) <= 3
    silent = next(b for b in manuscript.blocks if b.key == "unlooked")
    assert len(silent.body) > 10
    assert "- Were questions answered on point?" in silent.body
    assert len(text.split()) < 1600


def test_small_numbers_of_people_asked_are_not_told():
    more = "Asking k1 group=officials party=a dialogue=d asked=7 answered=4 label=public"
    text = small.drafted(small.basis([*small.public(small.TABLE), *values_of(more)], "desk"))
    assert "fewer than 5 answered" in text and "4 answered" not in text


def test_what_the_desk_reads_has_the_root_of_the_log_and_what_others_read_has_not():
    from headway.assessments.basis import LogState

    made = small.basis(small.public(small.TABLE), "desk")
    state = LogState(12, "ab" * 32, lambda size: "ab" * 32 if size == 12 else None)
    text = small.drafted(replace(made, log=state))
    assert f"12 entries, root {'ab' * 32}" in text
    assert "entries, root" not in small.drafted(small.basis(small.public(small.TABLE)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fixed_word_is_there_in_every_language(language):
    for key in keys():
        assert word(key, language).strip(), key
        slots = set(re.findall(r"\{\w+\}", word(key, "en")))
        assert set(re.findall(r"\{\w+\}", word(key, language))) == slots, key


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_a_draft_in_another_language_has_its_words(language):
    text = small.drafted(small.basis(small.public(small.TABLE), language=language))
    assert f"## {word('findings', language)} {{#findings}}" in text
    assert not any(f"| **{word(key, 'en')}** |" in text for key in ("counted", "not known"))


@pytest.mark.parametrize("view", VIEWS)
def test_a_draft_is_made_for_every_view(view):
    assert f"view: {Viewer(view).view}\n" in small.drafted(
        small.basis(small.public(small.TABLE), view)
    )
