"""A folder of texts with a `manifest.csv`: readouts, minutes and papers, round by round."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from headway.bundle.lines import Complaints, Known
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.statements import Fidelity, Source, StatementKind
from headway.domain.values import Value
from headway.domain.views import check_label
from headway.domain.wording import Wording
from headway.intake.any_document import read_document
from headway.intake.dates import Dated, find_dates, parse_date, two_days
from headway.intake.documents import HEADING, Document, Documents, Setting
from headway.intake.drafts import Draft, id_from
from headway.intake.manifests import MANIFEST, Row, inside, read_manifest, texts_in
from headway.intake.sides import Sides

KINDS = get_args(StatementKind)
FIDELITIES = get_args(Fidelity)
_LONGEST_WAIT_DAYS = 200
"""A readout follows its round within so many days."""


def read(folder: str | Path, sides: Mapping[str, str] | None = None) -> Draft:
    """The draft of a folder with a manifest: dialogues, rounds, and a statement for each file.

    `sides` maps names of sides to ids of parties that a record has already. Raises BadInput when
    there is no manifest that can be read; what is wrong in a line of it is complained of, and
    that file is left out.
    """
    base = Path(folder)
    documents = Documents(Sides(sides or {}))
    reading = _Reading(base, documents)
    for row in read_manifest(base / MANIFEST, documents.complaints):
        reading.take(row)
    return reading.draft()


@dataclass(slots=True)
class _Reading:
    folder: Path
    documents: Documents
    dialogues: dict[str, Dialogue] = field(default_factory=dict)
    rounds: dict[str, tuple[Round, int]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    unsaid: int = 0

    @property
    def complaints(self) -> Complaints:
        return self.documents.complaints

    def take(self, row: Row) -> None:
        """One line of the manifest; its faults are complained of and the file left out."""
        try:
            path = inside(self.folder, row["file"])
            named = self._named(row)
            document = read_document(path, row["file"], self.documents.sides.labels())
            setting = self._setting(row, document, named)
        except BadInput as error:
            self.complaints.add(MANIFEST, str(error), row.line)
            return
        finally:
            self.taken.add(row["file"].replace("\\", "/"))
        self.documents.take(document, setting)

    def _named(self, row: Row) -> list[str]:
        """The sides under `parties`; after `=` stand other names of the same side."""
        sides, found = self.documents.sides, []
        for part in row["parties"].split(";"):
            first, *others = (name.strip() for name in part.split("="))
            party = sides.id_of(first)
            if party is not None:
                found.append(party)
                for other in filter(None, others):
                    sides.also(other, party)
        return found

    def _setting(self, row: Row, document: Document, named: list[str]) -> Setting:
        self.unsaid += not (row["kind"] and row["fidelity"])
        kind, fidelity = row["kind"] or "readout", row["fidelity"] or "readout"
        if kind not in KINDS:
            raise BadInput(f"kind: {kind!r} is not one of {', '.join(KINDS)}")
        if fidelity not in FIDELITIES:
            raise BadInput(f"fidelity: {fidelity!r} is not one of {', '.join(FIDELITIES)}")
        language = row["language"]
        if language and not language.replace("-", "").isalnum():
            raise BadInput(f"language: {language!r} is no language; write en, fr, zh-Hans")
        handled = Setting(
            label=_label(row["label"]), marking=row["marking"], originator=row["originator"]
        )
        day = self._day(row, "date")
        number = _number(row["round"])
        party = self.documents.sides.id_of(row["party"])
        dialogue = self._dialogue(row, party, named)
        between = self.dialogues[dialogue].parties if dialogue else ()
        return Setting(
            title=row["title"],
            language=language,
            delivered_on=day.began_on if day else None,
            dialogue=dialogue,
            round=self._round(row, number, dialogue, day, document),
            party=party,
            kind=cast("StatementKind", kind),
            fidelity=cast("Fidelity", fidelity),
            sources=self._source(row, party, day, handled),
            comment=row["comment"],
            turns=fidelity != "readout",
            label=handled.label,
            marking=handled.marking,
            originator=handled.originator,
            between=between if len(between) > 1 else (),
        )

    def _day(self, row: Row, column: str) -> Dated | None:
        if not row[column]:
            return None
        found = parse_date(row[column])
        if both := two_days(row[column]):
            raise BadInput(
                f"{column}: {row[column]!r} can mean two days; write {' or '.join(both)}"
            )
        if found is None:
            raise BadInput(f"{column}: {row[column]!r} is not a date; write 2002-11-04 or 2002-11")
        if found.note:
            self.documents.decided.append(f"{MANIFEST}, line {row.line}: {found.note}.")
        return found

    def _dialogue(self, row: Row, party: str | None, named: list[str]) -> str | None:
        if not row["dialogue"]:
            return None
        value_id = id_from(row["dialogue"], "dialogue")
        before = self.dialogues.get(value_id)
        parties = dict.fromkeys([*(before.parties if before else ()), *named, party])
        self.dialogues[value_id] = Dialogue(
            id=value_id,
            title=before.title if before else Wording({"en": row["dialogue"]}),
            parties=tuple(one for one in parties if one),
        )
        return value_id

    def _round(
        self,
        row: Row,
        number: int | None,
        dialogue: str | None,
        day: Dated | None,
        document: Document,
    ) -> str | None:
        held = self._day(row, "round_date")
        name = f"{number:02d}" if number else (held.began_on if held else "")
        if dialogue is None or not name:
            return None
        value_id = f"{dialogue}-{name}"
        if self._is_known(row, value_id, held):
            return value_id
        found = held or self._round_day(row, day, document)
        if found is None:
            raise BadInput("round_date: nothing says when the round was held; fill it in")
        held_round = Round(
            id=value_id,
            dialogue=dialogue,
            number=number,
            began_on=found.began_on,
            ended_on=found.until,
            city=Wording({"en": row["place"]}) if row["place"] else None,
        )
        self.rounds[value_id] = (held_round, row.line if held else 0)
        return value_id

    def _is_known(self, row: Row, value_id: str, held: Dated | None) -> bool:
        """Whether a line before said this round; a day that a line states beats one found."""
        before, line = self.rounds.get(value_id, (None, 0))
        if before is None or (held is not None and not line):
            return False
        if held is not None and before.began_on != held.began_on:
            message = f"the round began {before.began_on} by line {line}; that day is kept"
            self.complaints.add(MANIFEST, message, row.line, "round_date")
        return True

    def _round_day(self, row: Row, day: Dated | None, document: Document) -> Dated | None:
        """When a round was held: a day in the text shortly before the document, or its year."""
        if day is None:
            return None
        latest = day.began_on.latest
        for found in find_dates(document.text[:HEADING], day.began_on):
            waited = (latest - found.began_on.earliest).days
            if len(found.began_on) > len("2002") and 0 <= waited <= _LONGEST_WAIT_DAYS:
                told = f"round held {found.began_on}, after {found.written!r} in the text"
                end = f"; {found.note}." if found.note else "."
                self.documents.decided.append(f"{row['file']}: {told}{end}")
                return found
        year = PartialDate(f"{day.began_on.year:04d}")
        told = f"no day of the round was found; taken as {year}, the year of the document"
        self.documents.decided.append(f"{row['file']}: {told}.")
        return Dated(year, None, 0, 0, "")

    def _source(
        self, row: Row, party: str | None, day: Dated | None, handled: Setting
    ) -> tuple[str, ...]:
        if not row["source"]:
            return ()
        value_id = f"source-{id_from(row['file'])}"
        while value_id in self.sources and self.sources[value_id].address != row["source"]:
            value_id += ".2"
        made = Source(
            id=value_id,
            title=row["title"] or row["file"],
            origin=row["party"] or "not stated",
            relation="party" if party else "other",
            party=party,
            kind="statement" if party else "other",
            language=row["language"],
            published_on=day.began_on if day else None,
            address=row["source"],
        )
        self.sources[value_id] = cast("Source", handled.handled(made))
        return (value_id,)

    def draft(self) -> Draft:
        """Everything together: parties, sources, dialogues, rounds, then the statements."""
        for name in texts_in(self.folder):
            if name not in self.taken:
                self.complaints.add(name, f"{MANIFEST} does not name this file; it is left out")
        if self.unsaid:
            self.documents.decided.append(
                f"{MANIFEST}: {self.unsaid} lines leave kind or fidelity empty: taken as readout;"
                " in what is a readout no speakers are looked for."
            )
        rounds = [held for held, _ in self.rounds.values()]
        heads: list[Value] = [*self.sources.values(), *self.dialogues.values(), *rounds]
        documents = self.documents
        documents.known[:0] = [Known(value, None, MANIFEST) for value in heads]
        documents.counts = Counter(
            {"dialogues": len(self.dialogues), "rounds": len(rounds), **documents.counts}
        )
        title = Wording({"en": self.folder.resolve().name or "Texts"})
        return documents.draft(title, f"texts with {MANIFEST}")


def _label(written: str) -> str:
    try:
        return check_label(written) if written else ""
    except BadValue as error:
        raise BadInput(f"label: {error}") from None


def _number(written: str) -> int | None:
    if not written:
        return None
    if not written.isdecimal() or not 0 < int(written) < 10_000:
        raise BadInput(f"round: {written!r} is no number of a round; write 7")
    return int(written)
