"""Counts of what a record holds on a subject: one sentence each, with the page that lists it.

    FACTS["contacts"](look, dialogue)      # a count, its sentence, the address of the page

They count what the view may see and nothing else.
"""

from collections.abc import Mapping

from headway.web.recorded import opinions, talks
from headway.web.recorded.counting import Fact, Recorded

__all__ = ["FACTS", "Fact", "Recorded"]

FACTS: Mapping[str, Fact] = {**opinions.FACTS, **talks.FACTS}
