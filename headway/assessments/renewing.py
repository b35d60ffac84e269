"""Writing the marked blocks and live numbers of a manuscript again; nothing else moves."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from headway.assessments.manuscripts import Block, read

LIVE = re.compile(r"\[([^\[\]\n]*)\]\(figure:([^\s()]+)\)")


@dataclass(frozen=True, slots=True)
class Renewed:
    """A manuscript with its figures as they are now, and what changed.

    `changed` are keys of blocks, `numbers` live numbers as (path, before, now); `stale` are the
    changed blocks that a person had reviewed.
    """

    text: str
    changed: tuple[str, ...]
    numbers: tuple[tuple[str, str, str], ...]
    stale: tuple[str, ...]


def renew(
    text: str, write: Callable[[Block], str | None], number: Callable[[str], str | None]
) -> Renewed:
    """The text with each block as `write` has it and each live number as `number` has it.

    Where either returns None the author's file is left as it is; `check` complains of that. Every
    byte outside blocks and live numbers stays, line ends included.
    """
    manuscript = read(text)
    lines = text.split("\n")
    changed, stale = [], []
    for block in reversed(manuscript.blocks):
        fresh = write(block)
        if fresh is None or tuple(fresh.split("\n")) == block.body:
            continue
        end = "\r" if lines[block.begin].endswith("\r") else ""
        lines[block.begin + 1 : block.end] = [f"{line}{end}" for line in fresh.split("\n")]
        changed.append(block.key)
        if block.reviewed_by and any(block.body):  # an empty block is written, not changed
            stale.append(block.key)
    numbers: list[tuple[str, str, str]] = []

    def live(found: re.Match[str]) -> str:
        now = number(found[2])
        if now is None or now == found[1]:
            return found[0]
        numbers.append((found[2], found[1], now))
        return f"[{now}](figure:{found[2]})"

    return Renewed(
        LIVE.sub(live, "\n".join(lines)),
        tuple(reversed(changed)),
        tuple(numbers),
        tuple(reversed(stale)),
    )
