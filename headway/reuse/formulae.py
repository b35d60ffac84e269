"""Formulae: courtesies, titles and templates, found by a shipped table of patterns.

A pattern is words with holes. `{name}` and `{country}` stand for one to five tokens, `{number}`
for one to three, `…` for up to eight or none; `(a|b|)` is a choice. Patterns are folded like
texts. What matches is flagged and shown apart: never deleted, never counted as script.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.domain.errors import BadValue
from headway.text import fold

_HOLES: Final = {"{name}": (1, 5), "{country}": (1, 5), "{number}": (1, 3), "…": (0, 8)}
_PART: Final = re.compile(r"(\{name\}|\{country\}|\{number\}|…|\([^()]*\))")

INSTRUMENT: Final = "instrument"

Places = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Hole:
    """A step of a pattern that any `fewest` to `most` tokens fill."""

    fewest: int
    most: int


Step = Hole | tuple[npt.NDArray[np.uint64], ...]
"""A hole, or a choice of folded words."""


@dataclass(frozen=True, slots=True)
class FormulaPattern:
    """One pattern: base language, the pattern, and why.

    A courtesy, title or template is a formula wherever it stands. The name of an `instrument`, a
    treaty or declaration, is not; it only bears out nothing edited.
    """

    language: str
    pattern: str
    why: str = "courtesy"


def shipped() -> tuple[str, tuple[FormulaPattern, ...]]:
    """Version and patterns of the table that ships with Headway (English, French, Chinese)."""
    version, patterns = _table()
    return version, tuple(one for one in patterns if one.why != INSTRUMENT)


def instruments() -> tuple[FormulaPattern, ...]:
    """Names of treaties and declarations, of the same table."""
    return tuple(one for one in _table()[1] if one.why == INSTRUMENT)


@lru_cache(maxsize=1)
def _table() -> tuple[str, tuple[FormulaPattern, ...]]:
    text = files("headway.reuse").joinpath("formulae.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    version = lines[0].split("\t")[1]
    rows = (line.split("\t") for line in lines[1:])
    return version, tuple(FormulaPattern(row[0], row[2], row[1]) for row in rows)


def formula_tokens(
    tokens: npt.NDArray[np.uint64],
    stretches: npt.NDArray[Any],
    patterns: Iterable[FormulaPattern],
) -> npt.NDArray[np.bool_]:
    """Which of the tokens stand in a formula; no match reaches over two `stretches`.

    `stretches` gives each token the number of the unbroken stretch of text it stands in.
    """
    found = np.zeros(len(tokens) + 1, np.int32)
    index = _Index(tokens, stretches, np.argsort(tokens, kind="stable"))
    for pattern in patterns:
        begins, ends = index.matches(steps_of(pattern.pattern))
        np.add.at(found, begins, 1)
        np.add.at(found, ends, -1)
    inside: npt.NDArray[np.bool_] = np.cumsum(found)[:-1] > 0
    return inside


@lru_cache(maxsize=4096)
def steps_of(pattern: str) -> tuple[Step, ...]:
    """A pattern as steps; BadValue when it does not begin with a word."""
    steps = tuple(_steps(pattern))
    if not steps or isinstance(steps[0], Hole) or not any(map(len, steps[0])):
        raise BadValue(f"the formula {pattern!r} begins with a hole; begin it with a word")
    return steps


def _steps(pattern: str) -> Iterator[Step]:
    for part in _PART.split(pattern):
        if part in _HOLES:
            yield Hole(*_HOLES[part])
        elif part.startswith("("):
            yield tuple(fold(choice).ids for choice in part[1:-1].split("|"))
        elif len(ids := fold(part).ids):
            yield (ids,)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Tokens, the stretches they stand in, and the order that sorts them."""

    tokens: npt.NDArray[np.uint64]
    stretches: npt.NDArray[Any]
    order: npt.NDArray[Any]

    def matches(self, steps: tuple[Step, ...]) -> tuple[Places, Places]:
        """Begins and ends of all matches of the steps, in whatever order."""
        begins, ends = self._first_words(steps[0])
        for step in steps:
            if isinstance(step, Hole):
                sizes = np.arange(step.fewest, step.most + 1)
                begins = np.repeat(begins, len(sizes))
                ends = (ends[:, None] + sizes[None, :]).ravel()
            else:
                ways = [self._follow(begins, ends, words) for words in step]
                begins = np.concatenate([way[0] for way in ways])
                ends = np.concatenate([way[1] for way in ways])
        is_inside = (ends <= len(self.tokens)) & (ends > begins)
        begins, ends = begins[is_inside], ends[is_inside]
        is_whole = self.stretches[ends - 1] == self.stretches[begins]
        return begins[is_whole], ends[is_whole]

    def _first_words(self, step: Step) -> tuple[Places, Places]:
        """Places where a choice of the first step may begin; an empty choice begins anywhere."""
        assert not isinstance(step, Hole)
        ordered = self.tokens[self.order]
        places = [
            self.order[np.searchsorted(ordered, word) : np.searchsorted(ordered, word, "right")]
            for word in {int(words[0]): words[0] for words in step if len(words)}.values()
        ]
        found = np.concatenate(places)
        return found, found

    def _follow(
        self, begins: Places, ends: Places, words: npt.NDArray[np.uint64]
    ) -> tuple[Places, Places]:
        for word in words:
            goes_on = ends < len(self.tokens)
            begins, ends = begins[goes_on], ends[goes_on]
            is_same = self.tokens[ends] == word
            begins, ends = begins[is_same], ends[is_same] + 1
        return begins, ends
