"""Paragraph numbers and page furniture: what stands in a text and nobody said."""

import re
from collections.abc import Iterator
from typing import Final

from headway.text.characters import NEWLINES

_SPACE: Final = "[ \t\u00a0\u3000]"
_NUMBER: Final = "[0-9]{1,4}"

# "34." or "34)" before the words of a paragraph; a real sentence seldom starts so.
PARAGRAPH_NUMBER: Final = re.compile(rf"{_SPACE}*\[?([0-9]{{1,3}})[.)\]](?={_SPACE})")

# A whole line that is a page number, a document symbol or a job number.
FURNITURE_LINE: Final = re.compile(
    rf"{_SPACE}*(?:"
    rf"{_NUMBER}"
    rf"|[-–—]{_SPACE}*{_NUMBER}{_SPACE}*[-–—]"
    rf"|{_NUMBER}{_SPACE}*/{_SPACE}*{_NUMBER}"
    rf"|(?:[Pp]age|PAGE|[Pp]\.){_SPACE}+{_NUMBER}(?:{_SPACE}*(?:of|de|sur|/){_SPACE}*{_NUMBER})?"
    rf"|第{_SPACE}*{_NUMBER}{_SPACE}*页(?:{_SPACE}*共{_SPACE}*{_NUMBER}{_SPACE}*页)?"
    rf"|[A-Z](?:/[A-Z0-9.]{{1,12}}){{1,4}}"
    rf"|[0-9]{{2}}-[0-9]{{5}}(?:{_SPACE}*\([A-Z]\))?(?:{_SPACE}+{_NUMBER})?"
    rf"){_SPACE}*(?=[{NEWLINES}]|\Z)"
)


def set_aside(text: str, line_start: int, is_only_line: bool) -> tuple[int, int] | None:
    """The span [begin, end) at a line's start that is furniture, or None.

    A text of one line keeps its only line: "12" alone is a number, not a page.
    """
    numbered = PARAGRAPH_NUMBER.match(text, line_start)
    if numbered is not None:
        return numbered.span()
    if is_only_line:
        return None
    whole = FURNITURE_LINE.match(text, line_start)
    return None if whole is None else whole.span()


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Every span [begin, end) of the text, in code points, that is furniture: the plain way."""
    starts = [0, *(place + 1 for place, one in enumerate(text) if one in NEWLINES)]
    for start in starts:
        span = set_aside(text, start, len(starts) == 1)
        if span is not None:
            yield span
