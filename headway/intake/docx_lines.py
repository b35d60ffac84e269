"""The lines of a Word document in order: paragraphs, rows of tables, and what is a heading."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from headway.intake.speakers import LONGEST, is_side, is_speaker, labelled, names_speakers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HOLDERS = frozenset(_W + tag for tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag"))
_NUMBER = re.compile(r"[(（]?\d{0,4}(?:[.:]\d{1,2})*[)）.、]?\s*\Z")
_OFF = ("0", "false", "off", "none")
_HEADING_LEVELS = range(9)
Row = list[list[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `alone` when bold or a heading by its form, `ends` when it is a heading."""

    text: str
    alone: bool = False
    ends: bool = False


@dataclass(slots=True)
class Lines:
    """Takes the blocks of a body; `words` reads a paragraph, `names` are those of known sides."""

    words: Callable[[Any], str]
    headings: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    done: list[Line] = field(default_factory=list)
    tables: int = 0
    speaking: int = 0

    @classmethod
    def by(cls, words: Callable[[Any], str], styles: Any, names: Iterable[str]) -> "Lines":
        """As the styles of the document (`w:styles`, or None) name headings."""
        folded = frozenset(name.casefold() for name in names)
        return cls(words, frozenset(_headings(styles)), folded)

    def take(self, body: Any) -> None:
        """All blocks of a body, those inside text boxes after the paragraph they stand in."""
        for block in blocks(body):
            if block.tag == f"{_W}tbl":
                self.tables += 1
                self._table(block)
            else:
                self._paragraph(block)

    def joined(self) -> tuple[str, frozenset[int], frozenset[int]]:
        """The text, and where lines begin that stand alone, and that end what was said before."""
        text = "\n".join(line.text for line in self.done)
        cut = len(text) - len(text.lstrip("\n"))
        alone, ends, at = set[int](), set[int](), -cut
        for line in self.done:
            alone |= {at} if line.alone else set()
            ends |= {at} if line.ends else set()
            at += len(line.text) + 1
        return text.strip("\n"), frozenset(alone), frozenset(ends)

    # -- paragraphs ------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Any) -> None:
        text = self.words(paragraph)
        heading = self._is_heading(paragraph)
        alone = bool(text.strip()) and len(text) <= LONGEST and (heading or _is_bold(paragraph))
        self.done.append(Line(text, alone, heading and bool(text.strip())))
        self.done.extend(Line(self.words(inside)) for inside in _inside(paragraph))

    def _is_heading(self, paragraph: Any) -> bool:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return False
        level, style = properties.find(f"{_W}outlineLvl"), properties.find(f"{_W}pStyle")
        if level is not None:
            return _is_level(level)
        return style is not None and style.get(f"{_W}val", "") in self.headings

    # -- tables ----------------------------------------------------------------------------------

    def _table(self, table: Any) -> None:
        rows = [[self._cell(cell) for cell in below(row, "tc")] for row in below(table, "tr")]
        rows = [row for row in rows if any(line.strip() for cell in row for line in cell)]
        speaker = self._column_of_speakers(rows)
        if rows and self._is_of_sides(rows[0]):
            self._by_side(rows)
        elif speaker is not None:
            begin = 1 if names_speakers(_text(rows[0], speaker)) else 0
            for row in rows[begin:]:
                self._spoken(row, speaker)
        else:
            for row in rows:
                self._row(row)

    def _cell(self, cell: Any) -> list[str]:
        lines = [self.words(paragraph) for paragraph in _paragraphs(cell)]
        return [line for line in lines if line.strip()]

    def _column_of_speakers(self, rows: list[Row]) -> int | None:
        """The first column that names who speaks, behind none but numbers and times."""
        if not rows or max(map(len, rows)) < 2:
            return None
        for place in range(min(2, max(map(len, rows)) - 1)):
            if names_speakers(_text(rows[0], place)):
                return place if self._only_numbers(rows[1:], place) else None
            names = [name for row in rows if (name := _text(row, place))]
            if len(names) > 1 and all(self._is_name(name) for name in names):
                return place if self._only_numbers(rows, place) else None
        return None

    def _only_numbers(self, rows: list[Row], before: int) -> bool:
        return all(_NUMBER.match(_text(row, place)) for row in rows for place in range(before))

    def _is_name(self, text: str) -> bool:
        bare = text.rstrip(" :：")
        return is_speaker(bare) or is_side(bare) or bare.casefold() in self.names

    def _is_of_sides(self, row: Row) -> bool:
        return len(row) > 1 and all(self._is_name(_text(row, n)) for n in range(len(row)))

    def _by_side(self, rows: list[Row]) -> None:
        heads = [_text(rows[0], place).rstrip(" :：") for place in range(len(rows[0]))]
        if all(self._is_of_sides(row) for row in rows):
            for row in rows:
                self._row(row)
            return
        for row in rows[1:]:
            for label, cell in zip(heads, row, strict=False):
                self._say(label, cell)

    def _spoken(self, row: Row, speaker: int) -> None:
        words = [line for cell in row[speaker + 1 :] for line in cell]
        label = _text(row, speaker)
        if label and words and len(label) <= LONGEST:
            self._say(label, words)
        else:
            self._row([cell for place, cell in enumerate(row) if place >= speaker])

    def _say(self, label: str, words: list[str]) -> None:
        if words:
            self.speaking += 1
            first, *more = words
            self.done += [Line(labelled(label, first)), *map(Line, more)]

    def _row(self, row: Row) -> None:
        """A row as a line, cells by tabs; cell by cell where one holds several lines."""
        if any(len(cell) > 1 or "\n" in cell[0] for cell in row if cell):
            self.done += [Line(line) for cell in row for line in cell]
        else:
            self.done.append(Line("\t".join("".join(cell) for cell in row).strip("\t")))


