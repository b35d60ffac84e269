"""How many planted passages a search finds, by how much they were edited, and what else it finds.

    python -m benchmarks.reuse edited [--data FOLDER] [--seed 11] [--each 40] [--write-docs]

Passages are taken from one text and set, edited, into a later one (see `planting`): speeches of
the General Debate (English), press answers (Chinese), a sitting of a parliament (French), where
FOLDER has them, and texts of invented words. A share is found if some passage, verbatim or
edited, overlaps it; beside it the mean intersection over union of the best one, and how often the
delivery it was taken from is among the places shown. What else is found edited is told by its
matched words, its similarity and its bits. Last, texts drawn from pairs of words: anything found
there is false. Then time and memory over the whole corpus.
"""

import argparse
import csv
import json
import re
import statistics
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.reuse.planting import RATES, Planted, bigram_texts, invented_texts, plant
from headway.domain.dates import PartialDate
from headway.reuse import Delivery, Passage, Reuse, find

DATA = Path(__file__).parents[3] / "shared/data"
PAGE = Path(__file__).parents[2] / "docs" / "reuse.md"
MARK = re.compile(r"<!-- figures: reuse -->.*?<!-- end figures -->", re.DOTALL)
LENGTHS = ((20, 40), (40, 80))


def speeches(data: Path) -> list[str]:
    """190 speeches of all years, in order."""
    import pyarrow.parquet as pq

    rows = pq.read_table(data / "ungdc/ungdc-1946-2024.parquet").to_pylist()
    rows.sort(key=lambda row: (row["year"], row["id"]))
    return [row["text"] for row in rows[:: len(rows) // 190]]


def briefings(data: Path) -> list[str]:
    """150 press conferences in Chinese, in order."""
    by_day: dict[str, list[str]] = {}
    with (data / "mfa/mfa_zh_qa_2020-2021.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            said = f"{row.get('question') or ''}\n{row.get('answer') or ''}"
            by_day.setdefault(row["time"], []).append(said)
    return ["\n".join(by_day[day]) for day in sorted(by_day)[:150]]


def sitting(data: Path) -> list[str]:
    """One sitting of a parliament in French, in nine parts."""
    path = data / "ca-hansard/aligned_42-1-2_en_fr.tsv"
    with path.open(encoding="utf-8-sig") as lines:
        held = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row["fr"] for row in held if row["fr"]]
    step = max(1, len(rows) // 9)
    return ["\n".join(rows[at : at + step]) for at in range(0, len(rows), step)]


SETS: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "speeches": ("en", speeches),
    "briefings": ("zh", briefings),
    "sitting": ("fr", sitting),
}


def searched(texts: Sequence[str], language: str) -> Reuse:
    """What a search finds in texts delivered a day after the other by one side."""
    deliveries = [
        Delivery(
            id=str(at),
            text=str(at),
            language=language,
            side="a",
            delivered_on=PartialDate((date(2000, 1, 1) + timedelta(days=at)).isoformat()),
            dialogue="d",
            meeting=str(at),
        )
        for at in range(len(texts))
    ]
    return find(deliveries, {str(at): text for at, text in enumerate(texts)})


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def told(planted: Planted, reuse: Reuse) -> tuple[dict[float, list[tuple[float, bool]]], list[Any]]:
    """For each rate and plant the best overlap and whether its source is shown; and the rest."""
    found: dict[float, list[tuple[float, bool]]] = {}
    places: dict[int, list[tuple[int, int]]] = {}
    for one in planted.plants:
        places.setdefault(one.target, []).append(one.target_span)
        near = [p for p in reuse.passages(str(one.target)) if _meets(p, one.target_span)]
        best = max((overlap((p.begin, p.end), one.target_span) for p in near), default=0.0)
        shown = {place.delivery for p in near for place in (p.first, p.previous) if place}
        found.setdefault(one.rate, []).append((best, str(one.source) in shown))
        places.setdefault(one.source, []).append(one.source_span)
    rest = [
        passage
        for at in range(len(planted.texts))
        for passage in reuse.passages(str(at))
        if passage.how == "edited" and passage.kind != "first_here"
        and not any(_meets(passage, span) for span in places.get(at, []))
    ]  # fmt: skip
    return found, rest


def _meets(passage: Passage, span: tuple[int, int]) -> bool:
    return passage.begin < span[1] and span[0] < passage.end


def _quartiles(values: Sequence[float]) -> str:
    if len(values) < 2:
        return "-"
    return " / ".join(f"{value:.2f}" for value in statistics.quantiles(values, n=4))


def report(name: str, language: str, texts: list[str], seed: int, each: int) -> list[str]:
    """The rows of one set of texts, and a sentence on what else was found."""
    rows: list[str] = []
    rest_of: list[Passage] = []
    for tokens in LENGTHS:
        planted = plant(texts, seed=seed, each=each, tokens=tokens)
        found, rest = told(planted, searched(planted.texts, language))
        for rate in RATES:
            held = found[rate]
            hits = [share for share, _ in held if share]
            cells = (
                name, f"{tokens[0]}-{tokens[1]}", f"{rate:.0%}", f"{len(held)}",
                f"{len(hits) / len(held):.0%}", f"{sum(s >= 0.5 for s in hits) / len(held):.0%}",
                f"{statistics.mean(hits or [0]):.2f}", f"{sum(s for _, s in held) / len(held):.0%}",
            )  # fmt: skip
            rows.append(f"| {' | '.join(cells)} |")
        rest_of += rest
    words = (
        f"Found besides in {name}, where nothing was planted, in one search for each length: "
        f"{len(rest_of):,} edited passages"
    )
    if len(rest_of) > 1:
        words += (
            f" (quartiles of matched words {_quartiles([p.n_matched for p in rest_of])}, of "
            f"similarity {_quartiles([p.similarity for p in rest_of])}, of bits "
            f"{_quartiles([p.bits for p in rest_of])})"
        )
    return [*rows, f"{words}."]


HEAD = (
    "| texts | words | edited | planted | found | IoU 0.5 or more | mean IoU | source shown |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
)


def whole_corpus(data: Path) -> list[str]:
    """Time and memory over all speeches, without and with the edited layer."""
    from benchmarks.reuse.__main__ import measured

    lines = measured("whole", data / "ungdc/ungdc-1946-2024.parquet", "all", 1)
    rows = [
        f"| {line['what']} | {line['wall']:.1f} | {line['cpu']:.1f} | {line['gb']:.2f} "
        f"| {line['found']} |"
        for line in lines
        if "layer" in line["what"]
    ]
    return [
        "| all speeches of the General Debate | wall s | CPU s | peak GB | found |",
        "| --- | ---: | ---: | ---: | --- |",
        *rows,
    ]


def block(data: Path, seed: int, each: int) -> str:
    """Everything that is measured, as Markdown."""
    rows, sentences = list(HEAD), []
    sets = {"invented words": ("en", lambda data: invented_texts(5, 60)), **SETS}
    for name, (language, read) in sets.items():
        try:
            texts = read(data)
        except FileNotFoundError as error:
            sentences.append(f"{name} left out: {error.filename} is not there.")
            continue
        *more, sentence = report(name, language, texts, seed, 8 if name == "sitting" else each)
        rows += more
        sentences.append(sentence)
        if name == "speeches":
            drawn = bigram_texts(texts, seed, 25_000_000)
            reuse = searched(drawn, language)
            edited = int((reuse.columns["how"] == 1).sum())
            size = sum(map(len, drawn)) / 1e6
            sentences.append(
                f"Found in {size:.0f} MB drawn from pairs of words of these speeches, all of it "
                f"false: {len(reuse) - edited} verbatim and {edited} edited passages."
            )
    try:
        sentences += ["", *whole_corpus(data)]
    except OSError as error:
        sentences.append(f"The whole corpus left out: {error}.")
    return "\n".join([*rows, "", *(f"{one}\n" if one[:1] != "|" else one for one in sentences)])


def main(arguments: Sequence[str]) -> None:
    """Print everything; with --write-docs put it into the page."""
    options = argparse.ArgumentParser(prog="benchmarks.reuse edited", description=__doc__)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--each", type=int, default=40)
    options.add_argument("--write-docs", action="store_true", help=f"rewrite {PAGE.name}")
    chosen = options.parse_args(arguments)
    told_here = block(chosen.data, chosen.seed, chosen.each)
    print(told_here)
    if chosen.write_docs:
        page = PAGE.read_text(encoding="utf-8")
        new = f"<!-- figures: reuse -->\n\n{told_here.strip()}\n\n<!-- end figures -->"
        PAGE.write_text(MARK.sub(lambda _: new, page), encoding="utf-8")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
