"""Engines that are wrong in one way each, to show that the suite's checks would notice."""

from collections import Counter
from collections.abc import Iterable

from headway.reuse import MemoryEngine
from headway.reuse.runs import Runs, Texts

Row = tuple[int, ...]


def _rows(texts: Texts, at_least: int) -> list[Row]:
    return [row for runs in MemoryEngine().runs(texts, at_least) for row in runs.rows()]


def _held(rows: Iterable[Row]) -> list[Runs]:
    kept = list(rows)
    return [Runs.of_rows(kept)] if kept else []


class StopsOneShort:
    """Extends to the right until the last token but one."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        rows = [(t, b, n - 1, o, p) for t, b, n, o, p in _rows(texts, at_least)]
        return _held(row for row in rows if row[2] >= at_least)


class DropsFrequentRuns:
    """Leaves out what stands in more than a hundred places, as a well-known peer does."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        rows = _rows(texts, at_least)
        often = Counter(row[:3] for row in rows)
        return _held(row for row in rows if often[row[:3]] < 100)


class DropsRefrains:
    """Compares no text with itself."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        return _held(row for row in _rows(texts, at_least) if row[0] != row[3])


class SkipsEqualTexts:
    """Takes equal texts for one text and reports nothing between them, as another peer does."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        return _held(
            row
            for row in _rows(texts, at_least)
            if row[0] == row[3] or texts[row[0]].tolist() != texts[row[3]].tolist()
        )


class SeesOneSide:
    """Reports each pair from one of its texts only."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        return _held(row for row in _rows(texts, at_least) if row[0] >= row[3])


class NeedsOneTokenMore:
    """Misses runs of just the length asked for."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        return _held(_rows(texts, at_least + 1))


class MergesNeighbours:
    """Forgets that a text ends: compares over the seam of two texts."""

    def runs(self, texts: Texts, at_least: int) -> list[Runs]:
        whole = Texts.of([texts.tokens])
        starts = texts.starts.tolist()
        rows = []
        for _, begin, length, _, there in _rows(whole, at_least):
            text = max(at for at in range(len(texts)) if starts[at] <= begin)
            other = max(at for at in range(len(texts)) if starts[at] <= there)
            rows.append((text, begin - starts[text], length, other, there - starts[other]))
        return _held(rows)


BROKEN_ENGINES = (
    StopsOneShort,
    DropsFrequentRuns,
    DropsRefrains,
    SkipsEqualTexts,
    SeesOneSide,
    NeedsOneTokenMore,
    MergesNeighbours,
)
