"""`serve` and `demo`: the site, on this machine only."""

import os
import sys
from typing import Any

import click

from headway.cli.options import (
    by_option,
    console,
    now,
    progress,
    record_argument,
    say,
    view_options,
    viewer,
)
from headway.domain.errors import BadInput, NotFound
from headway.domain.views import Viewer


@click.command(epilog="Example: headway serve our.headway --view public")
@record_argument
@view_options
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
@click.option("--get", "path", help="Print one page, such as /dialogues/x.json, and end.")
def serve(record: str, view: str, lists: tuple[str, ...], port: int, path: str | None) -> None:
    """Serves RECORD on http://localhost:PORT, for this machine only.

    Without accounts whoever reaches the port sees what --view may see. A record that cannot be
    verified is not served. Exit codes: 0 ended, 2 page not found, 4 record unsafe.
    """
    _prepare(record, viewer(view, lists))
    if path is not None:
        _print_page(path)
    else:
        _serve(port)


@click.command(epilog="Example: headway demo my.headway --serve")
@click.argument("record", default="demo.headway")
@click.option("--serve", "serving", is_flag=True, help="Serve it when it is ready.")
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
@by_option
def demo(record: str, serving: bool, port: int, by: str) -> None:
    """Makes the example record RECORD: an invented dialogue, and Canada-China 1997-2005.

    What is there already is left alone. Exit codes: 0 done, 4 record unsafe, 5 the file is
    something else.
    """
    from headway.cli.examples import make_demo

    make_demo(record, by=by, at=now())
    _prepare(record, Viewer("public"))
    _prepare(record, Viewer("desk"))
    say(f"The example record is {record}.")
    if serving:
        _serve(port)
    else:
        say(f"Read it with: headway serve {record}")


def _prepare(record: str, who: Viewer) -> None:
    os.environ["HEADWAY_VIEW"] = who.view
    os.environ["HEADWAY_LISTS"] = ",".join(sorted(who.lists))
    from headway.library import open as open_record

    opened = open_record(record)
    from headway.services.assessing import days

    with progress() as report:
        opened.analyse(who, report=report)
        for day in days(who):  # assessments lead to the figures of their own day
            opened.analyse(who, day, report=report)


def _print_page(path: str) -> None:
    from django.test import Client

    if not path.startswith("/"):
        raise BadInput(f"{path!r} is no path of the site; begin it with /")
    answer: Any = Client(headers={"host": "localhost"}).get(path)
    content = b"".join(answer) if answer.streaming else answer.content
    sys.stdout.write(content.decode())
    if answer.status_code >= 400:
        raise NotFound(
            f"the page {path} answered {answer.status_code}; look at / for what is there"
        )


def _serve(port: int) -> None:
    from headway.cli.server import run

    console.print(
        f"Headway is on [bold]http://localhost:{port}[/bold] (this machine only). Ctrl+C ends it."
    )
    run(port)
