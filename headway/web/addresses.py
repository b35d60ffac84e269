"""Addresses that keep what a reader chose: the same page, asked a little otherwise."""

from collections.abc import Mapping
from urllib.parse import urlencode

_SEVERAL = "show"
"""The one parameter that may stand in an address more than once."""


def pairs(query: Mapping[str, str]) -> list[tuple[str, str]]:
    """The parameters of an address in their order, empty ones left out."""
    found: list[tuple[str, str]] = []
    for name, value in query.items():
        parts = value.split(" ") if name == _SEVERAL else [value]
        found += [(name, part) for part in parts if part]
    return found


def same_page(query: Mapping[str, str], **changes: str) -> str:
    """A link to the same page with some parameters changed; an empty one is taken out.

    `same_page({"as_of": "2005-01-01", "page": "3"}, page="", sort="due")` is
    `?as_of=2005-01-01&sort=due`.
    """
    kept = [(name, value) for name, value in pairs(query) if name not in changes]
    return "?" + urlencode(kept + [(name, value) for name, value in changes.items() if value])
