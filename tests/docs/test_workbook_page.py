"""docs/workbook.md names the sheets as they are."""

import re

from headway.intake.workbook.sheets import NOT_ASKED_FOR, SHEETS
from headway.intake.workbook.words import word


def between(text, mark):
    return re.search(f"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", text, re.DOTALL).group(1)


def sheets_table():
    """The generated part."""
    rows = ["| sheet | holds |", "|---|---|"]
    for sheet in SHEETS:
        held = ", ".join(word("block", block.noun, "en").lower() for block in sheet.blocks)
        title = word("sheet", sheet.key, "en")
        rows.append(f"| {f'**{title}**' if sheet.leading else title} | {held} |")
    return "\n".join(rows) + "\n"


def test_the_page_is_current(repository):
    text = (repository / "docs" / "workbook.md").read_text(encoding="utf-8")
    assert between(text, "sheets") == sheets_table()
    assert between(text, "left out").strip() == ", ".join(sorted(NOT_ASKED_FOR))
    assert sum(sheet.leading for sheet in SHEETS) == 7
