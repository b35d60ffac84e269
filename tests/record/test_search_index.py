"""The search index: three languages, one index a label, nothing of one in another."""

import pytest

from headway.record.search_index import Document, SearchIndex, as_expression

PUBLIC = [
    Document("Remark", "a", "The detention of minors was raised again."),
    Document("Remark", "b", "La détention des mineurs a été évoquée à l'ouverture."),
    Document("Remark", "c", "双方讨论了人权与司法合作。"),
    Document("Remark", "d", "雙方討論了司法改革。"),
]


@pytest.fixture
def index(tmp_path):
    made = SearchIndex(tmp_path)
    made.renew("public", PUBLIC)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("detention", {"a", "b"}),
        ("détention", {"a", "b"}),
        ("DETENTION minors", {"a"}),
        ('"raised again"', {"a"}),
        ('"again raised"', set()),
        ("l'ouverture", {"b"}),
        ("人权", {"c"}),
        ("人话", set()),
        ("司法", {"c", "d"}),
        ("双方讨论了司法", {"d"}),
        ("", set()),
        ('" * OR NEAR( ) -', set()),
        ("detention OR nothing", set()),
    ],
)
def test_what_is_found(index, query, found):
    assert {match.id for match in index.matches(query, ["public"])} == found


def test_no_query_is_an_error():
    for query in ['"', "a:b", "-x", "{a b}", "^a", "a*", "NOT", "\x00", "''", "%", "()"]:
        as_expression(query)


def test_a_label_is_found_only_when_it_is_asked_for(index):
    index.renew("desk", [Document("Remark", "secret", "detention of a witness")])
    assert {m.id for m in index.matches("detention", ["public"])} == {"a", "b"}
    assert {m.id for m in index.matches("detention", ["public", "desk"])} == {"a", "b", "secret"}


def test_ranks_of_a_label_do_not_know_of_others(index):
    alone = index.matches("detention", ["public"])
    index.renew("desk", [Document("Remark", str(n), "detention " * n) for n in range(1, 40)])
    assert index.matches("detention", ["public"]) == alone


def test_an_index_is_rebuilt_only_when_its_label_changed(index):
    assert index.renew("public", reversed(PUBLIC)) is False
    assert index.renew("public", PUBLIC[:2]) is True
    assert index.matches("人权", ["public"]) == []


def test_indexes_of_labels_that_are_gone_are_removed(index):
    index.keep_only([])
    assert index.matches("detention", ["public"]) == []


def test_a_damaged_index_is_made_anew(index, tmp_path):
    (file,) = tmp_path.glob("search-*.sqlite")
    file.write_bytes(b"not a database at all" * 100)
    assert index.renew("public", PUBLIC) is True
    assert {match.id for match in index.matches("人权", ["public"])} == {"c"}
