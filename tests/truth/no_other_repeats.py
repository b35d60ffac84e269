"""Outside the planted passages no run of 12 tokens occurs twice in the invented example.

    python tests/truth/no_other_repeats.py

Texts and the strings of the JSON lines are searched together. Two equal runs are allowed only
when both lie inside places of one and the same planted passage, or when they are two versions
of one field of one fact (a later line of the same id).
"""

import json
import sys
from collections import defaultdict

from plain import BUNDLE, PASSAGES, texts, tokens

RUN = 12


def strings(content: object, path: str) -> list[tuple[str, str]]:
    """Every string inside JSON data with the way to it."""
    if isinstance(content, str):
        return [(path, content)]
    if isinstance(content, dict):
        return [s for key, part in content.items() for s in strings(part, f"{path}.{key}")]
    if isinstance(content, list):
        return [s for i, part in enumerate(content) for s in strings(part, f"{path}[{i}]")]
    return []


def documents() -> dict[str, str]:
    """Texts by name and JSON strings by file, id and field; versions of a field are one."""
    found = dict(texts())
    for path in sorted(BUNDLE.glob("*.json*")):
        if path.name == "formulas.jsonl":  # the planted formulae once more, as patterns
            continue
        for line in (
            path.read_text(encoding="utf-8").splitlines()
            if path.suffix == ".jsonl"
            else [path.read_text(encoding="utf-8")]
        ):
            data = json.loads(line)
            name = f"{path.name}:{data.get('id', '')}"
            found.update({way: text for way, text in strings(data, name) if len(text) > 20})
    return found


def planted() -> dict[str, list[tuple[int, int, str]]]:
    """Spans of planted passages by text, with the passage's id."""
    spans = defaultdict(list)
    for passage in json.loads(PASSAGES.read_text(encoding="utf-8"))["passages"]:
        for place in passage["places"]:
            spans[place["text"]].append((place["begin"], place["end"], passage["id"]))
    return spans


def main() -> int:
    """Print every run that occurs twice without having been planted."""
    spans = planted()
    seen: dict[tuple[str, ...], tuple[str, str | None]] = {}
    wrong = set()
    for name, text in documents().items():
        row = tokens(text)
        for i in range(len(row) - RUN + 1):
            run = tuple(t for t, _, _ in row[i : i + RUN])
            begin, end = row[i][1], row[i + RUN - 1][2]
            inside = next((p for b, e, p in spans.get(name, []) if b <= begin and end <= e), None)
            before = seen.setdefault(run, (name, inside))
            twice_here = before[1] is None and inside is None and count(run, row) > 1
            elsewhere = before != (name, inside)
            if (elsewhere or twice_here) and (inside is None or before[1] != inside):
                wrong.add((before[0], name, " ".join(run)))
    for first, second, run in sorted(wrong):
        print(f"{first} | {second} | {run}")
    print(f"{len(wrong)} runs of {RUN} tokens occur twice outside the planted passages")
    return 1 if wrong else 0


def count(run: tuple[str, ...], row: list[tuple[str, int, int]]) -> int:
    """How often a run occurs in one text."""
    return sum(tuple(t for t, _, _ in row[i : i + RUN]) == run for i in range(len(row) - RUN + 1))


if __name__ == "__main__":
    sys.exit(main())
