"""What all papers of a review are gathered into: its sides, round, themes, statements, sources."""

from collections import Counter
from dataclasses import dataclass, field

from headway.bundle.lines import Known
from headway.domain.concerns import Concern, Question
from headway.domain.dates import PartialDate
from headway.domain.statements import Fidelity, Rendering, Source, Statement, StatementKind
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.drafts import Holder, id_from
from headway.intake.sides import Sides
from headway.intake.states import State
from headway.intake.upr_papers.kinds import TITLES, Paper, PaperKind
from headway.intake.upr_papers.questions import questions_of

FORUM = "Universal Periodic Review"
MACHINE = "found by machine, not reviewed"
LONGEST = 4_000
"""So many characters of a question, recommendation or reason are kept as its summary."""

_OWN_PAPERS: tuple[PaperKind, ...] = ("national_report", "positions")
_KINDS: dict[PaperKind, StatementKind] = {
    "advance_questions": "question",
    "working_group_report": "minutes",
    "positions": "reply",
}


@dataclass(slots=True, kw_only=True)
class Gathering:
    """A round of the review of a State, filled paper by paper.

    `party` is the State under review, `others` those who take part in its review, together.
    """

    state: State
    session: int
    held_on: PartialDate
    language: str
    sides: Sides
    party: str
    others: str
    holder: Holder = field(default_factory=Holder)
    known: list[Known] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    concerns: dict[str, Concern] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[Question, str]] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _taken: Counter[str] = field(default_factory=Counter)

    @property
    def dialogue(self) -> str:
        """The id of the dialogue."""
        return f"upr-{self.party}"

    @property
    def round(self) -> str:
        """The id of the round."""
        return f"{self.dialogue}-{self.session:02d}"

    def paper(self, paper: Paper) -> None:
        """One paper as a source and a statement, its original kept."""
        own = paper.kind in _OWN_PAPERS
        text = paper.text
        if paper.kind == "advance_questions":
            batch = questions_of(paper.text)
            text = batch.text
            self.decided.extend(f"{paper.name}: {one}" for one in batch.decided)
        value_id = self.free(f"{self.round}-{paper.kind.replace('_', '-')}")
        original = self.holder.keep_original(paper.name, paper.document.content)
        source = Source(
            id=f"source-{value_id}",
            title=f"{paper.symbol} {TITLES[paper.kind]}".strip(),
            origin=self.state.name.within("en") if own else "United Nations",
            relation="party" if own else "un",
            party=self.party if own else None,
            kind="official_record",
            language=self.language,
            published_on=paper.issued_on,
            original=original,
        )
        self.add(source, paper.name)
        self.sources[paper.name] = source.id
        self.said(
            value_id,
            f"{TITLES[paper.kind][0].upper()}{TITLES[paper.kind][1:]} {paper.symbol}".strip(),
            text,
            paper,
            kind=_KINDS.get(paper.kind, "paper"),
            party=self.party if own else None,
            day=paper.issued_on,
            fidelity="note" if paper.kind == "working_group_report" else "verbatim",
            original=original,
        )
        self.counts["papers"] += 1
        self.decided.append(f"{paper.name} is the {TITLES[paper.kind]}.")

    def said(
        self,
        value_id: str,
        title: str,
        text: str,
        paper: Paper,
        *,
        kind: StatementKind,
        party: str | None,
        day: PartialDate | None = None,
        fidelity: Fidelity = "verbatim",
        line: int = 0,
        sequence: int = 0,
        place: str = "",
        original: str | None = None,
    ) -> str:
        """A statement with its one rendering; the id of the statement."""
        statement = Statement(
            id=value_id,
            title=Wording({self.language: title[:300]}),
            kind=kind,
            delivered_on=day or PartialDate(f"{self.held_on.year:04d}"),
            party=party,
            dialogue=self.dialogue,
            round=self.round,
            forum=FORUM,
            sequence=sequence,
            sources=(self.sources[paper.name],),
            place=place,
        )
        rendering = Rendering(
            id=f"{value_id}-{id_from(self.language)}",
            statement=value_id,
            language=self.language,
            kind="original",
            fidelity=fidelity,
            text=self.holder.keep_text(text),
            original=original,
            sources=statement.sources,
            place=place,
        )
        self.add(statement, paper.name, line)
        self.add(rendering, paper.name, line)
        return value_id

    def add(self, value: Value, file: str = "", line: int = 0) -> None:
        """Take one value."""
        self.known.append(Known(value, None, file, line))

    def free(self, wanted: str) -> str:
        """The id itself, or with a number where it is taken."""
        value_id, number = wanted, self._taken[wanted]
        while value_id in self._ids:
            number += 1
            value_id = f"{wanted}.{number + 1}"
        self._taken[wanted] = number
        self._ids.add(value_id)
        return value_id

    def concern(self, theme: str) -> Concern:
        """The concern that stands for a theme."""
        if theme not in self.concerns:
            self.concerns[theme] = Concern(
                id=f"{self.dialogue}-{id_from(theme)}",
                dialogue=self.dialogue,
                title=Wording({self.language: theme}),
                raised_by=self.others,
                about=self.party,
                theme=bare(theme),
                sources=tuple(self.sources.values())[:1],
            )
        return self.concerns[theme]


def bare(theme: str) -> str:
    """A theme without commas, which part themes from each other."""
    return theme.replace(", ", " / ").replace(",", "/")
