"""The minute template: one DOCX for the minutes of one round, written and read back."""

from headway.intake.minutes.reading import read
from headway.intake.minutes.writing import WrittenMinutes, write_minutes

__all__ = ["WrittenMinutes", "read", "write_minutes"]
