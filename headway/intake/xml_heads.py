"""What the beginning of an XML file shows of it, without any library for XML."""

import re
from pathlib import Path

MAX_FILES = 2_000
_BEGIN = 65_536
_ENOUGH = 8_192
_FIRST = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_ASIDE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)


def root_name(head: str) -> str:
    """The local name of the first element, as far as the beginning of a file shows it."""
    found = _FIRST.match(_ASIDE.sub("", head[:_ENOUGH]).lstrip("\ufeff \t\r\n"))
    return found.group(1) if found else ""


def root_of(path: Path) -> str:
    """The same of a file; empty for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return root_name(file.read(_BEGIN).decode("utf-8-sig", "replace"))
    except OSError:
        return ""


def files_of(folder: Path, *roots: str) -> list[Path]:
    """The XML files of a folder that begin with one of these elements, by name."""
    found = sorted(folder.glob("*.xml"))[:MAX_FILES]
    return [path for path in found if root_of(path) in roots]
