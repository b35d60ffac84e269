"""Footnotes of a page: where the text refers to them, and the notes themselves."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

MOST = 5_000
"""So many notes are told from the text; links beyond them are words like others."""

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,3}|[*†‡]{1,3}|[a-z])\s*[\])]?")
_BACK = re.compile(r"[\s↑↩︎^⏎]*\Z")
_HOLDERS = ("li", "p", "div", "aside", "dd", "td", "section")


@dataclass(slots=True)
class Notes:
    """References by element, and the elements that hold notes with the numbers they go by."""

    references: dict[Any, str] = field(default_factory=dict)
    bodies: dict[Any, str] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> "Notes":
        """The notes of a page; a link is a reference when it is a raised number or says so."""
        notes = cls()
        by_id = {one.get("id") or one.get("name"): one for one in root.iter() if _has_id(one)}
        for link in root.iter("a"):
            if len(notes.bodies) >= MOST:
                break
            number = _NUMBER.fullmatch("".join(link.itertext()).strip())
            target = by_id.get((link.get("href") or "")[1:]) if _is_near(link) else None
            if number and target is not None and _is_raised(link):
                holder = _holder(target)
                if holder is not None and not _contains(holder, link):
                    notes.references[_outermost(link)] = f"[{number.group(1)}]"
                    notes.bodies.setdefault(holder, number.group(1))
        return notes

    def reference(self, element: Any) -> str:
        """What stands in the text for a reference, or nothing when the element is none."""
        return self.references.get(element, "")

    def is_body(self, element: Any) -> bool:
        """Whether an element holds a note."""
        return element in self.bodies

    def line_each(self, words: Callable[[Any], str]) -> list[str]:
        """One line a note, its number first."""
        lines = []
        for body, number in self.bodies.items():
            text = _BACK.sub("", words(body)).strip()
            text = re.sub(rf"\A[\[(]?{re.escape(number)}[\]).]?\s+", "", text)
            lines.append(f"[{number}] {text}".rstrip())
        return lines


def _has_id(element: Any) -> bool:
    return isinstance(element.tag, str) and bool(element.get("id") or element.get("name"))


def _is_near(link: Any) -> bool:
    return (link.get("href") or "").startswith("#")


def _is_raised(link: Any) -> bool:
    """Whether a link is a raised number, or says that it refers to a note."""
    said = f"{link.get('role') or ''} {link.get('epub:type') or ''} {link.get('class') or ''}"
    parent = link.getparent()
    return (
        "noteref" in said
        or "footnote" in said
        or (parent is not None and parent.tag == "sup")
        or link.find("sup") is not None
    )


def _outermost(link: Any) -> Any:
    parent = link.getparent()
    alone = parent is not None and parent.tag == "sup" and len(parent) == 1
    return parent if alone and not (parent.text or "").strip() else link


def _holder(target: Any) -> Any:
    """The item or paragraph that holds the note whose place is named."""
    waiting = target
    while waiting is not None and waiting.tag not in _HOLDERS:
        waiting = waiting.getparent()
    return waiting


def _contains(holder: Any, link: Any) -> bool:
    return any(parent is holder for parent in link.iterancestors())
