"""What all nouns have in common."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import SourceId
from headway.domain.views import DEFAULT_LABEL

Code = Literal[
    "yes", "no", "no_evidence", "not_looked", "withheld", "not_assessed", "not_applicable"
]
"""The codes of an item (rule 2): missing is a value."""

UNKNOWN_CODES: frozenset[Code] = frozenset(
    {"no_evidence", "not_looked", "withheld", "not_assessed"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """One fact of the record.

    `label` says who may see it; `sources` and `place` say where it is from (and where in it);
    `marking` and `originator` are a protective marking and whose it is; `comment` is for readers.
    """

    id: str
    label: str = DEFAULT_LABEL
    sources: tuple[SourceId, ...] = ()
    place: str = ""
    marking: str = ""
    originator: str = ""
    comment: str = ""
