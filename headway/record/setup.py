"""The one place where Django is loaded, and where a record is made, opened or refused."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from headway.domain.errors import BadInput, Conflict, NotFound, RecordUnsafe
from headway.record import derived, stores
from headway.record.stores import IN_MEMORY

_SQLITE_HEAD = b"SQLite format 3\x00"
_SETTINGS = "headway.record.settings"
_SAFE_PRAGMAS = {
    "foreign_keys": ("1",),
    "recursive_triggers": ("1",),
    "secure_delete": ("1",),
    "synchronous": ("2", "3"),
    "journal_mode": ("truncate", "delete", "persist"),
}
_SAFE_SETTINGS = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "session_replication_role": ("origin",),
}


def configure(url: str) -> None:
    """Loads Django for the record at `url`, once; called again it turns to another record.

    Opens nothing. BadInput when the url names no record; RecordUnsafe when Django was loaded
    already with settings of somebody else.
    """
    store = stores.database(url)
    os.environ["HEADWAY_RECORD"] = url
    if os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS) != _SETTINGS:
        raise RecordUnsafe(f"Headway runs with {_SETTINGS} only; unset DJANGO_SETTINGS_MODULE")
    try:
        if not apps.ready:
            django.setup()
    except ImproperlyConfigured as error:
        raise RecordUnsafe(f"Django could not be loaded: {error}") from error
    _turn_to(store)


def _turn_to(store: dict[str, object]) -> None:
    current = connections.settings["default"]
    if all(current.get(name) == content for name, content in store.items()):
        return
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": store})["default"]


def create_record(url: str) -> None:
    """Makes a new, empty record at `url` and opens it; Conflict when something is there."""
    configure(url)
    if _is_file(url):
        path = Path(url)
        if path.exists():
            raise Conflict(f"{url} exists already; open it, or choose another name")
        if not path.parent.is_dir():
            raise BadInput(f"the folder {path.parent} does not exist; make it first")
        path.touch(mode=0o600)
    elif _tables():
        raise Conflict("the database holds tables already; name an empty one")
    derived.forget(url)  # of another record that had this name
    _migrate()
    open_record(url)


def open_record(url: str) -> None:
    """Opens the record at `url`.

    NotFound when there is none; RecordUnsafe, saying how to mend it, when it is of another
    version, lacks its triggers or its store could lose or change what was written.
    """
    configure(url)
    if _is_file(url):
        _check_file(Path(url))
    elif url == IN_MEMORY and not _tables():
        _migrate()
    try:
        _check_version(url)
        _check_store()
        _check_triggers()
    except DatabaseError as error:
        raise RecordUnsafe(f"{_shown(url)} cannot be read: {error}; restore a backup") from error


def migrate_record(url: str) -> None:
    """Brings a record of an earlier version up to this one; back it up first."""
    configure(url)
    if _is_file(url):
        _check_file(Path(url))
    _migrate()
    open_record(url)


def _migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def _is_file(url: str) -> bool:
    return url != IN_MEMORY and not stores.is_postgres(url)


def _shown(url: str) -> str:
    return connection.settings_dict["NAME"] if stores.is_postgres(url) else url


def _tables() -> list[str]:
    try:
        return list(connection.introspection.table_names())
    except OperationalError as error:
        raise NotFound(f"the database cannot be reached: {error}") from error


def _check_file(path: Path) -> None:
    if not path.is_file():
        raise NotFound(f"there is no record {path}; make one with `headway init {path}`")
    with path.open("rb") as file:
        head = file.read(len(_SQLITE_HEAD))
    if head != _SQLITE_HEAD:
        raise BadInput(f"{path} is no record of Headway; give the file that `headway init` made")


def _check_version(url: str) -> None:
    tables = _tables()
    if "record_logentry" not in tables:
        raise NotFound(f"{_shown(url)} holds no record; make one with `headway init`")
    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    strange = [name for app, name in executor.loader.applied_migrations if (app, name) not in known]
    if strange:
        raise RecordUnsafe("the record is of a newer Headway; update Headway to open it")
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RecordUnsafe("the record is of an older Headway; back it up and migrate it")


def _check_store() -> None:
    postgres = connection.vendor == "postgresql"
    question = "SHOW {}" if postgres else "PRAGMA {}"
    safe = _SAFE_SETTINGS if postgres else _SAFE_PRAGMAS
    for name, allowed in safe.items():
        with connection.cursor() as cursor:
            cursor.execute(question.format(name))
            found = str(cursor.fetchone()[0])
        if found not in allowed and not (name == "journal_mode" and _in_memory()):
            raise RecordUnsafe(
                f"the store runs with {name} = {found}, which can lose or change what was"
                f" written; set it to {allowed[0]}"
            )


def _in_memory() -> bool:
    name = str(connection.settings_dict["NAME"])
    return name == IN_MEMORY or "mode=memory" in name


def _check_triggers() -> None:
    from headway.record import triggers  # needs the models, which need configure()

    absent = triggers.missing()
    if absent:
        raise RecordUnsafe(
            f"the record lacks the trigger {absent[0]} (of {len(absent)} that are missing or"
            " changed); verify it against a checkpoint and restore it from its export"
        )
