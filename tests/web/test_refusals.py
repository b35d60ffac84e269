"""A refusal is a page in style, or JSON, with its status and one sentence."""

import json

import pytest


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/nothing", 404, "There is no such page."),
        ("/rounds/none", 404, "There is no Round “none” in this view"),
        ("/values/Nothing", 404, "There is no kind of fact “Nothing”"),
        ("/values/Party/nobody", 404, "There is no Party “nobody”"),
        ("/dialogues/aldmark-yunlin/measures/none", 404, "There is no measure “none”"),
        ("/renderings/r2-opening-en/passages/99", 404, "There is no passage 99"),
        ("/renderings/r2-opening-en/passages/x", 404, "There is no passage x"),
        ("/rounds/r2.nothing.csv", 404, "This page has no table “nothing”"),
        ("/?as_of=2005", 400, "write as_of as YYYY-MM-DD"),
        ("/?as_of=2005-02-30", 400, "“2005-02-30” is not a day"),
        ("/?as_of=2005-W05-1", 400, "is not a day"),
        ("/statements/r2-opening?show=none", 400, "This statement has no rendering “none”"),
        ("/statements/r2-opening?show=r2-opening-en&from=a&to=3", 400, "two whole numbers"),
        ("/search?q=x&page=0", 400, "is no page number"),
        ("/search?q=x&page=%C2%B2", 400, "is no page number"),
        ("/rounds/r2?agenda_page=9", 400, "has no page 9"),
    ],
)
def test_a_refusal_is_one_sentence_in_style(address, status, sentence, site):
    response = site().get(address)
    assert response.status_code == status
    content = response.content.decode()
    assert sentence in content
    assert "<h1>" in content and 'href="/static/headway/tokens.css"' in content


def test_a_twin_is_refused_as_json(site):
    response = site().get("/rounds/none.json")
    assert response.status_code == 404
    assert json.loads(response.content)["status"] == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_reading_is_allowed(method, site):
    assert getattr(site(), method)("/").status_code == 405


def test_a_fault_shows_nothing_of_the_record(site, monkeypatch):
    client = site()
    client.raise_request_exception = False
    monkeypatch.setattr("headway.web.store.findings", lambda of: 1 / 0)
    response = client.get("/rounds/r2")
    assert response.status_code == 500
    content = response.content.decode()
    assert "The page could not be made" in content
    assert "division" not in content and "Traceback" not in content


def test_the_day_of_the_look_stands_on_the_page_and_in_its_links(site):
    client = site()
    content = client.get("/rounds/r2?as_of=2005-06-30").content.decode()
    assert "30 June 2005" in content
    assert 'href="/concerns/detention?as_of=2005-06-30"' in content
    twin = json.loads(client.get("/rounds/r2.json?as_of=2005-06-30").content)
    assert twin["frame"]["as_of"] == "2005-06-30"
