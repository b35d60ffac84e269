"""Sheets, headings and rows of a filled workbook found again, wherever they were moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from headway.bundle.values import near_misses
from headway.domain.errors import BadInput
from headway.intake.workbook.faults import Faults
from headway.intake.workbook.grids import Cell, Grid, is_empty
from headway.intake.workbook.labels import example, explanation, headings
from headway.intake.workbook.sheets import SHEETS, Block, Column, Sheet, laid_out
from headway.intake.workbook.words import LANGUAGES, folded, word

_HEAD_ROWS = 20
_ENOUGH_HEADINGS = 2
Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class Entry:
    """What one row says of one noun: cells by field and part, and where each stands.

    `parent` is what the same row says of the noun this one belongs to.
    """

    block: Block
    sheet: str
    row: int
    cells: dict[Key, Cell]
    places: dict[Key, tuple[int, str]]
    parent: "Entry | None" = None
    value_id: str | None = None
    spoiled: bool = False

    def place(self, key: Key) -> tuple[int, str]:
        """Column and heading of a field; the first column of the entry where it has none."""
        return self.places.get(key) or min(self.places.values(), default=(-1, ""))


@dataclass(frozen=True, slots=True)
class Found:
    """One sheet of ours in the file: its language, heading row and columns by place."""

    grid: Grid
    sheet: Sheet
    language: str
    heading_row: int
    columns: dict[int, tuple[Block, Column]] = field(hash=False)
    headings: dict[int, str] = field(hash=False)
    marks: int = -1


@dataclass(frozen=True, slots=True)
class Match:
    """Everything that was found: our sheets, names of others, the language of the workbook."""

    found: tuple[Found, ...]
    others: tuple[str, ...]
    language: str


def match(grids: Sequence[Grid], faults: Faults) -> Match:
    """Our sheets among all; BadInput when there is none of them."""
    found: list[Found] = []
    others: list[str] = []
    for grid in grids:
        sheet = _sheet_named(grid.name)
        one = _headings_of(grid, sheet) if sheet else None
        if one is not None:
            found.append(one)
            _complain_of_columns(one, faults)
        elif sheet is not None and any(not is_empty(c) for row in grid.rows for c in row):
            faults.add(grid.name, 0, -1, "", "the row of headings is not there; put it back")
        elif sheet is None and not _is_beside(grid.name):
            _complain_of_name(grid, faults)
            others.append(grid.name)
    if not found:
        titles = ", ".join(word("sheet", sheet.key, "en") for sheet in SHEETS[:4])
        raise BadInput(
            f"none of its sheets is one of a Headway workbook ({titles} ...);"
            " `headway workbook FILE` writes an empty one"
        )
    languages = [one.language for one in found]
    return Match(tuple(found), tuple(others), max(LANGUAGES, key=languages.count))


def _sheet_named(name: str) -> Sheet | None:
    for sheet in SHEETS:
        if any(folded(name) == folded(word("sheet", sheet.key, lang)) for lang in LANGUAGES):
            return sheet
    return None


def _is_beside(name: str) -> bool:
    ours = [word("sheet", key, lang) for key in ("complaints", "lists") for lang in LANGUAGES]
    ours += [word("text", "welcome", lang) for lang in LANGUAGES]
    return folded(name) in map(folded, ours)


def _complain_of_name(grid: Grid, faults: Faults) -> None:
    """A sheet that looks like one of ours under another name would be lost in silence."""
    if any(_headings_of(grid, sheet, least=4) for sheet in SHEETS):
        titles = [word("sheet", sheet.key, lang) for sheet in SHEETS for lang in LANGUAGES]
        hint = near_misses(grid.name, titles)
        faults.add(grid.name, 0, -1, "", f"no sheet has this name; rename or delete it{hint}")


def _headings_of(grid: Grid, sheet: Sheet, least: int = _ENOUGH_HEADINGS) -> Found | None:
    best: Found | None = None
    for language in LANGUAGES:
        names = {folded(h): n for n, h in enumerate(headings(sheet, language))}
        blocks = [(block, column) for _, block, column in laid_out(sheet)]
        for number, row in enumerate(grid.rows[:_HEAD_ROWS]):
            texts = {place: folded(c) for place, c in enumerate(row) if isinstance(c, str)}
            hits = {place: blocks[names[t]] for place, t in texts.items() if t in names}
            if len(hits) >= least and (best is None or len(hits) > len(best.columns)):
                heads = {place: str(row[place]).strip() for place in texts}
                marked = folded(word("text", "row", language))
                marks = next((p for p, t in texts.items() if t == marked), -1)
                best = Found(grid, sheet, language, number, hits, heads, marks)
    return best


def _complain_of_columns(one: Found, faults: Faults) -> None:
    head, first = one.heading_row, one.heading_row + 1
    seen: dict[Column, int] = {}
    for place in range(max((len(row) for row in one.grid.rows), default=0)):
        heading = one.headings.get(place, "")
        if place in one.columns:
            column = one.columns[place][1]
            if column in seen:
                message = "this heading stands twice; keep one of the columns"
                faults.add(one.grid.name, head, place, heading, message)
            seen.setdefault(column, place)
        elif place != one.marks and not heading.startswith("#"):
            filled = [n for n, row in enumerate(one.grid.rows[first:], first) if _at(row, place)]
            if filled:
                known = [*headings(one.sheet, one.language)]
                message = "no column of this sheet has this heading" + near_misses(heading, known)
                message += "; mend it, or put # before it to have the column left out"
                faults.add(one.grid.name, head if heading else filled[0], place, heading, message)


def _at(row: Sequence[Cell], place: int) -> bool:
    return place < len(row) and not is_empty(row[place])


# -- rows --------------------------------------------------------------------------------------


def entries(one: Found) -> Iterator[Entry]:
    """What the rows of a sheet say, noun by noun; rows that explain or show are passed over."""
    for number, row in enumerate(one.grid.rows):
        if number <= one.heading_row or is_passed_over(one, row):
            continue
        by_noun: dict[str, Entry] = {}
        for block in one.sheet.blocks:
            entry = _entry(one, block, number, row)
            if entry is not None:
                entry.parent = by_noun.get(block.parent)
                by_noun[block.noun] = entry
                yield entry


def _entry(one: Found, block: Block, number: int, row: Sequence[Cell]) -> Entry | None:
    cells: dict[Key, Cell] = {}
    places: dict[Key, tuple[int, str]] = {}
    for place, (own, column) in one.columns.items():
        if own is block and column.key not in places:
            places[column.key] = (place, one.headings[place])
            if _at(row, place):
                cells[column.key] = row[place]
    return Entry(block, one.grid.name, number, cells, places) if cells else None


def is_passed_over(one: Found, row: Sequence[Cell]) -> bool:
    """Whether a row explains, shows an example or is marked with #."""
    mark = folded(str(row[one.marks])) if 0 <= one.marks < len(row) else ""
    if mark.startswith("#") or mark in _MARKS:
        return True
    filled = [(p, c) for p, c in enumerate(row) if p in one.columns and not is_empty(c)]
    return len(filled) > 1 and any(
        all(folded(str(c)) == folded(tell(one.columns[p][1], language)) for p, c in filled)
        for language in LANGUAGES
        for tell in (explanation, example)
    )


_MARKS = {folded(word("text", key, lang)) for key in ("help", "example") for lang in LANGUAGES}
