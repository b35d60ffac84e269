"""The Canadian sitting in two languages, held against the official table of pairs."""

import json

import pytest

from benchmarks.real_data import hansard
from headway.domain.paragraphs import numbers_in
from headway.domain.statements import Rendering, Statement
from headway.intake.hansard import read
from headway.intake.hansard.sitting import read_sitting
from tests.cli.test_commands import run

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def pair(shared_data):
    return [read_sitting(shared_data / hansard.FOLDER / name) for name in hansard.FILES]


def test_every_pair_of_ours_is_the_official_one(shared_data, pair):
    told = hansard.official_figures(shared_data / hansard.OFFICIAL, *pair)
    assert told == {"official": 272, "as_official": 272}


def test_the_findings_of_the_page(pair):
    told = hansard.pair_figures(*pair)
    assert (told["paragraphs"], told["beside"], told["same_order"]) == (272, 272, True)
    assert told["spoken"] == {"en": 201, "fr": 67, "not told": 4}
    assert told["unlike_digits"] == 11 and told["switches"] == 18 and told["switching"] == 5
    assert sum(1 for held in told["speakers"].values() if {"en", "fr"} <= set(held)) == 6
    assert told["omissions"]["told"] == 0
    assert told["omissions"]["number"] + told["omissions"]["date"] > 80


def test_the_draft_keeps_all_paragraphs_under_their_numbers(shared_data):
    draft = read(shared_data / hansard.FOLDER)
    assert draft.complaints == ()
    held = {"en": [], "fr": []}
    for known in draft.known:
        if isinstance(known.value, Rendering):
            text = draft.text(known.value.text)
            found = numbers_in(known.value.place, len(text.split("\n")))
            assert found
            held[known.value.language] += found
    assert held["en"] == held["fr"] and len(held["en"]) == 272
    kinds = [one.value for one in draft.known if isinstance(one.value, Statement)]
    assert len(kinds) == 65


@pytest.mark.process
def test_it_goes_into_a_record_once_and_a_page_shows_both(shared_data, tmp_path):
    record = tmp_path / "h.headway"
    run("init", record)
    told = json.loads(run("load", record, shared_data / hansard.FOLDER, "--write", "--json").stdout)
    assert told["complaints"] == [] and told["new"]["Rendering"] == 130
    again = json.loads(run("load", record, shared_data / hansard.FOLDER, "--json").stdout)
    assert sum(again["new"].values()) == sum(again["changed"].values()) == 0
    name = "ca-hansard-42-1-2-8759811-2"
    page = json.loads(run("serve", record, "--get", f"/statements/{name}.json").stdout)
    assert [one["lang"] for one in page["columns"]] == ["fr", "en"]
    assert page["columns"][0]["numbers"] == page["columns"][1]["numbers"] != []
