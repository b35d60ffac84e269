"""Paragraphs of an official paper, whose lines and pages were broken on the way to text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 20_000
"""A longer paragraph is no paragraph: it is ended."""

MOST_NUMBERS = 5_000
_TAIL = 40
_FURNITURE = re.compile(r"\s*(?:\d{1,3}|A/HRC/\S+|GE\.\d\S*(?:\s*\(E\))?(?:\s.*)?|\f+)?\s*\Z")
_SPAN = r"\d{1,3}\.\d{1,3}(?:\s?[-–]\s?\d{1,3}(?:\.\d{1,3})?)?"
_NUMBER = re.compile(rf"\s*(?P<number>{_SPAN}|\d{{1,3}})\.?(?P<blank>\s+|\Z)(?P<rest>.*)\Z")
_HEADING = re.compile(r"\s*(?:[IVX]{1,5}|[A-Z])\.\s+[A-Z]")
_ENDED = re.compile(r"[.;:!?)”\"*]\s*\Z")
_RANGE = re.compile(_SPAN)


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its number (`12`, `121.5`, or nothing) and the line it begins in, from 1."""

    number: str
    text: str
    line: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a paper in order, without numbers of pages and symbols at their edges."""
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    now: Paragraph | None = None
    blank = False
    for number, line in enumerate(text.splitlines(), 1):
        if _FURNITURE.match(line):
            blank = True
            continue
        begun = _begun(line, now)
        if begun is None and now is not None and _goes_on(now, line, blank):
            now.text = f"{now.text} {' '.join(line.split())}".strip()
        else:
            if now is not None:
                yield now
            begun = begun or ("", " ".join(line.split()))
            now = Paragraph(begun[0], begun[1], number)
        blank = False
    if now is not None:
        yield now


def _begun(line: str, now: Paragraph | None) -> tuple[str, str] | None:
    """The number and the first words of a line that begins a numbered paragraph."""
    ended = now is None or not now.text or bool(_ENDED.search(now.text[-_TAIL:]))
    if ended and _RANGE.fullmatch(line.strip()):
        return " ".join(line.split()), ""
    found = _NUMBER.match(line)
    if not found:
        return None
    number, rest = found.group("number"), " ".join(found.group("rest").split())
    if not rest or not (rest[0].isupper() or rest[0] in '“"('):
        return None
    if "." in number or line[: found.end("number") + 1].rstrip().endswith("."):
        return (number, rest) if _follows(number, now) else None
    return None


def _follows(number: str, now: Paragraph | None) -> bool:
    """Whether a number may stand here: `2014. Slovenia` at the end of a sentence may not."""
    return now is None or bool(_ENDED.search(now.text[-_TAIL:])) or not now.number or "." in number


def _goes_on(now: Paragraph, line: str, blank: bool) -> bool:
    if len(now.text) > MOST_CHARACTERS:
        return False
    if not now.text:
        return not blank or not _HEADING.match(line)
    ended = _ENDED.search(now.text[-_TAIL:]) is not None
    if _HEADING.match(line) and (blank or ended or not now.number):
        return False
    return not blank or (bool(now.number) and not ended)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of recommendations that a text lists, ranges written out: `122.17-18` is two."""
    found: list[str] = []
    pattern = r"(\d{1,3})\.(\d{1,3})(?:\s?[-–]\s?(?:\d{1,3}\.)?(\d{1,3}))?"
    for match in re.finditer(pattern, text):
        first = int(match.group(2))
        last = int(match.group(3) or first)
        if first <= last <= first + 400 and len(found) < MOST_NUMBERS:
            found.extend(f"{match.group(1)}.{number}" for number in range(first, last + 1))
    return tuple(dict.fromkeys(found))
