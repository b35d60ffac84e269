"""Numbers and days in three languages, read as the same facts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.text.facts import numeral, value_of
from headway.text.mentions import facts, mentions
from tests.text.spelled import WRITERS, chinese, english, french

BEFORE = {"en": "There were ", "fr": "Il y avait ", "zh": "共有"}
AFTER = {"en": " visits.", "fr": " visites.", "zh": "次访问。"}
NUMBERS = st.one_of(st.integers(2, 200), st.integers(2, 10**4), st.integers(2, 10**8 - 1))


def read(text, language):
    """Every number that is looked for, with its words."""
    return {text[m.begin : m.end]: m.needs for m in mentions(text, language) if not m.weak}


@pytest.mark.parametrize("language", WRITERS)
@given(number=NUMBERS)
def test_a_number_in_words_is_read_whole(language, number):
    words = WRITERS[language](number)
    (found,) = read(BEFORE[language] + words + AFTER[language], language).items()
    assert found[0] == words
    assert numeral(number) in found[1][0]


@pytest.mark.parametrize("language", WRITERS)
def test_every_number_below_two_thousand(language):
    for number in range(2, 2000):
        words = WRITERS[language](number)
        told = facts(BEFORE[language] + words + AFTER[language], language)
        assert {f for f in told if f.startswith("n:")} == {numeral(number)}, words


@given(number=st.integers(2, 10**9))
def test_a_number_in_figures_is_the_same_in_all_languages(number):
    grouped = f"{number:,}"
    ways = {
        "en": (grouped, str(number), grouped.replace(",", "\u202f")),
        "fr": (grouped.replace(",", " "), grouped.replace(",", "\u00a0"), str(number)),
        "zh": (grouped, str(number)),
    }
    for language, forms in ways.items():
        for form in forms:
            assert numeral(number) in facts(BEFORE[language] + form + AFTER[language], language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "20,000 people"), ("zh", "两万人")),
        (("en", "20,000 people"), ("fr", "vingt mille personnes")),
        (("en", "20,000 people"), ("zh", "2万人")),
        (("en", "1.2 million"), ("zh", "一百二十万")),
        (("en", "1.2 million"), ("fr", "1,2 million")),
        (("fr", "3 milliards d'euros"), ("zh", "三十亿欧元")),
        (("fr", "3 milliards d'euros"), ("en", "three billion euros")),
        (("en", "the third round"), ("zh", "第三轮")),
        (("en", "the third round"), ("fr", "la troisième rencontre")),
        (("en", "the 21st century"), ("fr", "le XXIe siècle")),
        (("en", "8 per cent"), ("zh", "百分之八")),
        (("en", "8.5 %"), ("fr", "8,5 %")),
        (("zh", "百分之五十"), ("en", "half of them")),
        (("zh", "三分之二"), ("en", "two thirds")),
        (("zh", "三分之二"), ("en", "two of three")),
        (("fr", "deux tiers"), ("en", "two out of every three")),
        (("fr", "soixante-dix-sept"), ("en", "seventy-seven")),
        (("fr", "nonante et un"), ("zh", "九十一")),
        (("zh", "四十八小时"), ("en", "two days")),
        (("fr", "quinze jours"), ("en", "two weeks")),
        (("en", "18 months"), ("fr", "dix-huit mois")),
        (("en", "24 months"), ("zh", "两年")),
        (("en", "11:05 a.m."), ("fr", "11 h 5")),
        (("en", "7 p.m."), ("fr", "19 h")),
        (("fr", "19 h 30"), ("zh", "晚上七点三十分")),
        (("en", "3 June 2002"), ("fr", "le 3 juin 2002")),
        (("en", "June 3, 2002"), ("zh", "2002年6月3日")),
        (("en", "the third of June 2002"), ("zh", "二〇〇二年六月三日")),
        (("fr", "le 1er mai"), ("en", "May 1")),
        (("fr", "lundi 3 juin"), ("zh", "六月三日星期一")),
        (("en", "Sunday"), ("zh", "星期天")),
        (("en", "2002-06-03"), ("fr", "le 3 juin 2002")),
        (("en", "03/06/2002"), ("zh", "2002年6月3日")),
        (("en", "one hundred people"), ("fr", "une centaine de personnes")),
        (("zh", "十名"), ("fr", "une dizaine")),
        (("zh-Hant", "三億二千萬元"), ("en", "320 million")),
        (("en", "two languages"), ("fr", "les deux langues")),
        (("zh", "两种话"), ("en", "both tongues")),
    ],
)
def test_the_same_said_in_two_languages(one, other):
    language, text = one
    found = [m for m in mentions(text, language) if not m.weak]
    there = facts(other[1], other[0])
    assert found
    assert [m for m in found for need in m.needs if not need & there] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "20,000 people"), ("zh", "两千人")),
        (("en", "article 44"), ("zh", "第四十条")),
        (("en", "nineteen"), ("fr", "quatre-vingt-dix-neuf")),
        (("zh", "二百七十一人"), ("en", "two hundred and seventeen")),
        (("fr", "soixante-dix"), ("en", "sixty and ten more")),
        (("en", "3 June 2002"), ("fr", "le 3 juin")),
        (("en", "3 June"), ("fr", "en juin")),
        (("en", "in March"), ("zh", "四月")),
        (("en", "on Friday"), ("fr", "jeudi")),
        (("zh", "三个月"), ("en", "in March")),
        (("en", "two thirds"), ("zh", "三分之一")),
        (("en", "forty-eight hours"), ("fr", "trois jours")),
    ],
)
def test_another_thing_said(one, other):
    there = facts(other[1], other[0])
    found = [m for m in mentions(one[1], one[0]) if not m.weak]
    assert any(not need & there for m in found for need in m.needs)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One of us first said so; both agreed, for once and by half.", "en"),
        ("May I say that we march on.", "en"),
        ("L'un des premiers, un véhicule neuf, pour cent raisons ou plutôt pour cent.", "fr"),
        (
            "一样，统一，老百姓，千万，十分，万一，四方，三农，一些，两国，一起，几十个，十几个",
            "zh",
        ),
        ("第一，首先，半数", "zh"),
    ],
)
def test_what_is_said_in_many_ways_is_not_looked_for(text, language):
    assert read(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("eleven, twelve or thirteen", "en", ["eleven", "twelve", "thirteen"]),
        ("10-15 days", "en", ["10", "15"]),
        ("a fifteen-day review", "en", ["fifteen"]),
        ("in 2012 300 people", "en", ["2012", "300"]),
        ("vingt et un ou vingt-deux", "fr", ["vingt et un", "vingt-deux"]),
        ("cent dix et deux", "fr", ["cent dix", "deux"]),
        ("十一二分钟，二十来个", "zh", ["二十"]),
        ("四十一条，十一条", "zh", ["四十一", "十一"]),
    ],
)
def test_where_numbers_begin_and_end(text, language, places):
    assert list(read(text, language)) == places


@pytest.mark.parametrize("writer", [english, french, chinese])
def test_the_writer_of_the_tests_never_says_two_numbers_alike(writer):
    assert len({writer(n) for n in range(12_000)}) == 12_000


def test_facts_of_other_kinds_have_no_value():
    assert value_of("month:6") is None
    assert value_of("n:2/3") == Fraction(2, 3)


@given(
    st.text(
        alphabet="一两十百千万亿零〇三五点分之第年月日 aun-,.12345twoandhundredcentvingtet",
        max_size=40,
    )
)
def test_no_text_is_too_odd(text):
    for language in ("en", "fr", "zh"):
        for mention in mentions(text, language):
            assert 0 <= mention.begin < mention.end <= len(text)
            assert mention.needs
