"""A catalogue or a page with one fault is caught by the checks every catalogue and page passes."""

import pytest

from headway.domain.views import Viewer
from tests.broken.catalogues import BROKEN_CATALOGUES, BROKEN_PAGES
from tests.phrases import catalogues
from tests.phrases.checks import faults
from tests.phrases.pseudo import missed, spoken_in_brackets
from tests.web import small
from tests.web.conftest import site  # noqa: F401 - the fixture


@pytest.fixture(scope="module")
def wanted():
    return catalogues.wanted()


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
@pytest.mark.parametrize("broken", BROKEN_CATALOGUES, ids=lambda one: one.__name__)
def test_a_broken_catalogue_is_caught(broken, language, wanted):
    catalog = catalogues.read(language)
    before = set(faults(catalog, wanted))
    broken(catalog)
    assert set(faults(catalog, wanted)) - before


@pytest.mark.parametrize("broken", BROKEN_PAGES, ids=lambda one: one.__name__)
def test_a_word_that_is_not_translated_is_caught(broken, site, monkeypatch):  # noqa: F811
    spoken_in_brackets(monkeypatch)
    client, corpus = site(), small.corpus(Viewer("desk"))
    addresses = ("/", "/dialogues/aldmark-yunlin", "/concerns/detention")

    def pages():
        return [(one, client.get(one).content.decode()) for one in addresses]

    before = missed(pages(), corpus)
    broken(monkeypatch)
    assert missed(pages(), corpus) != before
