"""Options that say of one document what it does not say itself."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast, get_args

import click

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.statements import Fidelity, StatementKind
from headway.domain.views import check_label
from headway.intake import Setting
from headway.intake.dates import parse_date, two_days

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
        "How close its words are to those spoken; else documents are notes.",
        get_args(Fidelity),
    ),
    ("title", "Its title; else the name of the file.", ()),
    ("label", "Who may see what is new: desk unless said, assessor, named:LIST.", ()),
    ("marking", "The protective marking of what is new, as CONFIDENTIAL.", ()),
    ("originator", "Whose marking it is.", ()),
)


def setting_options(command: Command) -> Command:
    """What a person says of a document: where it belongs, what it is, who may see it."""
    for name, help_text, choices in reversed(_OPTIONS):
        kind = click.Choice(choices) if choices else click.STRING
        command = click.option(f"--{name}", type=kind, default=None, help=help_text)(command)
    return command


def setting_of(told: Mapping[str, str | None]) -> Setting | None:
    """What the options say of a document; None where they say nothing.

    Raises BadParameter when --day is no date or --label none of the labels.
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
        fidelity=cast("Fidelity", fidelity) if fidelity else None,
        label=_label(told["label"]),
        marking=told["marking"] or "",
        originator=told["originator"] or "",
    )


def _label(written: str | None) -> str:
    try:
        return check_label(written) if written else ""
    except BadValue as error:
        raise click.BadParameter(str(error), param_hint="--label") from None


def _day(written: str | None) -> PartialDate | None:
    if not written:
        return None
    if both := two_days(written):
        told = f"{written!r} can mean two days; write {' or '.join(both)}"
        raise click.BadParameter(told, param_hint="--day")
    found = parse_date(written)
    if found is None:
        raise click.BadParameter(f"{written!r} is no date; write 2014-09-16", param_hint="--day")
    return found.began_on
