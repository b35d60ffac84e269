"""What must hold of every log: the checks of the suite, also run against broken ones."""

from collections.abc import Callable, Iterable, Iterator

from django.db import DatabaseError, connection, transaction

from headway.domain.history import Touch
from headway.record.models import LogContent, LogEntry, LogErasure, LogTouch, Original, Text

ENTRY, TOUCH, CONTENT, ERASURE, TEXT, ORIGINAL = (
    model._meta.db_table for model in (LogEntry, LogTouch, LogContent, LogErasure, Text, Original)
)
TABLES = (ENTRY, TOUCH, CONTENT, ERASURE, TEXT, ORIGINAL)
HEX = "0" * 64


def columns(table: str) -> list[str]:
    """The columns of a table, the key first."""
    model = next(
        m
        for m in (LogEntry, LogTouch, LogContent, LogErasure, Text, Original)
        if m._meta.db_table == table
    )
    return [str(field.column) for field in model._meta.concrete_fields]


def attacks(table: str) -> Iterator[str]:
    """Raw SQL that changes what a guarded table holds."""
    key, *others = columns(table)
    changed = others[0]
    listed = ", ".join([key, *others])
    chosen = ", ".join([key, *(f"{c}" for c in others)])
    yield f"UPDATE {table} SET {changed} = {changed}"
    yield f"DELETE FROM {table}"
    again = f"SELECT {chosen} FROM {table} WHERE {key} = (SELECT MIN({key}) FROM {table})"
    updating = f"ON CONFLICT ({key}) DO UPDATE SET {changed} = excluded.{changed}"
    yield f"INSERT INTO {table} ({listed}) {again} {updating}"
    yield f"INSERT INTO {table} ({listed}) {again} ON CONFLICT ({key}) DO NOTHING"
    if connection.vendor == "sqlite":
        yield f"UPDATE OR REPLACE {table} SET {changed} = {changed}"
        yield f"UPDATE OR IGNORE {table} SET {changed} = {changed}"
        yield f"INSERT OR REPLACE INTO {table} ({listed}) {again}"
        yield f"REPLACE INTO {table} ({listed}) {again}"
        yield f"INSERT OR IGNORE INTO {table} ({listed}) {again}"
    else:
        yield f"TRUNCATE {table} CASCADE"
        yield f"MERGE INTO {table} t USING {table} s ON t.{key} = s.{key} WHEN MATCHED THEN DELETE"
        yield f"COPY {table} FROM PROGRAM 'true'; UPDATE {table} SET {changed} = {changed}"


def late_insertions() -> Iterator[str]:
    """Raw SQL that writes into the past of a log or beside its end."""
    erases = ", NULL"
    for position in (1, 99):
        yield f"INSERT INTO {ENTRY} VALUES ({position}, 'load', 'x', 'now', '{HEX}'{erases})"
    yield f"INSERT INTO {TOUCH} VALUES (10000099, '{HEX}')"
    yield f"INSERT INTO {TEXT} (number, hash, content) SELECT number, '{HEX}', 'x' FROM {TEXT}"
    yield (
        f"INSERT INTO {ERASURE} (entry_id, kind, target, category)"
        f" SELECT 1, 'touch', MIN(touch_id), 'other' FROM {CONTENT}"
    )


def refused(statement: str) -> bool:
    """Whether the database refuses a statement because the table is append-only."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            raise _Undo
    except _Undo:
        return False
    except DatabaseError as error:
        return "append-only" in str(error)


class _Undo(Exception):
    pass


def check_append_only(tables: Iterable[str] = TABLES) -> None:
    """No statement changes, removes or replaces what is there, nor writes into the past."""
    for table in tables:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM {table}")
            assert cursor.fetchone()[0], f"{table} is empty: nothing would be tried"
        for statement in attacks(table):
            assert refused(statement), statement
    for statement in late_insertions():
        assert refused(statement), statement


def check_tree(root: Callable[[list[bytes]], bytes], leaf: Callable[[bytes], bytes]) -> None:
    """The tree is that of RFC 6962: its published vectors, and somebody else's code."""
    from pymerkle import InmemoryTree

    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
    inputs.append("606162636465666768696a6b6c6d6e6f")
    datas = [bytes.fromhex(one) for one in inputs]
    roots = {
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }
    for size, expected in roots.items():
        assert root([leaf(data) for data in datas[:size]]).hex() == expected
    other = InmemoryTree(algorithm="sha256")
    for size in range(1, 40):
        other.append_entry(bytes([size]) * size)
        mine = [leaf(bytes([n]) * n) for n in range(1, size + 1)]
        assert root(mine) == other.get_root(), size


def check_commitment(commitment: Callable[[bytes, bytes], bytes]) -> None:
    """Without its key a commitment confirms no guess, and it binds all of its content."""
    one, other = b"k" * 32, b"K" * 32
    said = b'{"id":"a","noun":"Round"}'
    assert commitment(one, said) == commitment(one, said)
    assert commitment(one, said) != commitment(other, said), "the key makes no difference"
    assert commitment(one, said) != commitment(one, said + b" ")
    assert commitment(one, said[:20]) != commitment(one, said), "not all content is committed to"


def check_fold(fold: Callable, touches: list[Touch], days: Iterable) -> None:
    """A fold as of a day is the replay of what was known by then, later knowledge last."""
    for day in days:
        replay: dict = {}
        known = [t for t in touches if day is None or t.known_on.latest <= day]
        for touch in sorted(known, key=lambda t: (t.known_on.latest, t.position, t.order)):
            replay[touch.key] = touch
        expected = {key: touch for key, touch in replay.items() if touch.data is not None}
        assert fold(touches, day) == expected, day
