"""One sitting of the Canadian House as a record in two languages, laid beside by paragraph.

    python -m benchmarks.real_data.hansard --data ../shared/data [--keep FOLDER] [--write-docs]

Loads the pair of files, and counts who spoke in which language, where the language changed within
an intervention, which paragraphs have no counterpart, in how many the digits differ, and how many
numbers, days and names of speakers are told as missing from the translation.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import measure, plain, ran_of, steps_table, table

FOLDER = Path("ca-hansard")
FILES = ("42-1-2-en.xml", "42-1-2-fr.xml")
OFFICIAL = FOLDER / "aligned_42-1-2_en_fr.tsv"
DIGITS = re.compile(r"\d+(?:[ ,\u00a0\u202f]\d{3})*")


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures: made, loaded twice, counted."""
    from benchmarks.real_data.running import run

    record = folder / "hansard.headway"
    steps = [
        run("init", record),
        run("load", record, data / FOLDER / FILES[0]),
        run("load", record, data / FOLDER),
        run("counted", data, module="hansard"),
    ]
    return {"steps": [plain(step) for step in steps]}


def counted(data: str) -> None:
    """What the two files say of languages, counterparts and numbers."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.intake.hansard.sitting import read_sitting

    parts.begin("reading")
    one, other = (read_sitting(Path(data) / FOLDER / name) for name in FILES)
    parts.begin("told")
    parts.end(**pair_figures(one, other) | official_figures(Path(data) / OFFICIAL, one, other))


def pair_figures(one: Any, other: Any) -> dict[str, Any]:
    """Counts of one sitting in two languages; no words of it."""
    beside = {p.number: p for p in other.paragraphs}
    both = [(p, beside[p.number]) for p in one.paragraphs if p.number in beside]
    numbered = [(a, b) for a, b in both if _numbers(a.text) or _numbers(b.text)]
    unlike = [(a, b) for a, b in numbered if _numbers(a.text) != _numbers(b.text)]
    speakers: dict[str, Counter[str]] = {}
    switches: Counter[str] = Counter()
    before = None
    for a in one.paragraphs:
        if a.speaker:
            speakers.setdefault(a.speaker.name, Counter())[a.spoken] += 1
        if before and before.holder == a.holder and a.speaker and before.spoken != a.spoken:
            switches[a.holder] += 1
        before = a
    return {
        "paragraphs": len(one.paragraphs),
        "beside": len(both),
        "same_order": [a.number for a, _ in both] == [p.number for p in other.paragraphs],
        "spoken": dict(Counter(a.spoken or "not told" for a in one.paragraphs)),
        "characters": {k: sum(len(p.text) for p in s.paragraphs) for k, s in
                       ((one.language, one), (other.language, other))},
        "speakers": {name: dict(told) for name, told in speakers.items()},
        "switches": sum(switches.values()),
        "switching": len(switches),
        "with_digits": len(numbered),
        "unlike_digits": len(unlike),
        "clock": sum(1 for a, b in unlike if _is_clock(a.text, b.text)),
        "only_english": sum(1 for a, b in unlike if not _numbers(b.text) - _numbers(a.text)),
        "only_french": sum(1 for a, b in unlike if not _numbers(a.text) - _numbers(b.text)),
        "omissions": omission_figures(both, speakers),
    }  # fmt: skip


def omission_figures(both: list[Any], speakers: Any) -> dict[str, int]:
    """Numbers, days and names in what was spoken, held against its translation."""
    from headway.text import names
    from headway.text.omissions import Known, compare

    people = [name for name in sorted(speakers) if not name.startswith("The ")]
    known = [Known(f"name:{name}", "name", *names.person(name)) for name in people]
    found: Counter[str] = Counter()
    for english, french in both:
        if english.spoken not in ("en", "fr"):
            continue
        spoken = (english, french) if english.spoken == "en" else (french, english)
        texts = [" ".join(one.text.split()) for one in spoken]
        languages = ("en", "fr") if english.spoken == "en" else ("fr", "en")
        if all(texts):
            told = compare(texts[0], texts[1], languages, known, [((0,), (0,))])
            found.update(dict(told.looked_for))
            found["told"] += len(told.omissions)
    return {name: found[name] for name in ("number", "date", "name", "told")}


def official_figures(path: Path, one: Any, other: Any) -> dict[str, Any]:
    """Our pairs held against the official table of pairs, blanks aside."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    ours = {p.number: [_plain(p.text), ""] for p in one.paragraphs}
    for p in other.paragraphs:
        ours.setdefault(p.number, ["", ""])[1] = _plain(p.text)
    same = sum(1 for r in rows if ours.get(r["id"]) == [_plain(r["en"]), _plain(r["fr"])])
    return {"official": len(rows), "as_official": same}


