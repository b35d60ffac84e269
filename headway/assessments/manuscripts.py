"""An assessment as its author writes it: Markdown with front matter, marked blocks, open places.

---
assessment: nine-years          front matter: `key: value`, one a line
---
## Findings {#findings}         sections are known by the id behind their heading
<!-- headway: finding carry_over; reviewed the assessor, 2017-10-24 -->
...                             written from the record; `renew` writes it again
<!-- /headway -->
[17](figure:carry_over/yuanlan/taken_up)   one live number
[[to be written: ...]]          a place the author still has to fill
[^heshi-report]                 a footnote to a source of the record
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from headway.bundle.lines import Complaint, Complaints

FIELDS = {
    "assessment": "id of the assessment",
    "dialogue": "id of the dialogue",
    "title": "title of the text",
    "version": "version of the text, as 1 or 1.1",
    "language": "language of the text, as en",
    "view": "view it is written for",
    "as_of": "day of the figures",
    "written_on": "day of the text",
    "author": "who signs it",
    "commissioner": "who commissioned it",
    "terms_of_reference": "the terms in one sentence",
    "interest": "declaration of interest",
    "commissioned_on": "day of the commission",
    "delivered_on": "day of delivery",
    "published_on": "day of publication",
    "marking": "protective marking",
    "corrects": "id of the edition this one corrects",
    "correction": "what was corrected",
}
REQUIRED = (
    "assessment",
    "dialogue",
    "title",
    "version",
    "language",
    "view",
    "as_of",
    "written_on",
    "author",
    "commissioner",
    "terms_of_reference",
    "interest",
)
SECTIONS = (
    "terms",
    "summary",
    "method",
    "findings",
    "remarks",
    "judgements",
    "recommendations",
    "replies",
    "annex",
    "sources",
)

_BEGIN = re.compile(
    r"<!-- headway: (?P<key>\w+(?: [\w.-]+)?)(?:; reviewed (?P<by>[^;]+), (?P<on>[\d-]{10}))? -->$"
)
_END = "<!-- /headway -->"
_HEADING = re.compile(r"(#{1,6}) (.*?)(?: \{#([\w-]+)\})?$")
OPEN_PLACE = re.compile(r"\[\[(?!\^).*?\]\]")
LONGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two markers: its key, who reviewed it and when, and its lines.

    `begin` and `end` are the places of the markers among the lines, counted from 0.
    """

    key: str
    begin: int
    end: int
    body: tuple[str, ...]
    reviewed_by: str = ""
    reviewed_on: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, its words, its id if it has one, its line counted from 0."""

    level: int
    title: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text read as an assessment; `complaints` say what of its form was not understood."""

    text: str
    front: Mapping[str, str]
    lines: tuple[str, ...]
    body_begins: int
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    complaints: tuple[Complaint, ...] = ()
    front_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the text, English where it names none."""
        return self.front.get("language") or "en"

    @property
    def body(self) -> str:
        """The text without its front matter."""
        return "\n".join(self.lines[self.body_begins :])

    def own_lines(self) -> Iterator[tuple[int, str]]:
        """The author's lines, each with its place from 0: neither front matter nor blocks."""
        inside = {n for block in self.blocks for n in range(block.begin, block.end + 1)}
        for number in range(self.body_begins, len(self.lines)):
            if number not in inside:
                yield number, self.lines[number]

    def section(self, section: str) -> tuple[int, int] | None:
        """The places of the first and after the last line of a section, or None."""
        found = next((h for h in self.headings if h.id == section), None)
        return self.extent(found) if found else None

    def extent(self, heading: Heading) -> tuple[int, int]:
        """The places of the lines under a heading, itself left out."""
        after = (
            h.line for h in self.headings if h.line > heading.line and h.level <= heading.level
        )
        return heading.line + 1, next(after, len(self.lines))

    def under(self, section: str) -> tuple[Heading, ...]:
        """The headings one level below a section's."""
        top = next((h for h in self.headings if h.id == section), None)
        if top is None:
            return ()
        begin, end = self.extent(top)
        return tuple(h for h in self.headings if begin <= h.line < end and h.level == top.level + 1)


def read(text: str, file: str = "") -> Manuscript:
    """Reads a manuscript; what is wrong with its form is among the complaints, never raised."""
    complaints = Complaints()
    if len(text) > LONGEST:
        complaints.add(file, f"the text is longer than {LONGEST:,} characters; shorten it")
        text = text[:LONGEST]
    lines = tuple(line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n"))
    front, places, begins = _front(lines, file, complaints)
    blocks = tuple(_blocks(lines, begins, file, complaints))
    headings = tuple(_headings(lines, begins))
    return Manuscript(text, front, lines, begins, blocks, headings, complaints.all(), places)


def _front(
    lines: tuple[str, ...], file: str, complaints: Complaints
) -> tuple[dict[str, str], dict[str, int], int]:
    if lines[0].strip() != "---":
        complaints.add(file, "the text does not begin with front matter; begin with a line ---", 1)
        return {}, {}, 0
    front: dict[str, str] = {}
    places: dict[str, int] = {}
    last = ""
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return front, places, number + 1
        if line.startswith((" ", "\t")) and last:
            front[last] = f"{front[last]} {line.strip()}".strip()
            continue
        key, colon, value = line.partition(":")
        key = key.strip()
        if not colon or key not in FIELDS:
            known = ", ".join(FIELDS)
            complaints.add(
                file, f"{line[:40]!r} is no line of front matter; use {known}", number + 1
            )
            continue
        if key in front:
            complaints.add(file, "it stands twice in the front matter; keep one", number + 1, key)
        front[key], places[key], last = value.strip(), number, key
    complaints.add(file, "the front matter does not end; close it with a line ---", 1)
    return front, places, len(lines)


def _blocks(
    lines: tuple[str, ...], begins: int, file: str, complaints: Complaints
) -> Iterator[Block]:
    opened: tuple[int, re.Match[str]] | None = None
    for number in range(begins, len(lines)):
        line = lines[number].strip()
        if line == _END:
            if opened is None:
                complaints.add(file, "a block ends here that did not begin", number + 1)
            else:
                yield _block(lines, opened, number)
            opened = None
        elif line.startswith("<!-- headway"):
            found = _BEGIN.match(line)
            if found is None:
                complaints.add(
                    file,
                    "this marker is not understood; write <!-- headway: KEY --> or "
                    "<!-- headway: KEY; reviewed NAME, YYYY-MM-DD -->",
                    number + 1,
                )
                continue
            if opened is not None:
                complaints.add(file, f"the block before does not end; add {_END}", number + 1)
            opened = (number, found)
    if opened is not None:
        complaints.add(file, f"this block does not end; add {_END}", opened[0] + 1)


def _block(lines: tuple[str, ...], opened: tuple[int, re.Match[str]], end: int) -> Block:
    begin, found = opened
    body = lines[begin + 1 : end]
    return Block(found["key"], begin, end, body, found["by"] or "", found["on"] or "")


def _headings(lines: tuple[str, ...], begins: int) -> Iterator[Heading]:
    for number in range(begins, len(lines)):
        found = _HEADING.match(lines[number])
        if found:
            yield Heading(len(found[1]), found[2].strip(), found[3] or "", number)


def slug(title: str) -> str:
    """A heading as an id: letters and digits in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", title.casefold()))[:60].strip("-")


def marked(key: str, body: str, reviewed: str = "") -> str:
    """A block between its markers."""
    mark = f"; reviewed {reviewed}" if reviewed else ""
    return f"<!-- headway: {key}{mark} -->\n{body}\n{_END}"
