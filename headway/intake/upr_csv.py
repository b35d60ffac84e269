"""A table of recommendations of the Universal Periodic Review, as UPR Info gives them out.

Each line is a recommendation with who made it, to whom, in which session, and the position of
the State under review. Its line ends may be those of an old Macintosh.
"""

import hashlib
import html
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

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
from headway.intake.data_heads import UPR, UPR_WITHOUT_PLACE
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.fields import Fields
from headway.intake.sides import Sides
from headway.intake.states import state_called
from headway.intake.tables import rows_of
from headway.intake.upr_forum import PositionTaken
from headway.text.languages import detect

MAX_BYTES = 256 * 1024**2
MAX_ROWS = 1_000_000
MAX_TEXT = 20_000
_LONGEST_NUMBER = 6
NEEDED = ("to", "by", "text")
_SAMPLE = 200
UNKNOWN = frozenset({"", "(unknown)", "unknown", "n/a", "-"})


def read(
    path: str | Path,
    setting: Setting | None = None,
    sides: Mapping[str, str] | None = None,
    record: Corpus | None = None,
) -> Draft:
    """The draft of a table: the forum with its sessions, recommendations and positions on them.

    A forum that `record` has already keeps its States and sessions. Raises BadInput when it is no
    table or has no columns for the State under review, the recommending State and the text.
    """
    source = Path(path)
    content, rows = rows_of(source, MAX_BYTES, MAX_ROWS)
    reading = _Reading(source.name, setting or Setting(), Sides(sides or {}), record)
    reading.holder.keep_original(source.name, content)
    reading.take(rows)
    return reading.draft()


