"""The words of a page as lines: a paragraph, a heading, an item, a row of a table a line each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from headway.intake.html.notes import Notes
from headway.intake.html.tables import Table, is_layout
from headway.intake.speakers import is_speaker, labelled
from headway.intake.turns import split_turns

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main"
    " menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead"
    " title tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD = ("b", "strong", "dfn")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HAN = r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]"
_BROKEN_HAN = re.compile(rf"(?<={_HAN})[ \t\r\f]*\n[ \t\r\n\f]*(?={_HAN})")
_LEFT_OUT = ("rt", "rp", "head", "title")
_SEPARATED = re.compile(r"\s?[:：—–]")


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of a page, its notes, its first heading and the names in columns of speakers.

    `alone` and `ends` are where lines begin that are bold or headings, and that are headings.
    """

    text: str
    notes: str
    heading: str
    speakers: tuple[str, ...]
    decided: tuple[str, ...]
    alone: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()


def written(root: Any) -> Written:
    """The words under an element in reading order; notes at the foot apart from them."""
    notes = Notes.of(root)
    lines = Lines(notes)
    lines.take(root)
    lines.finish()
    told = notes.line_each(lambda one: " ".join(_inside(one, notes)))
    return Written(
        "\n".join(lines.done),
        "\n".join(told),
        lines.heading,
        tuple(dict.fromkeys(lines.speakers)),
        tuple(_decided(lines, len(told))),
        *_begins(lines),
    )


def _begins(lines: "Lines") -> tuple[frozenset[int], frozenset[int]]:
    """Where the lines begin that stand alone, and those of them that are headings."""
    alone, ends, at = set[int](), set[int](), 0
    for number, line in enumerate(lines.done):
        alone |= {at} if number in lines.alone else set()
        ends |= {at} if number in lines.ends else set()
        at += len(line) + 1
    return frozenset(alone), frozenset(ends)


def _decided(lines: "Lines", notes: int) -> Iterator[str]:
    for number, sentence in (
        (lines.tables, "{} tables were read row by row."),
        (lines.layouts, "{} tables that only lay out the page were read cell by cell."),
        (lines.speaking, "{} rows of tables were read as speaker and words."),
        (lines.marked, "{} speakers were told by bold words, headings or terms."),
        (lines.pictures, "{} pictures were not read."),
        (notes, "{} notes stand at the end of the whole text and in no turn."),
    ):
        if number:
            yield sentence.format(number)


def _inside(element: Any, notes: Notes) -> list[str]:
    """The lines of one element alone."""
    inner = Lines(notes)
    inner.take(element, at_root=True)
    inner.finish()
    return inner.done


@dataclass(slots=True)
class Lines:
    """Lines done so far, and the one being written."""

    notes: Notes
    done: list[str] = field(default_factory=list)
    heading: str = ""
    speakers: list[str] = field(default_factory=list)
    tables: int = 0
    layouts: int = 0
    speaking: int = 0
    marked: int = 0
    pictures: int = 0
    alone: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    _now: list[str] = field(default_factory=list)
    _lead: int = 0
    _numbers: list[int | None] = field(default_factory=list)
    _kept: bool = False
    _term: str = ""

    def take(self, element: Any, at_root: bool = False) -> None:
        """The words of one element; what follows it is its parent's."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        if self.notes.is_body(element) and not at_root:
            return
        reference = self.notes.reference(element)
        if reference:
            self._now.append(reference)
        elif tag == "br":
            self._break()
        elif tag == "img":
            self.pictures += 1
        elif tag == "table":
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element, tag)
        elif tag in _BOLD or "speaker" in (element.get("class") or "").casefold():
            self._bold(element)
        elif tag == "q":
            self._now.append("“")
            self._children(element)
            self._now.append("”")
        else:
            self._children(element)

    def _children(self, element: Any) -> None:
        self._add(element.text)
        for child in element:
            self.take(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._now.append(text if self._kept else _BLANKS.sub(" ", _BROKEN_HAN.sub("", text)))

    def _break(self) -> None:
        self._now.append("\n")

    def _block(self, element: Any, tag: str) -> None:
        self.flush()
        before = self._kept, len(self.done)
        if tag in ("ol", "ul", "menu", "dir"):
            self._numbers.append(_begin(element) if tag == "ol" else None)
        if tag == "pre":
            self._kept = True
        self._children(element)
        number = self._number(element) if tag == "li" else ""
        self.flush(heading=tag in _HEADINGS, term=tag == "dt")
        if tag in ("ol", "ul", "menu", "dir"):
            self._numbers.pop()
        if number and len(self.done) > before[1] and not split_turns(self.done[before[1]]):
            self.done[before[1]] = f"{number} {self.done[before[1]]}"
        self._kept = before[0]

    def _number(self, element: Any) -> str:
        """The number of an item as a reader of the page sees it, or nothing."""
        if not self._numbers or self._numbers[-1] is None:
            return ""
        own = element.get("value") or ""
        number = int(own) if own.isdecimal() and len(own) < 7 else self._numbers[-1]
        self._numbers[-1] = number + 1
        return f"{number}."

    def _bold(self, element: Any) -> None:
        first = not "".join(self._now)[self._lead :].strip()
        self._children(element)
        if first:
            self._lead = len("".join(self._now))

    def flush(self, heading: bool = False, term: bool = False) -> None:
        """End the line being written."""
        whole, lead = "".join(self._now), self._lead
        self._now.clear()
        self._lead = 0
        lines = whole.split("\n") if "\n" in whole else [whole]
        kept = [line.rstrip() if self._kept else " ".join(_bits(line)) for line in lines]
        if not any(line.strip() for line in kept):
            return
        if not self._kept:
            kept = [line for line in kept if line]
        if heading and not self.heading:
            self.heading = " ".join(kept)[:200]
        if term and not self._term and len(kept) == 1 and is_speaker(kept[0].rstrip(" :：")):
            self._term = kept[0]
            return
        if heading or (lead and len(kept) == 1 and not whole[lead:].strip(" :：")):
            self.alone.add(len(self.done))
        if heading:
            self.ends.add(len(self.done))
        kept[0] = self._told(kept[0], whole[:lead] if lead else "", heading)
        if self._term:
            kept[0], self._term = labelled(self._term, kept[0]), ""
            self.marked += 1
        self.done.extend(kept)

    def finish(self) -> None:
        """End the last line; a term that nothing followed stands alone."""
        self.flush()
        if self._term:
            self.done.append(self._term)
            self._term = ""

    def _told(self, line: str, lead: str, alone: bool) -> str:
        """The line with its speaker as a label, where bold words or a heading name one."""
        words = " ".join(_bits(lead)) if lead else line if alone else ""
        bare = words.rstrip(" :：")
        if not bare or not line.startswith(bare) or not is_speaker(bare):
            return line
        rest = line[len(bare) :]
        if _SEPARATED.match(rest):
            return line
        self.marked += 1
        return labelled(bare, rest.strip())

    def _table(self, element: Any) -> None:
        self.flush()
        if is_layout(element):
            self.layouts += 1
            self._children(element)
            self.flush()
            return
        self.tables += 1
        table = Table.of(element, lambda cell: _inside(cell, self.notes))
        self.done.extend(table.before)
        for line in table.lines():
            self.done.append(line)
        self.speaking += table.speaking
        self.speakers.extend(table.speakers)


def _begin(element: Any) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 7 else 1


def _bits(line: str) -> list[str]:
    return [bit for bit in re.split(r"[ \t\r\f]+", line) if bit]
