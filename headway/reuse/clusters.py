"""Clusters: families of one passage with all its variants, without chains.

The passage with most deliveries is the head of a family; what overlaps a head by half of the
longer of the two belongs to it, and nothing joins through a member. Formulae form families of
their own, so two scripts never meet through a courtesy (star clustering, Aslam et al. 2004).
"""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.reuse.covered import Covered
from headway.reuse.seeds import PRIME, mixed
from headway.reuse.stars import Stars

_OVERLAP: Final = 0.5


def families(
    covered: Covered, stars: Stars, is_apart: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Number of the family, and of the wording (equal for equal words), of each passage.

    `is_apart` marks passages that must not bring others together. Families are numbered in
    order of their first passage.
    """
    wording = wordings(covered, is_apart)
    count = int(wording.max(initial=-1)) + 1
    deliveries = np.bincount(wording, minlength=count)
    length = np.zeros(count, np.int64)
    length[wording] = stars.length
    head = _heads(_neighbours(stars, wording, is_apart), deliveries, length)
    return _numbered(head[wording]), wording


def wordings(covered: Covered, is_apart: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """A number for each different sequence of tokens, in order of first sight."""
    sums, inverses = _powers(covered.tokens)
    spans = (sums[covered.ends] - sums[covered.begins]) * inverses[covered.begins]
    lengths = (covered.ends - covered.begins).astype(np.uint64) * np.uint64(2)
    return _numbered(mixed(spans) ^ mixed(lengths + is_apart.astype(np.uint64)))


def _powers(
    tokens: npt.NDArray[np.uint64],
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Running sums of the tokens' polynomial, and inverse powers to bring a span to its start."""
    factors = np.full(len(tokens) + 1, PRIME, np.uint64)
    factors[0] = 1
    powers = np.cumprod(factors, dtype=np.uint64)
    factors[1:] = np.uint64(pow(PRIME, -1, 1 << 64))
    sums = np.zeros(len(tokens) + 1, np.uint64)
    np.cumsum(mixed(tokens) * powers[:-1], out=sums[1:])
    return sums, np.cumprod(factors, dtype=np.uint64)


def _numbered(values: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    _, first, inverse = np.unique(values, return_index=True, return_inverse=True)
    numbers = np.empty(len(first), np.int64)
    numbers[np.argsort(first)] = np.arange(len(first))
    return numbers[inverse]


def _neighbours(
    stars: Stars, wording: npt.NDArray[np.int64], is_apart: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Pairs of wordings (n, 2) that overlap enough at some place, both ways round."""
    text, begin, length = stars.text, stars.begin, stars.length
    end = begin + length
    pairs = []
    at = np.arange(len(text))
    step = 1
    while len(at):
        at = at[at + step < len(text)]
        after = at + step
        # Passages ascend by begin: once one starts too late, all further ones do.
        goes_on = (text[at] == text[after]) & (begin[after] < end[at])
        at, after = at[goes_on], after[goes_on]
        overlap = np.minimum(end[at], end[after]) - begin[after]
        is_near = overlap >= _OVERLAP * np.maximum(length[at], length[after])
        is_near &= is_apart[at] == is_apart[after]
        pairs.append(np.stack((wording[at[is_near]], wording[after[is_near]]), axis=1))
        step += 1
    found = np.concatenate([np.empty((0, 2), np.int64), *pairs])
    return np.unique(np.concatenate((found, found[:, ::-1])), axis=0)


def _heads(
    pairs: npt.NDArray[np.int64], deliveries: npt.NDArray[Any], length: npt.NDArray[Any]
) -> npt.NDArray[np.int64]:
    """The head of each wording: heads are taken by deliveries, then length, then first sight."""
    count = len(deliveries)
    starts = np.searchsorted(pairs[:, 0], np.arange(count + 1)).tolist()
    near = pairs[:, 1].tolist()
    head = [-1] * count
    for one in np.lexsort((np.arange(count), -length, -deliveries)).tolist():
        if head[one] >= 0:
            continue
        head[one] = one
        for other in near[starts[one] : starts[one + 1]]:
            if head[other] < 0:
                head[other] = one
    return np.array(head, np.int64).reshape(-1)
