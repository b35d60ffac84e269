"""What a view may not see is nowhere: not on a page, a twin, a table, a link or an error."""

import json
from dataclasses import replace

import pytest

from headway.domain.assessments import Judgement, Release
from headway.domain.capacity import Effort, Staffing
from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.dates import PartialDate as Day
from headway.domain.parties import Body, Person
from headway.domain.points import Point
from headway.domain.rounds import Delegate
from headway.domain.statements import Asking, Remark, Rendering, Statement
from headway.domain.undertakings import Event, Undertaking
from headway.domain.wording import Wording as W
from tests.web.addresses import ALL, in_form, walk

CLOSED = ("public", "counterpart", "oversight")


def sealed(label: str, word: str) -> tuple:
    """Facts of many kinds that only desk or assessor may see."""
    named = W({"en": f"{word} thing"})
    return (
        Person(id=f"{word}-p", name=named, party="yunlin", label=label),
        Body(id=f"{word}-b", name=named, party="yunlin", label=label),
        Delegate(id=f"{word}-d", round="r2", person="head-a", party="aldmark", label=label),
        Statement(
            id=f"{word}-s", title=named, kind="reply", delivered_on=Day("2002-06-03"),
            party="yunlin", dialogue="aldmark-yunlin", round="r2", label=label, marking="SECRET",
        ),
        Rendering(
            id=f"{word}-r", statement="r2-opening", language="de", kind="working_translation",
            fidelity="verbatim", text="t-r1", label=label,
        ),
        Concern(
            id=f"{word}-c", dialogue="aldmark-yunlin", title=named, raised_by="aldmark",
            about="yunlin", label=label,
        ),
        Raising(id=f"{word}-ra", concern="detention", round="r3", step="dropped", label=label),
        Question(
            id=f"{word}-q", concern="detention", round="r2", asked_by="aldmark",
            asked_of="yunlin", summary=word, label=label,
        ),
        Reply(id=f"{word}-rp", question="q1", kind="answered", summary=word, label=label),
        Undertaking(
            id=f"{word}-u", dialogue="aldmark-yunlin", by="yunlin", summary=named, label=label
        ),
        Event(id=f"{word}-e", on=Day("1990"), kind="law", summary=named, label=label),
        Remark(
            id=f"{word}-re", dialogue="aldmark-yunlin", group="diplomats", party="aldmark",
            summary=word, label=label,
        ),
        Point(id=f"{word}-po", round="r2", party="yunlin", summary=word, label=label),
        Staffing(
            id=f"{word}-st", body="moj-y", party="yunlin", on=Day("1998"), division=word,
            label=label,
        ),
        Effort(id=f"{word}-ef", round="r2", party="yunlin", covers=word, label=label),
        Judgement(
            id=f"{word}-j", about="Question/q1", summary=word, signed_by=word,
            signed_on=Day("2006"), label=label,
        ),
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("view", CLOSED)
def test_twin_records_that_differ_in_sealed_facts_give_equal_pages(view, site):
    plain = walk(site(view))
    for more in (sealed("desk", "Quartz"), sealed("assessor", "Basalt") + sealed("desk", "Flint")):
        assert walk(site(view, more=more)) == plain


@pytest.mark.parametrize("view", CLOSED)
def test_pages_of_sealed_facts_do_not_differ_from_pages_of_none(view, site):
    without, holding = site(view), None
    answers = {}
    for more in ((), sealed("desk", "Quartz")):
        holding = site(view, more=more)
        for address in (
            "/concerns/Quartz-c", "/statements/Quartz-s", "/values/Question/Quartz-q.json",
            "/statements/r2-opening?show=Quartz-r", "/search?q=Quartz",
            "/dialogues/aldmark-yunlin.events.csv",
        ):  # fmt: skip
            content = holding.get(address).content
            assert answers.setdefault(address, content) == content
    assert without is not holding


def test_the_desk_does_see_them(site):
    assert "Quartz thing" in site(more=sealed("desk", "Quartz")).get("/rounds/r2").content.decode()
    assert (
        "Basalt thing"
        not in site(more=sealed("assessor", "Basalt")).get("/rounds/r2").content.decode()
    )


def test_the_highest_marking_stands_on_the_page(site):
    assert site().get("/rounds/r2").context["page"]["frame"]["marking"] == "CONFIDENTIAL"
    public = site("public").get("/rounds/r2").context["page"]["frame"]["marking"]
    assert public == "RESTRICTED"
    assert site().get("/about").context["page"]["frame"]["marking"] == ""


def test_the_public_reads_the_names_of_heads_of_delegation_only(site):
    everything = b"".join(walk(site("public")).values()).decode()
    assert "Ada Lind" in everything
    assert "Tom Berg" not in everything
    assert "Tom Berg" in site("desk").get("/rounds/r2").content.decode()
    assert _page(site("desk"), "/search?q=Berg")["hits"][0]["title"] == "Tom Berg"
    assert _page(site("public"), "/search?q=Berg")["hits"] == []


def test_cases_are_counted_in_words_below_five_and_listed_for_the_desk_alone(site):
    fact = {f["label"]: f["value"] for f in _page(site(), "/concerns/detention")["facts"]}
    assert fact["Cases on the list"] == "fewer than five"
    assert site("desk").get("/values/IndividualCase").status_code == 200
    for view in CLOSED:
        assert site(view).get("/values/IndividualCase").status_code == 404
        assert site(view).get("/values/CaseStep/step-1").status_code == 404


def test_a_finding_is_marked_as_the_machine_s_until_somebody_releases_it(site):
    name = "/dialogues/aldmark-yunlin/measures/answer_rate"
    assert _page(site(), name)["mark"]["words"] == "found by machine, not reviewed"
    released = _page(site("public"), name)["mark"]["words"]
    assert released == "released on 1 February 2006 by decision of the head of division"
    for view in ("counterpart", "oversight"):
        page = _page(site(view), name)
        assert page["sides"] == [] and page["tables"]["items"]["rows"] == []
    unreleased = "/dialogues/aldmark-yunlin/measures/carry_over"
    assert _page(site("public"), unreleased)["sides"] == []


def test_a_release_of_another_dialogue_lets_nothing_out(site):
    elsewhere = Release(
        id="rel2", view="oversight", title=W({"en": "Of another"}), author="a", version="1",
        released_on=Day("2006"), decided_by="b", dialogue="assembly", measures=("carry_over",),
        label="oversight",
    )  # fmt: skip
    name = "/dialogues/aldmark-yunlin/measures/carry_over"
    assert _page(site("oversight", more=(elsewhere,)), name)["sides"] == []
    here = replace(elsewhere, dialogue="aldmark-yunlin")
    assert _page(site("oversight", more=(here,)), name)["mark"]["released"] is True


def test_passages_are_shown_only_where_the_measure_of_them_was_released(site):
    address = "/statements/r2-opening"
    assert 'class="reuse ' in site("public").get(address).content.decode()
    assert 'class="reuse ' not in site("oversight").get(address).content.decode()
    assert site("oversight").get("/renderings/r2-opening-en/passages/1").status_code == 404


@pytest.mark.parametrize("address", ALL)
def test_no_position_of_the_log_is_told(address, site):
    response = site("public").get(in_form(address, ".json"))
    if response.status_code == 200:
        assert "position" not in json.loads(response.content)["frame"]


def _page(client, address):
    return client.get(address).context["page"]


def test_the_public_meets_heads_of_delegation_alone_on_pages_of_persons(site):
    assert site("desk").get("/persons/member-a").status_code == 200
    refused = site("public").get("/persons/member-a")
    unknown = site("public").get("/persons/nobody-a")
    assert refused.status_code == unknown.status_code == 404
    said = refused.content.decode().replace("member-a", "nobody-a")
    assert said == unknown.content.decode()


def test_a_public_page_of_a_person_tells_the_rounds_led_and_no_note(site):
    page = _page(site("public"), "/persons/head-a")
    keys = {column["key"] for column in page["tables"]["attendance"]["columns"]}
    assert "note" not in keys and "role" in keys
    assert len(page["tables"]["attendance"]["rows"]) == 1
    assert "note" in {
        column["key"]
        for column in _page(site("desk"), "/persons/head-a")["tables"]["attendance"]["columns"]
    }


@pytest.mark.parametrize("view", CLOSED)
def test_small_numbers_of_people_asked_are_not_told_outside(view, site):
    few = Asking(
        id="as2", dialogue="aldmark-yunlin", group="ministries", party="yunlin", asked=7,
        answered=4, label="public",
    )  # fmt: skip
    address = "/dialogues/aldmark-yunlin/remarks"
    told = _page(site(view, more=(few,)), address)["tables"]["askings"]["rows"]
    assert [row["asked"] for row in told] == [
        "how many were asked and how many answered is not known here"
    ]
    inside = _page(site("desk", more=(few,)), address)["tables"]["askings"]["rows"]
    assert "7 asked, 4 answered" in [row["asked"] for row in inside]


@pytest.mark.parametrize("view", CLOSED)
def test_what_is_not_attributable_stands_under_no_side_outside(view, site):
    remark = Remark(
        id="re9", dialogue="aldmark-yunlin", group="Quartz Ministry", party="yunlin",
        summary="Nobody asked us.", terms="not_attributable", label="public",
    )  # fmt: skip
    address = "/dialogues/aldmark-yunlin/remarks.json"
    told = site(view, more=(remark,)).get(address).content.decode()
    assert "Nobody asked us." in told and "Quartz Ministry" not in told
    for seen in ("/values/Remark", "/values/Remark/re9", "/values/Party/yunlin", address):
        assert "Quartz Ministry" not in site(view, more=(remark,)).get(seen).content.decode()
    named_by = _page(site(view, more=(remark,)), "/values/Party/yunlin")["tables"]["named_by"]
    assert "Nobody asked us." not in str(list(named_by["rows"]))
    assert "Quartz Ministry" in site("desk", more=(remark,)).get(address).content.decode()
