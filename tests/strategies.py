"""Whole small records, drawn: every noun occurs, references lead somewhere, releases let out.

Derived from `domain.shape`, so a new noun or field is drawn without a change here. A world is
drawn from one number, so a failure names the number to see it again.
"""

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from graphlib import TopologicalSorter
from typing import Any

from hypothesis import strategies as st

from headway.bundle.lines import Known
from headway.domain.assessments import Release, Withholding
from headway.domain.corpus import project
from headway.domain.dates import PartialDate
from headway.domain.history import Touch, fold
from headway.domain.ids import any_id, split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.shape import Shape, references, shapes
from headway.domain.values import Value
from headway.domain.views import LABELS, VIEWS, Viewer, may_see
from headway.domain.wording import Wording

WORDS = (
    *("rights", "détenus", "人权", "talks", "对话", "visit", "\u0301", "😀", "prison"),
    *("law", "réponse", "上海", "answer", "༼བོད༽"),
)
NAMED = "named:circle"
LABELS_DRAWN = (*LABELS, "desk", "desk", NAMED)
RELEASED = ("public", "counterpart", "oversight")


@dataclass(frozen=True)
class World:
    """What a bundle would bring: known values, texts and originals by hash."""

    known: tuple[Known, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)

    number: int = -1

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What hypothesis prints: the number to draw it from again."""
        printer.text(f"world({self.number})")

    @property
    def current(self) -> tuple[Value, ...]:
        """The latest knowledge of every value, by a fold of its own."""
        touches = [
            Touch(place, 0, type(k.value).__name__, k.value.id, k.value.label, k.known_on, {})
            for place, k in enumerate(self.known)
        ]
        return tuple(self.known[t.position].value for t in fold(touches).values())


def worlds(most: int = 3) -> st.SearchStrategy[World]:
    """Drawn worlds with up to `most` values of a noun."""
    return st.builds(world, st.integers(0, 2**32), st.just(most))


def world(number: int, most: int = 3) -> World:
    """The world of a number."""
    return replace(_Drawing(random.Random(number), most).world(), number=number)


class _Drawing:
    """Draws one world; nouns in the order in which they name each other."""

    def __init__(self, source: random.Random, most: int) -> None:
        self.random, self.most = source, most
        self.values: dict[str, list[Value]] = {}
        self.texts: dict[str, str] = {}
        self.originals: dict[str, tuple[str, bytes]] = {}

    def world(self) -> World:
        for noun in _in_order():
            if noun != "Release":
                for number in range(self.random.randint(2, max(self.most, 2))):
                    self.values.setdefault(noun, []).append(self.value(noun, number))
        for noun, group in self.values.items():
            self.values[noun] = [self.relisted(value) for value in group]
        known = [one for group in self.values.values() for v in group for one in self.versions(v)]
        known += [Known(one, PartialDate("2001")) for one in self.releases()]
        self.random.shuffle(known)
        return World(tuple(known), self.texts, self.originals)

    def releases(self) -> list[Release]:
        items = tuple(any_id(noun, "*") for noun in NOUNS)
        return [
            Release(
                id=f"release-{view}",
                label=view,
                view=view,
                title=self.wording(),
                author="desk",
                version="1",
                released_on=PartialDate("2001"),
                decided_by="head",
                items=items,
                measures=("answer_rate",),
            )
            for view in RELEASED
        ]

    def versions(self, value: Value) -> list[Known]:
        """The value as known on one to three days."""
        days = self.random.sample(["1999", "2001-05", "2003-02-17", "2005", "2005-11"], 3)
        kept = days[: self.random.choice((1, 1, 2, 3))]
        found = [Known(value, PartialDate(kept[0]), "drawn.jsonl", 1)]
        for day in kept[1:]:
            found.append(Known(self.reworded(value), PartialDate(day), "drawn.jsonl", 2))
        return found

    def value(self, noun: str, number: int) -> Value:
        kind = NOUNS[noun]
        content = {s.name: self.content(noun, s) for s in shapes(kind) if s.name != "id"}
        return mended(kind(id=f"{noun.lower()}-{number}", **content), self)

    def relisted(self, value: Value) -> Value:
        """The value with lists of references drawn from everything there is."""
        noun = type(value).__name__
        lists = [s for s in references(type(value)) if s.many]
        return replace(value, **{s.name: self.reference(noun, s) for s in lists})

    def reworded(self, value: Value, *, label: bool = True) -> Value:
        """The value with other contents and the same references."""
        kept = {s.name for s in references(type(value))} | {"id"}
        if not label:
            kept |= {"label", "noun"}
        noun = type(value).__name__
        other = {s.name: self.content(noun, s) for s in shapes(type(value)) if s.name not in kept}
        return mended(replace(value, **other), self)

    def content(self, noun: str, shape: Shape) -> object:
        if shape.name == "label":
            return self.random.choice(LABELS_DRAWN)
        if shape.name == "text" and noun == "Rendering":
            return self.text() if self.random.random() < 0.7 else None
        if shape.name == "text":
            return self.text()
        if shape.name == "original":
            return self.original() if self.random.random() < 0.3 else None
        if shape.name == "noun":
            return self.random.choice(tuple(NOUNS))
        if shape.refers_to is not None:
            return self.reference(noun, shape)
        if shape.many:
            return tuple(self.words() for _ in range(self.random.randint(0, 2)))
        if shape.optional and self.random.random() < 0.4:
            return None
        return self.plain(shape)

    def plain(self, shape: Shape) -> object:
        if shape.kind == "choice":
            return self.random.choice(shape.choices)
        if shape.kind == "date":
            return self.day()
        if shape.kind == "wording":
            return self.wording()
        return {
            "text": self.words,
            "integer": lambda: self.random.randint(1, 5),
            "number": lambda: self.random.choice([0.5, 1.0, 3.25]),
            "boolean": lambda: self.random.random() < 0.5,
        }[shape.kind]()

    def reference(self, noun: str, shape: Shape) -> object:
        if shape.refers_to == "*":
            options = [any_id(n, v.id) for n, group in self.values.items() for v in group]
        else:
            options = [v.id for v in self.values.get(str(shape.refers_to), ())]
        if shape.many:
            return tuple(self.random.sample(options, min(len(options), self.random.randint(0, 2))))
        if options and (not shape.optional or self.random.random() < 0.7):
            return self.random.choice(options)
        return None

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4)))

    def wording(self) -> Wording:
        languages = self.random.sample(
            ["en", "fr", "zh", "zh-Hant", "bo"], self.random.randint(1, 3)
        )
        return Wording({language: self.words() for language in languages})

    def day(self) -> PartialDate:
        year, month = self.random.randint(1997, 2005), self.random.randint(1, 12)
        parts = [f"{year}", f"{month:02}", f"{self.random.randint(1, 28):02}"]
        return PartialDate("-".join(parts[: self.random.randint(1, 3)]))

    def text(self) -> str:
        text = " ".join(self.random.choices(WORDS, k=12))
        name = hashlib.sha256(text.encode()).hexdigest()
        self.texts[name] = text
        return name

    def original(self) -> str:
        content = self.random.randbytes(20)
        name = hashlib.sha256(content).hexdigest()
        self.originals[name] = (f"{self.random.choice(['a', 'é', '件'])}.docx", content)
        return name


def _in_order() -> tuple[str, ...]:
    """Nouns after those that one of their fields names; lists are drawn again at the end."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for noun in sorted(NOUNS):
        needs = [str(s.refers_to) for s in references(NOUNS[noun]) if not s.many]
        last = () if "*" not in needs else ("Round", "Question", "Undertaking", "Person")
        sorter.add(noun, *last, *(need for need in needs if need not in ("*", noun)))
    return tuple(sorter.static_order())


