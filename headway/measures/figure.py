"""What a measure returns: one sentence, its counts, its bounds, the items behind it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Literal

from headway.domain.ids import AnyId
from headway.domain.values import UNKNOWN_CODES, Code
from headway.domain.views import DEFAULT_LABEL

FEWEST_FOR_A_RATE = 5

Kind = Literal["rate", "series", "distribution", "interval", "register", "text", "sentences"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing counted: what it is (`Noun/id`), its code, what a reader should be told.

    `words` is a short plain text; `category` its class in a distribution; `weight` its size
    where items are not counted as one each (tokens, days). `optional` marks an item that may
    turn out not to belong to the count at all; `conflicting` one on which readings or sources
    differ, which counts as unknown and is listed apart. `span` is a place `begin-end` in code
    points of the text that is meant.
    """

    ref: AnyId
    code: Code
    words: str = ""
    category: str = ""
    weight: float = 1.0
    conflicting: bool = False
    optional: bool = False
    span: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The rate k of n with what the unknown items allow (rule 3).

    `yes`, `no` and `unknown` are weights of items (whole counts where items count as one each);
    `optional_yes` and `optional_no` those whose code is known but which may not belong to the
    count. `low` and `high` lie in [0, 1]. `rate_may_be_shown` is false below five items.
    """

    yes: float
    no: float
    unknown: float
    items: int
    optional_yes: float = 0.0
    optional_no: float = 0.0

    @property
    def n(self) -> float:
        """All applicable items, those that may not belong to the count among them."""
        return self.yes + self.no + self.unknown + self.optional_yes + self.optional_no

    @property
    def low(self) -> float | None:
        """The lowest rate any completion gives (k / n), or None without items."""
        n = self.yes + self.no + self.unknown + self.optional_no
        return self.yes / n if n else (1.0 if self.optional_yes else None)

    @property
    def high(self) -> float | None:
        """The highest rate any completion gives ((k + u) / n), or None without items."""
        most = self.yes + self.unknown + self.optional_yes
        n = most + self.no
        return most / n if n else (0.0 if self.optional_no else None)

    @property
    def coverage(self) -> float | None:
        """(k + m) / n: how much is known at all, or None without items."""
        return (self.yes + self.no) / self.n if self.n else None

    @property
    def rate_may_be_shown(self) -> bool:
        """Whether there are items enough for a rate."""
        return self.items >= FEWEST_FOR_A_RATE

    @classmethod
    def between(cls, low: tuple[float, float], high: tuple[float, float], items: int) -> "Bounds":
        """The bounds whose ends are two given rates, each as yes and no: (k, m)."""
        unknown = min(high[0] - low[0], low[1] - high[1])
        return cls(
            yes=low[0],
            no=high[1],
            unknown=unknown,
            items=items,
            optional_yes=high[0] - low[0] - unknown,
            optional_no=low[1] - high[1] - unknown,
        )

    def loosened(self, *, yes: float = 0.0, no: float = 0.0) -> "Bounds":
        """The bounds when so many of the known items may be otherwise, one withheld fact each."""
        yes, no = min(yes, self.yes), min(no, self.no)
        return replace(self, yes=self.yes - yes, no=self.no - no, unknown=self.unknown + yes + no)


def bounds_of(items: Iterable[Item]) -> Bounds:
    """The bounds that items allow; conflicting ones count as unknown, not applicable ones not."""
    count = 0
    weights = dict.fromkeys(("yes", "no", "unknown", "optional_yes", "optional_no"), 0.0)
    for item in items:
        if item.code == "not_applicable":
            continue
        count += 1
        weights[_side_of(item)] += item.weight
    return Bounds(items=count, **weights)


def _side_of(item: Item) -> str:
    if item.conflicting or item.code in UNKNOWN_CODES:
        return "unknown"
    side = "yes" if item.code == "yes" else "no"
    return f"optional_{side}" if item.optional else side


def sum_of_bounds(parts: Iterable[Bounds]) -> Bounds:
    """The bounds over several counts together, each completed on its own."""
    sums = {f.name: 0.0 for f in fields(Bounds)}
    for bounds in parts:
        for name in sums:
            sums[name] += getattr(bounds, name)
    return Bounds(**{**sums, "items": int(sums["items"])})  # type: ignore[arg-type]


def codes_of(items: Iterable[Item]) -> dict[str, int]:
    """How many items carry each code, in the order first met."""
    return dict(Counter(item.code for item in items))


@dataclass(frozen=True, slots=True)
class Ask:
    """What a measure is asked for: one dialogue, one party, fixed settings, maybe one round."""

    dialogue: str
    party: str
    round: str | None = None
    settings: tuple[tuple[str, float], ...] = ()

    def setting(self, name: str, default: float) -> float:
        """The setting of that name, else the default."""
        return dict(self.settings).get(name, default)


@dataclass(frozen=True, slots=True)
class Figure:
    """The answer of one measure about one party of one dialogue.

    `sentence` is plain and puts counts first. `counts` are the numbers in it; `bounds` the
    interval where the measure is a rate; `items` everything counted; `parts` the same measure
    per round, rung or class, in order. `notes` tell what a reader must know (caps, cautions).
    `label` is that of the view it was computed for.
    """

    measure: str
    version: str
    kind: Kind
    dialogue: str
    party: str
    sentence: str
    counts: tuple[tuple[str, float], ...] = ()
    bounds: Bounds | None = None
    items: tuple[Item, ...] = ()
    parts: tuple["Figure", ...] = ()
    title: str = ""
    round: str | None = None
    settings: tuple[tuple[str, float], ...] = ()
    notes: tuple[str, ...] = ()
    view: str = DEFAULT_LABEL

    @property
    def unknown(self) -> dict[str, int]:
        """How many items carry each of the unknown codes."""
        return {c: n for c, n in codes_of(self.items).items() if c in UNKNOWN_CODES}
