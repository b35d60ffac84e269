"""The Universal Human Rights Index: what UN bodies and States recommended, as exported in JSON.

The full export has some 400 MB, an object for each recommendation or observation. It is read
object by object, and only what concerns the sides of the record is kept.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.bundle.lines import Complaints, Known
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.statements import Source
from headway.domain.undertakings import Position, Recommendation
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake import upr_forum
from headway.intake.data_heads import UHRI, UHRI_WITHOUT_PLACE
from headway.intake.dates import find_dates
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Report, id_from
from headway.intake.fields import Fields
from headway.intake.json_stream import Objects
from headway.intake.sides import Sides
from headway.intake.states import state_called
from headway.intake.uhri_cells import as_date, as_line, as_list, as_words, session_number
from headway.text.languages import detect

MAX_KEPT = 100_000
NEEDED = ("text", "countries", "body")
_LANGUAGES = frozenset({"en", "fr", "es", "ar", "ru", "zh"})
_UPR = "universal periodic review"


def read(
    path: str | Path,
    setting: Setting | None = None,
    sides: Mapping[str, str] | None = None,
    record: Corpus | None = None,
) -> Draft:
    """The draft of an export: recommendations to the sides of the record, and their positions.

    `setting.party` (an id or a name) keeps one side alone; without it all of `sides` are kept.
    Raises BadInput when nobody says which sides, when it is no such export, or when more than
    `MAX_KEPT` recommendations would be kept.
    """
    source = Path(path)
    reading = _Reading(source.name, setting or Setting(), Sides(sides or {}), record)
    objects = Objects(source)
    for number, one in enumerate(objects, 1):
        reading.take(one, number)
    return reading.draft(objects)


@dataclass(slots=True)
class _Reading:
    file: str
    setting: Setting
    sides: Sides
    record: Corpus | None
    fields: Fields = field(default_factory=lambda: Fields(UHRI, UHRI_WITHOUT_PLACE))
    complaints: Complaints = field(default_factory=Complaints)
    known: list[Known] = field(default_factory=list)
    rounds: dict[int, Round] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    reviewed: dict[str, None] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    languages: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, str] = field(default_factory=dict)
    by_country: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        party = self.sides.id_of(self.setting.party) if self.setting.party else None
        names = {name: i for name, i in self.sides.known.items() if party in (None, i)}
        if party is not None:
            names.setdefault(self.setting.party or "", party)
        for name, value_id in names.items():
            state = state_called(name)
            for one in (name, *((state.code, *state.name.values()) if state else ())):
                self.wanted.setdefault(one.casefold(), value_id)
        if not self.wanted:
            raise BadInput(
                f"{self.file} holds recommendations to all States; say which to keep with --party,"
                " as --party China, or load a dialogue with its sides first"
            )

    @property
    def sources(self) -> tuple[str, ...]:
        """The source that the file is."""
        return (f"source-{id_from(self.file)}",)

    def take(self, one: Mapping[str, Any], number: int) -> None:
        """One object of the export; its faults are complained of when it concerns a side."""
        row = self.fields.take(one)
        if number == 1:
            self._check_shape(one)
        try:
            parties = [p for name in as_list(row.get("countries")) if (p := self._party(name))]
            if not parties:
                self.counts["on other States, passed over"] += 1
            elif not _is_recommendation(as_line(row.get("type"), "type")):
                self.counts["observations and concerns, passed over"] += 1
            else:
                for party in dict.fromkeys(parties):
                    self._keep(row, party, number, several=len(set(parties)) > 1)
        except BadInput as error:
            self.complaints.add(self.file, f"object {number:,}: {error}")
        if self.counts["recommendations"] > MAX_KEPT:
            raise BadInput(
                f"{self.file} holds more than {MAX_KEPT:,} recommendations to the sides of this"
                " record; load one side after the other with --party"
            )

    def _check_shape(self, one: Mapping[str, Any]) -> None:
        ours = {self.fields.ours(name) for name in one}
        missing = [name for name in NEEDED if name not in ours]
        if missing:
            there = ", ".join(repr(str(name)[:40]) for name in list(one)[:20]) or "none"
            raise BadInput(
                f"{self.file} is no export of the Index that is known: it has no field for"
                f" {', '.join(missing)}; its fields are {there}"
            )

    def _party(self, name: str) -> str | None:
        if name not in self.by_country:
            state = state_called(name)
            names = (name.casefold(), state.code.casefold() if state else "")
            self.by_country[name] = next(
                (self.wanted[one] for one in names if one in self.wanted), None
            )
        return self.by_country[name]

    def _keep(self, row: Mapping[str, Any], party: str, number: int, *, several: bool) -> None:
        text = as_words(row.get("text"))
        if not text:
            raise BadInput("there is no text")
        body = as_line(row.get("body"), "body") or "not stated"
        is_upr = _UPR in body.casefold() or body.casefold() == "upr"
        session = session_number(row.get("session")) if is_upr else None
        recommendation = Recommendation(
            id=self._id(row, party, text, several=several),
            dialogue=upr_forum.DIALOGUE_ID if is_upr else None,
            to=party,
            by=self._by(row, body, is_upr=is_upr),
            summary=Wording({self._language(text): text}),
            made_on=self._made_on(row, session),
            theme=", ".join(one.replace(",", " ·") for one in as_list(row.get("themes"))),
            sources=self.sources,
            place=as_line(row.get("symbol"), "symbol")[:200] or f"object {number}",
            comment=_affected(row),
        )
        self.known.append(Known(recommendation, None, self.file, number))
        self.counts["recommendations"] += 1
        if is_upr:
            self.reviewed.setdefault(party)
            self._position(recommendation, as_line(row.get("position"), "position"), number)

    def _by(self, row: Mapping[str, Any], body: str, *, is_upr: bool) -> str:
        if not is_upr:
            return body
        names = as_list(row.get("by"))
        states = [state_called(name) for name in names]
        told = [
            state.name.within("en") if state else name
            for state, name in zip(states, names, strict=True)
        ]
        return "; ".join(dict.fromkeys(told)) or body

    def _position(self, on: Recommendation, written: str, number: int) -> None:
        if not written:
            self.counts["without a position"] += 1
            return
        taken = upr_forum.position_called(written)
        if taken is None:
            raise BadInput(f"position: {written[:60]!r} is not understood")
        self.counts[taken.replace("_", " ")] += 1
        position = Position(
            id=f"{on.id}-position",
            party=on.to or "",
            on_what=any_id("Recommendation", on.id),
            position=taken,
            sources=on.sources,
            place=on.place,
        )
        self.known.append(Known(position, None, self.file, number))

    def _id(self, row: Mapping[str, Any], party: str, text: str, *, several: bool) -> str:
        given = id_from(as_line(row.get("id"), "id"), "") if row.get("id") else ""
        if not given:
            symbol = as_line(row.get("symbol"), "symbol")
            given = hashlib.sha256(f"{symbol}\n{party}\n{text}".encode()).hexdigest()[:16]
        value_id = f"uhri-{given}" + (f"-{party}" if several else "")
        free, again = value_id[:105], 1
        while free in self.taken:
            again += 1
            free = f"{value_id[:105]}.{again}"
        self.taken.add(free)
        return free

    def _language(self, text: str) -> str:
        """The language that was said, or the file's name ends with, or the first text shows."""
        if "all" not in self.languages:
            named = Path(self.file).stem.rpartition("-")[2].casefold()
            told = self.setting.language or (named if named in _LANGUAGES else "")
            self.languages["all"] = told or detect(text).language
        return self.languages["all"]

    def _made_on(self, row: Mapping[str, Any], session: int | None) -> PartialDate | None:
        known = upr_forum.sessions().get(session or 0)
        if known is not None:
            self.rounds.setdefault(known.number, upr_forum.round_of(known, self.sources))
            return known.began_on
        written = as_date(row.get("date"))
        found = find_dates(written) if written else ()
        if not found:
            self.told["without a date that is understood"] += 1
            return None
        return found[0].began_on

    # -- the draft -----------------------------------------------------------------------------

    def draft(self, objects: Objects) -> Draft:
        """Source, new side, forum and sessions where UPR recommendations came, then all others."""
        if not objects.count:
            raise BadInput(f"{self.file} holds an empty list")
        heads: list[Value] = [self._source(objects), *self.sides.new.values()]
        heads += upr_forum.missing(
            self.record, tuple(self.reviewed), tuple(self.rounds.values()), self.sources
        )
        told = [f"Language taken as {self.languages['all']}."] if self.languages else []
        told += [f"{count:,} {what}." for what, count in self.told.items()]
        told.append(
            f"The file itself is not kept in the record ({objects.size:,} bytes); its SHA-256 is."
        )
        report = Report(
            reader="an export of the Universal Human Rights Index",
            counts={"objects": objects.count, **self.counts},
            decided=tuple(told),
            not_understood=self.complaints.all(),
            left_out=self.fields.left_out(),
        )
        known = (*(Known(value, None, self.file) for value in heads), *self.known)
        title = Wording({"en": "Universal Human Rights Index"})
        return Draft(title, known, {}, {}, report)

    def _source(self, objects: Objects) -> Source:
        return Source(
            id=self.sources[0],
            title=f"Universal Human Rights Index, {self.file}",
            origin="UN bodies, special procedures and States, as indexed by OHCHR",
            relation="un",
            kind="data",
            address="https://uhri.ohchr.org",
            checked="not_checked",
            comment=f"{objects.size} bytes, SHA-256 {objects.digest}; the file is kept elsewhere.",
        )


def _is_recommendation(kind: str) -> bool:
    """Whether an object is a recommendation; without a type it is taken for one."""
    return not kind or "recommendation" in kind.casefold()


def _affected(row: Mapping[str, Any]) -> str:
    persons = "; ".join(as_list(row.get("affected")))
    goals = "; ".join(as_list(row.get("goals")))
    told = [f"Affected persons: {persons}."] if persons else []
    told += [f"Sustainable Development Goals: {goals}."] if goals else []
    return " ".join(told)[:2_000]
