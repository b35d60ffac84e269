"""Reading what was found: figures, passages with their witnesses, coverage, search.

Everything is read from the derived folder for one Corpus; nothing is computed here, and a hit
or a witness that the Corpus does not hold is not shown.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from headway.domain.assessments import Release
from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue
from headway.domain.shape import noun_named
from headway.domain.statements import Rendering, Statement
from headway.domain.values import Value
from headway.domain.views import VIEWS, Viewer
from headway.measures import figure_from_plain, measures
from headway.measures.figure import Figure
from headway.phrases import spoken
from headway.record.derived import Derived, Scope, folder_of
from headway.record.search_index import SearchIndex
from headway.reuse import METHOD
from headway.reuse.recurring import METHOD as RECURRING
from headway.services.recurring_rows import StoredRecurring, read_recurring
from headway.services.snippets import Part, snippet_of
from headway.services.wordings import body_of, title_of

State = Literal["current", "stale", "none"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One delivery of a passage: where it stands and when it was delivered."""

    rendering: str
    statement: str
    begin: int
    end: int
    delivered_on: str
    how: str = "verbatim"


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage found in a rendering: [begin, end) in code points, and where it was said before.

    `reuse_class` is one of `headway.reuse.CLASSES`; `source` names the canon text it quotes.
    `how` is verbatim or edited; of an edited one `matched` tokens are those of its closest other
    wording, and `similarity` is their share of the longer of the two.
    """

    begin: int
    end: int
    tokens: int
    reuse_class: str
    cluster: int
    first: Witness | None
    first_is_certain: bool
    previous: Witness | None
    earlier: int
    concurrent: int
    later: int
    sides: int
    bits: float
    source: str
    how: str = "verbatim"
    matched: int = 0
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found."""

    noun: str
    id: str
    title: str
    snippet: tuple[Part, ...]
    language: str
    date: str


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, and how many there are for this viewer in all."""

    total: int
    hits: tuple[Hit, ...]


@cache
def _derived_in(folder: Path) -> Derived:
    return Derived(folder)


def derived() -> Derived:
    """The derived folder of the record that is open."""
    return _derived_in(folder_of(os.environ.get("HEADWAY_RECORD", "")))


@cache
def versions() -> dict[str, str]:
    """The version of each method whose findings are kept; another version's are not shown."""
    measured = ",".join(f"{one.name}-{one.version}" for one in measures())
    return {"reuse": METHOD, "recurring": RECURRING, "measures": f"{METHOD};{measured}"}


def scope_of(corpus: Corpus, method: str, settings: str = "") -> Scope:
    """Where the findings of a method over a Corpus are kept."""
    return Scope.of(
        method,
        corpus.viewer,
        corpus.position,
        corpus.as_of,
        version=versions()[method.partition("-")[0]],
        settings=settings,
    )


def measures_in(language: str) -> str:
    """The method whose findings are the figures told in a language."""
    return "measures" if language == "en" else f"measures-{language}"


def _number(corpus: Corpus, method: str) -> int | None:
    stored = derived().find(scope_of(corpus, method))
    return stored[0] if stored and stored[1] else None


def state(corpus: Corpus) -> State:
    """Whether the figures are of exactly this Corpus, of an earlier one, or were never made.

    Figures made by another version of a method count as those of an earlier Corpus.
    """
    stored = derived().find(scope_of(corpus, measures_in(spoken())))
    if stored is None:
        return "none"
    return "current" if stored[1] else "stale"


def figures(corpus: Corpus, dialogue: str) -> tuple[Figure, ...]:
    """The figures of a dialogue in the language spoken now; empty when none are of this Corpus."""
    rows = derived().rows(
        "SELECT content FROM figure WHERE scope = ? AND dialogue = ? ORDER BY n",
        _number(corpus, measures_in(spoken())),
        dialogue,
    )
    return tuple(figure_from_plain(json.loads(row[0])) for row in rows)


def report(corpus: Corpus) -> dict[str, Any]:
    """What the run of the reuse engine reported about itself: caps, alerts, settings."""
    number = _number(corpus, "reuse")
    return derived().report(number) if number else {}


