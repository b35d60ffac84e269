"""One document with what is known of it becomes statements: the whole, and each speaker's turn."""

import re
from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from headway.bundle.lines import Complaints, Known
from headway.domain.dates import PartialDate
from headway.domain.statements import Fidelity, Rendering, Statement, StatementKind
from headway.domain.values import Value
from headway.domain.views import DEFAULT_LABEL
from headway.domain.wording import Wording
from headway.intake.dates import find_dates
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.sides import Sides
from headway.intake.turns import Turn, split_turns
from headway.text.languages import UNDETERMINED, detect

HEADING = 2_000
"""In so many characters from its beginning a document is expected to say its date."""

KEPT_WITH_IT = (
    "The original is kept with what was not read in it: whoever is given the original is given"
    " that too."
)
"""Said of a file that holds words which somebody struck out, hid or wrote beside it."""

_ENOUGH_TO_TELL = 40
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a document besides its words; whatever is empty is looked for in it.

    `party` is the id of whose document it is, or a name of that side. Without a `fidelity` the
    reader has its own: documents are notes, debates and press conferences verbatim. `label`,
    `marking` and `originator` say who may see what is new, and how it is to be handled.
    `between` are the sides of the dialogue where they are known.
    """

    id: str = ""
    title: str = ""
    language: str = ""
    delivered_on: PartialDate | None = None
    dialogue: str | None = None
    round: str | None = None
    party: str | None = None
    kind: StatementKind | None = None
    fidelity: Fidelity | None = None
    rendering: Literal[
        "original", "official_translation", "interpretation", "working_translation"
    ] = "original"
    forum: str = ""
    sources: tuple[str, ...] = ()
    comment: str = ""
    turns: bool = True
    label: str = ""
    marking: str = ""
    originator: str = ""
    between: tuple[str, ...] = ()

    def told(self) -> tuple[str, ...]:
        """The names of the fields that say something."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != f.default)

    def handled(self, value: Value) -> Value:
        """A new value with the label, marking and originator, where it has none of its own."""
        return replace(
            value,
            label=self.label if self.label and value.label == DEFAULT_LABEL else value.label,
            marking=value.marking or self.marking,
            originator=value.originator or self.originator,
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The words of a file, its bytes as they came, and what was concluded while reading it.

    `notes` are those at its foot: they end the whole text and belong to no turn. `alone` and
    `ends` are where lines begin that stand alone by their form, and that are headings.
    """

    name: str
    text: str
    content: bytes
    decided: tuple[str, ...] = ()
    notes: str = ""
    alone: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()

    @property
    def whole(self) -> str:
        """The words with the notes at the foot."""
        return f"{self.text}\n\n{self.notes}" if self.notes else self.text


@dataclass(slots=True)
class Documents:
    """Documents taken one after the other into one draft; `sides` are those known so far."""

    sides: Sides = field(default_factory=lambda: Sides({}))
    holder: Holder = field(default_factory=Holder)
    complaints: Complaints = field(default_factory=Complaints)
    known: list[Known] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)
    strangers: Counter[str] = field(default_factory=Counter)

    def take(self, document: Document, setting: Setting) -> str | None:
        """Take one document; the id of its statement, or None when it cannot be taken."""
        name = document.name
        day = setting.delivered_on or self._day(document)
        if day is None:
            message = "no date stands in the name or at the beginning; state it in a manifest"
            self.complaints.add(name, f"{message} or as delivered_on")
            return None
        self.decided.extend(f"{name}: {sentence}" for sentence in document.decided)
        language = setting.language or self._language(document)
        value_id = self.free_id(setting.id or id_from(_stem(name)))
        turns = self._turns(document) if setting.turns else ()
        whole = Statement(
            id=value_id,
            title=Wording({language: setting.title or _stem(name)}),
            kind=setting.kind or ("minutes" if len(turns) > 1 else "paper"),
            delivered_on=day,
            party=self.sides.known_as(setting.party or "") or setting.party,
            dialogue=setting.dialogue,
            round=setting.round,
            forum=setting.forum,
            sources=setting.sources,
            comment=setting.comment,
        )
        original = self.holder.keep_original(name, document.content)
        self._keep(name, 0, whole, document.whole, language, setting, original)
        self.counts["documents"] += 1
        self._take_turns(document, turns, whole, language, setting)
        return value_id

    def _turns(self, document: Document) -> tuple[Turn, ...]:
        names = self.sides.labels()
        return split_turns(document.text, names, document.alone, document.ends)

    def free_id(self, wanted: str) -> str:
        """The id itself, or with a number where it is taken."""
        value_id, number = wanted, 1
        while value_id in self.ids:
            number += 1
            value_id = f"{wanted}.{number}"
        self.ids.add(value_id)
        return value_id

    def _keep(
        self,
        name: str,
        line: int,
        statement: Statement,
        text: str,
        language: str,
        setting: Setting,
        original: str | None = None,
    ) -> None:
        rendering = Rendering(
            id=self.free_id(f"{statement.id}-{id_from(language)}"),
            statement=statement.id,
            language=language,
            kind=setting.rendering,
            fidelity=setting.fidelity or "note",
            text=self.holder.keep_text(text),
            original=original,
            sources=setting.sources,
            place=statement.place,
        )
        self.add(setting.handled(statement), name, line)
        self.add(setting.handled(rendering), name, line)

    def add(self, value: Value, file: str = "", line: int = 0) -> None:
        """Take one value as it is."""
        self.known.append(Known(value, None, file, line))

    def _take_turns(
        self,
        document: Document,
        turns: tuple[Turn, ...],
        whole: Statement,
        language: str,
        setting: Setting,
    ) -> None:
        speakers: dict[str, str] = {}
        for number, turn in enumerate(turns, 1):
            words = document.text[turn.begin : turn.end]
            party = self._side(speakers, turn, language, setting.between)
            statement = Statement(
                id=self.free_id(f"{whole.id}-{number:03d}"),
                title=Wording({language: turn.label}),
                kind="intervention",
                delivered_on=whole.delivered_on,
                party=party,
                dialogue=whole.dialogue,
                round=whole.round,
                forum=whole.forum,
                sequence=number,
                sources=whole.sources,
                place=f"line {turn.line} of {document.name}"[:200],
            )
            own = detect(words).language if len(words) >= _ENOUGH_TO_TELL else UNDETERMINED
            spoken = language if own == UNDETERMINED else own
            self._keep(document.name, turn.line, statement, words, spoken, setting)
            self.counts["turns"] += 1
            if party is None:
                self.counts["turns without a side"] += 1

    def _side(
        self, speakers: dict[str, str], turn: Turn, language: str, between: tuple[str, ...]
    ) -> str | None:
        """The side a label names, or that of the same speaker's label before, or None.

        Between known sides a name that is none of theirs makes no party.
        """
        speaker = _BRACKETS.sub("", turn.label).strip().casefold()
        name = turn.affiliation
        if not name and turn.label.casefold() in self.sides.labels():
            name = turn.label
        party = self.sides.known_as(name)
        if party is None and between and name and self.sides.is_strange(name):
            self.strangers[name] += 1
        elif party is None:
            party = self.sides.id_of(name, language)
        if party is None:
            return speakers.get(speaker) or _by_surname(speakers, speaker)
        speakers[speaker] = party
        return party

    def _day(self, document: Document) -> PartialDate | None:
        for where, text in (("name", _stem(document.name)), ("text", document.text[:HEADING])):
            found = find_dates(text.replace("_", " "))
            if found:
                first = found[0]
                told = f"dated {first.began_on} after {first.written!r} in its {where}"
                end = f"; {first.note}." if first.note else "."
                self.decided.append(f"{document.name}: {told}{end}")
                return first.began_on
        return None

    def _language(self, document: Document) -> str:
        guess = detect(document.text)
        told = f"taken as {guess.language} (told by {guess.told_by})"
        self.decided.append(f"{document.name}: language {told}.")
        return guess.language

    def draft(self, title: Wording, reader: str) -> Draft:
        """Everything that was taken, with the report."""
        made = [Known(party) for party in self.sides.new.values()]
        for party_id, party in self.sides.new.items():
            self.decided.append(f"{party.name} is taken as a party, {party_id}.")
        for name, number in self.strangers.most_common():
            self.decided.append(
                f"{name!r} is no name of a side of this dialogue; {number} turns are of no side."
                f" If it is one, add it to that side's names, or under parties in a manifest as"
                f" Side = {name}."
            )
        counts = {**self.counts, **({"new parties": len(made)} if made else {})}
        report = Report(reader, counts, tuple(self.decided), self.complaints.all())
        known = (*made, *self.known)
        return Draft(title, known, self.holder.texts, self.holder.originals, report)


def _by_surname(speakers: dict[str, str], speaker: str) -> str | None:
    """The side of those named before with the same title and last name, if it is one side."""
    title, _, name = speaker.partition(" ")
    if not name or " " in name:
        return None
    found = {
        party
        for before, party in speakers.items()
        if before.partition(" ")[0] == title and before.rpartition(" ")[2] == name
    }
    return found.pop() if len(found) == 1 else None


def _stem(name: str) -> str:
    base = name.rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base
