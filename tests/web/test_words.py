"""Words of the vocabulary as readers know them."""

import pytest

from headway.domain.shape import shapes
from headway.domain.undertakings import Progress
from headway.phrases import LANGUAGES, speaking
from headway.web import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_who_may_say_where_an_undertaking_stands_has_a_name(language):
    (said_by,) = (shape for shape in shapes(Progress) if shape.name == "said_by")
    with speaking(language):
        told = {code: words.SAID_BY[code] for code in said_by.choices}
    assert set(told) == set(words.SAID_BY) and len(set(told.values())) == len(told)
    assert not any("_" in one or "ngo" in one.split() for one in told.values())


@pytest.mark.parametrize(
    ("language", "code", "told"),
    [("en", "ngo", "NGO"), ("en", "un", "UN"), ("fr", "ngo", "ONG"), ("en", "press", "press")],
)
def test_an_abbreviation_is_written_as_one(language, code, told):
    with speaking(language):
        assert words.plain(code) == told
