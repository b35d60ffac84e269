"""`workbook`: the spreadsheet a desk fills in, empty, filled from a record, or checked."""

from collections.abc import Iterable
from pathlib import Path

import click

from headway.bundle.lines import Known
from headway.cli.options import console, json_option, print_json, say
from headway.domain.errors import BadInput

MOST_COMPLAINTS_SHOWN = 20


@click.command(
    epilog="Examples: headway workbook dialogue.xlsx --language fr; headway workbook ours.xlsx "
    "--from our.headway; headway workbook to-mend.xlsx --check filled.ods"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["en", "fr", "zh"]),
    default="en",
    show_default=True,
    help="Language of headings, explanations and lists.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    default=None,
    help="Fill it with what a record, a bundle or a filled workbook holds.",
)
@click.option(
    "--check",
    "filled",
    type=click.Path(path_type=Path),
    default=None,
    help="Write a copy of this filled workbook (XLSX or ODS) with its complaints in the cells.",
)
@json_option
def workbook(
    file: Path, language: str, source: Path | None, filled: Path | None, as_json: bool
) -> None:
    """Writes FILE, an XLSX workbook with one sheet a subject, to be filled in and loaded.

    The first sheet and six others are enough for the agenda, the overdue list and the six
    leading measures. FILE must not be there yet. Exit codes: 0 done, 2 something was not
    understood (with --check the copy says what and where), 5 FILE exists already.
    """
    if filled is not None:
        if source is not None:
            raise BadInput("--check and --from do not go together; use one of them")
        _check(file, filled, as_json)
        return
    from headway.intake.workbook import write_workbook

    with console.status("writing"):
        written = write_workbook(file, language=language, known=_known(source))
    if as_json:
        print_json({"path": str(written.path), "left_out": dict(written.left_out)})
        return
    say(f"written to {file}")
    for noun, number in written.left_out.items():
        say(f"not in a workbook: {number} {noun}; they stay in the record")


def _known(source: Path | None) -> Iterable[Known]:
    """The values to fill in, as a desk sees them."""
    if source is None:
        return ()
    if source.suffix.casefold() in (".xlsx", ".ods"):
        from headway.intake.workbook import read as read_workbook

        draft = read_workbook(source)
        return _sound(draft.known, draft.complaints)
    if (source / "bundle.json").exists() or source.suffix.casefold() == ".zip":
        from headway.bundle import read as read_bundle

        bundle = read_bundle(source)
        return _sound(bundle.known, bundle.complaints)
    from headway.library import open as open_record

    corpus = open_record(source).corpus()
    return [Known(value) for held in corpus.values.values() for value in held.values()]


def _sound(known: tuple[Known, ...], complaints: tuple[object, ...]) -> tuple[Known, ...]:
    if complaints:
        raise BadInput(f"nothing was written, mend this first: {complaints[0]}")
    return known


def _check(file: Path, filled: Path, as_json: bool) -> None:
    from headway.intake.workbook import mark

    with console.status("reading"):
        draft = mark(filled, file).draft
    if as_json:
        counts = dict(draft.report.counts)
        print_json({"understood": counts, "complaints": [*map(str, draft.complaints)]})
    else:
        for line in draft.report.lines()[: MOST_COMPLAINTS_SHOWN + 10]:
            say(line)
    if draft.complaints:
        raise BadInput(f"{len(draft.complaints)} complaints; {file.name} shows them in its cells")
