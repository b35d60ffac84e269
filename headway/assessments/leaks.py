"""Words in an author's text that its readers may not see, or that go beyond a remark's terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from headway.assessments.manuscripts import Manuscript
from headway.bundle.lines import Complaints
from headway.domain.corpus import Corpus
from headway.domain.masks import is_unattributable
from headway.domain.parties import Party, Person
from headway.domain.rounds import Delegate
from headway.domain.statements import Remark, Rendering
from headway.text.folding import fold

REMARK_RUN = 5
TEXT_RUN = 10
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of the author that stand together, from the line `begin` (from 0)."""

    begin: int
    text: str


def paragraphs(manuscript: Manuscript) -> Iterator[Paragraph]:
    """The author's paragraphs; a heading is one of its own."""
    kept: list[str] = []
    begin, last = -1, -2
    for number, line in manuscript.own_lines():
        if not line.strip() or number != last + 1 or line.startswith("#"):
            if kept:
                yield Paragraph(begin, "\n".join(kept))
            kept = []
        if line.strip():
            begin = number if not kept else begin
            kept.append(line)
        last = number
    if kept:
        yield Paragraph(begin, "\n".join(kept))


def check_leaks(
    manuscript: Manuscript, corpus: Corpus, known: Corpus, file: str, complaints: Complaints
) -> None:
    """Adds what the text tells that its view does not see; `known` is what the checker sees."""
    own = list(paragraphs(manuscript))
    _check_remarks(own, corpus, known, file, complaints)
    _check_texts(own, corpus, known, file, complaints)
    _check_names(own, known, file, complaints)


# -- remarks ---------------------------------------------------------------------------------


def _check_remarks(
    own: list[Paragraph], corpus: Corpus, known: Corpus, file: str, complaints: Complaints
) -> None:
    runs = {n: set(_runs(p.text, REMARK_RUN)) for n, p in enumerate(own)}
    tokens = {n: _tokens(p.text) for n, p in enumerate(own)}
    for remark in known.all(Remark):
        seen = corpus.get(Remark, remark.id) is not None
        for n, paragraph in enumerate(own):
            if _holds(remark.words, runs[n], tokens[n]) or (
                not seen and _holds(remark.summary, runs[n], tokens[n])
            ):
                line = paragraph.begin + 1
                if not seen:
                    said = f"this quotes a remark that the {corpus.viewer.view} view may not see"
                    complaints.add(file, f"{said}; take it out or ask its speaker", line)
                elif is_unattributable(remark) and _tells_who(remark, paragraph.text, known):
                    said = "this says whose remark it is, which its terms do not allow"
                    complaints.add(file, f"{said}; leave side and group out", line)


def _tells_who(remark: Remark, text: str, known: Corpus) -> bool:
    party = known.get(Party, remark.party)
    names = [name.split(" (")[0] for name in party.name.values()] if party else []
    told = [name for name in [*names, remark.group] if name]
    return any(name.casefold() in text.casefold() for name in told)


def _holds(words: str, runs: set[tuple[int, ...]], tokens: tuple[int, ...]) -> bool:
    """Whether a text holds a run of these words, or all of them where they are few."""
    own = _tokens(words)
    if len(own) >= REMARK_RUN:
        return any(run in runs for run in _runs_of(own, REMARK_RUN))
    if len(own) < FEWEST:
        return False
    return any(tokens[n : n + len(own)] == own for n in range(len(tokens) - len(own) + 1))


@lru_cache(maxsize=8192)  # every paragraph is held against every remark and every name
def _tokens(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in fold(text).ids) if text.strip() else ()


def _runs(text: str, length: int) -> Iterator[tuple[int, ...]]:
    return _runs_of(_tokens(text), length)


def _runs_of(tokens: tuple[int, ...], length: int) -> Iterator[tuple[int, ...]]:
    return (tokens[n : n + length] for n in range(len(tokens) - length + 1))


# -- texts of statements ---------------------------------------------------------------------


def _check_texts(
    own: list[Paragraph], corpus: Corpus, known: Corpus, file: str, complaints: Complaints
) -> None:
    wanted: dict[tuple[int, ...], int] = {}
    for paragraph in own:
        for run in _runs(paragraph.text, TEXT_RUN):
            wanted.setdefault(run, paragraph.begin + 1)
    seen = set(_runs_in(known, (r for r in corpus.all(Rendering)), wanted))
    visible = {r.id for r in corpus.all(Rendering)}
    hidden = (r for r in known.all(Rendering) if r.id not in visible)
    lines = {wanted[run] for run in _runs_in(known, hidden, wanted) if run not in seen}
    for line in sorted(lines):
        said = f"this quotes a text that the {corpus.viewer.view} view may not see"
        complaints.add(file, f"{said}; take the words out", line)


def _runs_in(
    known: Corpus, renderings: Iterable[Rendering], wanted: dict[tuple[int, ...], int]
) -> Iterator[tuple[int, ...]]:
    for rendering in renderings if wanted else ():
        if rendering.text:
            tokens = fold(known.text(rendering.text), rendering.language).ids.tolist()
            yield from (run for run in _runs_of(tuple(tokens), TEXT_RUN) if run in wanted)


# -- officials -------------------------------------------------------------------------------


def _check_names(own: list[Paragraph], known: Corpus, file: str, complaints: Complaints) -> None:
    heads = {d.person for d in known.all(Delegate) if d.role == "head"}
    held = [frozenset(_tokens(p.text)) for p in own]
    for person in known.all(Person):
        names = [name for name in person.name.values() if len(name) > 1]
        for n, paragraph in enumerate(own):
            near = [name for name in names if held[n].issuperset(_tokens(name))]
            if any(_names(name, paragraph.text) for name in near):
                said = "this names an official; say the office"
                if person.id not in heads:
                    complaints.add(file, said, paragraph.begin + 1)
                elif "](figure:" in paragraph.text:
                    figure = "this sets a figure beside a named official; leave one of them out"
                    complaints.add(file, figure, paragraph.begin + 1)


def _names(name: str, text: str) -> bool:
    tokens, own = _tokens(text), _tokens(name)
    if not own or (name.isascii() is False and len(own) < 2):
        return False
    return any(tokens[n : n + len(own)] == own for n in range(len(tokens) - len(own) + 1))
