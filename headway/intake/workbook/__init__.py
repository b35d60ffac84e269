"""The workbook: one XLSX for a desk that keeps its dialogue in spreadsheets, written and read."""

from headway.intake.workbook.reading import read
from headway.intake.workbook.writing import Written, write_workbook

__all__ = ["Written", "read", "write_workbook"]
