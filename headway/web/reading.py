"""A rendering cut into paragraphs and pieces, so that overlapping passages can be shaded."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from headway.phrases import say
from headway.web import words
from headway.web.cells import direction

_PRIORITY = {name: rank for rank, name in enumerate(words.REUSE)}
_LAST = len(_PRIORITY)


def paragraphs(
    text: str, passages: Sequence[Any], here: tuple[int, int] | None = None
) -> list[dict[str, Any]]:
    """Paragraphs of pieces; a piece names the passages that cover it, the weightiest first.

    Passages are numbered from 1 in the order given. `here` is a span a link points at.
    Spans are half-open, in code points of the text; the pieces joined give the text again,
    but for the line breaks between paragraphs.
    """
    found = [{"pieces": _pieces(text, begin, end, passages, here)} for begin, end in _lines(text)]
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    """The spans of the lines that hold something."""
    spans, begin = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((begin, begin + len(line)))
        begin += len(line) + 1
    return spans


def _pieces(
    text: str, begin: int, end: int, passages: Sequence[Any], here: tuple[int, int] | None
) -> list[dict[str, Any]]:
    inside = [(n, p) for n, p in enumerate(passages, 1) if p.begin < end and p.end > begin]
    cuts = {begin, end}
    for _, passage in inside:
        cuts |= {max(begin, passage.begin), min(end, passage.end)}
    if here:
        cuts |= {cut for cut in here if begin < cut < end}
    places = sorted(cuts)
    return [_piece(text, first, after, inside, here) for first, after in pairwise(places)]


def _piece(
    text: str,
    begin: int,
    end: int,
    inside: list[tuple[int, Any]],
    here: tuple[int, int] | None,
) -> dict[str, Any]:
    piece: dict[str, Any] = {"text": text[begin:end]}
    covering = [(n, p) for n, p in inside if p.begin <= begin and p.end >= end]
    if covering:
        number, top = min(covering, key=_weight)
        piece |= {
            "passage": number,
            "class": top.reuse_class,
            "label": label_of(top),
            "how": top.how,
            "begins": [_label(n, p) for n, p in covering if p.begin == begin],
            "also": [n for n, _ in covering if n != number],
        }
    if here and here[0] <= begin and end <= here[1]:
        piece["here"] = begin == here[0] or "on"
    return piece


def _label(number: int, passage: Any) -> dict[str, Any]:
    """What stands where a passage begins: "earlier round, since 2008"."""
    label = label_of(passage)
    if passage.first:
        label = say("{label}, since {year}", label=label, year=str(passage.first.delivered_on)[:4])
    return {
        "number": number,
        "class": passage.reuse_class,
        "how": passage.how,
        "label": label,
    }


def label_of(passage: Any) -> str:
    """The class of a passage in words: "earlier round", "earlier round, edited"."""
    label = words.REUSE[passage.reuse_class][0]
    return say("{label}, edited", label=label) if passage.how == "edited" else label


def _weight(numbered: tuple[int, Any]) -> tuple[int, int, int]:
    number, passage = numbered
    # What came back word for word shows through the edited passage it may lie in.
    rank = _PRIORITY.get(passage.reuse_class, _LAST) + _LAST * (passage.how == "edited")
    return (rank, passage.begin - passage.end, number)


def column_language(tag: str) -> dict[str, str]:
    """`lang` and `dir` of a column of text, and the name of its language."""
    return {"lang": tag, "dir": direction(tag), "language": words.language(tag)}
