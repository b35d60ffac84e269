"""What stands on a web page around its words: navigation, scripts, hidden parts, footers."""

import re
from collections import Counter
from typing import Any

_NEVER_TEXT = {
    **dict.fromkeys(("script", "style", "noscript", "template", "link", "meta"), "scripts"),
    **dict.fromkeys(("svg", "canvas", "iframe", "object", "embed"), "embedded objects"),
    **dict.fromkeys(("audio", "video", "map"), "embedded objects"),
    **dict.fromkeys(("button", "select", "textarea", "input", "datalist"), "form fields"),
}
_BY_TAG = {"nav": "navigation", "footer": "footers", "aside": "side notes"}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "banners",
    "contentinfo": "footers",
    "search": "form fields",
    "complementary": "side notes",
    "dialog": "notices",
    "alertdialog": "notices",
}
_BY_NAME = {
    **dict.fromkeys(("nav", "navbar", "navigation", "menu", "breadcrumb"), "navigation"),
    **dict.fromkeys(("breadcrumbs", "pagination", "pager", "skip", "skiplink"), "navigation"),
    **dict.fromkeys(("cookie", "cookies", "consent", "banner", "popup"), "notices"),
    **dict.fromkeys(("share", "sharing", "social", "newsletter", "advert", "ads"), "side notes"),
    **dict.fromkeys(("sidebar", "related", "widget"), "side notes"),
    **dict.fromkeys(("footer", "copyright"), "footers"),
    **dict.fromkeys(("hidden", "invisible"), "hidden parts"),
}
_BLOCKS = ("div", "section", "ul", "ol", "p", "table", "header", "form", "span", "td")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_ROLES = ("doc-footnote", "doc-endnotes", "doc-endnote", "doc-footnotes")
_SPLIT = re.compile(r"[^a-z0-9]+")


def set_aside(root: Any) -> tuple[Any, tuple[str, ...]]:
    """The part of a page that holds its words, and what of the page was set aside, in sentences.

    Where a page has one `main` part or one `article`, that is it. By the names of classes no part
    is set aside that holds half of the words or more.
    """
    body = root.find("body")
    body = root if body is None else body
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for element in list(body.iter()):
        why = _why_never(element) if element is not body else ""
        if why and _attached(element, body):
            _drop(element, why, counts, words)
    main = _main(body)
    if main is not body:
        outside = _words(body) - _words(main)
        counts["what stands outside its main part"], words["what stands outside its main part"] = (
            (1, outside) if outside else (0, 0)
        )
    whole = _words(main)
    for element in list(main.iter()):
        why = _why_around(element) if element is not main else ""
        if why and _attached(element, main) and _words(element) * 2 < whole:
            _drop(element, why, counts, words)
    told = [f"{what} ({words[what]:,} words)" for what in counts if words[what]]
    return main, ((f"set aside: {', '.join(told)}.",) if told else ())


def _main(body: Any) -> Any:
    for found in (
        list(body.iter("main")) or body.xpath(".//*[@role='main']"),
        list(body.iter("article")),
    ):
        if len(found) == 1 and _words(found[0]):
            return found[0]
    return body


def _why_never(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    if element.tag in _NEVER_TEXT:
        return _NEVER_TEXT[element.tag]
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDING.search(element.get("style") or "")
    ):
        return "hidden parts"
    return "deleted words" if element.tag in ("del", "s", "strike") else ""


def _why_around(element: Any) -> str:
    if element.get("role") in _NOTE_ROLES or "footnote" in (element.get("class") or "").casefold():
        return ""
    if element.tag == "aside" and "note" in (element.get("epub:type") or ""):
        return ""
    why = _BY_TAG.get(element.tag) or _BY_ROLE.get(element.get("role") or "")
    if why or element.tag not in _BLOCKS:
        return why or ""
    named = f"{element.get('class') or ''} {element.get('id') or ''}".casefold()
    return next((_BY_NAME[word] for word in _SPLIT.split(named) if word in _BY_NAME), "")


def _drop(element: Any, why: str, counts: Counter[str], words: Counter[str]) -> None:
    if element.getparent() is None:
        return
    counts[why] += 1
    if why not in ("scripts", "embedded objects"):
        words[why] += _words(element)
    element.drop_tree()


def _attached(element: Any, main: Any) -> bool:
    return any(parent is main for parent in element.iterancestors())


def _words(element: Any) -> int:
    return len("".join(element.itertext()).split())
