"""What is timed, each task run in a process of its own by `benchmarks.real_data`.

The functions are those that the commands `init`, `load --write` and `reuse` call.
"""

import sys
from collections.abc import Callable
from typing import Any

from benchmarks.real_data.clock import Parts


def calibration() -> None:
    """A fixed small piece of plain work on one core, to compare machines and moments."""
    import numpy as np

    parts = Parts("calibration")
    numbers = np.random.default_rng(1).integers(0, 1 << 62, 8_000_000)
    np.sort(numbers)
    words = {str(number): number for number in range(1_000_000)}
    parts.end(words=len(words))


def init(record: str) -> None:
    """An empty record."""
    parts = Parts("starting")
    from headway.record import setup

    parts.begin("making the record")
    setup.create_record(record)
    parts.end()


def load(record: str, path: str, party: str = "") -> None:
    """A path into a record, as `headway load RECORD PATH --write [--party PARTY]` does it."""
    parts = Parts("starting")
    from headway.cli.options import now
    from headway.intake import Setting, read_any
    from headway.library import open as open_record

    parts.begin("reading the file")
    draft = read_any(path, setting=Setting(party=party) if party else None)
    parts.begin("opening the record")
    open_record(record)
    from headway.services import loading
    from headway.services.permissions import local_user

    report = loading.load(
        values=draft.known,
        texts=draft.texts,
        originals=draft.originals,
        by=local_user("desk"),
        at=now(),
        progress=parts.report,
    )
    parts.end(
        new=dict(report.new),
        texts=report.texts,
        flags=[flag.summary for flag in report.flags],
        complaints=[*map(str, draft.complaints), *map(str, report.complaints)],
        notes=list(getattr(draft, "notes", ())),
    )


def reuse(record: str) -> None:
    """Reuse, measures and search of a record, as `headway reuse RECORD` does it."""
    parts = Parts("starting")
    from headway.library import open as open_record

    opened = open_record(record)
    parts.begin("reading the record")
    from headway.domain.views import Viewer
    from headway.record.derived import Derived
    from headway.reuse import search
    from headway.services import analysis, findings

    parts.watch(search, "fold_all", "folding")
    parts.watch(Derived, "write_reuse", "keeping findings")
    parts.watch(analysis, "recur_and_keep", "recurring sentences")
    parts.watch(analysis, "measure_and_keep", "measures")
    parts.watch(analysis, "index_and_keep", "search index")
    opened.analyse(Viewer("desk"), again=True, report=_only_reuse(parts))
    parts.begin("told")
    parts.end(report=findings.report(opened.corpus()))


def _only_reuse(parts: Parts) -> Callable[[str, int, int], None]:
    """A progress callback for the steps of the engine; what is watched by name is left alone."""
    labels = {
        "runs": "exact layer: runs",
        "passages": "exact layer: passages",
        "edits": "edited layer",
        "classes": "both layers: classes",
        "places": "both layers: places",
    }

    def report(step: str, done: int, total: int) -> None:
        label = labels.get(step.partition(" (")[0])
        if label:
            parts.begin(label)

    return report


def found(record: str) -> None:
    """What was asked of the findings of the General Debate record."""
    parts = Parts("asking")
    from benchmarks.real_data.asking import answers
    from headway.library import open as open_record

    told: dict[str, Any] = answers(open_record(record).corpus())
    parts.end(**told)


def pages(record: str, *paths: str) -> None:
    """Seconds that pages of a record take, the second time they are asked for."""
    parts = Parts("pages")
    from benchmarks.real_data.browsing import timed_pages

    parts.end(pages=timed_pages(record, paths))


def rounds(record: str) -> None:
    """What a record of readouts holds: rounds, statements, and why nothing was compared."""
    parts = Parts("asking")
    from benchmarks.real_data.asking import rounds_of
    from headway.library import open as open_record

    parts.end(**rounds_of(open_record(record).corpus()))


TASKS: dict[str, Callable[..., None]] = {
    task.__name__: task for task in (calibration, init, load, reuse, found, pages, rounds)
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](*sys.argv[2:])
