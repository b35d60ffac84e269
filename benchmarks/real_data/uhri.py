"""An export of the Universal Human Rights Index of 200 MB, generated: seconds and memory.

    python -m benchmarks.real_data.uhri [--write-docs]

The real export was not at hand; the generated one has its fields and invented contents. The
generator is that of the tests, so it runs from a clone of the project.
"""

import sys
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import measure, plain, ran_of, steps_table

OBJECTS = 230_000


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """The file made, read for one side of five, loaded, and loaded again."""
    from benchmarks.real_data.running import run
    from tests.intake.uhri_files import write_export

    path = write_export(folder / "export-full-en.json", OBJECTS)
    record = folder / "index.headway"
    steps = [
        run("init", record),
        run("reading", path, module="uhri"),
        run("load", record, path, "Fiji"),
        run("load", record, path, "Fiji"),
    ]
    return {"bytes": path.stat().st_size, "steps": [plain(step) for step in steps]}


def reading(path: str) -> None:
    """The file read and nothing written."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("reading")
    from headway.intake import Setting, read_any

    draft = read_any(path, setting=Setting(party="Fiji"))
    parts.end(counts=dict(draft.report.counts))


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    names = ("headway init", "read alone", "headway load --party Fiji --write", "again")
    ran = [ran_of(step) for step in found["steps"]]
    counts, load, again = ran[1].told["counts"], ran[2].told, ran[3].told
    told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    new = ", ".join(f"{count:,} {noun}" for noun, count in load["new"].items())
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran, strict=True)),
            f"{found['bytes'] / 1e6:.0f} MB: {told}. New: {new}. Loaded a second time:"
            f" {sum(again['new'].values())} new.",
        ]
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["reading"]:
        reading(sys.argv[2])
    else:
        measure("uhri", None, measured, markdown)
