"""A rendering cut into paragraphs and pieces, so that overlapping passages can be shaded."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Any

from headway.phrases import say
from headway.text.beside import beside, is_remark
from headway.text.mentions import facts
from headway.text.omissions import is_read
from headway.web import words
from headway.web.cells import direction

_PRIORITY = {name: rank for rank, name in enumerate(words.REUSE)}
_LAST = len(_PRIORITY)
_MOST_LAID = 400
_MOST_READ = 40_000
_ALIKE = 0.7
"""Texts of more paragraphs, or of much fewer on one side, are not laid side by side by length."""


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


def by_length(
    one: Mapping[str, Any], other: Mapping[str, Any]
) -> list[tuple[int | None, int | None]] | None:
    """Places of the paragraphs of two columns side by side, told by their lengths.

    Short texts in languages that are read are told by their numbers and days too. Each place
    occurs once and in order. Of several that stand beside one, the first does; remarks in brackets
    stand by themselves. None for texts whose paragraphs are too many or too unlike in number, and
    for equally many without a remark, which stand beside each other as they are.
    """
    texts = [["".join(piece["text"] for piece in p["pieces"]) for p in c["paragraphs"]]
             for c in (one, other)]  # fmt: skip
    few, many = sorted(map(len, texts))
    if many > _MOST_LAID or few < _ALIKE * many:
        return None
    if few == many and not any(is_remark(text) for column in texts for text in column):
        return None
    return _laid(texts, _stated(texts, (one["lang"], other["lang"])))


def _stated(
    texts: list[list[str]], languages: tuple[str, str]
) -> tuple[list[frozenset[str]], list[frozenset[str]]] | None:
    size = sum(len(text) for column in texts for text in column)
    if size > _MOST_READ or not all(map(is_read, languages)):
        return None
    here, there = ([facts(text, language) for text in column]
                   for column, language in zip(texts, languages, strict=True))  # fmt: skip
    return here, there


def _laid(
    texts: list[list[str]], stated: tuple[list[frozenset[str]], list[frozenset[str]]] | None
) -> list[tuple[int | None, int | None]]:
    rows: list[tuple[int | None, int | None]] = []
    for left, right in beside(texts[0], texts[1], stated):
        rows += list(zip_longest(left, right))
    for side, count in enumerate(map(len, texts)):
        for place in sorted(set(range(count)) - {row[side] for row in rows}):
            after = (n for n, row in enumerate(rows) if (row[side] or 0) > place)
            rows.insert(next(after, len(rows)), (place, None) if side == 0 else (None, place))
    return rows


def column_language(tag: str) -> dict[str, str]:
    """`lang` and `dir` of a column of text, and the name of its language."""
    return {"lang": tag, "dir": direction(tag), "language": words.language(tag)}
