"""Full text search beside a record: one SQLite FTS5 index a label, so that ranks leak nothing.

An index knows only the texts of its own label: its term statistics, ranks and size say nothing
about any other. Chinese is spaced at index and query time and searched as a phrase.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from headway.text.cjk import search_form

_SCHEMA = """
CREATE TABLE document (number INTEGER PRIMARY KEY, noun TEXT, id TEXT);
CREATE TABLE made (fingerprint TEXT);
CREATE VIRTUAL TABLE body USING fts5(
  words, content='', tokenize='unicode61 remove_diacritics 2');
"""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to be found: its noun and id, and all its words."""

    noun: str
    id: str
    body: str


@dataclass(frozen=True, slots=True)
class Match:
    """One hit; a lower `rank` is a better one (bm25 within its label)."""

    noun: str
    id: str
    rank: float


class SearchIndex:
    """The search indexes of one record, one file a label in the derived folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, label: str) -> Path:
        return self.folder / f"search-{hashlib.sha256(label.encode()).hexdigest()[:16]}.sqlite"

    def renew(self, label: str, documents: Iterable[Document]) -> bool:
        """Brings one label's index up to these documents; False when it was so already."""
        self.folder.mkdir(parents=True, exist_ok=True)
        ordered = sorted(documents, key=lambda d: (d.noun, d.id))
        fingerprint = _fingerprint(ordered)
        if self._fingerprint_on_file(label) == fingerprint:
            return False
        self._file(label).unlink(missing_ok=True)
        with self._connection(label) as db:
            db.executescript(_SCHEMA)
            numbered = list(enumerate(ordered, start=1))
            db.executemany(
                "INSERT INTO document VALUES (?, ?, ?)", ((n, d.noun, d.id) for n, d in numbered)
            )
            db.executemany(
                "INSERT INTO body (rowid, words) VALUES (?, ?)",
                ((n, _indexed(d.body)) for n, d in numbered),
            )
            db.execute("INSERT INTO made VALUES (?)", (fingerprint,))
        return True

    def keep_only(self, labels: Iterable[str]) -> None:
        """Removes the indexes of all other labels."""
        current = {self._file(label) for label in labels}
        for stale in set(self.folder.glob("search-*.sqlite")) - current:
            stale.unlink()

    def _fingerprint_on_file(self, label: str) -> str | None:
        if not self._file(label).exists():
            return None
        try:
            with self._connection(label) as db:
                row = db.execute("SELECT fingerprint FROM made").fetchone()
        except sqlite3.DatabaseError:
            return None
        return str(row[0]) if row else None

    @contextmanager
    def _connection(self, label: str) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file(label), timeout=30)) as db:
            db.execute("PRAGMA synchronous=OFF")  # may be lost: it is rebuilt from the record
            with db:
                yield db

    def matches(self, query: str, labels: Iterable[str]) -> list[Match]:
        """All hits within the labels, best first; an empty or wordless query finds nothing."""
        expression = as_expression(query)
        if not expression:
            return []
        found: list[Match] = []
        for label in labels:
            if self._file(label).exists():
                found += self._matches_in(label, expression)
        return sorted(found, key=lambda match: (match.rank, match.noun, match.id))

    def _matches_in(self, label: str, expression: str) -> list[Match]:
        with self._connection(label) as db:
            rows = db.execute(
                "SELECT noun, id, bm25(body) FROM body JOIN document ON number = body.rowid"
                " WHERE body MATCH ?",
                (expression,),
            ).fetchall()
        return [Match(*row) for row in rows]


def _indexed(body: str) -> str:
    """Its search form; the tokenizer folds plain Latin text by itself, and faster."""
    return body if body.isascii() else search_form(body)


def as_expression(query: str) -> str:
    """The FTS5 expression of a query: every word or quoted phrase must occur."""
    parts = []
    for position, piece in enumerate(query.replace("“", '"').replace("”", '"').split('"')):
        for word in [piece] if position % 2 else piece.split():
            spaced = " ".join(search_form(_words_only(word)).split())
            if spaced:
                parts.append(f'"{spaced}"')
    return " ".join(parts)


def _words_only(text: str) -> str:
    return "".join(char if char.isalnum() or char == "'" else " " for char in text)


def _fingerprint(documents: Iterable[Document]) -> str:
    digest = hashlib.sha256()
    for document in documents:
        for part in (document.noun, document.id, document.body):
            digest.update(part.encode())
            digest.update(b"\x00")
    return digest.hexdigest()
