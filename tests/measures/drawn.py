"""Drawn tables: a measure as a small table, an ask and what must come back.

A line of a table is `Noun id field=value ...`, an indented line continues the one before; quotes
as in a shell, lists with commas, a plain text where a wording is meant in English. The same tables
are printed into `docs/measures.md`.
"""

import hashlib
import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate
from headway.domain.shape import Shape, from_plain, noun_named, shapes
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.measures import measure
from headway.measures.figure import Ask, Figure

SIDES = """
Dialogue d title="Ardenia and Belmark" parties=a,b
Party a name=Ardenia languages=en
Party b name=Belmark languages=zh
Round r1 dialogue=d number=1 began_on=2001-05-10
Round r2 dialogue=d number=2 began_on=2002-05-10
"""
"""What every drawn table starts with: two parties and two rounds."""


@dataclass(frozen=True)
class Drawn:
    """One drawn example: the table, the party asked about, and the expected figure."""

    title: str
    table: str
    party: str
    sentence: str
    bounds: tuple[float | None, float | None] = (None, None)
    counts: dict[str, float] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    view: str = "desk"
    as_of: str | None = None
    sides: str = SIDES
    texts: tuple[tuple[str, str], ...] = ()
    """Texts by name, for `text=@name` in the table."""


def values_of(text: str) -> list[Value]:
    """The values a drawn table holds."""
    lines = (line.strip() for line in text.replace("\n    ", " ").splitlines())
    return [_value(line) for line in lines if line and not line.startswith("#")]


def corpus_of(text: str, view: str = "desk", as_of: str | None = None) -> Corpus:
    """The corpus of a drawn table as one view sees it; facts carry the label desk by default."""
    day = PartialDate(as_of).latest if as_of else None
    viewer = Viewer(view)
    return Corpus(values=project(values_of(text), viewer), viewer=viewer, as_of=day)


def with_texts(table: str, texts: Iterable[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """A table whose `text=@name` are hashes, and the texts by their hashes."""
    held = {}
    for name, text in texts:
        digest = hashlib.sha256(text.encode()).hexdigest()
        held[digest] = text
        table = re.sub(rf"text=@{name}\b", f"text={digest}", table)
    return table, held


def public(text: str) -> str:
    """The same table with every line labelled public."""
    lines = text.replace("\n    ", " ").splitlines()
    return "".join(f"{line} label=public\n" for line in lines if line.strip())


def figure_of(name: str, drawn: Drawn) -> Figure:
    """The figure of the measure of that name for a drawn example."""
    table, held = with_texts(drawn.table, drawn.texts)
    corpus = corpus_of(drawn.sides + table, drawn.view, drawn.as_of)
    corpus = replace(corpus, text=held.__getitem__)
    return measure(name, corpus, Ask(dialogue="d", party=drawn.party))


def check(name: str, drawn: Drawn) -> None:
    """Asserts that the measure returns what was drawn."""
    figure = figure_of(name, drawn)
    assert figure.sentence == drawn.sentence
    if figure.bounds is not None:
        ends = tuple(None if e is None else round(e, 4) for e in ends_of(figure))
        assert ends == drawn.bounds
    counts = dict(figure.counts)
    assert {key: counts[key] for key in drawn.counts} == drawn.counts
    parts = {part.title: part.sentence for part in figure.parts}
    assert {key: parts[key] for key in drawn.parts} == drawn.parts


def ends_of(figure: Figure) -> tuple[float | None, float | None]:
    """The lowest and the highest rate of a figure."""
    assert figure.bounds is not None
    return figure.bounds.low, figure.bounds.high


def _value(line: str) -> Value:
    noun_name, value_id, *pairs = shlex.split(line)
    noun = noun_named(noun_name)
    known = {shape.name: shape for shape in shapes(noun)}
    data: dict[str, Any] = {"id": value_id}
    for pair in pairs:
        name, _, text = pair.partition("=")
        data[name] = _content(known[name], text)
    for shape in known.values():
        if shape.required and shape.name not in data:
            data[shape.name] = _filler(shape)
    return from_plain(noun, data)


def _filler(shape: Shape) -> Any:
    """What stands in a required field that a table leaves out because it plays no part."""
    fillers = {"wording": {"en": "..."}, "text": "...", "date": "2001", "integer": 1}
    if shape.refers_to == "Dialogue":
        return "d"
    return shape.choices[0] if shape.choices else fillers[shape.kind]


def _content(shape: Shape, text: str) -> Any:
    if shape.many:
        return [part for part in text.split(",") if part]
    if shape.kind == "wording":
        return {"en": text}
    if shape.kind == "integer":
        return int(text)
    if shape.kind == "number":
        return float(text)
    return text == "true" if shape.kind == "boolean" else text
