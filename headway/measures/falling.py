"""Is a level falling from round to round? Counts of falls, with what unknown levels allow."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headway.domain.corpus import Corpus
from headway.domain.ids import AnyId, any_id
from headway.domain.rounds import Round
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item
from headway.measures.rates import figure, rate
from headway.measures.sentences import Words
from headway.measures.threads import gaps_between, lowered, round_title, rounds_of
from headway.phrases import say


@dataclass(frozen=True, slots=True)
class Level:
    """How high something stood at a round: between `low` and `high`, and why that is open.

    `sentence` tells it with the count first; `words` are short, for the list of items.
    """

    ref: AnyId
    low: float
    high: float
    code: Code
    words: str
    sentence: str
    counts: tuple[tuple[str, float], ...] = ()


def falls_between(levels: Sequence[tuple[float, float]], step: float) -> tuple[int, int]:
    """The fewest and the most falls that a series of (low, high) allows.

    `step` is the smallest fall there can be: 1 where levels are whole numbers.
    """
    pairs = max(len(levels) - 1, 0)
    rises = _most([(-high, -low) for low, high in levels], 0.0)
    return (pairs - rises, _most(list(levels), step))


def _most(levels: Sequence[tuple[float, float]], step: float) -> int:
    """The most pairs of which the later is lower than the earlier by at least a step.

    `best[k]` is the highest last level with k such pairs or more: the higher, the more can follow.
    """
    best: list[float] = []
    for n, (low, high) in enumerate(levels):
        if n == 0:
            best = [high]
            continue
        after = [high] * len(best)
        for k, last in enumerate(best):
            fallen = min(high, last - step)
            if fallen < low:
                continue
            if k + 1 == len(after):
                after.append(fallen)
            else:
                after[k + 1] = max(after[k + 1], fallen)
        best = after
    return max(len(best) - 1, 0)


def falling(
    about: Measure,
    corpus: Corpus,
    ask: Ask,
    level_at: Callable[[Round], Level],
    words: Words,
    step: float,
    notes: tuple[str, ...] = (),
) -> Figure:
    """The rounds with a lower level than the round before / rounds after the first; a part each.

    With a round asked for: that round and the one before it.
    """
    rounds = rounds_of(corpus, ask.dialogue)
    if ask.round is not None:
        here = next((n for n, r in enumerate(rounds) if r.id == ask.round), -1)
        rounds = rounds[max(here - 1, 0) : here + 1]
    levels = [level_at(round) for round in rounds]
    items = tuple(
        _item(after, before, level)
        for after, (before, level) in zip(rounds[1:], pairwise(levels), strict=True)
    )
    least, most = falls_between([(level.low, level.high) for level in levels], step)
    total = len(items)
    bounds = Bounds.between((least, total - least), (most, total - most), total)
    return rate(
        about,
        corpus,
        ask,
        items,
        words,
        bounds=bounds,
        counts=(("rounds", float(len(rounds))), *_counts(items)),
        parts=tuple(_part(about, corpus, ask, r, lv) for r, lv in zip(rounds, levels, strict=True)),
        notes=(*notes, *gaps_between(corpus, *rounds)),
    )


def _item(round: Round, before: Level, after: Level) -> Item:
    ref = any_id("Round", round.id)
    words = say(
        "{round}: {now}; before: {before}",
        round=round_title(round),
        now=after.words,
        before=before.words,
    )
    if after.high < before.low:
        return Item(ref, "yes", words, "lower")
    if after.low >= before.high:
        return Item(ref, "no", words, "higher" if after.low > before.high else "not_lower")
    code = after.code if after.code != "yes" else before.code
    return Item(ref, code if code != "yes" else "not_assessed", words, "unknown")


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    return (
        ("lower", float(found["lower"])),
        ("not_lower", float(found["higher"] + found["not_lower"])),
        ("unknown", float(found["unknown"])),
    )


def _part(about: Measure, corpus: Corpus, ask: Ask, round: Round, level: Level) -> Figure:
    return figure(
        about,
        corpus,
        ask,
        say("{what} at {round}.", what=level.sentence, round=lowered(round_title(round))),
        counts=level.counts,
        items=(Item(level.ref, level.code, level.words, level.code),),
        title=round_title(round),
        round=round.id,
    )
