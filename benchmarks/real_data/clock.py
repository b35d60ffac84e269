"""A stopwatch that ends one part where the next begins, in wall and CPU seconds, children too."""

import json
import resource
import time
from collections.abc import Callable
from typing import Any


class Parts:
    """Prints one line of JSON for each part that has ended; a part named again goes on."""

    def __init__(self, first: str) -> None:
        self._spent: dict[str, list[float]] = {}
        self._name = first
        self._since = _now()

    def begin(self, name: str) -> None:
        """End the part that runs; what follows belongs to this one."""
        if name == self._name:
            return
        now = _now()
        spent = self._spent.setdefault(self._name, [0.0, 0.0])
        for at in (0, 1):
            spent[at] += now[at] - self._since[at]
        self._name, self._since = name, now

    def report(self, step: str, done: int, total: int) -> None:
        """A progress callback: each step is a part."""
        self.begin(step)

    def watch(self, owner: Any, function: str, name: str, after: str | None = None) -> None:
        """Let a part begin whenever this function of a module or class is called."""
        called: Callable[..., Any] = getattr(owner, function)

        def wrapped(*args: Any, **named: Any) -> Any:
            self.begin(name)
            try:
                return called(*args, **named)
            finally:
                if after is not None:
                    self.begin(after)

        setattr(owner, function, wrapped)

    def end(self, **told: Any) -> None:
        """Print all parts, then one line with the peak memory of this process and what was told."""
        self.begin("")
        for name, (wall, cpu) in self._spent.items():
            print(json.dumps({"part": name, "wall": wall, "cpu": cpu}))
        print(json.dumps({"peak_gb": _peak_gb(), **told}, ensure_ascii=False), flush=True)


def _now() -> tuple[float, float]:
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(use.ru_utime + use.ru_stime for use in uses)


def _peak_gb() -> float:
    """Peak resident memory of this process alone."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
