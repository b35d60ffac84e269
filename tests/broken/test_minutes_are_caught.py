"""The checks of the minute template fail for each reader that is broken on purpose."""

import pytest

from tests.broken.minutes import BROKEN
from tests.intake import test_minutes, test_minutes_there_and_back

CHECKS = (
    test_minutes.test_a_filled_template_becomes_a_round_with_everything,
    test_minutes_there_and_back.test_a_record_keeps_what_the_template_does_not_show,
    test_minutes_there_and_back.test_a_turn_put_in_between_leaves_the_others_their_ids,
)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one.__name__)
def test_every_broken_reader_is_caught(tmp_path, monkeypatch, broken):
    broken(monkeypatch)
    caught = 0
    for number, check in enumerate(CHECKS):
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            check(folder)
        except Exception:
            caught += 1
    assert caught


def test_the_sound_reader_passes(tmp_path):
    for number, check in enumerate(CHECKS):
        folder = tmp_path / str(number)
        folder.mkdir()
        check(folder)
