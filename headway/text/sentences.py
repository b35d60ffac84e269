"""Sentences of a text as spans of its code points, for English, French and Chinese."""

import re
from typing import Final

Span = tuple[int, int]

# A full stop after these is part of the word. Lower case, without the stop.
_SHORTENED: Final = (
    "mr mrs ms dr prof st messrs hon rev gen col lt capt sgt maj adm amb gov sen rep jr sr"
    " art arts para paras sect sec ch chap vol p pp ed eds fig cf viz etc al inc ltd co"
    " e.g i.e u.s u.n u.k e.u a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec"
    " m mm mme mmes mlle mlles me mgr pr st ste av apr j.-c c.-à-d p.ex ex env éd n° réf"
    " al§ art. res doc add rev corr"
)
_ABBREVIATIONS: Final = frozenset(_SHORTENED.split())
_CLOSING: Final = "\"'”’»›)\\]）】」』》"
_END: Final = re.compile(
    rf"[。！？；…!?]+[{_CLOSING}]*[ \u00a0\u202f]*»?"
    rf"|\.+[{_CLOSING}]*(?=\s|\Z|[\u3400-\u9fff])"
    r"|\n[ \t\r]*\n\s*"
    r"|[\r\n\u2028\u2029]+(?=[ \t]*(?:[-–—•*·]|\(?[0-9a-z]{1,3}[.)])[ \t])"
)
_LAST_WORD: Final = re.compile(r"[^\s(\[«“‘\"]+\Z")
_GOES_ON: Final = re.compile(r"\s*[a-zà-ÿ,;:]")


def sentences(text: str) -> list[Span]:
    """Spans [begin, end) of the sentences, in order, without white space at their edges.

    Together they cover every character that is not white space. A full-width semicolon ends a
    sentence, as Chinese has it; a plain one does not. A line break alone does not end one:
    minutes and PDFs are full of them.
    """
    spans: list[Span] = []
    begin = 0
    for found in _END.finditer(text):
        if _is_boundary(text, begin, found):
            _append(spans, text, begin, found.end())
            begin = found.end()
    _append(spans, text, begin, len(text))
    return spans


def _append(spans: list[Span], text: str, begin: int, end: int) -> None:
    part = text[begin:end]
    kept = part.strip()
    if kept:
        start = begin + len(part) - len(part.lstrip())
        spans.append((start, start + len(kept)))


def _is_boundary(text: str, begin: int, found: re.Match[str]) -> bool:
    mark = found.group()
    if not mark.startswith("."):
        # « Comment ? dit-il » and "Really?" she said go on with a small letter.
        return mark[0] not in "!?…" or _GOES_ON.match(text, found.end()) is None
    if mark.startswith("..") and _GOES_ON.match(text, found.end()):
        return False
    last = _LAST_WORD.search(text, max(begin, found.start() - 24), found.start())
    word = last.group().lower() if last else ""
    if word in ("no", "nos"):
        return re.match(r"\s*[0-9]", text[found.end() : found.end() + 4]) is None
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return _starts_anew(text, found.end())
    # "34." at the head of a paragraph belongs to what follows.
    if word.isdigit() and not text[begin : found.start()].strip()[len(word) :]:
        return False
    return _GOES_ON.match(text, found.end()) is None


def _starts_anew(text: str, at: int) -> bool:
    """After U.S. or O.N.U.: a new sentence only when a usual first word follows."""
    following = re.match(r"\s+(\w+)", text[at : at + 40])
    return following is None or following.group(1) in _FIRST_WORDS


_OPENERS: Final = (
    "The A An We I It He She They This That These Those In On At But And As For If When While"
    " Le La Les Un Une Nous Je Il Elle Ils Elles Ce Cette Ces Dans En Mais Et Pour Si"
)
_FIRST_WORDS: Final = frozenset(_OPENERS.split())
