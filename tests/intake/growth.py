"""How the time of a function grows with the length of a text, whatever the machine."""

import time
from collections.abc import Callable

_TIMES, _LENGTHS, _MOST = 3, 8, 24.0
_NOISE = 0.02
"""Seconds that any call may take besides: a pause of the machine, a collection of garbage."""


def grows_with_length(function: Callable[[str], object], text: str) -> bool:
    """Whether eight times the text takes nearer to eight times the time than to sixty-four."""
    short, long = _least(function, text), _least(function, text * _LENGTHS)
    return long < _MOST * (short + _NOISE / _LENGTHS) + _NOISE


def _least(function: Callable[[str], object], text: str) -> float:
    taken = []
    for _ in range(_TIMES):
        before = time.process_time()
        function(text)
        taken.append(time.process_time() - before)
    return min(taken)
