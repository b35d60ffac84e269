"""Two dialogues entered by workbook from published texts: loaded whole, measured, honest."""

import json

import pytest

from benchmarks.real_data.desk_reading import EU, READINGS, UK
from benchmarks.real_data.desk_workbook import FILE, items, write_filled
from headway.domain.rounds import Delegate
from headway.intake import read_any
from headway.measures import Ask, measure
from tests.cli.test_commands import run

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def texts(shared_data):
    """The eight texts."""
    return items(shared_data / FILE)


@pytest.fixture(scope="module")
def books(texts, tmp_path_factory):
    """The two workbooks, filled."""
    folder = tmp_path_factory.mktemp("desk")
    return {name: write_filled(folder, name, reading, texts) for name, reading in READINGS.items()}


@pytest.fixture(scope="module")
def corpora(books):
    """What the reader makes of each."""
    drafts = {name: read_any(path) for name, path in books.items()}
    assert [draft.complaints for draft in drafts.values()] == [(), ()]
    return {name: draft.corpus() for name, draft in drafts.items()}


def figure(corpus, name, party):
    (dialogue,) = corpus.values["Dialogue"].values()
    return measure(name, corpus, Ask(dialogue=dialogue.id, party=party))


def test_every_text_is_read_and_no_name_is_kept_here(texts):
    assert set(UK["papers"]) | set(EU["papers"]) == set(texts)
    words = json.dumps([UK, EU])
    for text in texts.values():
        sentences = [one for one in text["text"].split(". ") if len(one) > 60]
        assert not any(one[:60] in words for one in sentences)


def test_what_the_workbooks_hold(corpora):
    counts = {name: {n: len(v) for n, v in c.values.items()} for name, c in corpora.items()}
    assert counts["uk"]["Raising"] == 22 and counts["uk"]["Concern"] == 12
    assert counts["ev"]["Raising"] == 17 and counts["ev"]["Concern"] == 10
    assert all(value.sources for c in corpora.values() for value in c.values["Raising"].values())


def test_heads_of_delegation_are_named_by_the_texts(corpora, texts):
    heads = corpora["ev"].all(Delegate)
    assert len(heads) == 5
    for one in heads:
        (name,) = corpora["ev"].values["Person"][one.person].name.values()
        assert sum(name in text["text"] for text in texts.values()) == 1


def test_not_one_reply_and_nothing_called_no(corpora):
    for name, party in (("uk", "china"), ("ev", "vietnam")):
        found = figure(corpora[name], "answer_rate", party)
        assert {item.code for item in found.items} == {"not_looked"}, found.sentence


def test_nearly_everything_rests_on_one_origin(corpora):
    assert "12 of 12" in figure(corpora["uk"], "single_origin", "united-kingdom").sentence
    assert "9 of 11" in figure(corpora["ev"], "single_origin", "european-union").sentence


def test_the_head_came_a_step_lower_once(corpora):
    told = figure(corpora["ev"], "rank_of_head", "european-union").sentence
    assert told.startswith("1 of 3 later rounds")


@pytest.mark.process
def test_by_commands(books, tmp_path):
    record = tmp_path / "desk.headway"
    run("init", record)
    for path, gap in ((books["uk"], "9 to 22"), (books["ev"], "5 and 7")):
        told = json.loads(run("load", record, path, "--write", "--json").stdout)
        assert told["written"] and any(gap in flag for flag in told["flags"])
        assert not json.loads(run("load", record, path, "--write", "--json").stdout)["written"]
    assert json.loads(run("verify", record, "--json").stdout)["sound"] is True
    shown = run("serve", record, "--get", "/dialogues/eu-vietnam-human-rights-dialogue").stdout
    assert "numbers 5 and 7" in shown
