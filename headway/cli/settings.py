"""Options that say of one document what it does not say itself."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast, get_args

import click

from headway.domain.dates import PartialDate
from headway.domain.statements import Fidelity, StatementKind
from headway.intake import Setting
from headway.intake.dates import parse_date

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("dialogue", "Id of the dialogue the document belongs to.", ()),
    ("round", "Id of the round it is of.", ()),
    ("party", "Id of the side whose document it is.", ()),
    ("day", "When it was delivered, as 2014-09-16 or 2014-09.", ()),
    ("language", "Its language, as en, fr or zh-Hans.", ()),
    ("statement-kind", "What it is.", get_args(StatementKind)),
    (
        "fidelity",
        "How close its words are to those spoken; a note unless said.",
        get_args(Fidelity),
    ),
    ("title", "Its title; else the name of the file.", ()),
)


def setting_options(command: Command) -> Command:
    """--dialogue, --round, --party, --day, --language, --statement-kind, --fidelity, --title."""
    for name, help_text, choices in reversed(_OPTIONS):
        kind = click.Choice(choices) if choices else click.STRING
        command = click.option(f"--{name}", type=kind, default=None, help=help_text)(command)
    return command


def setting_of(told: Mapping[str, str | None]) -> Setting | None:
    """What the options say of a document; None where they say nothing.

    Raises BadInput when --day is no date.
    """
    if not any(told.values()):
        return None
    kind, fidelity = told["statement_kind"], told["fidelity"]
    return Setting(
        title=told["title"] or "",
        language=told["language"] or "",
        delivered_on=_day(told["day"]),
        dialogue=told["dialogue"] or None,
        round=told["round"] or None,
        party=told["party"] or None,
        kind=cast("StatementKind", kind) if kind else None,
        fidelity=cast("Fidelity", fidelity) if fidelity else "note",
    )


def _day(written: str | None) -> PartialDate | None:
    if not written:
        return None
    found = parse_date(written)
    if found is None:
        raise click.BadParameter(f"{written!r} is no date; write 2014-09-16", param_hint="--day")
    return found.began_on
