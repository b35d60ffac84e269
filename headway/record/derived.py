"""The derived folder beside a record: findings and passages that may be deleted and rebuilt.

Nothing here is part of the record. Every row belongs to a scope: one method in one version with
fixed settings, run for one view at one position of the log, as of one day. A scope is written
whole in one transaction; a newer run of the same method for the same view replaces it.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from headway.domain.views import Viewer

_SCHEMA = """
CREATE TABLE IF NOT EXISTS scope (
  id INTEGER PRIMARY KEY, method TEXT NOT NULL, view TEXT NOT NULL, as_of TEXT NOT NULL,
  position INTEGER NOT NULL, version TEXT NOT NULL, settings TEXT NOT NULL, report TEXT NOT NULL,
  UNIQUE (method, view, as_of));
CREATE TABLE IF NOT EXISTS figure (
  scope INTEGER NOT NULL, dialogue TEXT NOT NULL, n INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (scope, dialogue, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS delivery (
  scope INTEGER NOT NULL, n INTEGER NOT NULL, rendering TEXT NOT NULL, statement TEXT NOT NULL,
  delivered_on TEXT NOT NULL, tokens INTEGER NOT NULL, derived TEXT NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (scope, n)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS delivery_rendering ON delivery (scope, rendering);
CREATE TABLE IF NOT EXISTS passage (
  scope INTEGER NOT NULL, delivery INTEGER NOT NULL, begins INTEGER NOT NULL,
  ends INTEGER NOT NULL, tokens INTEGER NOT NULL, class TEXT NOT NULL, bits REAL NOT NULL,
  cluster INTEGER NOT NULL, wording INTEGER NOT NULL,
  first INTEGER, first_begins INTEGER, first_ends INTEGER, first_is_certain INTEGER NOT NULL,
  previous INTEGER, previous_begins INTEGER, previous_ends INTEGER,
  earlier INTEGER NOT NULL, own_rounds INTEGER NOT NULL, own_elsewhere INTEGER NOT NULL,
  other_sides INTEGER NOT NULL, concurrent INTEGER NOT NULL, later INTEGER NOT NULL,
  sides INTEGER NOT NULL, source TEXT NOT NULL,
  how TEXT NOT NULL, matched INTEGER NOT NULL, similarity REAL NOT NULL);
CREATE TABLE IF NOT EXISTS recurring (
  scope INTEGER NOT NULL, dialogue TEXT NOT NULL, n INTEGER NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (scope, dialogue, n)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS coverage (
  scope INTEGER NOT NULL, delivery INTEGER NOT NULL, class TEXT NOT NULL,
  tokens INTEGER NOT NULL, PRIMARY KEY (scope, delivery, class)) WITHOUT ROWID;
"""

# made after the rows are in, so that a large run does not pay for each row
_INDEXES = """
CREATE INDEX IF NOT EXISTS passage_of ON passage (scope, delivery, begins);
CREATE INDEX IF NOT EXISTS passage_in ON passage (scope, cluster, delivery);
"""


FINDINGS = "findings-3.sqlite"
"""Renamed whenever its tables change: what an earlier version left is not read."""

FORGOTTEN = ("findings*.sqlite*", "search-*.sqlite*")
"""The files that hold anything derived, of this version or of an earlier one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a stored finding was computed from, and how."""

    method: str
    version: str
    settings: str
    view: str
    position: int
    as_of: str

    @classmethod
    def of(
        cls,
        method: str,
        viewer: Viewer,
        position: int,
        as_of: date | None,
        *,
        version: str = "",
        settings: str = "",
    ) -> "Scope":
        """The scope of a method for a viewer; named lists are part of the view's name."""
        view = "+".join([viewer.view, *sorted(viewer.lists)])
        return cls(method, version, settings, view, position, as_of.isoformat() if as_of else "")


class Derived:
    """The findings of one record, in one SQLite file of the derived folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / FINDINGS

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        is_new = not self._file.exists()  # or it was deleted, as it may be at any time
        if is_new:
            self.folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=30)) as db:
            db.execute("PRAGMA synchronous=OFF")  # may be lost: it is rebuilt from the record
            if is_new:
                db.executescript(_SCHEMA)
            with db:
                yield db

    # -- writing -----------------------------------------------------------------------------

    def write_figures(self, scope: Scope, figures: Iterable[tuple[str, Any]]) -> None:
        """Stores (dialogue id, plain figure) pairs as the figures of a scope."""
        with self._connection() as db:
            number = self._renew(db, scope, "")
            db.executemany(
                "INSERT INTO figure VALUES (?, ?, ?, ?)",
                (
                    (number, dialogue, n, json.dumps(content, ensure_ascii=False))
                    for n, (dialogue, content) in enumerate(figures)
                ),
            )

    def write_recurring(
        self, scope: Scope, rows: Iterable[tuple[str, int, Any]], report: dict[str, Any]
    ) -> None:
        """Stores what recurs as (dialogue id, number, plain sentence), and what was looked at."""
        with self._connection() as db:
            number = self._renew(db, scope, json.dumps(report, ensure_ascii=False))
            db.executemany(
                "INSERT INTO recurring VALUES (?, ?, ?, ?)",
                (
                    (number, dialogue, n, json.dumps(content, ensure_ascii=False))
                    for dialogue, n, content in rows
                ),
            )

    def write_reuse(
        self,
        scope: Scope,
        *,
        deliveries: Iterable[tuple[Any, ...]],
        passages: Iterable[tuple[Any, ...]],
        coverage: Iterable[tuple[Any, ...]],
        report: dict[str, Any],
    ) -> None:
        """Stores one run of the reuse engine; rows are the columns after `scope`, in order."""
        with self._connection() as db:
            number = self._renew(db, scope, json.dumps(report, ensure_ascii=False))
            for table, width, rows in (
                ("delivery", 7, deliveries),
                ("passage", 26, passages),
                ("coverage", 3, coverage),
            ):
                marks = ", ".join("?" * width)
                db.executemany(f"INSERT INTO {table} VALUES ({number}, {marks})", rows)  # noqa: S608
            db.executescript(_INDEXES)

    def _renew(self, db: sqlite3.Connection, scope: Scope, report: str) -> int:
        old = db.execute(
            "SELECT id FROM scope WHERE method = ? AND view = ? AND as_of = ?",
            (scope.method, scope.view, scope.as_of),
        ).fetchone()
        if old:
            for table in ("figure", "delivery", "passage", "coverage", "recurring"):
                db.execute(f"DELETE FROM {table} WHERE scope = ?", old)  # noqa: S608
            db.execute("DELETE FROM scope WHERE id = ?", old)
        made = db.execute(
            "INSERT INTO scope (method, view, as_of, position, version, settings, report)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                scope.method,
                scope.view,
                scope.as_of,
                scope.position,
                scope.version,
                scope.settings,
                report,
            ),
        )
        return int(made.lastrowid or 0)

    # -- reading -----------------------------------------------------------------------------

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of one SELECT over this folder's tables."""
        with self._connection() as db:
            return db.execute(sql, values).fetchall()

    def find(self, scope: Scope) -> tuple[int, bool] | None:
        """The stored run for this method, view and day, or None.

        Its number, and whether it was made at this position of the log by this version.
        """
        rows = self.rows(
            "SELECT id, position, version FROM scope WHERE method = ? AND view = ? AND as_of = ?",
            scope.method,
            scope.view,
            scope.as_of,
        )
        if not rows:
            return None
        number, position, version = rows[0]
        return number, (position, version) == (scope.position, scope.version)

    def report(self, number: int) -> dict[str, Any]:
        """What the run of a scope reported about itself (caps, alerts, settings)."""
        rows = self.rows("SELECT report FROM scope WHERE id = ?", number)
        return json.loads(rows[0][0]) if rows and rows[0][0] else {}


def folder_of(record: str) -> Path:
    """The derived folder of a record: beside its file, or for a server in the user's own data.

    `HEADWAY_DERIVED` names another one.
    """
    named = os.environ.get("HEADWAY_DERIVED")
    if named:
        return Path(named)
    if "://" not in record:
        return Path(record + ".derived")
    base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "headway" / (hashlib.sha256(record.encode()).hexdigest()[:16] + ".derived")


def forget(record: str) -> None:
    """Deletes everything derived from a record, by any version; it is made anew when asked."""
    folder = folder_of(record)
    for pattern in FORGOTTEN:
        for file in folder.glob(pattern):
            file.unlink(missing_ok=True)
