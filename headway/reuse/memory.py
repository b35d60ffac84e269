"""The plain engine: every pair of places, compared token by token. The reference, and slow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from headway.reuse.runs import Runs, Texts

Place = tuple[int, int]


class MemoryEngine:
    """Obvious Python; quadratic. For tests and for reading what a run is."""

    def runs(self, texts: Texts, at_least: int) -> Iterable[Runs]:
        """See `Engine.runs`; one block for all texts."""
        held = [texts[text].tolist() for text in range(len(texts))]
        rows = [row for row in _maximal(held) if row[2] >= at_least]
        return [Runs.of_rows(rows)] if rows else []


def _maximal(texts: list[list[int]]) -> Iterator[tuple[int, int, int, int, int]]:
    where: dict[int, list[Place]] = defaultdict(list)
    for text, tokens in enumerate(texts):
        for place, token in enumerate(tokens):
            where[token].append((text, place))
    for places in where.values():
        for text, begin in places:
            for other, other_begin in places:
                if (text, begin) == (other, other_begin):
                    continue
                if (
                    begin
                    and other_begin
                    and texts[text][begin - 1] == texts[other][other_begin - 1]
                ):
                    continue
                length = _shared(texts[text], begin, texts[other], other_begin)
                yield text, begin, length, other, other_begin


def _shared(one: list[int], at: int, other: list[int], other_at: int) -> int:
    length = 0
    while (
        at + length < len(one)
        and other_at + length < len(other)
        and one[at + length] == other[other_at + length]
    ):
        length += 1
    return length
