"""Writes `docs/terms.md`, the vocabulary in three languages, from the catalogues.

    python -m tests.phrases.terms        # writes the page anew

A test fails when the page is not what this module would write, or the workbook's words differ.
"""

from pathlib import Path

from headway.domain.nouns import NOUNS
from headway.phrases import LANGUAGES, NAMES, noun_words, speaking
from headway.web import words

PAGE = Path(__file__).resolve().parents[2] / "docs" / "terms.md"

HEAD = """# The vocabulary in three languages

<!-- Written by `python -m tests.phrases.terms` from the catalogues in headway/phrases/locale. -->

The words of Headway in each language it speaks: the United Nations' own where they have one.
Pages, files and the workbook use these and no others. What each means stands in
[GLOSSARY.md](../GLOSSARY.md).
"""

TABLES = (
    ("What is kept", dict.fromkeys(NOUNS)),
    ("What an item can be", words.CODES),
    ("How a text stands to what was said", words.FIDELITY),
    ("What a text is", words.RENDERING_KINDS),
    ("How a reply was read", words.REPLY_KINDS),
    ("What happened to a concern", words.STEPS),
    ("How far a concern got", words.RUNGS),
    ("What became of an undertaking", words.PROGRESS),
    ("What was said or tabled", words.STATEMENT_KINDS),
    ("Who came", words.ROLES),
    ("Bodies", words.BODY_KINDS),
    ("What a body is to a concern", words.RELATIONS),
    ("Where a passage was said before", words.REUSE),
    ("Terms of attribution", words.TERMS),
    ("Why something is withheld", words.CATEGORIES),
    ("Views", words.VIEW_NAMES),
)


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_table(title, table) for title, table in TABLES)])


def _table(title: str, table: object) -> str:
    columns = []
    for language in LANGUAGES:
        with speaking(language):
            columns.append(_words(table))
    rows = [" | ".join(row) for row in zip(*columns, strict=True)]
    head = " | ".join(NAMES[language] for language in LANGUAGES)
    body = "\n".join(f"| {row} |" for row in rows)
    return f"## {title}\n\n| {head} |\n|---|---|---|\n{body}\n"


def _words(table: object) -> list[str]:
    if isinstance(table, dict):
        return [noun_words(name) for name in table]
    found = [table[code] for code in table]  # type: ignore[attr-defined, index]
    return [one if isinstance(one, str) else one[0] for one in found]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
