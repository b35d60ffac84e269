"""The table of terms is what the catalogues hold, and the workbook uses the same words."""

from collections import defaultdict

import pytest

from headway.assessments.words import keys
from headway.assessments.words import word as in_assessment
from headway.domain.nouns import NOUNS
from headway.domain.shape import shapes
from headway.intake.workbook.words import word
from headway.phrases import speaking
from headway.web import words
from tests.phrases import catalogues, terms

WORKBOOK = {"en": "en", "fr": "fr", "zh-Hans": "zh"}


def test_the_page_of_terms_is_written_from_the_catalogues():
    assert terms.PAGE.read_text("utf-8") == terms.page()


def test_the_workbook_and_the_pages_have_the_same_words_for_every_choice():
    choices = {
        choice
        for noun in NOUNS.values()
        for shape in shapes(noun)
        for choice in shape.choices
        if word("choice", choice, "en")
    }
    assert len(choices) > 100
    for language in ("fr", "zh-Hans"):
        with speaking(language):
            pages = {choice: words.plain(choice) for choice in choices}
        sheets = {one: _typeset(word("choice", one, WORKBOOK[language])) for one in choices}
        assert pages == sheets


OTHER_MEANING = frozenset({"counted", "note", "given", "words"})
"""Keys of an assessment whose English word is on the pages too and means another thing there."""


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_an_assessment_says_the_words_that_the_pages_say(language):
    pages = defaultdict(set)
    for message in catalogues.read(language):
        if isinstance(message.id, str):
            pages[_bare(message.id)].add(_bare(message.string))
    shared = [k for k in keys() if _bare(in_assessment(k, "en")) in pages]
    assert len(shared) > 45
    differing = {
        key: (told, sorted(pages[_bare(in_assessment(key, "en"))]))
        for key in set(shared) - OTHER_MEANING
        if _bare(told := in_assessment(key, language)) not in pages[_bare(in_assessment(key, "en"))]
    }
    assert differing == {}


def _bare(told: str) -> str:
    """Words without what a heading and a sentence typeset in different ways."""
    return told.strip(" .。").casefold().replace("\u202f", " ").replace("\N{NO-BREAK SPACE}", " ")


def _typeset(told: str) -> str:
    """The workbook's word with the apostrophe of the pages."""
    return told.replace("'", "’")
