"""The log only grows: on both databases, against raw SQL, after every migration."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from headway.domain import commitments, history, merkle
from headway.record import log, setup, triggers
from headway.record.verification import verify
from headway.services.erasing import erase
from headway.services.loading import load
from tests.record.log_checks import check_append_only, check_commitment, check_fold, check_tree
from tests.records import AT, ME
from tests.strategies import unneeded, world


def fill(number=3):
    """A record with two entries, texts, originals and an erasure."""
    drawn = world(number)
    report = load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=AT)
    assert report.written, report.complaints
    assert drawn.texts and drawn.originals
    noun, value_id = unneeded(drawn)
    erase(noun=noun, value_id=value_id, category="other", by=ME, at=AT)


def test_raw_sql_cannot_change_the_log(record):
    fill()
    check_append_only()


def test_the_erasure_of_one_thing_lets_nothing_else_go(record):
    fill()
    from tests.record.log_checks import CONTENT, refused

    assert refused(f"DELETE FROM {CONTENT} WHERE touch_id = (SELECT MIN(touch_id) FROM {CONTENT})")


@pytest.mark.slow
def test_it_holds_after_every_migration(records):
    """From nothing, one migration after the other."""
    records.empty()
    names = [name for app, name in MigrationLoader(connection).graph.nodes if app == "record"]
    for name in sorted(names):
        call_command("migrate", "record", name, verbosity=0)
        assert triggers.missing() == ()
    fill()
    check_append_only()


def test_it_holds_after_a_migration_that_remakes_every_table(records, settings):
    """SQLite loses the triggers of a table that a migration alters."""
    records.new()
    fill()
    settings.MIGRATION_MODULES = {"record": "tests.record.later"}
    call_command("migrate", "record", verbosity=0)
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, "record_logentry")
    assert any(column.name == "actor" and column.display_size == 130 for column in found)
    assert triggers.missing() == ()
    check_append_only()
    assert verify().sound


def test_a_migration_that_breaks_off_leaves_a_record_that_is_not_opened(records, settings):
    """Then the next one puts the triggers back."""
    url = records.new()
    plan = MigrationLoader(connection)
    triggers.step_aside("default", [(plan.get_migration("record", "0001_initial"), False)])
    if connection.vendor == "sqlite":
        with pytest.raises(setup.RecordUnsafe, match="lacks the trigger"):
            setup.open_record(url)
    setup.migrate_record(url)


def test_a_record_without_its_triggers_is_not_opened(records):
    url = records.new()
    setup.open_record(url)
    table, name = "record_logentry", "record_logentry_no_update"
    with connection.cursor() as cursor:
        on = f" ON {table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on}")
    with pytest.raises(setup.RecordUnsafe, match=r"lacks the trigger.*restore"):
        setup.open_record(url)


def test_a_trigger_that_was_disarmed_is_missed(record):
    name = "record_logentry_no_update"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE record_logentry DISABLE TRIGGER {name}")
        else:
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE UPDATE ON record_logentry BEGIN SELECT 1; END"
            )
    assert triggers.missing() == (name,)


def test_the_triggers_fire_for_replication_roles_too(record):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has such roles")
    fill()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    check_append_only()


def test_the_tree_is_that_of_the_rfc():
    check_tree(merkle.root, merkle.leaf_hash)


def test_commitments_are_keyed():
    check_commitment(commitments.commitment)


def test_folds_are_replays(record):
    fill()
    days = [date(1998, 1, 1), date(2001, 6, 1), date(2003, 2, 17), date(2005, 12, 31), None]
    check_fold(history.fold, list(log.touches()), days)


def test_moments_are_written_in_utc():
    from datetime import datetime, timedelta, timezone

    at = datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=8)))
    assert log.moment(at) == "2025-12-31T16:30:00Z"
    with pytest.raises(log.BadInput, match="time zone"):
        log.moment(datetime(2026, 1, 1))
