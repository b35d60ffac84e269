"""Values as rows of the workbook: what belongs together stands side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headway.bundle.lines import Known
from headway.domain.values import Value
from headway.intake.workbook.contents import NONE, text_of, wording_texts
from headway.intake.workbook.labels import DEFAULTED
from headway.intake.workbook.sheets import Block, Column, Sheet, columns

CellKey = tuple[str, str, str]
"""Noun, field and part: which column of a sheet a cell belongs to."""

Row = dict[CellKey, str | int | float]
_EXPLICIT = frozenset({"dialogue", "parties", *(own.split(".")[1] for own in DEFAULTED)})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of every sheet, by the key of the sheet, and how many values have no sheet."""

    by_sheet: Mapping[str, Sequence[Row]]
    left_out: Mapping[str, int]


def rows_of(known: Iterable[Known], sheets: Sequence[Sheet], language: str) -> Rows:
    """All values as rows; reading the rows gives the same values again.

    Several versions of one value (each with its `known_on`) stand on rows of their own.
    """
    held: dict[str, dict[str, list[Known]]] = {}
    for one in known:
        held.setdefault(type(one.value).__name__, {}).setdefault(one.value.id, []).append(one)
    by_sheet = {sheet.key: _sheet_rows(sheet, held, language) for sheet in sheets}
    placed = {block.noun for sheet in sheets for block in sheet.blocks}
    left_out = {
        noun: sum(map(len, values.values())) for noun, values in held.items() if noun not in placed
    }
    return Rows(by_sheet, left_out)


def _sheet_rows(
    sheet: Sheet, held: Mapping[str, Mapping[str, list[Known]]], language: str
) -> list[Row]:
    tree = _Tree(sheet, held, language)
    roots = [tree.rows_under(block, None) for block in sheet.blocks if not block.link]
    orphans = [row for block in sheet.blocks if block.link for row in tree.rows_under(block, None)]
    return [*_side_by_side(roots), *orphans]


class _Tree:
    def __init__(
        self, sheet: Sheet, held: Mapping[str, Mapping[str, list[Known]]], language: str
    ) -> None:
        self._sheet, self._held, self._language = sheet, held, language

    def rows_under(self, block: Block, parent: str | None) -> list[Row]:
        """The rows of all values of a block that belong to a parent, or to none."""
        found: list[Row] = []
        for value_id, versions in self._held.get(block.noun, {}).items():
            if _parent_of(block, versions[0].value) == parent:
                found.extend(self._rows(block, value_id, versions))
        return found

    def _rows(self, block: Block, value_id: str, versions: Sequence[Known]) -> list[Row]:
        below = [self.rows_under(b, value_id) for b in self._sheet.blocks if b.parent == block.noun]
        attached = _side_by_side(below)
        own = [_row(block, one, self._language) for one in versions]
        naming: Row = {(block.noun, "id", "main"): value_id}
        found: list[Row] = [*own, *([naming] * max(0, len(attached) - 1))]
        if len(own) > 1:
            attached = _padded([], len(own) - 1) + (attached or _padded([], 1))
        return [
            {**one, **more} for one, more in zip(found, _padded(attached, len(found)), strict=True)
        ]


def _parent_of(block: Block, value: Value) -> str | None:
    return getattr(value, block.link) if block.link else None


def _side_by_side(groups: Sequence[Sequence[Row]]) -> list[Row]:
    length = max((len(group) for group in groups), default=0)
    columns_of_rows = [_padded(group, length) for group in groups]
    return [_joined(parts) for parts in zip(*columns_of_rows, strict=True)] if length else []


def _padded(rows: Sequence[Row], length: int) -> list[Row]:
    return [*rows, *([{}] * (length - len(rows)))]


def _joined(parts: Iterable[Row]) -> Row:
    joined: Row = {}
    for part in parts:
        joined.update(part)
    return joined


def _row(block: Block, one: Known, language: str) -> Row:
    row: Row = {}
    for column in columns(block):
        cell = _cell(column, one, language)
        if cell != "":
            row[(block.noun, *column.key)] = cell
    return row


def _cell(column: Column, one: Known, language: str) -> str | int | float:
    name, shape = column.shape.name, column.shape
    if name == "known_on":
        return str(one.known_on or "")
    content: Any = getattr(one.value, name)
    if shape.kind == "wording":
        main, others = wording_texts(content, language)
        return others if column.part == "others" else main
    if not content and shape.refers_to and name in _EXPLICIT:
        return NONE
    return text_of(column.noun, shape, content, language)
