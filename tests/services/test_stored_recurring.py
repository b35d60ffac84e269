"""What recurs is kept for each view apart and read again as it was found."""

import pytest

from headway.bundle import read
from headway.domain.statements import Statement
from headway.domain.views import Viewer
from headway.library import example
from headway.services import findings
from headway.services.analysis import recur_and_keep
from headway.services.recurring import find_recurring, words_of

DIALOGUE = "estravane-yuanlan"


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """The invented example, with a derived folder of its own."""
    monkeypatch.setenv("HEADWAY_DERIVED", str(tmp_path))
    monkeypatch.setattr(findings, "derived", lambda: findings.Derived(tmp_path))
    return read(example("invented"))


def _said(one):
    return [(s.rendering, s.statement, s.begin, s.end, str(s.delivered_on)) for s in one.said]


def test_it_is_read_as_it_was_found(bundle):
    corpus = bundle.corpus()
    assert findings.recurring(corpus, DIALOGUE) is None
    recur_and_keep(corpus)
    found = [
        one
        for one in find_recurring(corpus).found
        if any(corpus.one(Statement, s.statement).dialogue == DIALOGUE for s in one.said)
    ]
    stored = findings.recurring(corpus, DIALOGUE)
    assert len(stored) == len(found) > 10
    assert {one.kind for one in stored} == {"substance", "courtesy"}
    for one, kept in zip(found, stored, strict=True):
        assert (kept.side, kept.kind, kept.days) == (one.side, one.kind, one.days)
        assert kept.words == words_of(corpus, one) and _said(kept) == _said(one)
    assert findings.recurring_report(corpus)["sentences"] == find_recurring(corpus).sentences


def test_a_view_has_its_own(bundle):
    desk, public = bundle.corpus(), bundle.corpus(Viewer("public"))
    recur_and_keep(desk)
    assert findings.recurring(public, DIALOGUE) is None
    recur_and_keep(public)
    allowed = {s.id for s in public.all(Statement)}
    told = findings.recurring(public, DIALOGUE)
    assert {s.statement for one in told for s in one.said} <= allowed
    assert len(told) < len(findings.recurring(desk, DIALOGUE))


def test_a_sentence_keeps_its_key(bundle):
    corpus = bundle.corpus()
    recur_and_keep(corpus)
    before = [one.key for one in findings.recurring(corpus, DIALOGUE)]
    recur_and_keep(corpus)
    assert [one.key for one in findings.recurring(corpus, DIALOGUE)] == before
    assert len(set(before)) == len(before)
