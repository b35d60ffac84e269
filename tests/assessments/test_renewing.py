"""Renewing changes figures and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.assessments.blocks import write
from headway.assessments.manuscripts import read
from headway.assessments.renewing import renew
from tests.assessments import checks, small
from tests.measures import worlds

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=30
).filter(lambda text: "headway" not in text and "figure:" not in text)


@settings(max_examples=15, deadline=None)
@given(worlds.records(), worlds.records(), st.lists(WORDS, min_size=1, max_size=6))
def test_the_words_of_the_author_stay_to_the_byte(before, after, words):
    text = small.drafted(small.basis(before, "desk"))
    for word in words:
        text = text.replace("<!-- /headway -->\n", f"<!-- /headway -->\n{word}\n", 1)
    made = small.basis(after, "desk")
    manuscript = read(text)
    if all(write(made, manuscript, block) is not None for block in manuscript.blocks):
        checks.check_renew_keeps(renew, text, made)


def test_line_ends_of_another_system_stay():
    made = small.basis(small.public(small.TABLE))
    text = small.completed(made).replace("\n", "\r\n")
    later = small.basis(
        [
            *small.public(small.TABLE),
            *small.values_of("Reply y9 question=q2 kind=answered label=public"),
        ]
    )
    new = renew(text, lambda b: write(later, read(text), b), later.number)
    assert new.changed
    assert new.text.count("\n") == new.text.count("\r\n")


def test_a_live_number_is_written_again_and_told():
    made = small.basis(small.public(small.TABLE), "desk")
    text = small.drafted(made).replace(
        "{#summary}", "{#summary}\n\n[9](figure:answer_rate/b/questions) of it.", 1
    )
    new = renew(text, lambda b: write(made, read(text), b), made.number)
    assert "[2](figure:answer_rate/b/questions) of it." in new.text
    assert new.numbers == (("answer_rate/b/questions", "9", "2"),)


def test_a_reviewed_finding_that_changed_is_told():
    known = small.public(small.TABLE)
    text = small.completed(small.basis(known))
    more = small.values_of("Reply y9 question=q2 kind=answered label=public")
    later = small.basis([*known, *more])
    new = renew(text, lambda b: write(later, read(text), b), later.number)
    assert "finding answer_rate" in new.stale
    assert "; reviewed A. Reader, 2004-01-01 -->" in new.text


def test_a_block_that_is_unknown_stays_as_it_is():
    made = small.basis(small.public(small.TABLE))
    text = small.completed(made).replace("headway: basis", "headway: basic")
    new = renew(text, lambda b: write(made, read(text), b), made.number)
    assert new.text == text
