"""How a first look tells Popolo JSON."""

import re

LISTS = ("persons", "organizations", "memberships", "posts", "events")
"""The lists of Popolo that are read."""

_HEAD = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*\[')


def is_popolo(head: str) -> bool:
    """Whether the beginning of a file shows one of the lists of Popolo."""
    return head.lstrip("\ufeff \t\r\n").startswith("{") and _HEAD.search(head) is not None
