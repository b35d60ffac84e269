"""One address or more for every page of the URL table, in the small record."""

import html
import io
import re
import zipfile
from collections import Counter
from urllib.parse import urlsplit

from django.test import Client

ADDRESSES: dict[str, tuple[str, ...]] = {
    "home": ("/",),
    "about": ("/about",),
    "dialogue": ("/dialogues/aldmark-yunlin", "/dialogues/assembly"),
    "concerns": ("/dialogues/aldmark-yunlin/concerns",),
    "undertakings": ("/dialogues/aldmark-yunlin/undertakings",),
    "article": ("/dialogues/aldmark-yunlin/article",),
    "actions": ("/dialogues/aldmark-yunlin/actions",),
    "papers": ("/dialogues/aldmark-yunlin/papers",),
    "points": (
        "/dialogues/aldmark-yunlin/points",
        "/dialogues/aldmark-yunlin/points?before=again&sort=-round",
    ),
    "capacity": ("/dialogues/aldmark-yunlin/capacity",),
    "events": ("/dialogues/aldmark-yunlin/events",),
    "bodies": ("/dialogues/aldmark-yunlin/bodies",),
    "recommendations": (
        "/dialogues/aldmark-yunlin/recommendations",
        "/dialogues/aldmark-yunlin/recommendations?sort=-what&text=report",
        "/dialogues/assembly/recommendations",
    ),
    "all_recommendations": ("/recommendations",),
    "person": ("/persons/head-y", "/persons/head-a"),
    "body": ("/bodies/moj-y",),
    "assessments": ("/dialogues/aldmark-yunlin/assessments",),
    "assessment": (
        "/dialogues/aldmark-yunlin/assessments/review",
        "/dialogues/aldmark-yunlin/assessments/review?edition=review.1",
    ),
    "remarks": ("/dialogues/aldmark-yunlin/remarks",),
    "statements": ("/dialogues/aldmark-yunlin/statements", "/dialogues/assembly/statements"),
    "recurring": ("/dialogues/aldmark-yunlin/recurring", "/dialogues/assembly/recurring"),
    "measures": ("/dialogues/aldmark-yunlin/measures",),
    "measure": (
        "/dialogues/aldmark-yunlin/measures/answer_rate",
        "/dialogues/aldmark-yunlin/measures/rungs",
    ),
    "party": (
        "/dialogues/aldmark-yunlin/parties/yunlin",
        "/dialogues/assembly/parties/yunlin",
    ),
    "round": ("/rounds/r2",),
    "statement": ("/statements/r2-opening", "/statements/r1-opening"),
    "passage": ("/renderings/r2-opening-en/passages/1",),
    "concern": ("/concerns/detention",),
    "sources": ("/sources",),
    "source": ("/sources/communique",),
    "search": ("/search", "/search?q=%E4%BA%BA%E6%9D%83", "/search?q=history"),
    "nouns": ("/values",),
    "values": ("/values/Question", "/values/Release"),
    "value": ("/values/Question/q1", "/values/Party/yunlin"),
}

ALL = tuple(address for addresses in ADDRESSES.values() for address in addresses)
PUBLIC = ALL


def in_form(address: str, form: str) -> str:
    """The address of a twin: `/rounds/r2` as `.json` is `/rounds/r2.json`."""
    path, mark, query = address.partition("?")
    return f"{'/index' if path == '/' else path}{form}{mark}{query}"


def links(content: str, address: str) -> set[str]:
    """The addresses inside the site that a page links to."""
    found = set()
    for given in re.findall(r'href="([^"]+)"', content):
        link = html.unescape(given).split("#")[0]
        if link.startswith("?"):
            link = urlsplit(address).path + link
        if link.startswith("/") and not link.startswith("/static/"):
            found.add(link)
    return found


def _readable(content: bytes) -> bytes:
    """What a page answered; of a Word document the words in it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"\n".join(parts.read(name) for name in sorted(parts.namelist()) if ".xml" in name)


def walk(client: Client, most: int = 2000, each: int = 3) -> dict[str, bytes]:
    """Every page that can be reached from the first, with what it answered.

    The first few of each kind of page are also read as data, sorted and in other languages.
    """
    waiting, seen, met = ["/"], {}, Counter()
    while waiting and len(seen) < most:
        address = waiting.pop()
        if address in seen:
            continue
        response = client.get(address)
        assert response.status_code == 200, address
        seen[address] = _readable(response.content)
        if not response["Content-Type"].startswith("text/html") or _is_again(address):
            continue
        kind = response.resolver_match.url_name
        met[kind] += 1
        found = links(response.content.decode(), address) - set(seen)
        waiting += sorted(one for one in found if met[kind] <= each or not _is_again(one))
    return seen


def _is_again(address: str) -> bool:
    """Whether an address is that of a page once more: as data, sorted or in another language."""
    return bool(re.search(r"sort=|language=|\.(json|csv)(\?|$)", address))
