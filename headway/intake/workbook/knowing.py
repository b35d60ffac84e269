"""Which value a row means: ids given, ids made, and names that lead to one value only."""

from collections.abc import Callable, Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from headway.bundle.values import near_misses
from headway.domain.errors import BadValue
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, shapes
from headway.domain.wording import Wording
from headway.intake.workbook.matching import Entry
from headway.intake.workbook.naming import NAMES, PARTS, id_of
from headway.intake.workbook.sheets import sheet_of
from headway.intake.workbook.words import folded, word

Content = dict[str, Any]
_ROUND_WORDS = ("round", "session", "第", "r")


def _order() -> tuple[str, ...]:
    """The nouns, each after those whose ids its own id is made of."""
    graph: dict[str, set[str]] = {}
    for noun, parts in PARTS.items():
        own = {s.name: s for s in shapes(NOUNS[noun])}
        graph[noun] = {own[p].refers_to or "" for p in parts if own[p].refers_to} - {noun}
    return tuple(TopologicalSorter(graph).static_order())


ORDER = _order()


def _on_its_sheet(noun: str) -> str:
    return f"on the sheet {word('sheet', sheet_of(noun).key, 'en')!r}"


class Knowledge:
    """The ids there are, by noun, and the names that lead to them.

    `where` says of a noun where its values ought to stand, in words of a complaint.
    """

    def __init__(self, where: Callable[[str], str] = _on_its_sheet) -> None:
        self._where = where
        self._ids: dict[str, dict[str, None]] = {}
        self._names: dict[str, dict[str, set[str]]] = {}
        self._signatures: dict[tuple[str, str], str] = {}
        self.made = 0

    def ids(self, noun: str) -> tuple[str, ...]:
        """The ids of a noun in the order of their rows."""
        return tuple(self._ids.get(noun, ()))

    def find(self, noun: str, text: str) -> str:
        """The id of the one value that a short name, number or title means; BadValue else."""
        wanted = text.strip()
        if wanted in self._ids.get(noun, ()):
            return wanted
        found = self._names.get(noun, {}).get(_key(noun, wanted), set())
        if len(found) == 1:
            return next(iter(found))
        what = word("block", noun, "en").lower()
        if found:
            listed = ", ".join(sorted(found)[:5])
            raise BadValue(f"{wanted[:80]!r} means several ({listed}); write the short name")
        hint = near_misses(folded(wanted), self._known(noun))
        raise BadValue(f"there is no {what} {wanted[:80]!r} {self._where(noun)}{hint}")

    def _known(self, noun: str) -> list[str]:
        """Short names, and names that are not the same but for their case."""
        ids = self._ids.get(noun, {})
        return [*ids, *(name for name in self._names.get(noun, ()) if name not in ids)]

    # -- giving ids ----------------------------------------------------------------------------

    def identify(self, noun: str, rows: Sequence[Entry], contents: Mapping[Entry, Content]) -> None:
        """Give every row of a noun the id of the value it speaks of; None where it has no name."""
        full = [e for e in rows if not only_names(noun, contents[e])]
        bare = [e for e in rows if only_names(noun, contents[e])]
        for entry in sorted(full, key=lambda e: "id" not in contents[e]):
            self._identify(noun, entry, contents[entry])
        for entry in bare:
            self._identify_bare(noun, entry, contents[entry])

    def _identify(self, noun: str, entry: Entry, content: Content) -> None:
        if "id" in content:
            entry.value_id = content["id"]
        elif noun in NAMES and (known := self._by_name(noun, content)):
            entry.value_id = known
        else:
            entry.value_id = self._made(noun, entry, content)
        if entry.value_id:
            self.learn(noun, entry.value_id, content)

    def _identify_bare(self, noun: str, entry: Entry, content: Content) -> None:
        named = content.get("id") or self._by_name(noun, content)
        if named and named in self._ids.get(noun, ()):
            entry.value_id = named
        else:
            self._identify(noun, entry, content)

    def _by_name(self, noun: str, content: Content) -> str | None:
        found: set[str] = set()
        for name in _names(noun, content):
            found |= self._names.get(noun, {}).get(name, set())
        if len(found) == 1:
            (only,) = found
            if noun in _NAMED_ALONE or len(content) == 1:
                return only
        return None

    def _made(self, noun: str, entry: Entry, content: Content) -> str | None:
        made = id_of(noun, lambda name: self._part(noun, entry, content, name))
        if not made:
            return None
        self.made += 1
        if noun in NAMES:
            return made
        signature = repr((made, sorted(content.items(), key=str), _parent_id(entry)))
        number, value_id = 1, made
        while value_id in self._ids.get(noun, ()):
            if self._signatures.get((noun, value_id)) == signature:
                return value_id
            number += 1
            value_id = f"{made}-{number}"
        self._signatures[(noun, value_id)] = signature
        return value_id

    def _part(self, noun: str, entry: Entry, content: Content, name: str) -> Any:
        if name == entry.block.link:
            return _parent_id(entry)
        part = content.get(name)
        if isinstance(part, Mapping):
            return next(iter(part.values()), None)
        shape = _shape(noun, name)
        if shape.refers_to and isinstance(part, str):
            try:
                return self.find(shape.refers_to, part)
            except BadValue:
                return part
        return part

    def learn(self, noun: str, value_id: str, content: Content) -> None:
        """From now on this value is known by its id and by the names its content gives it."""
        self._ids.setdefault(noun, {})[value_id] = None
        names = self._names.setdefault(noun, {})
        for name in _names(noun, content):
            names.setdefault(name, set()).add(value_id)


_NAMED_ALONE = frozenset({"Dialogue", "Party", "Round", "Body", "Person", "Concern", "Source"})
"""Nouns of which two values hardly share a name: the name alone says which one a row means."""


def only_names(noun: str, content: Content) -> bool:
    """Whether a row only names a value and says nothing else of it."""
    return set(content) in ({"id"}, {NAMES.get(noun, "id")})


def _parent_id(entry: Entry) -> str | None:
    return entry.parent.value_id if entry.parent else None


def _shape(noun: str, name: str) -> Shape:
    return next(shape for shape in shapes(NOUNS[noun]) if shape.name == name)


def _names(noun: str, content: Content) -> list[str]:
    found: list[str] = []
    for name in {NAMES.get(noun), "title" if noun == "Round" else None} - {None}:
        part = content.get(str(name))
        if isinstance(part, (Mapping, Wording)):
            found.extend(_key(noun, text) for text in part.values())
        elif part not in (None, ""):
            found.append(_key(noun, str(part)))
    return found


def _key(noun: str, text: str) -> str:
    key = folded(text)
    if noun == "Round":
        for before in _ROUND_WORDS:
            rest = key.removeprefix(before).removesuffix("轮").strip()
            if rest.isdecimal():
                return str(int(rest))
    return key
