"""The text of a PDF from its pages: order, furniture, tables, notes, paragraphs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headway.intake.documents import KEPT_WITH_IT
from headway.intake.pdf import notes
from headway.intake.pdf.columns import Flow, flows_of
from headway.intake.pdf.furniture import Cleared, cleared
from headway.intake.pdf.grids import Grid, grids_of
from headway.intake.pdf.lines import Line
from headway.intake.pdf.pages import PdfPage
from headway.intake.pdf.paragraphs import Paragraphs, words_of
from headway.intake.speakers import is_speaker, labelled, names_speakers

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a document, its notes, and what was concluded on the way, in sentences.

    `alone` and `ends` are where lines begin that are bold or headings, and that are headings.
    """

    text: str
    notes: str
    decided: tuple[str, ...]
    alone: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Counts:
    pages: int
    bare: int = 0
    tables: int = 0
    columns: int = 0
    speaking: int = 0
    notes: int = 0
    pictures: int = 0
    covered: int = 0
    over: int = 0


def told_by(pages: Sequence[PdfPage]) -> Told:
    """The text that pages say."""
    clear = cleared(pages)
    body = _body(clear.pages)
    counts = _Counts(len(pages), sum(1 for page in clear.pages if not page.words))
    flows, foot = _ordered(clear.pages, body, counts)
    words = words_of([line.text for flow in flows for line in flow.lines])
    paragraphs = Paragraphs(body, words)
    for flow in flows:
        paragraphs.take(flow)
    counts.notes = len(foot)
    text = "\n".join(paragraphs.done).translate(_SURROGATES)
    told = (*_said(clear, counts, paragraphs),)
    return Told(text, "\n".join(foot).translate(_SURROGATES), told, *paragraphs.begins())


def _body(pages: Sequence[PdfPage]) -> float:
    """The size of most letters, in points."""
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            letters[round(word.size * 2) / 2] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 12.0


def _ordered(
    pages: Sequence[PdfPage], body: float, counts: _Counts
) -> tuple[list[Flow], list[str]]:
    flows: list[Flow] = []
    foot: list[str] = []
    for raw in pages:
        page, _ = notes.marked(raw, body)
        counts.pictures += page.pictures >= 0.02
        counts.covered += raw.covered
        counts.over += raw.over
        for flow in _flows(page, counts):
            kept, found = notes.parted(flow, body)
            flows.append(kept)
            foot.extend(notes.text_of(one) for one in found)
    return flows, foot


def _flows(page: PdfPage, counts: _Counts) -> Iterator[Flow]:
    """The flows of a page: what stands above a ruled table, the table, what stands below."""
    left = list(page.words)
    for grid in grids_of(page):
        above = [w for w in left if (w.y0 + w.y1) / 2 < grid.y0 and not grid.holds(w)]
        left = [w for w in left if (w.y0 + w.y1) / 2 >= grid.y0 and not grid.holds(w)]
        yield from _counted(flows_of(above, page.number), counts)
        counts.tables += 1
        yield _grid_flow(grid, page.number, counts)
    yield from _counted(flows_of(left, page.number), counts)


def _counted(flows: list[Flow], counts: _Counts) -> list[Flow]:
    counts.tables += sum(flow.table for flow in flows)
    counts.speaking += sum(flow.speaking for flow in flows)
    counts.columns += len([flow for flow in flows if not flow.table]) > 1 and _side_by_side(flows)
    return flows


def _side_by_side(flows: list[Flow]) -> bool:
    boxes = [(min(x.x0 for x in f.lines), max(x.x1 for x in f.lines)) for f in flows if not f.table]
    return any(one[1] < other[0] for one in boxes for other in boxes)


def _grid_flow(grid: Grid, page: int, counts: _Counts) -> Flow:
    head = grid.rows[0] if grid.rows else ()
    named = len(head) == 2 and names_speakers(" ".join(head[0]))
    lines: list[Line] = []
    for number, row in enumerate(grid.rows):
        cells = [" ".join(cell) for cell in row]
        label = cells[0].rstrip(" :：")
        if len(cells) > 1 and label and (is_speaker(label) or (named and number)):
            counts.speaking += 1
            text = labelled(label, " ".join(cells[1:]))
        elif named and not number:
            continue
        else:
            text = "\t".join(cells).strip("\t")
        if text.strip():
            lines.append(Line(text, grid.x0, grid.y0, grid.x1, grid.y1, 0.0, row=True, page=page))
    return Flow(lines, True)


def _said(clear: Cleared, counts: _Counts, paragraphs: Paragraphs) -> Iterator[str]:
    for number, sentence in (
        (clear.running, "{:,} lines that repeat at the edge of pages were set aside."),
        (clear.numbers, "{:,} page numbers were set aside."),
        (clear.turned, "{:,} words that stand upright or aslant were set aside."),
        (counts.columns, "{:,} pages were read column by column."),
        (counts.tables, "{:,} tables were read row by row."),
        (counts.speaking, "{:,} rows of tables were read as speaker and words."),
        (paragraphs.marked, "{:,} speakers were told by bold words."),
        (paragraphs.broken, "{:,} words broken at the end of a line were put together."),
        (paragraphs.over, "{:,} paragraphs go on over the end of a column or page."),
        (counts.notes, "{:,} notes stand at the end of the whole text and in no turn."),
        (counts.pictures, "{:,} pages hold pictures, which were not read."),
        (counts.bare, "{:,} pages hold nothing."),
        (counts.covered, "{:,} words lie under black boxes and were not read."),
        (counts.covered and 1, KEPT_WITH_IT),
        (counts.over, "{:,} remarks, fields or marks on top of its pages were not read."),
    ):
        if number:
            yield sentence.format(number)
