"""Who speaks in questions and answers: labels at the beginning of lines, and what they are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

_LABEL = re.compile(r"(?m)^[ \t]*(?P<label>[^\s：:。，？！?!][^：:。？！?!\n]{0,39})(?:：|:[ \t])")
_ASKING = re.compile(
    r"(?:记者|媒体|[追提]?问|q|question|reporter|correspondent|journalist|journaliste)\Z", re.I
)
_ANSWERING = frozenset({"答", "a", "answer", "reply", "r", "réponse", "spokesperson", "spokesman"})
_AGAIN = 3
"""A label that begins so many answers, or questions, is a speaker's."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one speaker; `speaker` may be empty.

    An `aside` is what the answering side says under its own label again after an answer, without
    a question between.
    """

    kind: Literal["announcement", "question", "answer", "aside"]
    text: str
    speaker: str = ""


@dataclass(slots=True)
class Speakers:
    """The labels of a file that are speakers': those who answer, those who ask.

    `inside` counts labels found inside answers, `nameless` answers whose speaker nobody names.
    """

    answering: frozenset[str]
    asking: frozenset[str]
    inside: int = 0
    nameless: int = 0

    @classmethod
    def of(cls, turns: Sequence[tuple[str, Mapping[str, str]]]) -> "Speakers":
        """The speakers of all turns, each a title and its cells.

        A label is that of who answers when the title or the field of the spokesperson has it, or
        three answers begin with it.
        """
        answers, questions = Counter[str](), Counter[str]()
        named = set()
        for title, cells in turns:
            label = _first(cells["answer"])
            answers[label] += 1
            if label and (label in title or label == cells["spokesperson"]):
                named.add(label)
            questions[_first(cells["question"])] += 1
        often = {label for label, count in answers.items() if count >= _AGAIN}
        asked = {label for label, count in questions.items() if count >= _AGAIN}
        asked |= {label for label in questions if _ASKING.search(label)}
        answering = {one for one in (named | often) - asked if one}
        return cls(frozenset(answering), frozenset(one for one in asked if one))

    def words_of(self, title: str, cells: Mapping[str, str]) -> Iterator[Words]:
        """The words of a turn in their order, labels taken off."""
        if cells["announcement"]:
            yield Words("announcement", cells["announcement"])
        if cells["question"]:
            label = _first(cells["question"])
            is_label = label in self.asking
            text = _after(cells["question"]) if is_label else cells["question"]
            yield Words("question", text or cells["question"], cells["asker"] or label * is_label)
        yield from self._in_answer(title, cells)

    def _in_answer(self, title: str, cells: Mapping[str, str]) -> Iterator[Words]:
        text, known = cells["answer"], cells["spokesperson"] or self._in_title(title)
        spans = self._spans(text)
        self.inside += len(spans) - 1
        before = ""
        for label, begin, end in spans:
            words = text[begin:end].strip()
            if not words:
                continue
            if label and self._asks(label):
                before = "question"
                yield Words("question", words, label)
                continue
            who = known if label.casefold() in _ANSWERING or not label else label
            self.nameless += not who
            yield Words("aside" if before == "answer" else "answer", words, who)
            before = "answer"

    def _spans(self, text: str) -> list[tuple[str, int, int]]:
        """Label, begin and end of the words of each speaker; the first may have no label."""
        found = [
            (one["label"].strip(), one.start(), one.end())
            for one in _LABEL.finditer(text)
            if self._answers(one["label"].strip()) or self._asks(one["label"].strip())
        ]
        if not found or text[: found[0][1]].strip():
            found.insert(0, ("", 0, 0))
        ends = [*(start for _, start, _ in found[1:]), len(text)]
        return [(label, begin, end) for (label, _, begin), end in zip(found, ends, strict=True)]

    def _answers(self, label: str) -> bool:
        return label in self.answering or label.casefold() in _ANSWERING

    def _asks(self, label: str) -> bool:
        return label in self.asking or bool(_ASKING.search(label))

    def _in_title(self, title: str) -> str:
        """The one speaker of the file whose name stands in the title."""
        there = [one for one in self.answering if len(one) > 1 and one in title]
        return there[0] if len(there) == 1 else ""


def _first(text: str) -> str:
    found = _LABEL.match(text)
    return found["label"].strip() if found else ""


def _after(text: str) -> str:
    found = _LABEL.match(text)
    return text[found.end() :].strip() if found else text
