"""Carries a whole record as a folder of plain files, without Django."""

from headway.bundle.bundles import Bundle, Info
from headway.bundle.lines import Complaint, Known
from headway.bundle.log import Entry, LogHead, LogTouch
from headway.bundle.reading import read
from headway.bundle.writing import schemas, write

__all__ = [
    "Bundle",
    "Complaint",
    "Entry",
    "Info",
    "Known",
    "LogHead",
    "LogTouch",
    "read",
    "schemas",
    "write",
]
