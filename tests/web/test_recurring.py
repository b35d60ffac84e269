"""The page of sentences that recur: courtesy apart, every place a link, nothing beyond the view."""

import csv
import io
import json

import pytest

from headway.domain.assessments import Release
from headway.domain.dates import PartialDate as Day
from tests.web.small import OLD

DIALOGUE, FORUM = "/dialogues/aldmark-yunlin/recurring", "/dialogues/assembly/recurring"


def _rows(client, address):
    twin = json.loads(client.get(address.replace("recurring", "recurring.json", 1)).content)
    return twin["tables"]["recurring"]["rows"]


@pytest.mark.parametrize("address", [DIALOGUE, FORUM])
def test_substance_stands_before_courtesy_with_days_and_first_place(site, address):
    rows = _rows(site(), address)
    assert [row["words"]["text"] for row in rows] == [OLD, "We thank our hosts."]
    assert [row["kind"] for row in rows] == ["substance", "courtesy"]
    assert rows[0]["days"] == 3 and rows[0]["times"]["text"] == "3"
    assert rows[0]["first"]["date"] == "1999-09" and rows[0]["last"]["date"] == "2002-06-03"
    assert "assembly-1999" in rows[0]["words"]["href"]


def test_it_is_filtered_by_kind_and_where_and_sorted_without_script(site):
    client = site()
    assert len(_rows(client, f"{DIALOGUE}?kind=courtesy")) == 1
    assert len(_rows(client, f"{DIALOGUE}?where=assembly")) == 2
    assert len(_rows(client, f"{DIALOGUE}?where=-")) == 0
    turned = _rows(client, f"{DIALOGUE}?sort=-words")
    assert [row["kind"] for row in turned] == ["courtesy", "substance"]
    page = client.get(f"{DIALOGUE}?kind=courtesy").content.decode()
    assert 'name="kind"' in page and "?kind=substance&amp;by=yunlin#list-recurring" in page


def test_each_count_leads_to_every_place(site):
    client = site()
    href = _rows(client, DIALOGUE)[0]["times"]["href"]
    page = client.get(DIALOGUE + href.partition("#")[0])
    assert page.context["page"]["tables"]["places"]["total"] == 3
    held = client.get(f"{DIALOGUE}.places.csv{href.partition('#')[0]}").content.decode()
    assert [row[0] for row in csv.reader(io.StringIO(held))][1:] == [
        "1999-09",
        "2001-05-14",
        "2002-06-03",
    ]
    assert client.get(f"{DIALOGUE}?sentence=nothing").status_code == 404


def test_what_nobody_looked_for_is_not_an_empty_list(site):
    response = site(state="none").get(DIALOGUE)
    assert "Nobody has looked for this view and day." in response.content.decode()
    assert response.context["page"]["tables"] == {}


@pytest.mark.parametrize("view", ["counterpart", "oversight"])
def test_others_read_it_only_where_it_was_released(site, view):
    closed = site(view).get(DIALOGUE)
    assert closed.context["page"]["tables"] == {}
    assert "not released to this view" in closed.content.decode()
    out = Release(
        id="first", label=view, view=view, released_on=Day("2006-01-01"), decided_by="x",
        author="y", version="1", title="t", measures=("first_said",), items=(),
    )  # fmt: skip
    page = site(view, more=(out,)).get(DIALOGUE).context["page"]
    assert page["mark"]["released"] and "recurring" in page["tables"]


def test_it_can_be_reached_from_the_dialogue_and_the_forum(site):
    client = site()
    assert f'href="{DIALOGUE}"' in client.get("/dialogues/aldmark-yunlin").content.decode()
    assert f'href="{FORUM}"' in client.get("/dialogues/assembly").content.decode()
