"""A manuscript as HTML: nothing in it runs, nothing in it is fetched."""

from collections.abc import Sequence
from html import escape
from itertools import count

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from headway.assessments.manuscripts import Manuscript
from headway.assessments.tokens import Resolve, contents, parser, tokens
from headway.assessments.words import word

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "em", "strong", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "sup", "span"),
    *("section", "div"),
}
_ATTRIBUTES = {
    "*": {"id", "lang", "class", "role", "aria-label"},
    "a": {"href"},
    "th": {"scope"},
    "ol": {"start"},
    "div": {"tabindex"},
}


def to_html(manuscript: Manuscript, resolve: Resolve) -> dict[str, object]:
    """The text as sanitised HTML with its contents: `html`, `contents`, `language`.

    The title (the first heading of level 1) is left out; the page has it.
    """
    found = without_title(tokens(manuscript, resolve))
    made = sanitised(_rendered(found, manuscript.language))
    return {
        "language": manuscript.language,
        "contents": [{"level": e.level, "id": e.id, "title": e.title} for e in contents(found)],
        "html": made,
    }


def without_title(found: list[Token]) -> list[Token]:
    """The tokens without the first heading of level 1."""
    for place, token in enumerate(found):
        if token.type == "heading_open" and token.tag == "h1":
            return found[:place] + found[place + 3 :]
    return found


def sanitised(html: str) -> str:
    """The HTML with nothing in it that runs, is fetched, or stands outside the text."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def _rendered(found: Sequence[Token], language: str) -> str:
    made = parser()
    renderer = made.renderer
    if not isinstance(renderer, RendererHTML):  # the parser's own renderer always is one
        raise TypeError(type(renderer).__name__)
    notes, tables = _Notes(language), count(1)
    rules = {
        "block_open": _block_open,
        "block_close": lambda *_: "</section>\n",
        "footnote_ref": notes.reference,
        "footnote_block_open": notes.opened,
        "footnote_block_close": lambda *_: "</ol></section>\n",
        "footnote_open": notes.note,
        "footnote_close": lambda *_: "</li>\n",
        "footnote_anchor": notes.back,
        "table_open": lambda *_: _table_open(next(tables), language),
        "table_close": lambda *_: "</table></div>\n",
    }
    for name, rule in rules.items():
        renderer.rules[name] = rule  # type: ignore[assignment]
    return str(renderer.render(list(found), made.options, {}))


def _table_open(number: int, language: str) -> str:
    label = escape(word("table", language).format(number=number))
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>\n'


def _block_open(found: Sequence[Token], place: int, *_: object) -> str:
    name = found[place].info.split(" ")[0]
    return f'<section class="from-record from-record-{escape(name)}">\n'


class _Notes:
    """Footnotes with links there and back, and names for those who hear them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.seen: dict[int, int] = {}

    def reference(self, found: Sequence[Token], place: int, *_: object) -> str:
        """The number in the text; the first one is where the note links back to."""
        meta = found[place].meta
        number = int(meta["id"]) + 1
        times = self.seen[number] = self.seen.get(number, 0) + 1
        name = f"ref-{number}" + (f"-{times}" if times > 1 else "")
        label = f"{word('note', self.language)} {number}"
        comma = ",&nbsp;" if place and found[place - 1].type == "footnote_ref" else ""
        return (
            f'<sup class="note-ref">{comma}<a href="#note-{number}" id="{name}"'
            f' aria-label="{escape(label)}">{number}</a></sup>'
        )

    def opened(self, *_: object) -> str:
        """The list of notes."""
        return '<section class="notes" id="notes"><ol>\n'

    def note(self, found: Sequence[Token], place: int, *_: object) -> str:
        """One note."""
        return f'<li id="note-{int(found[place].meta["id"]) + 1}">'

    def back(self, found: Sequence[Token], place: int, *_: object) -> str:
        """The way back, once a note."""
        meta = found[place].meta
        if int(meta.get("subId", 0)):
            return ""
        number = int(meta["id"]) + 1
        label = f"{word('back', self.language)} ({number})"
        return f' <a class="note-back" href="#ref-{number}" aria-label="{escape(label)}">↑</a>'