def _text(row: Row, place: int) -> str:
    return " ".join(row[place]).strip() if place < len(row) else ""


def blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables under an element in order, those in content controls too."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in _HOLDERS:
            waiting.extend(reversed(child))


def below(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == _W + tag:
            yield child
        elif child.tag in _HOLDERS:
            waiting.extend(reversed(child))


def _paragraphs(element: Any) -> Iterator[Any]:
    """All paragraphs under an element once, whatever they stand in."""
    return (p for p in element.iter(f"{_W}p") if not is_fallback(p))


def _inside(paragraph: Any) -> Iterator[Any]:
    return (one for one in _paragraphs(paragraph) if one is not paragraph)


def is_fallback(element: Any) -> bool:
    """Whether an element says again, for old programs, what stands beside it."""
    return any(parent.tag == _FALLBACK for parent in element.iterancestors())


# -- how a line looks ------------------------------------------------------------------------------


def _is_bold(paragraph: Any) -> bool:
    """Whether all words of a paragraph are bold by their own form."""
    runs = [
        run
        for run in paragraph.iter(f"{_W}r")
        if any((t.text or "").strip() for t in run.iter(f"{_W}t"))
    ]
    return bool(runs) and all(_bold(run) for run in runs)


def _bold(run: Any) -> bool:
    sign = run.find(f"{_W}rPr/{_W}b")
    return sign is not None and sign.get(f"{_W}val", "1") not in _OFF


def _headings(styles: Any) -> Iterator[str]:
    """The ids of all styles that are headings, themselves or by what they are based on."""
    found: Mapping[str, Any] = {
        one.get(f"{_W}styleId", ""): one
        for one in (styles.iter(f"{_W}style") if styles is not None else ())
        if one.get(f"{_W}type") == "paragraph"
    }
    for name, style in found.items():
        seen: set[str] = set()
        while style is not None:
            level = style.find(f"{_W}pPr/{_W}outlineLvl")
            if level is not None:
                if _is_level(level):
                    yield name
                break
            based_on = style.find(f"{_W}basedOn")
            parent = based_on.get(f"{_W}val", "") if based_on is not None else ""
            style = None if parent in seen else found.get(parent)
            seen.add(parent)


def _is_level(level: Any) -> bool:
    written = level.get(f"{_W}val", "")
    return written.isdecimal() and int(written) in _HEADING_LEVELS
