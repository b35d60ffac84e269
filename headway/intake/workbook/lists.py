"""The hidden sheet behind the drop-downs: words of codes, and what was entered on other sheets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from headway.domain.nouns import NOUNS
from headway.intake.workbook.labels import code_word, codes
from headway.intake.workbook.naming import NAMES
from headway.intake.workbook.rows import Rows
from headway.intake.workbook.sheets import SHEETS, Sheet, laid_out, sheet_of
from headway.intake.workbook.words import word

_FIRST_ROW = 5
"""The first row of entries on every sheet, counted from 0."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Names of ranges: by noun and field for codes, by noun for what was entered."""

    codes: Mapping[tuple[str, str], str]
    values: Mapping[str, str]


def write(
    book: xlsxwriter.Workbook, language: str, last_rows: Mapping[str, int], rows: Rows
) -> Offered:
    """Write the hidden sheet; `last_rows` says how far the entries of each sheet may reach."""
    made = book.add_worksheet(word("sheet", "lists", language))
    made.very_hidden()
    writing = _Lists(book, made, language)
    coded = {
        (block.noun, column.shape.name): writing.add_codes(
            tuple(
                code_word(block.noun, column.shape, code, language)
                for code in codes(block.noun, column.shape)
            )
        )
        for sheet in SHEETS
        for _, block, column in laid_out(sheet)
        if codes(block.noun, column.shape)
    }
    wanted = {
        column.shape.refers_to: None
        for sheet in SHEETS
        for _, _, column in laid_out(sheet)
        if column.shape.refers_to in NOUNS
    }
    values = {
        noun: writing.add_values(noun, last_rows[sheet_of(noun).key], rows)
        for noun in wanted
        if noun
    }
    return Offered(coded, values)


class _Lists:
    def __init__(self, book: xlsxwriter.Workbook, made: Worksheet, language: str) -> None:
        self._book, self._made, self._language = book, made, language
        self._column = -1
        self._coded: dict[tuple[str, ...], str] = {}

    def add_codes(self, words: tuple[str, ...]) -> str:
        """The name of a range that holds these words; the same words share one."""
        if words not in self._coded:
            self._column += 1
            for number, text in enumerate(words):
                self._made.write_string(number, self._column, text)
            name = f"codes_{self._column}"
            self._book.define_name(name, f"={self._range(1, len(words))}")
            self._coded[words] = name
        return self._coded[words]

    def add_values(self, noun: str, last: int, rows: Rows) -> str:
        """The name of a range that follows what is entered: the short name, else the name."""
        self._column += 1
        sheet = sheet_of(noun)
        formula = self._formula(sheet, noun)
        shown = [_shown(row, noun) for row in rows.by_sheet[sheet.key]]
        for number in range(_FIRST_ROW, last + 1):
            place = number - _FIRST_ROW
            cached = shown[place] if place < len(shown) else ""
            self._made.write_formula(place, self._column, formula(number + 1), None, cached)
        name = f"entered_{noun}"
        whole = self._range(1, last + 1 - _FIRST_ROW)
        first = self._range(1, 1)
        self._book.define_name(name, f'=OFFSET({first},0,0,MAX(1,COUNTIF({whole},"?*")),1)')
        return name

    def _formula(self, sheet: Sheet, noun: str) -> Callable[[int], str]:
        """Short name, else number or name, of a row; rows that say neither stay empty."""
        title = word("sheet", sheet.key, self._language).replace("'", "''")
        by_key = {c.key: p for p, b, c in laid_out(sheet) if b.noun == noun}
        letters = [xl_col_to_name(by_key["id", "main"])]
        if noun in NAMES:
            letters.append(xl_col_to_name(by_key[NAMES[noun], "main"]))

        def formula(row: int) -> str:
            cells = [f"'{title}'!${one}{row}" for one in letters]
            inner = f'IF({cells[-1]}<>"",{cells[-1]}&"","")'
            return f'=IF({cells[0]}<>"",{cells[0]}&"",{inner})' if len(cells) > 1 else f"={inner}"

        return formula

    def _range(self, first: int, last: int) -> str:
        title = word("sheet", "lists", self._language).replace("'", "''")
        letters = xl_col_to_name(self._column)
        return f"'{title}'!${letters}${first}:${letters}${last}"


def _shown(row: Mapping[tuple[str, str, str], str | int | float], noun: str) -> str:
    found = row.get((noun, "id", "main")) or row.get((noun, NAMES.get(noun, "id"), "main"), "")
    return str(found)
