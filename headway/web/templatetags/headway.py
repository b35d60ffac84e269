"""What templates need: cells as HTML, tables by name, columns of text side by side."""

from collections.abc import Iterable
from itertools import zip_longest
from string import Formatter
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from headway import phrases
from headway.assessments import pages
from headway.domain.paragraphs import aligned
from headway.web import charts
from headway.web.reading import by_length

register = template.Library()

LONG = 60


@register.simple_tag
def say(message: str, **values: Any) -> SafeString:
    """A message in the language of the page; what fills its placeholders is escaped."""
    return _marked_up(phrases.say(message), values)


@register.simple_tag
def says(one: str, many: str, count: float, **values: Any) -> SafeString:
    """A message in the form its count asks for; `{count}` is the count as people write it."""
    shown = phrases.says(one, many, count, **_kept(one, many))
    return _marked_up(shown, {"count": phrases.number(count)} | values)


@register.simple_tag
def say_as(context: str, message: str, **values: Any) -> SafeString:
    """A message of one meaning among several; the context tells which."""
    return _marked_up(phrases.say_as(context, message), values)


def _kept(*messages: str) -> dict[str, str]:
    """Placeholders that stay as they are, to be filled with what is escaped."""
    named = {name for message in messages for _, name, _, _ in Formatter().parse(message) if name}
    return {name: f"{{{name}}}" for name in named}


def _marked_up(message: str, values: dict[str, Any]) -> SafeString:
    if not values:
        return mark_safe(message)  # noqa: S308 - ours
    safe = {name: conditional_escape(value) for name, value in values.items()}
    return mark_safe(phrases.filled(message, safe))  # noqa: S308 - ours, and what fills it is escaped


@register.filter
def sanitised(html: str) -> SafeString:
    """HTML of an assessment: whatever could run or be fetched is taken out."""
    return mark_safe(pages.sanitised(html))  # noqa: S308 - what is left is harmless


@register.filter
def number(count: float) -> str:
    """A count as the language of the page writes it."""
    return phrases.number(count)


@register.filter
def share(number: float) -> str:
    """A share out of 100 as the language of the page writes it."""
    return phrases.percent(number / 100)


@register.filter
def capital(content: Any) -> str:
    """A text with its first letter large."""
    return phrases.capital(str(content))


@register.filter
def unbroken(sentence: str) -> str:
    """A sentence in which no line ends between a number and its percent sign."""
    return str(sentence).replace(" %", "\N{NO-BREAK SPACE}%")


@register.filter
def cell(content: Any) -> SafeString | str:
    """A cell as HTML: its language, its link, its machine-readable date, its code."""
    if content is None:
        return ""
    if isinstance(content, list):
        return _several(content)
    if not isinstance(content, dict):
        return phrases.number(content) if isinstance(content, (int, float)) else str(content)
    inner = format_html("{}", content["text"])
    if content.get("date") and "/" not in content["date"]:
        inner = format_html('<time datetime="{}">{}</time>', content["date"], inner)
    if content.get("code"):
        inner = format_html('<span class="code code-{}">{}</span>', content["code"], inner)
    spoken = (
        format_html(' lang="{}" dir="{}"', content["lang"], content["dir"])
        if content.get("lang")
        else ""
    )
    long = len(content["text"]) > LONG and content.get("href", "").startswith("/values/")
    if long or content.get("apart"):
        return _long(content, spoken, inner)
    if content.get("href"):
        return format_html('<a href="{}"{}>{}</a>', content["href"], spoken, inner)
    return format_html("<span{}>{}</span>", spoken, inner) if spoken else inner


@register.filter
def apart(content: dict[str, Any]) -> SafeString | str:
    """A sentence as a cell with its link behind it, however long it is."""
    linked = bool(content.get("href"))
    return cell({**content, "apart": True}) if linked else cell(content)


@register.simple_tag
def cells(several: list[Any], between: str = "") -> SafeString:
    """Several cells in one line, parted as the language of the page parts them."""
    return format_html_join(between or phrases.say(", "), "{}", ((cell(one),) for one in several))


def _long(content: dict[str, Any], spoken: str, inner: SafeString) -> SafeString:
    """A long text stays plain; a short link to the fact's own page follows it."""
    return format_html(
        '<span{}>{}</span> <a class="entry-link" href="{}" aria-label="{}">{}</a>',
        spoken,
        inner,
        content["href"],
        phrases.say("entry: {text}", text=content["text"][:LONG] + "…"),
        phrases.say("entry"),
    )


def _several(content: list[Any]) -> SafeString | str:
    if len(content) == 1:
        return cell(content[0])
    rows = format_html_join("", "<li>{}</li>", ((cell(part),) for part in content))
    return format_html('<ul class="several">{}</ul>', rows)


@register.filter
def of(content: dict[str, Any], key: str) -> Any:
    """The entry of a dict whose key is not known when the template is written."""
    return content.get(key)


@register.filter
def beside(columns: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]] | None:
    """Paragraphs of several columns row by row; else None.

    Two columns with official numbers are laid together by these, and one that has no counterpart
    stands beside nothing; two others by the lengths of their paragraphs where one has more, or a
    remark (`by_length`: nothing is said of an empty place); all others when they have equally many.
    """
    found = list(columns)
    if len(found) == 2 and all(column["numbers"] for column in found):
        return _rows(found, aligned(found[0]["numbers"], found[1]["numbers"]))
    if len(found) < 2:
        return None
    places = by_length(*found) if len(found) == 2 else None
    if places is not None:
        return _rows([column | {"by_length": True} for column in found], places)
    if len({len(column["paragraphs"]) for column in found}) != 1:
        return None
    rows = zip_longest(*(column["paragraphs"] for column in found))
    return [
        [column | {"paragraph": one} for column, one in zip(found, row, strict=True)]
        for row in rows
    ]


def _rows(
    columns: list[dict[str, Any]], places: Iterable[tuple[int | None, int | None]]
) -> list[list[dict[str, Any]]]:
    return [
        [
            column | {"paragraph": None if place is None else column["paragraphs"][place]}
            for column, place in zip(columns, row, strict=True)
        ]
        for row in places
    ]


@register.filter
def intervals(chart: dict[str, Any]) -> SafeString:
    """A chart of intervals as inline SVG; every text in it was escaped where it was drawn."""
    return mark_safe(charts.intervals_svg(chart))  # noqa: S308 - drawn here, not given


@register.filter
def percent(number: float) -> str:
    """A number as a percentage an SVG attribute takes."""
    return f"{number:g}%"


@register.filter
def minus(number: float, other: float) -> float:
    """A difference, for places on a drawing."""
    return round(number - other, 2)


@register.filter
def plus(number: float, other: float) -> float:
    """A sum, for places on a drawing."""
    return round(number + other, 2)


@register.filter
def passage(address: str, number: int) -> str:
    """The address of a numbered passage, where `address` is that of all of a rendering's."""
    path, mark, query = address.partition("?")
    return f"{path}/{number}{mark}{query}"
