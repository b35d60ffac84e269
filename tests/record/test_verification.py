"""Attacks with full rights over the database are found; honest records raise no alarm."""

import json
import random
import struct
from pathlib import Path

import pytest
from django.db import IntegrityError, connection

from headway.domain import commitments
from headway.record import log, triggers
from headway.record.models import SPAN, Original, Text
from headway.record.verification import verify
from headway.services.erasing import erase
from headway.services.exporting import export
from headway.services.loading import load
from headway.services.restoring import restore
from tests.record.log_checks import CONTENT, ENTRY, ERASURE, ORIGINAL, TEXT, TOUCH
from tests.record.test_log import fill
from tests.records import AT, ME
from tests.strategies import world

pytestmark = pytest.mark.slow


def sql(statement, *cells):
    """Runs raw SQL; its rows, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, cells)
        return cursor.fetchall() if cursor.description else []


def disarm():
    """Takes every trigger away, as somebody with full rights can."""
    for name in triggers.expected_names():
        table = name.rpartition("_no_")[0]
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        sql(f"DROP TRIGGER {name}{on}")


def rearm():
    """Puts them back, so that they are no clue."""
    triggers.install()


def places(source, table, key):
    """The keys of a table in a drawn order."""
    found = [row[0] for row in sql(f"SELECT {key} FROM {table} ORDER BY {key}")]
    source.shuffle(found)
    return found


# -- seven kinds of attack, and some more ------------------------------------------------------


def edit_a_value(source):
    """Another label in the tables only."""
    table = source.choice(["record_question", "record_round", "record_remark"])
    one = places(source, table, "id")[0]
    sql(f"UPDATE {table} SET comment = 'softened' WHERE id = %s", one)


def edit_the_history(source):
    """Other data in the log, and in the tables to match."""
    number = places(source, CONTENT, "touch_id")[0]
    (data,) = sql(f"SELECT CAST(data AS text) FROM {CONTENT} WHERE touch_id = %s", number)[0]
    said = json.loads(data) | {"comment": "it was agreed"}
    sql(f"UPDATE {CONTENT} SET data = %s WHERE touch_id = %s", json.dumps(said), number)


def edit_with_a_new_commitment(source):
    """Other data under a commitment made anew; the leaf is left."""
    number = places(source, CONTENT, "touch_id")[0]
    key = bytes(32)
    row = sql(
        f"SELECT noun, value_id, label, known_on, CAST(data AS text) FROM {CONTENT}"
        " WHERE touch_id = %s",
        number,
    )[0]
    data = commitments.data_text(json.loads(row[4]) | {"comment": "agreed"})
    said = commitments.content_bytes(
        noun=row[0], id=row[1], label=row[2], known_on=row[3], data=data
    )
    made = commitments.commitment(key, said).hex()
    sql(f"UPDATE {CONTENT} SET data = %s, key = %s WHERE touch_id = %s", data, key.hex(), number)
    sql(f"UPDATE {TOUCH} SET commitment = %s WHERE number = %s", made, number)


def swap_two_versions(source):
    """The contents of two touches change places."""
    one, other = places(source, CONTENT, "touch_id")[:2]
    for was, now in ((one, -1), (other, one), (-1, other)):
        if connection.vendor == "postgresql":
            sql("SET CONSTRAINTS ALL DEFERRED")
        sql(f"UPDATE {CONTENT} SET touch_id = %s WHERE touch_id = %s", now, was)


def delete_a_version(source):
    """One content goes, with its touch."""
    number = places(source, CONTENT, "touch_id")[0]
    sql(f"DELETE FROM {CONTENT} WHERE touch_id = %s", number)
    sql(f"DELETE FROM {TOUCH} WHERE number = %s", number)


def delete_the_last_entry(source):
    """Back to before the last act."""
    last = log.position()
    sql(f"DELETE FROM {ERASURE} WHERE entry_id = %s", last)
    sql(f"DELETE FROM {CONTENT} WHERE touch_id >= %s", last * SPAN)
    sql(f"DELETE FROM {TOUCH} WHERE number >= %s", last * SPAN)
    sql(f"DELETE FROM {ENTRY} WHERE position = %s", last)


def feign_an_erasure(source):
    """A content goes, and a tombstone is put up for it."""
    number = places(source, CONTENT, "touch_id")[0]
    sql(
        f"INSERT INTO {ERASURE} (entry_id, kind, target, category)"
        " VALUES (2, 'touch', %s, 'other')",
        number,
    )
    sql(f"DELETE FROM {CONTENT} WHERE touch_id = %s", number)


def backdate_an_entry(source):
    """An act seems to have been done by another, or on another day."""
    column, content = source.choice([("at", "1999-01-01T00:00:00Z"), ("actor", "somebody")])
    sql(f"UPDATE {ENTRY} SET {column} = %s WHERE position = 1", content)


def add_a_value(source):
    """A fact no act ever wrote."""
    columns = [row[0] for row in sql("SELECT id FROM record_formula")]
    sql(
        "INSERT INTO record_formula SELECT 'planted', label, sources, place, marking, originator,"
        " comment, known_on, log_position, language, pattern, why FROM record_formula"
        " WHERE id = %s",
        columns[0],
    )


def remove_a_value(source):
    """A fact leaves its table."""
    sql("DELETE FROM record_term WHERE id = %s", places(source, "record_term", "id")[0])


def edit_a_text(source):
    """A text says something else under its old hash."""
    number = places(source, TEXT, "number")[0]
    sql(f"UPDATE {TEXT} SET content = content || '.' WHERE number = %s", number)


def edit_an_original(source):
    """An original has another name, type or content."""
    number = places(source, ORIGINAL, "number")[0]
    column, content = source.choice(
        [("name", "other.docx"), ("media_type", "text/html"), ("content", b"other")]
    )
    sql(f"UPDATE {ORIGINAL} SET {column} = %s WHERE number = %s", content, number)


def lose_a_text(source):
    """A text that is named is gone."""
    number = places(source, TEXT, "number")[0]
    sql(f"DELETE FROM {TEXT} WHERE number = %s", number)


def let_a_value_out(source):
    """A label in log and table says public, as a release would."""
    number = places(source, CONTENT, "touch_id")[0]
    sql(f"UPDATE {CONTENT} SET label = 'public' WHERE touch_id = %s AND label <> 'public'", number)
    sql("UPDATE record_asking SET label = 'public' WHERE label <> 'public'")
    sql("UPDATE record_round SET label = 'public' WHERE label <> 'public'")


ATTACKS = (
    edit_a_value,
    edit_the_history,
    edit_with_a_new_commitment,
    swap_two_versions,
    delete_a_version,
    feign_an_erasure,
    backdate_an_entry,
    add_a_value,
    remove_a_value,
    edit_a_text,
    edit_an_original,
    lose_a_text,
    let_a_value_out,
)


def attacked(attack, seed, records):
    """What verification finds after an attack, triggers put back."""
    records.new()
    fill(seed)
    assert verify().findings == ()
    return struck(attack, seed)


def struck(attack, seed):
    """What verification finds after an attack on the record in use."""
    disarm()
    if connection.vendor == "sqlite":
        sql("PRAGMA foreign_keys=OFF")
    attack(random.Random(seed))
    if connection.vendor == "sqlite":
        sql("PRAGMA foreign_keys=ON")
    rearm()
    return verify().findings


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_found(records, attack):
    if attack is swap_two_versions and records.kind == "postgres":
        pytest.skip("foreign keys of PostgreSQL stand in the way of this one")
    for seed in (3, 7):
        found = attacked(attack, seed, records)
        assert found, "nothing was found"
        assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in found)


@pytest.mark.long
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_found_100_times(sqlite_records, attack):
    filled = []
    for number in range(3, 8):
        filled.append(sqlite_records.new())
        fill(number)
    for seed in range(100):
        sqlite_records.new(like=filled[seed % 5])
        assert struck(attack, seed)


def test_a_missing_trigger_is_found(record):
    disarm()
    assert any("trigger" in finding for finding in verify().findings)


def test_a_rolled_back_log_is_found_from_an_outside_checkpoint(record):
    fill()
    kept = verify()
    disarm()
    delete_the_last_entry(None)
    rearm()
    found = verify((kept.position, kept.root))
    assert any("entries are gone" in finding for finding in found.findings)


def test_a_log_made_anew_is_found_from_an_outside_checkpoint(records):
    """Somebody writes the whole history again, tree included: inside all fits."""
    records.new()
    fill(3)
    kept = verify()
    records.new()
    drawn = world(7)
    load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=AT)
    erase(noun="Formula", value_id="formula-0", category="other", by=ME, at=AT)
    assert verify().sound
    found = verify((kept.position, kept.root))
    assert any("root of the checkpoint" in finding for finding in found.findings)


def test_an_honest_log_raises_no_alarm(records):
    """Also after more acts, an erasure and a restore, from every earlier checkpoint."""
    records.new()
    kept = [(0, verify().root)]
    for number in (3, 4):
        fill(number)
        found = verify()
        assert found.sound
        kept.append((found.position, found.root))
        assert found.root == log.root().hex()
        break
    history = export(by=ME)
    texts, originals = dict(history.texts), dict(history.originals)
    records.new()
    restore(entries=history.entries, texts=texts, originals=originals, by=ME)
    for checkpoint in kept:
        assert verify(checkpoint).findings == ()


# -- single bits -------------------------------------------------------------------------------

HARMLESS = {(TEXT, "number"), (ORIGINAL, "number"), (ERASURE, "id")}


def _columns(table):
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in found]


def flips():
    """Every table and column whose every bit counts."""
    for table in (ENTRY, TOUCH, CONTENT, ERASURE, TEXT, ORIGINAL, "record_round", "record_remark"):
        for column in _columns(table):
            if (table, column) not in HARMLESS:
                yield table, column


def flip_one(source, table, column):
    """One bit of one cell; False where the cell is empty."""
    key = _columns(table)[0]
    one = places(source, table, key)[0]
    named = connection.ops.quote_name(column)
    ((cell,),) = sql(f"SELECT {named} FROM {table} WHERE {key} = %s", one)
    if cell is None or cell == "" or cell == b"":
        return False
    if isinstance(cell, int):
        other = cell ^ (1 << source.randrange(4))
    elif isinstance(cell, float):
        (whole,) = struct.unpack("<q", struct.pack("<d", cell))
        (other,) = struct.unpack("<d", struct.pack("<q", whole ^ 1 << source.randrange(52)))
    elif isinstance(cell, bytes):
        place = source.randrange(len(cell))
        other = cell[:place] + bytes([cell[place] ^ 1 << source.randrange(8)]) + cell[place + 1 :]
    else:
        place = source.randrange(len(cell))
        other = cell[:place] + chr(ord(cell[place]) ^ 1 << source.randrange(5)) + cell[place + 1 :]
    try:
        sql(f"UPDATE {table} SET {named} = %s WHERE {key} = %s", other, one)
    except IntegrityError:
        return False  # this bit would make a double: the database itself finds it
    return True


def flipped(records, seed):
    """Flips one bit in each column in turn and puts it back; the columns where it went unseen."""
    records.new()
    fill(3)
    disarm()
    sql("PRAGMA foreign_keys=OFF")
    sql("PRAGMA ignore_check_constraints=ON")
    source, unseen = random.Random(seed), []
    for table, column in list(flips()):
        sql("BEGIN")
        if flip_one(source, table, column) and set(verify().findings) <= set(_no_triggers()):
            unseen.append((table, column))
        sql("ROLLBACK")
    return unseen


def _no_triggers():
    return [f"The trigger {name} is missing or changed." for name in triggers.missing()]


def test_one_flipped_bit_is_found(sqlite_records):
    assert flipped(sqlite_records, 1) == []


@pytest.mark.long
def test_a_thousand_flipped_bits_are_found(sqlite_records):
    for seed in range(20):
        assert flipped(sqlite_records, seed) == []


def test_a_bit_flipped_in_the_file_is_found_or_harmless(sqlite_records):
    """Whatever a flip in the file does, verification never raises."""
    from headway.domain.errors import HeadwayError
    from headway.record import setup

    url = sqlite_records.new()
    fill(3)
    setup.configure(":memory:")
    whole = Path(url).read_bytes()
    source = random.Random(5)
    for number in range(40):
        place = source.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << source.randrange(8)
        path = url.replace(".headway", f"-{number}.headway")
        Path(path).write_bytes(damaged)
        try:
            setup.open_record(path)
        except HeadwayError:
            continue
        assert isinstance(verify().findings, tuple)


def test_there_is_something_to_attack(record):
    fill(3)
    assert Text.objects.count() and Original.objects.count()
