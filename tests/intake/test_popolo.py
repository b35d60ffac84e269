"""Popolo JSON: people, bodies, what they were when, and events people attended."""

import copy

import pytest

from headway.domain.errors import BadInput
from headway.domain.parties import Body, Person
from headway.domain.rounds import Delegate, Round
from headway.domain.undertakings import Event
from headway.intake import Setting, choose, read_any
from headway.intake.popolo import read
from tests.intake.councils import COUNCIL, council

OURS = Setting(dialogue="d", party="estravane")


def held(draft, noun):
    return {one.value.id: one.value for one in draft.known if type(one.value) is noun}


def check_council(read, folder):
    """What the invented council says; every reader of it is held to this."""
    draft = read(council(folder), OURS)
    assert draft.complaints == ()
    people, bodies = held(draft, Person), held(draft, Body)
    assert {i: (b.kind, b.party) for i, b in bodies.items()} == {
        "o1": ("ministry", "estravane"),
        "o2": ("commission", "estravane"),
    }
    mira = people["p-1"]
    assert dict(mira.name) == {"en": "Mira Dahl", "fr": "Mira Dahle"}
    assert mira.body == "o1" and people["p-2"].body == "o1"
    assert mira.comment == (
        "Director of prisons, Ministry of Justice of Estravane (2013-01-07);"
        " chair, Committee on Prisons (2010–2012-05)"
    )
    (round_,) = held(draft, Round).values()
    assert (round_.began_on, round_.ended_on, dict(round_.city)) == (
        "2014-09-16",
        "2014-09-17",
        {"en": "Halvard"},
    )
    assert [(d.person, d.round) for d in held(draft, Delegate).values()] == [
        ("p-1", "e1"),
        ("p-2", "e1"),
    ]
    assert draft.report.counts["memberships"] == 3
    return draft


def test_a_council(tmp_path):
    draft = check_council(read, tmp_path)
    assert choose(council(tmp_path)).kind == "popolo"
    told = " ".join(draft.report.left_out)
    for one in ("areas", "birth_date (1)", "email (1)", "gender (1)"):
        assert one in told
    assert not any("1961" in repr(one.value) or "@" in repr(one.value) for one in draft.known)


def test_without_a_dialogue_what_people_attended_is_an_event(tmp_path):
    draft = read_any(council(tmp_path))
    assert draft.complaints == () and held(draft, Round) == {}
    (event,) = held(draft, Event).values()
    assert (event.on, dict(event.summary)) == ("2014-09-16", {"en": "Sixth round"})
    assert any("--dialogue and --party" in one for one in draft.report.left_out)
    assert draft.report.counts["attendances left out"] == 2


def test_read_again_it_is_the_same(tmp_path):
    one, two = read(council(tmp_path), OURS), read(council(tmp_path), OURS)
    assert one.known == two.known


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["memberships"][0].update(person_id="p/9"),
         "council.json, memberships 1: there is no person with the id 'p/9'"),
        (lambda d: d["persons"][1].update(id="p/1"),
         "council.json, persons 2: the id 'p/1' stands twice"),
        (lambda d: d["persons"][1].pop("name"), "persons 2: it has no name"),
        (lambda d: d["memberships"][0].update(start_date="soon"),
         "start_date: 'soon' is not a date"),
        (lambda d: d["events"][0].pop("start_date"), "an event needs a name and the day"),
        (lambda d: d["organizations"].append("x"), "organizations 3: this is no object"),
        (lambda d: d.update(posts={"id": 1}), "posts: this is no list"),
        (lambda d: d["persons"][0].update(name=["x"]), "name is no text"),
    ],
)  # fmt: skip
def test_complaints_say_which_entry(tmp_path, change, told):
    data = copy.deepcopy(COUNCIL)
    change(data)
    draft = read(council(tmp_path, data), OURS)
    assert any(told in str(one) for one in draft.complaints), [*map(str, draft.complaints)]


def test_refusals(tmp_path):
    for data in ({"persons": {}}, {"other": []}, []):
        with pytest.raises(BadInput, match="none of the lists of Popolo"):
            read(council(tmp_path, data))
    path = tmp_path / "deep.json"
    path.write_text('{"persons": [' + "[" * 100_000, "utf-8")
    with pytest.raises(BadInput, match="JSON"):
        read(path)
