"""Short texts in several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.errors import BadValue
from headway.domain.wording import Wording

LANGUAGES = st.sampled_from(("en", "fr", "zh", "zh-Hant", "bo"))
PAIRS = st.dictionaries(LANGUAGES, st.text(min_size=1).filter(str.strip), min_size=1)


@pytest.mark.parametrize("pairs", [{}, {"en": ""}, {"en": "  ", "fr": "\n"}])
def test_a_wording_without_a_text_is_refused(pairs):
    with pytest.raises(BadValue, match="at least one language"):
        Wording(pairs)


def test_the_asked_language_then_its_main_one_then_english_then_the_first():
    wording = Wording({"fr": "droits", "zh": "权利"})
    assert wording.within("zh") == "权利"
    assert wording.within("zh-Hant") == "权利"
    assert wording.within("en") == "droits"
    assert str(wording) == "droits"
    assert wording.language_shown("zh-Hant") == "zh"
    assert wording.language_shown("de") == "fr"


def test_the_order_of_languages_has_a_meaning():
    one, other = Wording({"en": "a", "fr": "b"}), Wording({"fr": "b", "en": "a"})
    assert one != other
    assert list(one) == ["en", "fr"]
    assert len(one) == 2


@pytest.mark.parametrize(
    ("asked", "held", "shown"),
    [
        ("zh-Hans", ["en", "zh-CN"], "zh-CN"),
        ("zh-Hans", ["en", "zh-Hant", "zh"], "zh"),
        ("zh-Hans", ["en", "zh-Hant"], "zh-Hant"),
        ("zh-Hans-CN", ["en", "zh-Hant", "zh-Hans"], "zh-Hans"),
        ("zh-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("zh", ["zh-Hant", "zh-Hans"], "zh-Hans"),
        ("fr", ["en", "fr-CA"], "fr-CA"),
        ("fr-CA", ["en", "fr-FR", "fr"], "fr"),
        ("FR", ["en", "fr"], "fr"),
        ("de-x-old", ["en", "de"], "de"),
        ("fr", ["zh-Hans", "en"], "en"),
        ("fr", ["zh-Hans", "en-GB"], "en-GB"),
        ("fr", ["zh-Hans", "bo"], "zh-Hans"),
        ("", ["zh-Hans", "bo"], "zh-Hans"),
    ],
)
def test_the_nearest_language_is_shown(asked, held, shown):
    assert Wording({tag: f"in {tag}" for tag in held}).language_shown(asked) == shown


@given(PAIRS)
def test_equal_wordings_have_equal_hashes_and_keep_their_texts(pairs):
    wording = Wording(pairs)
    assert wording == Wording(dict(wording))
    assert hash(wording) == hash(Wording(dict(wording)))
    assert dict(wording) == pairs
    assert repr(wording) == f"Wording({pairs!r})"


@given(PAIRS, st.text())
def test_the_text_shown_is_in_the_language_that_is_told(pairs, language):
    wording = Wording(pairs)
    assert wording.within(language) == wording[wording.language_shown(language)]


def test_a_wording_is_no_plain_mapping():
    assert Wording({"en": "a"}) != {"en": "a"}
