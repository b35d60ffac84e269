"""`assessment`: drafting, renewing, checking, entering, letting out and printing a document."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from headway.cli.options import (
    as_of_option,
    by_option,
    json_option,
    now,
    print_json,
    progress,
    record_argument,
    say,
    view_options,
    viewer,
)
from headway.domain.errors import BadInput, Conflict
from headway.domain.views import LABELS

MOST_BYTES = 8_000_000

manuscript_argument = click.argument("file", type=click.Path(path_type=Path))


@click.group(
    epilog="Example: headway assessment draft our.headway ours.md; then headway assessment check "
    "ours.md our.headway"
)
def assessment() -> None:
    """The assessment of a dialogue: a draft from the record, written in Markdown, let out.

    The way: draft, write, check, load, release, write. docs/assessment.md tells it step by step.
    Exit codes: those of the command.
    """


@assessment.command(epilog="Example: headway assessment draft our.headway ours.md --view desk")
@record_argument
@manuscript_argument
@click.option("--dialogue", help="Id of the dialogue; not needed where there is only one.")
@click.option("--id", "assessment_id", help="Id of the assessment; that of the dialogue, or new.")
@click.option(
    "--language",
    type=click.Choice(["en", "fr", "zh"]),
    default="en",
    show_default=True,
    help="Language to write in.",
)
@view_options
@as_of_option
def draft(
    record: str,
    file: Path,
    dialogue: str | None,
    assessment_id: str | None,
    language: str,
    view: str,
    lists: tuple[str, ...],
    as_of: date | None,
) -> None:
    """Writes FILE, a first text in Markdown: what RECORD says, and where you have to write.

    Figures are those of the view on that day (today by default). FILE must not be there yet.
    Exit codes: 0 done, 2 no such dialogue, 5 FILE exists already.
    """
    if file.exists():
        raise Conflict(f"{file} is there already; choose another name, or renew it")
    from headway.library import open as open_record

    open_record(record)
    from headway.services import assessing

    with progress() as report:
        text = assessing.draft(
            viewer=viewer(view, lists),
            as_of=as_of,
            on=now().date(),
            dialogue=dialogue,
            language=language,
            assessment=assessment_id,
            report=report,
        )
    _write(file, text)
    places = text.count("[[")
    say(f"written to {file}; {places} places marked [[ ]] are yours to write")


@assessment.command(epilog="Example: headway assessment renew our.headway ours.md")
@record_argument
@manuscript_argument
def renew(record: str, file: Path) -> None:
    """Writes the figures in FILE again as RECORD has them for the day of the text.

    Nothing outside markers and live numbers changes. Exit codes: 0 done, 2 FILE not understood.
    """
    text = _read(file)
    from headway.library import open as open_record

    open_record(record)
    from headway.services import assessing

    with progress() as report:
        made = assessing.renew(text, report=report)
    if made.text == text:
        say("nothing changed.")
        return
    _write(file, made.text)
    for key in made.changed:
        say(f"renewed: {key}")
    for path, before, after in made.numbers:
        say(f"renewed: {path} from {before} to {after}")
    for key in made.stale:
        say(f"look again: {key} was reviewed before it changed; date the review anew")


@assessment.command(epilog="Example: headway assessment check ours.md our.headway")
@manuscript_argument
@record_argument
@json_option
def check(file: Path, record: str, as_json: bool) -> None:
    """Tells by line what is wrong with FILE, held against RECORD. Changes nothing.

    Exit codes: 0 nothing is wrong, 2 there are complaints.
    """
    text = _read(file)
    from headway.library import open as open_record

    open_record(record)
    from headway.services import assessing
    from headway.services.permissions import local_user

    with progress() as report:
        found = assessing.complaints(text, by=local_user(), file=file.name, report=report)
    if as_json:
        print_json([{"line": c.line, "field": c.field, "message": c.message} for c in found])
    else:
        for complaint in found:
            say(str(complaint))
    if found:
        raise BadInput(f"{len(found)} complaints; mend them and check again")
    if not as_json:
        say("0 complaints.")


@assessment.command(epilog="Example: headway assessment load our.headway ours.md --write")
@record_argument
@manuscript_argument
@click.option(
    "--label",
    type=click.Choice(LABELS),
    default="desk",
    show_default=True,
    help="Who may see it in the record; `assessor` keeps it from the desk.",
)
@click.option("--write", is_flag=True, help="Write; without it only report what would happen.")
@by_option
@json_option
def load(record: str, file: Path, label: str, write: bool, by: str, as_json: bool) -> None:
    """Enters FILE into RECORD: its text, judgements and recommendations, as one act.

    Only a text without complaints. A correction is a new version; the old one stays. Exit codes:
    0 done, 2 there are complaints, 5 that version is there already and reads otherwise.
    """
    text = _read(file)
    from headway.library import open as open_record

    open_record(record)
    from headway.services import assessing
    from headway.services.permissions import local_user

    made = assessing.load(
        text, name=file.name, label=label, by=local_user(by), at=now(), dry_run=not write
    )
    report = made.report
    if report.complaints:
        raise BadInput(f"nothing was written: {report.complaints[0]}")
    told = {"edition": made.edition, "written": report.written, "position": report.position}
    if as_json:
        print_json(told)
    elif report.written:
        say(f"entered as edition {made.edition}; log entry {report.position}")
    elif write:
        say(f"edition {made.edition} is there already; nothing was written")
    else:
        say(f"would enter edition {made.edition}; add --write to write it")


@assessment.command(
    epilog="Example: headway assessment release our.headway ours.1.en.public --to public "
    "--decided-by 'head of division'"
)
@record_argument
@click.argument("edition")
@click.option(
    "--to",
    "view",
    type=click.Choice(["public", "counterpart", "oversight"]),
    required=True,
    help="The view it is let out to.",
)
@click.option("--decided-by", required=True, help="Who decided it.")
@by_option
def release(
    record: str,
    edition: str,
    view: Literal["public", "counterpart", "oversight"],
    decided_by: str,
    by: str,
) -> None:
    """Lets an EDITION out to a view with its judgements and figures, as one signed decision.

    What that view may not see is refused with a sentence. Exit codes: 0 done, 2 refused or no
    such edition, 3 not permitted.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.services import assessing
    from headway.services.permissions import local_user

    position = assessing.release(
        edition=edition, view=view, decided_by=decided_by, by=local_user(by), at=now()
    )
    say(f"{edition} released to the {view} view; log entry {position}")


