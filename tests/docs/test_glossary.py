"""The glossary rules the names: every noun, code and view is explained in it, in order."""

import re
from typing import get_args

import pytest

from headway.domain.nouns import NOUNS
from headway.domain.values import Code
from headway.domain.views import VIEWS


@pytest.fixture(scope="module")
def entries(repository):
    """Every term of the glossary with its explanation, in order."""
    text = (repository / "GLOSSARY.md").read_text(encoding="utf-8")
    found = re.findall(r"^\*\*(.+?)\*\*: (.+?)(?=\n\n|\Z)", text, re.M | re.S)
    return [(term, " ".join(explained.split())) for term, explained in found]


@pytest.mark.parametrize("name", [*NOUNS, *get_args(Code), *VIEWS])
def test_it_is_explained(entries, name):
    assert name in dict(entries)


def test_each_term_once_and_in_alphabetical_order(entries):
    terms = [term.casefold() for term, _ in entries]
    assert terms == sorted(set(terms))


def test_each_explanation_is_short(entries):
    for term, explained in entries:
        assert 3 <= len(explained.split()) <= 80, term
        assert explained.endswith("."), term


def test_what_it_points_to_is_there(entries):
    terms = {term for term, _ in entries}
    for term, explained in entries:
        for pointed in re.findall(r"See \*(.+?)\*", explained, re.I):
            assert pointed in terms, f"{term} points to {pointed}"
