"""Lists: what an address asks for is what is shown, against a plain twin that asks row by row."""

from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.web import cells, lists, tables
from headway.web.findings import Findings
from headway.web.look import Look
from tests.web import fakes


@dataclass(frozen=True)
class Row:
    """One row of an invented list."""

    id: str
    day: str | None
    side: str
    themes: tuple[str, ...]
    number: int | None


COLUMNS = (
    lists.Column("id", "Id", lambda r: cells.text(r.id), raw=lambda r: r.id),
    lists.Column("day", "Day", lambda r: r.day or "none", raw=lambda r: r.day, period=True),
    lists.Column("side", "Side", lambda r: r.side, raw=lambda r: r.side, choice=str.upper),
    lists.Column("themes", "On", lambda r: list(r.themes), raw=lambda r: r.themes, choice=str),
    lists.Column("number", "No.", lambda r: r.number, raw=lambda r: r.number),
    lists.Column("plain", "Plain", lambda r: "x"),
)
KEYS = ("id", "day", "side", "themes", "number")
DAYS = st.sampled_from(
    [None, "2001", "2001-05", "2001-05-14", "2002-11-04/2002-11-05", "2002-11", "2003", "1999-12"]
)
WORDS = ("Visits", "人权", "visit to a Prison", "Ｅxchange", "")
ROWS = st.lists(
    st.builds(
        Row,
        id=st.sampled_from(WORDS),
        day=DAYS,
        side=st.sampled_from(["a", "b", ""]),
        themes=st.lists(st.sampled_from(["law", "water"]), max_size=2, unique=True).map(tuple),
        number=st.none() | st.integers(-3, 3),
    ),
    max_size=12,
)
QUERIES = st.fixed_dictionaries(
    {},
    optional={
        "sort": st.sampled_from([*KEYS, *(f"-{key}" for key in KEYS)]),
        "text": st.sampled_from(["visit", "权", "PRISON a", "exchange", "nothing"]),
        "side": st.sampled_from(["a", "b", "-"]),
        "themes": st.sampled_from(["law", "water", "-"]),
        "from": st.sampled_from(["2001", "2001-05", "2002-11-05"]),
        "to": st.sampled_from(["2001-05", "2002-11-04", "2003"]),
        "as_of": st.just("2005-01-01"),
        "rows": st.sampled_from(["50", "200"]),
    },
)


def look(query):
    corpus = Corpus(values={})
    return Look(corpus=corpus, findings=Findings(fakes.Stored(), corpus), query=query)


def made(rows, query, **more):
    return lists.listed(
        look(query), "t", "T", rows, COLUMNS, haystack=lambda r: f"{r.id} {r.side}", **more
    )


def ids(table):
    return [row["id"]["text"] for row in table["rows"]]


def fits(row: Row, query) -> bool:
    """The plain twin of every filter."""
    parts = lists._folded(query.get("text", "")).split()
    if not all(part in lists._folded(f"{row.id} {row.side}") for part in parts):
        return False
    if "side" in query and (row.side or "-") != query["side"]:
        return False
    if "themes" in query and query["themes"] not in (row.themes or ("-",)):
        return False
    if "from" not in query and "to" not in query:
        return True
    if row.day is None:
        return False
    first, _, last = row.day.partition("/")
    begins, ends = PartialDate(first).earliest, PartialDate(last or first).latest
    after = "from" not in query or ends >= PartialDate(query["from"]).earliest
    return after and ("to" not in query or begins <= PartialDate(query["to"]).latest)


@given(ROWS, QUERIES)
def test_a_list_shows_the_rows_that_fit_and_no_other(rows, query):
    table = made(rows, query)
    plain = [row.id for row in rows if fits(row, query)]
    assert sorted(ids(table)) == sorted(plain)
    if "sort" not in query:
        assert ids(table) == plain
    assert table["total"] == table["list"]["found"] == len(plain)
    assert table["list"]["all"] == len(rows)


def plain_key(raw):
    """What a row is sorted by, written down a second time: numbers, texts, or nothing known."""
    if raw is None or raw in ("", ()):
        return None
    return raw if isinstance(raw, int) else normalize("NFKC", "\n".join(
        (raw,) if isinstance(raw, str) else raw)).casefold()  # fmt: skip


