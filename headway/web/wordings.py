"""Two wordings of one passage side by side: what both keep, and what only one of them has."""

from difflib import SequenceMatcher
from typing import Any

from headway.text import fold

Piece = dict[str, Any]


def side_by_side(earlier: str, here: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces of `text` and `kept`; joined, they give the texts again.

    Case and punctuation make no difference, as everywhere where passages are compared.
    """
    one, other = fold(earlier), fold(here)
    kept = SequenceMatcher(None, one.ids.tolist(), other.ids.tolist(), autojunk=False)
    blocks = kept.get_matching_blocks()
    return (
        _pieces(earlier, one, [(block.a, block.a + block.size) for block in blocks]),
        _pieces(here, other, [(block.b, block.b + block.size) for block in blocks]),
    )


def _pieces(text: str, folded: Any, kept: list[tuple[int, int]]) -> list[Piece]:
    states = [False] * len(folded)
    for first, after in kept:
        states[first:after] = [True] * (after - first)
    pieces: list[Piece] = []
    at = 0
    for number, state in enumerate(states):
        begin, end = folded.span(number, number + 1)
        if pieces and pieces[-1]["kept"] == state:
            pieces[-1]["text"] += text[at:end]
        else:
            if pieces:
                pieces[-1]["text"] += text[at:begin]
                at = begin
            pieces.append({"text": text[at:end], "kept": state})
        at = end
    if not pieces:
        return [{"text": text, "kept": False}] if text else []
    pieces[-1]["text"] += text[at:]
    return pieces
