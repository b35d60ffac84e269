"""docs/minutes.md names the tables of the template as they are."""

from headway.intake.minutes.layout import TABLES
from headway.intake.minutes.words import word
from headway.intake.workbook.words import word as workbook_word
from tests.docs.test_workbook_page import between


def test_the_page_names_the_tables(repository):
    text = (repository / "docs" / "minutes.md").read_text(encoding="utf-8")
    stated = [line.split(" | ") for line in between(text, "tables").splitlines()[3:-1]]
    ours = [
        [table.title("en"), ", ".join(workbook_word("block", b.noun, "en") for b in table.blocks)]
        for table in TABLES
    ]
    assert [[a.strip("| "), b.strip("| ")] for a, b in stated] == [[a, b.lower()] for a, b in ours]
    assert f'"{word("text", "words", "en")}"' in text
