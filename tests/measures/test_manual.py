"""The manual is what the measures and their tests say."""

from headway.measures import measures
from tests.measures.manual import PAGE, page


def test_the_manual_is_not_stale():
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.measures.manual"


def test_every_measure_stands_in_it():
    for about in measures():
        assert f"## `{about.name}`" in page()