def _plain(text: str) -> str:
    return "".join(text.split())


def _numbers(text: str) -> Counter[str]:
    return Counter(str(int(re.sub(r"\D", "", found))) for found in DIGITS.findall(text))


def _is_clock(english: str, french: str) -> bool:
    return bool(re.search(r"\d [ap]\.m\.", english) and re.search(r"\d h\b", french))


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    names = (
        "headway init",
        "headway load 42-1-2-en.xml --write",
        "headway load ca-hansard --write",
    )
    ran = [ran_of(step) for step in found["steps"]]
    load, told = ran[1].told, ran[3].told
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran[:3], strict=True)),
            f"{load['notes'][0]} Complaints: {len(load['complaints'])}. Loaded a second time as a"
            f" folder: {sum(ran[2].told['new'].values())} new values.",
            _beside(told),
            _languages(told),
            _digits(told),
        ]
    )


def _beside(told: dict[str, Any]) -> str:
    order = "in the same order" if told["same_order"] else "not in the same order"
    share = told["characters"]["fr"] / told["characters"]["en"]
    return (
        f"Paragraphs with a counterpart: {told['beside']} of {told['paragraphs']}, {order}."
        f" The official table of pairs has {told['official']}; {told['as_official']} of ours are"
        f" the same, blanks aside. The French text has {told['characters']['fr']:,} characters,"
        f" the English {told['characters']['en']:,} (French to English {share:.2f})."
    )


def _languages(told: dict[str, Any]) -> str:
    both = [n for n, held in told["speakers"].items() if {"en", "fr"} <= set(held)]
    rows = [
        ["English only", _only(told, "en")],
        ["French only", _only(told, "fr")],
        ["both", len(both)],
    ]
    spoken = ", ".join(f"{number} {name}" for name, number in sorted(told["spoken"].items()))
    return (
        f"Paragraphs by language spoken: {spoken}. The language changes"
        f" {told['switches']} times within an intervention, in {told['switching']}"
        f" interventions.\n\n{table(['speakers who spoke', 'number'], rows)}"
    )


def _only(told: dict[str, Any], language: str) -> int:
    return sum(1 for held in told["speakers"].values() if set(held) == {language})


def _digits(told: dict[str, Any]) -> str:
    return (
        f"Paragraphs with digits: {told['with_digits']}; in {told['unlike_digits']} the digits"
        f" are not the same in both languages: {told['clock']} are times of the clock,"
        f" {told['only_english']} have a number in digits in English only,"
        f" {told['only_french']} in French only.\n\n{_omissions(told['omissions'])}"
    )


def _omissions(told: dict[str, int]) -> str:
    places = told["number"] + told["date"] + told["name"]
    return (
        f"Held against its translation, with words read too: {told['number']} numbers,"
        f" {told['date']} days and months and {told['name']} names of speakers looked for in what"
        f" was spoken; {told['told']} of {places} told as missing."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["counted"]:
        counted(sys.argv[2])
    else:
        measure("hansard", FOLDER / FILES[0], measured, markdown)
