"""Slovenia's third review from its papers: what each brings, and the findings of the page."""

import json

import pytest

from benchmarks.real_data.upr_slovenia import DIALOGUE, FOLDER, facts
from headway.domain.concerns import Question
from headway.domain.undertakings import Position, Recommendation
from headway.intake import choose, read_any
from tests.cli.test_commands import run

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def path(shared_data):
    """The folder of papers."""
    return shared_data / FOLDER


@pytest.fixture(scope="module")
def draft(path):
    """What the reader makes of them."""
    return read_any(path)


@pytest.fixture(scope="module")
def told(draft):
    """The counts of the page."""
    return facts(draft.corpus())


def test_every_paper_once_told_by_its_content(path, draft):
    assert choose(path).kind == "upr_papers" and draft.complaints == ()
    assert draft.report.counts["papers"] == 10
    left_out = " ".join(draft.report.left_out)
    assert left_out.count("is a copy of") == 5 and "Letter-OHCHR-HC-Slovenia.txt" in left_out
    kinds = " ".join(draft.report.decided)
    assert "g1925890.txt is the compilation of information" in kinds
    assert "g1924226.txt is the summary of what stakeholders" in kinds


def test_all_recommendations_with_positions(draft, told):
    corpus = draft.corpus()
    numbers = {one.place for one in corpus.all(Recommendation)}
    assert numbers == {f"121.{n}" for n in range(1, 59)} | {f"122.{n}" for n in range(1, 158)}
    assert told["recommendations"] == 215 and told["makers"] == 81
    assert told["positions"] == {"supported": 182, "noted": 33}
    adopted = [one for one in corpus.all(Position) if one.stated_on == "2019-11-14"]
    assert len(adopted) == 58
    joint = next(one for one in corpus.all(Recommendation) if one.place == "122.7")
    assert joint.by == "Slovakia; Spain; North Macedonia"


def test_questions_and_who_spoke(draft, told):
    asked = {"Germany": 1, "Portugal": 2, "Spain": 2, "United Kingdom": 4, "United States": 3}
    assert told["questions"] == asked
    assert told["said"] == {"intervention": 81, "reply": 34} and told["speakers"] == 81
    words = [one.summary for one in draft.corpus().all(Question)]
    assert any("the country’s well-developed" in one for one in words)


def test_the_findings(told):
    linked = {key: place for key, place in told["linked"].items() if place}
    assert len(linked) == 9 and linked["united-states-2"] == "paragraph 20"
    assert told["reasons"] == {"noted": 33, "supported": 44}
    assert (told["noted_no_priority"], told["noted_implemented"]) == (11, 1)
    assert told["by_theme"][0][:2] == ["Equality & non-discrimination", 95]
    (norms,) = told["norms"]
    assert norms[1:] == [14, {"supported": 5, "noted": 9}]
    assert told["askers_recommend"]["Portugal"] == {"noted": 2}


@pytest.mark.process
def test_loaded_twice_writes_nothing_and_verifies(path, tmp_path):
    record = tmp_path / "slovenia.headway"
    run("init", record)
    first = json.loads(run("load", record, path, "--write", "--json").stdout)
    assert first["new"]["Recommendation"] == 215 and first["complaints"] == []
    again = json.loads(run("load", record, path, "--write", "--json").stdout)
    assert sum(again["new"].values()) == 0
    run("verify", record)
    page = json.loads(run("serve", record, "--get", f"/rounds/{DIALOGUE}-34.json").stdout)
    assert "2019-11-12" in json.dumps(page)
    theme = f"/concerns/{DIALOGUE}-equality-non-discrimination.json"
    told = json.dumps(json.loads(run("serve", record, "--get", theme).stdout))
    assert "95 recommendations" in told and "recommendations?subject=Equality" in told
