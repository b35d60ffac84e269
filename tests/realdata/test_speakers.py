"""A real list of people, XLSX: every named row is a delegate of a round the record has."""

import pytest

from benchmarks.real_data.speakers import FILE, FORUM, SPEECHES
from headway.domain.parties import Person
from headway.domain.rounds import Delegate
from headway.domain.statements import Statement
from headway.intake import Setting, choose, read_any, sides_of
from headway.intake.workbook.grids import read_grids

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def record(shared_data):
    """The speeches as the reader makes them."""
    return read_any(shared_data / SPEECHES).corpus()


@pytest.fixture(scope="module")
def draft(shared_data, record):
    """The list, read beside them."""
    path = shared_data / FILE
    assert choose(path).kind == "delegates"
    found = read_any(path, sides_of(record), Setting(dialogue=FORUM), "", record)
    assert found.complaints == ()
    return found


def test_every_named_row_is_a_delegate(shared_data, draft):
    rows = [row for row in read_grids(shared_data / FILE)[0].rows[1:] if any(row)]
    named = {(row[1], row[2] or row[3], " ".join(str(row[4]).split())) for row in rows if row[4]}
    delegates = draft.corpus().all(Delegate)
    assert len(rows) == 10_944 and sum(not row[4] for row in rows) == 8
    assert len(delegates) == 10_929
    assert len(named) - len(delegates) in range(-5, 20)
    assert len({one.round for one in delegates}) == 79
    assert len(draft.corpus().all(Person)) == 5_599


def test_posts_are_kept_as_they_are_written(draft):
    ranks = [one.rank for one in draft.corpus().all(Delegate)]
    assert sum(not rank for rank in ranks) == 4_643
    assert sum(rank == "Minister for Foreign Affairs" for rank in ranks) > 1_900


def test_speeches_and_speakers_are_told_apart_where_they_disagree(record, draft):
    spoke = {(one.round, one.party) for one in record.all(Statement)}
    came = {(one.round, one.party) for one in draft.corpus().all(Delegate)}
    assert (len(spoke & came), len(spoke - came), len(came - spoke)) == (10_894, 58, 23)
    assert sum(held == f"{FORUM}-18" for held, _ in spoke - came) == 32


def test_sides_that_are_new_are_told(draft):
    assert sum("is taken as a party" in note for note in draft.notes) == 6
