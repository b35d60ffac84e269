"""The pages of a PDF: their words with places, read in a process of its own within bounds.

PDFium, Chrome's library, reads what the bytes mean; whatever a file does to it ends that process
and not this one. Distances are points (1/72 inch) from the left and upper edge.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from headway.domain.errors import BadInput

MOST_SECONDS = 120
"""Of the clock: the processor may have other work. What reading itself takes is bounded there."""

_NO_WORDS = "takes too much time or memory to be read safely; save it as text or DOCX"


class Word(NamedTuple):
    """A word where it stands; `size` is the height of its letters' boxes."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    turned: int = 0
    bold: int = 0


class Rule(NamedTuple):
    """A straight line, drawn across or down."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: number from 1, size, words, rules, and the share that pictures cover, 0 to 1.

    `covered` counts words under dark boxes, which are not among the words, `over` remarks, fields
    of forms and marks on top of the page.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictures: float
    covered: int = 0
    over: int = 0


def read_pages(content: bytes, name: str) -> tuple[PdfPage, ...]:
    """All pages; BadInput for what is no PDF, is locked, is too long, or would take too much."""
    told = [json.loads(line) for line in _told(content, name).splitlines() if line.endswith(b"}")]
    if not told:
        raise BadInput(f"{name} {_NO_WORDS}")
    head, *pages = told
    error = next((one["error"] for one in told if "error" in one), "")
    if error == "locked":
        raise BadInput(f"{name} is locked by a password; save it without one")
    if error == "broken":
        raise BadInput(f"{name} is no PDF that can be read; open it and print it to a new PDF")
    if error == "slow":
        raise BadInput(f"{name} takes too long to be read; split it")
    if error == "long":
        raise BadInput(f"{name} holds more text than can be read at once; split it")
    if head["pages"] > head["most"]:
        raise BadInput(
            f"{name} has {head['pages']:,} pages; the most is {head['most']:,}; split it"
        )
    broken = [str(one["broken"]) for one in pages if "broken" in one]
    if broken:
        raise BadInput(f"{name}, page {broken[0]}: the page cannot be read; save it as text")
    if len(pages) < head["pages"]:
        raise BadInput(f"{name}, page {len(pages) + 1}: the page {_NO_WORDS}")
    return tuple(_page(one) for one in pages)


def _told(content: bytes, name: str) -> bytes:
    command = [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))]
    try:
        ran = subprocess.run(  # noqa: S603 - a file of this package, no shell, nothing of the user's
            command, input=content, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"takes longer than {MOST_SECONDS} seconds to be read; split it"
        raise BadInput(f"{name} {message}") from None
    except OSError as error:
        raise BadInput(f"{name} cannot be read: no process can be started ({error})") from None
    return ran.stdout


def _page(told: dict[str, Any]) -> PdfPage:
    return PdfPage(
        number=told["page"],
        width=told["width"],
        height=told["height"],
        words=tuple(Word(*one) for one in told["words"]),
        rules=tuple(Rule(*one) for one in told["rules"]),
        pictures=told["pictures"],
        covered=told["covered"],
        over=told["over"],
    )
