"""Renewing the search indexes of a record: what each label's own view shows, and nothing else."""

from collections.abc import Callable, Iterable, Iterator

from headway.domain.corpus import Corpus
from headway.domain.masks import masked
from headway.domain.views import VIEWS, Viewer
from headway.record.search_index import Document, SearchIndex
from headway.services.wordings import body_of


def viewer_of(label: str) -> Viewer:
    """The narrowest viewer that may see a label."""
    if label in VIEWS:
        return Viewer(label)
    return Viewer("desk", frozenset({label.removeprefix("named:")}))


def renew_search(
    index: SearchIndex, labels: Iterable[str], corpus_for: Callable[[Viewer], Corpus]
) -> list[str]:
    """Brings the indexes of these labels up to date; returns those that had to be rebuilt.

    A value enters the index of its label only if the view of that label shows it: one that
    hangs on a sealed value is as sealed as that.
    """
    labels = list(labels)
    index.keep_only(labels)
    return [label for label in labels if index.renew(label, _documents(label, corpus_for))]


def _documents(label: str, corpus_for: Callable[[Viewer], Corpus]) -> Iterator[Document]:
    corpus = corpus_for(viewer_of(label))
    reader = label if label in VIEWS else "public"  # who is on a named list may be of any view
    for group in corpus.values.values():
        for value in group.values():
            if value.label == label:
                body = body_of(masked(value, reader), corpus.text)
                yield Document(type(value).__name__, value.id, body)
