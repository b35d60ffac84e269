"""Slovenia's third review in the Universal Periodic Review, as a round made of its papers.

    python -m benchmarks.real_data.upr_slovenia --data ../shared/data [--keep FOLDER] [--write-docs]

Loads the folder of papers, counts what `headway recommendations` and the pages count, and times
pages over it. Counts, numbers of paragraphs, names of States and of themes are printed.
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

FOLDER = Path("upr-slovenia-cycle3")
DIALOGUE = "upr-slovenia"
PAGES = (
    f"/dialogues/{DIALOGUE}",
    f"/dialogues/{DIALOGUE}/recommendations",
    f"/rounds/{DIALOGUE}-34",
    f"/concerns/{DIALOGUE}-equality-non-discrimination",
)
MOST = 8


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures: made, loaded twice, counted, browsed."""
    from benchmarks.real_data.running import run

    record = folder / "upr-slovenia.headway"
    steps = [
        run("init", record),
        run("load", record, data / FOLDER),
        run("load", record, data / FOLDER),
        run("counted", record, module="upr_slovenia"),
    ]
    pages = run("pages", record, *PAGES).told["pages"]
    return {"steps": [plain(step) for step in steps], "pages": pages}


def counted(record: str) -> None:
    """Who asked what and was referred to where, what was recommended, taken up, and why not."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.library import open as open_record

    parts.begin("reading the record")
    corpus = open_record(record).corpus()
    parts.begin("counting")
    parts.end(**facts(corpus))


def facts(corpus: Any) -> dict[str, Any]:
    """The counts that the page and the test on real data tell."""
    from headway.domain.assessments import Answer
    from headway.domain.concerns import Link, Question
    from headway.domain.statements import Statement
    from headway.domain.undertakings import Position, Recommendation
    from headway.measures.recommended import asked_of, narrowed
    from headway.measures.recommended import table as counts_by

    positions = {one.place: one.position for one in corpus.all(Position)}
    reasons = {one.place: one.words["en"] for one in corpus.all(Answer)}
    asked = asked_of(corpus)
    places = {one.id: one.place for one in corpus.all(Statement)}
    questions = corpus.all(Question)
    linked = {one.id.removesuffix("-link"): places[one.origin] for one in corpus.all(Link)}
    makers = {name for one in asked for name in one.by}
    noted = [number for number, taken in positions.items() if taken == "noted"]
    askers = {one.asked_by: corpus.one(_party(), one.asked_by).name["en"] for one in questions}
    return {
        "recommendations": len(corpus.all(Recommendation)),
        "makers": len(makers),
        "positions": _counted(positions.values()),
        "reasons": _counted(positions[number] for number in reasons),
        "noted_no_priority": sum("priority" in reasons.get(n, "") for n in noted),
        "noted_implemented": sum("implemented" in reasons.get(n, "") for n in noted),
        "by_theme": as_rows(counts_by(asked, ["theme"])[:MOST]),
        "noted_by_theme": as_rows(counts_by(narrowed(asked, {"position": "noted"}), ["theme"])[:3]),
        "norms": as_rows(counts_by(narrowed(asked, {"theme": NORMS}), ["theme"])[:1]),
        "said": _counted(
            one.kind for one in corpus.all(Statement) if one.place.startswith("paragraph")
        ),
        "speakers": len(
            {one.party for one in corpus.all(Statement) if one.kind == "intervention"}
        ),
        "questions": {name: sum(one.asked_by == party for one in questions)
                      for party, name in sorted(askers.items())},
        "linked": {one.id.removeprefix(f"{DIALOGUE}-34-q-"): linked.get(one.id, "")
                   for one in questions},
        "askers_recommend": {name: _counted(one.position for one in asked if name in one.by)
                             for name in sorted(askers.values())},
    }  # fmt: skip


NORMS = "Acceptance of international norms"


def _party() -> Any:
    from headway.domain.parties import Party

    return Party


def _counted(items: Any) -> dict[str, int]:
    from collections import Counter

    return dict(sorted(Counter(items).items()))


def markdown(found: dict[str, Any]) -> str:
    """The section of the page."""
    ran = [ran_of(step) for step in found["steps"]]
    load, second, told = ran[1].told, ran[2].told, ran[3].told
    names = ("headway init", "headway load --write", "the same again", "counted")
    new = ", ".join(f"{count:,} {noun}" for noun, count in load["new"].items())
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran, strict=True)),
            f"{load['notes'][0]} Complaints: {len(load['complaints'])}. New: {new}. Loaded a"
            f" second time: {sum(second['new'].values())} new.",
            _themes(told),
            _questions(told),
            _positions(told),
            pages_table(found["pages"]),
        ]
    )


def _themes(told: dict[str, Any]) -> str:
    rows = [
        [name, count, taken.get("supported", 0), taken.get("noted", 0)]
        for name, count, taken in told["by_theme"]
    ]
    heads = ["theme (a recommendation stands in each of its themes)", "all", "supported", "noted"]
    return table(heads, rows)


def _questions(told: dict[str, Any]) -> str:
    asked = ", ".join(f"{name} {count}" for name, count in told["questions"].items())
    linked = ", ".join(f"{key} → {place}" for key, place in told["linked"].items() if place)
    unlinked = ", ".join(key for key, place in told["linked"].items() if not place)
    return (
        f"Questions asked in advance: {sum(told['questions'].values())} ({asked}). Paragraphs of"
        f" Slovenia's own that share rare words with one, found by machine: {linked}. None found"
        f" for {unlinked}."
    )


def _positions(told: dict[str, Any]) -> str:
    taken, reasons = told["positions"], told["reasons"]
    norms = told["norms"][0]
    recommend = "; ".join(
        f"{name} {sum(held.values())} ({held.get('noted', 0)} noted)"
        for name, held in told["askers_recommend"].items()
    )
    return (
        f"{told['recommendations']} recommendations by {told['makers']} States:"
        f" {taken['supported']} supported, {taken['noted']} noted. With a reason:"
        f" {reasons.get('noted', 0)} of those noted, {reasons.get('supported', 0)} of those"
        f" supported. Of the reasons for noting, {told['noted_no_priority']} say that the matter"
        f" is no priority and {told['noted_implemented']} that it is done already. On {norms[0]}:"
        f" {norms[1]}, of which {norms[2].get('noted', 0)} noted. Delegations whose words the"
        f" report gives: {told['speakers']}. What those recommended who had asked in advance:"
        f" {recommend}."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["counted"]:
        counted(sys.argv[2])
    else:
        measure("upr_slovenia", FOLDER, measured, markdown)