_IN_ORDER = (
    ("answered", "asked"),
    ("low", "high"),
    ("since", "until"),
    ("fixed_on", "retired_on"),
)

_WHY_NOT = (("staff", "why_unknown"), ("person_days", "days_unknown"), ("cost", "cost_unknown"))


def mended(value: Value, drawing: _Drawing) -> Value:
    """The value so that it breaks no constraint of its table."""
    has = {shape.name: getattr(value, shape.name) for shape in shapes(type(value))}
    changes: dict[str, object] = {}
    for low, high in _IN_ORDER:
        if has.get(low) is not None and has.get(high) is not None and has[high] < has[low]:
            changes |= {low: has[high], high: has[low]}
    if has.get("text") is not None and "available" in has:
        changes["available"] = "yes"
    if has.get("reviewed") == "not_reviewed":
        changes["reviewed_on"] = None
    if has.get("words") and "quotable" in has:
        changes["quotable"] = True
    if "words" in has and has["words"] is None:
        changes["given_on"] = None
    if has.get("done_on") is not None:
        changes["closed_as"] = "done"
    if has.get("held_on") is not None and "held" in has:
        changes["held"] = "yes"
    if has.get("made_before", "yes") != "yes":
        changes |= {"earlier_point": None, "earlier_round": None}
    for number, why in _WHY_NOT:
        if has.get(number) is not None:
            changes[why] = None
    if has.get("cost") is not None:
        changes["currency"] = "XXX"
    if "decided_on" in has and has["decided_on"] is None and has.get("due_on") is None:
        changes["decided_on"] = PartialDate("2002")
    if has.get("taken_up_in") is not None:
        changes["dropped_because"] = ""
    for one, other, noun in (("asked_by", "asked_of", "Party"), ("origin", "target", "Statement")):
        if other in has and has[one] == has[other]:
            changes[other] = next(v.id for v in drawing.values[noun] if v.id != has[one])
    return replace(value, **changes)


