"""`reuse` and `measure`: what can be found in a record, and what can be said of it."""

from datetime import date
from pathlib import Path

import click

from headway.cli.options import (
    as_of_option,
    json_option,
    print_json,
    progress,
    record_argument,
    say,
    view_options,
    viewer,
)
from headway.domain.errors import BadInput, NotFound
from headway.measures.figure import Figure
from headway.phrases import LANGUAGES, speaking
from headway.reuse import CanonText


@click.command(epilog="Example: headway reuse our.headway --canon treaties/")
@record_argument
@view_options
@as_of_option
@click.option(
    "--canon",
    type=click.Path(exists=True, path_type=Path),
    help="A text file, or a folder of them, that both sides may quote (treaties, declarations).",
)
@json_option
def reuse(
    record: str,
    view: str,
    lists: tuple[str, ...],
    as_of: date | None,
    canon: Path | None,
    as_json: bool,
) -> None:
    """Finds every passage that a side delivered before, and computes all measures.

    What was found is kept beside RECORD and shown by `serve`. Exit codes: 0 done, 2 input not
    understood, 4 record unsafe.
    """
    from headway.library import open as open_record

    who = viewer(view, lists)
    opened = open_record(record)
    from headway.services import findings

    with progress() as report:
        opened.analyse(who, as_of, canon=_canon(canon), again=True, report=report)
    told = findings.report(opened.corpus(who, as_of))
    if as_json:
        print_json(told)
        return
    for line in findings.told_plainly(told):
        say(line)


def _canon(path: Path | None) -> tuple[CanonText, ...]:
    """The texts of a canon; the name of a file ends with its language, as udhr.fr.txt."""
    if path is None:
        return ()
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not files:
        raise BadInput(f"{path} holds no .txt files; put the canon's texts there as UTF-8")
    return tuple(_canon_text(file) for file in files)


def _canon_text(file: Path) -> CanonText:
    language = file.stem.rpartition(".")[2]
    if not 2 <= len(language.split("-")[0]) <= 3:
        raise BadInput(f"{file.name} names no language; call it like udhr.en.txt")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file.name} is not UTF-8 ({error.reason}); save it as UTF-8") from None
    return CanonText(id=file.stem, language=language, text=text)


@click.command(epilog="Example: headway measure our.headway carry_over --as-of 2014-06-30")
@record_argument
@click.argument("name", required=False)
@click.option("--dialogue", help="Id of a dialogue; all of them by default.")
@click.option("--party", help="Id of a party; every side by default.")
@click.option("--all", "everything", is_flag=True, help="All measures, not only the leading six.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of the sentences.",
)
@view_options
@as_of_option
@json_option
def measure(
    record: str,
    name: str | None,
    dialogue: str | None,
    party: str | None,
    everything: bool,
    language: str,
    view: str,
    lists: tuple[str, ...],
    as_of: date | None,
    as_json: bool,
) -> None:
    """Prints measures for both sides of each dialogue of RECORD, as sentences with their bounds.

    Without NAME the six leading ones. Exit codes: 0 done, 2 no such measure or dialogue.
    """
    from headway.library import open as open_record
    from headway.measures import figure_to_plain, leading, registered

    known = tuple(registered())
    if name is not None and name not in known:
        raise NotFound(f"there is no measure {name!r}; there are {', '.join(known)}")
    six = tuple(one.name for one in leading())
    wanted = (name,) if name else known if everything else six
    who = viewer(view, lists)
    opened = open_record(record)
    from headway.services import findings

    with progress() as report:
        opened.analyse(who, as_of, report=report)
    corpus = opened.corpus(who, as_of)
    with speaking(language):
        shown = [
            figure
            for one in findings.dialogues_of(corpus, dialogue)
            for figure in findings.allowed_figures(corpus, one)
            if figure.measure in wanted and party in (None, figure.party)
        ]
    if as_json:
        print_json([figure_to_plain(figure) for figure in shown])
    else:
        _print(shown, as_of)


def _print(shown: list[Figure], as_of: date | None) -> None:
    heading = None
    for figure in shown:
        if (figure.dialogue, figure.measure) != heading:
            heading = (figure.dialogue, figure.measure)
            say(f"\n{figure.dialogue} · {figure.measure}")
        say(f"  {figure.party}: {figure.sentence}")
    if not shown and as_of:
        say(
            f"At the end of {as_of} none of this was on record for this view. A record knows a"
            " fact from the day it was loaded, or from the day `known_on` that came with it."
        )
    elif not shown:
        say("None of these measures is on file for this view; --all shows the others.")
