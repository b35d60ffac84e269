"""What pages ask of the stored findings: the functions of `services.findings` over one Corpus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from headway.domain.corpus import Corpus
from headway.domain.values import Value
from headway.measures.figure import Figure


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """Reads what was computed before for one Corpus; never computes reuse or a measure.

    `stored` is the module `services.findings`, or anything with its functions.
    """

    stored: Any
    corpus: Corpus

    def figures(self, dialogue: str) -> tuple[Figure, ...]:
        """The stored figures of a dialogue; empty when there are none for this look."""
        return tuple(self.stored.figures(self.corpus, dialogue))

    def passages(self, rendering: str) -> Sequence[Any]:
        """The passages found in a rendering, in order of their begin."""
        return tuple(self.stored.passages(self.corpus, rendering))

    def witnesses(self, cluster: int) -> Sequence[Any]:
        """All deliveries of one passage, in order of delivery."""
        return tuple(self.stored.witnesses(self.corpus, cluster))

    def recurring(self, dialogue: str) -> Sequence[Any] | None:
        """The sentences said on several days, at least once there; None when nobody looked."""
        found = self.stored.recurring(self.corpus, dialogue)
        return None if found is None else tuple(found)

    def recurring_report(self) -> dict[str, Any]:
        """What the search for them looked at."""
        return dict(self.stored.recurring_report(self.corpus))

    def why_not(self, rendering: str) -> str:
        """Why a text was not compared, in words; empty where it was or nobody looked."""
        told = self.stored.derivation(self.corpus, rendering)
        return str(told.why_not) if told else ""

    def coverage(self, rendering: str) -> dict[str, int]:
        """Tokens of a rendering by class of reuse."""
        return dict(self.stored.coverage(self.corpus, rendering))

    def search(self, query: str, limit: int, offset: int, shown: Callable[[Value], bool]) -> Any:
        """Hits in what this view may read and a page may show; nothing else is counted."""
        return self.stored.search(self.corpus, query, limit, offset, shown)

    def state(self) -> str:
        """`current`, `stale` or `none`."""
        return str(self.stored.state(self.corpus))
