"""A past version under the terms of its own day, or an index with the words unmasked: caught."""

import pytest

from headway.record import corpora
from headway.services import exporting, indexing
from tests.services import test_masks
from tests.services.conftest import *  # noqa: F403
from tests.services.test_masks import kept  # noqa: F401


def as_it_was(now, value, view):
    """The terms of that day and not those of now."""
    return value


def as_it_stands(value, view):
    """Whoever is on a list reads like the desk."""
    return value


def test_originals_given_along_are_caught(kept, monkeypatch):  # noqa: F811 - the fixture
    monkeypatch.setattr(exporting, "_without_original", lambda value: value)
    with pytest.raises(AssertionError):
        test_masks.test_originals_stay_behind_unless_asked_for(kept)


def test_terms_of_the_past_are_caught(kept, monkeypatch):  # noqa: F811 - the fixture
    monkeypatch.setattr(corpora, "under_terms_of", as_it_was)
    with pytest.raises(AssertionError):
        test_masks.test_no_version_and_no_past_day_names_them("public", kept)


def test_an_index_that_masks_nothing_is_caught(kept, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(indexing, "masked", as_it_stands)
    with pytest.raises(AssertionError):
        test_masks.test_a_search_does_not_find_a_remark_by_who_said_it(kept, tmp_path)
