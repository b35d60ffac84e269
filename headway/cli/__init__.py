"""The command line: thin commands, loaded one by one so that none pays for another's imports."""

import importlib
import io
import sys
from typing import Any

import click

from headway.domain.errors import HeadwayError

_COMMANDS = {
    "assessment": "headway.cli.assessing:assessment",
    "demo": "headway.cli.serving:demo",
    "erase": "headway.cli.acts:erase",
    "export": "headway.cli.carrying:export",
    "history": "headway.cli.keeping:history",
    "init": "headway.cli.keeping:init",
    "load": "headway.cli.carrying:load",
    "manifest": "headway.cli.carrying:manifest",
    "measure": "headway.cli.analysing:measure",
    "minutes": "headway.cli.minutes:minutes",
    "names": "headway.cli.naming:names",
    "recommendations": "headway.cli.recommendations:recommendations",
    "recurring": "headway.cli.recurring:recurring",
    "release": "headway.cli.acts:release",
    "restore": "headway.cli.carrying:restore",
    "reuse": "headway.cli.analysing:reuse",
    "schemas": "headway.cli.carrying:schemas",
    "serve": "headway.cli.serving:serve",
    "verify": "headway.cli.keeping:verify",
    "withhold": "headway.cli.acts:withhold",
    "workbook": "headway.cli.workbook:workbook",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when asked for; a refusal ends with its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names in order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a HeadwayError becomes one sentence and its exit code."""
        _write_any_letter()
        try:
            return super().invoke(ctx)
        except HeadwayError as refusal:
            click.echo(f"headway: {refusal}", err=True)
            sys.exit(refusal.exit_code)


def _write_any_letter() -> None:
    """Where output goes to a file in an old encoding, what that has no letter for is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 refused, 2 input not understood, 3 not permitted, "
    "4 record unsafe, 5 conflict.",
)
@click.version_option(package_name="headway")
def main() -> None:
    """The memory and the measure of a recurring official dialogue on human rights.

    A record is one file. Start with `headway demo my.headway --serve`, or make your own with
    `headway init my.headway` and `headway load my.headway BUNDLE`.
    """
