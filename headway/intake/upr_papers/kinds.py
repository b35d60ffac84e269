"""Which paper of a review a document is, told by what stands in it and never by its name."""

import re
from dataclasses import dataclass
from typing import Literal

from headway.domain.dates import PartialDate
from headway.intake.dates import find_dates
from headway.intake.documents import Document
from headway.intake.states import State, state_called, states

PaperKind = Literal[
    "national_report",
    "compilation",
    "summary",
    "advance_questions",
    "working_group_report",
    "positions",
    "thematic_list",
    "decision",
]
HEAD = 4_000
TITLES: dict[PaperKind, str] = {
    "national_report": "national report",
    "compilation": "compilation of information of the United Nations",
    "summary": "summary of what stakeholders handed in",
    "advance_questions": "questions asked in advance",
    "working_group_report": "report of the working group",
    "positions": "positions on the recommendations",
    "thematic_list": "recommendations by theme",
    "decision": "decision on the outcome",
}
_SYMBOL = re.compile(r"A/HRC/(?:WG\.6/\d{1,3}/[A-Z]{3}/\d|(?:DEC/)?\d{1,3}/\d{1,3}(?:/Add\.\d)?)\b")
_CODE = re.compile(r"A/HRC/WG\.6/(\d{1,3})/([A-Z]{3})/\d")
_REVIEWED = re.compile(r"review of (?:the )?([A-Z][^.,;\n]{2,60}?) was held")
_ASKED = re.compile(r"ADVANCE QUESTIONS TO (?:THE )?([^\n(]{3,60})", re.IGNORECASE)
_ON = re.compile(r"(?:submissions on|compilation on|review[:\s]+|outcome of[^:]{0,60}:)\s+", re.I)
_OPENING = re.compile(r"\A(?:\s*(?:#[^\n]*|\*\*[^\n]*|-{3,})?\n)*")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a review: what it is, its symbol, State, session and day as it says them."""

    document: Document
    kind: PaperKind
    text: str
    symbol: str
    state: State | None
    session: int | None
    issued_on: PartialDate | None

    @property
    def name(self) -> str:
        """The file it came in."""
        return self.document.name


def paper_of(document: Document) -> Paper | None:
    """The paper that a document is, or None when nothing in it tells."""
    text = without_opening(document.text)
    head = text[:HEAD]
    kind = _kind(" ".join(head.split()), text)
    if kind is None:
        return None
    coded = _CODE.search(text)
    found = _SYMBOL.search(head)
    return Paper(
        document=document,
        kind=kind,
        text=text,
        symbol=found.group() if found else "",
        state=_state(text, head, coded),
        session=int(coded.group(1)) if coded else None,
        issued_on=_issued_on(head),
    )


def without_opening(text: str) -> str:
    """The text without headings in Markdown that somebody put before it."""
    found = _OPENING.match(text)
    opening = found.group() if found else ""
    return text[len(opening) :] if "#" in opening or "**" in opening else text


def _kind(head: str, text: str) -> PaperKind | None:
    small = head.casefold()
    if "advance questions to " in small[:1_500]:
        return "advance_questions"
    if "source of position:" in text[: HEAD * 2].casefold():
        return "thematic_list"
    if "universal periodic review" not in small and "working group" not in small:
        return None
    if "views on conclusions and/or recommendations" in small and "addendum" in small:
        return "positions"
    if "decision adopted by the human rights council" in small:
        return "decision"
    for begin, kind in _BEGINNINGS.items():
        if begin in small:
            return kind
    return None


_BEGINNINGS: dict[str, PaperKind] = {
    "national report submitted in accordance": "national_report",
    "summary of stakeholders": "summary",
    "report of the working group on the universal periodic review": "working_group_report",
    "compilation on ": "compilation",
    "compilation prepared by the office": "compilation",
}


def _state(text: str, head: str, coded: re.Match[str] | None) -> State | None:
    if coded and coded.group(2) in states():
        return states()[coded.group(2)]
    for pattern in (_REVIEWED, _ASKED):
        found = pattern.search(text)
        if found and (state := state_called(" ".join(found.group(1).split()))):
            return state
    lines = (" ".join(line.strip(" *#").split()) for line in head.splitlines())
    return next((state for line in lines if (state := state_called(_last(line)))), None)


def _last(line: str) -> str:
    """What a title is on, or the line itself when it is short."""
    found = _ON.search(line)
    return (line[found.end() :] if found else line)[:60].strip(" *") if len(line) > 3 else ""


def _issued_on(head: str) -> PartialDate | None:
    """The day under `Distr.`, or of a decision."""
    at = head.find("Distr.")
    found = find_dates(head[at : at + 600]) if at >= 0 else ()
    return found[0].began_on if found else None
