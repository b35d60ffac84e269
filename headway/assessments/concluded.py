"""Judgements and recommendations as they stand in a manuscript, and the values they become."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from headway.assessments.manuscripts import Heading, Manuscript, slug
from headway.domain.parties import Party

_SIGNED = re.compile(
    r"^Signed: *(?P<by>.*?)(?:, *(?P<on>\d{4}[\d-]*))?\.?"
    r"(?: +About: *(?P<about>\w+/[^\s,;]+?)\.?)?(?: +Rests on: *(?P<finding>\w+)\.?)?$"
)
_TO = re.compile(r"^(?:To|À|致) *(?P<who>.+?) *(?:[:：].*)?$")
_BOTH = ("both sides", "les deux parties", "双方")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:figure|measure|fact):[^)]*\)")
_NOTE = re.compile(r"\[\^[\w.-]+\]")


@dataclass(frozen=True, slots=True)
class Signature:
    """The line that signs a judgement: who, on which day, about what, resting on which measure."""

    by: str = ""
    on: str = ""
    about: str = ""
    finding: str = ""


def signature_in(line: str) -> Signature | None:
    """The signature a line is, or None."""
    found = _SIGNED.match(line.strip())
    if found is None:
        return None
    return Signature(
        found["by"].strip(), found["on"] or "", found["about"] or "", found["finding"] or ""
    )


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One judgement or recommendation: its heading, its words, its signature where it has one."""

    kind: Literal["judgement", "recommendation"]
    title: str
    text: str
    line: int
    signature: Signature = Signature()

    @property
    def id(self) -> str:
        """Its id within the assessment, from its heading."""
        return slug(self.title)

    def addressee(self, sides: Iterable[Party]) -> str | None:
        """The id of the side it is for, empty for both, None where that is not said."""
        found = _TO.match(self.title)
        if found is None:
            return None
        who = found["who"].casefold()
        if any(who.startswith(both) for both in _BOTH):
            return ""
        for side in sides:
            names = [name.split(" (")[0].casefold() for name in side.name.values()]
            if any(who.startswith(name) for name in names):
                return side.id
        return None


def conclusions(manuscript: Manuscript) -> Iterator[Conclusion]:
    """The judgements, then the recommendations, in the order they stand in."""
    for heading in manuscript.under("judgements"):
        yield _judgement(manuscript, heading)
    for heading in manuscript.under("recommendations"):
        yield Conclusion("recommendation", heading.title, _words(manuscript, heading), heading.line)


def _judgement(manuscript: Manuscript, heading: Heading) -> Conclusion:
    begin, end = manuscript.extent(heading)
    signed = (signature_in(line) for line in manuscript.lines[begin:end])
    found = next((one for one in signed if one), Signature())
    words = _words(manuscript, heading)
    return Conclusion("judgement", heading.title, words, heading.line, found)


def _words(manuscript: Manuscript, heading: Heading) -> str:
    """The author's words under a heading as plain text, without links, notes and signature."""
    begin, end = manuscript.extent(heading)
    own = [line for n, line in manuscript.own_lines() if begin <= n < end]
    kept = [line for line in own if not line.startswith("Signed:") and not line.startswith("#")]
    return " ".join(_NOTE.sub("", _LINK.sub(r"\1", " ".join(kept))).split())
