"""Twin worlds, drawn from the vocabulary: what a view may not see changes no byte of any page."""

import pytest
from django.test import Client

from headway.domain.assessments import Release
from headway.domain.corpus import Corpus, project
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.web import store
from headway.web.findings import Findings
from tests.broken import views
from tests.strategies import twins
from tests.web import fakes
from tests.web.addresses import walk

PAGES = 60
CLOSED = ("public", "counterpart", "oversight")


@pytest.fixture
def pages_of(monkeypatch):
    """Every page of a world that can be reached from the first, up to PAGES, for one view."""

    def walked(values: tuple[Value, ...], texts, viewer: Viewer) -> dict[str, bytes]:
        seen = Corpus(values=project(values, viewer), viewer=viewer, text=texts.__getitem__)
        released = tuple(r for r in seen.all(Release) if r.view == viewer.view)
        stored = fakes.Stored("current")
        monkeypatch.setattr(store, "corpus", lambda as_of: seen)
        monkeypatch.setattr(store, "releases", lambda: released)
        monkeypatch.setattr(store, "findings", lambda of: Findings(stored, of))
        monkeypatch.setattr(store, "history", lambda n, i: fakes.history(seen, n, i))
        return walk(Client(headers={"host": "localhost"}), PAGES)

    return walked


def check(pages_of, numbers):
    """Both worlds of each number give the same pages to every closed view."""
    for number in numbers:
        for view in CLOSED:
            viewer = Viewer(view)
            first, second = twins(number, viewer)
            assert pages_of(first.current, first.texts, viewer) == pages_of(
                second.current, second.texts, viewer
            ), (number, view)


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [views.needs_are_not_asked, views.mentions_stay, views.hidden_facts_leave_a_count],
    ids=lambda one: one.__name__,
)
def test_pages_over_a_broken_projection_are_caught(broken, pages_of, monkeypatch):
    monkeypatch.setattr("tests.web.test_twin_worlds.project", broken)
    with pytest.raises(AssertionError):
        check(pages_of, range(20))


@pytest.mark.slow
def test_twin_worlds_give_equal_pages(pages_of):
    check(pages_of, range(20))


@pytest.mark.long
def test_many_twin_worlds_give_equal_pages(pages_of):
    check(pages_of, range(20, 500))
