"""The page of a measure where many sides have a figure: listed by name, read one at a time."""

import pytest

from headway.domain.parties import Dialogue, Party
from headway.domain.wording import Wording as W
from headway.measures.figure import Bounds, Figure, Item
from tests.web import fakes
from tests.web.addresses import ALL

SIDES = 60
SESSIONS = 40
NAME = "reuse_share"


def figure(number: int) -> Figure:
    party = f"s{number}"
    parts = tuple(
        Figure(NAME, "1", "rate", "debate", party, f"Part {n}.", title=f"Session {n}",
               bounds=Bounds(n, 40 - n, 0, 40))
        for n in range(SESSIONS)
    )  # fmt: skip
    items = tuple(Item(f"Statement/{party}-{n}", "yes" if n % 2 else "not_looked",
                       f"statement {n}", weight=n + 1) for n in range(SESSIONS))  # fmt: skip
    return Figure(NAME, "1", "rate", "debate", party, f"Sentence of {party}.",
                  bounds=Bounds(20, 20, 0, 40), items=items, parts=parts)  # fmt: skip


@pytest.fixture
def forum(site, monkeypatch):
    """A forum of sixty sides with a figure each."""
    figures = tuple(figure(n) for n in range(SIDES))
    monkeypatch.setattr(
        fakes.Stored, "figures", lambda self, corpus, id: figures if id == "debate" else ()
    )
    sides = [Party(id=f"s{n}", name=W({"en": f"State {n:02}"})) for n in range(SIDES)]
    debate = Dialogue(id="debate", kind="forum", title=W({"en": "Invented debate"}),
                      parties=tuple(s.id for s in reversed(sides)))  # fmt: skip
    return site(more=(*sides, debate))


def page_of(client, query=""):
    return client.get(f"/dialogues/debate/measures/{NAME}{query}").context["page"]


def test_many_sides_are_listed_by_name_without_a_chart_in_a_small_page(forum):
    page = page_of(forum)
    assert page["many"] and page["sides"] == [] and page["chart"] is None
    told = [row["side"]["text"] for row in page["tables"]["sides"]["rows"]]
    assert told == [f"State {n:02}" for n in range(SIDES)]
    assert page["tables"]["parts"]["total"] == SIDES * SESSIONS
    assert len(forum.get(f"/dialogues/debate/measures/{NAME}").content) < 300_000


def test_sides_are_not_sorted_by_their_figures(forum):
    columns = page_of(forum)["tables"]["sides"]["columns"]
    assert [column["key"] for column in columns if "href" in column] == ["side"]


def test_one_side_is_read_part_by_part(forum):
    page = page_of(forum, "?party=s7")
    assert [side["sentence"] for side in page["sides"]] == ["Sentence of s7."]
    assert page["chart"]["sides"] == ["State 07"]
    assert page["tables"]["parts"]["total"] == SESSIONS
    assert page["everybody"] == "?"
    link = next(row["side"]["href"] for row in page_of(forum)["tables"]["sides"]["rows"])
    assert link == "?party=s0"


def test_a_side_without_a_figure_is_refused_in_one_sentence(forum):
    response = forum.get(f"/dialogues/debate/measures/{NAME}?party=nobody")
    assert response.status_code == 400
    assert "No figure of “nobody” is stored" in response.content.decode()


def test_two_sides_stay_beside_each_other(site):
    page = site().get("/dialogues/aldmark-yunlin/measures/answer_rate?party=yunlin").context["page"]
    assert len(page["sides"]) == 2 and "sides" not in page["tables"]


def test_items_are_chosen_by_their_answer(site):
    address = "/dialogues/aldmark-yunlin/measures/answer_rate"
    page = site().get(address).context["page"]
    offers = (
        page["tables"]["items"]["list"]["choices"] + page["tables"]["unknown"]["list"]["choices"]
    )
    assert all(choice["name"].startswith(("items_", "unknown_")) for choice in offers)


RESERVED = frozenset({"as_of", "language", "show", "q", "sort", "text", "from", "to", "rows",
                      "page"})  # fmt: skip


@pytest.mark.parametrize("address", ALL)
def test_no_choice_of_a_list_takes_the_name_of_something_else(address, site):
    for table in site().get(address).context["page"]["tables"].values():
        names = [choice["name"] for choice in table.get("list", {}).get("choices", ())]
        assert not RESERVED & set(names)
        assert len(names) == len(set(names))


def test_names_of_first_lists_are_plain_and_those_of_others_their_own(site):
    everything = {}
    for address in ALL:
        page = site().get(address).context["page"]
        firsts = [t["name"] for t in page["tables"].values()
                  if t.get("paging", {}).get("parameter") == "page"]  # fmt: skip
        everything[address] = firsts
        assert len(firsts) <= 1, address
    assert sum(map(len, everything.values())) > 10


@pytest.mark.parametrize("bounds", [Bounds(1, 1, 0, 2), None])
def test_counts_and_answers_have_columns_only_where_something_is_counted(site, monkeypatch, bounds):
    part = Figure("size", "1", "series", "d", "yunlin", "Nine came.", title="2002", bounds=bounds)
    item = Item("Statement/r2-opening", "yes", "nine", category="told")
    shown = Figure("size", "1", "series", "d", "yunlin", "Nine came.", bounds=bounds,
                   items=(item,), parts=(part,))  # fmt: skip
    monkeypatch.setattr(fakes.Stored, "figures", lambda self, corpus, id: (shown,))
    page = site().get("/dialogues/aldmark-yunlin/measures/size").context["page"]
    keys = {
        name: [c["key"] for c in page["tables"][name]["columns"]] for name in ("parts", "items")
    }
    told = ["yes", "no", "unknown", "low", "high"] if bounds else []
    assert keys["parts"] == ["party", "part", *told, "sentence"]
    assert keys["items"] == ["party", "item", *(["code"] if bounds else []), "category"]
