"""`minutes`: the Word template for the minutes of one round, empty or filled from a record."""

from pathlib import Path

import click

from headway.cli.options import console, json_option, print_json, say, view_options, viewer
from headway.domain.errors import BadInput


@click.command(
    epilog="Examples: headway minutes round-7.docx --language fr; headway minutes round-6.docx "
    "--from our.headway --round r6. Read back with: headway load our.headway round-7.docx"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["en", "fr", "zh-Hans"]),
    default="en",
    show_default=True,
    help="Language of headings, explanations and lists.",
)
@click.option("--from", "record", default="", help="The record a round is taken from.")
@click.option("--round", "round_id", default="", help="Which round of it.")
@view_options
@json_option
def minutes(
    file: Path,
    language: str,
    record: str,
    round_id: str,
    view: str,
    lists: tuple[str, ...],
    as_json: bool,
) -> None:
    """Writes FILE, a Word document (DOCX) for the minutes of one round, to be filled in and loaded.

    With --from and --round it holds what the record has of that round, as --view may know it.
    Loading it into the same record changes only what was changed in it. FILE must be new.

    Exit codes: 0 done, 2 no such round, 5 FILE exists already.
    """
    from headway.intake.minutes import write_minutes

    if bool(record) != bool(round_id):
        raise BadInput("--from RECORD and --round ID go together; give both or neither")
    corpus = None
    if record:
        from headway.library import open as open_record

        corpus = open_record(record).corpus(viewer(view, lists))
    with console.status("writing"):
        written = write_minutes(file, language=language, corpus=corpus, round_id=round_id)
    if as_json:
        print_json({"path": str(written.path), "left_out": list(written.left_out)})
        return
    say(f"written to {written.path}")
    for sentence in written.left_out:
        say(f"not in it: {sentence}")
