"""Try Headway on real data: load, find, ask, browse; figures as JSON and as Markdown.

    python -m benchmarks.real_data --data ../shared/data [--keep FOLDER] [--write-docs]

Loads the whole General Debate corpus into a fresh record by the functions that the commands
use, and the readouts of real dialogues into another. Each task is a process of its own, with
a calibration before and after. With --keep the records stay in FOLDER and can be served;
--write-docs puts the figures into docs/tried-on-real-data.md.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.real_data import browsing, readouts
from benchmarks.real_data.running import Ran, run
from benchmarks.real_data.telling import NAME, markdown, written_into

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tried-on-real-data.md"
CORPUS = Path("ungdc") / "ungdc-1946-2024.parquet"


def general_debate(data: Path, folder: Path) -> dict[str, Any]:
    """The whole corpus: made, loaded, compared, asked, browsed."""
    record = folder / "general-debate.headway"
    steps = [
        run("init", record),
        run("load", record, data / CORPUS),
        run("reuse", record),
    ]
    return {
        "steps": [asdict(step) for step in steps],
        "found": run("found", record).told,
        "pages": run("pages", record, *browsing.GENERAL_DEBATE).told["pages"],
    }


def dialogues(data: Path, folder: Path) -> dict[str, Any]:
    """The readouts: a folder with a manifest, loaded as rounds."""
    record = folder / "readouts.headway"
    texts = readouts.write_folder(data / readouts.FILE, folder / "readouts")
    steps = [run("init", record), run("load", record, texts), run("reuse", record)]
    return {
        "steps": [asdict(step) for step in steps],
        "found": run("rounds", record).told,
        "pages": run("pages", record, *browsing.READOUTS).told["pages"],
    }


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures, with the machine and the moment they were taken on."""
    load, before = os.getloadavg()[0], run("calibration")
    told = {"general_debate": general_debate(data, folder), "readouts": dialogues(data, folder)}
    after = run("calibration")
    return {
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "load_before": round(load, 1),
            "load_after": round(os.getloadavg()[0], 1),
        },
        "calibration": [_worked(before), _worked(after)],
        **told,
    }


def _worked(ran: Ran) -> dict[str, float]:
    part = ran.parts[0]
    return {"wall": part["wall"], "cpu": part["cpu"]}


def _fresh(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob("*.headway")):
        sys.exit(f"{folder} holds records already; name another folder")
    return folder


def main() -> None:
    """Measure, print, and with --write-docs write the page."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    options.add_argument("--keep", type=Path, help="folder for the records, which then stay")
    options.add_argument("--write-docs", action="store_true", help=f"rewrite {PAGE.name}")
    chosen = options.parse_args()
    if not (chosen.data / CORPUS).exists():
        sys.exit(f"{CORPUS} is not there; say where the real data are with --data")
    with tempfile.TemporaryDirectory() as scratch:
        told = measured(chosen.data, _fresh(chosen.keep or Path(scratch)))
    print(json.dumps(told, ensure_ascii=False, indent=1))
    print(markdown(told))
    if chosen.write_docs:
        PAGE.write_text(written_into(PAGE.read_text("utf-8"), NAME, markdown(told)), "utf-8")


if __name__ == "__main__":
    main()
