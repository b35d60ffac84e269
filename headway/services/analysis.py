"""Finding what can be found in a record, for one view, and keeping it in the derived folder."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue
from headway.domain.views import LABELS, Viewer
from headway.measures import Ask, Figure, figure_to_plain, figures, measure
from headway.phrases import LANGUAGES, speaking
from headway.record import corpora
from headway.record.search_index import SearchIndex
from headway.reuse import CanonText, Reuse, canon_of, deliveries_of, find, formulae_of
from headway.services import findings
from headway.services.indexing import renew_search
from headway.services.recurring import find_recurring
from headway.services.recurring_rows import recurring_report, recurring_rows
from headway.services.reuse_rows import coverage_rows, delivery_rows, passage_rows, report_of

Report = Callable[[str, int, int], None]


def _silent(what: str, done: int, total: int) -> None:
    return None


def analyse(
    viewer: Viewer,
    as_of: date | None = None,
    *,
    canon: Sequence[CanonText] = (),
    again: bool = False,
    report: Report | None = None,
) -> bool:
    """All that can be found for one view as of a day, kept; False if it was current already."""
    report = report or _silent
    corpus = corpora.corpus(viewer, as_of)
    if findings.state(corpus) == "current" and not again:
        return False
    found = find_and_keep(corpus, canon=canon, report=report)
    recur_and_keep(corpus, report=report)
    measure_and_keep(corpus, found, report=report)
    if as_of is None:
        index_and_keep(viewer, report=report)
    return True


def find_and_keep(
    corpus: Corpus, *, canon: Sequence[CanonText] = (), report: Report = _silent
) -> Reuse:
    """Runs the reuse engine over a Corpus and keeps what it found."""
    quoted = (*canon_of(corpus), *canon)
    found = find(
        deliveries_of(corpus),
        corpus.text,
        canon=quoted,
        formulae=formulae_of(corpus),
        progress=report,
    )
    scope = findings.scope_of(corpus, "reuse", json.dumps(asdict(found.settings)))
    findings.derived().write_reuse(
        scope,
        deliveries=delivery_rows(found),
        passages=passage_rows(found),
        coverage=coverage_rows(found),
        report=report_of(found),
    )
    report("keeping what was found", 1, 1)
    return found


def recur_and_keep(corpus: Corpus, *, report: Report = _silent) -> None:
    """Looks for sentences said on several days and keeps them with each dialogue."""
    report("sentences said on several days", 0, 1)
    found = find_recurring(corpus)
    scope = findings.scope_of(corpus, "recurring", json.dumps({"days": found.days}))
    findings.derived().write_recurring(
        scope, recurring_rows(corpus, found), recurring_report(found)
    )
    report("sentences said on several days", 1, 1)


def measure_and_keep(corpus: Corpus, found: Reuse | None, *, report: Report = _silent) -> None:
    """Computes all measures of all dialogues of a Corpus and keeps them, told in every language."""
    for language in LANGUAGES:
        scope = findings.scope_of(corpus, findings.measures_in(language))
        with speaking(language):
            findings.derived().write_figures(scope, _figures(corpus, found, report))


def _figures(
    corpus: Corpus, found: Reuse | None, report: Report
) -> Iterator[tuple[str, dict[str, Any]]]:
    dialogues = corpus.all(Dialogue)
    for done, dialogue in enumerate(dialogues, start=1):
        for figure in _figures_of(corpus, dialogue, found):
            yield dialogue.id, figure_to_plain(figure)
        report("measures", done, len(dialogues))


def _figures_of(corpus: Corpus, dialogue: Dialogue, found: Reuse | None) -> Iterable[Figure]:
    """All measures of a dialogue; of a forum, which has no two sides, the share of each state."""
    if dialogue.kind == "dialogue":
        return figures(corpus, dialogue.id, found)
    asks = (Ask(dialogue=dialogue.id, party=party) for party in dialogue.parties)
    return (measure("reuse_share", corpus, ask, found) for ask in asks)


def index_and_keep(viewer: Viewer, *, report: Report = _silent) -> list[str]:
    """Renews the search indexes of the labels this record uses; returns those rebuilt."""
    labels = [*LABELS, *(f"named:{name}" for name in sorted(viewer.lists))]
    report("search", 0, 1)
    rebuilt = renew_search(SearchIndex(findings.derived().folder), labels, corpora.corpus)
    report("search", 1, 1)
    return rebuilt
