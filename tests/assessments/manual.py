"""Writes the generated parts of docs/assessment.md: `python -m tests.assessments.manual`."""

import re
from pathlib import Path

from headway.assessments.blocks import BLOCKS
from headway.assessments.manuscripts import FIELDS, REQUIRED

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "assessment.md"
_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)

HOLDS = {
    "terms": "commissioner, terms, author, interest, days: from the front matter",
    "basis": "rounds, texts, concerns, questions, undertakings, what is withheld: both sides",
    "unlooked": "the questions of which nobody looked for an answer",
    "finding": "`finding MEASURE`: one measure for both sides, bounds, what is not known",
    "remarks": "what was said about the dialogue, on its terms",
    "recommendations": "recommendations made before, and what was answered",
    "replies": "the replies of both sides: offered, given, their words",
    "measures": "all measures that found something, for both sides",
    "recompute": "view, day and sum of the figures; inside, the root of the log",
    "sources": "the footnotes to all sources that are cited",
}


def written(text: str) -> str:
    """The manual with its generated parts as they are now."""
    return _PART.sub(lambda part: part[1] + PARTS[part[2]]() + part[3], text)


def _table(head: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    lines = [head, ("---", "---"), *rows]
    return "".join(f"| {one} | {other} |\n" for one, other in lines)


def _front() -> str:
    rows = [(f"`{k}`" + (" *" if k in REQUIRED else ""), what) for k, what in FIELDS.items()]
    return _table(("field (* needed)", "holds"), rows)


def _blocks() -> str:
    return _table(("key", "holds"), [(f"`{key}`", HOLDS[key]) for key in BLOCKS])


PARTS = {"front": _front, "blocks": _blocks}

if __name__ == "__main__":
    MANUAL.write_text(written(MANUAL.read_text("utf-8")), "utf-8")
