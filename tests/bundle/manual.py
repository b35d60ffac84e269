"""Writes the generated parts of docs/bundle.md: `python -m tests.bundle.manual`."""

import json
import re
from pathlib import Path

from headway.domain.ids import any_id
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, file_name, shapes
from headway.domain.values import Value
from headway.intake.manifests import COLUMNS
from tests.bundle.folders import INFO, LINES

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "bundle.md"
COMMON = {shape.name for shape in shapes(Value)}
_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def written(text: str) -> str:
    """The manual with its generated parts as they are now."""
    return _PART.sub(lambda part: part[1] + PARTS[part[2]]() + part[3], text)


def _common() -> str:
    return _table("field", "holds", [(f"`{s.name}`", _holds(s)) for s in shapes(Value)])


def _nouns() -> str:
    return "\n".join(_noun(noun) for noun in NOUNS.values())


def _noun(noun: type[Value]) -> str:
    about = " ".join((noun.__doc__ or "").split("\n\n")[0].split())
    rows = [
        (f"`{shape.name}`" + (" *" if shape.required else ""), _holds(shape))
        for shape in shapes(noun)
        if shape.name not in COMMON
    ]
    return (
        f"### `{file_name(noun)}`: {noun.__name__}\n\n{about}\n\n{_table('field', 'holds', rows)}"
    )


def _holds(shape: Shape) -> str:
    what = _KINDS[shape.kind]
    if shape.choices:
        what = "one of " + ", ".join(f"`{choice}`" for choice in shape.choices)
    if shape.refers_to:
        example = any_id("Noun", "id")
        what = f"`{example}`" if shape.refers_to == "*" else f"id of a {shape.refers_to}"
    return f"list of: {what}" if shape.many else what


_KINDS = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date, may lack day or month",
    "wording": "text a language",
    "choice": "one of",
}


def _columns() -> str:
    return _table("column", "holds", [(f"`{name}`", what) for name, what in COLUMNS.items()])


def _example() -> str:
    lines = [f"bundle.json\n  {json.dumps(INFO, ensure_ascii=False)}"]
    for name, rows in LINES.items():
        shown = "\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        lines.append(f"{name}\n{shown}")
    return "```\n" + "\n".join(lines) + "\n```\n"


def _table(left: str, right: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]
    return "\n".join(lines) + "\n"


PARTS = {"common": _common, "nouns": _nouns, "columns": _columns, "example": _example}

if __name__ == "__main__":
    MANUAL.write_text(written(MANUAL.read_text(encoding="utf-8")), encoding="utf-8")
