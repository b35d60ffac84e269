"""`recommendations`: who recommends what to whom, with what answer, and what was asked again."""

from datetime import date
from typing import Any, cast

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
from headway.measures.recommended import (
    COLUMNS,
    POSITIONS,
    Again,
    Asked,
    Column,
    Group,
    Row,
    again,
    asked_of,
    narrowed,
    table,
)


@click.command(epilog="Example: headway recommendations upr.headway --group theme --by Norway")
@record_argument
@click.option(
    "--group",
    default="theme",
    show_default=True,
    help=f"Columns to count by, parted by commas: {', '.join(COLUMNS)}.",
)
@click.option("--by", default="", help="Only those made by this State or body.")
@click.option("--to", default="", help="Only those made to this party, by its name.")
@click.option("--theme", default="", help="Only those on this theme.")
@click.option("--position", type=click.Choice(POSITIONS), help="Only those answered so.")
@click.option("--dialogue", help="Id of a dialogue or forum; all of them by default.")
@click.option("--again", "asked_again", is_flag=True, help="What was asked again, instead.")
@click.option(
    "--most", type=click.IntRange(min=1), default=25, show_default=True, help="Lines to print."
)
@view_options
@as_of_option
@json_option
def recommendations(
    record: str,
    group: str,
    by: str,
    to: str,
    theme: str,
    position: str | None,
    dialogue: str | None,
    asked_again: bool,
    most: int,
    view: str,
    lists: tuple[str, ...],
    as_of: date | None,
    as_json: bool,
) -> None:
    """Counts the recommendations of RECORD: who asks what of whom, and what was answered.

    A recommendation on two themes is in the line of both. Nothing here says whether it was
    carried out. Exit codes: 0 done, 2 no such column or dialogue, 4 record unsafe.
    """
    from headway.domain.parties import Dialogue
    from headway.library import open as open_record

    columns = cast("list[Column]", [part.strip() for part in group.split(",") if part.strip()])
    corpus = open_record(record).corpus(viewer(view, lists), as_of)
    if dialogue is not None:
        corpus.one(Dialogue, dialogue)
    wanted: dict[Column, str] = {"by": by, "to": to, "theme": theme, "position": position or ""}
    asked = narrowed(asked_of(corpus, dialogue), wanted)
    if asked_again:
        found = again(asked)
        print_json(_again_plain(asked, found)) if as_json else _say_again(asked, found, most)
        return
    rows = table(asked, columns)
    if as_json:
        print_json({"recommendations": len(asked), "columns": columns, "rows": _plain(rows)})
        return
    say(f"{len(asked):,} recommendations; each line: how many, then what became of them.")
    for row in rows[:most]:
        counts = ", ".join(f"{count:,} {_word(name)}" for name, count in _ordered(row.positions))
        say(f"{row.count:>7,}  {' · '.join(row.told)}: {counts}")
    if len(rows) > most:
        say(f"... and {len(rows) - most:,} more lines; --most shows more, --json all")


def _ordered(positions: Any) -> list[tuple[str, int]]:
    return [(name, positions[name]) for name in POSITIONS if positions.get(name)]


def _word(position: str) -> str:
    return (
        "without a position on file" if position == "none_on_file" else position.replace("_", " ")
    )


def _plain(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
    return [
        {"told": list(row.told), "count": row.count, "positions": dict(_ordered(row.positions))}
        for row in rows
    ]


def _group_plain(group: Group) -> dict[str, Any]:
    return {
        "ids": list(group.ids),
        "by": list(group.by),
        "to": list(group.to),
        "made_on": list(group.made_on),
        "positions": dict(group.positions),
    }


def _again_plain(asked: tuple[Asked, ...], found: Again) -> dict[str, Any]:
    came, could = found.later_themes
    return {
        "recommendations": len(asked),
        "same_state": [_group_plain(one) for one in found.same_state],
        "two_answers": [_group_plain(one) for one in found.two_answers],
        "carried_on": [_group_plain(one) for one in found.carried_on],
        "reviews": {str(times): states for times, states in found.reviews.items()},
        "later_themes": {"came_again": came, "could": could},
    }


def _say_again(asked: tuple[Asked, ...], found: Again, most: int) -> None:
    say(f"{len(asked):,} recommendations. Only equal words count as the same; no deed is meant.")
    _say_groups(
        "In equal words to one party, at one time, by several (they may have asked together)",
        found.same_state, most,
    )  # fmt: skip
    _say_groups("Of these, answered in two ways", found.two_answers, most)
    _say_groups("In equal words by the same to several parties", found.carried_on, most)
    came, could = found.later_themes
    twice = sum(states for times, states in found.reviews.items() if times > 1)
    if not twice:
        say(
            "\nNo party has recommendations of two different dates here: what was taken up again"
            " at a later review cannot be said from this record."
        )
        return
    say(
        f"\nParties with recommendations of several dates: {twice:,}. Of {could:,} themes asked of"
        f" one that came up for review again, {came:,} were asked of it at a later date too."
    )


def _say_groups(heading: str, groups: tuple[Group, ...], most: int) -> None:
    said = sum(len(group.ids) for group in groups)
    say(f"\n{heading}: {len(groups):,} times, {said:,} recommendations")
    for group in groups[:most]:
        counts = ", ".join(f"{count} {_word(name)}" for name, count in _ordered(group.positions))
        say(
            f"{len(group.ids):>5}  {_some(group.by)} to {_some(group.to)}: {counts}"
            f" (as {group.ids[0]})"
        )


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more
