"""Reads foreign files into drafts that a person looks at before they enter a record.

`read_any(path, sides=None)` chooses the reader; `choose(path)` says which and why. Each reader
returns a `Draft`: known values, texts, originals and a report of what was understood and what not.
"""

from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Report
from headway.intake.reading import choose, kinds, read_any
from headway.intake.sides import sides_of

__all__ = ["Draft", "Report", "Setting", "choose", "kinds", "read_any", "sides_of"]
