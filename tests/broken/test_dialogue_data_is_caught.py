"""The checks of readers and finders fail for each that is broken on purpose."""

import pytest

from headway.domain.errors import BadInput
from headway.intake import delegates, qa_jsonl, uhri, upr_csv
from headway.measures.recommended import again, table
from headway.reuse.recurring import recurring
from tests.broken.dialogue_data import (
    BROKEN_AGAIN,
    BROKEN_DELEGATES,
    BROKEN_QA,
    BROKEN_RECURRING,
    BROKEN_TABLES,
    BROKEN_UHRI,
    BROKEN_UPR,
)
from tests.intake.delegate_lists import check_list
from tests.intake.qa_checks import check_turns
from tests.intake.uhri_files import check_export, example
from tests.intake.upr_checks import ROWS, check_rows
from tests.measures import recommended_checks
from tests.reuse.recurring_checks import EXAMPLE, NOTICE, STOCK, check_recurring

TURNS = [("Ms. Berg", "Why?", "Because."), ("Ms. Berg", "And now?", "Later.")]
SIDES = {"Norway": "n", "Chad": "c"}
TWO_DAYS = [("bland", day, NOTICE) for day in (1, 1, 2)]
PLAN = [*EXAMPLE, *TWO_DAYS, ("aland", 0, STOCK)]


def test_the_checks_pass_for_what_the_broken_ones_are_made_of(tmp_path):
    check_list(delegates.read, tmp_path)
    check_turns(qa_jsonl.read, TURNS)
    check_export(uhri.read, example(), SIDES)
    check_recurring(recurring, PLAN)
    check_rows(upr_csv.read, ROWS)
    recommended_checks.check_table(table, recommended_checks.EXAMPLE)
    recommended_checks.check_again(again, recommended_checks.EXAMPLE)


@pytest.mark.parametrize("broken", BROKEN_QA, ids=lambda one: one.__name__)
def test_a_broken_reader_is_caught(broken):
    with pytest.raises(AssertionError):
        check_turns(broken, TURNS)


@pytest.mark.parametrize("broken", BROKEN_RECURRING, ids=lambda one: one.__name__)
def test_a_broken_finder_is_caught(broken):
    with pytest.raises(AssertionError):
        check_recurring(broken, PLAN)


@pytest.mark.parametrize("broken", BROKEN_UPR, ids=lambda one: one.__name__)
def test_a_broken_reader_of_tables_is_caught(broken):
    with pytest.raises((AssertionError, BadInput)):
        check_rows(broken, ROWS)


@pytest.mark.parametrize("broken", BROKEN_TABLES, ids=lambda one: one.__name__)
def test_a_broken_table_is_caught(broken):
    with pytest.raises(AssertionError):
        recommended_checks.check_table(broken, recommended_checks.EXAMPLE)


@pytest.mark.parametrize("broken", BROKEN_AGAIN, ids=lambda one: one.__name__)
def test_a_broken_search_for_what_came_again_is_caught(broken):
    with pytest.raises(AssertionError):
        recommended_checks.check_again(broken, recommended_checks.EXAMPLE)


@pytest.mark.parametrize("broken", BROKEN_DELEGATES, ids=lambda one: one.__name__)
def test_a_broken_reader_of_lists_is_caught(broken, tmp_path):
    with pytest.raises(AssertionError):
        check_list(broken, tmp_path)


@pytest.mark.parametrize("broken", BROKEN_UHRI, ids=lambda one: one.__name__)
def test_a_broken_reader_of_the_index_is_caught(broken):
    with pytest.raises(AssertionError):
        check_export(broken, example(), SIDES)
