"""The report of the working group: what each delegation said, and every recommendation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headway.domain.dates import PartialDate
from headway.intake.dates import find_dates
from headway.intake.states import State
from headway.intake.upr_papers.names import recommenders, spoken_by
from headway.intake.upr_papers.paragraphs import Paragraph, paragraphs

_HELD = re.compile(r"was held at [^.]{0,60}?\bon\s+([^.]{6,40}?\d{4})")
_ADOPTED = re.compile(r"held on ([^,.]{6,40}\d{4}),? the Working\s+Group\s+adopted")
_SPOKE = re.compile(r"(\d{1,3}) delegations made statements")
_CASE = re.compile(r"The (?:head of (?:the )?)?delegation\b", re.I)
_SUPPORTED = re.compile(
    r"enjoy(?:s|ed)? the support|accept(?:s|ed)?\b|supports? (?:the )?following|are supported", re.I
)
_NOTED = re.compile(
    r"\bnot(?:es|ed)\b|did not enjoy|do(?:es)? not (?:enjoy|support|accept)"
    r"|cannot (?:support|accept)|reject",
    re.I,
)
_PARTLY = re.compile(r"partial(?:ly)?|in part\b|partly", re.I)
_WAITS = re.compile(
    r"will be examined|would be examined|provide responses in due (?:time|course)", re.I
)


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph of the proceedings: its number, whose words; `own` are those of the State."""

    number: str
    text: str
    line: int
    state: State | None
    own: bool


@dataclass(frozen=True, slots=True)
class Recommended:
    """One recommendation: its number, words and makers; the position the report states, if any."""

    number: str
    text: str
    by: tuple[str, ...]
    strange: tuple[str, ...]
    position: str
    line: int


@dataclass(frozen=True, slots=True)
class WorkingGroupReport:
    """What the report holds, and what it says of itself."""

    held_on: PartialDate | None
    adopted_on: PartialDate | None
    speakers_stated: int | None
    said: tuple[Said, ...]
    recommended: tuple[Recommended, ...]


def report_of(text: str, state: State | None) -> WorkingGroupReport:
    """The proceedings and recommendations of a report on the review of a State."""
    whole = paragraphs(text)
    flat = " ".join(one.text for one in whole[:40])
    stated = next((found for one in whole if (found := _SPOKE.search(one.text))), None)
    return WorkingGroupReport(
        held_on=_day(_HELD, flat),
        adopted_on=_day(_ADOPTED, flat),
        speakers_stated=int(stated.group(1)) if stated else None,
        said=tuple(_said(whole, state)),
        recommended=tuple(_recommended(whole)),
    )


def _day(pattern: re.Pattern[str], text: str) -> PartialDate | None:
    found = pattern.search(text)
    dates = find_dates(found.group(1)) if found else ()
    return dates[0].began_on if dates else None


def _said(whole: tuple[Paragraph, ...], state: State | None) -> Iterator[Said]:
    """Numbered paragraphs between the heading of the proceedings and that of the conclusions.

    A paragraph that names no State goes on with the words of the one before it.
    """
    begun = own_part = own = False
    for one in whole:
        small = one.text.casefold()
        if not one.number:
            own_part = own_part or "presentation by the state" in small
            if "interactive dialogue and responses" in small:
                own_part = False
                begun = True
            begun = begun or own_part
            if begun and "conclusions and/or recommendations" in small and one.line > 50:
                return
            continue
        if not begun or not one.number.isdecimal() or _SPOKE.search(one.text):
            continue
        if _SUPPORTED.search(one.text[:300]) and "recommendations" in small[:60]:
            return
        speaker = spoken_by(one.text)
        goes_on = own and speaker is None
        own = own_part or goes_on or bool(_CASE.search(one.text[:120])) or speaker == state
        yield Said(one.number, one.text, one.line, state if own else speaker, own)


def _recommended(whole: tuple[Paragraph, ...]) -> Iterator[Recommended]:
    """Paragraphs numbered 121.1 and on, each with the position of the paragraph above it.

    Where the number of that paragraph was lost on the way to text, its words alone will do.
    """
    position: str = ""
    under: str | None = None
    for one in whole:
        told = "recommendations" in one.text.casefold() and not _SPOKE.search(one.text)
        if one.number.isdecimal():
            under, position = f"{one.number}.", position_stated(one.text)
        elif not one.number and told and (position_stated(one.text) or _WAITS.search(one.text)):
            under, position = "", position_stated(one.text)
        elif under is not None and "." in one.number and one.number.startswith(under):
            by, strange = recommenders(one.text)
            yield Recommended(one.number, one.text.rstrip(" ;"), by, strange, position, one.line)


def position_stated(text: str) -> str:
    """The position that a sentence on recommendations states: a code of `Position`, or nothing."""
    if _WAITS.search(text):
        return ""
    if _PARTLY.search(text):
        return "partly_supported"
    if _NOTED.search(text):
        return "noted"
    return "supported" if _SUPPORTED.search(text) else ""
