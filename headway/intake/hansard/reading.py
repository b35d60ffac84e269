"""Sittings as drafts: a statement for each stretch of words in one language of the floor."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from headway.bundle.lines import Complaints, Known
from headway.domain.errors import BadInput
from headway.domain.paragraphs import aligned, place_of
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import AgendaItem, Round
from headway.domain.statements import Rendering, Source, Statement
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.hansard.sitting import Paragraph, Sitting, Speaker, read_sitting
from headway.intake.sides import Sides
from headway.intake.xml_heads import files_of, root_of

DIALOGUE = "ca-house-of-commons"
TITLE = Wording({"en": "House of Commons of Canada", "fr": "Chambre des communes du Canada"})
MAX_FILES = 400
ROOT = "Hansard"
_TAG = re.compile(r"(?i)(?<![a-z])(en|fr)(?![a-z])")
_OTHER = {"en": "fr", "fr": "en", "EN": "FR", "FR": "EN"}
Row = tuple[Paragraph | None, Paragraph | None]


def read(path: str | Path, sides: Mapping[str, str] | None = None) -> Draft:
    """The draft of one sitting, or of all sittings in a folder, each in the languages there are.

    Of a file `...-en.xml` the other language is found beside it as `...-fr.xml`. Raises BadInput
    when no report is there, a file is broken, or a bound is broken.
    """
    source = Path(path)
    files = _reports_in(source) if source.is_dir() else _pair(source)
    by_key: dict[tuple[str, str, str], list[Sitting]] = {}
    for one in files:
        sitting = read_sitting(one)
        by_key.setdefault(sitting.key, []).append(sitting)
    draft = _Report(Sides(sides or {}))
    for sittings in by_key.values():
        draft.take(sorted(sittings, key=lambda one: one.language))
    return draft.draft()


def _reports_in(folder: Path) -> list[Path]:
    reports = files_of(folder, ROOT)
    if not reports:
        raise BadInput(f"{folder.name} holds no report of the House (XML with <Hansard>)")
    if len(reports) > MAX_FILES:
        raise BadInput(f"{folder.name} holds {len(reports):,} reports; give a smaller folder")
    return reports


def _pair(path: Path) -> list[Path]:
    """The file and its twin in the other language, where one lies beside it."""
    tags = list(_TAG.finditer(path.stem))
    for tag in reversed(tags):
        twin = path.stem[: tag.start()] + _other(tag.group()) + path.stem[tag.end() :]
        beside = path.with_name(twin + path.suffix)
        if beside.is_file() and not beside.is_symlink() and root_of(beside) == ROOT:
            return [path, beside]
    return [path]


def _other(tag: str) -> str:
    return _OTHER.get(tag, _OTHER[tag.lower()])


@dataclass(slots=True)
class _Report:
    sides: Sides
    holder: Holder = field(default_factory=Holder)
    known: list[Known] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    decided: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    complaints: Complaints = field(default_factory=Complaints)
    country: str = ""

    def take(self, sittings: Sequence[Sitting]) -> None:
        """One sitting in one or two languages."""
        first = sittings[0]
        if len({one.language for one in sittings}) != len(sittings):
            names = ", ".join(one.path.name for one in sittings)
            raise BadInput(f"{names} are the same sitting in the same language; keep one of them")
        name = "-".join(("ca-hansard", *first.key))
        self.country = self.country or first.country
        self.counts["sittings"] += 1
        for one in sittings:
            self._look_over(one)
        for what in {what for one in sittings for what in one.left_out}:
            self.left_out[what] += max(one.left_out[what] for one in sittings)
        if len(sittings) == 2 and sittings[0].day != sittings[1].day:
            self.complaints.add(
                sittings[1].path.name, f"{sittings[1].day} is not the day of {first.path.name}"
            )
        sources = {one.language: self._source(name, one) for one in sittings}
        self._add(first, self._round(name, first, sources))
        self._subjects(name, sittings, sources)
        other = sittings[1] if len(sittings) == 2 else None
        rows = [*_rows(first, other)]
        self._tell_of_pair(first, other, rows)
        parts: Counter[str] = Counter()
        stretches = [(key, list(group)) for key, group in groupby(rows, key=_stretch)]
        many = Counter(id_from(holder, "p") for (holder, _), _ in stretches)
        for number, ((holder, spoken), group) in enumerate(stretches, 1):
            own = id_from(holder, "p")
            parts[own] += 1
            part = f"-{parts[own]}" if many[own] > 1 else ""
            statement_id = f"{name}-{own}{part}"
            self._stretch(name, statement_id, number, spoken, group, sittings, sources)
        self.counts["interventions"] += len({key[0] for key, g in stretches if _who(g)})

    def _look_over(self, one: Sitting) -> None:
        for doubled in one.doubled:
            message = f"paragraph {doubled.number} stands twice; give one another number"
            self.complaints.add(one.path.name, message, doubled.line)
        for line in one.unnumbered:
            message = "a paragraph has no number (id), by which both languages are laid together"
            self.complaints.add(one.path.name, message, line)
        if not one.paragraphs:
            self.complaints.add(one.path.name, "no paragraph holds words (ParaText)")

    def _tell_of_pair(self, first: Sitting, other: Sitting | None, rows: Sequence[Row]) -> None:
        if other is None:
            wanted = {"en": "French", "fr": "English"}[first.language]
            self.decided.append(f"{first.path.name}: no {wanted} file lies beside it.")
            return
        self.counts["paragraphs in both languages"] += sum(1 for a, b in rows if a and b)
        for alone, here, there in ((0, first, other), (1, other, first)):
            missing = [row[alone] for row in rows if row[1 - alone] is None]
            numbers = [one.number for one in missing if one is not None]
            if numbers:
                self.counts["paragraphs in one language"] += len(numbers)
                shown = ", ".join(numbers[:5]) + (" ..." if len(numbers) > 5 else "")
                self.decided.append(
                    f"{len(numbers)} paragraphs of {here.path.name} have no counterpart in"
                    f" {there.path.name}: {shown}."
                )
        unlike = sum(1 for a, b in rows if a and b and a.spoken != b.spoken)
        if unlike:
            self.decided.append(
                f"The two files do not agree on the language spoken in {unlike} paragraphs;"
                f" {first.path.name} was followed."
            )

    def _stretch(
        self,
        name: str,
        statement_id: str,
        number: int,
        spoken: str,
        rows: Sequence[Row],
        sittings: Sequence[Sitting],
        sources: Mapping[str, str],
    ) -> None:
        texts: dict[str, list[Paragraph]] = {one.language: [] for one in sittings}
        for row in rows:
            for one, sitting in zip(row, sittings, strict=False):
                if one is not None:
                    texts[sitting.language].append(one)
        leads = {language: held[0] for language, held in texts.items() if held}
        lead = next(iter(leads.values()))
        labels = {
            language: one.speaker.label if one.speaker else self._subject(one, language, sittings)
            for language, one in leads.items()
        }
        self._add(
            sittings[0],
            Statement(
                id=statement_id,
                title=Wording({k: label or "(no title)" for k, label in labels.items()}),
                kind="intervention" if lead.speaker else "paper",
                delivered_on=sittings[0].day,
                dialogue=DIALOGUE,
                round=name,
                speaker=self._person(leads) if lead.speaker else None,
                agenda_item=f"{name}-{id_from(lead.subject)}" if lead.subject else None,
                forum=TITLE["en"],
                sequence=number,
                sources=tuple(sources.values()),
                comment="" if spoken else "The report does not say which language was spoken.",
            ),
            lead.line,
        )
        self.counts["statements"] += 1
        self.counts[f"statements spoken in {_NAMES.get(spoken, 'a language not told')}"] += 1
        for sitting in sittings:
            self._rendering(statement_id, spoken, sitting, texts[sitting.language], sources)

    def _rendering(
        self,
        statement_id: str,
        spoken: str,
        sitting: Sitting,
        held: Sequence[Paragraph],
        sources: Mapping[str, str],
    ) -> None:
        language = sitting.language
        rendering = Rendering(
            id=f"{statement_id}-{language}",
            statement=statement_id,
            language=language,
            kind="original" if spoken == language else "official_translation",
            fidelity="verbatim",
            text=self.holder.keep_text("\n".join(one.text for one in held)) if held else None,
            original=self.originals[sources[language]],
            available="yes" if held else "no_evidence",
            sources=(sources[language],),
            place=place_of([one.number for one in held]),
        )
        self._add(sitting, rendering, held[0].line if held else 0)

    def _subject(self, one: Paragraph, language: str, sittings: Sequence[Sitting]) -> str:
        held = {sitting.language: sitting.subjects for sitting in sittings}
        return held[language].get(one.subject, "")

    def _person(self, leads: Mapping[str, Paragraph]) -> str:
        speakers: dict[str, Speaker] = {k: p.speaker for k, p in leads.items() if p.speaker}
        first = next(iter(speakers.values()))
        person_id = f"ca-{id_from(first.id or first.name)}"
        name = Wording({language: one.name for language, one in speakers.items()})
        before = self.people.get(person_id)
        if before is None or len(before.name) < len(name):
            self.people[person_id] = Person(id=person_id, name=name)
        return person_id

    # -- what stands around the words ------------------------------------------------------------

    def _source(self, name: str, sitting: Sitting) -> str:
        source = Source(
            id=f"{name}-{sitting.language}",
            title=f"{sitting.house}, {sitting.day} ({sitting.path.name})",
            origin=TITLE["en"],
            relation="parliament",
            kind="official_record",
            language=sitting.language,
            published_on=sitting.day,
            original=self.holder.keep_original(sitting.path.name, sitting.content),
        )
        self.originals[source.id] = str(source.original)
        self._add(sitting, source)
        return source.id

    def _round(self, name: str, first: Sitting, sources: Mapping[str, str]) -> Round:
        return Round(
            id=name,
            dialogue=DIALOGUE,
            began_on=first.day,
            title=Wording(
                {
                    "en": "Parliament {}, session {}, sitting {}".format(*first.key),
                    "fr": "Législature {}, session {}, séance {}".format(*first.key),
                }
            ),
            sources=tuple(sources.values()),
        )

    def _subjects(self, name: str, sittings: Sequence[Sitting], sources: Mapping[str, str]) -> None:
        named = [p.subject for one in sittings for p in one.paragraphs if p.subject]
        used = {id_from(subject): subject for subject in reversed(named)}
        for order, subject in enumerate(dict.fromkeys(used[id_from(n)] for n in named), 1):
            titles = {one.language: one.subjects.get(subject, "") for one in sittings}
            shown = {k: title for k, title in titles.items() if title} or {"en": "(no title)"}
            item = AgendaItem(
                id=f"{name}-{id_from(subject)}",
                round=name,
                order=order,
                title=Wording(shown),
                reached="yes",
                sources=tuple(sources.values()),
            )
            self._add(sittings[0], item)
            self.counts["subjects"] += 1

    def _add(self, sitting: Sitting, value: Value, line: int = 0) -> None:
        self.known.append(Known(value, None, sitting.path.name, line))

    def draft(self) -> Draft:
        """Everything with a report."""
        party = self.sides.id_of(self.country.title() or "Canada", "en")
        head: list[Value] = list(self.sides.new.values())
        parties = (party,) if party else ()
        head.append(Dialogue(id=DIALOGUE, title=TITLE, parties=parties, kind="forum"))
        head.extend(self.people.values())
        self.counts["speakers"] = len(self.people)
        self.decided += [
            "An intervention in which the language of the floor changes is one statement for each"
            " stretch, so that each has one original.",
            "The edited report is taken as verbatim; members speak for themselves and for no side.",
        ]
        left_out = tuple(
            f"{number} {what} are not taken: they are nobody's words."
            for what, number in sorted(self.left_out.items())
        )
        report = Report(
            "report of the Canadian House of Commons",
            dict(self.counts),
            tuple(self.decided),
            self.complaints.all(),
            left_out,
        )
        known = (*(Known(value) for value in head), *self.known)
        return Draft(TITLE, known, self.holder.texts, self.holder.originals, report)


_NAMES = {"en": "English", "fr": "French"}


def _rows(first: Sitting, other: Sitting | None) -> Iterator[Row]:
    """Paragraphs of both files side by side by their official numbers."""
    if other is None:
        yield from ((one, None) for one in first.paragraphs)
        return
    ones, others = first.paragraphs, other.paragraphs
    for a, b in aligned([one.number for one in ones], [one.number for one in others]):
        yield (None if a is None else ones[a], None if b is None else others[b])


def _stretch(row: Row) -> tuple[str, str]:
    """What a paragraph belongs to: its intervention or subject, and the language spoken."""
    lead = row[0] or row[1]
    return (lead.holder, lead.spoken) if lead else ("", "")


def _who(rows: Sequence[Row]) -> bool:
    lead = rows[0][0] or rows[0][1]
    return lead is not None and lead.speaker is not None
