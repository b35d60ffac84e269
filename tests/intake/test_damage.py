"""Damaged documents of every reader: a refusal or a report each, and enough reach our reader."""

import pytest

from tests.intake.damage import LEAST_SHARE, READERS, heading, try_all

MEMORY_MB = 512


def check(reader, numbers):
    """No fault, bounded memory, and a fair share of all that is ours to understand."""
    outcome = try_all(reader, numbers)
    print(heading(), outcome.line(), sep="\n")
    assert outcome.faults == []
    assert outcome.layers.total() == len(numbers)
    assert outcome.share >= LEAST_SHARE, outcome.line()
    return outcome


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.kind)
def test_sound_examples_are_read(tmp_path, reader):
    for number, seed in enumerate(reader.seeds):
        (tmp_path / str(number)).mkdir()
        found = reader.read(seed(tmp_path / str(number)))
        assert found.known and found.complaints == ()


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.kind)
def test_sixty_damaged_documents(reader):
    check(reader, range(60))


@pytest.mark.long
@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.kind)
def test_a_thousand_damaged_documents(reader):
    assert check(reader, range(1_000)).memory_mb < MEMORY_MB
