"""Make the background table of word counts that ships with Headway.

    python -m benchmarks.reuse.background DATA headway/reuse/background.tsv

DATA is the folder of real data (../shared/data). Only counts of single folded words leave it:
English from the UN General Debate corpus (CC0), French from the Hansard, NTREX and the
Universal Declaration, Chinese from the Foreign Ministry's press answers, NTREX and the
Universal Declaration. Words below the least count are left out and counted as that count.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from headway.text import fold, token_id

LEAST = {"en": 320, "fr": 3, "zh": 12}
MOST = {"en": 9000, "fr": 6000, "zh": 4000}


def english(data: Path) -> Iterator[str]:
    import pyarrow.parquet as pq

    yield from pq.read_table(data / "ungdc/ungdc-1946-2024.parquet")["text"].to_pylist()


def column(path: Path, name: str) -> Iterator[str]:
    with path.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row[name] or ""


def french(data: Path) -> Iterator[str]:
    yield from column(data / "ca-hansard/aligned_42-1-2_en_fr.tsv", "fr")
    yield from column(data / "parallel/udhr_paragraphs_aligned.tsv", "fr")
    yield from column(data / "parallel/hrmi_parallel_dev.tsv", "fr")
    for name in ("fra", "fra-CA"):
        yield (data / f"parallel/ntrex1000/newstest2019-ref.{name}.txt").read_text("utf-8")


def chinese(data: Path) -> Iterator[str]:
    yield from column(data / "parallel/udhr_paragraphs_aligned.tsv", "zh-Hans")
    yield from column(data / "parallel/hrmi_parallel_dev.tsv", "zh-Hans")
    yield (data / "parallel/ntrex1000/newstest2019-ref.zho-CN.txt").read_text("utf-8")
    with (data / "mfa/mfa_zh_qa_2020-2021.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield " ".join(str(row.get(key) or "") for key in ("question", "answer"))


def counted(texts: Iterator[str]) -> Counter[str]:
    """Folded words and how often; the word of a number is remembered at its first sight."""
    names: dict[int, str] = {}
    counts: Counter[int] = Counter()
    for text in texts:
        folded = fold(text)
        ids = folded.ids.tolist()
        if not names.keys() >= set(ids):
            names.update(zip(ids, folded.words(text), strict=True))
        counts.update(ids)
    return Counter({names[number]: count for number, count in counts.items()})


def main(data: Path, target: Path) -> None:
    lines = ["version\tbackground-1"]
    for language, texts in (("en", english), ("fr", french), ("zh", chinese)):
        counts = counted(texts(data))
        lines.append(f"total\t{language}\t{sum(counts.values())}")
        kept = [(n, word) for word, n in counts.items() if n >= LEAST[language]]
        kept = sorted(kept, key=lambda pair: (-pair[0], pair[1]))[: MOST[language]]
        assert len({token_id(word) for _, word in kept}) == len(kept)
        lines += [
            f"{language}\t{word}\t{n}" for n, word in kept if not any(c.isspace() for c in word)
        ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
