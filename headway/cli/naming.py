"""`names`: the encrypted file of protected names, beside a record and never in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from headway.cli.options import say

_passphrase = click.option(
    "--passphrase",
    envvar="HEADWAY_NAMES_PASSPHRASE",
    help="Asked for when it is not in HEADWAY_NAMES_PASSPHRASE.",
)


@click.group(epilog="Example: headway names our.headway add case-3f9a")
@click.argument("record")
@_passphrase
@click.pass_context
def names(ctx: click.Context, record: str, passphrase: str | None) -> None:
    """Keeps the names of persons at risk, sources and submitters in RECORD.names, encrypted.

    The record knows these persons by opaque ids only. Exit codes: 0 done, 2 wrong passphrase or
    no such id.
    """

    def opened() -> Any:
        """The file, opened; nobody is asked for a passphrase who asks for help alone."""
        from headway.record.names import NamesFile

        given = passphrase or click.prompt("Passphrase", hide_input=True)
        return NamesFile(Path(record + ".names"), given)

    ctx.obj = opened


@names.command(epilog="Example: headway names our.headway add case-3f9a")
@click.argument("opaque_id")
@click.option("--name", prompt=True, hide_input=False, help="Asked for, so no shell keeps it.")
@click.pass_obj
def add(opened: Callable[[], Any], opaque_id: str, name: str) -> None:
    """Adds a name under an opaque id."""
    opened().add(opaque_id, name)
    say(f"kept {opaque_id}")


@names.command(epilog="Example: headway names our.headway show case-3f9a")
@click.argument("opaque_id")
@click.pass_obj
def show(opened: Callable[[], Any], opaque_id: str) -> None:
    """Prints the name of an opaque id."""
    say(opened().read(opaque_id))


@names.command(epilog="Example: headway names our.headway delete case-3f9a")
@click.argument("opaque_id")
@click.pass_obj
def delete(opened: Callable[[], Any], opaque_id: str) -> None:
    """Deletes the name of an opaque id."""
    opened().delete(opaque_id)
    say(f"deleted {opaque_id}")


@names.command(name="list", epilog="Example: headway names our.headway list")
@click.pass_obj
def list_ids(opened: Callable[[], Any]) -> None:
    """Prints the opaque ids that have a name, without the names."""
    for opaque_id in opened().ids():
        say(opaque_id)
