"""Recommendations with who made them, their themes, the position taken on each, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from headway.domain.assessments import Answer, Flag
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id
from headway.domain.undertakings import Position, Recommendation
from headway.domain.wording import Wording
from headway.intake.upr_papers.gathering import LONGEST, Gathering, bare
from headway.intake.upr_papers.kinds import Paper
from headway.intake.upr_papers.names import recommenders
from headway.intake.upr_papers.positions import Filed, Positions
from headway.intake.upr_papers.report import Recommended, WorkingGroupReport


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the papers together say of recommendations.

    `report` with its paper made them, addenda took positions on them, a list files them under
    themes; where there is no report, the list alone is taken.
    """

    all_in: Gathering
    report: tuple[Paper, WorkingGroupReport] | None
    addenda: Sequence[tuple[Paper, Positions]]
    listed: tuple[Paper, Mapping[str, Filed]] | None

    def take(self) -> tuple[str, ...]:
        """Take every recommendation; the numbers that only the list has beside a report."""
        filed = self.listed[1] if self.listed else {}
        if self.report and self.report[1].recommended:
            made, paper = self.report[1].recommended, self.report[0]
            only_listed = tuple(sorted(set(filed) - {one.number for one in made}))
        elif self.listed:
            made, paper = tuple(map(_from_list, filed.values())), self.listed[0]
            only_listed = ()
        else:
            return ()
        for one in made:
            self._recommendation(one, paper, filed.get(one.number))
        return only_listed

    def _recommendation(self, one: Recommended, paper: Paper, filed: Filed | None) -> None:
        all_in = self.all_in
        value_id = all_in.free(f"{all_in.round}-rec-{one.number}")
        for name in (*one.by, *one.strange):
            all_in.sides.id_of(name)
        if filed and filed.theme:
            all_in.concern(filed.theme)
        recommendation = Recommendation(
            id=value_id,
            dialogue=all_in.dialogue,
            to=all_in.party,
            by="; ".join((*one.by, *one.strange)) or "not stated",
            summary=Wording({all_in.language: one.text[:LONGEST]}),
            made_on=all_in.held_on,
            theme=", ".join(bare(theme) for theme in filed.themes) if filed else "",
            sources=(all_in.sources[paper.name],),
            place=one.number,
        )
        all_in.add(recommendation, paper.name, one.line)
        all_in.counts["recommendations"] += 1
        for name in one.strange:
            all_in.decided.append(
                f"{one.number}: {name!r} is no State known here; kept as written."
            )
        self._reasons(value_id, one.number)
        self._position(value_id, one, paper, filed)

    def _position(self, value_id: str, one: Recommended, paper: Paper, filed: Filed | None) -> None:
        all_in = self.all_in
        taken, told = one.position, paper
        for addendum, found in self.addenda:
            if one.number in found.taken:
                taken, told = found.taken[one.number], addendum
        listed = filed.position if filed else ""
        if listed and taken and listed != taken:
            self._flag(value_id, one.number, f"{told.symbol} says {taken}, the list says {listed}")
        if not taken and listed and self.listed:
            taken, told = listed, self.listed[0]
        if not taken:
            all_in.counts["without a position"] += 1
            return
        all_in.counts[taken.replace("_", " ")] += 1
        position = Position(
            id=f"{value_id}-position",
            party=all_in.party,
            on_what=any_id("Recommendation", value_id),
            position=cast('Literal["supported", "partly_supported", "noted", "none"]', taken),
            stated_on=self._stated_on(told),
            sources=(all_in.sources[told.name],),
            place=one.number,
        )
        all_in.add(position, told.name)

    def _flag(self, value_id: str, number: str, message: str) -> None:
        about = any_id("Recommendation", value_id)
        self.all_in.decided.append(f"{number}: {message}; the former is taken.")
        self.all_in.add(Flag(id=f"{value_id}-flag", about=about, summary=message))

    def _stated_on(self, paper: Paper) -> PartialDate | None:
        if self.report and paper is self.report[0]:
            return self.report[1].adopted_on or self.report[1].held_on
        return paper.issued_on

    def _reasons(self, value_id: str, number: str) -> None:
        """What the State says about a recommendation, in the first addendum that says anything."""
        for paper, found in self.addenda:
            words = found.reasons.get(number)
            if not words:
                continue
            answer = Answer(
                id=f"{value_id}-answer",
                about=any_id("Recommendation", value_id),
                party=self.all_in.party,
                words=Wording({self.all_in.language: words[:LONGEST]}),
                given_on=paper.issued_on,
                sources=(self.all_in.sources[paper.name],),
                place=number,
            )
            self.all_in.add(answer, paper.name)
            self.all_in.counts["reasons"] += 1
            return


def _from_list(one: Filed) -> Recommended:
    by, strange = recommenders(one.text)
    return Recommended(one.number, one.text, by, strange, "", 0)
