"""Where a record is kept: one SQLite file, or a PostgreSQL database by URL."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from headway.domain.errors import BadInput

IN_MEMORY = ":memory:"

# TRUNCATE and FULL: WAL of SQLite before 3.51.3 can corrupt, and anything below FULL loses
# acknowledged writes. recursive_triggers: else INSERT OR REPLACE deletes past the triggers.
# cache_spill off: a long act shuts readers out only while it commits.
_PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=FULL",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_spill=OFF",
)


def database(url: str) -> dict[str, Any]:
    """Django's description of the store that a url names; BadInput when it names none."""
    if not url.strip():
        raise BadInput("no record was named; give the path of a file or a postgres:// address")
    if url.startswith(("postgres://", "postgresql://")):
        return _postgres(url)
    if "://" in url:
        raise BadInput(f"{url!r} is no record; give the path of a file or a postgres:// address")
    return _sqlite(url)


def is_postgres(url: str) -> bool:
    """Whether a url names a PostgreSQL database."""
    return url.startswith(("postgres://", "postgresql://"))


def _sqlite(url: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": url if url == IN_MEMORY else str(Path(url).resolve()),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(_PRAGMAS),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise BadInput(f"{url!r} names no database; end it with /NAME")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
