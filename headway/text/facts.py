"""What a reader can check in two languages: a number, a day, as facts that are equal in both.

A `Fact` is a short string: `n:48`, `n:2/3`, `month:6`, `weekday:1` (Monday), or `name:...` and
`term:...` with an id. A `Mention` says which of them must stand in another text for it to say the
same: all of `needs`, one of each. `weak` mentions (one, first, both, half, a dozen) say nothing
when they are lost, and still count as a counterpart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Fact = str
Kind = Literal["number", "date", "name", "term"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place [begin, end) in code points of a text, and the facts it states."""

    begin: int
    end: int
    kind: Kind
    needs: tuple[frozenset[Fact], ...]
    weak: bool = False

    @property
    def facts(self) -> frozenset[Fact]:
        """Every fact that the place may state."""
        return frozenset().union(*self.needs)


def numeral(value: Fraction | int) -> Fact:
    """The fact that a number is stated."""
    return f"n:{value}"


def numerals(values: Iterable[Fraction | int]) -> frozenset[Fact]:
    """The facts of numbers of which one is stated."""
    return frozenset(numeral(value) for value in values)


def value_of(fact: Fact) -> Fraction | None:
    """The number a fact states, or None for another kind."""
    return Fraction(fact[2:]) if fact.startswith("n:") else None
