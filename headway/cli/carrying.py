"""`load`, `restore`, `export`, `schemas`: what goes into a record and what comes out."""

from pathlib import Path
from typing import Any

import click

from headway.cli.options import (
    by_option,
    console,
    json_option,
    now,
    print_json,
    progress,
    record_argument,
    say,
    viewer,
)
from headway.cli.settings import setting_of, setting_options
from headway.domain.errors import BadInput
from headway.domain.views import VIEWS
from headway.intake import choose, kinds, read_any, sides_of

MOST_COMPLAINTS_SHOWN = 40


@click.command(epilog="Example: headway load our.headway minutes/ --write")
@record_argument
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write; without it only report what would happen.")
@click.option("--as", "kind", default="", help="The reader to use; --as list names them all.")
@setting_options
@by_option
@json_option
def load(
    record: str, path: Path, write: bool, kind: str, by: str, as_json: bool, **told: str | None
) -> None:
    """Reads PATH into RECORD: a bundle, a workbook, a folder with a manifest, a document, data.

    First a report; --write writes. What is there already writes nothing; with complaints nothing
    is written, and a workbook is copied with its complaints in the cells. Of a single document
    --dialogue, --round, --party and the like say what it does not say itself. Exit codes: 0 done,
    2 something was not understood, 4 record unsafe, 5 conflict.
    """
    if kind == "list":
        raise BadInput(f"--as takes one of {', '.join(kinds())}")
    from headway.library import open as open_record

    open_record(record)
    from headway.services import loading
    from headway.services.permissions import local_user

    with console.status("reading"):
        held = loading.held_for(local_user(by))
        draft = read_any(path, sides_of(held), setting_of(told), kind, held)
    stopped = bool(draft.complaints)
    with progress() as display:
        report = loading.load(
            values=draft.known,
            texts=draft.texts,
            originals=draft.originals,
            by=local_user(by),
            at=now(),
            dry_run=not write or stopped,
            progress=display,
        )
    complaints = [*map(str, draft.complaints), *map(str, report.complaints)]
    shown = {
        "path": str(path),
        "written": report.written,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "flags": [flag.summary for flag in report.flags],
        "complaints": complaints,
        "notes": list(getattr(draft, "notes", ())),
    }
    if as_json:
        print_json(shown)
    else:
        _tell(shown)
    if complaints and not report.written:
        copy = _copy_to_mend(path, kind) if stopped else None
        shown_in = f"; {copy.name} shows them in its cells" if copy else ""
        raise BadInput(
            f"{len(complaints)} complaints; nothing was written{shown_in}; mend them and load again"
        )


def _copy_to_mend(path: Path, kind: str) -> Path | None:
    """A copy of a workbook, beside it, that shows its complaints; None for anything else."""
    if choose(path, kind).kind != "workbook":
        return None
    from headway.intake.workbook import mark

    names = (f"{path.stem}.to-mend{n or ''}.xlsx" for n in range(1_000))
    copy = next((path.with_name(n) for n in names if not path.with_name(n).exists()), None)
    if copy is not None:
        mark(path, copy)
    return copy


def _tell(told: dict[str, Any]) -> None:
    for kind in ("new", "changed", "unchanged"):
        counts = {noun: n for noun, n in told[kind].items() if n}
        listed = ", ".join(f"{n} {noun}" for noun, n in counts.items()) or "nothing"
        say(f"{kind}: {listed}")
    for note in told["notes"]:
        say(f"note: {note}")
    for flag in told["flags"]:
        say(f"does not add up: {flag}")
    for complaint in told["complaints"][:MOST_COMPLAINTS_SHOWN]:
        say(f"not understood: {complaint}")
    hidden = len(told["complaints"]) - MOST_COMPLAINTS_SHOWN
    if hidden > 0:
        say(f"... and {hidden} more; --json lists all")
    if told["written"]:
        say("written.")
    elif not told["complaints"]:
        say("nothing written yet; add --write to write it.")


@click.command(epilog="Example: headway manifest minutes/ --write")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write it into FOLDER; without it only print it.")
@click.option("--semicolons", is_flag=True, help="With --write: for a spreadsheet that wants them.")
def manifest(folder: Path, write: bool, semicolons: bool) -> None:
    """Makes manifest.csv for a FOLDER of texts, one line a text, to be filled in there.

    `headway load` then knows which dialogue, round, side, day and language each text is of. Exit
    codes: 0 done, 2 FOLDER cannot be read, 5 it has a manifest already.
    """
    from headway.intake.manifests import save, template

    if write:
        say(f"written to {save(folder, semicolons=semicolons)}; fill it in and save it as CSV")
    else:
        say(template(folder).rstrip("\n"))


@click.command(epilog="Example: headway restore new.headway backup/")
@record_argument
@click.argument("bundle", type=click.Path(path_type=Path))
@json_option
def restore(record: str, bundle: Path, as_json: bool) -> None:
    """Makes RECORD from an exported BUNDLE with its log: same entries, same root.

    RECORD must be new or empty. Exit codes: 0 done, 2 the bundle has no sound log, 5 RECORD is
    not empty.
    """
    from headway.bundle import read
    from headway.cli.keeping import open_or_make

    read_back = read(bundle)
    if read_back.entries is None:
        raise BadInput(f"{bundle} has no log.jsonl to restore; use load for a bundle without a log")
    if read_back.complaints:
        raise BadInput(f"{bundle} cannot be restored: {read_back.complaints[0]}")
    open_or_make(record)
    from headway.services import restoring
    from headway.services.permissions import local_user

    restored = restoring.restore(
        entries=read_back.entries,
        texts=read_back.texts,
        originals=read_back.originals,
        by=local_user(),
    )
    told = {"entries": restored.position, "root": restored.root}
    if as_json:
        print_json(told)
    else:
        say(f"restored {restored.position} entries; root {restored.root}")


@click.command(epilog="Example: headway export our.headway backup/")
@record_argument
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--view",
    type=click.Choice(list(VIEWS)),
    default=None,
    help="Only what this view may see, without the log, to be given away.",
)
@click.option(
    "--originals",
    is_flag=True,
    help="With a view outside: the original files too, with deleted words and comments in them.",
)
def export(record: str, folder: Path, view: str | None, originals: bool) -> None:
    """Writes RECORD to FOLDER as plain files: all of it with its log, or what one view may see.

    Originals stay behind where a view outside the desk is written, unless you ask for them.

    Exit codes: 0 done, 2 FOLDER exists already, 4 record unsafe.
    """
    if originals and view is None:
        raise click.UsageError("a whole record goes with its originals; leave --originals out")
    from headway.bundle import write
    from headway.library import open as open_record

    open_record(record)
    from headway.services import exporting
    from headway.services.permissions import local_user

    if view is None:
        whole = exporting.export(by=local_user())
        write(folder, whole.known, whole.texts, whole.originals, whole.info, whole.entries)
    else:
        part = exporting.export_view(viewer=viewer(view), by=local_user(), originals=originals)
        write(folder, part.values, part.texts, part.originals, part.info)
    say(f"written to {folder}")


@click.command(epilog="Example: headway schemas schema/")
@click.argument("folder", type=click.Path(path_type=Path))
def schemas(folder: Path) -> None:
    """Writes the JSON Schema of every noun to FOLDER, for those who write bundles.

    Exit codes: 0 done.
    """
    from headway.bundle import schemas as write_schemas

    write_schemas(folder)
    say(f"written to {folder}")
