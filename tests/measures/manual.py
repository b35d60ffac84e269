"""Writes `docs/measures.md`: every measure as it describes itself, with its drawn examples.

    python -m tests.measures.manual        # writes the page anew

A test fails when the page is not what this module would write.
"""

import importlib
import sys
from pathlib import Path

from headway.measures import Measure, measures
from headway.measures.sentences import percent
from tests.measures.drawn import SIDES, Drawn, ends_of, figure_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "measures.md"

NAMES = {"a": "Ardenia", "b": "Belmark"}

HEAD = """# The measures

<!-- Written by `python -m tests.measures.manual` from the measures and their tests. -->

Each measure runs for both parties of a dialogue, as of any day, for any view, and returns one
plain sentence with its counts first, bounds that say what the unknown items allow, and the items
behind it. The six that lead on a dialogue page come first.

- An item is `yes`, `no`, `not_applicable`, or unknown: `no_evidence` (somebody looked and found
  nothing), `not_looked`, `withheld`, `not_assessed` (the method cannot say). Unknown is never
  nought.
- A rate of n items with k yes and u unknown or disputed lies between k / n and (k + u) / n. Below
  five items no rate is printed.
- Facts withheld from a view, and disclosed as withheld, widen the bounds; sealed ones do not exist.
- Outside the desk and assessor views counts of persons, cases and answering persons from 1 to 4
  are not printed, with enough others that they cannot be found by subtracting.
- There is no overall score, no ranking and no measure about one named official.

The examples below are run as tests. Every table starts with these lines:

```
{sides}
```
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD.format(sides=SIDES.strip())]
    parts.extend(_measure(about) for about in measures())
    return "\n".join(parts)


def _measure(about: Measure) -> str:
    leading = f" It is number {about.leading} of the six that lead." if about.leading else ""
    lines = [
        f"## `{about.name}`: {about.title.lower()}",
        "",
        f"**{about.question}**{leading}",
        "",
        f"- Both sides: {about.both_sides}",
        f"- Kind: {about.kind}. Version {about.version}.",
        *_settings(about),
        "",
        _docstring(about),
        "",
    ]
    lines.extend(line for drawn in _drawn(about) for line in _example(about, drawn))
    return "\n".join(lines)


def _settings(about: Measure) -> list[str]:
    if not about.settings:
        return []
    told = ", ".join(f"`{name}` {value:g}" for name, value in about.settings)
    return [f"- Settings, fixed before a round and printed with the result: {told}."]


def _docstring(about: Measure) -> str:
    """The module's own text without its first line, which is the question."""
    module = importlib.import_module(f"headway.measures.{about.name}")
    return (module.__doc__ or "").strip().partition("\n")[2].strip()


def _drawn(about: Measure) -> tuple[Drawn, ...]:
    try:
        module = importlib.import_module(f"tests.measures.test_{about.name}")
    except ModuleNotFoundError:
        module = importlib.import_module("tests.measures.test_text")
    return getattr(module, "DRAWN", {}) if about.name in module.__name__ else ()


def _example(about: Measure, drawn: Drawn) -> list[str]:
    figure = figure_of(about.name, drawn)
    asked = f"Asked about {NAMES[figure.party]}, view {drawn.view}"
    if drawn.as_of:
        asked = f"{asked}, as of {drawn.as_of}"
    lines = [f"### {drawn.title[0].upper()}{drawn.title[1:]}", ""]
    if drawn.table.strip():
        lines += ["```", drawn.table.strip(), "```", ""]
    for name, text in drawn.texts:
        lines += [f"`@{name}`: {text}", ""]
    lines += [f"{asked}:", "", f"> {figure.sentence}", ""]
    if figure.bounds is not None and figure.bounds.rate_may_be_shown:
        low, high = ends_of(figure)
        lines += [f"Bounds: {percent(low or 0.0)} to {percent(high or 0.0)}.", ""]
    for title, sentence in drawn.parts.items():
        lines.append(f"- {title}: {sentence}")
    return [*lines, ""] if drawn.parts else lines


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE.name}\n")
