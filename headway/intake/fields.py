"""Fields of foreign data by the names people give them: one table a format, no guessing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from headway.domain.errors import BadInput

_MOST_NAMES = 10_000
LONGEST_CELL = 4_000_000
"""So many characters a single field may hold; more is no field of such data."""


def key(name: str) -> str:
    """A name without case, blanks, hyphens and underscores: `Date of Publication` is one word."""
    return "".join(c for c in name.casefold() if c not in " _-\t\r\n\ufeff.:")


@dataclass(slots=True)
class Fields:
    """Our names of fields, each with the names it may have in a file; `strange` counts others.

    `known` names fields that are understood and have no place in a record.
    """

    names: Mapping[str, tuple[str, ...]]
    known: frozenset[str] = frozenset()
    strange: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    _by_key: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for ours, theirs in self.names.items():
            for name in (ours, *theirs):
                self._by_key.setdefault(key(name), ours)

    def ours(self, name: str) -> str | None:
        """Our name of a field, or None for a stranger."""
        if name not in self._seen:
            if len(self._seen) > _MOST_NAMES:
                return self._by_key.get(key(name))
            self._seen[name] = self._by_key.get(key(name))
        return self._seen[name]

    def take(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row by our names, empty fields left out; a field named twice keeps the first."""
        found: dict[str, Any] = {}
        for name, content in row.items():
            ours = self.ours(name)
            if ours is None:
                known = key(name) in self.known
                (self.passed if known else self.strange)[name[:60]] += 1
            elif content not in (None, "", [], {}):
                found.setdefault(ours, content)
        return found

    def left_out(self) -> tuple[str, ...]:
        """What stood in fields without a place, as sentences."""
        known = (f"Field {n!r} ({c:,} times) has no place here." for n, c in self.passed.items())
        strange = (
            f"Field {name!r} ({count:,} times) is not known and was left out."
            for name, count in self.strange.most_common(50)
        )
        return (*known, *strange)


def text_of(row: Mapping[str, Any], name: str) -> str:
    """A field as text without blanks at its ends, empty when it is missing.

    Raises BadInput when it is a list, an object or a truth value, or longer than any such field.
    """
    content = row.get(name, "")
    if isinstance(content, bool) or not isinstance(content, str | int | float):
        raise BadInput(f"{name} is no text; write it between quotation marks")
    text = str(content).strip()
    if len(text) > LONGEST_CELL:
        raise BadInput(f"{name} has more than {LONGEST_CELL:,} characters")
    return text


def line_of(row: Mapping[str, Any], name: str, at_most: int = 300) -> str:
    """A field as one line of at most so many characters."""
    line = " ".join(text_of(row, name).split())
    return line if len(line) <= at_most else line[: at_most - 1].rstrip() + "…"
