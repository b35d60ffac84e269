"""Sittings of a parliament or conference, whatever file told them, as statements of a forum."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from headway.bundle.lines import Complaints, Known
from headway.domain.dates import PartialDate
from headway.domain.parties import Body, Dialogue, Person
from headway.domain.rounds import AgendaItem, Round
from headway.domain.statements import Rendering, Source, Statement, StatementKind
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.sides import Sides

Kind = Literal["original", "official_translation", "interpretation", "working_translation"]
_LONGEST_ID = 110


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Speech:
    """What one person said in one go; `person` and `subject` are keys of the sitting's own.

    `label` is how the report names who speaks, `line` where it stands in its file.
    """

    number: str
    label: str
    person: str
    kind: StatementKind
    paragraphs: tuple[Paragraph, ...]
    subject: str = ""
    addressee: str = ""
    line: int = 0


@dataclass(slots=True)
class Sitting:
    """One file: what it is called, its day and language, who spoke, on what, and every speech."""

    id: str
    title: Wording
    day: PartialDate
    language: str
    path: Path
    content: bytes
    rendering: Kind = "original"
    original: str = ""
    speeches: list[Speech] = field(default_factory=list)
    subjects: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class People:
    """Names of people and bodies by the keys of the files; `body` is whom a person belongs to."""

    names: dict[str, Wording] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    body: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Transcripts:
    """Sittings taken one after the other into one draft.

    Without a dialogue in the setting they belong to a forum of their own; a party in the setting
    is the side for which everybody speaks.
    """

    forum: str
    title: Wording
    setting: Setting
    sides: Sides
    people: People = field(default_factory=People)
    holder: Holder = field(default_factory=Holder)
    complaints: Complaints = field(default_factory=Complaints)
    counts: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    decided: list[str] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    spoke: dict[str, str] = field(default_factory=dict)
    _ids: set[tuple[str, str]] = field(default_factory=set)
    _party: str | None = None

    def __post_init__(self) -> None:
        if self.setting.party:
            self._party = self.sides.id_of(self.setting.party, self.setting.language or "en")

    @property
    def dialogue(self) -> str:
        """The id of the dialogue or forum the sittings are of."""
        return self.setting.dialogue or self.forum

    def take(self, sitting: Sitting) -> None:
        """One sitting with everything said in it; a complaint where nobody says anything."""
        if not sitting.speeches:
            self.complaints.add(sitting.path.name, "nobody says anything in it; check the file")
            return
        self.counts["sittings"] += 1
        source = self._source(sitting)
        round_id = self.setting.round or self._round(sitting, source)
        items = self._items(sitting, round_id, source)
        sequence = 0
        for speech in sitting.speeches:
            stretches = [
                (language, [one.text for one in group])
                for language, group in groupby(speech.paragraphs, key=lambda one: one.language)
            ]
            self.counts["speeches"] += 1
            if len(stretches) > 1:
                self.counts["speeches in several languages"] += 1
            for number, (language, texts) in enumerate(stretches, 1):
                sequence += 1
                own = f"{sitting.id}-{id_from(speech.number, 'p')}"[:_LONGEST_ID]
                wanted = f"{own}-{number}" if len(stretches) > 1 else own
                statement = self._statement(
                    self.free("Statement", wanted), speech, sequence, sitting, source, round_id
                )
                item = items.get(speech.subject)
                self._say(statement, item, language, "\n".join(texts), sitting, source)

    def free(self, noun: str, wanted: str) -> str:
        """An id no other value of the noun has here."""
        value_id, number = wanted, 1
        while (noun, value_id) in self._ids:
            number += 1
            value_id = f"{wanted}.{number}"
        self._ids.add((noun, value_id))
        return value_id

    # -- values ----------------------------------------------------------------------------------

    def _source(self, sitting: Sitting) -> str:
        sitting.original = self.holder.keep_original(sitting.path.name, sitting.content)
        source = Source(
            id=self.free("Source", f"{sitting.id}-{sitting.original[:8]}"),
            title=f"{sitting.title} ({sitting.path.name})",
            origin=self.title.within("en"),
            relation="parliament",
            kind="official_record",
            language=sitting.language,
            published_on=sitting.day,
            original=sitting.original,
        )
        self._add(source, sitting)
        return source.id

    def _round(self, sitting: Sitting, source: str) -> str:
        made = Round(
            id=self.free("Round", sitting.id),
            dialogue=self.dialogue,
            began_on=sitting.day,
            title=sitting.title,
            sources=(source,),
        )
        self._add(made, sitting)
        return made.id

    def _items(self, sitting: Sitting, round_id: str, source: str) -> Mapping[str, str]:
        used = dict.fromkeys(one.subject for one in sitting.speeches if one.subject)
        found = {}
        for order, subject in enumerate(used, 1):
            title = sitting.subjects.get(subject, "")
            if title:
                wanted = f"{sitting.id}-{id_from(subject)}"[:_LONGEST_ID]
                item = AgendaItem(
                    id=self.free("AgendaItem", wanted),
                    round=round_id,
                    order=order,
                    title=Wording({sitting.language: title}),
                    reached="yes",
                    sources=(source,),
                )
                self._add(item, sitting)
                found[subject] = item.id
                self.counts["subjects"] += 1
        return found

    def _statement(
        self,
        statement_id: str,
        speech: Speech,
        sequence: int,
        sitting: Sitting,
        source: str,
        round_id: str,
    ) -> Statement:
        label = speech.label or self._name(speech.person) or "(nobody is named)"
        return Statement(
            id=statement_id,
            title=Wording({sitting.language: label}),
            kind=speech.kind,
            delivered_on=sitting.day,
            party=self._party,
            dialogue=self.dialogue,
            round=round_id,
            speaker=self._speaker(speech.person),
            forum=self.title.within("en"),
            addressee=speech.addressee,
            sequence=sequence,
            sources=(source,),
            place=f"line {speech.line} of {sitting.path.name}"[:200],
        )

    def _say(
        self,
        statement: Statement,
        item: str | None,
        language: str,
        text: str,
        sitting: Sitting,
        source: str,
    ) -> None:
        self._add(replace(statement, agenda_item=item), sitting)
        rendering = Rendering(
            id=self.free("Rendering", f"{statement.id}-{id_from(language)}"),
            statement=statement.id,
            language=language,
            kind=sitting.rendering,
            fidelity=self.setting.fidelity or "verbatim",
            text=self.holder.keep_text(text),
            original=sitting.original,
            sources=(source,),
            place=statement.place,
        )
        self._add(rendering, sitting)
        self.counts["statements"] += 1

    def _name(self, person: str) -> str:
        name = self.people.names.get(person)
        return str(name) if name else ""

    def _speaker(self, person: str) -> str | None:
        if person not in self.people.names:
            if person:
                self.counts["speeches of somebody the files do not list"] += 1
            return None
        if person not in self.spoke:
            self.spoke[person] = self.free(
                "Person", f"{self.forum}-{id_from(person)}"[:_LONGEST_ID]
            )
        return self.spoke[person]

    def _add(self, value: Value, sitting: Sitting) -> None:
        self.known.append(Known(value, None, sitting.path.name))

    # -- the draft -------------------------------------------------------------------------------

    def draft(self, reader: str) -> Draft:
        """Everything that was taken, with the report."""
        head: list[Value] = []
        bodies: dict[str, str] = {}
        for person, value_id in self.spoke.items():
            body = self.people.bodies.get(self.people.body.get(person, ""))
            if body is not None and body.id not in bodies:
                bodies[body.id] = self.free("Body", f"{self.forum}-{id_from(body.id)}")
                head.append(Body(id=bodies[body.id], name=body.name, kind=body.kind))
            own = bodies[body.id] if body else None
            head.append(Person(id=value_id, name=self.people.names[person], body=own))
        if not self.setting.dialogue:
            parties = (self._party,) if self._party else ()
            dialogue = Dialogue(id=self.forum, title=self.title, parties=parties, kind="forum")
            head.insert(0, dialogue)
        head[:0] = list(self.sides.new.values())
        if not self._party:
            self.decided.append("Members speak for themselves; --party names a side for all.")
        self.counts["speakers"] = len(self.spoke)
        left_out = tuple(
            f"{number:,} {what} are not taken: they are nobody's words."
            for what, number in sorted(self.passed.items())
        )
        known = (*(Known(value) for value in head), *self.known)
        counts = {what: number for what, number in self.counts.items() if number}
        report = Report(reader, counts, tuple(self.decided), self.complaints.all(), left_out)
        return Draft(self.title, known, self.holder.texts, self.holder.originals, report)


_THREE = {
    **{"eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it"},
    **{"por": "pt", "nld": "nl", "dut": "nl", "zho": "zh", "chi": "zh", "rus": "ru", "ara": "ar"},
    **{"pol": "pl", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "ces": "cs", "cze": "cs"},
    **{"slv": "sl", "gle": "ga", "cym": "cy", "hun": "hu", "ell": "el", "bul": "bg", "ukr": "uk"},
}


def language_tag(written: str) -> str:
    """BCP 47 for a language as files write it, `en` for `eng`; `und` for what is no language."""
    first, _, rest = written.strip().replace("_", "-").partition("-")
    if not (first.isascii() and first.isalpha() and 2 <= len(first) <= 3):
        return "und"
    tag = _THREE.get(first.casefold(), first.casefold())
    kept = [part for part in rest.split("-") if part.isascii() and part.isalnum() and len(part) < 9]
    return "-".join([tag, *kept][:3])
