"""Addresses of every page of the URL table over the example record."""

import html
import re
import urllib.error
import urllib.request
from collections import Counter
from urllib.parse import urlsplit

from headway.web.registry import PAGES

STARTS = ("/", "/dialogues/estravane-yuanlan", "/statements/r9-opening-y-zh")
OF_A_KIND = 12
"""So many pages of a kind are read for their links; long lists lead to hundreds alike."""


def samples(base: str, each: int = 2, most: int = 9000) -> dict[str, list[str]]:
    """Addresses of every page of the URL table, found by following links from the first page."""
    patterns = {page.name: re.compile(page.pattern) for page in PAGES}
    found: dict[str, list[str]] = {name: [] for name in patterns}
    found["search"] = ["/search", "/search?q=%E5%84%BF%E7%AB%A5", "/search?q=children"]
    met: Counter[str] = Counter()
    waiting, seen = [start for start in STARTS if _is_there(base, start)], set()
    while waiting and len(seen) < most and not all(len(f) >= each for f in found.values()):
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        path = urlsplit(address).path
        name = next(n for n, p in patterns.items() if p.match(path.lstrip("/")))
        met[name] += 1
        if met[name] > OF_A_KIND:
            continue
        if len(found[name]) < each and name != "search":
            found[name].append(address)
        waiting += [link for link in _links(base, address) if link not in seen]
    return found


def _is_there(base: str, address: str) -> bool:
    """Whether this view may see a page to start from; links must all lead on."""
    try:
        urllib.request.urlopen(base + address, timeout=30).close()
    except urllib.error.HTTPError as refusal:
        refusal.close()
        return False
    return True


def _links(base: str, address: str) -> list[str]:
    with urllib.request.urlopen(base + address, timeout=30) as answer:
        content = answer.read().decode()
    links = [html.unescape(link).split("#")[0] for link in re.findall(r'href="([^"]+)"', content)]
    unwanted = re.compile(r"/static/|.*\.(json|csv|docx)(\?|$)|.*_page=|.*language=")
    return [link for link in links if link.startswith("/") and not unwanted.match(link)]
