"""The workbook: one XLSX for a desk that keeps its dialogue in spreadsheets, written and read."""

from headway.intake.workbook.marking import mark
from headway.intake.workbook.reading import Examined, read
from headway.intake.workbook.writing import Written, write_workbook

__all__ = ["Examined", "Written", "mark", "read", "write_workbook"]
