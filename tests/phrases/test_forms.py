"""Numbers, days, lists and names, held against the Unicode locale data and written examples."""

from datetime import date

import pytest
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from headway.phrases import (
    Said,
    Speech,
    day_words,
    days_words,
    filled,
    listing,
    number,
    percent,
    phrase_as,
    quoted,
    say,
    says,
    speaking,
    speech_of,
)

LOCALES = {"en": "en_GB", "fr": "fr", "zh-Hans": "zh_Hans"}
LANGUAGE = st.sampled_from(sorted(LOCALES))


@given(LANGUAGE, st.integers(0, 10**7))
def test_whole_numbers_are_grouped_as_the_language_does_or_not_at_all(language, count):
    with speaking(language):
        grouped = format_decimal(count, locale=LOCALES[language])
        assert number(count) == (grouped.replace(",", "") if language == "zh-Hans" else grouped)


@given(LANGUAGE, st.integers(0, 9999).map(lambda n: n / 10))
def test_broken_numbers_have_the_point_or_comma_of_the_language(language, count):
    with speaking(language):
        expected = format_decimal(count, format="#,##0.#", locale=LOCALES[language])
        assert number(count) == (expected.replace(",", "") if language == "zh-Hans" else expected)


@given(LANGUAGE, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_days_are_those_of_the_locale_data(language, day):
    locale = LOCALES[language]
    with speaking(language):
        told = day_words(day.isoformat()).replace("1er ", "1 ")  # French says "1er", CLDR "1"
        assert told == format_date(day, "long", locale=locale)
        month = format_skeleton("yMMMM", day, locale=locale)
        assert day_words(day.isoformat()[:7]) == month


@given(LANGUAGE, st.lists(st.sampled_from(["un", "deux", "三", "four"]), max_size=5))
def test_lists_are_those_of_the_locale_data(language, parts):
    with speaking(language):
        assert listing(parts) == format_list(parts, locale=LOCALES[language])


@pytest.mark.parametrize(
    ("language", "span"),
    [
        ("en", "3–4 November 2002"),
        ("fr", "3–4 novembre 2002"),
        ("zh-Hans", "2002年11月3日至4日"),
    ],
)
def test_two_days_of_a_month_are_one_span(language, span):
    with speaking(language):
        assert days_words("2002-11-03", "2002-11-04") == span


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["30 %", "45.5 %", "“x”"]),
        ("fr", ["30\u202f%", "45,5\u202f%", "«\u202fx\u202f»"]),
        ("zh-Hans", ["30%", "45.5%", "“x”"]),
    ],
)
def test_shares_and_quotations(language, told):
    with speaking(language):
        assert [percent(0.3), percent(0.455, 1), quoted("x")] == told


def test_plural_forms_follow_the_language():
    def forms(language):
        with speaking(language):
            counts = (0, 1, 1.5, 2)
            return [says("{count} hour", "{count} hours", count) for count in counts]

    assert forms("en") == ["0 hours", "1 hour", "1.5 hours", "2 hours"]
    assert forms("fr") == ["0 heure", "1 heure", "1,5 heure", "2 heures"]
    assert forms("zh-Hans") == ["0小时", "1小时", "1.5小时", "2小时"]


@pytest.mark.parametrize(
    ("name", "of", "to"),
    [
        ("Chine", "de la Chine", "à la Chine"),
        ("Canada", "du Canada", "au Canada"),
        (
            "Estravane (État inventé)",
            "de l’Estravane (État inventé)",
            "à l’Estravane (État inventé)",
        ),
        ("États-Unis", "des États-Unis", "aux États-Unis"),
        ("Union européenne", "de l’Union européenne", "à l’Union européenne"),
        ("Cuba", "de Cuba", "à Cuba"),
        ("Mexique", "du Mexique", "au Mexique"),
        ("Oman", "d’Oman", "à Oman"),
        ("les autres parties", "des autres parties", "aux autres parties"),
        (
            '<a href="/x">Suisse</a>',
            'de la <a href="/x">Suisse</a>',
            'à la <a href="/x">Suisse</a>',
        ),
        ("中国", "de 中国", "à 中国"),
    ],
)
def test_french_puts_article_and_preposition_before_a_name(name, of, to):
    with speaking("fr"):
        assert filled("{party:of}", {"party": name}) == of
        assert filled("{party:to}", {"party": name}) == to
    with speaking("en"):
        assert filled("{party:of}", {"party": name}) == name


def test_a_language_is_spoken_inside_its_block_only():
    with speaking("fr"), speaking("zh-Hans"):
        assert say("Dialogues") == "对话"
    assert say("Dialogues") == "Dialogues"


def test_a_table_is_said_in_the_language_of_its_reader():
    table = Said({"none": phrase_as("reply", "no reply")})
    assert table["none"] == "no reply"
    with speaking("fr"):
        assert table["none"] == "sans réponse"


def test_braces_and_unknown_messages_are_left_as_they_are():
    assert say("no such message {{x}}") == "no such message {x}"
    assert isinstance(speech_of("fr"), Speech)
