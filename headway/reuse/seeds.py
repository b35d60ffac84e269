"""Seeds: k-grams chosen by winnowing, and the places where a chosen one occurs twice.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every w successive k-grams the one with the
smallest hash is kept, so every run of k + w - 1 tokens keeps a seed at the same place of all
its occurrences. Of equal hashes the leftmost is kept: the robust variant keeps fewer, but then
two occurrences of "a a a a" may keep different places and a run would be missed.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse.runs import Texts

PRIME: Final = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Seeds that occur at least twice, places counted over all texts (int64).

    `places` ascend; `groups[i]` is the group of places[i]; group g has the members
    `members[group_starts[g]:group_starts[g+1]]`, ascending, each in text `member_texts`.
    """

    places: npt.NDArray[np.int64]
    groups: npt.NDArray[np.int64]
    group_starts: npt.NDArray[np.int64]
    members: npt.NDArray[np.int64]
    member_texts: npt.NDArray[np.int32]


def chosen(texts: Texts, k: int, w: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Hashes (uint64) and places of the winnowed k-grams of all texts, places ascending."""
    hashes = [np.empty(0, np.uint64)]
    places = [np.empty(0, np.int64)]
    for text in range(len(texts)):
        grams = hash_grams(texts[text], k)
        if len(grams) < w:
            continue
        windows = np.lib.stride_tricks.sliding_window_view(grams, w)
        kept = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
        hashes.append(grams[kept])
        places.append(kept + texts.starts[text])
    return np.concatenate(hashes), np.concatenate(places)


def hash_grams(tokens: npt.NDArray[np.uint64], k: int) -> npt.NDArray[np.uint64]:
    """Hash of every k successive tokens (uint64, len - k + 1 of them)."""
    count = max(0, len(tokens) - k + 1)
    grams = np.zeros(count, np.uint64)
    for offset in range(k):
        grams = grams * np.uint64(PRIME) + tokens[offset : offset + count]
    return mixed(grams)


def mixed(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Hashes whose order says nothing of the tokens: one multiplication between two shifts."""
    values = (values ^ (values >> np.uint64(32))) * np.uint64(0xD6E8FEB86659FD93)
    return values ^ (values >> np.uint64(32))


def grouped(texts: Texts, hashes: npt.NDArray[np.uint64], places: npt.NDArray[np.int64]) -> Seeds:
    """The seeds that occur twice or more, by group and by place."""
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    is_new = np.ones(len(ordered), np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    sizes = np.diff(np.append(np.flatnonzero(is_new), len(ordered)))
    repeated = np.repeat(sizes > 1, sizes)
    del ordered
    members = places[order[repeated]]
    del order, repeated
    sizes = sizes[sizes > 1]
    group_starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=group_starts[1:])
    group_of: npt.NDArray[Any] = np.repeat(np.arange(len(sizes)), sizes)
    by_place = np.argsort(members, kind="stable")
    texts_of = np.searchsorted(texts.starts, members, side="right") - 1
    return Seeds(
        places=members[by_place],
        groups=group_of[by_place],
        group_starts=group_starts,
        members=members,
        member_texts=texts_of.astype(np.int32),
    )
