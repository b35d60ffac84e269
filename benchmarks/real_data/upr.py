"""UPR sessions 1 to 12 as a record: who asks what of whom, and what was asked again.

    python -m benchmarks.real_data.upr --data ../shared/data [--keep FOLDER] [--write-docs]

Loads 21,354 recommendations, counts them by the functions behind `headway recommendations`, and
times pages over them. No recommendation is printed; counts, names of States and of themes are.
"""

import sys
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import (
    as_rows,
    measure,
    pages_table,
    plain,
    ran_of,
    steps_table,
    table,
)

FILE = Path("upr") / "upr_recs_cycle1_sessions1-12.csv"
FORUM = "/dialogues/universal-periodic-review"
PAGES = (
    "/",
    FORUM,
    f"{FORUM}/recommendations",
    f"{FORUM}/recommendations?to_whom=china",
    "/recommendations",
    "/rounds/universal-periodic-review-04",
)
MOST = 8


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures: made, loaded, counted, asked again, browsed."""
    from benchmarks.real_data.running import run

    record = folder / "upr.headway"
    steps = [
        run("init", record),
        run("load", record, data / FILE),
        run("load", record, data / FILE),
        run("counted", record, module="upr"),
        run("reuse", record),
    ]
    pages = run("pages", record, *PAGES).told["pages"]
    return {"steps": [plain(step) for step in steps], "pages": pages}


def counted(record: str) -> None:
    """What `headway recommendations RECORD` counts."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.library import open as open_record

    parts.begin("reading the record")
    corpus = open_record(record).corpus()
    from headway.measures.recommended import again, asked_of, narrowed, table

    parts.begin("counting")
    asked = asked_of(corpus)
    found = again(asked)
    told = {
        "recommendations": len(asked),
        "by_theme": as_rows(table(asked, ["theme"])[:MOST]),
        "who_what": as_rows(table(asked, ["by", "theme"])[:MOST]),
        "who_whom": as_rows(table(asked, ["by", "to"])[:MOST]),
        "who_what_whom": len(table(asked, ["by", "theme", "to"])),
        "by_action": as_rows(sorted(table(asked, ["action"]), key=lambda row: row.told)),
        "china": {
            "asked_of": as_rows(table(narrowed(asked, {"to": "China"}), ["theme"])[:4]),
            "asks": as_rows(table(narrowed(asked, {"by": "China"}), ["theme"])[:4]),
            "received": len(narrowed(asked, {"to": "China"})),
            "made": len(narrowed(asked, {"by": "China"})),
        },
        "same_state": _groups(found.same_state),
        "two_answers": len(found.two_answers),
        "carried_on": _groups(found.carried_on),
        "reviews": {str(times): states for times, states in found.reviews.items()},
        "later_themes": list(found.later_themes),
    }
    parts.begin("told")
    parts.end(**told)


def _groups(groups: Any) -> dict[str, Any]:
    """How many groups and recommendations, and the largest: who, how many, when, answered how."""
    return {
        "groups": len(groups),
        "recommendations": sum(len(group.ids) for group in groups),
        "largest": [
            {
                "recommendations": len(group.ids),
                "by": list(group.by) if len(group.by) < 4 else len(group.by),
                "to": list(group.to) if len(group.to) < 4 else len(group.to),
                "sessions": len(group.made_on),
                "positions": dict(group.positions),
            }
            for group in groups[:MOST]
        ],
    }


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    names = ("headway init", "headway load --write", "headway load --write, again")
    names += ("headway recommendations, all below", "headway reuse")
    ran = [ran_of(step) for step in found["steps"]]
    load, second, told = ran[1].told, ran[2].told, ran[3].told
    new = ", ".join(f"{count:,} {noun}" for noun, count in load["new"].items())
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran, strict=True)),
            f"{load['notes'][0]} Complaints: {len(load['complaints'])}. New: {new}. Loaded a"
            f" second time: {sum(second['new'].values())} new.",
            _table_of("theme", told["by_theme"]),
            _table_of("who asks what", told["who_what"]),
            _table_of("who asks whom", told["who_whom"]),
            _table_of("action category, 1 minimal to 5 specific", told["by_action"]),
            _again(told),
            _china(told["china"]),
            pages_table(found["pages"]),
            _worth_reading(told),
        ]
    )


