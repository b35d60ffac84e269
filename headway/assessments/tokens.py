"""A manuscript as Markdown tokens: the one reading from which HTML, PDF and DOCX are made."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from headway.assessments.concluded import Signature, signature_in
from headway.assessments.manuscripts import Manuscript, slug
from headway.assessments.words import word, written_day

Resolve = Callable[[str, str], str | None]
"""(scheme, rest) of a link such as `measure:carry_over` to an address, or None for no link."""

_OPEN = re.compile(r"^<!-- headway: (?P<key>\w+(?: [\w.-]+)?)(?:; .*)? -->$")
_ID = re.compile(r"\s*\{#([\w-]+)\}$")
_OURS = ("figure", "measure", "fact", "source")
_TAKEN = ("all-texts", "answers", "contents", "flagged", "main", "notes", "take", "withheld")
"""Ids that a page has of its own."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: level from 1, id of the heading, its words."""

    level: int
    id: str
    title: str


def parser(language: str = "en") -> MarkdownIt:
    """Markdown with tables, footnotes and language marks; raw HTML and pictures are text."""
    curly = language.startswith("en")
    options = {"html": False, "linkify": False, "typographer": curly, "quotes": "“”‘’"}
    made = MarkdownIt("commonmark", options)
    if curly:
        made.enable("smartquotes")
    made.enable("table").disable(["image", "html_block", "html_inline"])
    made.use(footnote_plugin, inline=False).use(attrs_plugin, spans=True, allowed=["lang"])
    return made


def tokens(manuscript: Manuscript, resolve: Resolve) -> list[Token]:
    """The text as tokens: markers become `block_open` and `block_close`, headings have ids,
    links of ours are resolved, Chinese words in another language are marked as Chinese.
    """
    lines = list(manuscript.lines[manuscript.body_begins :])
    env: dict[str, object] = {}
    found = parser(manuscript.language).parse("\n".join(_with_places(lines)), env)
    prepared = list(_prepared(found, resolve, manuscript.language))
    return list(_with_heads(prepared))


_PLACE = "\ue000"  # a private character: no text has it after `_with_places`


def _with_places(lines: Sequence[str]) -> Iterator[str]:
    """The lines with each marker as a paragraph of its own that the parser lets pass."""
    for line in lines:
        stripped = line.strip()
        opened = _OPEN.match(stripped)
        if opened:
            yield from ("", f"{_PLACE}open {opened['key']}", "")
        elif stripped == "<!-- /headway -->":
            yield from ("", f"{_PLACE}close", "")
        else:
            yield line.replace(_PLACE, "")


def _prepared(found: list[Token], resolve: Resolve, language: str) -> Iterator[Token]:
    used = set(_TAKEN)
    place = 0
    while place < len(found):
        token = found[place]
        inline = found[place + 1] if place + 1 < len(found) else token
        if token.type == "paragraph_open" and inline.content.startswith(_PLACE):
            yield _marker(inline.content)
            place += 3
            continue
        if token.type == "heading_open":
            _name_heading(token, inline, used)
        if token.type == "inline":
            signed = signature_in(token.content) if found[place - 1].level == 0 else None
            if signed:
                found[place - 1].attrSet("class", "signed")
                token.children = list(_signature(signed, resolve, language))
            else:
                token.children = _children(token.children or [], resolve, language)
        yield token
        place += 1


def _signature(signed: Signature, resolve: Resolve, language: str) -> Iterator[Token]:
    """A signature as readers see it: who, on which day, and ways to what it is about."""
    said = word("signed", language).format(by=signed.by, on=written_day(signed.on, language))
    yield _text(said)
    for key, scheme, rest in (
        ("about", "fact", signed.about),
        ("rests on", "measure", signed.finding),
    ):
        address = resolve(scheme, rest) if rest else None
        if address:
            yield _text(" ")
            opened = Token("link_open", "a", 1)
            opened.attrSet("href", address)
            opened.attrSet("class", f"to-{scheme}")
            yield from (opened, _text(word(key, language)), Token("link_close", "a", -1))