def passages(corpus: Corpus, rendering: str) -> tuple[StoredPassage, ...]:
    """The passages of a rendering in the order they stand in, longer before shorter."""
    rows = derived().rows(
        "SELECT p.begins, p.ends, p.tokens, p.class, p.cluster, p.earlier, p.bits,"
        " p.concurrent, p.later, p.sides, p.source, p.first_is_certain,"
        " f.rendering, f.statement, p.first_begins, p.first_ends, f.delivered_on,"
        " q.rendering, q.statement, p.previous_begins, p.previous_ends, q.delivered_on,"
        " p.how, p.matched, p.similarity"
        # the delivery first: left to itself SQLite begins with all passages of the scope
        " FROM delivery d CROSS JOIN passage p ON p.scope = d.scope AND p.delivery = d.n"
        " LEFT JOIN delivery f ON f.scope = d.scope AND f.n = p.first"
        " LEFT JOIN delivery q ON q.scope = d.scope AND q.n = p.previous"
        " WHERE d.scope = ? AND d.rendering = ? ORDER BY p.begins, p.ends DESC",
        _number(corpus, "reuse"),
        rendering,
    )
    return tuple(_passage(row) for row in rows)


def _passage(row: tuple[Any, ...]) -> StoredPassage:
    return StoredPassage(
        begin=row[0],
        end=row[1],
        tokens=row[2],
        reuse_class=row[3],
        cluster=row[4],
        earlier=row[5],
        bits=row[6],
        concurrent=row[7],
        later=row[8],
        sides=row[9],
        source=row[10],
        first_is_certain=bool(row[11]),
        first=Witness(*row[12:17]) if row[12] else None,
        previous=Witness(*row[17:22]) if row[17] else None,
        how=row[22],
        matched=row[23],
        similarity=row[24],
    )


def witnesses(corpus: Corpus, cluster: int) -> tuple[Witness, ...]:
    """All deliveries of the passages of a cluster, in order of delivery."""
    rows = derived().rows(
        "SELECT d.rendering, d.statement, p.begins, p.ends, d.delivered_on, p.how"
        " FROM passage p CROSS JOIN delivery d ON d.scope = p.scope AND d.n = p.delivery"
        " WHERE p.scope = ? AND p.cluster = ? ORDER BY d.delivered_on, d.n, p.begins, p.ends DESC",
        _number(corpus, "reuse"),
        cluster,
    )
    return tuple(_outermost(Witness(*row) for row in rows))


def _outermost(witnesses: Iterable[Witness]) -> Iterator[Witness]:
    """Without those that lie inside the one before, in the same text."""
    last: Witness | None = None
    for one in witnesses:
        if last is None or last.rendering != one.rendering or one.end > last.end:
            yield one
            last = one


def recurring(corpus: Corpus, dialogue: str) -> tuple[StoredRecurring, ...] | None:
    """The sentences a side said on several days, at least once in that dialogue.

    Most days first; None when nobody looked in exactly this Corpus.
    """
    number = _number(corpus, "recurring")
    if number is None:
        return None
    rows = derived().rows(
        "SELECT content FROM recurring WHERE scope = ? AND dialogue = ? ORDER BY n",
        number,
        dialogue,
    )
    return tuple(read_recurring(json.loads(row[0])) for row in rows)


def recurring_report(corpus: Corpus) -> dict[str, Any]:
    """What the search for recurring sentences looked at; empty when there was none."""
    number = _number(corpus, "recurring")
    return derived().report(number) if number else {}


@dataclass(frozen=True, slots=True)
class Derivation:
    """Whether a rendering was compared, how long it is in tokens, and if not, why."""

    derivation: str
    tokens: int
    why_not: str


def derivation(corpus: Corpus, rendering: str) -> Derivation | None:
    """How far a rendering is derived from earlier ones; None when it was not looked at."""
    rows = derived().rows(
        "SELECT derived, tokens, why FROM delivery WHERE scope = ? AND rendering = ?",
        _number(corpus, "reuse"),
        rendering,
    )
    return Derivation(*rows[0]) if rows else None