@dataclass(slots=True)
class _Reading:
    file: str
    setting: Setting
    sides: Sides
    record: Corpus | None = None
    fields: Fields = field(default_factory=lambda: Fields(UPR, UPR_WITHOUT_PLACE))
    holder: Holder = field(default_factory=Holder)
    complaints: Complaints = field(default_factory=Complaints)
    known: list[Known] = field(default_factory=list)
    rounds: dict[int, Round] = field(default_factory=dict)
    parties: dict[str, None] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    strange: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    language: str = ""

    @property
    def source_id(self) -> str:
        """The id of the source that the file is."""
        return f"source-{id_from(self.file)}"

    def take(self, rows: Iterator[list[str]]) -> None:
        """The head, then every line; what is wrong in one is complained of."""
        columns = self._columns(next(rows, []))
        sample: list[tuple[int, Mapping[str, str]]] = []
        for line, cells in enumerate(rows, 2):
            if not any(cells):
                continue
            if len(cells) > len(columns):
                message = "the line has more cells than there are columns"
                self.complaints.add(self.file, message, line)
                continue
            row = {name: one for name, one in zip(columns, cells, strict=False) if name}
            if len(sample) < _SAMPLE:
                sample.append((line, row))
                continue
            self._begin(sample)
            self._row(line, row)
        self._begin(sample)
        if not self.known and not self.complaints.kept:
            raise BadInput(f"{self.file} names columns and holds no recommendation")

    def _begin(self, sample: list[tuple[int, Mapping[str, str]]]) -> None:
        """The first lines, once enough of them are there to tell the language."""
        if not self.language:
            texts = " ".join(row.get("text", "")[:500] for _, row in sample)
            self.language = self.setting.language or detect(texts).language
            for line, row in sample:
                self._row(line, row)

    def _columns(self, head: list[str]) -> list[str]:
        columns = [self.fields.ours(name) or "" for name in head]
        missing = [name for name in NEEDED if name not in columns]
        if missing:
            there = ", ".join(repr(name[:40]) for name in head[:20]) or "nothing"
            raise BadInput(
                f"{self.file} has no column for {' or '.join(missing)}; its first line names"
                f" {there}"
            )
        for name, ours in zip(head, columns, strict=True):
            if not ours:
                self.fields.take({name: "there"})
        return columns

    def _row(self, line: int, row: Mapping[str, str]) -> None:
        try:
            self._keep(line, {name: _clean(one) for name, one in row.items()})
        except BadInput as error:
            self.complaints.add(self.file, str(error), line)

    def _keep(self, line: int, row: Mapping[str, str]) -> None:
        text = row.get("text", "")
        if not text:
            raise BadInput("there is no text of a recommendation")
        if len(text) > MAX_TEXT:
            raise BadInput(f"the text has more than {MAX_TEXT:,} characters")
        to = self._party(row.get("to", ""))
        if to is None:
            raise BadInput("nobody says which State was under review")
        by = self._by(row.get("by", ""))
        session = _number(row.get("session", ""), 1, 999, "session")
        category = _number(row.get("action", ""), 1, 5, "action category")
        recommendation = Recommendation(
            id=self._id(session, to, by, text),
            dialogue=upr_forum.DIALOGUE_ID,
            to=to,
            by=by,
            summary=Wording({self.language: text}),
            made_on=self._made_on(session),
            theme=", ".join(part for part in _parts(row.get("theme", ""))),
            action_category=category,
            sources=(self.source_id,),
            place=_place(line, row.get("paragraph", "")),
        )
        self._add(recommendation, line)
        self.counts["recommendations"] += 1
        self._position(recommendation, row.get("position", ""), line)

    def _position(self, on: Recommendation, written: str, line: int) -> None:
        if not written:
            self.counts["without a position"] += 1
            return
        taken: PositionTaken | None = upr_forum.position_called(written)
        if taken is None:
            raise BadInput(
                f"position: {written[:60]!r} is not understood; write supported, partly"
                " supported, noted or none"
            )
        self.counts[taken.replace("_", " ")] += 1
        if written.casefold() not in (taken, "accepted"):
            self.strange[f"{written[:60]!r} is taken as {taken.replace('_', ' ')}"] += 1
        position = Position(
            id=f"{on.id}-position",
            party=on.to or "",
            on_what=any_id("Recommendation", on.id),
            position=taken,
            sources=on.sources,
            place=on.place,
        )
        self._add(position, line)

    def _add(self, value: Value, line: int) -> None:
        self.known.append(Known(value, None, self.file, line))

    def _party(self, name: str) -> str | None:
        if name.casefold() in UNKNOWN:
            return None
        party = self.sides.id_of(name)
        if party is not None:
            self.parties.setdefault(party)
        return party

    def _by(self, written: str) -> str:
        """Who recommends: names of States as the table of states has them, joined by a semicolon.

        Parties are made of States and of observers that stand alone; never of several at once.
        """
        names = [_state_name(name) for name in _several(written)]
        if not names:
            self.counts["by nobody named"] += 1
            return "not stated"
        for name in names:
            self._party(name)
        return "; ".join(dict.fromkeys(names))

    def _id(self, session: int | None, to: str, by: str, text: str) -> str:
        """An id that follows from what the line says, so that another order changes nothing."""
        told = hashlib.sha256(f"{by}\n{text}".encode()).hexdigest()[:12]
        value_id = f"upr-{session or 0:02d}-{to[:60]}-{told}"
        self.ids[value_id] += 1
        again = self.ids[value_id]
        return value_id if again == 1 else f"{value_id}.{again}"

    def _made_on(self, session: int | None) -> PartialDate | None:
        if session is None:
            self.counts["without a session"] += 1
            return None
        known = upr_forum.sessions().get(session)
        if known is None:
            self.strange[f"session {session} has no date in the calendar shipped"] += 1
            return None
        if session not in self.rounds:
            self.rounds[session] = upr_forum.round_of(known, (self.source_id,))
        return known.began_on

    def draft(self) -> Draft:
        """Source, States, forum and sessions, then the recommendations."""
        rounds = tuple(self.rounds[number] for number in sorted(self.rounds))
        heads: list[Value] = [
            self._source(),
            *self.sides.new.values(),
            *upr_forum.missing(self.record, tuple(self.parties), rounds, (self.source_id,)),
        ]
        told = [f"Language taken as {self.language}."]
        told += [f"{what} ({count:,} times)." for what, count in self.strange.most_common()]
        report = Report(
            reader="recommendations of the Universal Periodic Review",
            counts={"States": len(self.parties), "sessions": len(self.rounds), **self.counts},
            decided=tuple(told),
            not_understood=self.complaints.all(),
            left_out=tuple(line.replace(" (1 times)", "") for line in self.fields.left_out()),
        )
        known = (*(Known(value, None, self.file) for value in heads), *self.known)
        return Draft(upr_forum.TITLE, known, {}, self.holder.originals, report)

    def _source(self) -> Source:
        (original,) = self.holder.originals
        return Source(
            id=self.source_id,
            title=self.file,
            origin="recommendations as listed by the file; positions of the States under review",
            relation="other",
            kind="data",
            original=original,
            checked="not_checked",
        )


def _clean(cell: str) -> str:
    """A cell on one line, with the characters that web pages write as codes."""
    return " ".join(html.unescape(cell).split())


def _several(written: str) -> list[str]:
    """The names in a cell; a comma parts them only where what stands between are States."""
    if written.casefold() in UNKNOWN:
        return []
    if ";" in written or state_called(written) is None:
        mark = ";" if ";" in written else ","
        parts = [part.strip() for part in written.split(mark) if part.strip()]
        if mark == ";" or all(state_called(part) for part in parts):
            return parts
    return [written]


def _state_name(name: str) -> str:
    state = state_called(name)
    return state.name.within("en") if state else name


def _parts(themes: str) -> Iterator[str]:
    for part in themes.replace(";", ",").split(","):
        if part.strip():
            yield part.strip()


def _number(written: str, low: int, high: int, what: str) -> int | None:
    if not written:
        return None
    digits = written.removesuffix(".0").split(" ")[-1]
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER
    if not is_number or not low <= int(digits) <= high:
        raise BadInput(f"{what}: {written[:40]!r} is no number from {low} to {high}")
    return int(digits)


def _place(line: int, paragraph: str) -> str:
    return f"line {line}" + (f", paragraph {paragraph[:60]}" if paragraph else "")
