"""The site over the small record, for any view, without a database."""

from collections.abc import Callable

import pytest
from django.test import Client

from headway.domain.assessments import Release
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.web import store
from headway.web.findings import Findings
from tests.web import fakes, small

Site = Callable[..., Client]


@pytest.fixture
def site(monkeypatch) -> Site:
    """A client that sees the small record with one view; `more` are values added to it."""

    def made(view: str = "desk", state: str = "current", more: tuple[Value, ...] = ()) -> Client:
        viewer, stored = Viewer(view), fakes.Stored(state)
        corpora = {}

        def corpus(as_of):
            if as_of not in corpora:
                corpora[as_of] = small.corpus(viewer, as_of, more)
            return corpora[as_of]

        def releases():
            return tuple(r for r in corpus(None).all(Release) if r.view == view)

        monkeypatch.setattr(store, "corpus", corpus)
        monkeypatch.setattr(store, "releases", releases)
        monkeypatch.setattr(store, "findings", lambda of: Findings(stored, of))
        monkeypatch.setattr(store, "history", lambda n, i: fakes.history(corpus(None), n, i))
        return Client(headers={"host": "localhost"})

    return made
