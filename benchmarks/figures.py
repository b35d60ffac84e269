"""Rewrites every figure in docs/: `make figures`, or `python -m benchmarks.figures NAME ...`.

A figure in a document stands between `<!-- figures: NAME -->` and `<!-- end figures -->`, and
the command of that name below writes what is between them. Pages of `WHOLE` are written
altogether by their command.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MARK = re.compile(r"<!-- figures: (\S+) -->.*?<!-- end(?: figures)? -->", re.DOTALL)

WRITERS: dict[str, tuple[str, ...]] = {
    "real_data": ("benchmarks.real_data", "--write-docs"),
    "press": ("benchmarks.real_data.press", "--write-docs"),
    "upr": ("benchmarks.real_data.upr", "--write-docs"),
    "speakers": ("benchmarks.real_data.speakers", "--write-docs"),
    "uhri": ("benchmarks.real_data.uhri", "--write-docs"),
    "desk": ("benchmarks.real_data.desk", "--write-docs"),
    "hansard": ("benchmarks.real_data.hansard", "--write-docs"),
    "translations": ("benchmarks.real_data.translations", "--write-docs"),
    "damage": ("tests.intake.damage", "--write-docs"),
    "upr_slovenia": ("benchmarks.real_data.upr_slovenia", "--write-docs"),
    "reuse": ("benchmarks.reuse", "edited", "--write-docs"),
}
"""What writes the figures of each name: a module and its arguments."""

WHOLE: dict[str, tuple[str, ...]] = {
    "measures.md": ("tests.measures.manual",),
    "bundle.md": ("tests.bundle.manual",),
}
"""Pages written altogether."""


def names_in(page: str) -> list[str]:
    """The names between whose markers a page keeps figures, in order."""
    return MARK.findall(page)


def without_figures(page: str) -> str:
    """A page without what stands between markers, its lines kept in number."""
    return MARK.sub(lambda found: "\n" * found.group(0).count("\n"), page)


def main() -> None:
    """Run every writer, or those named; the first that fails ends it."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join([*WRITERS, *WHOLE]))
    chosen = options.parse_args().names or [*WRITERS, *WHOLE]
    for name in chosen:
        command = WRITERS.get(name) or WHOLE.get(name)
        if command is None:
            sys.exit(f"no figures are called {name!r}; there are {', '.join([*WRITERS, *WHOLE])}")
        print(f"== {name}: python -m {' '.join(command)}", flush=True)
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            sys.exit(f"the figures {name} could not be written; the lines above say why")


if __name__ == "__main__":
    main()
