"""Pages of what is open: where each thing stands, as of the day of the look."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.concerns import Concern
from headway.domain.dates import PartialDate as Day
from headway.domain.parties import Mandate
from headway.domain.statements import Rendering, Statement
from headway.domain.undertakings import Action, Contact, Progress, Undertaking
from headway.domain.wording import Wording as W
from headway.phrases import percent
from headway.web import days

D = "aldmark-yunlin"
TODAY = date(2004, 6, 30)


@pytest.fixture(autouse=True)
def a_fixed_day(monkeypatch):
    monkeypatch.setattr(days, "clock", lambda: TODAY)


def undertaking(number, due=None, **more):
    return Undertaking(
        id=f"un{number}", dialogue=D, by="yunlin", summary=W({"en": f"Thing {number}"}),
        due_on=Day(due) if due else None, **more,
    )  # fmt: skip


def progress(number, status, said_by="assessor", on="2004-01-01"):
    return Progress(
        id=f"pr-{number}-{said_by}", undertaking=f"un{number}", status=status, on=Day(on),
        said_by=said_by,
    )  # fmt: skip


STANDS = {
    "overdue": (undertaking(1, "2004-06-29"),),
    "soon": (undertaking(2, "2004-07"),),
    "open": (undertaking(3, "2005"), undertaking(4)),
    "contested": (undertaking(5, "2003"), progress(5, "complete", "own_side"),
                  progress(5, "not_started", "ngo")),
    "reversed": (undertaking(6, "2003"), progress(6, "reversed")),
    "complete": (undertaking(7, "2003"), progress(7, "already_done_when_agreed")),
}  # fmt: skip


def rows(client, address, name):
    return client.get(address).context["page"]["tables"][name]["rows"]


def test_an_undertaking_stands_in_one_of_six_and_overdue_comes_first(site):
    more = tuple(value for values in STANDS.values() for value in values)
    page = site(more=more).get(f"/dialogues/{D}/undertakings").context["page"]
    told = [
        (row["state"], row["summary"]["text"]) for row in page["tables"]["undertakings"]["rows"]
    ]
    own = [pair for pair in told if pair[1].startswith("Thing")]
    assert own == [
        ("overdue", "Thing 1"), ("due soon", "Thing 2"), ("open", "Thing 3"), ("open", "Thing 4"),
        ("contested", "Thing 5"), ("reversed", "Thing 6"), ("complete", "Thing 7"),
    ]  # fmt: skip
    states = list(dict.fromkeys(state for state, _ in told))
    assert states == sorted(states, key=["overdue", "due soon", "open", "contested", "reversed",
                                         "complete"].index)  # fmt: skip


def test_both_sides_are_counted_and_their_counts_lead_to_the_rows(site):
    client = site(more=STANDS["overdue"])
    page = client.get(f"/dialogues/{D}/undertakings").context["page"]
    assert {side["party"]["text"] for side in page["sides"]} == {
        "Aldmark", "United People's Republic of Yunlin",
    }  # fmt: skip
    for side in page["sides"]:
        assert side["counts"][0]["label"] == "overdue"
        for one in side["counts"]:
            if one["count"]:
                link = f"/dialogues/{D}/undertakings{one['href'].split('#')[0]}"
                assert len(rows(client, link, "undertakings")) == one["count"]


def test_what_is_overdue_follows_the_day_of_the_look(site):
    client = site(more=STANDS["overdue"])
    now = rows(client, f"/dialogues/{D}/undertakings?text=Thing", "undertakings")
    then = rows(client, f"/dialogues/{D}/undertakings?text=Thing&as_of=2004-06-01", "undertakings")
    assert [row["state"] for row in now] == ["overdue"]
    assert [row["state"] for row in then] == ["due soon"]


def test_swapping_the_sides_swaps_the_counts(site):
    mine = (*STANDS["overdue"], *STANDS["open"])
    theirs = tuple(replace(one, by="aldmark") for one in mine)
    first = site(more=mine).get(f"/dialogues/{D}/undertakings").context["page"]["sides"]
    second = site(more=theirs).get(f"/dialogues/{D}/undertakings").context["page"]["sides"]
    base = site().get(f"/dialogues/{D}/undertakings").context["page"]["sides"]

    def added(sides, place):
        pairs = zip(sides[place]["counts"], base[place]["counts"], strict=True)
        return [one["count"] - before["count"] for one, before in pairs]

    assert added(first, 1) == added(second, 0) and added(first, 0) == added(second, 1)


def test_an_action_is_touched_by_what_is_dated_after_its_round(site):
    more = (
        Action(id="a9", dialogue=D, party="yunlin", concern="detention", after_round="r2",
               summary="Answer the letter."),
        Contact(id="c8", dialogue=D, on=Day("2002-06-01"), kind="call", concerns=("detention",)),
        Contact(id="c9", dialogue=D, on=Day("2003-05"), kind="call", concerns=("detention",)),
    )  # fmt: skip
    found = rows(site(more=more), f"/dialogues/{D}/actions?text=letter", "actions")
    assert [cell["text"] for cell in found[0]["touched"]] == ["January 2003", "May 2003"]


def test_contacts_are_counted_by_side_between_the_rounds(site):
    found = rows(site(), f"/dialogues/{D}/actions", "gaps")
    assert [(row["gap"], row["by_1"], row["by_2"]) for row in found] == [
        ("before Round 1", 0, 0), ("Round 1 and Round 2", 0, 0), ("Round 2 and Round 3", 0, 1),
        ("after Round 3", 0, 0),
    ]  # fmt: skip


def test_what_nobody_noted_is_not_what_is_missing(site):
    more = (
        Statement(id="s9", title=W({"en": "Nine"}), kind="paper", delivered_on=Day("2003"),
                  party="aldmark", dialogue=D, due_on=Day("2004-06-20")),
        Rendering(id="s9-en", statement="s9", language="en", kind="original",
                  fidelity="verbatim", text="t-r1", available_on=Day("2004-06-25")),
        Statement(id="s8", title=W({"en": "Eight"}), kind="paper", delivered_on=Day("2003"),
                  party="aldmark", dialogue=D),
        Rendering(id="s8-zh", statement="s8", language="zh-Hans", kind="official_translation",
                  fidelity="verbatim", available="no"),
    )  # fmt: skip
    client = site(more=more)
    found = rows(client, f"/dialogues/{D}/papers?text=Nine", "texts")
    assert [(row["text_language"], row["state"]["text"]) for row in found] == [
        ("Chinese", "nobody noted one"), ("English", "held"),
    ]  # fmt: skip
    assert found[1]["there"][1] == "5 days late"
    eight = rows(client, f"/dialogues/{D}/papers?text=Eight", "texts")
    assert {(row["text_language"], row["state"]["text"]) for row in eight} == {
        ("Chinese (simplified)", "none was made"), ("English", "nobody noted one"),
    }  # fmt: skip
    page = client.get(f"/dialogues/{D}/papers").context["page"]
    waiting = [entry for side in page["sides"] for entry in side["entries"]]
    assert [entry["title"]["text"] for entry in waiting] == ["Nine"]
    assert "10 days late" in waiting[0]["lines"]


def test_a_body_was_there_not_there_or_nobody_can_tell(site):
    more = (
        Concern(id="con9", dialogue=D, title=W({"en": "Nine"}), raised_by="aldmark",
                about="yunlin"),
        Mandate(id="m9", body="moj-y", concern="con9", relation="speaks_for"),
    )  # fmt: skip
    page = site(more=more).get("/bodies/moj-y").context["page"]
    grid = page["grids"][0]
    told = {row["concern"]["text"]: [cell["text"] for cell in row["cells"]] for row in grid["rows"]}
    assert told["Conditions in places of detention"] == ["not known", "there", "not talked about"]
    assert told["Nine"] == ["not talked about"] * 3
    assert "talked about 2 times: it was there at 1, not there at 0, and of 1" in grid["sentence"]


def test_the_timeline_and_its_list_hold_the_same(site):
    page = site().get(f"/dialogues/{D}/events").context["page"]
    drawn = page["timeline"]
    found = page["tables"]["moments"]["rows"]
    kinds = [row["kind"] for row in found]
    assert kinds.count("round held") == len(drawn["rounds"])
    assert kinds.count("postponed") + kinds.count("cancelled") == len(drawn["steps"])
    assert len(found) == len(drawn["rounds"]) + len(drawn["steps"]) + len(drawn["events"])
    release = next(row for row in found if row["kind"] == "release")
    assert release["near"] == "about Round 3"


DAYS = st.dates(date(2000, 1, 1), date(2010, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], str(day.year)])
)


@given(DAYS, st.dates(date(2000, 1, 1), date(2010, 12, 31)))
def test_a_deadline_is_past_only_when_all_of_it_is(due, today):
    told = days.due(Day(due), today)
    assert (told == "past") == (Day(due).latest < today)
    if told == "soon":
        assert (Day(due).earliest - today).days <= days.SOON_DAYS


@given(DAYS, DAYS)
def test_days_between_two_partial_days_hold_every_completion(due, there):
    low, high = days.apart(Day(due), Day(there))
    assert low <= (Day(there).earliest - Day(due).earliest).days <= high
    assert low <= (Day(there).latest - Day(due).latest).days <= high


@given(st.floats(0, 1))
def test_a_share_is_told_as_nothing_or_all_only_where_it_is(share):
    told = percent(share)
    assert (told == "0 %") == (share == 0)
    assert (told == "100 %") == (share == 1)
    assert percent(0.004) == "under 1 %" and percent(0.996) == "over 99 %"


def test_choosing_another_day_keeps_what_was_chosen_and_begins_at_the_first_page(site):
    address = f"/dialogues/{D}/undertakings?state=overdue&page=1&progress_page=1&sort=due"
    kept = site().get(address).context["page"]["frame"]["kept"]
    assert {one["name"] for one in kept} == {"state", "sort"}