@assessment.command(
    epilog="Examples: headway assessment write our.headway nine-years report.pdf; "
    "headway assessment write our.headway nine-years report.docx --edition nine-years.1.en.desk"
)
@record_argument
@click.argument("assessment_id", metavar="ID")
@manuscript_argument
@click.option("--edition", help="Id of an edition; the latest one of the view by default.")
@view_options
def write(
    record: str,
    assessment_id: str,
    file: Path,
    edition: str | None,
    view: str,
    lists: tuple[str, ...],
) -> None:
    """Writes the assessment ID as FILE: .html, .docx, .pdf (tagged) or .md, by its ending.

    Exit codes: 0 done, 1 no PDF can be written here, 2 no such assessment or ending.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.services.printing import printed

    content = printed(
        viewer=viewer(view, lists), assessment=assessment_id, edition=edition, ending=file.suffix
    )
    file.write_bytes(content)
    say(f"written to {file}, {len(content):,} bytes")


def _read(file: Path) -> str:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise BadInput(f"{file} is larger than {MOST_BYTES:,} bytes; an assessment is not")
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}); mend the path") from None
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} is not UTF-8 ({error.reason}); save it as UTF-8") from None


def _write(file: Path, text: str) -> None:
    try:
        file.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise BadInput(f"{file} cannot be written ({error.strerror}); mend the path") from None
