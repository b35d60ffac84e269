"""How a rate is put together, the same way for every measure."""

from collections.abc import Iterable

from headway.domain.corpus import Corpus
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.sentences import Words, rate_sentence
from headway.phrases import says

WIDE = 0.2
"""A figure whose bounds widen by more than this because of withholding says so (R15)."""

Counts = tuple[tuple[str, float], ...]


def rate(
    about: Measure,
    corpus: Corpus,
    ask: Ask,
    items: Iterable[Item],
    words: Words,
    *,
    bounds: Bounds | None = None,
    counts: Counts = (),
    parts: tuple[Figure, ...] = (),
    title: str = "",
    round: str | None = None,
    notes: tuple[str, ...] = (),
) -> Figure:
    """The figure of a rate over items; `bounds` only where withheld facts loosen them further."""
    counted = tuple(items)
    interval = bounds or bounds_of(counted)
    return figure(
        about,
        corpus,
        ask,
        rate_sentence(counted, interval, words),
        bounds=interval,
        items=counted,
        counts=counts,
        parts=parts,
        title=title,
        round=round,
        notes=(*notes, *_withheld_note(counted, interval)),
    )


def figure(
    about: Measure,
    corpus: Corpus,
    ask: Ask,
    sentence: str,
    *,
    bounds: Bounds | None = None,
    counts: Counts = (),
    items: tuple[Item, ...] = (),
    parts: tuple[Figure, ...] = (),
    title: str = "",
    round: str | None = None,
    notes: tuple[str, ...] = (),
) -> Figure:
    """A figure of this measure for this ask; settings and view are those it was made with."""
    return Figure(
        measure=about.name,
        version=about.version,
        kind=about.kind,
        dialogue=ask.dialogue,
        party=ask.party,
        sentence=sentence,
        bounds=bounds,
        counts=counts,
        items=items,
        parts=parts,
        title=title,
        round=round or ask.round,
        settings=tuple((name, ask.setting(name, default)) for name, default in about.settings),
        notes=notes,
        view=corpus.viewer.view,
    )


def _withheld_note(items: tuple[Item, ...], bounds: Bounds) -> tuple[str, ...]:
    if bounds.low is None or bounds.high is None:
        return ()
    plain = bounds_of(i for i in items if i.code != "withheld")
    narrow = (plain.high or 0.0) - (plain.low or 0.0)
    widened = bounds.high - bounds.low - narrow
    if widened <= WIDE or not bounds.rate_may_be_shown:
        return ()
    points = int(widened * 100 + 0.5 + 1e-9)
    return (
        says(
            "Withheld facts widen these bounds by {count} points.",
            "Withheld facts widen these bounds by {count} points.",
            points,
        ),
    )
