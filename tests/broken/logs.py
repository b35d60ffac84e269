"""Logs that are broken on purpose: triggers, trees, commitments and folds."""

import hashlib
import hmac

from django.db import connection

from headway.domain import history, merkle
from headway.record import triggers


def _run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _without(*events):
    """Drops the triggers of these events from every guarded table."""
    for name in triggers.expected_names():
        table, _, event = name.rpartition("_no_")
        if event in events:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            _run(f"DROP TRIGGER {name}{on}")


# -- triggers ---------------------------------------------------------------------------------


def update_trigger_only():
    """What may not be changed may be deleted and replaced."""
    _without("insert", "delete", "truncate")


def no_recursive_triggers():
    """INSERT OR REPLACE deletes without asking the DELETE triggers."""
    _without("insert")
    if connection.vendor == "sqlite":
        _run("PRAGMA recursive_triggers=OFF")


def no_truncate_trigger():
    """Row triggers of PostgreSQL never see a TRUNCATE; SQLite has none, so there DELETE goes."""
    _without("truncate" if connection.vendor == "postgresql" else "delete")


def late_entries_allowed():
    """What is there stays, but the past may be added to."""
    _without("insert")


def a_switch_turns_them_off():
    """A setting that lets an administrator pass."""
    name = "record_logentry_no_update"
    if connection.vendor == "postgresql":
        _run(f"ALTER TABLE record_logentry DISABLE TRIGGER {name}")
    else:
        _run(
            f"DROP TRIGGER {name}",
            f"CREATE TRIGGER {name} BEFORE UPDATE ON record_logentry"
            " WHEN (SELECT COUNT(*) FROM django_migrations WHERE app = 'guarded') > 0"
            " BEGIN SELECT RAISE(ABORT, 'append-only'); END",
        )


def texts_are_not_guarded():
    """Only the log has triggers."""
    for event in ("insert", "update", "delete", "truncate"):
        name = f"record_text_no_{event}"
        if name in triggers.expected_names():
            on = " ON record_text" if connection.vendor == "postgresql" else ""
            _run(f"DROP TRIGGER {name}{on}")


TRIGGERS = (
    update_trigger_only,
    no_recursive_triggers,
    no_truncate_trigger,
    late_entries_allowed,
    a_switch_turns_them_off,
    texts_are_not_guarded,
)


# -- trees ------------------------------------------------------------------------------------


def leaf_without_prefix(data):
    """A node can be passed off as a leaf."""
    return hashlib.sha256(data).digest()


def root_of_a_chain(leaves):
    """Each leaf hashed onto the last: no tree at all."""
    found = hashlib.sha256(b"").digest()
    for leaf in leaves:
        found = merkle.node_hash(found, leaf) if found else leaf
    return found


def root_with_the_odd_one_doubled(leaves):
    """As in Bitcoin: two different lists of leaves have one root."""
    level = list(leaves)
    if not level:
        return hashlib.sha256(b"").digest()
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        level = [merkle.node_hash(level[i], level[i + 1]) for i in range(0, len(level), 2)]
    return level[0]


TREES = (
    (merkle.root, leaf_without_prefix),
    (root_of_a_chain, merkle.leaf_hash),
    (root_with_the_odd_one_doubled, merkle.leaf_hash),
)


# -- commitments ------------------------------------------------------------------------------


def unkeyed(key, content):
    """A guessed name can be confirmed by anybody."""
    return hashlib.sha256(content).digest()


def keyed_over_the_head_only(key, content):
    """Binds noun and id, not what is said."""
    return hmac.digest(key, content[:20], "sha256")


def one_key_for_all(key, content):
    """Erasing one key would erase every proof."""
    return hmac.digest(b"headway" * 4, content, "sha256")


COMMITMENTS = (unkeyed, keyed_over_the_head_only, one_key_for_all)


# -- folds ------------------------------------------------------------------------------------


def last_loaded_wins(touches, as_of=None):
    """An older version that is loaded late pushes a newer one aside."""
    found = {}
    for touch in touches:
        if as_of is None or touch.known_on.latest <= as_of:
            found[touch.key] = touch
    return {key: touch for key, touch in found.items() if touch.data is not None}


def a_month_is_known_from_its_first_day(touches, as_of=None):
    """What was learned some time in May is known on the first of May."""
    kept = [t for t in touches if as_of is None or t.known_on.earliest <= as_of]
    return history.fold(kept)


def the_present_for_every_day(touches, as_of=None):
    """As-of is forgotten."""
    return history.fold(touches)


FOLDS = (last_loaded_wins, a_month_is_known_from_its_first_day, the_present_for_every_day)
