"""The one place where pages reach the record and the findings kept beside it."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from headway.domain.assessments import Release
from headway.domain.corpus import Corpus
from headway.domain.views import DEFAULT_LABEL, Viewer
from headway.record import corpora
from headway.services import findings as stored
from headway.web.findings import Findings


def viewer() -> Viewer:
    """Who looks: `serve --view` sets it for the whole process."""
    lists = os.environ.get("HEADWAY_LISTS", "").split(",")
    return Viewer(os.environ.get("HEADWAY_VIEW") or DEFAULT_LABEL, frozenset(filter(None, lists)))


def corpus(as_of: date | None) -> Corpus:
    """The record as that viewer may know it, as of a day."""
    return corpora.corpus(viewer(), as_of)


def releases() -> tuple[Release, ...]:
    """Today's releases to this view: permission is always that of now."""
    now = corpora.corpus(viewer(), None)
    return tuple(r for r in now.all(Release) if r.view == now.viewer.view)


def findings(of: Corpus) -> Findings:
    """What was found for that Corpus and is kept beside the record."""
    return Findings(stored, of)


def history(noun: str, value_id: str) -> Sequence[Any]:
    """What the log says of one value, oldest first, for this viewer."""
    return cast("Sequence[Any]", corpora.history_of(viewer(), noun, value_id))
