"""UPR sessions 1 to 12: all recommendations read, counted, and what was asked again."""

import csv
import json
from collections import Counter

import pytest

from benchmarks.real_data.upr import FILE
from headway.domain.rounds import Round
from headway.domain.undertakings import Position, Recommendation
from headway.intake import choose, read_any
from headway.measures.recommended import again, asked_of, narrowed, table
from tests.cli.test_commands import run

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def path(shared_data):
    """The file."""
    return shared_data / FILE


@pytest.fixture(scope="module")
def corpus(path):
    """What the reader makes of it."""
    draft = read_any(path)
    assert draft.complaints == ()
    return draft.corpus()


@pytest.fixture(scope="module")
def asked(corpus):
    """All recommendations as they are counted."""
    return asked_of(corpus)


def test_every_line_is_a_recommendation_with_a_position(path, corpus):
    assert choose(path).kind == "upr_csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(corpus.all(Recommendation)) == len(corpus.all(Position)) == 21_354
    answers = Counter(one.position for one in corpus.all(Position))
    assert answers == {"supported": 15_634, "noted": 5_720}
    assert Counter(row["Response"] for row in rows) == {"Accepted": 15_634, "Noted": 5_720}
    words = Counter(" ".join(row["Text"].split()) for row in rows)
    assert words == Counter(one.summary.within("en") for one in corpus.all(Recommendation))


def test_sessions_are_rounds(corpus):
    assert [one.number for one in corpus.all(Round)] == list(range(1, 13))
    assert all(one.made_on is not None for one in corpus.all(Recommendation))


def test_the_more_exact_the_ask_the_rarer_the_yes(asked):
    told = {
        row.told[0]: (row.positions["supported"], row.count) for row in table(asked, ["action"])
    }
    assert told["2"] == (2_894, 3_057)
    assert told["3"] == (1_222, 2_040)
    assert told["5"] == (4_141, 7_361)


def test_themes(asked):
    (first, second, third, *_) = table(asked, ["theme"])
    assert [row.told for row in (first, second, third)] == [
        ("International instruments",), ("Women's rights",), ("Rights of the Child",),
    ]  # fmt: skip
    (death,) = table(narrowed(asked, {"theme": "Death penalty"}), ["position"])[:1]
    assert (death.told, death.count) == (("noted",), 680)


def test_what_was_asked_again(asked):
    found = again(asked)
    assert found.reviews == {1: 193} and found.later_themes == (0, 0)
    assert len(found.same_state) == 474 and found.two_answers == ()
    assert len(found.carried_on) == 331
    largest = found.carried_on[0]
    assert (largest.by, len(largest.to), len(largest.made_on)) == (("Latvia",), 39, 9)
    assert largest.positions == {"noted": 29, "supported": 10}


def test_both_ways_for_one_state(asked):
    assert len(narrowed(asked, {"to": "China"})) == 138
    assert len(narrowed(asked, {"by": "China"})) == 78


@pytest.mark.slow
@pytest.mark.process
def test_by_commands(path, tmp_path):
    record = tmp_path / "upr.headway"
    run("init", record)
    told = json.loads(run("load", record, path, "--write", "--json").stdout)
    assert told["written"] and told["new"]["Recommendation"] == 21_354
    again_told = json.loads(run("load", record, path, "--write", "--json").stdout)
    assert not again_told["written"]
    shown = run("recommendations", record, "--again").stdout
    assert "cannot be said from this record" in shown
