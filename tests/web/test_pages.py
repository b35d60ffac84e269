"""Every page answers, in three forms, with the same data; nothing inline, every link leads on."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from headway.web.registry import PAGES
from tests.web.addresses import ADDRESSES, ALL, in_form, walk

VIEWS = ("desk", "assessor", "counterpart", "oversight", "public")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def test_every_page_of_the_url_table_has_a_row_here():
    assert {page.name for page in PAGES} == set(ADDRESSES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_answers_at_its_own_address(page, site):
    client = site()
    for address in ADDRESSES[page.name]:
        response = client.get(address)
        assert response.status_code == 200
        assert response.resolver_match.url_name == page.name


@pytest.mark.parametrize("address", ALL)
def test_the_page_and_its_twin_show_the_same_data(address, site):
    client = site()
    shown = client.get(address).context["page"]
    twin = json.loads(client.get(in_form(address, ".json")).content)
    assert twin == json.loads(json.dumps(shown))


@pytest.mark.parametrize("address", ALL)
def test_every_table_of_a_page_is_a_csv(address, site):
    client = site()
    for name, table in client.get(address).context["page"]["tables"].items():
        response = client.get(in_form(address, f".{name}.csv"))
        assert response["Content-Type"] == "text/csv; charset=utf-8"
        rows = list(csv.reader(io.StringIO(response.content.decode())))
        assert rows[0] == [column["label"] for column in table["columns"]]
        assert len(rows) == table["total"] + 1
        assert all(len(row) == len(rows[0]) for row in rows)
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r")) for r in rows for cell in r
        )


@pytest.mark.parametrize("state", ["current", "stale", "none"])
@pytest.mark.parametrize("address", ALL)
def test_a_page_is_one_well_formed_document(address, state, site):
    client = site(state=state)
    if state != "current" and "/passages/" in address:
        assert client.get(address).status_code == 404
        return
    content = client.get(address).content.decode()
    _Balanced().check(content)
    assert content.count("<h1") == 1
    ids = re.findall(r'\sid="([^"]+)"', content)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", ALL)
def test_nothing_is_inline_and_the_policy_is_strict(address, site):
    response = site().get(address)
    content = response.content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?! src=)", content)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_every_link_leads_on(view, site):
    assert len(walk(site(view))) > 100


@pytest.mark.parametrize("view", VIEWS)
def test_the_strip_names_the_view(view, site):
    content = site(view).get("/").content.decode()
    assert f"<strong>{view.title()} view.</strong>" in content


def test_foreign_words_carry_their_language_and_direction(site):
    content = site().get("/statements/r2-opening").content.decode()
    assert '<div class="text text-first" lang="zh-Hans" dir="ltr">' in content
    content = site().get("/dialogues/aldmark-yunlin").content.decode()
    assert '<span lang="zh" dir="ltr" class="party-other">奥德马克' in content


def test_an_invented_dialogue_says_so_on_every_page_of_it(site):
    client = site()
    for address in ALL:
        assert b"<strong>Invented.</strong>" in client.get(address).content, address


class _Balanced(HTMLParser):
    """Fails where an element is closed that was not opened last."""

    VOID = frozenset(("meta", "link", "input", "br", "img", "hr", "rect", "line", "path", "circle"))

    def check(self, content: str) -> None:
        """Reads a whole document."""
        self.open: list[str] = []
        self.feed(content)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        return

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        assert self.open and self.open.pop() == tag, tag
