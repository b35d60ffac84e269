"""Questions that States sent in advance: who asks, and what, one question a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headway.intake.upr_papers.names import state_named
from headway.intake.upr_papers.paragraphs import MOST_CHARACTERS

_FIELD_CODE = re.compile(r"PAGE\s+\\\*|MERGEFORMAT|bjbj")
_TITLE = re.compile(r"ADVANCE QUESTIONS TO", re.IGNORECASE)
_NUMBERED = re.compile(r"\A(?:[-•–*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_LOST = re.compile(r"s\s")


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one State: as it is written, its name, each question, and all its words."""

    written: str
    state: str
    questions: tuple[str, ...]
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What one paper asks, its words alone, and what was done to get at them."""

    asked: tuple[Asked, ...]
    text: str
    decided: tuple[str, ...]


def questions_of(text: str) -> Batch:
    """The questions of a paper of advance questions, leftovers of its file format set aside."""
    kept, dropped = _kept(text.splitlines())
    lines, mended = _mended(kept)
    groups: list[tuple[str, str, int, list[str]]] = []
    for line, words in lines:
        state = _heading(words)
        if state:
            groups.append((words, state, line, []))
        elif groups:
            groups[-1][3].append(words)
    asked = tuple(
        Asked(written, state, tuple(_questions(body)), "\n".join(body), line)
        for written, state, line, body in groups
        if body
    )
    decided = []
    if dropped:
        decided.append(f"{dropped:,} lines that are leftovers of its file format were set aside.")
    if mended:
        decided.append(f"{mended:,} lines broken in the middle of a sentence were joined.")
    return Batch(asked, "\n".join(words for _, words in lines), tuple(decided))


def _kept(lines: list[str]) -> tuple[list[tuple[int, str]], int]:
    """The lines from the title to the first code of a text program, numbered from 1."""
    begin = next((n for n, line in enumerate(lines) if _TITLE.search(line)), 0)
    end = next((n for n in range(begin, len(lines)) if _FIELD_CODE.search(lines[n])), len(lines))
    kept = [(n + 1, lines[n]) for n in range(begin, end) if lines[n].strip()]
    dropped = sum(1 for line in (*lines[:begin], *lines[end:]) if line.strip())
    return kept, dropped


def _mended(lines: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], int]:
    """Lines that begin in small letters joined to the one before; lost apostrophes put back."""
    whole: list[tuple[int, str]] = []
    mended = 0
    for number, line in lines:
        short = whole and len(whole[-1][1]) < MOST_CHARACTERS
        if short and line[:1].islower() and not _NUMBERED.match(line):
            before = whole[-1][1]
            lost = _LOST.match(line) and before[-1:].isalpha()
            joint = "’" if lost else ""
            begin = before if lost else f"{before.rstrip()} "
            whole[-1] = (whole[-1][0], f"{begin}{joint}{line.strip()}")
            mended += 1
        else:
            whole.append((number, line.rstrip("\n") if line.endswith(" ") else line.strip()))
    return [(number, " ".join(line.split())) for number, line in whole], mended


def _heading(line: str) -> str:
    """The State that a line alone names in capitals, or nothing."""
    if "?" in line or len(line) > 160 or not line[:4].isupper():
        return ""
    words = line.split(" on behalf ")[0].strip(" :")
    name = " ".join(word for word in words.split() if word.isupper() or not word.isalpha())
    return state_named(name) or state_named(words)


def _questions(lines: list[str]) -> Iterator[str]:
    """Each question with what leads to it: a paragraph without one belongs to the next."""
    waiting: list[str] = []
    for line in lines:
        waiting.append(_NUMBERED.sub("", line))
        if "?" in line:
            yield " ".join(waiting)
            waiting = []
    if waiting:
        yield " ".join(waiting)
