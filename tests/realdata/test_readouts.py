"""Readouts and a few states' speeches, brought into records by the commands of the manual."""

import json

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from benchmarks.real_data import readouts
from tests.cli.test_commands import run

pytestmark = [pytest.mark.realdata, pytest.mark.process]

STATES = ("CHN", "DEU", "IRL", "FJI")


@pytest.fixture(scope="module")
def folder(shared_data, tmp_path_factory):
    """The readouts as a desk would have them: texts and a manifest."""
    return readouts.write_folder(
        shared_data / readouts.FILE, tmp_path_factory.mktemp("r") / "texts"
    )


@pytest.fixture(scope="module")
def record(folder):
    """A record of the readouts."""
    made = folder.parent / "readouts.headway"
    run("init", made)
    run("load", made, folder, "--write")
    return made


@pytest.fixture(scope="module")
def debate(shared_data, tmp_path_factory):
    """A record of all speeches of four states."""
    place = tmp_path_factory.mktemp("debate")
    table = pq.read_table(shared_data / "ungdc" / "ungdc-1946-2024.parquet")
    chosen = pc.is_in(table["country"], value_set=pc.cast(list(STATES), "string"))
    pq.write_table(table.filter(chosen), place / "four.parquet")
    made = place / "four.headway"
    run("init", made)
    told = json.loads(run("load", made, place / "four.parquet", "--write", "--json").stdout)
    assert told["complaints"] == [] and told["new"]["Party"] == 4
    return made


def page(record, path):
    """The twin of a page."""
    return json.loads(run("serve", record, "--get", path).stdout)


def test_a_dry_run_writes_nothing(folder, tmp_path):
    run("init", tmp_path / "empty.headway")
    told = json.loads(run("load", tmp_path / "empty.headway", folder, "--json").stdout)
    assert told["written"] is False and told["complaints"] == []
    assert told["new"]["Round"] == 7 and told["new"]["Dialogue"] == 2


def test_loading_twice_writes_nothing(folder, record):
    told = json.loads(run("load", record, folder, "--write", "--json").stdout)
    assert told["written"] is False and sum(told["new"].values()) == 0


def test_no_text_is_compared_and_it_is_said_why(record):
    told = json.loads(run("reuse", record, "--json").stdout)
    assert told["texts_compared"] == 0 and told["passages"] == 0
    ((why, count),) = told["not_assessed"].items()
    assert "readout" in why and count == 8


def test_they_become_rounds_with_their_own_days(record):
    shown = run("serve", record, "--get", "/rounds/uk-china-human-rights-dialogue-07").stdout
    assert "19–21 November 2001" in shown and "readout" in shown


def test_rounds_that_are_missing_are_flagged(record):
    shown = run("serve", record, "--get", "/dialogues/uk-china-human-rights-dialogue").stdout
    assert "No round on file with the number 9 to 22" in shown


def test_the_measures_never_say_zero_where_nothing_is_known(record):
    figures = json.loads(run("measure", record, "reuse_share", "--json").stdout)
    assert len(figures) == 4
    for figure in figures:
        assert {item["code"] for item in figure["items"]} <= {"not_assessed"}, figure["sentence"]


def test_from_parquet_to_findings_by_commands(debate):
    told = json.loads(run("reuse", debate, "--json").stdout)
    assert told["texts_compared"] + sum(told["not_assessed"].values()) > 200
    (alert,) = told["alerts"]
    assert {alert["one"], alert["other"]} == {"FJI_27_1972-en", "IRL_27_1972-en"}
    assert told["passages_by_class"]["own_rounds"] > 100


def test_a_page_shows_what_china_had_said_before(debate):
    shown = run("serve", debate, "--get", "/statements/CHN_52_1997").stdout
    assert "official translation" in shown and "1972" in shown


def test_search_finds_with_and_without_accents(debate):
    with_accents = page(debate, "/search.json?q=C%C3%B4te+d%27Ivoire")
    without = page(debate, "/search.json?q=cote+d%27ivoire")
    assert "Ivoire" in json.dumps(with_accents, ensure_ascii=False)
    assert with_accents["tables"] == without["tables"]


def test_the_record_verifies(debate):
    assert json.loads(run("verify", debate, "--json").stdout)["sound"] is True