def coverage(corpus: Corpus, rendering: str) -> dict[str, int]:
    """Tokens of a rendering by class of reuse; empty when it was not looked at."""
    rows = derived().rows(
        "SELECT c.class, c.tokens FROM delivery d"
        " CROSS JOIN coverage c ON c.scope = d.scope AND c.delivery = d.n"
        " WHERE d.scope = ? AND d.rendering = ? ORDER BY c.tokens DESC",
        _number(corpus, "reuse"),
        rendering,
    )
    return dict(rows)


def _everything(value: Value) -> bool:
    return True


def search(
    corpus: Corpus,
    query: str,
    limit: int = 20,
    offset: int = 0,
    shown: Callable[[Value], bool] = _everything,
) -> Results:
    """What this viewer may find; ranked with the indexes of the labels that are allowed.

    What is not `shown` by whoever asks is neither listed nor counted.
    """
    visible = [
        value
        for match in SearchIndex(derived().folder).matches(query, labels_of(corpus.viewer))
        if (value := corpus.get(noun_named(match.noun), match.id)) is not None and shown(value)
    ]
    page = visible[offset : offset + limit]
    return Results(len(visible), tuple(_hit(value, corpus, query) for value in page))


def _hit(value: Value, corpus: Corpus, query: str) -> Hit:
    return Hit(
        noun=type(value).__name__,
        id=value.id,
        title=title_of(value, corpus, spoken()),
        snippet=snippet_of(body_of(value, corpus.text), query),
        language=getattr(value, "language", "") or "",
        date=_date_of(value, corpus),
    )


def labels_of(viewer: Viewer) -> Iterable[str]:
    """The labels whose indexes a viewer may read, in a fixed order."""
    return [*sorted(VIEWS[viewer.view]), *(f"named:{name}" for name in sorted(viewer.lists))]


def _date_of(value: Value, corpus: Corpus) -> str:
    if isinstance(value, Rendering):
        statement = corpus.get(Statement, value.statement)
        return str(statement.delivered_on) if statement else ""
    for name in ("delivered_on", "began_on", "said_on", "on", "given_on", "published_on"):
        content = getattr(value, name, None)
        if content:
            return str(content)
    return ""


def dialogues_of(corpus: Corpus, dialogue: str | None) -> tuple[str, ...]:
    """The ids of all dialogues of a Corpus, or the one that was named; NotFound if none is."""
    if dialogue is not None:
        return (corpus.one(Dialogue, dialogue).id,)
    return tuple(one.id for one in corpus.all(Dialogue))


def is_released(measure: str, corpus: Corpus, dialogue: str) -> bool:
    """Whether this view may read a measure: the desk and the assessor always, others by release."""
    view = corpus.viewer.view
    if view in ("desk", "assessor"):
        return True
    return any(
        r.view == view and measure in r.measures and r.dialogue in (None, dialogue)
        for r in corpus.all(Release)
    )


def allowed_figures(corpus: Corpus, dialogue: str) -> tuple[Figure, ...]:
    """The stored figures of a dialogue that this view may read."""
    return tuple(f for f in figures(corpus, dialogue) if is_released(f.measure, corpus, dialogue))


NOTHING_COMPARED = (
    "0 texts were compared: none here holds a side's own words at length. Notes and readouts hold "
    "their writer's; points made again are marked by a person, in the workbook's sheet of points."
)


def told_plainly(report: dict[str, Any]) -> list[str]:
    """The report of a run of the reuse engine as lines of text; why, where it had no text."""
    if report.get("texts_compared") == 0:
        return [NOTHING_COMPARED, f"not assessed: {_told(report['not_assessed'])}"]
    return [f"{name.replace('_', ' ')}: {_told(content)}" for name, content in report.items()]


def _told(content: Any) -> str:
    if isinstance(content, dict):
        return ", ".join(f"{name} {_told(part)}" for name, part in content.items()) or "none"
    if isinstance(content, list):
        return "; ".join(_told(part) for part in content) or "none"
    return str(content)
