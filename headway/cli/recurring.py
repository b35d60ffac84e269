"""`recurring`: the sentences a side said on several days, courtesy told from substance."""

from datetime import date

import click

from headway.cli.options import (
    as_of_option,
    json_option,
    print_json,
    record_argument,
    say,
    view_options,
    viewer,
)
from headway.reuse.recurring import DAYS, KINDS, Recurrences

_HEADINGS = {
    "substance": "Sentences with something to know them by",
    "common_words": "Too few telling words to know them by",
    "notice": "Notices: reports seen, nothing to say, ask elsewhere",
    "courtesy": "Courtesies",
    "title": "Titles",
    "template": "Templates",
}


@click.command(epilog="Example: headway recurring press.headway --asked 'rights|prison' --days 3")
@record_argument
@click.option("--side", help="Id of a party; every side by default.")
@click.option("--dialogue", help="Id of a dialogue or forum; all of them by default.")
@click.option(
    "--days", type=click.IntRange(min=2), default=DAYS, show_default=True, help="On so many days."
)
@click.option("--asked", default="", help="Only replies to questions with one of these words: A|B.")
@click.option(
    "--most", type=click.IntRange(min=1), default=20, show_default=True, help="Sentences a kind."
)
@view_options
@as_of_option
@json_option
def recurring(
    record: str,
    side: str | None,
    dialogue: str | None,
    days: int,
    asked: str,
    most: int,
    view: str,
    lists: tuple[str, ...],
    as_of: date | None,
    as_json: bool,
) -> None:
    """Lists the sentences that a side of RECORD said on several days, word for word.

    Courtesies, notices and sentences without telling words stand apart. Notes and readouts are
    not compared. Exit codes: 0 done, 2 no such side or dialogue, 4 record unsafe.
    """
    from headway.library import open as open_record

    corpus = open_record(record).corpus(viewer(view, lists), as_of)
    from headway.services import recurring as finding

    words = tuple(part for part in asked.split("|") if part.strip())
    found = finding.find_recurring(corpus, side=side, dialogue=dialogue, asked=words, days=days)
    if as_json:
        print_json(finding.to_plain(corpus, found))
        return
    _say_counts(found)
    for kind in KINDS:
        held = [one for one in found.found if one.kind == kind]
        if held:
            say(f"\n{_HEADINGS[kind]}: {len(held)}")
        for one in held[:most]:
            when = f"{one.first.delivered_on} to {one.last.delivered_on}"
            say(f"  {one.days:>3} days  {when}  {one.side}: {finding.words_of(corpus, one)}")
        if len(held) > most:
            say(f"  ... and {len(held) - most} more; --most {len(held)} shows all")


def _say_counts(found: Recurrences) -> None:
    for side, sentences in sorted(found.sentences.items()):
        of_substance = sum(one.side == side and one.kind == "substance" for one in found.found)
        all_of_side = sum(one.side == side for one in found.found)
        say(
            f"{side}: {all_of_side:,} sentences were said on {found.days} days or more, together"
            f" {found.said(side):,} of {sentences:,} sentences; {of_substance:,} of them have"
            " something to know them by."
        )
    for why, texts in sorted(found.not_assessed.items()):
        say(f"not assessed: {texts:,} texts ({why})")
    say("Found by machine, not reviewed; only equal words count, edited ones are not looked for.")
