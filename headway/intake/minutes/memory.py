"""What a record has already of what the minutes name: names that lead to ids, rows there before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.nouns import NOUNS
from headway.domain.parties import Body, Person
from headway.domain.rounds import AgendaItem, Arrangement, Delegate, Round
from headway.domain.shape import Shape, references, to_plain
from headway.domain.undertakings import Action, Undertaking
from headway.domain.values import Value
from headway.domain.views import may_see
from headway.domain.wording import Wording
from headway.intake.minutes.head import Head
from headway.intake.minutes.words import folded
from headway.intake.workbook.knowing import Knowledge
from headway.intake.workbook.naming import NAMES

_NAMED: tuple[type[Any], ...] = (Body, Person, Concern, Undertaking)


class Memory:
    """The values of a record that minutes of one round may name; empty without a record.

    A row of the record is recognised once only, so that two equal rows stay two.
    """

    def __init__(
        self, record: Corpus | None, head: Head, sides: Mapping[str, str], knowledge: Knowledge
    ) -> None:
        self.record, self.head, self.knowledge = record, head, knowledge
        self._taken: set[tuple[str, str]] = set()
        self._sides = self._learn_sides(sides)
        self._names: dict[tuple[str, str], set[str]] = {}
        for noun in _NAMED:
            for value in self._own(noun):
                self._learn(value)
        if head.dialogue is not None:
            knowledge.learn("Dialogue", head.dialogue.id, to_plain(head.dialogue))
        if head.round is not None:
            knowledge.learn("Round", head.round.id, {})

    def _learn_sides(self, sides: Mapping[str, str]) -> dict[str, str]:
        found = {folded(name): party for name, party in sides.items() if party in self.head.sides}
        for party in self.head.parties:
            self.knowledge.learn("Party", party.id, {"name": dict(party.name)})
            names = (party.id, *party.name.values())
            found.update({folded(name): party.id for name in names})
        for name, party_id in sides.items():
            if party_id in self.head.sides:
                self.knowledge.learn("Party", party_id, {"name": {"x": name}})
        return found

    def _own(self, noun: type[Any]) -> Iterable[Any]:
        """The values of a noun that are of this dialogue, or of no dialogue at all."""
        if self.record is None or self.head.dialogue is None:
            return ()
        dialogue = self.head.dialogue.id
        return [v for v in self.record.all(noun) if getattr(v, "dialogue", dialogue) == dialogue]

    def _learn(self, value: Value) -> None:
        noun = type(value).__name__
        self.knowledge.learn(noun, value.id, to_plain(value))
        for name in _texts(getattr(value, NAMES[noun])):
            self._names.setdefault((noun, name), set()).add(value.id)

    # -- what is there already -------------------------------------------------------------------

    def side(self, name: str) -> str | None:
        """The id of the side of that name, if it is one of the two."""
        return self._sides.get(folded(name))

    def known(self, value: Value) -> Value | None:
        """The value of the same noun and id in the record."""
        return self.record.get(type(value), value.id) if self.record else None

    def with_unseen(self, before: Value, told: Value) -> Value:
        """What the paper tells, with references its view could not see kept as they were."""
        changes: dict[str, Any] = {}
        for shape in references(type(told)):
            old, new = getattr(before, shape.name), getattr(told, shape.name)
            if old == new or shape.refers_to == "*":
                continue
            unseen = [one for one in (old if shape.many else (old,)) if self._is_unseen(shape, one)]
            if unseen and shape.many:
                kept = [one for one in old if one in new or one in unseen]
                changes[shape.name] = (*kept, *(one for one in new if one not in old))
            elif unseen and new is None:
                changes[shape.name] = old
        return replace(told, **changes) if changes else told

    def _is_unseen(self, shape: Shape, value_id: str | None) -> bool:
        value = self.record.get(NOUNS[str(shape.refers_to)], value_id) if self.record else None
        return value is not None and not may_see((value.label,), self.head.viewer)

    def was_raised_before(self, concern: str | None) -> bool:
        """Whether the record has the concern raised at an earlier round."""
        if self.record is None or self.head.round is None or not concern:
            return False
        rounds = {one.id: one for one in self.record.all(Round)}
        began_on = self.head.round.began_on
        return any(
            one.round in rounds and rounds[one.round].began_on < began_on
            for one in self.record.having(Raising, "concern", concern)
        )

    def twin(self, noun: str, said: Mapping[str, str]) -> str | None:
        """The id of what the record has already of what a row says, or None."""
        if noun in ("Body", "Person", "Concern"):
            named = self._names.get((noun, folded(said.get(NAMES[noun], ""))), set())
            return next(iter(named)) if len(named) == 1 else None
        same = _SAME.get(noun)
        if same is None or self.head.round is None:
            return None
        kind, is_same = same
        for value in self._own(kind):
            if (noun, value.id) not in self._taken and is_same(value, said, self.head.round.id):
                self._taken.add((noun, value.id))
                return str(value.id)
        return None


def _texts(content: Any) -> list[str]:
    texts = content.values() if isinstance(content, Wording) else [str(content or "")]
    return [folded(text) for text in texts]


def _says(content: Any, said: str | None) -> bool:
    return folded(said or "") in _texts(content)


_SAME: dict[str, tuple[type[Any], Callable[[Any, Mapping[str, str], str], bool]]] = {
    "Delegate": (Delegate, lambda v, s, r: v.round == r and v.person == s.get("person")),
    "Raising": (Raising, lambda v, s, r: v.round == r and v.concern == s.get("concern")),
    "AgendaItem": (AgendaItem, lambda v, s, r: v.round == r and _says(v.title, s.get("title"))),
    "Question": (
        Question,
        lambda v, s, r: (
            v.round == r and v.concern == s.get("concern") and _says(v.summary, s.get("summary"))
        ),
    ),
    "Reply": (
        Reply,
        lambda v, s, r: v.question == s.get("question") and _says(v.summary, s.get("summary")),
    ),
    "Undertaking": (
        Undertaking,
        lambda v, s, r: v.round == r and _says(v.summary, s.get("summary")),
    ),
    "Action": (Action, lambda v, s, r: v.after_round == r and _says(v.summary, s.get("summary"))),
    "Arrangement": (
        Arrangement,
        lambda v, s, r: (
            v.round is None and _says(v.reason, s.get("reason")) and v.on == s.get("on")
        ),
    ),
}
