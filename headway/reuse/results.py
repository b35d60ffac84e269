"""What a search for reuse found: frozen, in columns, and read out as values or plain tuples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse.alerts import Alert
from headway.reuse.classes import CLASSES
from headway.reuse.coverage import Coverage
from headway.reuse.deliveries import Delivery
from headway.reuse.order import is_earlier, order_of
from headway.reuse.settings import Settings

HOWS: Final = ("verbatim", "edited")
"""How a passage returns: word for word, or in slightly other words."""

NOT_LOOKED_FOR: Final = ("reworded", "translated")
"""Kinds of reuse this version has no step for: `not_looked`, never "none"."""

PASSAGE_COLUMNS: Final = (
    "delivery", "begin", "end", "n_tokens", "kind", "bits", "cluster", "wording",
    "first", "first_begin", "first_end", "first_is_certain",
    "previous", "previous_begin", "previous_end",
    "earlier", "own_rounds", "own_elsewhere", "other_sides", "concurrent", "later", "sides",
    "source", "how", "n_matched", "similarity",
)  # fmt: skip
"""Columns of `Reuse.passage_rows`; places are code points, half-open, of the original text."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage at one delivery: code points [begin, end) of its text."""

    delivery: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one delivery that stands elsewhere as well, word for word or edited.

    `how` is one of HOWS. Of an edited passage `n_matched` tokens are those of its closest other
    wording (an earlier one where there is any), and `similarity` is their share of the longer of
    the two; a verbatim one keeps all.
    `kind` is one of CLASSES. `first` and `previous` are certainly earlier deliveries of the same
    side, else of other sides, else of the same meeting; None where there is none.
    `first_is_certain` is False where another delivery may be as early. `earlier` counts all
    certainly earlier deliveries outside this meeting; `concurrent` and `later` the rest. `bits`
    is the information of its rare words; `cluster` -1 for a quotation found only in the canon,
    whose text is then named by `source`.
    """

    delivery: str
    begin: int
    end: int
    n_tokens: int
    kind: str
    bits: float
    cluster: int
    wording: int
    first: Place | None
    first_is_certain: bool
    previous: Place | None
    earlier: int
    own_rounds: int
    own_elsewhere: int
    other_sides: int
    concurrent: int
    later: int
    sides: int
    source: str = ""
    how: str = "verbatim"
    n_matched: int = 0
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Witness:
    """One occurrence of a cluster's passage; equal `wording`, equal words."""

    delivery: str
    begin: int
    end: int
    n_tokens: int
    kind: str
    wording: int
    how: str = "verbatim"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A family of one passage: its witnesses in order of delivery.

    `firsts` are the deliveries that none certainly precedes: one, or several concurrent ones.
    `variants` counts different wordings; `n_tokens` is the length of the longest witness.
    """

    id: int
    witnesses: tuple[Witness, ...]
    firsts: tuple[str, ...]
    variants: int
    n_tokens: int
    is_formula: bool


@dataclass(frozen=True, slots=True, eq=False)
class Reuse:
    """All findings of one search. Equal input gives equal findings, whatever the engine.

    `columns` hold one element a passage, by delivery (a number into `deliveries`), begin and
    end; `coverages` one Coverage a delivery, in the order given.
    """

    settings: Settings
    versions: Mapping[str, str]
    deliveries: tuple[Delivery, ...]
    columns: Mapping[str, npt.NDArray[Any]]
    sources: tuple[str, ...]
    coverages: tuple[Coverage, ...]
    alerts: tuple[Alert, ...]
    caps: tuple[str, ...]
    not_looked_for: tuple[str, ...] = NOT_LOOKED_FOR
    _numbers: dict[str, int] = field(default_factory=dict)
    _by_cluster: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.columns["delivery"])

    def passages(self, delivery_id: str) -> tuple[Passage, ...]:
        """The passages of one delivery in order of its text; empty where nothing was found."""
        column = self.columns["delivery"]
        number = self._number(delivery_id)
        low, high = np.searchsorted(column, [number, number + 1])
        return tuple(_passage(row) for row in self._rows(slice(int(low), int(high))))

    def coverage(self, delivery_id: str) -> Coverage:
        """Tokens by class of one delivery."""
        return self.coverages[self._number(delivery_id)]

    def passage_rows(self, block: int = 50_000) -> Iterator[tuple[Any, ...]]:
        """All passages as plain tuples (str, int, float, bool, None); see PASSAGE_COLUMNS."""
        for start in range(0, len(self), block):
            yield from self._rows(slice(start, start + block))

    def cluster(self, cluster_id: int) -> Cluster:
        """One family with its witnesses; KeyError when there is none of that number."""
        order, starts = self._cluster_index()
        if not 0 <= cluster_id < len(starts) - 1:
            raise KeyError(cluster_id)
        return self._cluster(cluster_id, order[starts[cluster_id] : starts[cluster_id + 1]])

    def clusters(self, fewest_witnesses: int = 2) -> Iterator[Cluster]:
        """The families with so many passages or more, by number."""
        order, starts = self._cluster_index()
        sizes = np.diff(starts)
        for number in np.flatnonzero(sizes >= fewest_witnesses).tolist():
            yield self._cluster(number, order[starts[number] : starts[number + 1]])

    def _number(self, delivery_id: str) -> int:
        if not self._numbers:
            self._numbers.update((one.id, at) for at, one in enumerate(self.deliveries))
        return self._numbers[delivery_id]

    def _rows(self, part: slice) -> Iterator[tuple[Any, ...]]:
        ids = [delivery.id for delivery in self.deliveries]
        held = {name: column[part].tolist() for name, column in self.columns.items()}
        held["delivery"] = [ids[number] for number in held["delivery"]]
        held["kind"] = [CLASSES[kind] for kind in held["kind"]]
        held["how"] = [HOWS[how] for how in held["how"]]
        held["source"] = [self.sources[at] if at >= 0 else "" for at in held["source"]]
        for end in ("first", "previous"):
            numbers = held[end]
            held[end] = [ids[number] if number >= 0 else None for number in numbers]
            for edge in ("begin", "end"):
                name = f"{end}_{edge}"
                places = zip(held[name], numbers, strict=True)
                held[name] = [place if number >= 0 else None for place, number in places]
        yield from zip(*(held[name] for name in PASSAGE_COLUMNS), strict=True)

    def _cluster_index(self) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Passages by cluster and order of delivery, and where each cluster begins."""
        if not self._by_cluster:
            cluster = self.columns["cluster"]
            rank = order_of(self.deliveries).rank[self.columns["delivery"]]
            order = np.lexsort((-self.columns["end"], self.columns["begin"], rank, cluster))
            count = int(cluster.max(initial=-1)) + 1
            starts = np.searchsorted(cluster[order], np.arange(count + 1))
            self._by_cluster.update(order=order, starts=starts)
        return self._by_cluster["order"], self._by_cluster["starts"]

    def _cluster(self, number: int, places: npt.NDArray[Any]) -> Cluster:
        witnesses: list[Witness] = []
        of = self.columns
        for at in places.tolist():
            one = Witness(
                delivery=self.deliveries[of["delivery"][at]].id,
                begin=int(of["begin"][at]),
                end=int(of["end"][at]),
                n_tokens=int(of["n_tokens"][at]),
                kind=CLASSES[of["kind"][at]],
                wording=int(of["wording"][at]),
                how=HOWS[of["how"][at]],
            )
            last = witnesses[-1] if witnesses else None
            if last is None or last.delivery != one.delivery or one.end > last.end:
                witnesses.append(one)
        return Cluster(
            id=number,
            witnesses=tuple(witnesses),
            firsts=self._firsts([witness.delivery for witness in witnesses]),
            variants=len({witness.wording for witness in witnesses}),
            n_tokens=max(witness.n_tokens for witness in witnesses),
            is_formula=any(witness.kind == "formula" for witness in witnesses),
        )

    def _firsts(self, ids: Sequence[str]) -> tuple[str, ...]:
        held = [self.deliveries[self._number(one)] for one in dict.fromkeys(ids)]
        # Whatever the earliest certainly precedes is no first; few are left to compare.
        open_ones = [one for one in held if not is_earlier(held[0], one)]
        return tuple(
            one.id for one in open_ones if not any(is_earlier(other, one) for other in open_ones)
        )


def _passage(row: tuple[Any, ...]) -> Passage:
    cells = dict(zip(PASSAGE_COLUMNS, row, strict=True))
    places = {
        name: Place(cells[name], cells[f"{name}_begin"], cells[f"{name}_end"])
        if cells[name] is not None
        else None
        for name in ("first", "previous")
    }
    for name in ("first_begin", "first_end", "previous_begin", "previous_end"):
        del cells[name]
    return Passage(**{**cells, **places})
