"""Maximal pairs from a token suffix array: the truth for exact runs, by another road."""

import numpy as np

from headway.reuse.runs import Texts

Row = tuple[int, ...]


def maximal_pairs(texts: Texts, at_least: int) -> set[Row]:
    """Every maximal run of `at_least` tokens or more, from both sides, as rows of `Runs`."""
    from pydivsufsort import divsufsort, kasai

    numbers = _numbered(texts)
    # Four bytes a token, sorted as bytes: big-endian keeps the order of the numbers; only
    # suffixes that begin at a token count.
    data = np.frombuffer(numbers.astype(">u4").tobytes(), np.uint8).copy()
    array = divsufsort(data)
    shared = kasai(data, array)
    at_token = np.flatnonzero(array % 4 == 0)
    tokens = (array[at_token] // 4).tolist()
    lcp = _between(shared, at_token)
    found: set[Row] = set()
    group = [tokens[0]]
    for place in range(1, len(tokens)):
        if lcp[place - 1] >= at_least:
            group.append(tokens[place])
            continue
        _pairs(group, numbers, texts, found)
        group = [tokens[place]]
    _pairs(group, numbers, texts, found)
    return {row for row in found if row[2] >= at_least}


def _numbered(texts: Texts) -> np.ndarray:
    """Tokens as small numbers, with a different one at each end of text."""
    _, small = np.unique(texts.tokens, return_inverse=True)
    small = small + len(texts) + 1
    ends = np.arange(1, len(texts) + 1)
    return np.insert(small, texts.starts[1:], ends)


def _between(shared: np.ndarray, at_token: np.ndarray) -> list[int]:
    """Tokens shared by neighbouring token suffixes: the least of the bytes in between."""
    least = np.minimum.reduceat(shared, at_token[:-1]) if len(at_token) > 1 else []
    return [int(value) // 4 for value in least]


def _pairs(group: list[int], numbers: np.ndarray, texts: Texts, found: set[Row]) -> None:
    starts = texts.starts + np.arange(len(texts.starts))
    for one in group:
        for other in group:
            if one == other or (one and other and numbers[one - 1] == numbers[other - 1]):
                continue
            length = 0
            while (
                max(one, other) + length < len(numbers)
                and numbers[one + length] == numbers[other + length]
            ):
                length += 1
            text = int(np.searchsorted(starts, one, side="right")) - 1
            there = int(np.searchsorted(starts, other, side="right")) - 1
            row = (text, int(one - starts[text]), length, there, int(other - starts[there]))
            found.add(row)