@given(ROWS, st.sampled_from(KEYS), st.booleans())
def test_sorting_is_stable_and_what_is_not_known_comes_last(rows, key, falling):
    numbered = [(n, row) for n, row in enumerate(rows)]
    column = next(c for c in COLUMNS if c.key == key)
    columns = (
        lists.Column("n", "N", lambda pair: pair[0]),
        lists.Column(key, "K", lambda pair: None, raw=lambda pair: column.raw(pair[1])),
    )
    sort = f"-{key}" if falling else key
    table = lists.listed(look({"sort": sort}), "t", "T", numbered, columns)
    order = [row["n"] for row in table["rows"]]
    assert sorted(order) == list(range(len(rows)))
    keys = [plain_key(column.raw(rows[n])) for n in order]
    known = [k for k in keys if k is not None]
    assert keys == known + [None] * (len(keys) - len(known))
    assert known == sorted(known, reverse=falling)
    for (a, first), (b, second) in zip(
        zip(order, keys, strict=True), list(zip(order, keys, strict=True))[1:], strict=False
    ):
        assert first != second or a < b


@given(ROWS, QUERIES)
def test_the_number_beside_a_choice_is_what_choosing_it_leaves(rows, query):
    for choice in made(rows, query)["list"]["choices"]:
        for option in choice["options"]:
            after = made(rows, query | {choice["name"]: option["value"]})
            assert after["total"] == option["count"]


@given(ROWS, QUERIES)
def test_every_link_of_a_list_keeps_what_the_reader_chose(rows, query):
    table = made(rows, query | {"page": "1"})
    for column in table["columns"]:
        if "href" not in column:
            assert column["key"] == "plain"
            continue
        asked = dict(parse_qsl(column["href"].removeprefix("?")))
        assert asked.pop("sort").removeprefix("-") == column["key"]
        assert asked == {k: v for k, v in query.items() if k != "sort"}
    cleared = dict(parse_qsl(table["list"]["clear"].removeprefix("?")))
    assert cleared == {k: v for k, v in query.items() if k in ("sort", "as_of")}
    kept = {one["name"]: one["value"] for one in table["list"]["kept"]}
    assert kept == {k: v for k, v in query.items() if k in ("sort", "as_of")}


def test_partial_days_stand_at_their_earliest_day():
    rows = [Row(d, d, "", (), None) for d in ("2002-11-04", "2002", "2001-12", "2002-11")]
    assert ids(made(rows, {"sort": "day"})) == ["2001-12", "2002", "2002-11", "2002-11-04"]
    assert ids(made(rows, {"sort": "-day"})) == ["2002-11-04", "2002-11", "2002", "2001-12"]


def test_rows_without_a_day_are_left_out_of_a_period_and_counted():
    rows = [Row("x", None, "", (), None), Row("y", "2001", "", (), None)]
    table = made(rows, {"from": "2000"})
    assert ids(table) == ["y"] and table["list"]["undated"] == 1


def test_a_second_list_of_a_page_has_parameters_of_its_own():
    rows = [Row("x", None, "a", (), None), Row("y", None, "b", (), None)]
    assert ids(made(rows, {"side": "a"}, first=False)) == ["x", "y"]
    table = made(rows, {"t_side": "b", "side": "a"}, first=False)
    assert ids(table) == ["y"]
    assert {"name": "side", "value": "a"} in table["list"]["kept"]


def test_only_the_rows_of_one_page_are_made():
    touched = []
    columns = (lists.Column("n", "N", lambda n: touched.append(n) or n, raw=lambda n: n),)
    table = lists.listed(look({}), "t", "T", range(1000), columns)
    cut = tables.cut(table, {"page": "3"})
    assert [row["n"] for row in cut["rows"]] == list(range(200, 300)) == touched
    assert (cut["first"], cut["last"], cut["pages"]) == (201, 300, 10)
    assert cut["earlier"] == "?page=2" and cut["later"] == "?page=4"
    assert tables.as_csv(table).count("\r\n") == 1001


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"sort": "nothing"}, "cannot be sorted by “nothing”"),
        ({"sort": "plain"}, "cannot be sorted by “plain”"),
        ({"sort": "--id"}, "cannot be sorted by “--id”"),
        ({"from": "yesterday"}, "“yesterday” is no day; write from as"),
        ({"to": "2005-13"}, "“2005-13” is no day; write to as"),
        ({"rows": "7"}, "has 50, 100, 200 rows, not “7”"),
        ({"kind": "c"}, "“c” is no choice for kind; choose one of a, b"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_one_sentence(query, sentence):
    kind = lists.Column("kind", "Kind", str, raw=lambda r: r.side, choice=str, choices=("a", "b"))
    with pytest.raises(BadValue, match=sentence.replace("?", r"\?")):
        lists.listed(look(query), "t", "T", [], (*COLUMNS, kind))


def test_numbers_stand_in_their_order():
    rows = [Row(str(n), None, "", (), n) for n in (10, 9, -2, 100)]
    assert ids(made(rows, {"sort": "number"})) == ["-2", "9", "10", "100"]
