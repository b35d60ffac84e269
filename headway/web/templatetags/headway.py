"""What templates need: cells as HTML, tables by name, columns of text side by side."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from headway.web import charts

register = template.Library()

LONG = 60


@register.filter
def cell(content: Any) -> SafeString | str:
    """A cell as HTML: its language, its link, its machine-readable date, its code."""
    if content is None:
        return ""
    if isinstance(content, list):
        return _several(content)
    if not isinstance(content, dict):
        return f"{content:,}" if isinstance(content, int) else str(content)
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
    if content.get("href", "").startswith("/values/") and len(content["text"]) > LONG:
        return _long(content, spoken, inner)
    if content.get("href"):
        return format_html('<a href="{}"{}>{}</a>', content["href"], spoken, inner)
    return format_html("<span{}>{}</span>", spoken, inner) if spoken else inner


def _long(content: dict[str, Any], spoken: str, inner: SafeString) -> SafeString:
    """A long text stays plain; a short link to the fact's own page follows it."""
    return format_html(
        '<span{}>{}</span> <a class="entry-link" href="{}" aria-label="entry: {}">entry</a>',
        spoken,
        inner,
        content["href"],
        content["text"][:LONG] + "…",
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
    """Paragraphs of several columns row by row, when they have equally many; else None."""
    found = list(columns)
    if len(found) < 2 or len({len(column["paragraphs"]) for column in found}) != 1:
        return None
    rows = zip_longest(*(column["paragraphs"] for column in found))
    return [
        [column | {"paragraph": one} for column, one in zip(found, row, strict=True)]
        for row in rows
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
