"""Places to look in translations: on the papers, on a statement, on the measure."""

import re

import pytest

from headway.domain.dates import PartialDate as Day
from headway.domain.statements import Rendering, Statement
from headway.domain.wording import Wording
from tests.web import small

ZH = "第三轮谈了二百七十一件案子。\n\n会议在六月三日结束。"
EN = "The third round was about a number of cases.\n\nThe meeting ended in summer."
PAPERS = "/dialogues/aldmark-yunlin/papers"
MEASURE = "/dialogues/aldmark-yunlin/measures/translation_omissions"


MORE = (
    Statement(
        id="r2-closing", title=Wording({"en": "Closing by Yunlin"}), kind="closing",
        delivered_on=Day("2002-06-04"), party="yunlin", dialogue="aldmark-yunlin", round="r2",
        label="public",
    ),
    Rendering(
        id="r2-closing-zh", statement="r2-closing", language="zh-Hans", kind="original",
        fidelity="verbatim", text="t-closing-zh", label="public",
    ),
    Rendering(
        id="r2-closing-en", statement="r2-closing", language="en", kind="interpretation",
        fidelity="verbatim", text="t-closing-en", label="public",
    ),
)  # fmt: skip


@pytest.fixture
def site(site, monkeypatch):
    """The small record with a closing statement whose translation leaves two things out."""
    monkeypatch.setitem(small.TEXTS, "t-closing-zh", ZH)
    monkeypatch.setitem(small.TEXTS, "t-closing-en", EN)
    return lambda view, state="current": site(view, state, MORE)


def rows_of(client, address):
    return client.get(f"{address}.json").json()["tables"]["places"]["rows"]


def test_a_place_is_read_with_its_text_and_the_translation_side_by_side(site):
    client = site("desk")
    rows = rows_of(client, PAPERS)
    assert [row["missing"] for row in rows] == ["number", "day or month"]
    for row in rows:
        href = row["place"]["href"]
        assert href.endswith("#here")
        page = client.get(href.removesuffix("#here"))
        assert page.status_code == 200
        content = page.content.decode()
        assert content.count('id="here"') == 1
        marked = re.search(r"from=(\d+)&amp;to=(\d+)|from=(\d+)&to=(\d+)", href)
        begin, end = (int(part) for part in marked.groups() if part)
        assert f"“{ZH[begin:end]}”" in row["place"]["text"]
        assert [one["rendering"] for one in page.context["page"]["columns"]] == [
            "r2-closing-zh", "r2-closing-en",
        ]  # fmt: skip


def test_a_statement_lists_its_own_places_and_another_none(site):
    client = site("desk")
    assert rows_of(client, "/statements/r2-closing") == rows_of(client, PAPERS)
    assert "places" not in client.get("/statements/r1-opening.json").json()["tables"]


def test_the_measure_shows_each_place_and_not_only_the_text(site):
    page = site("desk").get(f"{MEASURE}.json").json()
    told = [row["item"] for row in page["tables"]["items"]["rows"]]
    places = [item for item in told if "#here" in item.get("href", "")]
    assert [p["text"] for p in places] == [
        r["place"]["text"] for r in rows_of(site("desk"), PAPERS)
    ]


@pytest.mark.parametrize("view", ["public", "counterpart", "oversight"])
def test_a_view_without_the_measure_reads_no_place(site, view):
    client = site(view)
    assert rows_of(client, PAPERS) == []
    assert "places" not in client.get("/statements/r2-closing.json").json()["tables"]


def test_nothing_is_shown_before_anybody_looked(site):
    assert rows_of(site("desk", "none"), PAPERS) == []
