"""The article, walked: every claim leads to what exists, in both examples, for every view."""

import json
from functools import cache

import pytest
from django.test import Client

import headway
from headway.domain.assessments import Release
from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate as Day
from headway.domain.statements import Remark
from headway.domain.undertakings import Event, Purpose
from headway.domain.views import VIEWS, Viewer
from headway.domain.wording import Wording as W
from headway.measures import registered
from headway.measures.figure import Figure, Item
from headway.web import store
from headway.web.claims import CLAIMS, WANTING
from headway.web.findings import Findings
from headway.web.pages import article
from headway.web.recorded import FACTS
from tests.web import fakes

EXAMPLES = {"invented": "estravane-yuanlan", "canada_china": "canada-china"}
CLOSED = ("public", "counterpart", "oversight")


# -- the table -------------------------------------------------------------------------------


def test_the_claims_are_1_to_38_in_order_and_no_two_are_alike():
    assert [claim.number for claim in CLAIMS] == list(range(1, 39))
    assert len({claim.words for claim in CLAIMS}) == 38


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: str(claim.number))
def test_a_claim_has_ways_to_an_answer_and_each_exists(claim):
    assert claim.figures or claim.facts or claim.wanting
    assert {path.partition(":")[0] for path in claim.figures} <= set(registered())
    assert {path.partition(":")[2] for path in claim.figures} <= {"", *article._PARTS}
    assert set(claim.facts) <= set(FACTS)
    assert set(claim.wanting) <= set(WANTING)
    assert claim.words.endswith(".") and len(claim.words) < 90


def test_nothing_is_counted_that_answers_no_claim():
    assert {name for claim in CLAIMS for name in claim.facts} == set(FACTS)
    assert {name for claim in CLAIMS for name in claim.wanting} == set(WANTING)


def test_what_is_called_wanting_does_not_exist_yet_under_that_name():
    told = {name for claim in CLAIMS for path in claim.figures for name in [path.split(":")[0]]}
    assert not told & set(WANTING)


# -- both examples ---------------------------------------------------------------------------


@cache
def known(name: str) -> tuple:
    """The latest version of every value of an example."""
    latest = {}
    for one in headway.read_bundle(headway.example(name)).known:
        key = (type(one.value).__name__, one.value.id)
        if key not in latest or one.known_on >= latest[key].known_on:
            latest[key] = one
    return tuple(one.value for one in latest.values())


@pytest.fixture
def open_example(monkeypatch):
    """The article page of an example for a view; `more` are values added to it."""

    def opened(name: str, view: str, more: tuple = ()) -> Client:
        viewer, stored = Viewer(view), fakes.Stored("current")
        seen = Corpus(
            values=project([*known(name), *more], viewer), viewer=viewer, text=lambda text: "text"
        )
        released = tuple(r for r in seen.all(Release) if r.view == view)
        monkeypatch.setattr(store, "corpus", lambda as_of: seen)
        monkeypatch.setattr(store, "releases", lambda: released)
        monkeypatch.setattr(store, "findings", lambda of: Findings(stored, of))
        monkeypatch.setattr(store, "history", lambda n, i: fakes.history(seen, n, i))
        return Client(headers={"host": "localhost"})

    return opened


def walked(client: Client, name: str) -> dict:
    return client.get(f"/dialogues/{EXAMPLES[name]}/article").context["page"]


