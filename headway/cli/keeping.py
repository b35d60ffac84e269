"""`init`, `verify`, `history`: a record itself."""

import click

from headway.cli.options import (
    json_option,
    print_json,
    record_argument,
    say,
    view_options,
    viewer,
)
from headway.domain.errors import Conflict, LogBroken, NotFound
from headway.domain.ids import split_any_id
from headway.domain.shape import to_plain


@click.command(epilog="Example: headway init our.headway")
@record_argument
def init(record: str) -> None:
    """Makes an empty record: a file, or the tables of a PostgreSQL database.

    Exit codes: 0 done, 5 there is something already.
    """
    from headway.record import setup

    setup.create_record(record)
    say(f"made {record}; load something with: headway load {record} PATH")


def open_or_make(record: str) -> None:
    """Opens a record, making it first where there is none."""
    from headway.library import open as open_record
    from headway.record import setup

    try:
        setup.create_record(record)
    except Conflict:
        open_record(record)


@click.command(epilog="Example: headway verify our.headway --size 12 --root 9f3c...")
@record_argument
@click.option("--size", type=int, help="Entries at an earlier checkpoint kept outside.")
@click.option("--root", help="Root of the tree at that checkpoint, in hex.")
@json_option
def verify(record: str, size: int | None, root: str | None, as_json: bool) -> None:
    """Checks log, tree, triggers, tables, texts and originals of RECORD, and an outside checkpoint.

    Keep the printed size and root somewhere else: with them nobody can rewrite the log unseen.
    Exit codes: 0 sound, 4 not sound (each finding one sentence).
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.record import verification

    checkpoint = (size, root) if size is not None and root is not None else None
    result = verification.verify(checkpoint)
    told = {
        "sound": result.sound,
        "entries": result.position,
        "root": result.root,
        "findings": list(result.findings),
    }
    if as_json:
        print_json(told)
    else:
        for finding in result.findings:
            say(finding)
        say(f"{result.position} entries; root {result.root}")
    if not result.sound:
        raise LogBroken(
            f"{record} does not verify: {len(result.findings)} findings; restore a backup"
        )


@click.command(epilog="Example: headway history our.headway Undertaking/legal-aid")
@record_argument
@click.argument("reference")
@view_options
@json_option
def history(record: str, reference: str, view: str, lists: tuple[str, ...], as_json: bool) -> None:
    """Prints every version of one value (NOUN/ID): when it was known, when written, by which act.

    Exit codes: 0 done, 2 there is no such value for this view.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.record import corpora

    noun, value_id = split_any_id(reference)
    versions = corpora.history_of(viewer(view, lists), noun, value_id)
    if not versions:
        raise NotFound(f"there is no {reference} for this view; look at the record's lists")
    told = [
        {
            "known_on": str(version.known_on),
            "written_at": version.at,
            "act": version.act,
            "value": to_plain(version.value),
        }
        for version in versions
    ]
    if as_json:
        print_json(told)
        return
    for one in told:
        say(f"known {one['known_on']}, written {one['written_at']} by {one['act']}:")
        say(f"  {one['value']}")
