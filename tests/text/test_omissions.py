"""What a translation leaves out, in drawn texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.text import names
from headway.text.omissions import Known, compare, is_read
from tests.text.omission_checks import (
    check_all,
    check_nothing_is_missing,
    check_the_lost_one_is_found,
)

PAIRS = st.permutations(("en", "fr", "zh")).map(lambda found: found[:2])
NUMBERS = st.lists(st.integers(11, 9_999_999), min_size=2, max_size=6, unique=True)


@given(NUMBERS, PAIRS)
def test_nothing_is_missing_from_a_faithful_translation(numbers, pair):
    check_nothing_is_missing(compare, numbers, *pair)


@given(NUMBERS, PAIRS, st.data())
def test_a_lost_number_is_found_where_it_stood(numbers, pair, data):
    lost = data.draw(st.integers(0, len(numbers) - 1))
    check_the_lost_one_is_found(compare, numbers, lost, *pair)


def test_all_checks_that_the_broken_ones_fail():
    check_all(compare)


def test_a_thing_said_twice_in_a_paragraph_is_told_once():
    found = compare("Sixty days, and sixty more.", "多少天。", ("en", "zh"))
    assert len(found.omissions) == 1


def test_a_number_inside_a_name_belongs_to_the_name():
    known = (Known("name:1", "name", ("Committee of Twelve",), ("十二人委员会",)),)
    found = compare("The Committee of Twelve met.", "委员会开会。", ("en", "zh"), known)
    assert [o.kind for o in found.omissions] == ["name"]


def test_the_longest_name_stands_for_itself():
    known = (
        Known("name:1", "name", ("对外关系部",), ("Department of External Relations",)),
        Known("name:2", "name", ("外关",), ("Exterior",)),
    )
    found = compare("对外关系部来人。", "The Department of External Relations came.",
                    ("zh", "en"), known)  # fmt: skip
    assert found.omissions == () and dict(found.looked_for)["name"] == 1


def test_a_term_in_the_plural_and_with_a_capital():
    known = (Known("term:1", "term", ("petition",), ("陈情",)),)
    found = compare("Petitions, a petition.", "陈情。", ("en", "zh-Hant"), known)
    assert dict(found.looked_for)["term"] == 1 and found.omissions == ()


def test_parts_of_a_day_that_are_lost():
    (found,) = compare("On 3 June 2002.", "Le 3 juin.", ("en", "fr")).omissions
    assert found.absent == (frozenset({"n:2002"}),)


def test_other_languages_are_not_read():
    assert [is_read(tag) for tag in ("en-GB", "fr", "zh-Hant", "de", "ug")] == [True] * 3 + [
        False
    ] * 2
    with pytest.raises(KeyError):
        compare("Zwei.", "Deux.", ("de", "fr"))


@pytest.mark.parametrize(
    ("name", "find", "accept"),
    [
        ("Oriel Haskwether", {"Oriel Haskwether", "Haskwether"}, {"Oriel", "Haskwether"}),
        ("奥里尔·哈斯克韦瑟", {"哈斯克韦瑟"}, {"奥里尔", "哈斯克韦瑟"}),
        ("屿桥闻笙", {"屿桥闻笙", "屿桥"}, {"屿桥"}),
        ("王小明", {"王小明"}, {"王"}),
        ("Li Wu", {"Li Wu"}, {"Li Wu"}),
    ],
)
def test_the_forms_of_a_person(name, find, accept):
    found, accepted = names.person(name)
    assert find <= set(found) and accept <= set(accepted)
    assert len(found) <= 2


def test_a_chinese_name_in_letters_has_its_family_name_first():
    assert names.person("Liyuan Jianwei", family_first=True)[0] == ("Liyuan Jianwei", "Liyuan")


@pytest.mark.parametrize(
    ("name", "accept"),
    [
        ("Ministry of the Interior (invented)", {"Ministry of the Interior", "Interior"}),
        ("Human Rights Commission", {"Human Rights Commission"}),
        ("内政部（虚构）", {"内政部", "内政"}),
    ],
)
def test_the_forms_of_a_body(name, accept):
    assert set(names.body(name)[1]) == accept


def test_the_forms_of_a_party():
    assert {"中方", "我国", "贵国"} <= set(names.party("中国", "zh")[1])
    assert {"Chin", "our country"} <= set(names.party("China", "en")[1])
    assert "Unite" not in names.party("United Kingdom", "en")[1]
