"""Numbers for many tokens at once: the arrays' twin of `tokens.token_id`."""

from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.text.tokens import HASH_PRIME, token_id

_BLOCK: Final = 1 << 16
"""Longest stretch of code points hashed at once, which bounds the table of powers."""


@lru_cache(maxsize=1)
def _powers() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Powers of the prime and of its inverse modulo 2^64, up to the block length."""
    inverse = pow(HASH_PRIME, -1, 1 << 64)
    return _geometric(HASH_PRIME), _geometric(inverse)


def _geometric(base: int) -> npt.NDArray[np.uint64]:
    factors = np.full(_BLOCK + 1, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)


def hash_spans(
    folds: npt.NDArray[Any], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    """One number a span [begin, end) of folded code points; spans ascend and do not overlap.

    Equal to `token_id` of the span's folded string, whatever stands around it.
    """
    ids = np.empty(len(begins), np.uint64)
    at = 0
    while at < len(begins):
        base = int(begins[at])
        after = int(np.searchsorted(ends, base + _BLOCK, side="right"))
        if after <= at:
            ids[at] = token_id("".join(map(chr, folds[base : int(ends[at])].tolist())))
            at += 1
            continue
        block = slice(at, after)
        stop = int(ends[after - 1])
        ids[block] = _hash_block(folds[base:stop], begins[block] - base, ends[block] - base)
        at = after
    return ids


def _hash_block(
    folds: npt.NDArray[Any], begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    powers, inverses = _powers()
    sums = np.zeros(len(folds) + 1, np.uint64)
    np.cumsum((folds.astype(np.uint64) + np.uint64(1)) * powers[: len(folds)], out=sums[1:])
    return finish((sums[ends] - sums[begins]) * inverses[begins])


def finish(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The finaliser of splitmix64, element by element (Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
