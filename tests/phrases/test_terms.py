"""The table of terms is what the catalogues hold, and the workbook uses the same words."""

from headway.domain.nouns import NOUNS
from headway.domain.shape import shapes
from headway.intake.workbook.words import word
from headway.phrases import speaking
from headway.web import words
from tests.phrases import terms

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


def _typeset(told: str) -> str:
    """The workbook's word with the apostrophe of the pages."""
    return told.replace("'", "’")
