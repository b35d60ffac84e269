"""The facts of the invented review catch every broken reader of its papers."""

import pytest

from headway.domain.errors import HeadwayError
from headway.intake.upr_papers import read
from tests.broken.reviews import BROKEN
from tests.intake import reviews
from tests.intake.review_facts import FACTS, facts_of


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_reader_is_caught(tmp_path, what):
    path = reviews.folder_of_texts(tmp_path)
    assert facts_of(read(path)) == FACTS
    with BROKEN[what]:
        try:
            found = facts_of(read(path))
        except HeadwayError:
            return
    assert found != FACTS