# -- twins -------------------------------------------------------------------------------------


def twins(number: int, viewer: Viewer) -> tuple[World, World]:
    """Two worlds that differ only in what is sealed for the viewer, or withheld from it.

    In the second, facts the viewer may not see say something else in every version, there are
    more of them, and what the viewer sees mentions other ones of them.
    """
    first = world(number)
    drawing = _Drawing(random.Random(number + 1), 3)
    drawing.values = _grouped(first.current)
    seen = project(first.current, viewer)
    known = [_twin(one, seen, viewer, drawing) for one in first.known]
    known += [Known(v, PartialDate("2002")) for v in _more_sealed(drawing, viewer)]
    texts = {**first.texts, **drawing.texts}
    originals = {**first.originals, **drawing.originals}
    return first, World(tuple(known), texts, originals)


def _grouped(values: tuple[Value, ...]) -> dict[str, list[Value]]:
    found: dict[str, list[Value]] = {}
    for value in values:
        found.setdefault(type(value).__name__, []).append(value)
    return found


def _twin(
    one: Known, seen: Mapping[str, Mapping[str, Value]], viewer: Viewer, drawing: _Drawing
) -> Known:
    value = one.value
    if value.id not in seen.get(type(value).__name__, {}):
        sealed = isinstance(value, Release)
        return one if sealed else replace(one, value=drawing.reworded(value, label=False))
    changes: dict[str, object] = {}
    for shape in references(type(value)):
        if shape.optional and not isinstance(value, Withholding):
            changes |= _mention(value, shape, seen, drawing)
    twin = mended(replace(value, **changes), drawing)
    # a mention that forces the mending of something seen would be a difference in what is seen
    return replace(one, value=twin) if twin == replace(value, **changes) else one


def _mention(
    value: Value, shape: Shape, seen: Mapping[str, Mapping[str, Value]], drawing: _Drawing
) -> dict[str, object]:
    """Another sealed value in the place of a sealed one, or of none."""
    noun, content = str(shape.refers_to), getattr(value, shape.name)
    if shape.refers_to == "*" or (content is not None and content in seen.get(noun, {})):
        return {}
    sealed = [v.id for v in drawing.values.get(noun, ()) if v.id not in seen.get(noun, {})]
    return {shape.name: drawing.random.choice([*sealed, None])}


def _more_sealed(drawing: _Drawing, viewer: Viewer) -> list[Value]:
    hidden = [label for label in (*LABELS, NAMED) if not may_see((label,), viewer)]
    hidden = [label for label in hidden if label not in RELEASED] or [NAMED]
    found: list[Value] = []
    for noun in _in_order():
        if noun in ("Release", "Withholding"):
            continue
        value = drawing.value(noun, 90)
        found.append(replace(value, label=drawing.random.choice(hidden)))
    return found


def viewers() -> tuple[Viewer, ...]:
    """Every view, and one with a named list."""
    return (*(Viewer(view) for view in VIEWS), Viewer("public", frozenset({"circle"})))


def item_of(withholding: Withholding) -> tuple[str, str]:
    """What a withholding withholds."""
    return split_any_id(withholding.item)


def unneeded(drawn: World) -> tuple[str, str]:
    """The noun and id of a value that no other needs, so that it may be erased."""
    needed = set()
    for value in drawn.current:
        for shape in references(type(value)):
            if shape.required and not shape.many:
                named = getattr(value, shape.name)
                one = split_any_id(named) if shape.refers_to == "*" else (shape.refers_to, named)
                needed.add(one)
    keys = sorted((type(v).__name__, v.id) for v in drawn.current if not isinstance(v, Release))
    return next(key for key in keys if key not in needed)
