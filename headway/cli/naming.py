"""`names`: the encrypted file of protected names, beside a record and never in it."""

from pathlib import Path
from typing import Any

import click

from headway.cli.options import say

_passphrase = click.option(
    "--passphrase",
    prompt=True,
    hide_input=True,
    envvar="HEADWAY_NAMES_PASSPHRASE",
    help="Asked for when it is not in HEADWAY_NAMES_PASSPHRASE.",
)


@click.group(epilog="Example: headway names our.headway add case-3f9a")
@click.argument("record")
@_passphrase
@click.pass_context
def names(ctx: click.Context, record: str, passphrase: str) -> None:
    """Keeps the names of persons at risk, sources and submitters in RECORD.names, encrypted.

    The record knows these persons by opaque ids only. Exit codes: 0 done, 2 wrong passphrase or
    no such id.
    """
    from headway.record.names import NamesFile

    ctx.obj = NamesFile(Path(record + ".names"), passphrase)


@names.command(epilog="Example: headway names our.headway add case-3f9a")
@click.argument("opaque_id")
@click.option("--name", prompt=True, hide_input=False, help="Asked for, so no shell keeps it.")
@click.pass_obj
def add(file: Any, opaque_id: str, name: str) -> None:
    """Adds a name under an opaque id."""
    file.add(opaque_id, name)
    say(f"kept {opaque_id}")


@names.command(epilog="Example: headway names our.headway show case-3f9a")
@click.argument("opaque_id")
@click.pass_obj
def show(file: Any, opaque_id: str) -> None:
    """Prints the name of an opaque id."""
    say(file.read(opaque_id))


@names.command(epilog="Example: headway names our.headway delete case-3f9a")
@click.argument("opaque_id")
@click.pass_obj
def delete(file: Any, opaque_id: str) -> None:
    """Deletes the name of an opaque id."""
    file.delete(opaque_id)
    say(f"deleted {opaque_id}")


@names.command(name="list", epilog="Example: headway names our.headway list")
@click.pass_obj
def list_ids(file: Any) -> None:
    """Prints the opaque ids that have a name, without the names."""
    for opaque_id in file.ids():
        say(opaque_id)
