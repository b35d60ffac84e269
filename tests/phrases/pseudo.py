"""A language in which every message of ours stands in brackets, and what of a page has none.

What is left outside the brackets must be of the record: its names, titles, texts, days, ids.
"""

import gettext
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import IO, Any

from headway.domain.corpus import Corpus
from headway.domain.errors import NotFound
from headway.domain.nouns import NOUNS
from headway.domain.shape import shapes
from headway.domain.statements import Rendering
from headway.domain.wording import Wording
from headway.phrases import NAMES, Speech, speech_of
from tests.phrases.catalogues import folder

BEGIN, END = "⟦", "⟧"
SPOKEN = ("aria-label", "title", "placeholder", "alt")
NOT_OURS = frozenset({"code", "kbd", "script", "style"})
"""Elements that hold commands, keys and code, which are the same in every language."""
SAME = frozenset({"Headway", "CSV", "JSON", "PDF", *NAMES.values()})
LONG = 30
READING = ("/statements", "/renderings", "/search")
"""Pages that show stretches of texts, however short."""


class Bracketed(gettext.NullTranslations):
    """Every message as it is, in brackets."""

    def gettext(self, message: str) -> str:
        """The message in brackets, its context left out."""
        return f"{BEGIN}{message.rpartition(chr(4))[2]}{END}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the count in brackets."""
        return self.gettext(msgid1 if n == 1 else msgid2)


PSEUDO = Speech("fr", Bracketed())


class _Texts(HTMLParser):
    """The texts of a page and what is read out, but for those in other languages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_piece(tag)
        language = dict(attrs).get("lang") or PSEUDO.language
        foreign = self._is_skipped() or tag in NOT_OURS or language != PSEUDO.language
        if not foreign:
            self.found += [value for name, value in attrs if name in SPOKEN and value]
        if tag not in _VOID:
            self._open.append((tag, foreign))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_piece(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_piece(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_skipped():
            self._parts.append(data)

    def _is_skipped(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _end_piece(self, tag: str) -> None:
        """A message may hold inline elements: they part texts only outside brackets."""
        begun = "".join(self._parts)
        if tag not in _INLINE or begun.count(BEGIN) == begun.count(END):
            self.flush()

    def flush(self) -> None:
        """Ends a stretch of text."""
        self.found.append("".join(self._parts))
        self._parts = []


_VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr", "col"})
_INLINE = frozenset({"strong", "span", "a", "em", "kbd", "code", "mark", "time", "br", "q"})


def texts_of(page: str) -> list[str]:
    """Every text of a page that a reader sees or hears."""
    parser = _Texts()
    parser.feed(page)
    parser.flush()
    return parser.found


def outside(text: str) -> list[str]:
    """The pieces of a text that stand outside all brackets; an unclosed bracket holds nothing."""
    depth, piece, pieces = 0, "", []
    for character in text:
        if character == BEGIN:
            depth += 1
            pieces.append(piece)
            piece = ""
        elif character == END:
            depth = max(depth - 1, 0)
        elif not depth:
            piece += character
    return [cleaned for one in (*pieces, piece) if (cleaned := _cleaned(one))]


def _cleaned(piece: str) -> str:
    return " ".join(piece.removesuffix("Headway").split()).strip(" \t\n.,;:·…()“”\"'–—/|?!+-=%")


def words_of(corpus: Corpus) -> tuple[set[str], str]:
    """What a record says: every string of it, and all of them with its texts in one."""
    found: set[str] = set()
    for noun in NOUNS.values():
        for value in corpus.all(noun):
            for shape in shapes(noun):
                if shape.kind != "choice":
                    found |= set(_strings(getattr(value, shape.name)))
    texts = [_text(corpus, r) for r in corpus.all(Rendering) if r.text]
    parts = {part for one in found for part in one.split(",")}
    return {_cleaned(one) for one in found | parts}, "\n".join(
        " ".join(t.split()) for t in (*found, *texts)
    )


def _text(corpus: Corpus, rendering: Rendering) -> str:
    try:
        return corpus.text(str(rendering.text))
    except NotFound:
        return ""


def _strings(content: object) -> Iterator[str]:
    if isinstance(content, Wording):
        yield from content.values()
    elif isinstance(content, tuple):
        for part in content:
            yield from _strings(part)
    elif content is not None:
        yield str(content)


def left(page: str, said: tuple[set[str], str], short: int = LONG) -> set[str]:
    """What a page says outside the brackets and the record does not say: words that were missed."""
    return {
        piece
        for text in texts_of(page)
        for piece in outside(text)
        if _has_words(piece) and not _is_of_the_record(piece, said, short)
    }


def _has_words(piece: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", piece)) and piece not in SAME


def _is_of_the_record(piece: str, said: tuple[set[str], str], short: int) -> bool:
    exact, everything = said
    if piece in exact or (len(piece) >= short and piece in everything):
        return True
    parts = [part for part in re.split(r", |; |: | · | / ", piece) if _has_words(part)]
    return len(parts) > 1 and all(_is_of_the_record(_cleaned(p), said, short) for p in parts)


def missed(pages: Iterable[tuple[str, str]], corpus: Corpus) -> dict[str, set[str]]:
    """What each page (address, content) says that is neither in brackets nor in the record."""
    said = words_of(corpus)
    return {
        address: found
        for address, page in pages
        if (found := left(page, said, 2 if address.startswith(READING) else LONG))
    }


class Listening(gettext.GNUTranslations):
    """A catalogue that notes what it was asked for and does not hold."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self.unknown: set[str] = set()
        self._held: set[str] = {key if isinstance(key, str) else key[0] for key in self._catalog}

    def gettext(self, message: str) -> str:
        """The message in this language."""
        if message not in self._held:
            self.unknown.add(message)
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the count in this language."""
        if msgid1 not in self._held:
            self.unknown.add(msgid1)
        return super().ngettext(msgid1, msgid2, n)


def listening(language: str) -> Speech:
    """The speech of a language that notes what its catalogue does not hold."""
    plain = speech_of(language)
    file = io.BytesIO((folder(language) / "headway.mo").read_bytes())
    return replace(plain, catalogue=Listening(file))


def spoken_in_brackets(monkeypatch: Any) -> None:
    """From here on every language is the one in brackets."""
    monkeypatch.setattr("headway.phrases.language.speech_of", lambda language: PSEUDO)
