"""Good translations looked through: few places are told, and a person's verdict is on each."""

import pytest

from benchmarks.real_data import translations

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def found(shared_data):
    return translations.measured(shared_data, shared_data)


def test_few_places_are_told_and_each_has_its_verdict(found):
    assert found["sentences"] == 500
    for pair in found["pairs"]:
        assert pair["looked_for"] > 250
        assert pair["told"] <= pair["looked_for"] * 0.07
        if not pair["seen"]:
            assert set(pair["verdicts"]) <= {"lost", "otherwise"}


def test_the_translation_of_another_sentence_is_told(found):
    for pair in found["pairs"]:
        assert pair["of_another"] >= pair["looked_for"] * 0.9


def test_every_verdict_is_on_a_place_that_is_told(shared_data):
    texts = translations.texts_in(shared_data)
    for (one, other, line, begin), verdict in translations.verdicts().items():
        told = translations.told_in(texts, one, other, line)
        assert begin in {omission.begin for omission in told.omissions}, (one, other, line)
        assert verdict in ("lost", "otherwise")
