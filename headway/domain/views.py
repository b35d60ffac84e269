"""Who may see what: labels on facts, views on labels, and one rule.

A fact carries one label. A view is a set of labels. `named:<list>` labels let single facts
reach the people of a list, whatever their view. Nothing else in Headway decides on sight.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from headway.domain.errors import BadValue

LABELS = ("public", "counterpart", "oversight", "desk", "assessor")
DEFAULT_LABEL = "desk"

VIEWS: dict[str, frozenset[str]] = {
    "public": frozenset({"public"}),
    "counterpart": frozenset({"public", "counterpart"}),
    "oversight": frozenset({"public", "oversight"}),
    "desk": frozenset({"public", "counterpart", "oversight", "desk"}),
    "assessor": frozenset({"public", "counterpart", "oversight", "desk", "assessor"}),
}


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody looking: a view, and the named lists that person stands on."""

    view: str = DEFAULT_LABEL
    lists: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        if self.view not in VIEWS:
            raise BadValue(f"there is no view {self.view!r}; choose one of {', '.join(VIEWS)}")


def check_label(label: str) -> str:
    """The label itself, or BadValue when it is none."""
    if label in LABELS or (label.startswith("named:") and len(label) > len("named:")):
        return label
    raise BadValue(f"{label!r} is not a label; use one of {', '.join(LABELS)} or named:LIST")


def may_see(labels: Iterable[str], viewer: Viewer) -> bool:
    """True only if every label is allowed to the viewer (rule 7 of DESIGN.md)."""
    allowed = VIEWS[viewer.view]
    for label in labels:
        if label.startswith("named:"):
            if label.removeprefix("named:") not in viewer.lists:
                return False
        elif label not in allowed:
            return False
    return True
