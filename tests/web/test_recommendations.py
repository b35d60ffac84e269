"""Recommendations, also thousands of them: chosen, counted, asked again, in small pages."""

import csv
import io

import pytest

from headway.domain.dates import PartialDate as Day
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.undertakings import Position, Recommendation, RecommendationAnswer
from headway.domain.wording import Wording as W

MANY = 6000
LARGEST = 500_000
STATES = 60
SUBJECTS = ("Detention,Torture", "Asylum", "Rights of the child", "Detention")


def many() -> tuple:
    """An invented review of sixty states in twelve sessions, 6,000 recommendations."""
    states = [
        Party(id=f"s{n}", name=W({"en": f"State {n:02}", "zh": f"国家{n}"}), label="public")
        for n in range(STATES)
    ]
    review = Dialogue(
        id="review", kind="forum", title=W({"en": "Invented review"}), invented=True,
        parties=tuple(s.id for s in states), label="public",
    )  # fmt: skip
    rounds = [
        Round(id=f"se{n}", dialogue="review", number=n, began_on=Day(f"20{n:02}-05-01"),
              ended_on=Day(f"20{n:02}-05-12"), label="public")
        for n in range(1, 13)
    ]  # fmt: skip
    asked = [
        Recommendation(
            id=f"re{n:05}", dialogue="review", to=f"s{n % STATES}", by=f"State {n * 7 % STATES:02}",
            summary=W({"en": f"Take the step numbered {n}, and report on it in full next time."}),
            made_on=Day(f"20{1 + n * 11 % 12:02}-05-05"), theme=SUBJECTS[n % 4], label="public",
        )
        for n in range(MANY)
    ]  # fmt: skip
    positions = [
        Position(id=f"po{n:05}", party=one.to, on_what=f"Recommendation/{one.id}",
                 position="supported" if n % 3 else "noted", label="public")
        for n, one in enumerate(asked) if n % 10
    ]  # fmt: skip
    return (*states, review, *rounds, *asked, *positions)


@pytest.fixture(scope="module")
def thousands():
    return many()


ADDRESS = "/dialogues/review/recommendations"


def page_of(client, query=""):
    return client.get(f"{ADDRESS}{query}").context["page"]


@pytest.mark.slow
def test_thousands_stand_on_small_pages_and_the_file_holds_all(site, thousands):
    client = site("public", more=thousands)
    for query in ("", "?rows=200&sort=-again", "?text=numbered+77&answer=supported"):
        assert len(client.get(f"{ADDRESS}{query}").content) < LARGEST, query
    assert len(client.get("/recommendations?rows=200").content) < LARGEST
    whole = client.get(f"{ADDRESS}.recommendations.csv?answer=noted")
    rows = list(csv.reader(io.StringIO(whole.content.decode())))
    noted = sum(1 for n in range(MANY) if n % 10 and n % 3 == 0)
    assert len(rows) - 1 == noted == page_of(client, "?answer=noted")["tables"]["recommendations"][
        "total"
    ]  # fmt: skip


@pytest.mark.slow
def test_thousands_are_chosen_by_whom_to_whom_subject_answer_and_session(site, thousands):
    client = site("public", more=thousands)
    query = "?by_whom=State+07&to_whom=s1&subject=Asylum&answer=-&session=Round+3"
    for part in query.removeprefix("?").split("&"):
        name, value = part.split("=")
        choice = next(
            c for c in page_of(client)["tables"]["recommendations"]["list"]["choices"]
            if c["name"] == name
        )  # fmt: skip
        option = next(o for o in choice["options"] if o["value"] == value.replace("+", " "))
        assert page_of(client, f"?{part}")["tables"]["recommendations"]["total"] == option["count"]
    assert page_of(client, query)["tables"]["recommendations"]["list"]["filtered"] is True


def recommendation(number, day, subject="Water", to="yunlin", **more):
    return Recommendation(
        id=f"x{number}", dialogue="aldmark-yunlin", to=to, by="A committee",
        summary=W({"en": f"Number {number}"}), made_on=Day(day), theme=subject, **more,
    )  # fmt: skip


def rows(client, query=""):
    page = client.get(f"/dialogues/aldmark-yunlin/recommendations?text=Number{query}")
    return page.context["page"]["tables"]["recommendations"]["rows"]


def test_asked_again_counts_later_ones_to_the_same_party_on_the_same_subject(site):
    more = (
        recommendation(1, "2001"), recommendation(2, "2001-06"), recommendation(3, "2003"),
        recommendation(4, "2004", to="aldmark"), recommendation(5, "2004", subject="Law"),
    )  # fmt: skip
    client = site(more=more)
    again = {
        row["what"]["text"]: row["again"]["text"] if isinstance(row["again"], dict)
        else row["again"] for row in rows(client)
    }  # fmt: skip
    assert again == {"Number 1": "1", "Number 2": "1", "Number 3": 0, "Number 4": 0, "Number 5": 0}
    href = next(r["again"]["href"] for r in rows(client) if r["what"]["text"] == "Number 1")
    found = client.get(f"/dialogues/aldmark-yunlin/recommendations{href}").context["page"]
    told = {row["what"]["text"] for row in found["tables"]["recommendations"]["rows"]}
    assert {"Number 3"} <= told and "Number 4" not in told


def test_an_answer_is_one_thing_and_what_followed_another(site):
    more = (
        recommendation(1, "2001"),
        RecommendationAnswer(id="xa", recommendation="x1", answer="accepted",
                             follow_up="no_evidence"),
        Position(id="xp", party="yunlin", on_what="Recommendation/x1", position="noted"),
        recommendation(2, "2001"),
    )  # fmt: skip
    found = {row["what"]["text"]: row for row in rows(site(more=more))}
    assert found["Number 1"]["answer"] == ["noted", "accepted"]
    assert found["Number 1"]["follow_up"] == "looked, found nothing"
    assert found["Number 2"]["answer"] == {"text": "nobody looked", "code": "not_looked"}
    assert found["Number 2"]["follow_up"] == "nobody looked"
    told = [row["what"]["text"] for row in rows(site(more=more), "&answer=-")]
    assert told == ["Number 2"]


def test_a_record_without_any_says_so(site):
    response = site("oversight").get("/dialogues/assembly/recommendations")
    assert b"No recommendation is on record." in response.content
