"""What a Word document holds and does not show: hidden words, rows struck out, heads and feet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_LONGEST_CHAIN = 50
_MOST_HEADS, _LONGEST_HEAD = 5, 80


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    hides: bool | None


@dataclass(slots=True)
class Shown:
    """Takes away what a reader of the document does not see, and counts it."""

    styles: Mapping[str, _Style] = field(default_factory=dict)
    hidden: int = 0
    rows: int = 0

    @classmethod
    def by(cls, styles: Any) -> "Shown":
        """As the styles of the document (`w:styles`, or None) say it."""
        found = {}
        for one in styles.iter(f"{_W}style") if styles is not None else ():
            based_on = one.find(f"{_W}basedOn")
            parent = based_on.get(f"{_W}val", "") if based_on is not None else ""
            found[one.get(f"{_W}styleId", "")] = _Style(parent, _hides(one.find(f"{_W}rPr")))
        return cls(found)

    def clear(self, root: Any) -> None:
        """Remove hidden runs, and rows and cells struck out while changes were tracked."""
        for sign, holder in ((f"{_W}trPr/{_W}del", "tr"), (f"{_W}tcPr/{_W}cellDel", "tc")):
            for one in [one for one in root.iter(_W + holder) if one.find(sign) is not None]:
                self.rows += 1
                for child in list(one):
                    one.remove(child)
        for run in [run for run in root.iter(f"{_W}r") if self._is_hidden(run)]:
            self.hidden += any((text.text or "").strip() for text in run.iter(f"{_W}t"))
            run.getparent().remove(run)

    def told(self) -> Iterator[str]:
        """What was taken away, in sentences."""
        if self.hidden:
            yield f"{self.hidden} stretches of hidden text were not read."
        if self.rows:
            yield f"{self.rows} rows or cells of tables were struck out and not read."

    def _is_hidden(self, run: Any) -> bool:
        own = run.find(f"{_W}rPr")
        said = _hides(own)
        if said is not None:
            return said
        if not self.styles:
            return False
        paragraph = next((up for up in run.iterancestors() if up.tag == f"{_W}p"), None)
        below = paragraph.find(f"{_W}pPr") if paragraph is not None else None
        return self._by_style(own, "rStyle") is not self._by_style(below, "pStyle")

    def _by_style(self, properties: Any, name: str) -> bool:
        """Whether a style hides; of two that do, Word lets one undo the other."""
        named = properties.find(_W + name) if properties is not None else None
        style = self.styles.get(named.get(f"{_W}val", "")) if named is not None else None
        for _ in range(_LONGEST_CHAIN):
            if style is None or style.hides is not None:
                break
            style = self.styles.get(style.based_on)
        return bool(style is not None and style.hides)


def _hides(properties: Any) -> bool | None:
    sign = properties.find(f"{_W}vanish") if properties is not None else None
    return None if sign is None else sign.get(f"{_W}val", "1") not in _OFF


def heads_and_feet(roots: Iterable[Any], words: Any) -> Iterator[str]:
    """What stands at the head or foot of pages, as a sentence each; `words` reads a paragraph."""
    found: dict[str, None] = {}
    for root in roots:
        for paragraph in root.iter(f"{_W}p"):
            text = " ".join(words(paragraph).split())
            if any(c.isalpha() for c in text):
                found.setdefault(text[:_LONGEST_HEAD])
    for text in list(found)[:_MOST_HEADS]:
        yield f"At the head or foot of its pages stands {text!r}; it was not read."
