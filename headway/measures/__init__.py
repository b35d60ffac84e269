"""What can be said of a dialogue: one file a measure, found by looking into this package.

    from headway.measures import figures, leading, measure
    measure("answer_rate", corpus, Ask(dialogue="d", party="p"))      # one Figure
    figures(corpus, "d")                                             # all, for every party
    leading()                                                        # the six that lead

A module that holds `MEASURE` (what it is) and `measure` (corpus, ask, reuse -> Figure) is one;
adding one touches that file and its test. Nothing here computes reuse: `reuse` is what
`headway.reuse` found for the same corpus, needed by the text measures only.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.parties import Dialogue
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure
from headway.measures.plain import figure_from_plain, figure_to_plain

LAST = 100  # the place of the measures that do not lead

Run = Callable[[Corpus, Ask, object | None], Figure]

__all__ = [
    "Ask",
    "Figure",
    "Measure",
    "Registered",
    "figure_from_plain",
    "figure_to_plain",
    "figures",
    "leading",
    "measure",
    "measures",
    "registered",
]


@dataclass(frozen=True, slots=True)
class Registered:
    """A measure that was found: its description and the function that runs it."""

    about: Measure
    run: Run


@cache
def registered() -> Mapping[str, Registered]:
    """All measures by name: the six leading ones first, in their order, then by name."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        if isinstance(getattr(module, "MEASURE", None), Measure):
            found.append(Registered(module.MEASURE, module.measure))
    found.sort(key=lambda r: (r.about.leading or LAST, r.about.name))
    return {r.about.name: r for r in found}


def measures() -> tuple[Measure, ...]:
    """The descriptions of all measures, the leading ones first."""
    return tuple(r.about for r in registered().values())


def leading() -> tuple[Measure, ...]:
    """The six measures that lead on every dialogue page, in their order."""
    return tuple(about for about in measures() if about.leading)


def measure(name: str, corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The figure of one measure; NotFound lists the measures there are."""
    found = registered().get(name)
    if found is None:
        raise NotFound(f"there is no measure {name!r}; there are {', '.join(registered())}")
    return found.run(corpus, ask, reuse)


def figures(
    corpus: Corpus,
    dialogue: str,
    reuse: object | None = None,
    parties: Iterable[str] | None = None,
) -> tuple[Figure, ...]:
    """All measures for all parties of a dialogue, measure by measure, sides next to each other.

    A forum has no two sides: there only the text measures are made, and only for the parties
    that are asked for.
    """
    found = corpus.one(Dialogue, dialogue)
    forum = found.kind == "forum"
    asked = tuple(parties) if parties is not None else (() if forum else found.parties)
    return tuple(
        entry.run(corpus, Ask(dialogue=dialogue, party=party), reuse)
        for entry in registered().values()
        if entry.about.kind == "text" or not forum
        for party in asked
    )
