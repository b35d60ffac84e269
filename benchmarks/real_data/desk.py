"""Two dialogues as a desk would enter them: workbooks from eight texts, measured, pages walked.

    python -m benchmarks.real_data.desk --data ../shared/data [--keep FOLDER] [--write-docs]

The reading is data of this benchmark (`desk_reading`): rounds, matters and steps in our own short
words. Two workbooks are filled, loaded into one record, measured; then every page that can be
reached by links from the first one is asked for.
"""

import re
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.real_data.desk_reading import UK
from benchmarks.real_data.desk_workbook import FILE
from benchmarks.real_data.sections import measure, plain, ran_of, steps_table

SHOWN = (
    "carry_over", "answer_rate", "undertakings", "rungs", "rank_of_head", "retention",
    "single_origin", "stale_concerns", "specificity",
)  # fmt: skip
MOST_PAGES = 3_000
_LINK = re.compile(r'href="(/[^"#]*)')


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """Workbooks written, loaded twice, measured, walked."""
    from benchmarks.real_data.running import run

    record = folder / "desk.headway"
    steps = [run("init", record), run("filling", data / FILE, folder, module="desk")]
    paths = [folder / f"{prefix}.xlsx" for prefix in ("uk", "ev")]
    steps += [run("load", record, path) for path in paths]
    again = [run("load", record, path) for path in paths]
    steps += [run("measured_all", record, module="desk"), run("walked", record, module="desk")]
    return {"steps": [plain(s) for s in steps], "again": [s.told["new"] for s in again]}


def filling(lines: str, folder: str) -> None:
    """The two workbooks, with the texts they name beside them."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("filling")
    from benchmarks.real_data.desk_reading import READINGS
    from benchmarks.real_data.desk_workbook import items, write_filled

    texts = items(Path(lines))
    for prefix, reading in READINGS.items():
        write_filled(Path(folder), prefix, reading, texts)
    parts.end()


def measured_all(record: str) -> None:
    """All measures, as `headway measure RECORD --all` prints them."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("measuring")
    from headway.library import open as open_record

    opened = open_record(record)
    opened.analyse(again=True)
    from headway.services import findings

    corpus = opened.corpus()
    told = [
        {"dialogue": one, "measure": f.measure, "party": f.party, "sentence": f.sentence}
        for one in findings.dialogues_of(corpus, None)
        for f in findings.figures(corpus, one)
    ]
    parts.end(figures=told)


def walked(record: str) -> None:
    """Every page that links lead to from the first one, each once without its query."""
    import os

    from benchmarks.real_data.clock import Parts

    parts = Parts("walking")
    os.environ["HEADWAY_VIEW"] = "desk"
    from django.test import Client

    from headway.library import open as open_record

    open_record(record)
    client = Client(headers={"host": "localhost"})
    seen: dict[str, tuple[int, float]] = {}
    waiting = ["/"]
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen:
            continue
        begun = time.perf_counter()
        answer = client.get(path)
        seen[path] = (answer.status_code, time.perf_counter() - begun)
        if answer.get("Content-Type", "").startswith("text/html"):
            found = _LINK.findall(answer.content.decode())
            waiting += [one.partition("?")[0] for one in found if not one.startswith("/static/")]
    times = sorted(seconds for _, seconds in seen.values())
    parts.end(
        pages=len(seen),
        refused=[path for path, (status, _) in seen.items() if status != 200],
        median=times[len(times) // 2],
        slowest=times[-1],
    )


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    names = ("headway init", "two workbooks filled", "headway load uk.xlsx", "headway load ev.xlsx")
    names += ("headway measure --all", "every page by its links")
    ran = [ran_of(step) for step in found["steps"]]
    figures, walk = ran[4].told["figures"], ran[5].told
    sentences = [
        f"- `{one['measure']}`: {one['sentence']}"
        for one in figures
        if one["measure"] in SHOWN and not _is_empty(str(one["sentence"]))
    ]
    loaded = "; ".join(_loaded(step.told) for step in ran[2:4])
    refused = ", ".join(walk["refused"]) or "none"
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran, strict=True)),
            f"{loaded}. Loaded a second time: {sum(sum(n.values()) for n in found['again'])} new.",
            "\n".join(sentences),
            f"Pages reached by links: {walk['pages']}; not shown: {refused}; median"
            f" {walk['median']:.3f} s, slowest {walk['slowest']:.2f} s.",
            _worth_reading(figures, ran[2:4]),
        ]
    )


def _worth_reading(figures: list[dict[str, str]], loads: Any) -> str:
    concerns = sum(step.told["new"]["Concern"] for step in loads)
    texts = sum(step.told["new"]["Statement"] for step in loads)
    uk, eu = "united-kingdom", "european-union"
    *_, before, last = UK["rounds"]

    def said(name: str, party: str) -> str:
        return next(
            str(one["sentence"])
            for one in figures
            if (one["measure"], one["party"]) == (name, party)
        )

    return (
        "Three findings worth reading:\n\n"
        f"- **{texts} texts name {concerns} matters and not one reply.** Every text says what was"
        " raised; none says what came back. So of the questions none is answered and all are"
        ' unknown, and no rung above "raised" is more than "up to". A reader who took silence'
        " for refusal would be wrong, and the record does not.\n"
        f"- **Nearly everything rests on one side's word.** {said('single_origin', uk)}"
        f" {said('single_origin', eu)} The rest have the one text of the other side"
        " that was at hand.\n"
        f"- **The head of delegation came a step lower.** {said('rank_of_head', eu)} A round"
        " between the two is not on record, so it is not known at which of them the step was taken;"
        " at the last round no text names anybody, and that is unknown, not unchanged. It is a"
        " flag and no verdict: who knows the matter best may be the lower rank.\n\n"
        "**A gap is not an end.** Rounds that are not in these texts are told when they are loaded,"
        " and by their numbers the measures know of them. What the United Kingdom raised at round"
        f" {before} is not held against round {last}, the next one on file: nobody here knows what"
        f" was done with it at round {before + 1}. So most of the carry-over above is unknown, and"
        " the rest is that of rounds that follow each other."
    )


def _is_empty(sentence: str) -> bool:
    return sentence.startswith("0 ") and sentence.rstrip(".").endswith("in the record")


def _loaded(told: dict[str, Any]) -> str:
    new = ", ".join(f"{count} {noun}" for noun, count in told["new"].items())
    flags = " ".join(told["flags"]).rstrip(".")
    return f"{new} (does not add up: {flags or 'nothing'})"


if __name__ == "__main__":
    tasks = {"filling": filling, "measured_all": measured_all, "walked": walked}
    if sys.argv[1:2] and sys.argv[1] in tasks:
        tasks[sys.argv[1]](*sys.argv[2:])
    else:
        measure("desk", FILE, measured, markdown)
