"""Making, opening and refusing records; each refusal says what to do."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from django.db import connection

from headway.bundle.lines import Known
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict, NotFound, RecordUnsafe
from headway.domain.parties import Party
from headway.domain.statements import Rendering, Statement
from headway.domain.wording import Wording
from headway.record import log, setup, stores
from headway.record.models import Text
from headway.record.verification import verify
from headway.services.loading import load
from tests.records import AT, ME


def test_a_new_record_is_one_private_file(sqlite_records, tmp_path):
    path = tmp_path / "new.headway"
    setup.create_record(str(path))
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Conflict, match="exists already"):
        setup.create_record(str(path))


def test_the_store_is_safe(record):
    setup.open_record(record)
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "recursive_triggers", "foreign_keys"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "recursive_triggers": 1,
        "foreign_keys": 1,
    }


@pytest.mark.parametrize("pragma", ["synchronous=NORMAL", "recursive_triggers=OFF"])
def test_an_unsafe_store_is_refused(sqlite_records, monkeypatch, pragma):
    url = sqlite_records.new()
    monkeypatch.setattr(stores, "_PRAGMAS", (*stores._PRAGMAS, f"PRAGMA {pragma}"))
    with pytest.raises(RecordUnsafe, match=f"{pragma.partition('=')[0]}.*set it to"):
        setup.open_record(url)


def test_a_file_in_wal_mode_is_turned_back(sqlite_records):
    url = sqlite_records.new()
    with sqlite3.connect(url) as other:
        other.execute("PRAGMA journal_mode=WAL")
    other.close()
    setup.configure(":memory:")
    setup.open_record(url)


def test_what_is_no_record_is_refused(sqlite_records, tmp_path):
    with pytest.raises(NotFound, match="headway init"):
        setup.open_record(str(tmp_path / "none.headway"))
    (tmp_path / "text.txt").write_text("minutes")
    with pytest.raises(BadInput, match="no record of Headway"):
        setup.open_record(str(tmp_path / "text.txt"))
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NotFound, match="holds no record"):
        setup.open_record(str(tmp_path / "other.db"))
    with pytest.raises(BadInput, match="postgres://"):
        setup.configure("mysql://host/name")
    with pytest.raises(BadInput, match="no record was named"):
        setup.configure(" ")


def test_a_record_of_a_newer_version_is_refused(record):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('record', '9999_later', CURRENT_TIMESTAMP)"
        )
    with pytest.raises(RecordUnsafe, match="newer Headway"):
        setup.open_record(record)


def test_a_damaged_file_is_refused(sqlite_records, tmp_path):
    url = sqlite_records.new()
    setup.configure(":memory:")
    with Path(url).open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    with pytest.raises(RecordUnsafe, match="restore a backup"):
        setup.open_record(url)


def test_readers_read_while_a_large_act_is_written(sqlite_records):
    """What was there stays readable until the act is committed, also beyond 2 MB."""
    url = sqlite_records.new()
    with log.writing():
        for number in range(6):
            Text.objects.create(hash=f"{number:064}", content="x" * 1_000_000)
        with sqlite3.connect(url, timeout=0) as other:
            assert other.execute("SELECT COUNT(*) FROM record_text").fetchone() == (0,)
        other.close()
    assert Text.objects.count() == 6


def test_two_writers_wait_for_each_other(records):
    """Acts that begin at once get one place in the log each."""
    url = records.new()
    failures = []

    def act(number):
        try:
            known = Known(Party(id=f"p{number}", name=Wording({"en": "Name"})))
            load(values=[known], by=ME, at=AT)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    setup.configure(url)
    assert log.position() == 4
    assert verify().sound


@pytest.mark.long
def test_35_000_values_load_in_seconds(sqlite_records):
    """Processor time, so that a busy machine fails nothing."""
    sqlite_records.new()
    named = Wording({"en": "Statement", "fr": "Déclaration"})
    values = [Known(Party(id=f"p{n}", name=named)) for n in range(200)]
    for number in range(17_400):
        said = {"kind": "speech", "delivered_on": PartialDate("1999"), "party": f"p{number % 200}"}
        values.append(Known(Statement(id=f"s{number}", title=named, **said)))
        kind = {"language": "en", "kind": "original", "fidelity": "verbatim"}
        values.append(Known(Rendering(id=f"r{number}", statement=f"s{number}", **kind)))
    begun = time.process_time()
    assert load(values=values, by=ME, at=AT).written
    assert time.process_time() - begun < 8
