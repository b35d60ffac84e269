"""The checks of the log catch every log that was broken on purpose."""

from datetime import date

import pytest

from headway.domain import history
from headway.record import log
from tests.broken import logs
from tests.record import log_checks
from tests.record.test_log import fill
from tests.records import (  # noqa: F401
    postgres_template,
    record,
    records,
    sqlite_template,
)

pytestmark = pytest.mark.slow

DAYS = [date(1998, 1, 1), date(2001, 5, 15), date(2003, 2, 17), date(2005, 6, 1), None]


@pytest.mark.parametrize("broken", logs.TRIGGERS, ids=lambda one: one.__name__)
def test_broken_triggers_are_caught(record, broken):  # noqa: F811
    fill()
    log_checks.check_append_only()
    broken()
    with pytest.raises(AssertionError):
        log_checks.check_append_only()


@pytest.mark.parametrize(("root", "leaf"), logs.TREES)
def test_a_broken_tree_is_caught(root, leaf):
    with pytest.raises(AssertionError):
        log_checks.check_tree(root, leaf)


@pytest.mark.parametrize("broken", logs.COMMITMENTS, ids=lambda one: one.__name__)
def test_a_broken_commitment_is_caught(broken):
    with pytest.raises(AssertionError):
        log_checks.check_commitment(broken)


@pytest.mark.parametrize("broken", logs.FOLDS, ids=lambda one: one.__name__)
def test_a_broken_fold_is_caught(record, broken):  # noqa: F811
    fill()
    touches = list(log.touches())
    log_checks.check_fold(history.fold, touches, DAYS)
    with pytest.raises(AssertionError):
        log_checks.check_fold(broken, touches, DAYS)
