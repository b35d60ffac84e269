"""Columns of the passages found: from token places to code points of the original texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.reuse import classes as cls
from headway.reuse import relations as rel
from headway.reuse import star_kernel as cols
from headway.reuse.canon import Quotations
from headway.reuse.runs import Texts
from headway.reuse.stars import Stars
from headway.text import Folded

Columns = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Classified:
    """What the steps after the stars found, one element a passage; `paint` one a token."""

    kinds: npt.NDArray[np.int8]
    bits: npt.NDArray[Any]
    cluster: npt.NDArray[np.int64]
    wording: npt.NDArray[np.int64]
    paint: npt.NDArray[np.uint8]


def first_of_pool(stars: Stars) -> npt.NDArray[Any]:
    """The delivery a passage shows as its first; -1 for none."""
    return _of_pool(stars, cls.pools(stars), cols.FIRST, -1)


def columns_of(
    texts: Texts, stars: Stars, kinds: npt.NDArray[np.int8], bits: npt.NDArray[Any]
) -> Columns:
    """Columns of the passages, places still as tokens over all texts, families still open."""
    pool = cls.pools(stars)
    columns: Columns = {
        "delivery": stars.text.astype(np.int64),
        "begin": texts.starts[stars.text] + stars.begin,
        "n_tokens": stars.length.astype(np.int64),
        "kind": kinds,
        "bits": np.round(bits, 1),
        "cluster": np.full(len(stars), -1, np.int64),
        "wording": np.full(len(stars), -1, np.int64),
        "first_is_certain": np.zeros(len(stars), np.bool_),
        "own_rounds": stars.count(rel.OWN_ROUND),
        "own_elsewhere": stars.count(rel.OWN_ELSEWHERE),
        "other_sides": stars.count(rel.OTHER_SIDE),
        "concurrent": stars.count(rel.CONCURRENT) + stars.count(rel.MEETING),
        "later": stars.count(rel.LATER),
        "sides": stars.sides,
        "source": np.full(len(stars), -1, np.int64),
        "how": np.zeros(len(stars), np.int8),
        "n_matched": stars.length.astype(np.int64),
        "similarity": np.ones(len(stars)),
        "first_tokens": stars.length.astype(np.int64),
        "previous_tokens": stars.length.astype(np.int64),
    }
    columns["earlier"] = columns["own_rounds"] + columns["own_elsewhere"] + columns["other_sides"]
    for name, text, begin in (
        ("first", cols.FIRST, cols.FIRST_BEGIN),
        ("previous", cols.PREVIOUS, cols.PREVIOUS_BEGIN),
    ):
        columns[name] = _of_pool(stars, pool, text, -1)
        there = texts.starts[np.maximum(columns[name], 0)] + _of_pool(stars, pool, begin, 0)
        columns[f"{name}_begin"] = np.where(columns[name] >= 0, there, 0)
    columns["first_is_certain"] = (columns["first"] >= 0) & (
        _of_pool(stars, pool, cols.SHARED, 1) == 0
    )
    return columns


def _of_pool(stars: Stars, pool: npt.NDArray[Any], column: int, otherwise: int) -> npt.NDArray[Any]:
    return np.select(
        [pool == one for one in range(3)],
        [stars.pool(one, column) for one in range(3)],
        otherwise,
    ).astype(np.int64)


def with_quotations(
    columns: Columns,
    texts: Texts,
    quoted: Quotations,
    named: Quotations,
    sources: list[int],
) -> Columns:
    """Quotations of the canon as passages of their own where no repeated passage is one.

    `named` are all stretches that name a source, the edited ones too.
    """
    if not len(named.begins):
        return columns
    ends = columns["begin"] + columns["n_tokens"]
    shown = np.zeros(len(texts.tokens), np.bool_)
    for at in np.flatnonzero(columns["kind"] == cls.CANON).tolist():
        shown[columns["begin"][at] : ends[at]] = True
        # The stretch that holds most of the passage names its source.
        stretch = max(0, int(np.searchsorted(named.begins, ends[at])) - 1)
        columns["source"][at] = sources[named.source[stretch] - _first_canon(texts, sources)]
    spans = zip(quoted.begins.tolist(), quoted.ends.tolist(), strict=True)
    alone = np.array([not shown[begin:end].all() for begin, end in spans], np.bool_)
    count = int(alone.sum())
    empty: dict[str, Any] = {
        "first": -1, "previous": -1, "cluster": -1, "wording": -1, "sides": 1, "similarity": 1,
    }  # fmt: skip
    extra = {name: np.full(count, empty.get(name, 0)) for name in columns}
    extra["begin"] = quoted.begins[alone]
    extra["n_tokens"] = (quoted.ends - quoted.begins)[alone]
    extra["n_matched"] = extra["n_tokens"]
    extra["delivery"] = np.searchsorted(texts.starts, extra["begin"], side="right") - 1
    extra["kind"] = np.full(count, cls.CANON)
    numbers = quoted.source[alone] - _first_canon(texts, sources)
    extra["source"] = np.array(sources, np.int64)[numbers]
    return {name: np.concatenate((columns[name], extra[name])) for name in columns}


def _first_canon(texts: Texts, sources: list[int]) -> int:
    return len(texts) - len(sources)


def in_text(columns: Columns, texts: Texts, folds: list[Folded], numbers: list[int]) -> Columns:
    """Places as code points, deliveries as numbers of the whole search."""
    begins = np.concatenate([np.empty(0, np.uint32), *(one.begins for one in folds)])
    ends = np.concatenate([np.empty(0, np.uint32), *(one.ends for one in folds)])
    whole = np.array([*numbers, *[-1] * (len(texts) - len(numbers))], np.int64)
    placed = dict(columns)
    for prefix in ("", "first_", "previous_"):
        first_token = columns[f"{prefix}begin"]
        last_token = first_token + columns[f"{prefix or 'n_'}tokens"] - 1
        placed[f"{prefix}begin"] = begins[first_token].astype(np.int64)
        placed[f"{prefix}end"] = ends[np.minimum(last_token, len(ends) - 1)].astype(np.int64)
    placed["delivery"] = whole[columns["delivery"]]
    for name in ("first", "previous"):
        placed[name] = np.where(columns[name] >= 0, whole[np.maximum(columns[name], 0)], -1)
    return placed


def joined(parts: Sequence[Columns]) -> Columns:
    """The columns of all languages, by delivery, begin and end."""
    names = parts[0] if parts else _EMPTY
    together = {
        name: np.concatenate([part[name] for part in parts]) if parts else np.empty(0, np.int64)
        for name in names
    }
    order = np.lexsort((together["end"], together["begin"], together["delivery"]))
    return {name: column[order] for name, column in together.items()}


_EMPTY = (
    "delivery", "begin", "end", "n_tokens", "kind", "bits", "cluster", "wording", "first",
    "first_begin", "first_end", "first_is_certain", "previous", "previous_begin", "previous_end",
    "earlier", "own_rounds", "own_elsewhere", "other_sides", "concurrent", "later", "sides",
    "source", "how", "n_matched", "similarity",
)  # fmt: skip
