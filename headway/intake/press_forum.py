"""The forum that press conferences make: a round a day, questions, replies, who answered."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from headway.bundle.lines import Known
from headway.domain.concerns import Link
from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source, Statement, StatementKind
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.documents import Documents, Setting
from headway.intake.drafts import Draft, id_from
from headway.intake.states import state_called

FORUM = "press conference"
_QUESTION = Wording({"en": "Question", "fr": "Question", "zh": "提问"})


@dataclass(slots=True)
class PressForum:
    """Collects a file of questions and answers into one draft."""

    documents: Documents
    setting: Setting
    file: str
    content: bytes
    forums: dict[str, Dialogue] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    original: str = ""

    def __post_init__(self) -> None:
        self.original = self.documents.holder.keep_original(self.file, self.content)

    def meeting(
        self, side: tuple[str, str], day: PartialDate, told: tuple[str, str], url: str, session: int
    ) -> "Meeting":
        """One conference or release.

        `side` is the id of the answering party and its name as written, `told` the title and the
        moment it was published.
        """
        (party, written), (title, moment) = side, told
        dialogue = self.setting.dialogue or self._forum(party, written)
        round_id = self.setting.round
        if not self.setting.dialogue:
            round_id = f"{dialogue}-{day}"
            self.rounds.setdefault(
                round_id,
                Round(id=round_id, dialogue=dialogue, began_on=day, sources=(self._source(""),)),
            )
        digest = hashlib.sha256(f"{moment}\n{title}".encode()).hexdigest()[:6]
        return Meeting(
            forum=self,
            id=f"{id_from(dialogue)[:60]}-{day}-{digest}",
            party=party,
            title=title or f"{day}",
            sources=(self._source(url),),
            about=Statement(
                id="about",
                title=_QUESTION,
                kind="question",
                delivered_on=day,
                dialogue=dialogue,
                round=round_id,
                forum=self.setting.forum or FORUM,
                session=session,
            ),
        )

    def _forum(self, party: str, written: str) -> str:
        value_id = f"press-{party}"
        if value_id not in self.forums:
            state = state_called(written) or state_called(party.replace("-", " "))
            name = state.name if state else Wording({"en": written})
            title = Wording(
                {
                    "en": f"Press conferences of {name.within('en')}",
                    "fr": f"Conférences de presse : {name.within('fr')}",
                    "zh": f"{name.within('zh')}记者会",
                }
            )
            self.forums[value_id] = Dialogue(
                id=value_id,
                title=title,
                parties=(party,),
                kind="forum",
                sources=(self._source(""),),
            )
        return value_id

    def _source(self, url: str) -> str:
        value_id = f"source-{id_from(self.file)}"
        if url:
            value_id += "-" + hashlib.sha256(url.encode()).hexdigest()[:8]
        if value_id not in self.sources:
            self.sources[value_id] = Source(
                id=value_id,
                title=self.file,
                origin="as published by the answering side",
                relation="party",
                kind="official_record",
                address=url,
                original=self.original,
                checked="not_checked",
            )
        return value_id

    def person(self, name: str, party: str, language: str) -> str:
        """The id of who answers, a person of that side."""
        value_id = f"{party}-{id_from(name)}"
        self.persons.setdefault(
            value_id,
            Person(
                id=value_id,
                name=Wording({language: name}),
                party=party,
                sources=(self._source(""),),
            ),
        )
        return value_id

    def draft(self, counts: Counter[str], left_out: Sequence[str]) -> Draft:
        """Everything together: sources, forum, days, people, then what was said."""
        heads: list[Value] = [
            *self._sources_of_sides(),
            *self.forums.values(),
            *self.rounds.values(),
            *self.persons.values(),
        ]
        documents = self.documents
        documents.known[:0] = [Known(value, None, self.file) for value in heads]
        documents.counts = Counter(
            {"days": len(self.rounds), "speakers": len(self.persons), **counts}
        )
        draft = documents.draft(Wording({"en": self.file}), "questions and answers (JSON Lines)")
        return replace(draft, report=replace(draft.report, left_out=tuple(left_out)))

    def _sources_of_sides(self) -> list[Source]:
        """The sources; with one answering side in the file, as that side's."""
        parties = {one.parties[0] for one in self.forums.values()}
        party = parties.pop() if len(parties) == 1 else self.setting.party if not parties else None
        return [replace(one, party=party) for one in self.sources.values()]


@dataclass(slots=True)
class Meeting:
    """One conference: what is said is numbered in its order."""

    forum: PressForum
    id: str
    party: str
    title: str
    sources: tuple[str, ...]
    about: Statement
    number: int = 0
    asked: str = ""
    announced: str = ""

    @property
    def was_asked(self) -> bool:
        """Whether a question was asked before."""
        return bool(self.asked)

    def announce(self, text: str, language: str, line: int) -> int:
        """What the spokesperson announced before the questions; 1, or 0 when it stood before."""
        if text == self.announced:
            return 0
        self.announced = text
        self._keep("opening", "announcement", text, language, line, party=self.party)
        return 1

    def ask(self, text: str, asker: str, language: str, line: int) -> None:
        """A question; who asked is its title."""
        title = Wording({language: asker}) if asker else _QUESTION
        self.asked = self._keep("question", title, text, language, line)

    def answer(self, text: str, speaker: str, language: str, line: int) -> None:
        """A reply to the question before, or what was said without one."""
        person = self.forum.person(speaker, self.party, language) if speaker else None
        kind: StatementKind = "press_answer" if self.asked else "speech"
        value_id = self._keep(kind, "", text, language, line, party=self.party, speaker=person)
        if self.asked:
            link = Link(
                id=f"{value_id}-answers",
                origin=value_id,
                target=self.asked,
                relation="answers",
                sources=self.sources,
            )
            self.forum.documents.add(link, self.forum.file, line)

    def _keep(
        self,
        kind: StatementKind,
        title: Wording | str,
        text: str,
        language: str,
        line: int,
        party: str | None = None,
        speaker: str | None = None,
    ) -> str:
        self.number += 1
        documents = self.forum.documents
        value_id = documents.free_id(f"{self.id}-{self.number:03d}")
        if isinstance(title, str):
            title = Wording({language: f"{self.title} · {title or self.number}"})
        statement = replace(
            self.about,
            id=value_id,
            title=title,
            kind=kind,
            party=party,
            speaker=speaker,
            sequence=self.number,
            sources=self.sources,
            place=f"line {line} of {self.forum.file}"[:200],
        )
        rendering = Rendering(
            id=documents.free_id(f"{value_id}-{id_from(language)}"),
            statement=value_id,
            language=language,
            kind="original",
            fidelity=self.forum.setting.fidelity or "verbatim",
            text=documents.holder.keep_text(text),
            sources=self.sources,
            place=statement.place,
        )
        documents.add(statement, self.forum.file, line)
        documents.add(rendering, self.forum.file, line)
        return value_id
