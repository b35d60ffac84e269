"""Triggers that keep the log, texts and originals append-only, on both databases.

They are a guard rail against mistakes and hasty hands. Whoever may drop them can change a
record all the same; `headway.record.verification` and a checkpoint kept outside find that out.
No switch turns them off.
"""

# ruff: noqa: S608 - every name in this SQL is one of our own tables or columns

from collections.abc import Sequence
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from headway.record.models import SPAN
from headway.record.models.documents import Original, Text
from headway.record.models.log import LogContent, LogEntry, LogErasure, LogTouch

_ENTRY, _TOUCH, _CONTENT, _ERASURE, _TEXT, _ORIGINAL = (
    model._meta.db_table for model in (LogEntry, LogTouch, LogContent, LogErasure, Text, Original)
)
_LAST = f"(SELECT COALESCE(MAX(position), 0) FROM {_ENTRY})"

_SENTENCE = "is append-only; write through the acts of headway.services"

# what makes an INSERT wrong: not at the end of the log, or in the place of something
_WRONG_INSERT = {
    _ENTRY: f"NEW.position <> {_LAST} + 1",
    _TOUCH: f"NEW.number / {SPAN} <> {_LAST} OR {{exists:number}}",
    _CONTENT: f"NEW.touch_id / {SPAN} <> {_LAST} OR {{exists:touch_id}}",
    _ERASURE: f"NEW.entry_id <> {_LAST} OR {{exists:id}}"
    f" OR NOT EXISTS (SELECT 1 FROM {_ENTRY} WHERE position = NEW.entry_id AND act = 'erase')",
    _TEXT: "{exists:hash} OR {exists:number}",
    _ORIGINAL: "{exists:hash} OR {exists:number}",
}

# what may go once an erasure names it: the column an erasure's target means
_ERASABLE = {_CONTENT: ("touch", "touch_id"), _TEXT: ("text", "number")} | {
    _ORIGINAL: ("original", "number")
}

GUARDED = tuple(_WRONG_INSERT)
"""The tables that triggers guard."""


def _wrong_insert(table: str) -> str:
    condition = _WRONG_INSERT[table]
    for column in ("id", "hash", "number", "touch_id"):
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.{column})"
        condition = condition.replace(f"{{exists:{column}}}", exists)
    return condition


def _wrong_delete(table: str) -> str:
    if table not in _ERASABLE:
        return ""
    kind, column = _ERASABLE[table]
    return f"NOT EXISTS (SELECT 1 FROM {_ERASURE} WHERE kind = '{kind}' AND target = OLD.{column})"


# -- SQLite -----------------------------------------------------------------------------------


def _sqlite_triggers() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in GUARDED:
        conditions = {"insert": _wrong_insert(table), "update": "", "delete": _wrong_delete(table)}
        for event, condition in conditions.items():
            name = f"{table}_no_{event}"
            when = f" WHEN {condition}" if condition else ""
            found[name] = (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table} FOR EACH ROW{when}"
                f" BEGIN SELECT RAISE(ABORT, '{table} {_SENTENCE}'); END"
            )
    return found


def _sqlite_present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


# -- PostgreSQL -------------------------------------------------------------------------------


def _postgres_functions() -> dict[str, str]:
    """Name to body of the function behind each trigger."""
    found: dict[str, str] = {}
    for table in GUARDED:
        refuse = f"RAISE EXCEPTION '{table} {_SENTENCE}';"
        conditions = {"insert": _wrong_insert(table), "update": "", "delete": _wrong_delete(table)}
        for event, condition in conditions.items():
            row = "OLD" if event == "delete" else "NEW"
            body = f"IF {condition} THEN {refuse} END IF; RETURN {row};" if condition else refuse
            found[f"{table}_no_{event}"] = f"BEGIN {body} END"
        found[f"{table}_no_truncate"] = f"BEGIN {refuse} END"
    return found


def _postgres_trigger(name: str) -> str:
    table, _, event = name.rpartition("_no_")
    each = "STATEMENT" if event == "truncate" else "ROW"
    return (
        f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table}"
        f" FOR EACH {each} EXECUTE FUNCTION {name}()"
    )


def _postgres_present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Name to body of the triggers that fire always, on their own table and event."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, p.prosrc, pg_get_triggerdef(t.oid) FROM pg_trigger t"
            " JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE NOT t.tgisinternal AND t.tgenabled = 'A'"
        )
        return {
            name: body
            for name, body, definition in cursor.fetchall()
            if _same_trigger(definition, _postgres_trigger(name))
        }


def _same_trigger(definition: str, expected: str) -> bool:
    return definition.replace(" ON public.", " ON ") == expected


def _install_postgres(connection: BaseDatabaseWrapper, name: str, body: str) -> None:
    table = name.rpartition("_no_")[0]
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
            f" AS $body${body}$body$"
        )
        cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        cursor.execute(_postgres_trigger(name))
        cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


# -- both -------------------------------------------------------------------------------------


def expected_names(using: str = "default") -> tuple[str, ...]:
    """The names of all triggers that a record of this kind of database has."""
    postgres = connections[using].vendor == "postgresql"
    return tuple(_postgres_functions() if postgres else _sqlite_triggers())


def missing(using: str = "default") -> tuple[str, ...]:
    """The triggers that are not there, or not as they should be, by name."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        expected, present = _postgres_functions(), _postgres_present(connection)
    else:
        expected, present = _sqlite_triggers(), _sqlite_present(connection)
    return tuple(name for name, sql in expected.items() if present.get(name) != sql)


def step_aside(using: str, plan: Sequence[tuple[Any, bool]]) -> None:
    """Takes the triggers away where a migration of the record is about to run on SQLite.

    There a migration makes a table anew, which fails while triggers of other tables ask it.
    `install` follows; a migration that breaks off leaves a record that is not opened.
    """
    connection = connections[using]
    if connection.vendor != "sqlite" or not any(m.app_label == "record" for m, _ in plan):
        return
    with connection.cursor() as cursor:
        for name in _sqlite_triggers():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def install(using: str = "default") -> None:
    """Puts every trigger in its place; one that is right already is left alone."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    for name in missing(using):
        if name.rpartition("_no_")[0] not in tables:
            continue  # a migration from before this table
        if connection.vendor == "postgresql":
            _install_postgres(connection, name, _postgres_functions()[name])
        else:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(_sqlite_triggers()[name])
