"""The readouts of real dialogues as a folder that `headway load` reads: texts and a manifest.

    python -m benchmarks.real_data.readouts ../shared/data/dialogue/dialogue_examples.jsonl FOLDER

The manifest is what a person at a desk would write: whose document, which round, where from.
"""

import csv
import json
import sys
from pathlib import Path
from typing import Any

FILE = Path("dialogue") / "dialogue_examples.jsonl"


def write_folder(lines: Path, folder: Path) -> Path:
    """Writes the texts of a JSONL file and their manifest into a folder; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with lines.open(encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    for item in items:
        (folder / f"{item['id']}.txt").write_text(item["text"], encoding="utf-8")
    rows = [_row(item) for item in items]
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder


def _row(item: dict[str, Any]) -> dict[str, Any]:
    is_readout = item["round"] is not None
    return {
        "file": f"{item['id']}.txt",
        "dialogue": item["series"],
        "parties": item["series"].split(" ")[0].replace("-", ";"),
        "round": item["round"] if is_readout else "",
        "date": item["date"],
        "place": item["place"],
        "party": item["side"],
        "language": item["lang"],
        "kind": "readout" if is_readout else "paper",
        "source": item["url"],
        "comment": "The text is cut off." if item["truncated"] else "",
    }


if __name__ == "__main__":
    write_folder(Path(sys.argv[1]), Path(sys.argv[2]))
