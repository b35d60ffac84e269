"""Tables of a page: rows as lines, cells by tabs; a column of speakers as labels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from headway.intake.speakers import is_side, is_speaker, labelled, names_speakers

MOST_SPAN = 500
MOST_FILLED = 100_000
"""So many cells may stand in further rows because they span them."""

_PARTS = ("thead", "tbody", "tfoot")
_LONG = 300
Cell = list[str]


def is_layout(table: Any) -> bool:
    """Whether a table only puts parts of a page side by side: one row, or it says so.

    So is one with words outside its cells, lest they be lost, and one around other tables.
    """
    rows = _rows(table)
    inside = any(True for one in table.iter("table") if one is not table)
    if inside or table.get("role") in ("presentation", "none") or _strays(table, rows):
        return True
    if not rows or any(cell.tag == "th" for row in rows for cell in row):
        return False
    widest = max(len(_cells(row)) for row in rows)
    long = any(len("".join(cell.itertext())) > _LONG for cell in _cells(rows[0]))
    return widest == 1 or (len(rows) == 1 and long)


@dataclass(slots=True)
class Table:
    """The cells of a table by row, and how they become lines."""

    rows: list[list[Cell]]
    header: bool
    before: list[str]
    speaking: int = 0
    speakers: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, element: Any, inside: Callable[[Any], Cell]) -> "Table":
        """The table of an element; a cell that spans rows stands in each of them."""
        before = [line for one in element.findall("caption") for line in inside(one)]
        rows: list[list[Cell]] = []
        waiting: dict[int, tuple[int, Cell]] = {}
        header = False
        filled = 0
        for number, row in enumerate(_rows(element)):
            cells = _cells(row)
            if number == 0:
                header = bool(cells) and all(cell.tag == "th" for cell in cells)
            filled += len(waiting)
            if filled > MOST_FILLED:
                waiting.clear()
            rows.append(_filled(cells, waiting, inside))
        return cls(rows, header, before)

    def lines(self) -> list[str]:
        """Each row as a line; of a table of speakers, each row as a label and words."""
        if not self._has_speakers():
            return [line for row in self.rows if (line := _joined(row))]
        found = []
        for number, row in enumerate(self.rows):
            if number == 0 and self.header:
                continue
            label, words = _text(row[0]) if row else "", _words(row[1:])
            if not label or not words:
                found.extend([line] if (line := _joined(row)) else [])
                continue
            self.speaking += 1
            self.speakers.append(label.rstrip(" :："))
            found.append(labelled(label, words))
        return found

    def _has_speakers(self) -> bool:
        """Whether the first column names who speaks: its heading says so, or all its cells do."""
        full = [row for row in self.rows[1 if self.header else 0 :] if _joined(row)]
        if not full or any(len(row) < 2 for row in self.rows if row):
            return False
        firsts = [_text(row[0]).rstrip(" :：") for row in full]
        if not all(is_speaker(one) or is_side(one) or not one for one in firsts) or not any(firsts):
            return False
        if self.header:
            return len(self.rows[0]) == 2 and names_speakers(_text(self.rows[0][0]))
        return len(full) > 1 and all(is_speaker(one) for one in firsts)


def _rows(table: Any) -> list[Any]:
    """The rows of a table itself, without those of tables inside it."""
    found = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in _PARTS:
            found.extend(row for row in child if row.tag == "tr")
    return found


def _strays(table: Any, rows: list[Any]) -> bool:
    inside = [cell for row in rows for cell in _cells(row)] + table.findall("caption")
    held = sum(_length(one) for one in inside)
    return held < _length(table)


def _length(element: Any) -> int:
    return len("".join("".join(element.itertext()).split()))


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _filled(
    cells: list[Any], waiting: dict[int, tuple[int, Cell]], inside: Callable[[Any], Cell]
) -> list[Cell]:
    row: list[Cell] = []
    left = list(reversed(cells))
    while left or len(row) in waiting:
        place = len(row)
        if place in waiting:
            number, cell = waiting.pop(place)
            if number > 1:
                waiting[place] = (number - 1, cell)
        else:
            element = left.pop()
            cell = inside(element)
            span = _span(element)
            if span > 1:
                waiting[place] = (span - 1, cell)
        row.append(cell)
    return row


def _span(element: Any) -> int:
    written = element.get("rowspan") or "1"
    return min(int(written), MOST_SPAN) if written.isdecimal() and len(written) < 7 else 1


def _text(cell: Cell) -> str:
    return " ".join(cell).strip()


def _joined(row: list[Cell]) -> str:
    return "\t".join(_text(cell) for cell in row).strip("\t")


def _words(cells: list[Cell]) -> str:
    return "\n".join(line for cell in cells for line in cell).strip()
