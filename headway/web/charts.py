"""Charts drawn in this process as SVG: no script in the page, colours left to the style sheet."""

import json
import re
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import vl_convert

from headway.phrases import percent

FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
_INK, _LINE, _FIRST, _SECOND = "#010203", "#040506", "#070809", "#0a0b0c"
_COLOURS = {
    _INK: "var(--ink)",
    _LINE: "var(--line)",
    _FIRST: "var(--side-a)",
    _SECOND: "var(--side-b)",
}
_ROW, _WIDTH = 24, 380


def intervals_svg(chart: dict[str, Any]) -> str:
    """Bounds per part, one panel a side: solid up to the lowest value, pale up to the highest."""
    told = chart | {"sign": percent(0.0).removeprefix("0")}
    return _drawn(json.dumps(told, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=256)
def _drawn(content: str) -> str:
    chart = json.loads(content)
    parts = list(dict.fromkeys(point["part"] for point in chart["points"]))
    panels = [_panel(chart, side, parts, n) for n, side in enumerate(chart["sides"])]
    spec = alt.hconcat(*panels, spacing=28).configure(
        font=FONT, background="transparent", padding=4
    )
    svg = vl_convert.vegalite_to_svg(spec.to_dict(), show_warnings=False)
    return _for_the_page(svg, chart["title"], chart["description"])


def _panel(chart: dict[str, Any], side: str, parts: list[str], number: int) -> Any:
    rows = [point for point in chart["points"] if point["side"] == side]
    axis = alt.Axis(
        labelExpr=f"round(datum.value * 100) + '{chart['sign']}'",
        values=[0, 0.25, 0.5, 0.75, 1],
        title=None,
        gridColor=_LINE,
        domainColor=_LINE,
        tickColor=_LINE,
        labelColor=_INK,
        labelFontSize=12,
    )
    names = alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labels=number == 0,
        labelColor=_INK,
        labelFontSize=13,
        labelLimit=220,
        labelPadding=8,
    )
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("part:N", sort=parts, scale=alt.Scale(domain=parts), axis=names)
    )
    colour = _FIRST if number == 0 else _SECOND
    scale = alt.Scale(domain=[0, 1])
    sure = base.mark_bar(color=colour, height=10).encode(
        x=alt.X("zero:Q", scale=scale, axis=axis), x2="low:Q"
    )
    possible = base.mark_bar(color=colour, height=10, opacity=0.35).encode(
        x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
    )
    ends = base.mark_tick(color=colour, thickness=2, size=14).encode(
        x=alt.X("high:Q", scale=scale, axis=axis)
    )
    few = base.mark_text(color=_INK, align="left", dx=4, fontSize=12).encode(
        x=alt.X("zero:Q", scale=scale, axis=axis), text="said:N"
    )
    title = alt.TitleParams(side, anchor="start", color=_INK, fontSize=14, fontWeight=600)
    layers = alt.layer(sure, possible, ends, few).transform_calculate(zero="0")
    return layers.properties(width=_WIDTH, height=_ROW * len(parts), title=title)


def _for_the_page(svg: str, title: str, description: str) -> str:
    """The SVG with a title, a description and colours that follow the page, light or dark."""
    for colour, variable in _COLOURS.items():
        svg = svg.replace(colour, variable)
    svg = re.sub(r' style="[^"]*"', "", svg)
    head = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    svg = re.sub(r"(<svg [^>]*)>", rf'\1 class="chart" role="img">{head}', svg, count=1)
    return re.sub(r' (?:aria-roledescription|aria-label|role)="(?!img)[^"]*"', "", svg)
