"""Whether a table or a workbook is a list of delegates, and none of our own workbooks."""

import csv
from collections.abc import Sequence
from pathlib import Path

from headway.domain.errors import BadInput
from headway.intake.delegates.heads import HEAD_ROWS, heads_of
from headway.intake.tables import separator_of
from headway.intake.workbook.faults import Faults
from headway.intake.workbook.grids import Cell, read_grids
from headway.intake.workbook.matching import match


def is_table_of_people(head: str) -> bool:
    """Whether the first lines of a text are a table that names people."""
    lines = head.lstrip("\ufeff").splitlines()[:HEAD_ROWS]
    try:
        rows = list(csv.reader(lines, delimiter=separator_of("\n".join(lines))))
    except csv.Error:
        return False
    return _names_people(rows)


def is_workbook_of_people(path: Path) -> bool:
    """Whether a workbook names people and no sheet of it is one of a Headway workbook."""
    try:
        grids = read_grids(path)
    except BadInput:  # the reader of workbooks says what is wrong with it
        return False
    if not any(_names_people(grid.rows) for grid in grids):
        return False
    try:
        match(grids, Faults())
    except BadInput:
        return True
    return False


def _names_people(rows: Sequence[Sequence[Cell]]) -> bool:
    try:
        return heads_of(rows) is not None
    except BadInput:  # a list of persons at risk: its reader refuses it
        return True
