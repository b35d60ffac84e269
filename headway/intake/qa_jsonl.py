"""Questions and answers, one JSON object a line: press conferences as questions and replies.

A day is a round of a forum, in which journalists ask and the spokesperson of one side answers.
Words that an answer holds after another speaker's label are that speaker's, not the side's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.bundle.strict_json import parse_object
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.intake.data_heads import QA, QA_WITHOUT_PLACE
from headway.intake.dates import find_dates
from headway.intake.documents import Documents, Setting
from headway.intake.drafts import Draft
from headway.intake.encodings import decode
from headway.intake.fields import Fields, line_of, text_of
from headway.intake.plain_text import read_content
from headway.intake.press_forum import Meeting, PressForum
from headway.intake.press_speakers import Speakers, Words
from headway.intake.sides import Sides
from headway.text.languages import UNDETERMINED, detect

MAX_BYTES = 128 * 1024**2
MAX_LINES = 500_000
_SAMPLE = 20_000


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of a file of questions and answers: a forum, its days, what was asked and said.

    The answering side is that of each line, or `setting.party` (its id or its name). With
    `setting.dialogue` the statements belong to that dialogue and no forum is made. Raises
    BadInput when the file is no text, holds nothing, or nobody says whose answers these are.
    """
    source = Path(path)
    if setting is not None and setting.round and not setting.dialogue:
        raise BadInput(
            f"nobody says which dialogue {setting.round!r} is a round of; give --dialogue"
        )
    content = read_content(source, MAX_BYTES)
    documents = Documents(Sides(sides or {}))
    reading = _Reading(source.name, setting or Setting(), documents)
    reading.take(decode(content).text)
    return reading.draft(content)


@dataclass(slots=True)
class _Turn:
    """One line of the file, understood as far as it goes alone."""

    line: int
    day: PartialDate
    moment: str
    title: str
    side: str
    language: str
    number: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class _Reading:
    file: str
    setting: Setting
    documents: Documents
    fields: Fields = field(default_factory=lambda: Fields(QA, QA_WITHOUT_PLACE))
    turns: list[_Turn] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, text: str) -> None:
        """Every line; what is wrong in one is complained of."""
        for number, line in _lines(text):
            try:
                row = self.fields.take(parse_object(line))
                self.turns.append(self._turn(row, number))
            except BadInput as error:
                self.documents.complaints.add(self.file, str(error), number)
        if not self.turns and not self.documents.complaints.kept:
            raise BadInput(f"{self.file} is empty; it holds one JSON object a line")

    def _turn(self, row: Mapping[str, Any], number: int) -> _Turn:
        if "answer" not in row:
            raise BadInput("there is no answer in this line; fill the field 'answer'")
        day, moment = self._when(row)
        order = row.get("turn", 0)
        return _Turn(
            line=number,
            day=day,
            moment=moment,
            title=line_of(row, "title", 200),
            side=line_of(row, "side"),
            language=_language(line_of(row, "language") or self.setting.language),
            number=order if isinstance(order, int) and 0 <= order < 100_000 else 0,
            cells={
                "question": text_of(row, "question"),
                "answer": text_of(row, "answer"),
                "asker": line_of(row, "asker", 120),
                "spokesperson": line_of(row, "spokesperson", 120),
                "announcement": text_of(row, "announcement"),
                "url": line_of(row, "url", 2_000),
            },
        )

    def _when(self, row: Mapping[str, Any]) -> tuple[PartialDate, str]:
        if self.setting.delivered_on:
            return self.setting.delivered_on, line_of(row, "date")
        written = line_of(row, "date")
        found = find_dates(written)
        if not found:
            message = f"date: {written[:60]!r} is no date" if written else "there is no date"
            raise BadInput(f"{message}; write 2020-09-02")
        return found[0].began_on, written

    def draft(self, content: bytes) -> Draft:
        """The forum with its days, then all statements in the order they were made."""
        language = self._common_language()
        forum = PressForum(self.documents, self.setting, self.file, content)
        speakers = Speakers.of([(turn.title, turn.cells) for turn in self.turns])
        for session, held in enumerate(self._meetings(), 1):
            first = held[0]
            party = self._party(first)
            if party is None:
                continue
            written = first.side or self.setting.party or party
            told = (first.title, first.moment)
            meeting = forum.meeting((party, written), first.day, told, first.cells["url"], session)
            for turn in held:
                spoken = turn.language or language
                meeting.asked = ""
                for words in speakers.words_of(turn.title, turn.cells):
                    self._say(meeting, turn, words, spoken)
        self._conclude(language, speakers)
        return forum.draft(self.counts, self.fields.left_out())

    def _meetings(self) -> Iterator[list[_Turn]]:
        """The lines of each conference, by day and moment, in their order."""
        held: dict[tuple[str, str, str], list[_Turn]] = {}
        for turn in self.turns:
            held.setdefault((str(turn.day), turn.moment, turn.title), []).append(turn)
        for name in sorted(held):
            yield sorted(held[name], key=lambda turn: (turn.number, turn.line))

    def _party(self, turn: _Turn) -> str | None:
        party = self.documents.sides.id_of(turn.side or self.setting.party or "")
        if party is None:
            message = "nobody says whose spokesperson answers; give --party, as --party China"
            self.documents.complaints.add(self.file, message, turn.line)
        return party

    def _say(self, meeting: Meeting, turn: _Turn, words: Words, language: str) -> None:
        if words.kind == "announcement":
            self.counts["announcements"] += meeting.announce(words.text, language, turn.line)
        elif words.kind == "question":
            meeting.ask(words.text, words.speaker, language, turn.line)
            self.counts["questions"] += 1
        else:
            if words.kind == "aside":
                meeting.asked = ""
            meeting.answer(words.text, words.speaker, language, turn.line)
            self.counts["replies" if meeting.was_asked else "statements without a question"] += 1

    def _common_language(self) -> str:
        """The language of the lines that name none, told by the first answers together."""
        silent = [turn.cells["answer"] for turn in self.turns if not turn.language]
        if not silent:
            return UNDETERMINED
        sample, length = [], 0
        for answer in silent:
            sample.append(answer)
            length += len(answer)
            if length > _SAMPLE:
                break
        guess = detect("\n".join(sample)[:_SAMPLE])
        told = f"{self.file}: language taken as {guess.language} (told by {guess.told_by})."
        self.documents.decided.append(told)
        return guess.language

    def _conclude(self, language: str, speakers: Speakers) -> None:
        told = self.documents.decided
        if not self.setting.fidelity:
            told.append("The words are taken as verbatim, as published by the answering side.")
        if speakers.inside:
            told.append(
                f"{speakers.inside:,} times another label stands inside an answer; what follows"
                " it is taken as that speaker's."
            )
        if speakers.nameless:
            told.append(f"Of {speakers.nameless:,} answers nobody says who gave them.")


def _language(written: str) -> str:
    if written and (len(written) > 35 or not written.replace("-", "").isalnum()):
        raise BadInput(f"language: {written[:40]!r} is no language; write en, fr, zh-Hans")
    return written


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if number > MAX_LINES:
            raise BadInput(f"there are more than {MAX_LINES:,} lines; split the file")
        if line.strip():
            yield number, line.strip().removeprefix("\ufeff")
