"""Good translations looked through for numbers and days: how many places are told, and rightly?

    python -m benchmarks.real_data.translations --data ../shared/data [--write-docs]

A thousand sentences of news with their translations by professionals (NTREX). The reader was made
with the first half of them in view, and with two of the translations of the second half; on the
other two, which were not looked at before, a person read every place that is told. The verdicts
stand in `translation_verdicts.tsv`, one a place: line, and `lost` (the translation does not state
it, or states another) or `otherwise` (it is said in other words).
"""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import measure, table

FOLDER = Path("parallel") / "ntrex1000"
FILES = {
    "en": ("newstest2019-src.eng.txt", "en"),
    "fr": ("newstest2019-ref.fra.txt", "fr"),
    "fr-CA": ("newstest2019-ref.fra-CA.txt", "fr"),
    "zh-CN": ("newstest2019-ref.zho-CN.txt", "zh-Hans"),
    "zh-TW": ("newstest2019-ref.zho-TW.txt", "zh-Hant"),
}
SEEN = (("en", "fr"), ("en", "zh-CN"))
UNSEEN = (
    ("en", "fr-CA"),
    ("en", "zh-TW"),
    ("zh-TW", "en"),
    ("fr-CA", "en"),
    ("fr-CA", "zh-TW"),
    ("zh-TW", "fr-CA"),
)
HALF = 500
VERDICTS = Path(__file__).with_name("translation_verdicts.tsv")


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """Places looked for and told in each pair of translations; no words of them."""
    texts = texts_in(data)
    lines = range(HALF, len(texts["en"]))
    return {
        "sentences": len(lines),
        "pairs": [_pair(texts, one, other, lines) for one, other in (*UNSEEN, *SEEN)],
    }


def texts_in(data: Path) -> dict[str, list[str]]:
    """The sentences of each language, line by line."""
    return {
        name: (data / FOLDER / file).read_text("utf-8").splitlines()
        for name, (file, _) in FILES.items()
    }


def told_in(texts: dict[str, list[str]], one: str, other: str, line: int, shift: int = 0) -> Any:
    """What one sentence states and its translation (or that of a later sentence) does not."""
    from headway.text.omissions import compare

    languages = (FILES[one][1], FILES[other][1])
    there = texts[other][HALF + (line - HALF + shift) % HALF]
    return compare(texts[one][line], there, languages, pairs=[((0,), (0,))])


def verdicts() -> dict[tuple[str, str, int, int], str]:
    """What a person found at each place, by pair, line and begin."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {(r["from"], r["to"], int(r["line"]), int(r["begin"])): r["verdict"] for r in rows}


def _pair(texts: dict[str, list[str]], one: str, other: str, lines: range) -> dict[str, Any]:
    read = verdicts()
    found = [(line, told_in(texts, one, other, line)) for line in lines]
    places = [(one, other, line, o.begin) for line, told in found for o in told.omissions]
    wrong = [told_in(texts, one, other, line, shift=7) for line in lines]
    return {
        "from": one,
        "to": other,
        "seen": (one, other) in SEEN,
        "looked_for": sum(told.places for _, told in found),
        "told": len(places),
        "verdicts": dict(Counter(read.get(place, "not read") for place in places)),
        "of_another": sum(len(told.omissions) for told in wrong),
    }


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    unseen = [pair for pair in found["pairs"] if not pair["seen"]]
    heads = ["from", "into", "places looked for", "told", "of these lost", "said otherwise",
             "told, another sentence"]  # fmt: skip
    rows = [
        [p["from"], p["to"], p["looked_for"], p["told"], p["verdicts"].get("lost", 0),
         p["verdicts"].get("otherwise", 0), p["of_another"]]
        for p in unseen
    ]  # fmt: skip
    total = {key: sum(p[key] for p in unseen) for key in ("looked_for", "told", "of_another")}
    lost = sum(p["verdicts"].get("lost", 0) for p in unseen)
    unread = sum(p["verdicts"].get("not read", 0) for p in unseen)
    seen = "; ".join(
        f"{p['from']} into {p['to']} {p['told']} of {p['looked_for']}"
        for p in found["pairs"]
        if p["seen"]
    )
    return "\n\n".join(
        [
            f"Sentences: {found['sentences']}, each with its translations. Translations not looked"
            f" at while the reader was made:",
            table(heads, rows),
            _together(total, lost, unread),
            f"Translations looked at while it was made (places told of those looked for): {seen}.",
        ]
    )


def _together(total: dict[str, int], lost: int, unread: int) -> str:
    places, told, another = total["looked_for"], total["told"], total["of_another"]
    return (
        f"Together {told} places are told of {places} looked for ({told / places:.1%}); a person"
        f" read {told - unread} of them: {lost} are lost or changed ({lost / told:.0%}), the rest"
        f" is said in other words. Held against the translation of another sentence, {another} of"
        f" {places} are told ({another / places:.0%})."
    )


if __name__ == "__main__":
    measure("translations", FOLDER / FILES["en"][0], measured, markdown)
