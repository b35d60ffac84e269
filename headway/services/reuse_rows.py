"""What a search for reuse found, as rows of the derived folder; deliveries go by number there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from headway.reuse import CLASSES, HOWS, KINDS, PASSAGE_COLUMNS, Coverage, Reuse

_BLOCK = 100_000
_COUNTED = KINDS


def delivery_rows(found: Reuse) -> Iterator[tuple[Any, ...]]:
    """Number, rendering, statement, day, tokens, derivation and why not, one row a delivery."""
    for number, (one, told) in enumerate(zip(found.deliveries, found.coverages, strict=True)):
        yield (
            number, one.id, one.statement, str(one.delivered_on), told.n_tokens,
            told.derivation, told.why_not,
        )  # fmt: skip


def passage_rows(found: Reuse) -> Iterator[tuple[Any, ...]]:
    """One row a passage in the order of PASSAGE_COLUMNS, with deliveries as numbers."""
    for start in range(0, len(found), _BLOCK):
        held = {
            name: found.columns[name][start : start + _BLOCK].tolist() for name in PASSAGE_COLUMNS
        }
        held["kind"] = [CLASSES[kind] for kind in held["kind"]]
        held["how"] = [HOWS[how] for how in held["how"]]
        held["source"] = [found.sources[at] if at >= 0 else "" for at in held["source"]]
        for end in ("first", "previous"):
            held[end] = [number if number >= 0 else None for number in held[end]]
        yield from zip(*(held[name] for name in PASSAGE_COLUMNS), strict=True)


def coverage_rows(found: Reuse) -> Iterator[tuple[Any, ...]]:
    """Number of the delivery, class and tokens; classes without tokens have no row."""
    for number, told in enumerate(found.coverages):
        for name in _COUNTED:
            tokens = getattr(told, name)
            if tokens:
                yield (number, name, tokens)


def report_of(found: Reuse) -> dict[str, Any]:
    """What the search says about itself: counts, settings, caps, alerts, what it left out."""
    return {
        "versions": dict(found.versions),
        "settings": asdict(found.settings),
        "texts_compared": sum(_is_compared(told) for told in found.coverages),
        "not_assessed": dict(Counter(c.why_not for c in found.coverages if c.why_not)),
        "passages": int((found.columns["how"] == HOWS.index("verbatim")).sum()),
        "passages_by_class": _by_class(found, "verbatim"),
        "edited_passages": int((found.columns["how"] == HOWS.index("edited")).sum()),
        "edited_passages_by_class": _by_class(found, "edited"),
        "tokens": sum(told.n_tokens for told in found.coverages),
        "tokens_by_class": {n: sum(getattr(c, n) for c in found.coverages) for n in _COUNTED},
        "alerts": [asdict(alert) for alert in found.alerts],
        "caps": list(found.caps),
        "not_looked_for": list(found.not_looked_for),
    }


def _is_compared(told: Coverage) -> bool:
    return not told.why_not


def _by_class(found: Reuse, how: str) -> dict[str, int]:
    chosen = found.columns["how"] == HOWS.index(how)
    counts = Counter(found.columns["kind"][chosen].tolist())
    return {name: counts[number] for number, name in enumerate(CLASSES)}
