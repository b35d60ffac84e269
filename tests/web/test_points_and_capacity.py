"""Pages of points, staff, days and cost: in every view, and on the round they belong to."""

import pytest

from headway.domain.points import Point
from headway.domain.views import VIEWS
from headway.web.pages.points import STATES

POINTS, CAPACITY = "/dialogues/aldmark-yunlin/points", "/dialogues/aldmark-yunlin/capacity"
YUNLIN = "United People's Republic of Yunlin"
OUTSIDE = sorted(set(VIEWS) - {"desk", "assessor"})


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context["page"]


def rows_of(client, address, table):
    data = client.get(address.replace("?", ".json?") if "?" in address else f"{address}.json")
    return data.json()["tables"][table]["rows"]


def sides_of(page):
    return {side["party"]["text"]: side for side in page["sides"]}


def test_points_stand_under_their_side_with_what_was_said_again(site):
    told = sides_of(page_of(site("desk"), POINTS))
    counts = {one["label"]: one["count"] for one in told[YUNLIN]["counts"]}
    assert counts[STATES["again"]] == 1 and counts[STATES["not_applicable"]] == 1
    (entry,) = told[YUNLIN]["entries"]
    assert entry["title"]["text"] == "Every country has its way, again."
    assert entry["lines"] == ["Round 2", "first at round 1"]
    assert told["Aldmark"]["entries"] == []


def test_a_count_leads_to_the_points_it_counts(site):
    client = site("desk")
    for side in page_of(client, POINTS)["sides"]:
        for one in side["counts"]:
            address = one["href"].partition("#")[0]
            address = POINTS + address if address.startswith("?") else address
            assert len(rows_of(client, address, "points")) == one["count"], one["label"]


def test_a_point_that_was_made_again_leads_to_its_first_round(site):
    client = site("desk")
    (row,) = rows_of(client, POINTS + "?before=again", "points")
    assert row["first"]["href"] == "/rounds/r1" and row["read_by"] == "the desk"
    assert client.get(row["summary"]["href"]).status_code == 200


def test_a_round_shows_its_points_and_leads_to_all(site):
    client = site("desk")
    page = page_of(client, "/rounds/r2")
    assert len(page["tables"]["points"]["rows"]) == 2
    assert page["points"]["href"] == POINTS and page["took"]["href"] == CAPACITY
    content = client.get("/rounds/r2").content.decode()
    assert f'href="{POINTS}"' in content and f'href="{CAPACITY}"' in content


def test_a_concern_shows_the_points_made_on_it_over_the_rounds(site):
    rows = page_of(site("desk"), "/concerns/detention")["tables"]["points"]["rows"]
    assert [row["round"]["text"] for row in rows] == ["Round 1", "Round 2"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_point_can_be_asked_for(state, site):
    assert site("desk").get(f"{POINTS}?before={state}").status_code == 200


def test_a_sealed_point_is_on_no_page(site):
    more = (Point(id="po9", round="r2", party="yunlin", summary="Quartz", label="named:circle"),)
    plain, client = site("desk"), None
    counted = sides_of(page_of(plain, POINTS))[YUNLIN]["sentence"]
    client = site("desk", more=more)
    assert sides_of(page_of(client, POINTS))[YUNLIN]["sentence"] == counted
    for address in (POINTS, "/rounds/r2", "/values/Point"):
        assert b"Quartz" not in client.get(address).content


def test_staff_days_and_cost_stand_as_their_sources_state_them(site):
    client = site("desk")
    told = sides_of(page_of(client, CAPACITY))
    assert [entry["title"]["text"] for entry in told[YUNLIN]["entries"]] == [
        "3 persons",
        "8 persons",
    ]
    efforts = {row["by"]["text"]: row for row in rows_of(client, CAPACITY, "efforts")}
    assert efforts["Aldmark"]["cost"] == "12,500 XAL"
    assert efforts["Aldmark"]["days"] == "31 person-days"
    assert efforts[YUNLIN]["cost"]["code"] == "withheld"
    assert efforts[YUNLIN]["days"]["code"] == "not_looked"


@pytest.mark.parametrize("view", OUTSIDE)
def test_a_small_number_of_staff_stands_on_no_page_outside(view, site):
    client = site(view)
    for address in (CAPACITY, "/values/Staffing", "/values/Staffing/st2", "/bodies/moj-y"):
        content = client.get(address).content.decode()
        assert "3 persons" not in content and "3.0" not in content, address
    told = sides_of(page_of(client, CAPACITY))[YUNLIN]["entries"]
    assert [entry["title"]["text"] for entry in told] in (
        [],
        ["number not known (withheld)", "8 persons"],
    )
