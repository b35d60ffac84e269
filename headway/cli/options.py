"""Arguments and options that several commands share, and how commands speak."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from headway.domain.errors import BadInput
from headway.domain.views import VIEWS, Viewer

Command = TypeVar("Command", bound=Callable[..., Any])
Report = Callable[[str, int, int], None]
"""A progress callback: what is being done, how much of it is done, how much there is."""

console = Console(stderr=True)


class Day(click.ParamType[date]):
    """A whole ISO 8601 day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The day, or a usage error that says how to write one."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            raise BadInput(f"--as-of {value!r} is not a day; write YYYY-MM-DD") from None


def record_argument(command: Command) -> Command:
    """RECORD: the file of a record, or a postgres:// address."""
    return click.argument("record", envvar="HEADWAY_RECORD")(command)


def view_options(command: Command) -> Command:
    """--view and --list: who is looking."""
    lists = click.option(
        "--list", "lists", multiple=True, help="A list of named people the reader stands on."
    )
    view = click.option(
        "--view",
        type=click.Choice(list(VIEWS)),
        default="desk",
        show_default=True,
        help="Whose eyes to look through.",
    )
    return view(lists(command))


def as_of_option(command: Command) -> Command:
    """--as-of: what the record knew at the end of that day."""
    return click.option(
        "--as-of", type=Day(), default=None, help="What the record knew at the end of that day."
    )(command)


def json_option(command: Command) -> Command:
    """--json: the same as data."""
    return click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")(
        command
    )


def by_option(command: Command) -> Command:
    """--by: the opaque id of who acts, as the log will keep it."""
    return click.option(
        "--by",
        default="desk",
        show_default=True,
        envvar="HEADWAY_ACTOR",
        help="Opaque id of the person who acts; it is kept in the log.",
    )(command)


def viewer(view: str, lists: tuple[str, ...] = ()) -> Viewer:
    """The viewer that --view and --list describe."""
    return Viewer(view, frozenset(lists))


def now() -> datetime:
    """The moment of an act; only the faces read the clock."""
    return datetime.now(UTC)


def say(text: str = "") -> None:
    """One line to the reader."""
    click.echo(text)


def print_json(data: Any) -> None:
    """Data as readable JSON, the same bytes for the same data."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@contextmanager
def progress() -> Iterator[Report]:
    """A progress display on standard error; silent where nobody watches."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as display:
        tasks: dict[str, Any] = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = display.add_task(what, total=total)
            display.update(tasks[what], completed=done, total=total)

        yield report
