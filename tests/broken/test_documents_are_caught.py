"""The suite's own checks catch every broken reader of documents, and each check catches one."""

from unittest.mock import patch

import pytest

from headway.intake import pdf
from headway.intake.pdf.pages import read_pages
from tests.broken.documents import BROKEN
from tests.intake.document_checks import CHECKS

pytestmark = pytest.mark.slow


def caught_by(readers, folder):
    """The names of the checks that fail."""
    found = []
    for check in CHECKS:
        own = folder / check.__name__
        own.mkdir()
        try:
            check(readers, own)
        except (AssertionError, pytest.fail.Exception):
            found.append(check.__name__)
    return found


@pytest.fixture(scope="module")
def caught(tmp_path_factory):
    told = {}

    def once(content, name):
        if content not in told:
            told[content] = read_pages(content, name)
        return told[content]

    with patch.object(pdf, "read_pages", once):
        return {
            what: caught_by(readers, tmp_path_factory.mktemp("broken"))
            for what, readers in BROKEN.items()
        }


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_reader_is_caught(caught, what):
    assert caught[what] != []


def test_every_check_catches_something(caught):
    assert {name for found in caught.values() for name in found} == {
        check.__name__ for check in CHECKS
    }
