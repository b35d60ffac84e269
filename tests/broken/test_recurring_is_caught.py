"""Stored sentences that are read for another view, or lose their places, are noticed."""

from dataclasses import replace

import pytest

from headway.services import findings
from tests.services import test_stored_recurring as checks
from tests.services.test_stored_recurring import bundle  # noqa: F401 - the fixture of the checks

RIGHT = findings.recurring


def of_any_view(corpus, dialogue):
    """Reads what was found for whichever view came first."""
    rows = findings.derived().rows(
        "SELECT content FROM recurring WHERE dialogue = ? ORDER BY scope, n", dialogue
    )
    return tuple(findings.read_recurring(findings.json.loads(row[0])) for row in rows) or None


def without_the_last_place(corpus, dialogue):
    """Forgets the last place of every sentence."""
    found = RIGHT(corpus, dialogue)
    return found and tuple(replace(one, said=one.said[:-1]) for one in found)


def empty_where_nobody_looked(corpus, dialogue):
    """Takes what nobody looked for as found empty."""
    return RIGHT(corpus, dialogue) or ()


@pytest.mark.parametrize(
    ("broken", "check"),
    [
        (of_any_view, checks.test_a_view_has_its_own),
        (without_the_last_place, checks.test_it_is_read_as_it_was_found),
        (empty_where_nobody_looked, checks.test_it_is_read_as_it_was_found),
    ],
)
def test_it_is_caught(broken, check, bundle, monkeypatch):  # noqa: F811
    monkeypatch.setattr(findings, "recurring", broken)
    with pytest.raises((AssertionError, TypeError)):
        check(bundle)
