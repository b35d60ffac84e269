"""Records for tests: each a copy of one prepared, empty record, on SQLite or PostgreSQL.

Import the fixtures into a conftest: `from tests.records import *`.
"""

import itertools
import os
import shutil
import uuid
from datetime import UTC, datetime

import pytest

from headway.record import setup
from headway.services.permissions import local_user

__all__ = [
    "AT",
    "ME",
    "postgres_template",
    "record",
    "records",
    "sqlite_records",
    "sqlite_template",
]

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ME = local_user()
POSTGRES = os.environ.get("HEADWAY_TEST_POSTGRES", "")


class SqliteRecords:
    """Makes and turns to records in files of one folder."""

    kind = "sqlite"

    def __init__(self, folder, template):
        self._folder, self._template = folder, template
        self._count = itertools.count()

    def new(self, like=None):
        """The url of a new record, empty or a copy of one, which is then the one in use."""
        setup.configure(":memory:")
        path = self._folder / f"record-{next(self._count)}.headway"
        shutil.copyfile(like or self._template, path)
        setup.configure(str(path))
        return str(path)

    def empty(self):
        """The url of a store without any table, which is then the one in use."""
        path = self._folder / f"empty-{next(self._count)}.headway"
        setup.configure(str(path))
        return str(path)

    @staticmethod
    def use(url):
        """Turns to a record made before."""
        setup.configure(url)

    def close(self):
        """Leaves the record in use."""
        setup.configure(":memory:")


class PostgresRecords:
    """Makes and turns to records in databases of one server."""

    kind = "postgres"

    def __init__(self, server, template):
        self._server, self._template = server, template
        self._made = []

    def new(self):
        """The url of a new, empty record, which is then the one in use."""
        return self._database(f" TEMPLATE {self._template}")

    def empty(self):
        """The url of a store without any table, which is then the one in use."""
        return self._database("")

    def _database(self, like):
        setup.configure(":memory:")
        name = f"headway_{uuid.uuid4().hex}"
        _on_server(self._server, f"CREATE DATABASE {name}{like}")
        self._made.append(name)
        url = _sibling(self._server, name)
        setup.configure(url)
        return url

    @staticmethod
    def use(url):
        """Turns to a record made before."""
        setup.configure(url)

    def close(self):
        """Leaves the record in use and drops all that were made."""
        setup.configure(":memory:")
        for name in self._made:
            _on_server(self._server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _sibling(server, name):
    return server.rpartition("/")[0] + "/" + name


def _on_server(server, statement):
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory, django_db_blocker):
    """An empty record in a file, made once."""
    path = tmp_path_factory.mktemp("template") / "empty.headway"
    with django_db_blocker.unblock():
        setup.create_record(str(path))
        setup.configure(":memory:")
    return path


@pytest.fixture(scope="session")
def postgres_template(django_db_blocker):
    """The name of a database that holds an empty record, made once."""
    if not POSTGRES:
        pytest.skip("HEADWAY_TEST_POSTGRES names no server; use tests/postgres.sh run")
    name = f"headway_template_{uuid.uuid4().hex}"
    _on_server(POSTGRES, f"CREATE DATABASE {name}")
    with django_db_blocker.unblock():
        setup.create_record(_sibling(POSTGRES, name))
        setup.configure(":memory:")
    yield name
    _on_server(POSTGRES, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def records(request, tmp_path, django_db_blocker):
    """Something that makes new records, on each database in turn."""
    if request.param == "sqlite":
        made = SqliteRecords(tmp_path, request.getfixturevalue("sqlite_template"))
    else:
        made = PostgresRecords(POSTGRES, request.getfixturevalue("postgres_template"))
    with django_db_blocker.unblock():
        yield made
        made.close()


@pytest.fixture
def record(records):
    """The url of a new, empty record that is in use, on each database in turn."""
    return records.new()


@pytest.fixture
def sqlite_records(tmp_path, sqlite_template, django_db_blocker):
    """Something that makes new records in files."""
    made = SqliteRecords(tmp_path, sqlite_template)
    with django_db_blocker.unblock():
        yield made
        made.close()
