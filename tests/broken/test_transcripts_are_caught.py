"""The checks of the readers of transcripts fail for each that is broken on purpose."""

import pytest

from headway.intake import akoma_ntoso, parlamint
from tests.broken import transcripts
from tests.intake import test_akoma_ntoso, test_hansard, test_parlamint, test_popolo


def caught(checks, tmp_path):
    """How many of the checks do not hold."""
    found = 0
    for number, check in enumerate(checks):
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            check(folder)
        except Exception:
            found += 1
    return found


HANSARD = (
    test_hansard.test_a_sitting_in_two_languages,
    test_hansard.test_a_paragraph_without_counterpart_is_kept_and_told,
    test_hansard.test_every_paragraph_keeps_its_official_number,
)


@pytest.mark.parametrize("broken", transcripts.BROKEN_HANSARD, ids=lambda one: one.__name__)
def test_broken_readers_of_the_house_are_caught(tmp_path, monkeypatch, broken):
    assert caught(HANSARD, tmp_path) == 0
    broken(monkeypatch)
    assert caught(HANSARD, tmp_path / "0")


@pytest.mark.parametrize("broken", transcripts.BROKEN_POPOLO, ids=lambda one: one.__name__)
def test_broken_readers_of_popolo_are_caught(tmp_path, monkeypatch, broken):
    assert caught((test_popolo.test_a_council,), tmp_path) == 0
    broken(monkeypatch)
    assert caught((test_popolo.test_a_council,), tmp_path / "0")


DEBATES = (
    lambda folder: test_akoma_ntoso.check_debate(akoma_ntoso.read, folder),
    lambda folder: test_parlamint.check_corpus(parlamint.read, folder),
)


@pytest.mark.parametrize("broken", transcripts.BROKEN_DEBATES, ids=lambda one: one.__name__)
def test_broken_readers_of_debates_are_caught(tmp_path, monkeypatch, broken):
    assert caught(DEBATES, tmp_path) == 0
    broken(monkeypatch)
    assert caught(DEBATES, tmp_path / "0") == len(DEBATES)
