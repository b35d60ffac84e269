"""The catalogues hold exactly what is said, whole, and are compiled."""

import pytest

from headway.phrases import LANGUAGES, NAMES, speech_of
from tests.phrases import catalogues
from tests.phrases.checks import faults


@pytest.fixture(scope="module")
def wanted():
    return catalogues.wanted()


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_nothing_is_missing_fuzzy_left_over_or_without_its_places(language, wanted):
    assert sorted(faults(catalogues.read(language), wanted)) == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_what_is_compiled_is_what_is_written(language):
    compiled = (catalogues.folder(language) / "headway.mo").read_bytes()
    assert compiled == catalogues.as_mo(catalogues.read(language))


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_renewing_a_catalogue_that_is_whole_changes_nothing(language):
    written = (catalogues.folder(language) / "headway.po").read_bytes()
    assert written == catalogues.as_po(catalogues.renewed(language))


def test_every_language_has_its_own_name_and_its_speech():
    assert set(NAMES) == set(LANGUAGES)
    for language in LANGUAGES:
        assert speech_of(language).language == language
