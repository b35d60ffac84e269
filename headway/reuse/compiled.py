"""The loops of `kernel`, compiled by numba. Import this only above a size.

Importing numba and loading its cache costs about a second, compiling once some twenty; a small
record pays neither. The cache lives in the user's cache folder, never beside the package.
"""

import os
import sys
from pathlib import Path
from types import FunctionType
from typing import Any, Final


def cache_folder() -> Path:
    """Where compiled code is kept: the platform's user cache folder, `headway` in it."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "headway" / "compiled"


os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder()))

import numba  # noqa: E402
import numpy as np  # noqa: E402

from headway.reuse import edit_kernel, kernel, star_kernel  # noqa: E402
from headway.reuse.seeds import PRIME  # noqa: E402

_PRIME: Final = np.uint64(PRIME)
_MIX: Final = np.uint64(0xD6E8FEB86659FD93)
_HALF: Final = np.uint64(32)


def _compiled(function: Any) -> Any:
    return numba.njit(cache=True, nogil=True, boundscheck=False)(function)


def _calling(function: Any, **compiled: Any) -> Any:
    """A function compiled so that it calls compiled ones where it calls plain ones."""
    names = {**function.__globals__, **compiled}
    return _compiled(FunctionType(function.__code__, names, function.__name__))


extend_seeds = _compiled(kernel.extend_seeds)
sift = _compiled(edit_kernel.sift)
gather = _compiled(edit_kernel.gather)
runs_of_candidates = _compiled(edit_kernel.runs_of_candidates)
_matches = _compiled(edit_kernel.matches)
align_runs = _calling(
    edit_kernel.align_runs,
    chain_runs=_compiled(edit_kernel.chain_runs),
    align_chains=_calling(
        edit_kernel.align_chains,
        matches=_matches,
        extend=_calling(edit_kernel.extend, matches=_matches),
        drop_overlapped=_compiled(edit_kernel.drop_overlapped),
    ),
)
fill_stars = _compiled(star_kernel.fill_stars)
mark_shared_firsts = _compiled(star_kernel.mark_shared_firsts)


@_compiled
def choose_seeds(
    tokens: Any, starts: Any, first: int, last: int, k: int, w: int, hashes: Any, places: Any
) -> int:
    """The twin of `seeds.chosen` for the texts [first, last); returns how many it wrote."""
    top = np.uint64(1)
    for _ in range(k - 1):
        top *= _PRIME
    ring = np.empty(w, np.uint64)
    written = 0
    for text in range(first, last):
        start = starts[text]
        count = starts[text + 1] - start - k + 1
        if count < w:
            continue
        rolling = np.uint64(0)
        for offset in range(k - 1):
            rolling = rolling * _PRIME + tokens[start + offset]
        best, newest = -1, -1
        best_value = np.uint64(0)
        for gram in range(count):
            if gram:
                rolling -= tokens[start + gram - 1] * top
            rolling = rolling * _PRIME + tokens[start + gram + k - 1]
            value = (rolling ^ (rolling >> _HALF)) * _MIX
            value ^= value >> _HALF
            ring[gram % w] = value
            if best < 0 or value < best_value:
                best, best_value = gram, value
            elif best <= gram - w:
                best = gram - w + 1
                best_value = ring[best % w]
                for behind in range(gram - w + 2, gram + 1):
                    if ring[behind % w] < best_value:
                        best, best_value = behind, ring[behind % w]
            if gram >= w - 1 and best != newest:
                hashes[written] = best_value
                places[written] = start + best
                written += 1
                newest = best
    return written


@_compiled
def choose_telling(
    tokens: Any, starts: Any, tenths: Any, first: int, last: int, k: int, least: int,
    seen: Any, hashes: Any, places: Any,
) -> int:  # fmt: skip
    """The twin of `edits.telling_seeds` for the texts [first, last), in two turns.

    With empty `hashes` it counts every seed that tells enough in `seen`, zeros whose length is a
    power of two; else it writes those that may occur twice, and returns how many.
    """
    mask = np.uint64(len(seen) - 1)
    is_counting = len(hashes) == 0
    written = 0
    for text in range(first, last):
        for place in range(starts[text], starts[text + 1] - k + 1):
            value, told = np.uint64(0), 0
            for offset in range(k):
                value = value * _PRIME + tokens[place + offset]
                told += tenths[place + offset]
            if told < least:
                continue
            value = (value ^ (value >> _HALF)) * _MIX
            value ^= value >> _HALF
            slot = value & mask
            if is_counting:
                if seen[slot] < 2:
                    seen[slot] += 1
            elif seen[slot] > 1:
                hashes[written] = value
                places[written] = place
                written += 1
    return written


@_compiled
def drop_unique(hashes: Any, places: Any, seen: Any) -> int:
    """Move seeds whose hash may occur twice to the front; returns how many.

    `seen` is an array of zeros whose length is a power of two.
    """
    mask = np.uint64(len(seen) - 1)
    for at in range(len(hashes)):
        slot = hashes[at] & mask
        if seen[slot] < 2:
            seen[slot] += 1
    kept = 0
    for at in range(len(hashes)):
        if seen[hashes[at] & mask] > 1:
            hashes[kept] = hashes[at]
            places[kept] = places[at]
            kept += 1
    return kept