def _marker(content: str) -> Token:
    word, _, key = content.removeprefix(_PLACE).partition(" ")
    made = Token(f"block_{word}", "section", 1 if word == "open" else -1, block=True)
    made.info = key
    return made


def _with_heads(found: list[Token]) -> Iterator[Token]:
    """Tables whose first column is bold have heads of rows; a head without words is dropped."""
    skipped = False
    for place, token in enumerate(found):
        if token.type == "thead_open":
            end = next(n for n in range(place, len(found)) if found[n].type == "thead_close")
            skipped = not any(t.content.strip() for t in found[place:end] if t.type == "inline")
        if skipped:
            skipped = token.type != "thead_close"
            continue
        token.attrs.pop("style", None)
        if token.type == "th_open":
            if found[place + 1].content.strip():
                token.attrSet("scope", "col")
            else:
                token.tag = found[place + 2].tag = "td"
        elif _heads_a_row(found, place):
            token.tag = found[place + 2].tag = "th"
            token.attrSet("scope", "row")
        yield token


def _heads_a_row(found: list[Token], place: int) -> bool:
    first = found[place].type == "td_open" and found[place - 1].type == "tr_open"
    return first and found[place + 1].content.startswith("**")


def _name_heading(token: Token, inline: Token, used: set[str]) -> None:
    found = _ID.search(inline.content)
    title = _ID.sub("", inline.content)
    if found and inline.children:
        last = inline.children[-1]
        last.content = _ID.sub("", last.content)
    wanted = found[1] if found else slug(title) or "part"
    name, number = wanted, 2
    while name in used:
        name, number = f"{wanted}-{number}", number + 1
    used.add(name)
    token.attrSet("id", name)
    token.meta = {"title": _words(inline.children or [])}


def _words(children: Sequence[Token]) -> str:
    return "".join(c.content for c in children if c.type in ("text", "code_inline")).strip()


def _children(children: list[Token], resolve: Resolve, language: str) -> list[Token]:
    made: list[Token] = []
    dropped = 0
    for child in children:
        if child.type == "link_open":
            href = str(child.attrGet("href") or "")
            scheme, colon, rest = href.partition(":")
            if colon and scheme in _OURS:
                address = resolve(scheme, rest)
                if address is None:
                    dropped += 1
                    continue
                child.attrSet("href", address)
                child.attrSet("class", f"to-{scheme}")
        elif child.type == "link_close" and dropped:
            dropped -= 1
            continue
        if child.type == "text":
            child.content = child.content.replace(" %", "\N{NO-BREAK SPACE}%")
        if child.type == "text" and not language.startswith("zh") and not _within(made):
            made += _parted(child)
        else:
            made.append(child)
    return made


def _within(made: Sequence[Token]) -> bool:
    """Whether a language mark is open."""
    return sum(t.nesting for t in made if t.type in ("span_open", "span_close")) > 0


def _parted(child: Token) -> Iterator[Token]:
    """A text with its Chinese words as spans of their own."""
    last = 0
    for found in _HAN.finditer(child.content):
        if not re.search(r"[\u3400-\u9fff]", found[0]):
            continue
        if found.start() > last:
            yield _text(child.content[last : found.start()])
        opened = Token("span_open", "span", 1)
        opened.attrSet("lang", "zh-Hans")
        yield from (opened, _text(found[0]), Token("span_close", "span", -1))
        last = found.end()
    if last < len(child.content):
        yield _text(child.content[last:])


def _text(content: str) -> Token:
    made = Token("text", "", 0)
    made.content = content
    return made


def contents(found: Sequence[Token], deepest: int = 3) -> list[Entry]:
    """The headings below the title, as a list of contents."""
    return [
        Entry(int(token.tag[1]), str(token.attrGet("id")), str(token.meta.get("title", "")))
        for token in found
        if token.type == "heading_open" and 2 <= int(token.tag[1]) <= deepest
    ]