def addresses_of(page: dict) -> set[str]:
    return {
        link.split("#")[0]
        for claim in page["claims"]
        for link in [f["href"] for f in claim["figures"]] + [f["href"] for f in claim["facts"]]
    }


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_answer_leads_to_a_page(name, view, open_example):
    client = open_example(name, view)
    page = walked(client, name)
    assert [claim["number"] for claim in page["claims"]] == list(range(1, 39))
    for address in addresses_of(page):
        assert client.get(address).status_code == 200, address
    for claim in page["claims"]:
        told = bool(claim["figures"] or claim["facts"])
        assert told or claim["by"] in ("not_looked", "not_released")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_counts_come_first_and_add_up(name, open_example):
    page = walked(open_example(name, "desk"), name)
    assert sum(one["count"] for one in page["counts"]) == 38
    assert page["sentence"].startswith("Of 38 claims ")
    assert {claim["by"] for claim in page["claims"]} >= {"figures", "facts", "not_looked"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_count_of_one_dialogue_leads_to_the_facts_of_that_dialogue(name, open_example):
    (other,) = set(EXAMPLES) - {name}
    client = open_example(name, "desk", more=known(other))
    page, seen = walked(client, name), 0
    for fact in (fact for claim in page["claims"] for fact in claim["facts"]):
        if "dialogue=" in fact["href"]:
            table = client.get(fact["href"]).context["page"]["tables"]["facts"]
            assert fact["text"].startswith(f"{table['total']} "), fact
            seen += 1
    assert seen >= 3


def test_a_claim_without_an_answer_says_that_nobody_looked(open_example):
    page = walked(open_example("canada_china", "desk"), "canada_china")
    staff = next(claim for claim in page["claims"] if claim["number"] == 15)
    assert staff["by"] == "not_looked" and staff["label"] == "nobody looked"
    assert not any(figure["says"] for figure in staff["figures"]) and staff["facts"] == []


def test_claims_are_chosen_by_what_answers_them(open_example):
    client = open_example("invented", "desk")
    page = client.get("/dialogues/estravane-yuanlan/article?by=facts").context["page"]
    assert {claim["by"] for claim in page["claims"]} == {"facts"}
    assert page["sentence"].startswith("Of 38 claims ")
    refused = client.get("/dialogues/estravane-yuanlan/article?by=nothing")
    assert refused.status_code == 400


def test_parts_are_those_their_claims_are_about(open_example):
    page = walked(open_example("invented", "desk"), "invented")
    told = {c["number"]: c["figures"][0]["sides"][0]["sentence"] for c in page["claims"][16:21]
            if c["figures"]}  # fmt: skip
    assert "owned by the body that led" in told[18] and told[18] != told[17]
    assert "reporting upwards" in told[21]


# -- what a view may see ---------------------------------------------------------------------


@pytest.mark.parametrize("view", ("counterpart", "oversight"))
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_figure_answers_where_it_was_not_released(name, view, open_example):
    client = open_example(name, view)
    page = walked(client, name)
    shown = {f["href"].split("/measures/")[1].split("?")[0]
             for c in page["claims"] for f in c["figures"]}  # fmt: skip
    released = {m for r in store.releases() for m in r.measures}
    assert shown <= released
    if not released:
        assert "not released to this view" in page["sentence"]


@pytest.mark.parametrize("view", CLOSED)
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_sealed_changes_no_answer(name, view, open_example):
    dialogue = EXAMPLES[name]
    party = next(v for v in known(name) if type(v).__name__ == "Dialogue" and v.id == dialogue)
    side = party.parties[0]
    sealed = (
        Remark(id="z-re", dialogue=dialogue, group="g", party=side, summary="s", label="desk"),
        Event(id="z-ev", dialogue=dialogue, on=Day("2001"), kind="vote", summary=W({"en": "e"}),
              label="desk"),
        Purpose(id="z-pu", dialogue=dialogue, party=side, mode="stated", summary=W({"en": "p"}),
                label="desk"),
    )  # fmt: skip
    address = f"/dialogues/{dialogue}/article.json"
    plain = open_example(name, view).get(address).content
    assert open_example(name, view, sealed).get(address).content == plain
    before = json.loads(open_example(name, "desk").get(address).content)
    after = json.loads(open_example(name, "desk", sealed).get(address).content)
    assert before != after


def test_a_figure_of_which_nothing_is_known_says_nothing():
    def figure(*codes, parts=()):
        items = tuple(Item("Question/q", code) for code in codes)
        return Figure("m", "1", "rate", "d", "p", "s", items=items, parts=parts)

    assert not article.says_something(figure())
    assert not article.says_something(figure("not_looked", "withheld", "not_applicable"))
    assert article.says_something(figure("not_looked", "no"))
    assert article.says_something(figure("not_looked", parts=(figure("yes"),)))


@pytest.mark.parametrize(
    ("kinds", "asked"), [(("resolution", "resolution"), "resolution"), (("vote", "resolution"), "")]
)
def test_resolutions_and_votes_lead_to_a_list_that_holds_them(site, kinds, asked):
    around = tuple(
        Event(
            id=f"around{n}", label="desk", on=Day(f"200{n}"), kind=kind, summary=W({"en": kind}),
            dialogue="aldmark-yunlin",
        )
        for n, kind in enumerate(kinds)
    )  # fmt: skip
    client = site(more=around)
    page = client.get("/dialogues/aldmark-yunlin/article").context["page"]
    told = {f["href"] for c in page["claims"] for f in c["facts"] if "/events" in f["href"]}
    assert f"/dialogues/aldmark-yunlin/events{asked and f'?kind={asked}'}" in told
    assert bool(asked) == any("kind=" in href for href in told)
