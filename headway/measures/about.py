"""What is known of a measure before it runs: its question, formula, source and limits."""

from dataclasses import dataclass

from headway.domain.values import Value
from headway.measures.figure import Kind


@dataclass(frozen=True, slots=True)
class Measure:
    """The description that stands beside every figure and in the manual.

    `leading` is its place among the six that lead on a dialogue page, 0 for the others;
    `both_sides` says how the same measure reads for either party; `rests_on` are the nouns it
    counts, which is what may be withheld behind it; `settings` its thresholds with defaults.
    """

    name: str
    version: str
    kind: Kind
    title: str
    question: str
    formula: str
    source: str
    not_when: str
    both_sides: str
    rests_on: tuple[type[Value], ...]
    leading: int = 0
    settings: tuple[tuple[str, float], ...] = ()
    needs_reuse: bool = False
