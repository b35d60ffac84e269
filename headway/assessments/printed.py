"""A manuscript as one file for paper and for sending: a web page of its own, and a tagged PDF."""

from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Any, NoReturn

from headway.assessments.manuscripts import Manuscript
from headway.assessments.pages import to_html
from headway.assessments.tokens import Resolve
from headway.assessments.words import word, written_day
from headway.domain.errors import HeadwayError


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on the cover and on every page beside the text.

    `of` is what it is an assessment of, `marking` the highest protective marking, `standing`
    whether and by whom it was released.
    """

    title: str
    of: str = ""
    author: str = ""
    marking: str = ""
    standing: str = ""
    written_on: str = ""
    version: str = ""


def to_page(manuscript: Manuscript, imprint: Imprint, resolve: Resolve) -> str:
    """The text as one HTML file with its style in it; it fetches nothing."""
    made: dict[str, Any] = to_html(manuscript, resolve)
    language = manuscript.language
    style = resources.files("headway.assessments").joinpath("print.css").read_text("utf-8")
    marking = f'<p class="marking">{escape(imprint.marking)}</p>' if imprint.marking else ""
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(language)}">',
            f'<head><meta charset="utf-8"><title>{escape(imprint.title)}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>{style}</style></head>",
            f'<body>{marking}<header class="cover">{_cover(imprint, language)}</header>',
            _contents(made["contents"], language),
            f"<main>{made['html']}</main>",
            "</body></html>",
        ]
    )


def _cover(imprint: Imprint, language: str) -> str:
    version = f"{word('version', language)} {imprint.version}" if imprint.version else ""
    lines = [imprint.author, written_day(imprint.written_on, language), version, imprint.standing]
    told = " · ".join(escape(line) for line in lines if line)
    of = f'<p class="of">{escape(imprint.of)}</p>' if imprint.of else ""
    return f'{of}<h1>{escape(imprint.title)}</h1><p class="by">{told}</p>'


def _contents(entries: list[dict[str, Any]], language: str) -> str:
    if not entries:
        return ""
    lines = [
        f'<li class="level-{e["level"]}"><a href="#{escape(e["id"])}">{escape(e["title"])}</a></li>'
        for e in entries
    ]
    title = word("contents", language)
    return f'<nav class="contents"><h2>{title}</h2><ol>{"".join(lines)}</ol></nav>'


def to_pdf(page: str) -> bytes:
    """That page as tagged PDF (PDF/UA-1); HeadwayError where the parts for it are missing."""
    try:
        import weasyprint
    except ImportError as error:
        raise _no_pdf("WeasyPrint is not installed") from error
    except OSError as error:
        raise _no_pdf("the library Pango is missing") from error
    made = weasyprint.HTML(string=page, url_fetcher=_fetch_nothing)
    written: bytes = made.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return written


def _no_pdf(reason: str) -> HeadwayError:
    return HeadwayError(
        f"no PDF can be written here because {reason}; install Pango and `pip install"
        " headway[pdf]`, or write .docx or .html instead"
    )


def _fetch_nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"an assessment fetches nothing; {url} was refused")
