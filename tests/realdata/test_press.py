"""The Chinese press conferences: what is read of them, and what recurs on three days or more."""

import json

import pytest

from benchmarks.real_data.press import FILE, KEYS, RIGHTS
from headway.domain.concerns import Link
from headway.domain.parties import Person
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.intake import Setting, choose, read_any
from headway.services.recurring import find_recurring, replies_to, words_of
from tests.cli.test_commands import run

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def path(shared_data):
    """The file."""
    return shared_data / FILE


@pytest.fixture(scope="module")
def corpus(path):
    """What the reader makes of it, without a record."""
    draft = read_any(path, setting=Setting(party="China"))
    assert draft.complaints == ()
    return draft.corpus()


@pytest.fixture(scope="module")
def found(corpus):
    """What recurs in all replies."""
    return find_recurring(corpus)


def about(corpus, found, name):
    return [one for one in found.found if all(word in words_of(corpus, one) for word in KEYS[name])]


def test_every_line_is_a_turn(path, corpus):
    assert choose(path).kind == "qa_jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    asked = sum(bool(line["question"]) for line in lines)
    kinds = [one.kind for one in corpus.all(Statement)]
    assert (len(lines), asked) == (3_628, 3_608)
    assert kinds.count("question") == asked + 24
    assert kinds.count("opening") == 78
    assert kinds.count("press_answer") == len(corpus.all(Link)) == 3_631
    assert len(corpus.all(Round)) == 343 and len(corpus.all(Person)) == 3


def test_no_word_of_an_answer_is_lost(path, corpus):
    """The characters of all answers but their labels stand in the statements, in their order."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [corpus.text(one.text) for one in corpus.all(Rendering)]
    kept = sum(len("".join(text.split())) for text in texts)
    there = sum(len("".join(((line["question"] or "") + line["answer"]).split())) for line in lines)
    announced = {(line["title"], line["time"]): line["background"] or "" for line in lines}
    there += sum(len("".join(text.split())) for text in announced.values())
    labels = 3_608 * 15 + 3_655 * 6
    assert there - labels < kept < there


def test_what_recurs(corpus, found):
    assert found.sentences == {"china": 27_402} and found.said() == 604
    assert len(found.found) == 114
    assert found.said(kind="notice") == 219 and found.said(kind="substance") == 284


def test_the_most_repeated_sentence_is_a_notice(corpus, found):
    most = found.found[0]
    assert (most.kind, most.days) == ("notice", 63)
    assert most in about(corpus, found, "reports seen")


def test_positions_stand_in_one_wording_over_a_year(corpus, found):
    (taiwan,) = about(corpus, found, "one China, Taiwan a part of it")
    assert (taiwan.kind, taiwan.days) == ("substance", 15)
    assert (taiwan.last.delivered_on.latest - taiwan.first.delivered_on.latest).days > 400
    for place in ("Hong Kong", "Xinjiang", "Tibet"):
        assert about(corpus, found, f"{place}, an internal affair")


def test_a_campaign_shows_as_days_close_together(corpus, found):
    (one,) = about(corpus, found, "trafficked to the United States")
    assert one.days == 5
    assert {str(said.delivered_on)[:7] for said in one.said} == {"2021-12"}


def test_replies_to_questions_about_rights(corpus):
    found = find_recurring(corpus, asked=RIGHTS)
    assert found.texts == len(replies_to(corpus, RIGHTS)) == 477
    assert len(found.found) == 19 and found.said() == 69


@pytest.mark.slow
@pytest.mark.process
def test_by_commands(path, tmp_path):
    record = tmp_path / "press.headway"
    run("init", record)
    told = json.loads(run("load", record, path, "--party", "China", "--write", "--json").stdout)
    assert told["written"] and told["new"]["Statement"] == 7_365
    again = json.loads(run("load", record, path, "--party", "China", "--write", "--json").stdout)
    assert not again["written"]
    found = json.loads(run("recurring", record, "--json").stdout)
    assert found["said_again"] == {"china": 604}
