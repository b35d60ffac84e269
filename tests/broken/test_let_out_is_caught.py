"""Releases that let out more than stands in the text, and texts that change what was let out."""

import pytest

from headway.domain.assessments import Judgement
from headway.domain.ids import any_id
from headway.services import assessing
from tests.assessments import test_acts as checks
from tests.assessments.conftest import *  # noqa: F403 - the fixtures of the checks
from tests.assessments.test_acts import known  # noqa: F401


def every_judgement(manuscript, one, by):
    """Lets out whatever was ever judged in this assessment."""
    held = assessing.corpora.corpus(by.viewer).having(Judgement, "assessment", one.assessment)
    names = [any_id("Judgement", judgement.id) for judgement in held]
    return (any_id("Assessment", one.assessment), any_id("Edition", one.id), *names)


def in_whatever_words(one, other, manuscript):
    """Does not look whether the record has other words under the same heading."""
    return False


def everything(entered, corpus, manuscript):
    """Writes all values of a text, whoever sees them already."""
    return entered.known


@pytest.mark.parametrize(
    ("name", "broken", "check"),
    [
        (
            "_items",
            every_judgement,
            checks.test_a_judgement_of_another_edition_is_not_let_out_with_this_one,
        ),
        (
            "_says_otherwise",
            in_whatever_words,
            checks.test_words_of_another_edition_under_the_same_heading_are_not_let_out,
        ),
        (
            "_without_let_out",
            everything,
            checks.test_a_text_of_the_desk_does_not_change_what_was_let_out,
        ),
    ],
)
def test_it_is_caught(name, broken, check, known, monkeypatch):  # noqa: F811
    monkeypatch.setattr(assessing, name, broken)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check(known)