def _table_of(head: str, rows: list[list[Any]]) -> str:
    cells = [
        [name, count, positions.get("supported", 0), positions.get("noted", 0)]
        for name, count, positions in rows
    ]
    return table([head, "recommendations", "supported", "noted"], cells)


def _again(told: dict[str, Any]) -> str:
    same, carried = told["same_state"], told["carried_on"]
    largest = "; ".join(_group(one) for one in carried["largest"][:5])
    joint = same["largest"][0]
    twice = sum(count for times, count in told["reviews"].items() if int(times) > 1)
    return (
        f"In equal words to one State in one review by several: {same['groups']} times,"
        f" {same['recommendations']:,} recommendations, the largest by {joint['by']} States to"
        f" {', '.join(joint['to'])}; answered in two ways: {told['two_answers']}. In equal words"
        f" by one State to several: {carried['groups']} times, {carried['recommendations']:,}"
        f" recommendations: {largest}. States reviewed at two dates: {twice}. Combinations of who,"
        f" what and whom: {told['who_what_whom']:,}."
    )


def _group(one: dict[str, Any]) -> str:
    to = one["to"] if isinstance(one["to"], int) else len(one["to"])
    positions = ", ".join(f"{count} {name}" for name, count in sorted(one["positions"].items()))
    return f"{', '.join(one['by'])} to {to} States in {one['sessions']} sessions ({positions})"


def _china(told: dict[str, Any]) -> str:
    def listed(rows: list[list[Any]]) -> str:
        return "; ".join(
            f"{name} {count} ({positions.get('noted', 0)} noted)" for name, count, positions in rows
        )

    return (
        f"Both ways, for one State: China was asked {told['received']} times, most on"
        f" {listed(told['asked_of'])}; it asked others {told['made']} times, most on"
        f" {listed(told['asks'])}."
    )


def _worth_reading(told: dict[str, Any]) -> str:
    action = {name: (count, held.get("supported", 0)) for name, count, held in told["by_action"]}
    theme = {name: (count, held.get("noted", 0)) for name, count, held in told["by_theme"]}
    refused = [name for name, (count, noted) in theme.items() if 2 * noted > count]
    carried, same = told["carried_on"], told["same_state"]
    most = carried["largest"][0]
    shares = "; ".join(
        f"of what asked a State to {what} (category {name}) {action[name][1]:,} of"
        f" {action[name][0]:,}"
        for name, what in (("2", "go on"), ("3", "consider"), ("5", "do one specific thing"))
    )
    noted = "; ".join(f"{name}, {theme[name][1]} of {theme[name][0]}" for name in refused)
    return (
        "Three findings worth reading:\n\n"
        f"- **The more exact the ask, the rarer the yes.** Supported: {shares}. A share of support"
        " without the category would reward those who ask for little.\n"
        f"- **Recommenders have scripts too.** {_group(most)} in equal words. In all"
        f" {carried['groups']} wordings were carried from State to State,"
        f" {carried['recommendations']} recommendations. Nothing here says that this is wrong: a"
        " standing ask is also a fair one. It is the same measure that finds a script in a reply,"
        " turned round.\n"
        "- **The themes that are refused are not those that are asked most.** Of the"
        f" {len(theme)} themes asked most, more than half was noted on {len(refused)}: {noted}.\n\n"
        "What was taken up again at a later review cannot be said: in the first cycle every State"
        " was reviewed once, and the command says so. With a second cycle in the same record it"
        f" counts the themes that came again. Of the {same['groups']} times that several States"
        " said the same to one State at one review, the table does not tell whether they asked"
        f" together; {told['two_answers']} were answered in two ways, which may be the hand of"
        " those who made the table. A recommendation made is not carried out: nothing here speaks"
        " of that."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["counted"]:
        counted(sys.argv[2])
    else:
        measure("upr", FILE, measured, markdown)
